"""Readers of an indicator's values: targets and measured values."""

import re
import unicodedata
from collections.abc import Iterator
from struct import pack

from carbonroad.base.record import make_record
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.periods import Period, parse_period
from carbonroad.base.values.multiples import is_doubtful_multiple
from carbonroad.base.values.quantities import is_reversed, parse_value
from carbonroad.base.values.units import Unit
from carbonroad.base.values.value import Value
from carbonroad.model.items import Actual, Target
from carbonroad.model.place import Fields, Place
from carbonroad.model.terms import Baseline
from carbonroad.read.citations import reader_of_cited
from carbonroad.read.dates import report_date
from carbonroad.read.keys import report_both_spellings
from carbonroad.read.kinds import read_line, report_number
from carbonroad.read.reader import Reader
from carbonroad.read.records import Records
from carbonroad.read.texts import is_in_languages, read_text
from carbonroad.read.vocabulary.item_shapes import ACTUAL, TARGET
from carbonroad.read.vocabulary.term_shapes import BASELINE
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence, is_null

_YEAR = lazy_pattern(r"\d{4}", re.ASCII)
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


_TARGET = Records(Target, TARGET, reader_of_cited, kept=("value", "stretch", "baseline"), beside=("change",))
_ACTUAL = Records(Actual, ACTUAL, reader_of_cited, kept=("value", "baseline"))
_KEY, _VALUE, _WORDS, _BASELINE, _STRETCH = map(
    Target._fields.index, ("key", "value", "words", "baseline", "stretch")
)
_ACTUAL_VALUE, _ACTUAL_BASELINE = map(Actual._fields.index, ("value", "baseline"))
_ONE = {"value": 0}


class Quantities:
    """Reads the values of one indicator, in its unit.

    Attributes:
        change: Whether the indicator says that signed values are changes; None if it does not say.
    """

    __slots__ = ("change", "reader", "unit")

    def __init__(self, reader: Reader, unit: Unit | None, change: bool | None) -> None:  # noqa: FBT001
        self.reader = reader
        self.unit = unit
        self.change = change

    def baseline(self, node: Node | None, pointer: str) -> Baseline | None:
        """Read a base year, {year, value} or words, which may be a map of languages."""
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

    def targets(self, given: Node | None, pointer: str) -> tuple[Target, ...]:
        """Read `targets`: key → target, or a list of targets under one key."""
        targets = (
            self._target(key, child, inner)
            for key, node, inner in _entries(self.reader, given, pointer)
            for child in (node.items if isinstance(node, Sequence) else [node])
            if not is_null(child)
        )
        return tuple([target for target in targets if target is not None])

    def _target(self, key: Scalar, node: Node, pointer: str) -> Target | None:
        words = self.reader.words(key)
        if isinstance(node, Scalar):
            place = _place_of_value(self.reader.path, key, node, pointer)
            plain = self._value(node, self.change, pointer)
            typed, base = node.text.strip(), _named_base(plain, None)
            return Target(place, words, "", plain, typed, base)
        values = _TARGET.read(self.reader, node, pointer)
        if values is None:
            return None
        own = values.pop()
        change = self.change if own is None else own
        written = values[_VALUE]
        for number, name in ((_VALUE, "value"), (_STRETCH, "stretch")):
            child, inner = values[number], f"{pointer}.{name}"
            scalar = None if child is None else self.reader.scalar(child, inner, _ONE_VALUE)
            values[number] = None if scalar is None else self._value(scalar, change, inner)
        value: Value | None = values[_VALUE]
        baseline = self.baseline(values[_BASELINE], f"{pointer}.baseline")
        if value is not None and baseline is not None and value.against not in (None, baseline.year):
            self._two_bases(written, value, baseline, f"{pointer}.value")
        values[_KEY] = words
        values[_WORDS] = written.text.strip() if isinstance(written, Scalar) else ""
        values[_BASELINE] = _named_base(value, baseline)
        return make_record(Target, values)

    def _two_bases(self, node: Node, value: Value, baseline: Baseline, pointer: str) -> None:
        """Report words that name another base year than the target's own `baseline`."""
        message = say(
            'The value "{text}" is against {year}, the baseline says {other}.',
            text=value.words.strip(),
            year=value.against,
            other=baseline.words,
        )
        problem = Refusal("change", message, say("leave one of the two out"))
        report_number(self.reader, self.reader.span(node), problem, pointer)

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

    def actuals(self, given: Node | None, pointer: str) -> tuple[Actual, ...]:
        """Read `actual`: a year, month or day → a number, or a map with its source."""
        actuals = []
        for key, node, inner in _entries(self.reader, given, pointer):
            period = parse_period(key.text)
            if isinstance(period, Refusal):
                report_date(self.reader, self.reader.span(key), period, inner)
                continue
            actual = self._actual(key, node, period, inner)
            if actual is not None:
                actuals.append(actual)
        return tuple(sorted(actuals, key=lambda actual: actual.period))

    def _actual(self, key: Scalar, node: Node, period: Period, pointer: str) -> Actual | None:
        if not isinstance(node, Mapping):
            measured = read_measured(self.reader, node, self.unit, pointer)
            place = _place_of_value(self.reader.path, key, node, pointer)
            return None if measured is None else Actual(place, key.text, period, *measured)
        values = _ACTUAL.read(self.reader, node, pointer)
        if values is None:
            return None
        baseline = self.baseline(values[_ACTUAL_BASELINE], f"{pointer}.baseline")
        number: Node | None = values[_ACTUAL_VALUE]
        measured = None if number is None else read_measured(self.reader, number, self.unit, pointer)
        if measured is None:
            return None
        place, _, _, _, _, _, *more = values
        return Actual(place, key.text, period, *measured, baseline, *more)


def _place_of_value(path: str, key: Scalar, node: Node, pointer: str) -> Place:
    """The place of what stands behind its year with nothing else."""
    fields = Fields(_ONE, pack("=4I", key.start, key.end, node.start, node.end))
    return make_record(Place, (path, pointer, node.start, node.end, fields))


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


def _entries(reader: Reader, node: Node | None, pointer: str) -> Iterator[tuple[Scalar, Node, str]]:
    """The given entries of a map of years; of a key that is given twice the first."""
    if node is None:
        return
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
