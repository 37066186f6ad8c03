"""The numbers of an indicator in order of time: what can be compared, as levels or as changes."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.units import Unit
from carbonroad.base.values.value import Value
from carbonroad.compute.due import Due
from carbonroad.compute.item_state import is_void
from carbonroad.compute.status.outcomes import target_rows
from carbonroad.compute.status.standing import Standing
from carbonroad.compute.status.target_years import TargetYears, Years, base_of
from carbonroad.compute.targets.slips import HUNDREDFOLD, SCALES, Slip, scale_slips
from carbonroad.findings import Span
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual, Indicator, Target
from carbonroad.model.place import NOWHERE, Place
from carbonroad.model.terms import Baseline

Role = Literal["baseline", "actual", "target", "stretch"]
Measure = Literal["level", "percent", "points", "units", "multiple"]

ONE = 1
"""The length of a year, a month or a day under which a number stands."""
_ORDER = {"baseline": 0, "actual": 1, "target": 2, "stretch": 3}


class Entry(NamedTuple):
    """One number of an indicator that can be computed with.

    Attributes:
        role: What it is: the level of the base year, a measured value, a live target or its second number.
        year: The last year of its time.
        key: Its time as typed.
        value: What is asked for or measured.
        measure: A level in the indicator's unit, or what kind of change.
        baseline: What a change is measured against; None for a level, or where nothing is stated.
        length: How many years it stands for: more than 1 for a phase or a range.
        place: The map in which the number stands, and `field` its key there.
        written: The target or measured value; None for the base year's level.
        item: The target's item, its stretch's too.
        years: The years of a phase or a range; None for any other key.
    """

    role: Role
    year: int
    key: str
    value: Value
    measure: Measure
    baseline: Baseline | None
    length: int
    place: Place
    field: str
    written: Target | Actual | None = None
    item: Item | None = None
    years: Years | None = None

    @property
    def number(self) -> float:
        """The number in the indicator's unit: of a range the lower one."""
        value = self.value
        return (value.low if value.low is not None else value.high) or 0.0

    @property
    def span(self) -> Span:
        """Where the number stands."""
        return self.place.value(self.field)

    @property
    def pointer(self) -> str:
        """The same by ids."""
        return self.place.pointer if self.role in ("actual", "target") else self.place.at(self.field)


class Series(NamedTuple):
    """An indicator's numbers by year.

    Attributes:
        ref: The indicator's qualified id.
        indicator: Whose numbers they are.
        entries: By year; of one year the base year's level, measured values, then targets.
        levels: Those that are levels of a moment or a year.
        changes: Whether any of them is a change.
        slips: Runs of its levels that are off by a power of ten; places count in `levels`.
    """

    ref: str
    indicator: Indicator
    entries: tuple[Entry, ...]
    levels: tuple[Entry, ...]
    changes: bool
    slips: tuple[Slip, ...] = ()


def all_series(system: System, some: AbstractSet[str] | None = None) -> dict[str, Series]:
    """Return the numbers of each indicator by its qualified id, or those of some."""
    rows, target_years = target_rows(system), TargetYears(system.phases)
    found = {}
    for ref, indicator in system.indicators.items():
        if some is not None and ref not in some:
            continue
        entries = _base(indicator)
        if indicator.actuals:
            entries += _measured(indicator)
        live = (item for item in rows.get(ref, ()) if item.latest is not None and not is_void(item))
        for item in live:
            both = (target_entry(item, "target", target_years), target_entry(item, "stretch", target_years))
            entries += [entry for entry in both if entry is not None]
        if len(entries) > 1:
            entries.sort(key=_by_time)
        unchanged = [entry for entry in entries if entry.measure == "level"]
        levels = tuple(entry for entry in unchanged if entry.length == ONE)
        changes = len(unchanged) < len(entries)
        found[ref] = Series(ref, indicator, tuple(entries), levels, changes, _slips(indicator, levels))
    return found


def _slips(indicator: Indicator, levels: tuple[Entry, ...]) -> tuple[Slip, ...]:
    """Slips of levels: hundredfold ones of percentages, larger ones of any other unit."""
    if len(levels) < 2:
        return ()
    points = [(one.year, one.number) for one in levels]
    unit = indicator.unit
    good = {"higher": 1, "lower": -1}.get(indicator.better or "", 0)
    powers = HUNDREDFOLD if unit is not None and unit.is_percent else SCALES
    counted = unit is not None and (unit.is_count or not unit.known)
    return tuple(scale_slips(points, powers, good, counted=counted))


def _by_time(entry: Entry) -> tuple[int, int]:
    return entry.year, _ORDER[entry.role]


def _base(indicator: Indicator) -> list[Entry]:
    """The level of the indicator's base year, and of each target's own."""
    found: dict[tuple[int, float], Entry] = {}
    stated = [indicator.baseline, *[target.baseline for target in indicator.targets]]
    for base in stated if any(stated) else ():
        if base is None or base.year is None or base.value is None or base.place is NOWHERE:
            continue
        if (base.year, base.value) not in found:
            value = Value(base.words, low=base.value, high=base.value)
            found[base.year, base.value] = Entry(
                "baseline", base.year, base.words, value, "level", None, ONE, base.place, "value"
            )
    return list(found.values())


def _measured(indicator: Indicator) -> Iterator[Entry]:
    changing = change_measure(indicator.unit)
    for actual in indicator.actuals:
        value = Value(actual.words, "exact", actual.value, actual.value)
        against = measured_against(indicator, actual)
        measure = changing if indicator.change or actual.baseline is not None else "level"
        yield Entry(
            "actual",
            actual.period.last.year,
            actual.key.strip(),
            value,
            measure,
            against,
            ONE,
            actual.place,
            "value",
            actual,
        )


def measured_against(indicator: Indicator, actual: Actual) -> Baseline | None:
    """Return what a measured value is a change against; None for a level."""
    return actual.baseline or (indicator.baseline if indicator.change else None)


def change_measure(unit: Unit | None) -> Measure:
    """Return what a measured change of an indicator in a unit counts."""
    if unit is None:
        return "units"
    return "percent" if unit.is_percent else "points" if unit.is_points else "units"


def target_entry(item: Item, role: Role, target_years: TargetYears) -> Entry | None:
    """Return a target's number, or its stretch; None where there is none, or it is not understood."""
    target, indicator = item.written, item.indicator
    if not isinstance(target, Target) or indicator is None:
        return None
    value, field = (target.stretch, "stretch") if role == "stretch" else (target.value, "value")
    if value is None or not value.understood:
        return None
    years = target_years.of(target)
    return Entry(
        role,
        0 if item.latest is None else item.latest.year,
        target.key.text.strip(),
        value,
        measure_of(value),
        base_of(indicator, target, years) if value.change else None,
        ONE if years is None else years.length,
        target.place,
        field,
        target,
        item,
        years,
    )


def measure_of(value: Value) -> Measure:
    """Return what a value counts."""
    if not value.change:
        return "level"
    if value.multiple:
        return "multiple"
    if value.relative:
        return "percent"
    return "points" if value.points else "units"


def unmeasured_targets(
    system: System, due: Mapping[str, Due], known: Mapping[str, Standing]
) -> dict[str, Item]:
    """Return the targets whose outcome is open because nothing was measured for their year or later."""
    found = {}
    for ref, item in system.items.items():
        if item.indicator is None:
            continue
        standing, latest = known[ref], due[ref].latest
        if standing.status != "unreported" or latest is None:
            continue
        if standing.superseded or standing.stale or not item.listed:
            continue
        if all(one.period.last.year < latest.year for one in item.indicator.actuals):
            found[ref] = item
    return found
