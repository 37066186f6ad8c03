"""The chain to one item: what drives its date, or the controlling order of deadlines."""

from collections.abc import Sequence

from carbonroad.compute.scheduling.paths import Path, Step
from carbonroad.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.schedule.phrases import (
    cell,
    days_of,
    float_words,
    iso,
    item_cell,
    link_words,
    page,
    paragraph,
    signed,
)
from carbonroad.views.shared.words import Words


def path_document(words: Words, path: Path) -> Document:
    """Return the page of the chain to an item."""
    w, ref = words.w, path.ref
    name = f"{ref} {words.named(ref)}"
    title = w(
        "the controlling order to {item}" if path.kind == "controlling" else "the path to {item}", item=ref
    )
    blocks: list[Block] = [] if path.kind == "none" else [chain_table(words, path)]
    blocks += [paragraph(said, "foot") for said in _notes(words, path)]
    return page(words, title, words.sentences(_finding(words, path, name)), (Section("", tuple(blocks)),))


def chain_table(words: Words, path: Path) -> Table:
    """Return a chain, first to last, with what links its steps."""
    w = words.w
    if path.kind == "controlling":
        columns: tuple[Column, ...] = (
            Column(w("Item"), "head"),
            Column(w("Link")),
            Column(w("Deadline")),
            Column(w("Days"), "num"),
        )
        rows = [_order_row(words, step) for step in path.steps]
    else:
        columns = (
            Column(w("Item"), "head"),
            Column(w("Link")),
            Column(w("Days"), "num"),
            Column(w("First day")),
            Column(w("Last day")),
            Column(w("Total float"), "num"),
        )
        rows = [_row(words, step) for step in path.steps]
    return Table(columns, (RowGroup("", tuple(rows)),), "", "chain")


def _row(words: Words, step: Step) -> Row:
    activity = words.facts.schedule.activities[step.ref]
    free = step.total_float_days
    cells = (
        item_cell(words, step.ref, *float_words(words, activity)[:1] if activity.critical else ()),
        link_cell(words, step),
        cell("–" if step.duration_days is None else str(step.duration_days)),
        cell(iso(step.start)),
        cell(iso(step.finish)),
        cell("–" if free is None else signed(free)),
    )
    return Row(cells, step.ref)


def _order_row(words: Words, step: Step) -> Row:
    days = "" if step.days is None else f"+{step.days}" if step.days >= 0 else signed(step.days)
    item = words.system.items[step.ref]
    return Row(
        (
            item_cell(words, step.ref),
            link_cell(words, step),
            Cell(((Span(words.deadline(item), "strong"),), (Span(iso(step.finish)),))),
            cell(days),
        ),
        step.ref,
    )


def link_cell(words: Words, step: Step) -> Cell:
    """Return the cell of the link by which a step waits for the one before."""
    if step.link is None:
        return cell("")
    implied = words.w("implied") if step.link.basis == "implied" else ""
    return cell(link_words(words, step.link, step.lag_days), implied)


def _finding(words: Words, path: Path, name: str) -> Sequence[str]:
    w, last = words.w, path.steps[-1]
    if path.kind == "none":
        return (w("{item} waits for nothing that has a date.", item=name), _margin(words, path))
    if path.kind == "controlling":
        first, n = path.steps[0], len(path.steps) - 1
        days = None if last.finish is None or first.finish is None else (last.finish - first.finish).days
        said = w.plural(
            "No duration decides when {item} comes. Its controlling order has {n} link",
            "No duration decides when {item} comes. Its controlling order has {n} links",
            n,
            item=name,
        )
        tail = (
            w("{said}.", said=said)
            if days is None
            else w("{said} over {days}.", said=said, days=days_of(words, days))
        )
        return (tail, w("It is the chain of stated links with the fewest days from deadline to deadline."))
    said = w("{item} comes on {day}.", item=name, day=iso(last.finish))
    return (said, _margin(words, path))


def _margin(words: Words, path: Path) -> str:
    w, latest = words.w, words.facts.due[path.ref].latest
    comes = path.steps[-1].finish
    if latest is None or comes is None or words.system.items[path.ref].written.finished is not None:
        return ""
    days = (latest - comes).days
    if path.kind == "none":
        return w("It is due on {day}.", day=latest.isoformat())
    if days < 0:
        return w("It is due on {day}: {days} short.", day=latest.isoformat(), days=days_of(words, -days))
    return w("It is due on {day}: {days} to spare.", day=latest.isoformat(), days=days_of(words, days))


def _notes(words: Words, path: Path) -> list[str]:
    w = words.w
    said = beginning(words, path)
    found = [] if path.kind != "driving" or not said else [said]
    if path.equals:
        names = words.listing(path.equals[:8])
        more = w(" and {n} others", n=len(path.equals) - 8) if len(path.equals) > 8 else ""
        found.append(w("Other chains decide as much; they go through {items}.", items=f"{names}{more}"))
    return found


def beginning(words: Words, path: Path) -> str:
    """Return why a chain begins when it does; empty where nothing is to be said."""
    w, first = words.w, path.steps[0]
    return {
        "start": w("The chain begins with the stated start of {item}.", item=first.ref),
        "fixed": w("The chain begins with {item}, whose days are stated.", item=first.ref),
        "finished": w("The chain begins with {item}, which is finished.", item=first.ref),
        "deadline": w(
            "The chain begins with {item}, which counts as reached on its latest day.", item=first.ref
        ),
        "from": w("The chain begins with {item}, before which nothing may begin.", item=first.ref),
        "data-date": w("The chain begins with {item} on the data date.", item=first.ref),
        "unreported": w(
            "The chain begins with {item}, which is due and not recorded as reached.", item=first.ref
        ),
        "nothing": "",
    }[path.held]


def mend_bullets(lines: Sequence[str]) -> Bullets:
    """Return remedies as a list."""
    return Bullets(tuple((Span(line),) for line in lines))
