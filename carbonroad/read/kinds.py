"""Readers of single values: texts, ids, references, numbers; and the table of all simple kinds."""

import unicodedata
from collections.abc import Callable
from typing import Any

from carbonroad.base.lazy_pattern import lazy_pattern
from carbonroad.base.numbers import parse_number
from carbonroad.base.quantities import Money, parse_money
from carbonroad.base.refusal import Refusal
from carbonroad.findings import Span
from carbonroad.model.terms import Words
from carbonroad.model.text import Text
from carbonroad.read.core import Reader
from carbonroad.read.dates import (
    read_deadline,
    read_duration,
    read_finished,
    read_first_day,
    read_lag,
    read_last_day,
    read_years,
)
from carbonroad.read.words import ENUMERATIONS
from carbonroad.source.nodes import MERGE, Mapping, Node, Scalar, Sequence, is_null

Read = Callable[[Reader, Node, str], Any]

ID = lazy_pattern(r"[\w-]+")
ID_SIGNS = lazy_pattern(r"[^\w-]+")
_TAG = lazy_pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


_LONGEST_TITLE = 200


def read_text(reader: Reader, node: Node, pointer: str) -> Text | None:
    """Read one string, or a map of language tags to strings."""
    if isinstance(node, Scalar):
        return Text((("", node.text),))
    if isinstance(node, Sequence):
        reader.wrong_type(node, "text, or a map of languages such as {en: …, zh: …}", pointer)
        return None
    entries = []
    for key, value in node.pairs:
        if key.text == MERGE:
            continue  # reported with the syntax
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
            if value.text.strip() and not is_null(value):
                entries.append((key.text, value.text))
            elif value.style:  # an empty value without quotes was found with the syntax
                _blank(reader, value, key.text, f"{pointer}.{key.text}")
        else:
            reader.wrong_type(value, "text", f"{pointer}.{key.text}")
    if not node.pairs:
        _blank(reader, node, "", pointer)
    return Text(tuple(entries)) if entries else None


def _blank(reader: Reader, node: Node, tag: str, pointer: str) -> None:
    reader.report(
        "missing-key",
        reader.span(node),
        f"This text is blank in {tag}." if tag else "Here stands a map without any language.",
        pointer=pointer,
        label="nothing to read",
        help_="write the words, or leave the language out" if tag else "write {en: …, zh: …}, or one string",
    )


def is_in_languages(node: Node) -> bool:
    """Whether a map holds one text in several languages: every key is a language tag."""
    keys = [key.text for key, _ in node.pairs if key.text != MERGE] if isinstance(node, Mapping) else []
    return bool(keys) and all(_TAG.fullmatch(key) for key in keys)


def read_short_text(reader: Reader, node: Node, pointer: str) -> Text | None:
    """Read a text that stands whole on every page, and so must end somewhere."""
    text = read_text(reader, node, pointer)
    if text is not None and any(len(words) > _LONGEST_TITLE for _, words in text.entries):
        longest = max(len(words) for _, words in text.entries)
        reader.report(
            "text-too-long",
            reader.span(node),
            f"This text has {longest:,} characters; up to {_LONGEST_TITLE:,} fit on the pages.",
            pointer=pointer,
            label="too long",
            help_="write the gist here and the rest under note",
        )
    return text


def read_texts(reader: Reader, node: Node, pointer: str) -> tuple[Text, ...] | None:
    """Read one text or a list of texts."""
    nodes = node.items if isinstance(node, Sequence) else [node]
    texts = (read_text(reader, n, pointer) for n in nodes if not is_null(n))
    return tuple(text for text in texts if text is not None)


def read_line(reader: Reader, node: Node, pointer: str) -> str | None:
    """Read one plain string."""
    scalar = reader.scalar(node, pointer)
    return scalar.text.strip() if scalar is not None else None


def read_words(reader: Reader, node: Node, pointer: str) -> Words | None:
    """Read one scalar as typed, with its place."""
    scalar = reader.scalar(node, pointer)
    return reader.words(scalar) if scalar is not None else None


def read_id(reader: Reader, node: Node, pointer: str) -> str | None:
    """Read an id: letters and digits of any script, `-` and `_`; returned in NFC.

    An id with other signs is reported and kept, so that what refers to it is not reported too.
    """
    scalar = reader.scalar(node, pointer)
    if scalar is None:
        return None
    text = unicodedata.normalize("NFC", scalar.text)
    if ID.fullmatch(text):
        return text
    proposal = ID_SIGNS.sub("-", text).strip("-")
    reader.report(
        "invalid-id",
        reader.span(node),
        f'"{text}" cannot be an id.',
        pointer=pointer,
        label="letters, digits, - and _ only",
        help_=f'write "{proposal}"' if proposal else "use letters and digits of any script, - and _",
    )
    return text.strip() or None


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


def read_tags(reader: Reader, node: Node, pointer: str) -> tuple[str, ...]:
    """Read one language tag or a list of them; they become names of folders, so no other word may pass."""
    tags: dict[str, str] = {}
    for words in read_refs(reader, node, pointer):
        tag = words.text.strip()
        if _TAG.fullmatch(tag):
            tags.setdefault(tag.lower(), tag)
            continue
        reader.report(
            "not-a-language",
            words.span,
            f'"{tag}" is not a language tag.',
            pointer=pointer,
            label="en, zh, zh-Hans … expected",
            help_="write tags such as [en, zh]; a part such as the script follows a hyphen: zh-Hans",
        )
    return tuple(tags.values())


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
