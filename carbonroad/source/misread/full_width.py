"""Full-width signs, odd spaces, tabs and missing blanks that YAML read as letters."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import by_number
from carbonroad.source.found import found, repair
from carbonroad.source.misread.quoting import line_start, value_end
from carbonroad.source.misread.spaces import ODD_SPACES

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from carbonroad.findings import Finding
    from carbonroad.source.yaml.layout import Layout
    from carbonroad.source.yaml.nodes import Scalar

KEY_WITHOUT_BLANK = lazy_pattern(
    r"[ ]*(?:-[ ]+)*([^\s:：#\"'\[\]{}&*!|>%@`,，。；、]{1,24})(：[ ]*|:(?=[^\s/]))"
)
_GLUED = lazy_pattern(r":(?=[^\s/])")
_WIDE_COLON = lazy_pattern("：")
_WIDE_COMMA = lazy_pattern("，")
_LINE_END = lazy_pattern("[\r\n]")
# One line of many million signs would be walked back once for each of them.
_MOST = 10_000
_PLAIN_KEY = lazy_pattern(r"[A-Za-z_][A-Za-z0-9_-]*|\d{4}年?|[０-９]{4}年?")
_SCHEMES = frozenset(("doi", "urn", "isbn", "issn", "mailto", "http", "https", "tel", "file", "ftp"))
_IN_BRACKETS = lazy_pattern(r"\[[^\[\]\n]*，")
_WIDE_PAIR = lazy_pattern(r"(，[ ]*)([\w-]{2,12})([：:][ ]*)")
_YEAR_OR_TAG = lazy_pattern(r"\d{4}年?|en|zh(-[A-Za-z]+)?|fr|de|es")
_BRACKETS = {"［": "[", "｛": "{"}
_CLOSING = {"［": "］", "｛": "｝"}
_BRACKET = lazy_pattern("[［｛]")
_DASH = lazy_pattern(r"\n[ ]*(?:([－–—•·])[ ]|(－)(?=\S))")
_DASH_SIGNS = "－–—•·"
_DIGITS = lazy_pattern("[０-９]+")
_NUMBER = lazy_pattern(r"[^\w，。；、：（）《》“”]*[０-９][０-９0-9.,．，％%年月日/－-]*\w{0,6}")
_HALF = str.maketrans("０１２３４５６７８９％．，－", "0123456789%.,-")
_ODD = lazy_pattern(f"[{ODD_SPACES}]+")
_TAIL = lazy_pattern(r"[ \t]*(?:[\r\n#]|$)")
_TABS = lazy_pattern(r"\t+")
# To look for each alone is faster than for all at once, which few texts hold.
_WIDE_BRACKETS = ("［", "｛")
_WIDE_DIGITS = tuple("０１２３４５６７８９")
_ODD_SIGNS = tuple(ODD_SPACES.replace("\u2000-\u200a", "".join(map(chr, range(0x2000, 0x200B)))))


def check(path: str, text: str, layout: Layout, cut: list[int]) -> Iterator[Finding]:
    """Signs that look like YAML's own and are not; `cut` gets the places of values misread by them."""
    yield from _keys(path, text, layout)
    if text.isascii() and "\t" not in text:
        return
    yield from _separators(path, text, layout)
    if "，" in text and "{" in text:
        yield from _in_maps(path, text, layout, cut)
    yield from _dashes(path, text, layout)
    if "\t" in text:
        yield from _tabs(path, text, layout)
    holds = text.__contains__
    if any(map(holds, _WIDE_BRACKETS)):
        yield from _brackets(path, text, layout, cut)
    if any(map(holds, _WIDE_DIGITS)):
        yield from _digits(path, text, layout)
    if any(map(holds, _ODD_SIGNS)):
        yield from _spaces(path, text, layout)


