"""Reader of a pathway's series: years to numbers, and for what is wanted to ranges too."""

import unicodedata
from typing import Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import Unit
from carbonroad.base.values.value_words import ValueKind
from carbonroad.findings import Span
from carbonroad.model.items import Asked
from carbonroad.read.dates import report_date
from carbonroad.read.keys import report_both_spellings
from carbonroad.read.kinds import report_number
from carbonroad.read.numbers import (
    MAP_HINT,
    read_measured,
    report_no_number,
    report_reversed,
    year_number,
)
from carbonroad.read.reader import Opened, Reader
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, is_null

MEASURED: Final = "actual"
"""The series that holds one number a year: what was measured is no range."""
_YEARS_TO_NUMBERS = say("a map from years to numbers")
_A_NUMBER_OR_RANGE = say("a number or a range")
_RANGE_HINT = say("write a number such as 60, or a range such as 60..70")


class Series(NamedTuple):
    """A pathway's numbers by year; `asked` holds what is no plain number, such as the ends of a range."""

    points: tuple[tuple[int, float], ...] = ()
    asked: tuple[Asked, ...] = ()


def read_series(reader: Reader, node: Node, unit: Unit | None, opened: Opened, name: str) -> Series:
    """Read a series of a pathway. A year that is given twice counts once, the first.

    Each year's place is kept as a field of the pathway's: `target.2030`.
    """
    pointer = opened.place.at(name)
    if not isinstance(node, Mapping):
        reader.wrong_type(node, _YEARS_TO_NUMBERS, pointer, MAP_HINT)
        return Series()
    read = _read_actual if name == MEASURED else _read_asked
    found: dict[int, float] = {}
    asked: list[Asked] = []
    seen: dict[int, Scalar] = {}
    for key, child in node.pairs:
        year = year_number(unicodedata.normalize("NFKC", key.text).strip())
        inner = f"{pointer}.{key.text}"
        if not year:
            _not_a_year(reader, reader.span(key), key.text, inner)
            continue
        if is_null(child):
            continue
        first = seen.setdefault(year, key)
        if first is not key:
            report_both_spellings(reader, first, key, inner)
            continue
        value = read(reader, child, unit, inner)
        if value is None:
            continue
        low, high, kind = value
        found[year] = _between(low, high)
        if kind != "exact":
            asked.append(Asked(name, year, kind, low, high))
        opened.fields[f"{name}.{year}"] = (key.start, key.end, child.start, child.end)
    return Series(tuple(sorted(found.items())), tuple(sorted(asked)))


_Read = tuple[float, float, ValueKind]


def _read_actual(reader: Reader, node: Node, unit: Unit | None, pointer: str) -> _Read | None:
    """A measured number."""
    measured = read_measured(reader, node, unit, pointer)
    return None if measured is None else (measured[0], measured[0], "exact")


def _read_asked(reader: Reader, node: Node, unit: Unit | None, pointer: str) -> _Read | None:
    """A number, a range, or a number with a word such as "around"."""
    scalar = reader.scalar(node, pointer, _A_NUMBER_OR_RANGE)
    if scalar is None:
        return None
    value = parse_value(scalar.text, unit, change=False)
    if isinstance(value, Refusal):
        report_number(reader, reader.span(node), value, pointer)
        return None
    ends = [end for end in (value.low, value.high) if end is not None]
    if not ends or not value.understood:
        report_no_number(reader, scalar, pointer, _RANGE_HINT)
        return None
    report_reversed(reader, scalar, value, pointer)
    low, high = min(ends), max(ends)
    return low, high, "exact" if value.kind == "range" and low == high else value.kind


def _between(low: float, high: float) -> float:
    """The number half-way, exactly: between 0.1 and 0.2 lies 0.15."""
    if low == high:
        return low
    one, other = from_float(low), from_float(high)
    return (low + high) / 2 if one is None or other is None else float((one + other) / 2)


def _not_a_year(reader: Reader, span: Span, text: str, pointer: str) -> None:
    problem = Refusal("unreadable", say('"{text}" is not a year.', text=text), say("write such as 2030"))
    report_date(reader, span, problem, pointer)
