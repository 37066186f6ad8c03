"""Readers of single values: texts, ids, references, numbers; and the table of all simple kinds."""

import unicodedata
from collections.abc import Callable
from typing import Any

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say, sayable
from carbonroad.base.values.money import Money, parse_money
from carbonroad.base.values.numbers import parse_number
from carbonroad.findings import Span
from carbonroad.model.terms import Words
from carbonroad.read.dates import (
    read_deadline,
    read_duration,
    read_finished,
    read_first_day,
    read_lag,
    read_last_day,
    read_years,
)
from carbonroad.read.reader import Reader, words_at, words_of
from carbonroad.read.texts import TAG, read_short_text, read_text, read_texts, report_tag
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.source.yaml.nodes import Node, Scalar, Sequence, is_null

Read = Callable[[Reader, Node, str], Any]

ID = lazy_pattern(r"[\w-]+")
ID_SIGNS = lazy_pattern(r"[^\w-]+")
"""An id, and what must not stand in one."""

_ONE_ID = say("one id")
_IDS = say("an id or a list of ids")
_NUMBER = say("a number")
_PERCENTAGE = say("a percentage")
_COST = say("a cost such as 180m EUR")
_TAGS = say("write tags such as [en, zh]; a part such as the script follows a hyphen: zh-Hans")


def read_line(reader: Reader, node: Node, pointer: str) -> str | None:
    """Read one plain string."""
    if isinstance(node, Scalar):
        return node.text.strip()
    reader.scalar(node, pointer)
    return None


def read_words(reader: Reader, node: Node, pointer: str) -> Words | None:
    """Read one scalar as typed, with its place."""
    scalar = reader.scalar(node, pointer)
    return words_at(reader.path, scalar) if scalar is not None else None


def read_id(reader: Reader, node: Node, pointer: str) -> str | None:
    """Read an id: letters and digits of any script, `-` and `_`; returned in NFC.

    An id with other signs is reported and kept, so that what refers to it is not reported too.
    """
    scalar = reader.scalar(node, pointer)
    if scalar is None:
        return None
    text = scalar.text
    if text.isascii() and text.isalnum():  # most are no more than that
        return text
    text = unicodedata.normalize("NFC", text)
    if ID.fullmatch(text):
        return text
    proposal = ID_SIGNS.sub("-", text).strip("-")
    reader.report(
        "invalid-id",
        reader.span(node),
        say('"{text}" cannot be an id.', text=text),
        pointer=pointer,
        label=say("letters, digits, - and _ only"),
        help_=say('write "{proposal}"', proposal=proposal)
        if proposal
        else say("use letters and digits of any script, - and _"),
    )
    return text.strip() or None


def read_ref(reader: Reader, node: Node, pointer: str) -> Words | None:
    """Read one reference as typed."""
    scalar = reader.scalar(node, pointer, _ONE_ID)
    return words_at(reader.path, scalar) if scalar is not None else None


def read_refs(reader: Reader, node: Node, pointer: str) -> tuple[Words, ...]:
    """Read one reference or a list of them."""
    nodes = node.items if isinstance(node, Sequence) else [node]
    return words_of(reader, nodes, pointer, _IDS)


def read_lines(reader: Reader, node: Node, pointer: str) -> tuple[str, ...]:
    """Read one string or a list of strings."""
    return tuple(words.text.strip() for words in read_refs(reader, node, pointer))


def read_tags(reader: Reader, node: Node, pointer: str) -> tuple[str, ...]:
    """Read one language tag or a list of them; they become names of folders, so no other word may pass."""
    tags: dict[str, str] = {}
    flow = isinstance(node, Sequence) and node.flow
    for words in read_refs(reader, node, pointer):
        tag = words.text.strip()
        parts = [part.strip() for part in tag.split("，")] if flow else [tag]  # such a comma has its finding
        if all(TAG.fullmatch(part) for part in parts):
            for part in parts:
                tags.setdefault(part.lower(), part)
            continue
        report_tag(reader, words, pointer, _TAGS)
    return tuple(tags.values())


def read_number(reader: Reader, node: Node, pointer: str) -> float | None:
    """Read a number without a unit."""
    scalar = reader.scalar(node, pointer, _NUMBER)
    if scalar is None:
        return None
    number = parse_number(scalar.text)
    if isinstance(number, Refusal):
        report_number(reader, reader.span(node), number, pointer)
        return None
    return float(number)


def read_percent(reader: Reader, node: Node, pointer: str) -> float | None:
    """Read a number from 0 to 100, with or without a percent sign."""
    scalar = reader.scalar(node, pointer, _PERCENTAGE)
    if scalar is None:
        return None
    number = parse_number(unicodedata.normalize("NFKC", scalar.text).strip().removesuffix("%"))
    if isinstance(number, Refusal):
        report_number(reader, reader.span(node), number, pointer)
        return None
    if 0 <= number <= 100:
        return float(number)
    message = say("{value} is not between 0 and 100.", value=scalar.text.strip())
    problem = Refusal("out-of-range", message, say("write a percentage from 0 to 100"))
    report_number(reader, reader.span(node), problem, pointer)
    return None


_NUMBER_RULES = {
    "unit": ("unit-does-not-fit", sayable("unit does not fit")),
    "scale": ("number-word-twice", sayable("number word twice")),
    "which-way": ("which-way", sayable("which way?")),
    "change": ("change-contradicted", sayable("a change or a level?")),
    "currency": ("unknown-currency", sayable("no known currency")),
    "not-finite": ("not-finite", sayable("no amount")),
    "out-of-range": ("out-of-range", sayable("out of range")),
}


def report_number(reader: Reader, span: Span, refusal: Refusal, pointer: str) -> None:
    """Report a refused number under the rule that fits the refusal."""
    rule, label = _NUMBER_RULES.get(refusal.reason, ("not-a-number", sayable("not a number")))
    reader.report(rule, span, refusal.message, pointer=pointer, label=say(label), help_=refusal.hint)


def read_money(reader: Reader, node: Node, pointer: str) -> Money | None:
    """Read a cost with its currency."""
    scalar = reader.scalar(node, pointer, _COST)
    if scalar is None:
        return None
    money = parse_money(scalar.text)
    if isinstance(money, Refusal):
        report_number(reader, reader.span(node), money, pointer)
        return None
    return money


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
    "short-text": read_short_text,
    "texts": read_texts,
    "line": read_line,
    "lines": read_lines,
    "tags": read_tags,
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
    "boolean": read_boolean,
    "raw": read_raw,
}