def _keys(path: str, text: str, layout: Layout) -> Iterator[Finding]:
    """`zh：钢铁` and `2025:15` on lines of their own: one text where the writer sees keys."""
    done = -1
    for first in sorted({*_lines_with(_GLUED, text), *_lines_with(_WIDE_COLON, text)}):
        match = KEY_WITHOUT_BLANK.match(text, first)
        place = layout.plain(match.start(1)) if match and match.start(1) >= done else None
        if match is None or place is None or place.part == "key":
            continue
        scalar = place.scalar
        if scalar.start != match.start(1) or not layout.begins_line(scalar):
            continue
        done = scalar.end
        written = text[scalar.start : scalar.end].splitlines(keepends=True)
        matches = [match]
        start = scalar.start
        for line, following in pairwise(written):
            start += len(line)
            other = KEY_WITHOUT_BLANK.match(text, start) if following.strip() else None
            if other:
                matches.append(other)
        if match[1].lower() in _SCHEMES:
            continue
        if _PLAIN_KEY.fullmatch(match[1]) or 1 < len(written) == len(matches):
            yield key_finding(path, text, match, matches)


def _lines_with(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Where the lines begin in which the pattern is found."""
    match = pattern.search(text)
    while match:
        yield line_start(text, match.start())
        end = _LINE_END.search(text, match.end())
        match = pattern.search(text, end.end()) if end else None


def key_finding(path: str, text: str, match: re.Match[str], matches: list[re.Match[str]]) -> Finding:
    """A key whose colon is full-width, or has no blank behind it; the fix mends all of `matches`."""
    edits = ((each.start(2), each.end(2), ":" if _ends_at(text, each.end(2)) else ": ") for each in matches)
    fix = repair(say("write a colon and a blank"), *edits)
    if match[2].startswith("："):
        at = match.start(2)
        return found(path, "full-width-colon", at, at + 1, fix=fix, key=match[1])
    value = text[match.end(2) : value_end(text, match.end(2))]
    return found(path, "no-space", match.start(2), match.end(2), fix=fix, key=match[1], value=value)


def _ends_at(text: str, at: int) -> bool:
    return text[at : at + 1] in ("", "\n", "\r")


def _separators(path: str, text: str, layout: Layout) -> Iterator[Finding]:
    done = -1
    for bracket in _IN_BRACKETS.finditer(text):
        for comma in _WIDE_COMMA.finditer(text, *bracket.span()):
            first = comma.start()
            place = layout.plain(first) if first >= done else None
            if place is None or place.part != "flow-item":
                continue
            done = place.scalar.end
            commas = (match.span() for match in _WIDE_COMMA.finditer(text, place.scalar.start, done))
            fix = repair(say("write plain commas"), *((*span, ", ") for span in commas))
            yield found(path, "full-width-separator", first, first + 1, fix=fix)


def _in_maps(path: str, text: str, layout: Layout, cut: list[int]) -> Iterator[Finding]:
    """A full-width comma before the next key of a map in braces: `{en: Steel，zh：钢铁}`."""
    done = -1
    for match in islice(_WIDE_PAIR.finditer(text), _MOST):
        first, key = match.start(), match[2]
        place = layout.plain(first) if first >= done else None
        if place is None or place.part != "value" or "{" not in text[line_start(text, first) : first]:
            continue
        if not _YEAR_OR_TAG.fullmatch(key):
            from carbonroad.source.yaml.lines import is_key_elsewhere

            if not is_key_elsewhere(text, key, match.start(2)):
                continue
        done = place.scalar.end
        pairs = _WIDE_PAIR.finditer(text, place.scalar.start, done)
        edits = (edit for pair in pairs for edit in ((*pair.span(1), ", "), (*pair.span(3), ": ")))
        cut.append(place.scalar.start)
        fix = repair(say("write a plain comma and a plain colon"), *edits)
        yield found(path, "full-width-comma", first, first + 1, fix=fix, sign="，", plain=",")


def _dashes(path: str, text: str, layout: Layout) -> Iterator[Finding]:
    if not any(_stands_as_dash(text, sign) for sign in _DASH_SIGNS):
        return
    for match in _DASH.finditer(text):
        at = match.start(1) if match[1] else match.start(2)
        place = layout.plain(at)
        if place and place.scalar.start == at:
            end = at + (2 if match[1] else 1)
            fix = repair(say("write `- `"), (at, end, "- "))
            yield found(path, "full-width-dash", at, at + 1, fix=fix, sign=text[at])


def _stands_as_dash(text: str, sign: str) -> bool:
    """Whether a sign stands in the text with a blank behind it, which the full-width hyphen does not need."""
    at = text.find(sign)
    while at != -1 and sign != "－" and text[at + 1 : at + 2] != " ":
        at = text.find(sign, at + 1)
    return at != -1


def _brackets(path: str, text: str, layout: Layout, cut: list[int]) -> Iterator[Finding]:
    for match in _BRACKET.finditer(text):
        at = match.start()
        place = layout.plain(at)
        if place is None or place.scalar.start != at or place.part == "key":
            continue
        wide = wide_brackets(path, text, at, place.scalar.end)
        if wide is not None:
            cut.append(at)
            yield wide


def wide_brackets(path: str, text: str, at: int, end: int) -> Finding | None:
    """A value that stands whole in full-width brackets; None for any other."""
    sign = text[at]
    if sign not in _BRACKETS or text[end - 1] != _CLOSING[sign]:
        return None
    inner = text[at + 1 : end - 1].replace("，", ", ")
    inner = inner.replace("：", ": ") if sign == "｛" else inner
    plain = _BRACKETS[sign] + inner + ("]" if sign == "［" else "}")
    fix = repair(say("write plain brackets"), (at, end, plain))
    return found(path, "full-width-bracket", at, at + 1, fix=fix, sign=sign, plain=_BRACKETS[sign])


def _digits(path: str, text: str, layout: Layout) -> Iterator[Finding]:
    done = -1
    for match in _DIGITS.finditer(text):
        place = layout.plain(match.start()) if match.start() >= done else None
        if place is None or not _NUMBER.fullmatch(place.scalar.text):
            continue
        scalar: Scalar = place.scalar
        done = scalar.end
        plain = text[scalar.start : scalar.end].translate(_HALF)
        fix = repair(say("write {plain}", plain=plain), (scalar.start, scalar.end, plain))
        wording = "full-width-key" if place.part == "key" else "full-width-digit"
        yield found(
            path, wording, scalar.start, scalar.end, fix=fix, key=scalar.text, value=scalar.text, plain=plain
        )


def _spaces(path: str, text: str, layout: Layout) -> Iterator[Finding]:
    for match in _ODD.finditer(text):
        start, end = match.span()
        place = layout.plain(start)
        if place is None:
            continue
        scalar = place.scalar
        after_key = (
            text[start - 1] == ":" and " " not in text[scalar.start : start] and layout.begins_line(scalar)
        )
        if start == scalar.start or end == scalar.end or after_key:
            fix = repair(say("write a plain blank"), (start, end, " " if after_key else ""))
            yield found(path, "odd-space", start, end, fix=fix, char=by_number(match[0][0]))


def _tabs(path: str, text: str, layout: Layout) -> Iterator[Finding]:
    for match in islice(_TABS.finditer(text), _MOST):
        start, end = match.span()
        place = layout.at(start)
        indents = not text[line_start(text, start) : start].strip(" ")
        if (
            (place and (place.scalar.style or not indents))
            or _TAIL.match(text, end)
            or layout.in_comment(start)
        ):
            continue
        wording = "tab-indentation" if indents else "tab-separator"
        fix = repair(
            say("write blanks"), (start, end, "  " * (end - start) if indents else " "), safe=not indents
        )
        yield found(path, wording, start, start + 1, fix=fix)
