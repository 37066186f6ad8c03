"""Indicators of a draft: targets whose name and unit are the same belong to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from carbonroad.base.texts.folding import fold
from carbonroad.importing.policy.titles import cut_title

if TYPE_CHECKING:
    from datetime import date

    from carbonroad.base.times.deadline_value import Deadline
    from carbonroad.importing.draft import Entries, Value
    from carbonroad.importing.policy.parts import Item, Place, When


class Maker(Protocol):
    """What makes the entries that every item has."""

    def common(self, item: Item) -> Entries:
        """The measure, the duties and the source."""

    def deadline(self, when: When | None, place: Place) -> Entries:
        """The deadline."""


class Indicators:
    """Collects targets under their indicators."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._entries: dict[tuple[str, str, bool], Entries] = {}
        self._targets: dict[tuple[str, str, bool], dict[str, list[Value]]] = {}

    def add(self, item: Item) -> None:
        """Add one target."""
        quantity, when = item.quantity, item.when
        if quantity is None or when is None:
            return
        unit = quantity.unit or "1"
        change = quantity.value.change
        key = (fold(item.title).casefold(), unit, change)
        if key not in self._entries:
            number = len(self._entries) + 1
            self._entries[key] = {"id": f"I{number}", "title": cut_title(item.title), "unit": unit}
            self._targets[key] = {}
        target: Entries = {"value": quantity.words, **self._maker.deadline(when, item.place)}
        if quantity.baseline:
            target["baseline"] = quantity.baseline
        if item.stretch:
            target["stretch"] = item.stretch
        common = self._maker.common(item)
        measure = common.pop("measure", None)
        if measure is not None:
            self._entries[key].setdefault("measure", measure)
        target |= common
        listed = self._targets[key].setdefault(_key(when.deadline), [])
        if listed:
            target["id"] = f"v{len(listed) + 1}"
        listed.append(target)

    def entries(self) -> list[Value]:
        """The indicators, in the order in which they were first named."""
        made: list[Value] = []
        for key, entry in self._entries.items():
            targets: Entries = {
                year: one[0] if len(one) == 1 else one for year, one in sorted(self._targets[key].items())
            }
            made.append({**entry, "targets": targets})
        return made


def _key(deadline: Deadline | None) -> str:
    """The year, month, period or range that a target is for."""
    if deadline is None:
        return ""
    if deadline.kind in ("during", "each") and deadline.earliest and deadline.latest:
        if len(deadline.periods) == 1 and deadline.kind == "during":
            return deadline.periods[0]
        first, last = deadline.earliest.year, deadline.latest.year
        return f"{first}..{last}" if first < last else _year_or_month(deadline.latest)
    day = deadline.centre or deadline.latest or deadline.earliest
    return _year_or_month(day) if day else ""


def _year_or_month(day: date) -> str:
    return (
        f"{day.year}" if (day.month, day.day) in ((12, 31), (7, 1), (1, 1)) else f"{day.year}-{day.month:02}"
    )
