"""Readers of an indicator's values: targets and measured values."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from carbonroad.base.dates import parse_period
from carbonroad.base.lazy_pattern import lazy_pattern
from carbonroad.base.multiples import is_doubtful_multiple
from carbonroad.base.quantities import Value, is_reversed, parse_value
from carbonroad.base.refusal import Refusal
from carbonroad.base.said import say
from carbonroad.base.units import Unit
from carbonroad.model.items import Actual, Target
from carbonroad.model.place import Place
from carbonroad.model.terms import Baseline
from carbonroad.read.core import Opened, Reader
from carbonroad.read.dates import report_date
from carbonroad.read.keys import report_both_spellings
from carbonroad.read.kinds import read_line, report_number
from carbonroad.read.shapes import ACTUAL, BASELINE, TARGET
from carbonroad.read.texts import is_in_languages, read_text
from carbonroad.source.nodes import Mapping, Node, Scalar, Sequence, is_null

_YEAR = lazy_pattern(r"\d{4}", re.ASCII)
ReadFields = Callable[..., dict[str, Any]]
_ONE_VALUE = say("one value")
_NUMBER = say("a number")
_NUMBER_HINT = say("write a number such as 10.4")
_NO_RANGE = say("A measured value is one number, not a range.")
_NO_RANGE_HINT = say("write the number that counts, and the range in `note`")
_NO_VALUE_HINT = say("leave out what has no value yet")
_NO_VALUE = frozenset(
    (
        "-",
        "–",
        "—",
        "——",
        "/",
        "n/a",
        "na",
        "n.a.",
        "tbd",
        "?",
        "…",
        "无",
        "暂无",
        "待定",
        "未知",
        "缺",
        "none",
    )
)
MAP_HINT = say("write each year with its value, such as {2025: 15, 2030: 20}")
_MULTIPLE_HINT = say(
    'a multiple is of the base year\'s level: write "3 times" for three times as much, or the change in %'
)
_UNDERSTOOD = say("understood are: ≥15, at least 15, within 10, around 20, 7..10, -18 %, 15以上")
_YEARS_TO_VALUES = say("a map from years to values")


class Quantities:
    """Reads the values of one indicator, in its unit.

    Attributes:
        change: Whether the indicator says that signed values are changes; None if it does not say.
        read_fields: Reads the other fields of a map.
    """

    __slots__ = ("change", "read_fields", "reader", "unit")

    def __init__(self, reader: Reader, unit: Unit | None, read_fields: ReadFields) -> None:
        self.reader = reader
        self.unit = unit
        self.change: bool | None = None
        self.read_fields = read_fields

    def baseline(self, opened: Opened) -> Baseline | None:
        """Read a base year, {year, value} or words, which may be a map of languages."""
        node = opened.values.get("baseline")
        pointer = opened.place.at("baseline")
        if node is None:
            return None
        if isinstance(node, Scalar):
            words = node.text.strip()
            return Baseline(words, year_number(words))
        if is_in_languages(node):
            texts = read_text(self.reader, node, pointer)
            words = texts.entries[0][1].strip() if texts is not None else ""
            return Baseline(words, year_number(words), texts=texts) if texts is not None else None
        entry = self.reader.open(node, BASELINE, pointer)
        if entry is None or "year" not in entry.values:
            return None
        words = read_line(self.reader, entry.values["year"], pointer) or ""
        value = entry.values.get("value")
        measured = (
            None if value is None else read_measured(self.reader, value, self.unit, entry.place.at("value"))
        )
        return Baseline(
            words, year_number(words), None if measured is None else measured[0], place=entry.place
        )

    def targets(self, opened: Opened) -> tuple[Target, ...]:
        """Read `targets`: key → target, or a list of targets under one key."""
        targets = (
            self._target(key, child, pointer)
            for key, node, pointer in _entries(self.reader, opened, "targets")
            for child in (node.items if isinstance(node, Sequence) else [node])
            if not is_null(child)
        )
        return tuple(target for target in targets if target is not None)

    def _target(self, key: Scalar, node: Node, pointer: str) -> Target | None:
        words = self.reader.words(key)
        if isinstance(node, Scalar):
            place = Place(self.reader.path, pointer, node.start, node.end, {})
            place.fields["value"] = (key.start, key.end, node.start, node.end)
            value = self._value(node, self.change, pointer)
            typed, base = node.text.strip(), _named_base(value, None)
            return Target(place=place, key=words, value=value, words=typed, baseline=base)
        entry = self.reader.open(node, TARGET, pointer)
        if entry is None:
            return None
        values = self.read_fields(self.reader, entry, skip=("value", "stretch", "baseline"))
        change = values.pop("change", self.change)
        for name in ("value", "stretch"):
            child = entry.values.get(name)
            scalar = None if child is None else self.reader.scalar(child, entry.place.at(name), _ONE_VALUE)
            if scalar is not None:
                values[name] = self._value(scalar, change, entry.place.at(name))
        written = entry.values.get("value")
        typed = written.text.strip() if isinstance(written, Scalar) else ""
        baseline = self.baseline(entry)
        value = values.get("value")
        if value is not None and baseline is not None and value.against not in (None, baseline.year):
            self._two_bases(entry, value, baseline)
        base = _named_base(value, baseline)
        return Target(place=entry.place, key=words, words=typed, baseline=base, **values)

    def _two_bases(self, entry: Opened, value: Value, baseline: Baseline) -> None:
        """Report words that name another base year than the target's own `baseline`."""
        message = say(
            'The value "{text}" is against {year}, the baseline says {other}.',
            text=value.words.strip(),
            year=value.against,
            other=baseline.words,
        )
        problem = Refusal("change", message, say("leave one of the two out"))
        node = entry.values["value"]
        report_number(self.reader, self.reader.span(node), problem, entry.place.at("value"))

    def _value(self, node: Scalar, change: bool | None, pointer: str) -> Value | None:  # noqa: FBT001
        """Read a value in the author's words; what is not understood is kept and reported."""
        value = parse_value(node.text, self.unit, change=change)
        if isinstance(value, Refusal):
            report_number(self.reader, self.reader.span(node), value, pointer)
            return None
        if not value.understood and (node.text.strip() or node.style not in ("|", ">")):  # a rule of its own
            self.reader.report(
                "value-not-understood",
                self.reader.span(node),
                say('The value "{text}" is shown as written, but cannot be computed with.', text=node.text),
                pointer=pointer,
                label=say("not understood"),
                help_=_MULTIPLE_HINT if is_doubtful_multiple(node.text) else _UNDERSTOOD,
            )
        else:
            report_reversed(self.reader, node, value, pointer)
        return value

    def actuals(self, opened: Opened) -> tuple[Actual, ...]:
        """Read `actual`: a year, month or day → a number, or a map with its source."""
        actuals = []
        for key, node, pointer in _entries(self.reader, opened, "actual"):
            period = parse_period(key.text)
            if isinstance(period, Refusal):
                report_date(self.reader, self.reader.span(key), period, pointer)
                continue
            number: Node | None = node
            place = Place(self.reader.path, pointer, node.start, node.end, {})
            values: dict[str, Any] = {}
            if isinstance(node, Mapping):
                entry = self.reader.open(node, ACTUAL, pointer)
                if entry is None:
                    continue
                values = self.read_fields(self.reader, entry, skip=("value", "baseline"))
                values["baseline"] = self.baseline(entry)
                number, place = entry.values.get("value"), entry.place
            else:
                place.fields["value"] = (key.start, key.end, node.start, node.end)
            measured = None if number is None else read_measured(self.reader, number, self.unit, pointer)
            if measured is not None:
                value, words = measured
                actuals.append(
                    Actual(place=place, key=key.text, period=period, value=value, words=words, **values)
                )
        return tuple(sorted(actuals, key=lambda actual: actual.period))


