"""Values that YAML cut, doubled or emptied without an error."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.source.found import found, repair
from carbonroad.source.misread.quoting import line_end, line_start, quote_line, quoted, value_end, written
from carbonroad.source.yaml.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.findings import Finding
    from carbonroad.source.misread.remarks import Remarks
    from carbonroad.source.yaml.layout import Layout

_GLUED = lazy_pattern(r"([^:：]+)([:：])(.+)", re.DOTALL)
_YEAR = lazy_pattern(r"\d{4}年?(?!\d)")
_TAG = lazy_pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Two letters are keys of the format too (`by`, `if`, `id`), so one of a map must be a common language.
_COMMON = frozenset(("en", "zh", "fr", "de", "es", "it", "pt", "ja", "ko", "ru", "ar"))
_MOST_LANGUAGES = 30
_MOST = 10_000
_GLUED_HASH = lazy_pattern(r"#(?=\w)")
_PATH = lazy_pattern(r"\b[A-Za-z]:(\\[^\\\s\"])")
_ENTITY = lazy_pattern(r"&(amp|lt|gt|quot|apos|nbsp|le|ge|ndash|mdash|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
_NUMBERED = lazy_pattern(r"1[.、)）][ ]{0,3}(?:id|title|编号|标题):")
_ANY_NUMBER = lazy_pattern(r"^[ ]*([（(]?\d{1,3}[.、)）])[ ]{0,3}(?:id|title|编号|标题):", re.MULTILINE)
_MOST_KEYS = 100
_SUPPRESSION = "#carbonroad:"


def check(path: str, text: str, remarks: Remarks, layout: Layout) -> Iterator[Finding]:
    """Everything YAML swallowed in a file that it could read."""
    for mapping, item in remarks.doubled:
        yield from _doubled(path, text, mapping, remarks, item=item)
    yield from _emptied(path, text, remarks)
    # Each is looked for by its rarest sign first: to find one sign is far cheaper than two.
    if "<" in text and "<<" in text:
        yield from _merges(path, text, layout, remarks)
    if " #" in text or "\t#" in text:
        yield from _cut(path, text, layout)
    if "\\" in text and ":\\" in text:
        yield from _paths(path, text, layout)
    if "&" in text:
        yield from _entities(path, text, layout)
    if _NUMBERED.search(text):
        yield from _numbered(path, text, layout, remarks)
    if not remarks.plain:
        from carbonroad.source.misread.swallowed import swallowed_items, unclosed_quotes

        yield from swallowed_items(path, text, layout, remarks)
        yield from unclosed_quotes(path, text, layout, remarks)


def _doubled(path: str, text: str, mapping: Mapping, remarks: Remarks, *, item: bool) -> Iterator[Finding]:
    """Keys given twice; the first key of a list's item given again is an item without its dash."""
    first_of: dict[str, Scalar] = {}
    opening = mapping.pairs[0][0]
    for key, value in mapping.pairs:
        first = first_of.setdefault(key.text, key)
        if first is key or key.text == "<<" or (mapping.flow and value.start == value.end):
            continue  # what a comma cut off is said by `emptied-value`
        related = ((first.start, first.end, say("first given here")),)
        if item and not mapping.flow and first is opening:
            blanks = text[line_start(text, key.start) : key.start]
            fix = None
            if len(blanks) >= 2 and not blanks.strip(" "):
                fix = repair(say("write `- ` before it"), (key.start - 2, key.start, "- "), safe=False)
            remarks.merged.append(mapping)
            yield found(path, "missing-dash", key.start, key.end, related=related, fix=fix, key=key.text)
            return
        yield found(path, "duplicate-key", key.start, key.end, related=related, key=key.text)


def _emptied(path: str, text: str, remarks: Remarks) -> Iterator[Finding]:
    skip: tuple[Mapping | None, int] = (None, -1)
    for mapping, index in remarks.empties:
        key, value = mapping.pairs[index]
        if value.__class__ is Scalar and value.style:
            if value.style in "|>":
                sign = text[value.start : value_end(text, value.start)]
                fix = quote_line(text, value.start, safe=len(sign) > 1)
                values = written(text, value.start)
                yield found(
                    path,
                    "empty-block",
                    value.start,
                    value.start + len(sign),
                    fix=fix,
                    sign=sign,
                    quoted=values,
                )
        elif mapping.flow:
            if skip[0] is mapping and index < skip[1]:
                continue
            last = _run_of_empties(text, mapping, index)
            skip = (mapping, last)
            own = text.startswith(":", mapping.pairs[index][0].end)  # its value was left out, not cut off
            before = [mapping.pairs[index - 1][1].start] if index and not own else []
            remarks.cut += [*before, *(cut.start for cut, _ in mapping.pairs[index:last])]
            yield _emptied_in_flow(path, text, mapping, index, last)
        elif _YEAR.match(key.text) or _by_language(mapping):
            yield found(path, "emptied", key.start, key.end, key=key.text)


def _by_language(mapping: Mapping) -> bool:
    if len(mapping.pairs) > _MOST_LANGUAGES:
        return False
    keys = [key.text for key, _ in mapping.pairs]
    return all(_TAG.fullmatch(key) for key in keys) and not _COMMON.isdisjoint(keys)


def _run_of_empties(text: str, mapping: Mapping, index: int) -> int:
    """The index after the last of the keys that one comma after another has cut off."""
    pairs = mapping.pairs
    end = index
    while end < len(pairs) and _has_no_colon(text, mapping, end):
        end += 1
    return max(end, index + 1)


def _has_no_colon(text: str, mapping: Mapping, index: int) -> bool:
    key, value = mapping.pairs[index]
    bare = isinstance(value, Scalar) and not value.text and not value.style
    return bare and not text.startswith(":", key.end) and (bool(key.style) or not _GLUED.fullmatch(key.text))


