"""Syntax errors that one sign causes: a tab, a quote, a reserved or a full-width sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import by_number
from carbonroad.source.found import found, repair
from carbonroad.source.misread.full_width import KEY_WITHOUT_BLANK, key_finding
from carbonroad.source.misread.lookalikes import entity_first
from carbonroad.source.misread.quoting import line_end, line_start, quote_line, value_end, written
from carbonroad.source.misread.spaces import ODD_SPACES
from carbonroad.source.yaml.lines import meant_indent

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.source.syntax.case import Case


_CURLY = {'"': "”“＂", "'": "’‘＇"}
_KEY_ODD_SPACE = lazy_pattern(f"^[ ]*(?:-[ ]+)*[^\\s:：]{{1,24}}:([{ODD_SPACES}]+)")
_ODD_INDENT = lazy_pattern(f"[ ]*([{ODD_SPACES}]+)")


def tab(case: Case) -> Finding | None:
    """A tab in the indentation, or after a colon or dash."""
    text = case.text
    for at in (case.at, case.since):
        if at < 0:
            continue
        first = line_start(text, at)
        stop = first
        while text[stop : stop + 1] in (" ", "\t", "-"):
            stop += 1
        tab = text.find("\t", first, stop)
        if text[at : at + 1] == "\t":
            tab = at
        elif tab == -1 or at > stop + 1:
            continue
        indents = not text[first:tab].strip(" ")
        end = tab
        while text[end : end + 1] == "\t" or (indents and text[end : end + 1] == " "):
            end += 1
        edit = (first, end, " " * meant_indent(text, first)) if indents else (tab, end, " ")
        fix = repair(say("write blanks"), edit, safe=not indents)
        return found(case.path, "tab-indentation" if indents else "tab-separator", tab, tab + 1, fix=fix)
    return None


def quote(case: Case) -> Finding | None:
    """A quote that is never closed, or an escape that does not exist."""
    if "quoted scalar" not in case.problem and "double-quoted" not in case.problem:
        return None
    text, at = case.text, case.at
    backslash = text.rfind("\\", 0, at + 1)
    if ("escape" in case.problem or "hex" in case.problem) and case.since < backslash < len(text) - 1:
        at = backslash
        fix = repair(say("write the backslash twice"), (at, at + 1, "\\\\"))
        return found(case.path, "bad-escape", at, at + 2, fix=fix, escape=text[at : at + 2])
    return _quote_twice(case, at=case.since) or open_quote(case, case.since)


def _quote_twice(case: Case, at: int) -> Finding | None:
    """A second quote behind the one that closes a value, with nothing after it."""
    last, quote = case.trail.last, case.text[at : at + 1]
    if not last or last.end != at or last.style != quote or line_end(case.text, at) != at + 1:
        return None
    fix = repair(say("delete it"), (at, at + 1, ""))
    return found(case.path, "quote-twice", at, at + 1, fix=fix, quote=quote)


def open_quote(case: Case, at: int) -> Finding:
    """The quote at this offset is never closed."""
    return unclosed(case.path, case.text, at)


def unclosed(path: str, text: str, at: int) -> Finding:
    """The quote at this offset does not close on its line; a typographic one at its end was meant to."""
    quote = text[at]
    end = line_end(text, at)
    curly = end - 1 > at and text[end - 1] in _CURLY[quote]
    fix = repair(say("close the quote"), (end - curly, end, quote), safe=False)
    return found(path, "unclosed-quote", at, at + 1, fix=fix, quote=quote)


def block(case: Case) -> Finding | None:
    """A value that begins with `>` or `|` but is no block."""
    if "block scalar" not in case.problem or case.since < 0:
        return None
    end = value_end(case.text, case.since)
    sign = case.text[case.since : end]
    fix = quote_line(case.text, case.since)
    return found(
        case.path, "block-sign", case.since, end, fix=fix, sign=sign, quoted=written(case.text, case.since)
    )


def reserved(case: Case) -> Finding | None:
    """A value or a line that begins with a sign YAML keeps for itself."""
    text, at = case.text, case.at
    if "cannot start any token" not in case.problem and "node content" not in case.problem:
        if not re.search(r"anchor|alias|\btag\b|directive", case.problem):
            return None
        at = case.since if case.since >= 0 and text[case.since : case.since + 1] in tuple("&*!%") else at
    sign = text[at : at + 1]
    if "node content" in case.problem and sign in {"", ","} and _inside_brackets(case):
        return found(case.path, "empty-item", at, at + 1) if sign else None
    if not sign or sign.isalnum() or sign.isspace():
        return None
    other = entity_first(case.path, text, at) if sign == "&" else _bullet(case, at)
    if other:
        return other
    if at == line_start(text, at):
        return found(case.path, "directive", at, at + 1, sign=sign)
    fix = quote_line(text, at)
    return found(case.path, "reserved-sign", at, at + 1, fix=fix, sign=sign, quoted=written(text, at))


def _bullet(case: Case, at: int) -> Finding | None:
    """An item that begins as in Markdown, with `* `."""
    text = case.text
    if not text.startswith("* ", at) or text[line_start(text, at) : at].strip(" "):
        return None
    fix = repair(say("write `- `"), (at, at + 1, "-"))
    return found(case.path, "full-width-dash", at, at + 1, fix=fix, sign="*")


def _inside_brackets(case: Case) -> bool:
    return bool(case.trail.opened) and case.trail.opened[-1].flow


def wide_key(case: Case) -> Finding | None:
    """A key with a full-width colon, without a blank, or with an odd space behind it."""
    if re.search(r"',' or|document", case.problem) and "document start" not in case.problem:
        return None
    text, last = case.text, case.trail.last
    places = [case.since] if "simple key" in case.problem else []
    places += [last.start] if last and not last.style else []
    places.append(case.at)
    for at in places:
        first = line_start(text, min(at, len(text)))
        spaced = _KEY_ODD_SPACE.match(text[first : line_end(text, first)])
        indented = _ODD_INDENT.match(text, first)
        span = (first + spaced.start(1), first + spaced.end(1)) if spaced else None
        span = indented.span(1) if indented else span
        if span:
            fix = repair(
                say("write plain blanks"),
                (*span, " " if spaced else "  " * (span[1] - span[0])),
                safe=bool(spaced),
            )
            return found(case.path, "odd-space", *span, fix=fix, char=by_number(text[span[0]]))
        match = KEY_WITHOUT_BLANK.match(text, first)
        if match:
            return key_finding(case.path, text, match, [match])
        if text[first:].lstrip(" ").startswith("－"):
            sign = text.index("－", first)
            return found(
                case.path,
                "full-width-dash",
                sign,
                sign + 1,
                fix=repair(say("write `- `"), (sign, sign + 1, "- ")),
                sign="－",
            )
    return None
