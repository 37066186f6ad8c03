"""Readers of single values: texts, ids, references, dates, durations, numbers, words of a list."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from carbonroad.base.dates import Duration, Period, parse_duration, parse_period
from carbonroad.base.numbers import parse_number
from carbonroad.base.quantities import Money, parse_money
from carbonroad.base.refusal import Refusal
from carbonroad.findings import Span
from carbonroad.model.terms import Baseline, Day, DeadlineWords, TermDays, Words
from carbonroad.model.text import Text
from carbonroad.read.core import Reader
from carbonroad.read.shapes import BASELINE, DEADLINE
from carbonroad.read.words import ENUMERATIONS
from carbonroad.source.nodes import Mapping, Node, Scalar, Sequence, is_null

Read = Callable[[Reader, Node, str], Any]

_ID = re.compile(r"[\w-]+")
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_YEARS = re.compile(r"(\d{4})(?:年)?\s*(?:\.\.|-|–|—|～|~|至|to|/)\s*(\d{4})(?:年)?|(\d{4})(?:年)?")


def read_text(reader: Reader, node: Node, pointer: str) -> Text | None:
    """Read one string, or a map of language tags to strings."""
    if isinstance(node, Scalar):
        return Text((("", node.text),))
    if isinstance(node, Sequence):
        reader.wrong_type(node, "text, or a map of languages such as {en: …, zh: …}", pointer)
        return None
    entries = []
    for key, value in node.pairs:
        if not _TAG.fullmatch(key.text):
            reader.report(
                "not-a-language",
                reader.span(key),
                f'"{key.text}" is not a language tag.',
                pointer=pointer,
                label="en, zh, zh-Hans … expected",
                help_="a text is one string, or a map such as {en: Steel, zh: 钢铁}",
            )
        elif isinstance(value, Scalar):
            if not is_null(value):
                entries.append((key.text, value.text))
        else:
            reader.wrong_type(value, "text", f"{pointer}.{key.text}")
    return Text(tuple(entries)) if entries else None


def read_texts(reader: Reader, node: Node, pointer: str) -> tuple[Text, ...] | None:
    """Read one text or a list of texts."""
    nodes = node.items if isinstance(node, Sequence) else [node]
    return tuple(text for n in nodes if (text := read_text(reader, n, pointer)) is not None)


def read_line(reader: Reader, node: Node, pointer: str) -> str | None:
    """Read one plain string."""
    scalar = reader.scalar(node, pointer)
    return scalar.text.strip() if scalar is not None else None


def read_words(reader: Reader, node: Node, pointer: str) -> Words | None:
    """Read one scalar as typed, with its place."""
    scalar = reader.scalar(node, pointer)
    return reader.words(scalar) if scalar is not None else None


def read_id(reader: Reader, node: Node, pointer: str) -> str | None:
    """Read an id: letters and digits of any script, `-` and `_`; returned in NFC."""
    scalar = reader.scalar(node, pointer)
    if scalar is None:
        return None
    text = unicodedata.normalize("NFC", scalar.text)
    if _ID.fullmatch(text):
        return text
    proposal = re.sub(r"[^\w-]+", "-", text).strip("-")
    reader.report(
        "invalid-id",
        reader.span(node),
        f'"{text}" cannot be an id.',
        pointer=pointer,
        label="letters, digits, - and _ only",
        help_=f'write "{proposal}"' if proposal else "use letters and digits of any script, - and _",
    )
    return None


def read_ref(reader: Reader, node: Node, pointer: str) -> Words | None:
    """Read one reference as typed."""
    scalar = reader.scalar(node, pointer, "one id")
    return reader.words(scalar) if scalar is not None else None


def read_refs(reader: Reader, node: Node, pointer: str) -> tuple[Words, ...]:
    """Read one reference or a list of them."""
    nodes = node.items if isinstance(node, Sequence) else [node]
    scalars = [reader.scalar(n, pointer, "an id or a list of ids") for n in nodes]
    return tuple(reader.words(s) for s in scalars if s is not None and not is_null(s))


def read_lines(reader: Reader, node: Node, pointer: str) -> tuple[str, ...]:
    """Read one string or a list of strings."""
    return tuple(words.text.strip() for words in read_refs(reader, node, pointer))


def read_deadline(reader: Reader, node: Node, pointer: str) -> DeadlineWords | None:
    """Read a deadline's words; what they mean is known once the phases are (when linking)."""
    if isinstance(node, Scalar):
        return DeadlineWords(reader.words(node))
    opened = reader.open(node, DEADLINE, pointer)
    if opened is None or "words" not in opened.values:
        return None
    words = read_words(reader, opened.values["words"], pointer)
    by = read_words(reader, opened.values["by"], pointer) if "by" in opened.values else None
    return DeadlineWords(words, by) if words is not None else None


def read_period(reader: Reader, node: Node, pointer: str) -> tuple[Period, Words] | None:
    """Read a day, month, quarter or year."""
    scalar = reader.scalar(node, pointer, "a date")
    if scalar is None:
        return None
    found = parse_period(scalar.text)
    if isinstance(found, Refusal):
        report_date(reader, reader.span(node), found, pointer)
        return None
    return found, reader.words(scalar)


def report_date(reader: Reader, span: Span, refusal: Refusal, pointer: str) -> None:
    """Report a refused date or deadline under the rule that fits the refusal."""
    impossible = refusal.reason == "impossible-day"
    reader.report(
        "impossible-date" if impossible else "unreadable-date",
        span,
        refusal.message,
        pointer=pointer,
        label="no such day" if impossible else "not a date",
        help_=refusal.hint,
    )


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
        day = read_last_day(reader, value, f"{pointer}.{key.text}")
        if day is not None:
            entries.append((reader.words(key), day))
    return TermDays(tuple(entries))


