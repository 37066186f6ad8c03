"""A roadmap's numbers as rows of the IAMC's table: one for each scenario, variable and unit."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from carbonroad.base.exchange.iamc import HIGH, HISTORICAL, LOW, SERIES, STRETCH, TARGET
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.periods import Period, parse_period, size_of
from carbonroad.base.values.ladders import in_si
from carbonroad.base.values.units import Unit, convert_factor, parse_unit
from carbonroad.base.values.value import Value
from carbonroad.compute.item_state import is_void
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual, Indicator, Pathway, Target
from carbonroad.model.roadmap import Part

_DIGITS = 15


class Row(NamedTuple):
    """One row: what was measured or is asked for, by year."""

    scenario: str
    variable: str
    unit: str
    values: dict[int, Decimal]


class Gathered(NamedTuple):
    """All rows, and what has none.

    Attributes:
        rows: In the roadmap's order.
        unnamed: Pathways (`steel.pathway`) and indicators without a variable.
        uncounted: Targets and measured values that are no level of a year: changes, sums of a period, words.
        double: Variables and units that stand twice for a scenario; the first counts.
    """

    rows: tuple[Row, ...]
    unnamed: tuple[str, ...]
    uncounted: tuple[str, ...]
    double: tuple[str, ...]


def gathered(system: System, parts: Iterable[Part]) -> Gathered:
    """Return the rows of some parts."""
    found: list[Row] = []
    unnamed: list[str] = []
    uncounted: list[str] = []
    for part in parts:
        pathway = part.pathway
        if pathway is not None and not pathway.variable:
            unnamed.append(f"{part.id}.pathway")
        elif pathway is not None:
            found += _of_pathway(pathway)
        items = system.items_of(part.id)
        for indicator in part.indicators:
            if not indicator.variable:
                unnamed.append(f"{part.id}.{indicator.id}")
                continue
            targets = [item for item in items if item.indicator is indicator]
            rows, left = _of_indicator(system, part.id, indicator, targets)
            found += rows
            uncounted += left
    single, double = _single(found)
    return Gathered(single, tuple(unnamed), tuple(uncounted), double)


def _single(rows: list[Row]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows that differ in their names, and the variables of the others."""
    first: dict[tuple[str, str, str], Row] = {}
    double: dict[str, None] = {}
    for row in rows:
        if first.setdefault(row[:3], row) is not row:
            double[f"{row.scenario}: {row.variable}"] = None
    return tuple(first.values()), tuple(double)


def _of_pathway(pathway: Pathway) -> Iterator[Row]:
    unit, factor = _unit(pathway.unit)
    for name, scenario in SERIES.items():
        numbers = {year: _exact(value) * factor for year, value in getattr(pathway, name)}
        ends = {one.year: one for one in pathway.asked if one.series == name and one.low != one.high}
        lows = {year: _exact(one.low) * factor for year, one in ends.items()}
        highs = {year: _exact(one.high) * factor for year, one in ends.items()}
        yield from _rows(scenario, pathway.variable, unit, numbers, lows, highs)


def _of_indicator(
    system: System, part: str, indicator: Indicator, targets: list[Item]
) -> tuple[list[Row], list[str]]:
    unit, factor = _unit(indicator.unit)
    left: list[str] = []
    measured = {year: _exact(one.value) * factor for year, one in _measured(indicator, part, left).items()}
    middle: dict[int, Fraction] = {}
    lows: dict[int, Fraction] = {}
    highs: dict[int, Fraction] = {}
    stretch: dict[int, Fraction] = {}
    for item in targets:
        years = [] if is_void(item, system.as_of) else _years(system, indicator, item)
        ends = _level(item.written.value if isinstance(item.written, Target) else None)
        if ends is None or not years:
            left.append(item.ref)
            continue
        for year in years:
            if year in middle:
                left.append(item.ref)
                continue
            low, high = (one * factor for one in ends)
            middle[year] = (low + high) / 2
            if low != high:
                lows[year], highs[year] = low, high
            further = _level(item.written.stretch if isinstance(item.written, Target) else None)
            if further is not None:
                stretch[year] = (further[0] + further[1]) / 2 * factor
    rows = [
        *_rows(HISTORICAL, indicator.variable, unit, measured, {}, {}),
        *_rows(TARGET, indicator.variable, unit, middle, lows, highs),
        *_rows(STRETCH, indicator.variable, unit, stretch, {}, {}),
    ]
    return rows, left


def _rows(
    scenario: str,
    variable: str,
    unit: str,
    numbers: dict[int, Fraction],
    lows: dict[int, Fraction],
    highs: dict[int, Fraction],
) -> Iterator[Row]:
    for name, values in ((scenario, numbers), (scenario + LOW, lows), (scenario + HIGH, highs)):
        if values:
            yield Row(name, variable, unit, {year: _decimal(values[year]) for year in sorted(values)})


def _measured(indicator: Indicator, part: str, left: list[str]) -> dict[int, Actual]:
    """The value of each year: the whole year's, else that of its last month or day."""
    found: dict[int, Actual] = {}
    for one in indicator.actuals:
        if one.baseline is not None:
            left.append(f"{part}.{indicator.id} {one.key.strip()}")
            continue
        year = one.period.last.year
        if year not in found or _rank(one) > _rank(found[year]):
            found[year] = one
    return found


def _rank(actual: Actual) -> tuple[bool, int]:
    return size_of(actual.period) == "year", actual.period.last.toordinal()


def _level(value: Value | None) -> tuple[Fraction, Fraction] | None:
    """The two ends of a level; None for a change, and for words that are not understood."""
    if value is None or not value.understood or value.change:
        return None
    ends = [_exact(end) for end in (value.low, value.high) if end is not None]
    return (min(ends), max(ends)) if ends else None


def _years(system: System, indicator: Indicator, item: Item) -> list[int]:
    """The years a target is for; a period's only where its unit is one per year."""
    key = item.written.key.text.strip() if isinstance(item.written, Target) else ""
    phase = next((phase for phase in system.phases if key == phase.id), None)
    read = phase.years if phase is not None else parse_period(key)
    period = _range(key) if isinstance(read, Refusal) else read
    if period is None:
        return []
    years = list(range(period.first.year, period.last.year + 1))
    yearly = indicator.unit is not None and indicator.unit.per_year
    return years if len(years) == 1 or yearly else []


def _range(key: str) -> Period | None:
    """The days of a range such as 2026..2030."""
    read = parse_deadline(key, ())
    if isinstance(read, Refusal) or read.earliest is None or read.latest is None:
        return None
    return Period(read.earliest, read.latest)


def _unit(unit: Unit | None) -> tuple[str, Fraction]:
    """A unit as data bases write it, and the factor of its numbers: GW and 1/100 for 万千瓦."""
    if unit is None:
        return "", Fraction(1)
    if unit.text.isascii():
        return unit.text, Fraction(1)
    english = next((words for tag, words in unit.names if tag.partition("-")[0] == "en"), "")
    if english:
        factor = convert_factor(unit, parse_unit(english))
        if factor is not None:
            return english, factor
    sized = in_si((Fraction(1),), unit)
    return (unit.text, Fraction(1)) if sized is None else (sized.unit, sized.numbers[0])


def _exact(number: float) -> Fraction:
    return Fraction(repr(number))


def _decimal(number: Fraction) -> Decimal:
    """The number as it is written, exactly where fifteen digits can say it."""
    made = Decimal(number.numerator) / Decimal(number.denominator)
    return Decimal(f"{made:.{_DIGITS}g}")
