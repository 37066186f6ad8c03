"""Readers of dates: deadlines as written, days, runs of years, durations and lags."""

import unicodedata
from datetime import date

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say, sayable
from carbonroad.base.times.durations import Duration, parse_duration
from carbonroad.base.times.periods import Period, parse_period
from carbonroad.findings import Span
from carbonroad.model.terms import Day, DeadlineWords, TermDays, Words
from carbonroad.read.reader import Opened, Reader
from carbonroad.read.vocabulary.term_shapes import DEADLINE
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, is_null

_YEARS = lazy_pattern(r"(\d{4})(?:年)?\s*(?:\.\.|-|–|—|～|~|至|to|/)\s*(\d{4})(?:年)?|(\d{4})(?:年)?")

_DATE = say("a date")
_RUN = say("years such as 2026..2030")
_DURATION = say("a duration such as 9 months")
_YEARS_HINT = say("write such as 2026..2030")
_EARLIER_FIRST = say("write the earlier date first, such as 2026..2030")
DATE_RULES = {
    "impossible-day": ("impossible-date", sayable("no such day")),
    "reversed-range": ("reversed-range", sayable("ends before it begins")),
    "outside-calendar": ("impossible-date", sayable("outside the calendar")),
}
"""The rule and the label of a refused date by the reason; any other is unreadable."""
_DURATION_RULES = {
    "zero-duration": ("no-duration", sayable("no time at all")),
    "negative-duration": ("no-duration", sayable("less than no time")),
    "too-long": ("duration-too-long", sayable("a digit too many?")),
}


def read_deadline(reader: Reader, node: Node, pointer: str) -> DeadlineWords | None:
    """Read a deadline's words; what they mean is known once the phases are (when linking)."""
    if isinstance(node, Scalar):
        return DeadlineWords(reader.words(node))
    opened = reader.open(node, DEADLINE, pointer)
    if opened is None:
        return None
    words = _words_of(reader, opened, "words")
    by = _words_of(reader, opened, "by")
    return None if words is None else DeadlineWords(words, by)


def _words_of(reader: Reader, opened: Opened, name: str) -> Words | None:
    """A field's words; None where it is not given or holds no single value."""
    node = opened.values.get(name)
    scalar = None if node is None else reader.scalar(node, opened.place.at(name))
    return None if scalar is None else reader.words(scalar)


def read_period(reader: Reader, node: Node, pointer: str) -> tuple[Period, Words] | None:
    """Read a day, month, quarter or year."""
    scalar = reader.scalar(node, pointer, _DATE)
    if scalar is None:
        return None
    found = parse_period(scalar.text)
    if isinstance(found, Refusal):
        report_date(reader, reader.span(node), found, pointer)
        return None
    return found, reader.words(scalar)


def report_date(reader: Reader, span: Span, refusal: Refusal, pointer: str) -> None:
    """Report a refused date or deadline under the rule that fits the refusal."""
    rule, label = DATE_RULES.get(refusal.reason, ("unreadable-date", sayable("not a date")))
    reader.report(rule, span, refusal.message, pointer=pointer, label=say(label), help_=refusal.hint)


def read_first_day(reader: Reader, node: Node, pointer: str) -> Day | None:
    """Read a date field that means the first day of what is written."""
    found = read_period(reader, node, pointer)
    return Day(found[0].first, found[1]) if found is not None else None


def read_last_day(reader: Reader, node: Node, pointer: str) -> Day | None:
    """Read a date field that means the last day of what is written."""
    found = read_period(reader, node, pointer)
    return Day(found[0].last, found[1]) if found is not None else None


def read_finished(reader: Reader, node: Node, pointer: str) -> Day | TermDays | None:
    """Read `finished`: a day, or for what recurs a map of periods to days."""
    if not isinstance(node, Mapping):
        return read_last_day(reader, node, pointer)
    entries = []
    for key, value in node.pairs:
        if is_null(value):
            continue
        term = parse_period(key.text)
        if isinstance(term, Refusal):
            report_date(reader, reader.span(key), term, pointer)
            continue
        day = read_last_day(reader, value, f"{pointer}.{key.text}")
        if day is not None:
            entries.append((reader.words(key), day))
    return TermDays(tuple(entries)) if entries else None


def read_years(reader: Reader, node: Node, pointer: str) -> Period | None:
    """Read a run of years such as 2026..2030."""
    scalar = reader.scalar(node, pointer, _RUN)
    if scalar is None:
        return None
    match = _YEARS.fullmatch(unicodedata.normalize("NFKC", scalar.text).strip())
    years = [int(year) for year in match.groups() if year] if match else []
    if years and 1 <= years[0] <= years[-1]:
        return _run(years[0], years[-1])
    problem = Refusal("unreadable", say('"{text}" is not a run of years.', text=scalar.text), _YEARS_HINT)
    if years and min(years) >= 1:  # reported, and read the other way round: what names the phase is right
        message = say('"{text}" ends before it begins.', text=scalar.text)
        problem = Refusal("reversed-range", message, _EARLIER_FIRST)
    report_date(reader, reader.span(node), problem, pointer)
    return _run(min(years), max(years)) if years and min(years) >= 1 else None


def _run(first: int, last: int) -> Period:
    return Period(date(first, 1, 1), date(last, 12, 31))


def read_duration(reader: Reader, node: Node, pointer: str, *, signed: bool = False) -> Duration | None:
    """Read how long something takes."""
    scalar = reader.scalar(node, pointer, _DURATION)
    if scalar is None:
        return None
    found = parse_duration(scalar.text, signed=signed)
    if not isinstance(found, Refusal):
        return found
    rule, label = _DURATION_RULES.get(found.reason, ("unreadable-duration", sayable("not a duration")))
    reader.report(rule, reader.span(node), found.message, pointer=pointer, label=say(label), help_=found.hint)
    return None


def read_lag(reader: Reader, node: Node, pointer: str) -> Duration | None:
    """Read the time between two items; may be negative."""
    return read_duration(reader, node, pointer, signed=True)