def read_years(reader: Reader, node: Node, pointer: str) -> Period | None:
    """Read a run of years such as 2026..2030."""
    scalar = reader.scalar(node, pointer, "years such as 2026..2030")
    if scalar is None:
        return None
    match = _YEARS.fullmatch(unicodedata.normalize("NFKC", scalar.text).strip())
    years = [int(year) for year in match.groups() if year] if match else []
    if years and 1 <= years[0] <= years[-1]:
        return Period(date(years[0], 1, 1), date(years[-1], 12, 31))
    report_date(
        reader,
        reader.span(node),
        Refusal("unreadable", f'"{scalar.text}" is not a run of years.', "write such as 2026..2030"),
        pointer,
    )
    return None


def read_duration(reader: Reader, node: Node, pointer: str, *, signed: bool = False) -> Duration | None:
    """Read how long something takes."""
    scalar = reader.scalar(node, pointer, "a duration such as 9 months")
    if scalar is None:
        return None
    found = parse_duration(scalar.text, signed=signed)
    if not isinstance(found, Refusal):
        return found
    reader.report(
        "unreadable-duration",
        reader.span(node),
        found.message,
        pointer=pointer,
        label="not a duration",
        help_=found.hint,
    )
    return None


def read_lag(reader: Reader, node: Node, pointer: str) -> Duration | None:
    """Read the time between two items; may be negative."""
    return read_duration(reader, node, pointer, signed=True)


def read_number(reader: Reader, node: Node, pointer: str) -> float | None:
    """Read a number without a unit."""
    scalar = reader.scalar(node, pointer, "a number")
    if scalar is None:
        return None
    number = parse_number(scalar.text)
    if isinstance(number, Refusal):
        report_number(reader, reader.span(node), number, pointer)
        return None
    return float(number)


def read_percent(reader: Reader, node: Node, pointer: str) -> float | None:
    """Read a number from 0 to 100, with or without a percent sign."""
    scalar = reader.scalar(node, pointer, "a percentage")
    if scalar is None:
        return None
    number = parse_number(unicodedata.normalize("NFKC", scalar.text).strip().removesuffix("%"))
    if isinstance(number, Refusal):
        report_number(reader, reader.span(node), number, pointer)
        return None
    if 0 <= number <= 100:
        return float(number)
    problem = Refusal("range", f"{scalar.text} is not between 0 and 100.", "write a percentage from 0 to 100")
    report_number(reader, reader.span(node), problem, pointer)
    return None


def report_number(reader: Reader, span: Span, refusal: Refusal, pointer: str) -> None:
    """Report a refused number under the rule that fits the refusal."""
    rule = {"unit": "unit-does-not-fit", "which-way": "which-way"}.get(refusal.reason, "not-a-number")
    label = {"unit-does-not-fit": "unit does not fit", "which-way": "which way?"}.get(rule, "not a number")
    reader.report(rule, span, refusal.message, pointer=pointer, label=label, help_=refusal.hint)


def read_money(reader: Reader, node: Node, pointer: str) -> Money | None:
    """Read a cost with its currency."""
    scalar = reader.scalar(node, pointer, "a cost such as 180m EUR")
    if scalar is None:
        return None
    money = parse_money(scalar.text)
    if isinstance(money, Refusal):
        report_number(reader, reader.span(node), money, pointer)
        return None
    return money


def read_baseline(reader: Reader, node: Node, pointer: str) -> Baseline | None:
    """Read a base year, {year, value}, or words."""
    if isinstance(node, Scalar):
        words = node.text.strip()
        year = words.removesuffix("年")
        return Baseline(words, int(year) if re.fullmatch(r"\d{4}", year, re.ASCII) else None)
    opened = reader.open(node, BASELINE, pointer)
    if opened is None or "year" not in opened.values:
        return None
    words = read_line(reader, opened.values["year"], pointer) or ""
    year = words.removesuffix("年")
    value = read_number(reader, opened.values["value"], pointer) if "value" in opened.values else None
    return Baseline(words, int(year) if re.fullmatch(r"\d{4}", year, re.ASCII) else None, value)


def read_boolean(reader: Reader, node: Node, pointer: str) -> bool | None:
    """Read true or false."""
    word = reader.word(node, ENUMERATIONS["boolean"], pointer)
    return None if word is None else word == "true"


def read_raw(_reader: Reader, node: Node, _pointer: str) -> object:
    """Return plain data of any shape: dicts, lists, strings."""
    if isinstance(node, Scalar):
        return None if is_null(node) else node.text
    if isinstance(node, Sequence):
        return [read_raw(_reader, item, "") for item in node.items]
    return {key.text: read_raw(_reader, value, "") for key, value in node.pairs}


SCALAR_KINDS: dict[str, Read] = {
    "text": read_text,
    "texts": read_texts,
    "line": read_line,
    "lines": read_lines,
    "words": read_words,
    "id": read_id,
    "ref": read_ref,
    "refs": read_refs,
    "deadline": read_deadline,
    "first-day": read_first_day,
    "last-day": read_last_day,
    "finished": read_finished,
    "years": read_years,
    "duration": read_duration,
    "lag": read_lag,
    "number": read_number,
    "percent": read_percent,
    "money": read_money,
    "baseline": read_baseline,
    "boolean": read_boolean,
    "raw": read_raw,
}
