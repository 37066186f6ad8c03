"""The rows of a plan: industries, measures and indicators as summary tasks, items below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carbonroad.base.record import NamedTuple
from carbonroad.export.mspdi.entries import (
    indicator_entries,
    item_entries,
    measure_entries,
    part_entries,
)
from carbonroad.model.items import Indicator, Target
from carbonroad.model.text import Text, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.export.format import Exported
    from carbonroad.importing.draft import Entries
    from carbonroad.link.system import Item, Parties
    from carbonroad.model.roadmap import Part

_UNGROUPED = 2
"""The level of what joins no measure of its part."""
Kind = Literal["roadmap", "part", "measure", "indicator", "milestone", "target", "work"]


class Row(NamedTuple):
    """A task.

    Attributes:
        kind: What it is.
        level: In the outline; 1 for an industry.
        ref: Its qualified id.
        title: Its name.
        note: Its note.
        entries: What else stands at it, by the format's keys.
        parties: Its duties, as they hold.
        item: The item; None for a summary.
    """

    kind: Kind
    level: int
    ref: str
    title: Text
    note: Text
    entries: Entries
    parties: Parties
    item: Item | None = None


class Measured(NamedTuple):
    """An indicator with its chosen targets."""

    indicator: Indicator
    targets: list[Item]


def make_rows(exported: Exported) -> list[Row]:
    """Return the rows of the chosen parts and items, from the top down."""
    return [row for part in exported.parts for row in _part_rows(exported, part)]


def _part_rows(exported: Exported, part: Part) -> Iterator[Row]:
    system = exported.system
    first, duties = system.languages[0], system.duties[part.id]
    yield Row("part", 1, part.id, part.title, part.note, part_entries(part, first), duties.own)
    groups = _grouped(exported, part)
    for measure in part.measures:
        ref = f"{part.id}.{measure.id}"
        inside = groups.pop(ref, [])
        parties = duties.measures[measure.id]
        yield Row("measure", 2, ref, measure.title, measure.note, measure_entries(measure, first), parties)
        yield from _item_rows(exported, part, inside, _UNGROUPED + 1)
    rest = [one for inside in groups.values() for one in inside]
    yield from _item_rows(exported, part, rest, _UNGROUPED)


def _grouped(exported: Exported, part: Part) -> dict[str, list[Item | Measured]]:
    """Items, and indicators with their targets, by the measure that they join."""
    system = exported.system
    own = {f"{part.id}.{measure.id}" for measure in part.measures}
    groups: dict[str, list[Item | Measured]] = {}
    targets: dict[str, list[Item]] = {}
    for item in system.items_of(part.id):
        if item.indicator is not None and exported.chosen(item):
            targets.setdefault(item.indicator.id, []).append(item)
        elif item.indicator is None and exported.chosen(item):
            groups.setdefault(item.measure if item.measure in own else "", []).append(item)
    for indicator in part.indicators:
        words = "" if indicator.measure is None else indicator.measure.text.strip()
        ref = f"{part.id}.{words.removeprefix(f'{part.id}.')}"
        if targets.get(indicator.id) or not exported.options.owner:
            inside = Measured(indicator, targets.get(indicator.id, []))
            groups.setdefault(ref if ref in own else "", []).append(inside)
    return groups


def _item_rows(exported: Exported, part: Part, inside: list[Item | Measured], level: int) -> Iterator[Row]:
    for one in inside:
        if isinstance(one, Measured):
            yield from _indicator_rows(exported, part, one, level)
        else:
            yield _item_row(exported, one, level)


def _indicator_rows(exported: Exported, part: Part, one: Measured, level: int) -> Iterator[Row]:
    system, indicator = exported.system, one.indicator
    entries = indicator_entries(indicator, system.languages[0])
    if level > _UNGROUPED:
        entries.pop("measure", None)
    parties = system.duties[part.id].indicators[indicator.id]
    ref = f"{part.id}.{indicator.id}"
    yield Row("indicator", level, ref, indicator.title, indicator.note, entries, parties)
    for item in one.targets:
        yield _item_row(exported, item, level + 1)


def _item_row(exported: Exported, item: Item, level: int) -> Row:
    entries = item_entries(item, exported.system.languages[0])
    if item.measure.startswith(f"{item.part}."):
        entries.pop("measure", None)  # the outline says it
    note, title = item.written.note, item.title
    if isinstance(item.written, Target) and item.indicator is not None:
        title = _target_title(item)
    return Row(item.kind, level, item.ref, title, note, entries, item.parties, item)


def _target_title(item: Item) -> Text:
    """An indicator's name with the value that it shall have."""
    target = item.written
    assert isinstance(target, Target) and item.indicator is not None  # noqa: S101, PT018 - the caller knows
    value, unit = target.words, item.indicator.unit
    names = dict(unit.names) if unit is not None else {}
    entries = []
    for tag, words in item.indicator.title.entries:
        said = names.get(tag, "" if unit is None else unit.text)
        bare = value[-1:].isdigit() and said
        measured = f"{value}{'' if said == '%' else ' '}{said}" if bare else value
        entries.append((tag, f"{words}: {measured}"))
    return Text(tuple(entries)) if entries else plain(value)