def _emptied_in_flow(path: str, text: str, mapping: Mapping, index: int, last: int) -> Finding:
    key = mapping.pairs[index][0]
    glued = None if key.style else _GLUED.fullmatch(key.text)
    if glued and not text.startswith(":", key.end):
        sign = key.start + len(glued[1])
        fix = repair(say("write a colon and a blank"), (sign, sign + 1, ": "))
        if glued[2] == "：":
            return found(path, "full-width-colon", sign, sign + 1, fix=fix, key=glued[1])
        value = glued[3].strip()
        return found(path, "emptied-by-colon", key.start, key.end, fix=fix, key=glued[1], value=value)
    before = mapping.pairs[index - 1][1] if index else None
    end = mapping.pairs[last - 1][0].end
    if text.startswith(":", key.end) or not isinstance(before, Scalar) or before.style or not before.text:
        return found(path, "emptied", key.start, max(key.end, key.start + 1), key=key.text)
    whole = quoted(text[before.start : end])
    number = text[before.end - 1 : before.end].isdigit() and key.text[:3].isdigit()
    safe = (number and key.start == before.end + 1) or _by_language_but(mapping, index, last)
    from carbonroad.source.misread.lookalikes import typographic

    curly = typographic(path, text, before.start, end)
    if curly:
        return curly
    one_line = "\n" not in whole and "\r" not in whole
    mend = repair(say("put the value in quotes"), (before.start, end, whole), safe=safe) if one_line else None
    return found(path, "emptied-by-comma", key.start, end, fix=mend, rest=text[key.start : end], quoted=whole)


def _by_language_but(mapping: Mapping, index: int, last: int) -> bool:
    """Whether the map is one of languages once the keys that were cut off are left out."""
    if len(mapping.pairs) > _MOST_LANGUAGES:
        return False
    return _by_language(Mapping(mapping.pairs[:index] + mapping.pairs[last:], 0, 0, flow=True))


def _merges(path: str, text: str, layout: Layout, remarks: Remarks) -> Iterator[Finding]:
    at = text.find("<<")
    while at != -1:
        place = layout.plain(at)
        if place and place.part == "key" and place.scalar.text == "<<":
            remarks.cut.append(at)
            yield found(path, "merge-key", at, at + 2)
        at = text.find("<<", at + 2)


def _paths(path: str, text: str, layout: Layout) -> Iterator[Finding]:
    """Paths of Windows in double quotes, of which YAML reads a part as line ends and the like."""
    for match in islice(_PATH.finditer(text), _MOST):
        place = layout.at(match.start())
        if place and place.scalar.style == '"':
            start, end = place.scalar.start, place.scalar.end
            inner = text[start + 1 : end - 1]
            plain = "'" + inner.replace("'", "''") + "'"
            fix = repair(say("write single quotes"), (start, end, plain), safe=False)
            yield found(path, "path-escape", *match.span(1), fix=fix, escape=match[1])


def _entities(path: str, text: str, layout: Layout) -> Iterator[Finding]:
    """Signs in the spelling of web pages, such as `&gt;`."""
    for match in islice(_ENTITY.finditer(text), _MOST):
        if layout.at(match.start()) is None:
            continue
        from html import unescape

        plain = unescape(match[0]).replace("\xa0", " ")
        fix = repair(say("write {plain}", plain=plain), (*match.span(), plain), safe=False)
        yield found(path, "html-entity", *match.span(), fix=fix, entity=match[0], plain=plain)


def _numbered(path: str, text: str, layout: Layout, remarks: Remarks) -> Iterator[Finding]:
    """Items that begin with numbers: each became a key, such as `1. id`."""
    for match in islice(_NUMBERED.finditer(text), _MOST):
        opened = text[match.start() - 1 : match.start()] in ("(", "（")
        start, end = match.start() - opened, match.start() + 2
        place = layout.plain(start)
        if place and place.part == "key" and place.scalar.start == start:
            remarks.cut += (
                other.start(1)
                for other in islice(_ANY_NUMBER.finditer(text, line_start(text, start)), _MOST_KEYS)
            )
            yield found(path, "numbered-item", start, end, number=text[start:end])
            return


def _cut(path: str, text: str, layout: Layout) -> Iterator[Finding]:
    """Text after ` #` where no blank follows: a clause or a lot, not a comment."""
    signs = (match.start() for match in _GLUED_HASH.finditer(text))  # what begins with a sign is found fast
    behind = ((_last_before(text, sign), sign) for sign in signs if text[sign - 1 : sign] in (" ", "\t"))
    for before, sign in islice((pair for pair in behind if pair[0] >= 0), _MOST):
        if text.startswith(_SUPPRESSION, sign) or layout.at(sign) or layout.in_comment(before + 1):
            continue
        place = layout.at(before)
        if (place and place.scalar.style) or (not place and text[before] not in ":-,[{"):
            continue
        end = line_end(text, sign)
        start = place.scalar.start if place else sign
        whole = text[start:end]
        one_line = not re.search("[\r\n]", whole)
        fix = (
            repair(say("put the value in quotes"), (start, end, quoted(whole)), safe=False)
            if one_line
            else None
        )
        yield found(path, "cut-by-comment", sign, end, fix=fix, rest=text[sign:end], quoted=quoted(whole))


def _last_before(text: str, sign: int) -> int:
    """The character before the blanks before a sign, on the same line; -1 for none, or for another `#`."""
    at = sign - 1
    while at >= 0 and text[at] in " \t":
        at -= 1
    return -1 if at < 0 or text[at] == "#" or text[at].isspace() else at
