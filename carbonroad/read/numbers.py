"""Readers of an indicator's values: unit, targets, measured values, and the series of a pathway."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from carbonroad.base.dates import parse_period
from carbonroad.base.quantities import Value, parse_value
from carbonroad.base.refusal import Refusal
from carbonroad.base.units import Unit, parse_unit
from carbonroad.findings import Span
from carbonroad.model.items import Actual, Target
from carbonroad.model.place import Place
from carbonroad.read.core import Opened, Reader
from carbonroad.read.kinds import read_line, report_date, report_number
from carbonroad.read.shapes import ACTUAL, TARGET
from carbonroad.source.nodes import Mapping, Node, Scalar, Sequence, is_null

_YEAR = re.compile(r"\d{4}", re.ASCII)
ReadFields = Callable[..., dict[str, Any]]


def read_unit(reader: Reader, opened: Opened) -> Unit | None:
    """Read the `unit` of an indicator or a pathway."""
    node = opened.values.get("unit")
    text = read_line(reader, node, opened.place.at("unit")) if node is not None else None
    return parse_unit(text) if text else None


def read_targets(
    reader: Reader, opened: Opened, unit: Unit | None, change: bool | None, read_fields: ReadFields
) -> tuple[Target, ...]:
    """Read `targets`: key → target, or a list of targets under one key."""
    targets = []
    for key, node, pointer in _entries(reader, opened, "targets"):
        several = node.items if isinstance(node, Sequence) else [node]
        for child in several:
            target = _read_target(reader, key, child, pointer, unit, change, read_fields)
            if target is not None:
                targets.append(target)
    return tuple(targets)


def _read_target(
    reader: Reader,
    key: Scalar,
    node: Node,
    pointer: str,
    unit: Unit | None,
    change: bool | None,
    read_fields: ReadFields,
) -> Target | None:
    words = reader.words(key)
    if isinstance(node, Scalar):
        place = Place(reader.path, pointer, node.start, node.end)
        place.fields["value"] = (key.start, key.end, node.start, node.end)
        value = read_target_value(reader, node, unit, change, pointer)
        return Target(place=place, key=words, value=value, words=node.text.strip())
    entry = reader.open(node, TARGET, pointer)
    if entry is None:
        return None
    values = read_fields(reader, entry, skip=("value", "stretch"))
    change = values.pop("change", change)
    for name in ("value", "stretch"):
        child = entry.values.get(name)
        if isinstance(child, Scalar):
            values[name] = read_target_value(reader, child, unit, change, entry.place.at(name))
    written = entry.values.get("value")
    typed = written.text.strip() if isinstance(written, Scalar) else ""
    return Target(place=entry.place, key=words, words=typed, **values)


def read_target_value(
    reader: Reader, node: Scalar, unit: Unit | None, change: bool | None, pointer: str
) -> Value | None:
    """Read a target's value in the author's words; what is not understood is kept and reported."""
    value = parse_value(node.text, unit, change=change)
    if isinstance(value, Refusal):
        report_number(reader, reader.span(node), value, pointer)
        return None
    if not value.understood:
        reader.report(
            "value-not-understood",
            reader.span(node),
            f'The value "{node.text}" is shown as written, but cannot be computed with.',
            pointer=pointer,
            label="not understood",
            help_='forms that are understood: ≥15, at least 15, within 10, around 20, 7..10, -18 %, 15以上',
        )
    return value


def read_actuals(
    reader: Reader, opened: Opened, unit: Unit | None, read_fields: ReadFields
) -> tuple[Actual, ...]:
    """Read `actual`: a year, month or day → a number, or a map with its source."""
    actuals = []
    for key, node, pointer in _entries(reader, opened, "actual"):
        period = parse_period(key.text)
        if isinstance(period, Refusal):
            report_date(reader, reader.span(key), period, pointer)
            continue
        number: Node | None = node
        place = Place(reader.path, pointer, node.start, node.end)
        values: dict[str, Any] = {}
        if isinstance(node, Mapping):
            entry = reader.open(node, ACTUAL, pointer)
            if entry is None:
                continue
            values = read_fields(reader, entry, skip=("value",))
            number, place = entry.values.get("value"), entry.place
        else:
            place.fields["value"] = (key.start, key.end, node.start, node.end)
        measured = None if number is None else _read_measured(reader, number, unit, pointer)
        if measured is not None:
            actuals.append(
                Actual(place=place, key=key.text, period=period, value=measured[0], words=measured[1], **values)
            )
    return tuple(sorted(actuals, key=lambda actual: actual.period))


def _read_measured(
    reader: Reader, node: Node, unit: Unit | None, pointer: str
) -> tuple[float, str] | None:
    """Read a measured value: one number, with or without a unit and words such as "over"."""
    scalar = reader.scalar(node, pointer, "a number")
    if scalar is None:
        return None
    value = parse_value(scalar.text, unit, change=False)
    if isinstance(value, Refusal):
        report_number(reader, reader.span(node), value, pointer)
        return None
    number = value.low if value.low is not None else value.high
    if number is not None and value.understood:
        return number, scalar.text.strip()
    problem = Refusal("number", f'"{scalar.text}" is not a number.', "write a number such as 10.4")
    report_number(reader, reader.span(node), problem, pointer)
    return None


def read_series(
    reader: Reader, node: Node, unit: Unit | None, pointer: str
) -> tuple[tuple[int, float], ...]:
    """Read a series of a pathway: years to numbers."""
    if not isinstance(node, Mapping):
        reader.wrong_type(node, "a map from years to numbers", pointer)
        return ()
    series: dict[int, float] = {}
    for key, child in node.pairs:
        year = unicodedata.normalize("NFKC", key.text).strip().removesuffix("年")
        inner = f"{pointer}.{key.text}"
        if not _YEAR.fullmatch(year):
            _not_a_year(reader, reader.span(key), key.text, inner)
            continue
        if isinstance(child, Scalar) and is_null(child):
            continue
        measured = _read_measured(reader, child, unit, inner)
        if measured is not None:
            series[int(year)] = measured[0]
    return tuple(sorted(series.items()))


def _not_a_year(reader: Reader, span: Span, text: str, pointer: str) -> None:
    problem = Refusal("unreadable", f'"{text}" is not a year.', "write such as 2030")
    report_date(reader, span, problem, pointer)


def _entries(reader: Reader, opened: Opened, name: str) -> Iterator[tuple[Scalar, Node, str]]:
    node = opened.values.get(name)
    if node is None:
        return
    pointer = opened.place.at(name)
    if not isinstance(node, Mapping):
        reader.wrong_type(node, "a map from years to values", pointer)
        return
    for key, value in node.pairs:
        if not (isinstance(value, Scalar) and is_null(value)):
            yield key, value, f"{pointer}.{key.text}"


