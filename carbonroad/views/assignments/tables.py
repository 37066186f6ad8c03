"""The tables of the assignments: the contents, and one for each body."""

from collections.abc import Sequence
from dataclasses import replace

from carbonroad.link.system import Item, Party
from carbonroad.views.assignments.duties import Body, Duty
from carbonroad.views.document import Cell, Column, Line, Row, RowGroup, Span, Table
from carbonroad.views.shared.cells import deadline_lines, status_lines
from carbonroad.views.shared.conversions import conversion
from carbonroad.views.shared.finding import count_of, next_due
from carbonroad.views.shared.places import body_anchor, item_link
from carbonroad.views.shared.sources import source_lines
from carbonroad.views.shared.words import Words


def contents(words: Words, bodies: Sequence[Body], nobody: Sequence[Item]) -> Table:
    """Return the list of bodies with how much each has to do."""
    w = words.w
    rows = [_contents_row(words, body) for body in bodies]
    if nobody:
        link = Span(w("No owner stated"), "strong", "#org-none")
        counted = count_of(words, nobody)
        numbers = (len(nobody), 0, counted.bad, counted.soon, counted.unreported, counted.done)
        rows.append(_numbers_row((link,), numbers, ()))
    columns = (
        Column(w("Organisation"), "head"),
        Column(w("Owns or leads"), "num"),
        Column(w("Supports"), "num"),
        Column(w("Late or missed"), "num"),
        Column(w("Due in 90 days"), "num"),
        Column(w("Outcome not recorded"), "num"),
        Column(w("Done"), "num"),
        Column(w("Next due"), "next"),
    )
    return Table(columns, (RowGroup("", tuple(rows)),), w("Organisations"), "orgs", cards=True)


def _contents_row(words: Words, body: Body) -> Row:
    name, short = words.body(body.party), words.short_body(body.party)
    link = Span(name, "strong", f"#{body_anchor(words, body.key)}")
    head: Line = (link, *((Span(f" {short}", "small"),) if short != name else ()))
    own = [duty.item for duty in body.answers]
    counted = count_of(words, own)
    coming = next_due(words, [duty.item for duty in body.duties])
    when: Line = ()
    if coming:
        day, item = coming[0]
        when = (Span(f"{day.isoformat()} ", "small day"), Span(words.name(item), "", item_link(item)))
        if item.ref not in {one.ref for one in own}:
            when += (Span(words.w(" ({words})", words=words.w("support")), "small"),)
    numbers = (len(own), len(body.supports), counted.bad, counted.soon, counted.unreported, counted.done)
    return _numbers_row(head, numbers, when)


def _numbers_row(head: Line, numbers: Sequence[int], when: Line) -> Row:
    roles = ("", "", "late-days", "soon", "", "")
    counts = [
        Cell(((Span(str(n), role if n else "") if n else Span("–", "small"),),))
        for n, role in zip(numbers, roles, strict=True)
    ]
    return Row((Cell((head,)), *counts, Cell((when,) if when else ())))


def body_table(words: Words, body: Body) -> Table:
    """Return what a body owns or leads, then what it supports, each by deadline."""
    w, short = words.w, words.short_body(body.party)
    groups = tuple(
        RowGroup(
            w("{body} owns or leads" if duties is body.answers else "{body} supports", body=short),
            tuple(_row(words, duty, body.key) for duty in duties),
            words.counted(len(duties)),
        )
        for duties in (body.answers, body.supports)
        if duties
    )
    return Table(_columns(words, short), groups, words.body(body.party), "duties", cards=True)


def nobody_table(words: Words, items: Sequence[Item]) -> Table:
    """Return the items nobody is said to own, with those who support them, if any do."""
    said = words.w("No owner stated")
    columns = _columns(words, said)
    rows = [_row(words, Duty(item, "no owner stated", answers=False), "") for item in items]
    if not any(item.parties.support for item in items):
        kept = [n for n, column in enumerate(columns) if column.role not in ("role", "who")]
        columns = tuple(columns[n] for n in kept)
        rows = [replace(row, cells=tuple(row.cells[n] for n in kept)) for row in rows]
    return Table(columns, (RowGroup("", tuple(rows)),), said, "duties", cards=True)


def _columns(words: Words, whose: str) -> tuple[Column, ...]:
    """The columns; the body's name is in the heading, for that is what each printed page repeats."""
    w = words.w
    return (
        Column(w("Deadline: words, days"), "when"),
        Column(w("{body}: item", body=whose), "head"),
        Column(w("Field"), "part"),
        Column(w("Role"), "role"),
        Column(w("Together with"), "who"),
        Column(w("Status"), "status"),
        Column(w("Source"), "from"),
    )


def _row(words: Words, duty: Duty, key: str) -> Row:
    item, w = duty.item, words.w
    gone = words.facts.standings[item.ref].superseded
    name: list[Line] = [(Span(words.title(item), "struck" if gone else "strong", item_link(item)),)]
    value = words.value(item)
    if value:
        name.append((Span(value, "struck" if gone else "value"),))
        same = conversion(words, item)
        if same:
            name.append((Span(same, "small"),))
    if item.superseded_by is not None:
        name.append((Span(w("replaced by {what}", what=words.named(item.superseded_by)), "small"),))
    where = "" if item.part == "top" else f"doc:{item.part}/timetable"
    dagger = (Span("\u00a0†", "small"),) if item.parties.inferred else ()
    cells = (
        Cell(deadline_lines(words, item)),
        Cell(tuple(name)),
        Cell(((Span(words.part_name(item.ref), "", where),),)),
        Cell(((Span(w(duty.role)), *dagger),)),
        Cell(_others(words, item, key)),
        Cell(status_lines(words, item)),
        Cell(source_lines(words, item)),
    )
    return Row(cells, item.ref, "", (f"s-{words.state(item)}",))


def _others(words: Words, item: Item, key: str) -> tuple[Line, ...]:
    """Who else has a part in it: those who answer for it in bold, then those who support it."""
    duties = item.parties
    leads = _names(words, (*duties.lead, *duties.owner), {key})
    taken = {key} | {party.key for party in (*duties.lead, *duties.owner)}
    supporters = _names(words, duties.support, taken)
    lines: list[Line] = [(Span(leads, "lead"),)] if leads else []
    if supporters:
        said = supporters.removeprefix("and ")
        lines.append((Span(words.w("with {names}", names=said), "small"),))
    return tuple(lines)


def _names(words: Words, parties: Sequence[Party], without: set[str]) -> str:
    return words.listing(
        dict.fromkeys(words.short_body(party) for party in parties if party.key not in without)
    )