def report_reversed(reader: Reader, node: Scalar, value: Value, pointer: str) -> None:
    """Report a range that begins with its larger number; it is read either way."""
    if value.kind == "range" and is_reversed(node.text):
        reader.report(
            "reversed-values",
            reader.span(node),
            say('The range "{text}" begins with its larger number.', text=node.text.strip()),
            pointer=pointer,
            label=say("larger number first"),
            help_=say("write the smaller number first, such as 7..10"),
        )


def _named_base(value: Value | None, baseline: Baseline | None) -> Baseline | None:
    """What a target is measured against: as stated, else the year that its words name."""
    if baseline is not None or value is None or value.against is None:
        return baseline
    return Baseline(str(value.against), value.against)


def read_measured(reader: Reader, node: Node, unit: Unit | None, pointer: str) -> tuple[float, str] | None:
    """Read a measured value: one number, with or without a unit and words such as "over"."""
    scalar = reader.scalar(node, pointer, _NUMBER)
    if scalar is None:
        return None
    value = parse_value(scalar.text, unit, change=False)
    if isinstance(value, Refusal):
        report_number(reader, reader.span(node), value, pointer)
        return None
    if value.kind == "range" and value.low != value.high:  # nothing says which of its numbers was measured
        report_number(reader, reader.span(node), Refusal("number", _NO_RANGE, _NO_RANGE_HINT), pointer)
        return None
    number = value.low if value.low is not None else value.high
    if number is not None and value.understood:
        return number, scalar.text.strip()
    report_no_number(reader, scalar, pointer)
    return None


def report_no_number(reader: Reader, scalar: Scalar, pointer: str, hint: str = _NUMBER_HINT) -> None:
    """Report a value that is none; `hint` says what to write unless nothing was meant to be written."""
    if scalar.text.strip().casefold() in _NO_VALUE:
        hint = _NO_VALUE_HINT
    problem = Refusal("number", say('"{text}" is not a number.', text=scalar.text), hint)
    report_number(reader, reader.span(scalar), problem, pointer)


def _plain(key: str) -> str:
    """A key of a map of years as any spelling of it: 2030 for 2030年."""
    return (key if key.isascii() else unicodedata.normalize("NFKC", key)).strip().removesuffix("年")


def year_number(words: str) -> int | None:
    """Return the year that a key names: 2030 or 2030年; None for anything else."""
    year = words.removesuffix("年")
    return int(year) if _YEAR.fullmatch(year) else None


def _entries(reader: Reader, opened: Opened, name: str) -> Iterator[tuple[Scalar, Node, str]]:
    """The given entries of a map of years; of a key that is given twice the first."""
    node = opened.values.get(name)
    if node is None:
        return
    pointer = opened.place.at(name)
    if not isinstance(node, Mapping):
        reader.wrong_type(node, _YEARS_TO_VALUES, pointer, MAP_HINT)
        return
    seen: dict[str, Scalar] = {}
    for key, value in node.pairs:
        if is_null(value):
            continue
        first = seen.setdefault(_plain(key.text), key)
        if first is key:
            yield key, value, f"{pointer}.{key.text}"
        else:
            report_both_spellings(reader, first, key, f"{pointer}.{key.text}")
