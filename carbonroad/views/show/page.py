"""The timetable for a terminal: what was asked for, below a strip; what is hidden is counted."""

from collections.abc import Iterable, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item
from carbonroad.views.document import Block, Document, Paragraph, RowGroup, Section, Span, Table
from carbonroad.views.shared.finding import finding_sentence
from carbonroad.views.shared.page_head import body_name, page_meta, shown_items
from carbonroad.views.shared.selection import concerns, key_day
from carbonroad.views.shared.status_marks import STATUS_WORDS
from carbonroad.views.shared.words import Words
from carbonroad.views.show.rows import columns_of, make_row
from carbonroad.views.show.strip import make_strip
from carbonroad.views.timetable.groups import Group, grouped


class Choice(NamedTuple):
    """What is asked for; all that is empty asks for everything.

    Attributes:
        parts: Ids of fields, `top` for the "1".
        since: The first day on which something may be due.
        until: The last one.
        statuses: Of `STATUS_WORDS`.
        outcomes: Whether what nobody reported on is listed, not only counted.
    """

    parts: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    statuses: tuple[str, ...] = ()
    outcomes: bool = False


def build_document(words: Words, choice: Choice, columns: int | None) -> Document:
    """Return the timetable as a terminal shows it.

    Args:
        words: The roadmap in the language of the output, with the body it is limited to.
        choice: What is asked for.
        columns: The terminal's; None for a pipe.
    """
    w, system = words.w, words.system
    everything = [item for item in system.items.values() if item.listed]
    items = [item for item in everything if _fits(words, choice, item)]
    groups = grouped(words, items)
    counted = [g for g in groups if g.key == "unreported" and not _lists_outcomes(choice)]
    listed = [g for g in groups if g not in counted]
    dated = choice.since is not None or choice.until is not None
    blocks: list[Block] = [*make_strip(words, items, columns, limited=dated)]
    if listed:
        rows = tuple(_group(words, group, columns) for group in listed)
        blocks.append(Table(columns_of(words, columns), rows, w("Timetable")))
    blocks += [_counted(words, group) for group in counted]
    if not items:
        blocks.append(Paragraph((Span(w("Nothing matches this choice.")),)))
    if any(item.parties.inferred for group in listed for item in group.items):
        note = w("† Inferred: the sources do not state this duty for the item.")
        blocks.append(Paragraph((Span(note),), "foot"))
    return Document(
        kind="show",
        part="",
        lang=words.lang,
        title=f"{words.text(system.title)}{w(': ')}{w('Timetable')}",
        lede=words.sentences(
            filter(None, (_left_out(words, choice, everything, items), _finding(words, items)))
        ),
        sections=(Section("", tuple(blocks)),),
        path="show",
        meta=page_meta(words, None),
        shown=shown_items(system, (item.ref for item in items)),
        owner=words.options.owner,
    )


def _fits(words: Words, choice: Choice, item: Item) -> bool:
    if choice.parts and item.part not in choice.parts:
        return False
    if not concerns(item.parties, words.options.owner):
        return False
    if choice.statuses and words.state(item) not in choice.statuses:
        return False
    if choice.since is None and choice.until is None:
        return True
    day = key_day(words, item)
    return day is not None and (choice.since or date.min) <= day <= (choice.until or date.max)


def _lists_outcomes(choice: Choice) -> bool:
    return choice.outcomes or bool({"unreported", "not-reached"} & set(choice.statuses))


def _finding(words: Words, items: Sequence[Item]) -> str:
    return finding_sentence(words, items) if items else ""


def _left_out(words: Words, choice: Choice, everything: Sequence[Item], items: Sequence[Item]) -> str:
    """How many are shown of how many, and by which choice; empty where all are."""
    w = words.w
    asked = list(_asked(words, choice))
    if not asked:
        return ""
    said = [
        w(
            "{n} of {all} items shown: {choice}.",
            n=len(items),
            all=len(everything),
            choice=words.listing(asked),
        )
    ]
    if choice.since is not None or choice.until is not None:
        loose = choice._replace(since=None, until=None)
        undated = sum(_fits(words, loose, one) and key_day(words, one) is None for one in everything)
        if undated:
            said.append(w("{n} without a date cannot be among them.", n=undated))
    return words.sentences(said)


def _asked(words: Words, choice: Choice) -> Iterable[str]:
    w, owner = words.w, words.options.owner
    names = {part.id: words.part(part) for part in words.system.parts}
    if choice.parts:
        yield w("field {names}", names=words.listing(names[part] for part in choice.parts))
    if owner:
        yield w("body {name}", name=body_name(words, owner))
    if choice.since is not None:
        yield w("since {day}", day=choice.since.isoformat())
    if choice.until is not None:
        yield w("until {day}", day=choice.until.isoformat())
    if choice.statuses:
        yield w("status {names}", names=words.listing(w(STATUS_WORDS[key]) for key in choice.statuses))


def _group(words: Words, group: Group, columns: int | None) -> RowGroup:
    rows = tuple(make_row(words, item, columns) for item in group.items)
    return RowGroup(group.heading, rows, group.note, group.key)


def _counted(words: Words, group: Group) -> Paragraph:
    """The group that is folded: how many stand in it, and how to see them."""
    count = words.w("{heading}: {n} items. -v lists them.", heading=group.heading, n=len(group.items))
    return Paragraph((Span(count, "strong"),))
