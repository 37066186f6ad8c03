"""Keys that the vocabulary does not know, keys written in both languages, and keys that are missing."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.nearest import Near, Spelling
from carbonroad.base.texts.said import say
from carbonroad.base.texts.scripts import has_han
from carbonroad.findings import Related
from carbonroad.read.phrases import did_you_mean, replace, shape_name
from carbonroad.read.vocabulary.words import SYNONYMS
from carbonroad.source.yaml.nodes import MERGE, Mapping, Node, Scalar, is_null

if TYPE_CHECKING:
    from carbonroad.read.reader import Opened, Reader
    from carbonroad.read.vocabulary.shape import Field, Shape

_UNSEEN = lazy_pattern("[\xad\u200b-\u200f\u2060\ufeff]")
_LONG_ENOUGH = 3
"""Characters a mistyped key must have for its value to be read: 目录 is not surely meant as 目标."""


def report_both_spellings(reader: Reader, first: Scalar, second: Scalar, pointer: str) -> None:
    """Report a key that stands in a map under both its names."""
    if first.text == second.text:
        return  # the same key twice was found with the syntax
    reader.report(
        "key-in-both-spellings",
        reader.span(second),
        say(
            '"{second}" and "{first}" are the same key, written twice.',
            second=second.text,
            first=first.text,
        ),
        pointer=pointer,
        label=say("second spelling"),
        help_=say("keep one of the two"),
        related=(Related(reader.span(first), say("first written here")),),
    )


def take_unknown_keys(
    reader: Reader, unknown: list[tuple[Scalar, Node]], opened: Opened, seen: dict[str, Scalar]
) -> set[str]:
    """Report unknown keys; return the fields that one of them stands for.

    The value under a mistyped key is read as the field's, so that nothing else is reported for it.
    """
    renamed: set[str] = set()
    shape = opened.shape
    for key, value in unknown:
        if key.text == MERGE:  # refused with the syntax; what it would have brought is unknown
            renamed.update(field.name for field in shape.required)
            continue
        hidden = None if key.style else shape.by_key.get(_seen(key.text))
        if hidden is not None:  # what cannot be seen has a finding of its own
            if hidden.name not in seen:
                _take(opened, seen, hidden, key, value)
            continue
        near = _nearest_key(key.text, shape)
        fields = [shape.by_key[name] for name in near.words]
        free = [field for field in fields if field.name not in seen]
        renamed.update(field.name for field in free)
        meant = len(free) == len(fields) == 1 and (near.sure or len(key.text) >= _LONG_ENOUGH)
        if meant and not is_null(value):
            _take(opened, seen, free[0], key, value)
        _unknown_key(reader, key, near, opened, free=bool(free))
    return renamed


def _unknown_key(reader: Reader, key: Scalar, near: Near, opened: Opened, *, free: bool) -> None:
    shape = opened.shape
    chinese = has_han(key.text)
    keys = ", ".join(field.zh[0] if chinese and field.zh else field.name for field in shape.fields)
    one = near.one
    reader.report(
        "unknown-key",
        reader.span(key),
        say('"{key}" is not a key of {what}.', key=key.text, what=shape_name(shape.name)),
        pointer=opened.place.at(key.text),
        label=say("unknown key"),
        help_=did_you_mean(near.words)
        if near.words
        else say("known keys: {keys}; or begin it with x-", keys=keys),
        fix=replace(reader.words(key), one, safe=near.sure) if one and free else None,
    )


def report_missing(
    reader: Reader, field: Field, opened: Opened, node: Mapping, pair: tuple[Scalar, Scalar] | None
) -> None:
    """Report a required key that is not there, or is empty: `pair` is then the key and its value."""
    if pair is not None and _lost(*pair):
        return
    first = node.pairs[0][0] if node.pairs else node
    what = shape_name(opened.shape.name, begins=True)
    key, chinese = field.name, field.zh[0] if field.zh else field.name
    spelled = chinese if any(has_han(written.text) for written, _ in node.pairs) else key
    reader.report(
        "missing-key",
        reader.span(first if pair is None else pair[0]),
        say('{what} needs "{key}" ({chinese}).', what=what, key=key, chinese=chinese)
        if pair is None
        else say('{what} needs "{key}" ({chinese}), but it is empty.', what=what, key=key, chinese=chinese),
        pointer=opened.place.at(key),
        label=say("{key} is missing here", key=spelled) if pair is None else say("empty"),
        help_=say("add {key}: {says}", key=spelled, says=say(field.says)),
    )


@cache
def _spelling(shape: Shape) -> Spelling:
    return Spelling(shape.by_key)


def _nearest_key(text: str, shape: Shape) -> Near:
    """The keys that a mistyped one may stand for; a listed synonym stands for one alone."""
    synonym = SYNONYMS.get(text.lower())
    return Near((synonym,), sure=True) if synonym in shape.by_key else _spelling(shape).near(text)


def _take(opened: Opened, seen: dict[str, Scalar], field: Field, key: Scalar, value: Node) -> None:
    """Read a value as a field's, though its key is not the field's name to the letter."""
    seen[field.name] = key
    opened.values[field.name] = value
    opened.fields[field.name] = (key.start, key.end, value.start, value.end)


def _lost(key: Scalar, value: Scalar) -> bool:
    """Whether a value was taken for an anchor or a tag, which has a finding of its own."""
    return not value.text and not value.style and value.end > key.end + 1


def _seen(text: str) -> str:
    """A key without the blanks around it and the signs in it that nobody can see."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text)).strip()
