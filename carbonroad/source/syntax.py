"""A YAML error to the finding that a policy writer needs: the right place and the way to write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from carbonroad.source.found import escape, found, listed, repair
from carbonroad.source.quoting import line_end, line_start, quote_line, value_end, written
from carbonroad.source.roots import ODD_SPACES
from carbonroad.source.trail import Trail, follow
from carbonroad.source.wide import KEY_WITHOUT_BLANK, key_finding

if TYPE_CHECKING:
    from carbonroad.findings import Finding

_BLOCK_HEADER = re.compile(r"(?:^|[ \t])[|>][+-]?\d?[+-]?[ \t]*$")
_FIRST_KEY = re.compile(r"-[ ]+([^\s:]+):(?:\s|$)")
_KEY = re.compile(r"[^\s:]+(?=:(?:\s|$))")
_VALUE = re.compile(r"[ ]*(?:-[ ]+)*[^\s:][^:]*:[ \t]+")
_KEY_ODD_SPACE = re.compile(f"^[ ]*(?:-[ ]+)*[^\\s:：]{{1,24}}:([{ODD_SPACES}]+)")
_ODD_INDENT = re.compile(f"[ ]*([{ODD_SPACES}]+)")
_CLOSERS = {"[": "]", "{": "}"}
_WIDE_SIGN = re.compile("[，］｝]")
_WIDE_PLAIN = {"］": "]", "｝": "}"}


class Case(NamedTuple):
    """One YAML error.

    Attributes:
        path: The file.
        text: Its text.
        problem: What the parser says, with its context, in small letters.
        at: Offset of the problem.
        since: Offset where what the parser was reading began; -1 where it says none.
        trail: What had been read before.
    """

    path: str
    text: str
    problem: str
    at: int
    since: int
    trail: Trail


def explain(path: str, text: str, error: yaml.YAMLError, *, fast: bool) -> Finding:
    """The best finding for an error of the parser; there is always one."""
    at, since, problem = len(text), -1, str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        problem = f"{error.context or ''}: {error.problem or ''}".lower()
        if error.problem_mark is not None:
            at = min(error.problem_mark.index, len(text))
        if error.context_mark is not None:
            since = min(error.context_mark.index, len(text))
    case = Case(path, text, problem, at, since, follow(text, fast=fast))
    for detect in _DETECTORS:
        finding = detect(case)
        if finding is not None:
            return finding
    said = problem.rpartition(": ")[2] or "it is not YAML"
    return found(path, "syntax", at, min(at + 1, len(text)) or at, problem=said)


def _tab(case: Case) -> Finding | None:
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
        count = len(text[tab:]) - len(text[tab:].lstrip("\t"))
        blanks = "  " * count if indents else " "
        fix = repair("write blanks", (tab, tab + count, blanks), safe=not indents)
        return found(case.path, "tab-indentation" if indents else "tab-separator", tab, tab + 1, fix=fix)
    return None


def _quote(case: Case) -> Finding | None:
    """A quote that is never closed, or an escape that does not exist."""
    if "quoted scalar" not in case.problem and "double-quoted" not in case.problem:
        return None
    text, at = case.text, case.at
    if "escape" in case.problem or "hex" in case.problem:
        at = text.rfind("\\", 0, at + 1)
        fix = repair("write the backslash twice", (at, at + 1, "\\\\"))
        return found(case.path, "bad-escape", at, at + 2, fix=fix, escape=text[at : at + 2])
    return _open_quote(case, case.since)


def _open_quote(case: Case, at: int) -> Finding:
    quote = case.text[at]
    end = line_end(case.text, at)
    fix = repair("close the quote", (end, end, quote), safe=False)
    return found(case.path, "unclosed-quote", at, at + 1, fix=fix, quote=quote)


def _block(case: Case) -> Finding | None:
    if "block scalar" not in case.problem or case.since < 0:
        return None
    end = value_end(case.text, case.since)
    sign = case.text[case.since : end]
    fix = quote_line(case.text, case.since)
    return found(
        case.path, "block-sign", case.since, end, fix=fix, sign=sign, quoted=written(case.text, case.since)
    )


def _reserved(case: Case) -> Finding | None:
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
    if at == line_start(text, at):
        return found(case.path, "directive", at, at + 1, sign=sign)
    fix = quote_line(text, at)
    return found(case.path, "reserved-sign", at, at + 1, fix=fix, sign=sign, quoted=written(text, at))


def _inside_brackets(case: Case) -> bool:
    return bool(case.trail.opened) and case.trail.opened[-1][1]


def _wide_key(case: Case) -> Finding | None:
    """A key with a full-width colon, without a blank, or with an odd space behind it."""
    if re.search(r"',' or|document", case.problem) and "document start" not in case.problem:
        return None
    text, last = case.text, case.trail.last
    places = [case.since] if "simple key" in case.problem else []
    places += [last[0]] if last and not last[2] else []
    places.append(case.at)
    for at in places:
        first = line_start(text, min(at, len(text)))
        spaced = _KEY_ODD_SPACE.match(text[first : line_end(text, first)])
        indented = _ODD_INDENT.match(text, first)
        span = (first + spaced.start(1), first + spaced.end(1)) if spaced else None
        span = indented.span(1) if indented else span
        if span:
            fix = repair(
                "write plain blanks",
                (*span, " " if spaced else "  " * (span[1] - span[0])),
                safe=bool(spaced),
            )
            return found(case.path, "odd-space", *span, fix=fix, char=escape(text[span[0]]))
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
                fix=repair("write `- `", (sign, sign + 1, "- ")),
                sign="－",
            )
    return None


def _after_quote(case: Case) -> Finding | None:
    """Text behind a closing quote: a quote inside a sentence, or one that was never closed above."""
    last = case.trail.last
    if not last or not last[2] or last[2] in "|>" or case.at < last[1]:
        return None
    text, (start, end, style) = case.text, last
    if text[end : case.at].strip(" \t") or text[case.at : case.at + 1] in ("", "\n", "\r", "#"):
        return None
    if re.search("[\r\n]", text[start:end]):
        return _open_quote(case, start)
    stop = max(value_end(text, start, case.at), case.at + 1)
    if style == "'" and case.at == end and text[end - 2].isalpha():
        return found(case.path, "apostrophe", case.at, stop)
    fix = quote_line(text, start, case.at)
    return found(case.path, "after-quote", case.at, stop, fix=fix, quoted=written(text, start, case.at))


def _after_bracket(case: Case) -> Finding | None:
    closed = case.trail.closed
    if not closed or case.at < closed[1] or case.text[closed[1] : case.at].strip(" \t"):
        return None
    if case.text[case.at : case.at + 1] in ("", "\n", "\r", ":"):
        return None
    start = closed[0]
    fix = quote_line(case.text, start, case.at, safe=False)
    stop = max(value_end(case.text, start, case.at), case.at + 1)
    quoted = written(case.text, start, case.at)
    bracket = case.text[closed[1] - 1]
    return found(case.path, "after-bracket", case.at, stop, fix=fix, bracket=bracket, quoted=quoted)


def _brackets(case: Case) -> Finding | None:
    """A list or map in brackets that does not close where its line ends, or lacks a comma."""
    flows = [at for at, flow in case.trail.opened if flow]
    if not flows:
        return None
    text, start = case.text, flows[-1]
    if text[start : start + 1] not in _CLOSERS:
        return None
    end = line_end(text, start)
    sign = _WIDE_SIGN.search(text, start, end)
    if sign:
        plain = _WIDE_PLAIN.get(sign[0])
        fix = repair("write the plain sign", (*sign.span(), plain or ", "))
        wording = "full-width-bracket" if plain else "full-width-comma"
        return found(case.path, wording, *sign.span(), fix=fix, sign=sign[0], plain=plain or ",")
    bracket, close = text[start], _CLOSERS[text[start]]
    if text[case.at : case.at + 1] == ":" and case.at <= end:
        last = case.trail.last
        first = last[0] if last and not last[2] and last[0] > start else start + 1
        fix = quote_line(text, first, case.at)
        quoted = written(text, first, case.at)
        return found(case.path, "second-colon", case.at, case.at + 1, fix=fix, quoted=quoted)
    if case.at > end or case.at >= len(text):
        fix = repair("close the bracket", (end, end, close), safe=False)
        return found(case.path, "unclosed-bracket", start, start + 1, fix=fix, bracket=bracket, close=close)
    return found(
        case.path, "missing-comma", case.at, min(case.at + 1, len(text)), bracket=bracket, close=close
    )


def _second_colon(case: Case) -> Finding | None:
    """`key: rest: more` on one line, or a line that stands too far in."""
    if "mapping values" not in case.problem:
        return None
    text, at, last = case.text, case.at, case.trail.last
    first = line_start(text, at)
    if (
        last
        and not last[2]
        and last[0] >= first
        and last[1] <= at
        and text[last[0] - 1 : last[0]] in (" ", ":")
    ):
        start = last[0]
    else:
        value = _VALUE.match(text, first, at + 1)
        start = value.end() if value else -1
    if first < start <= at and text[first:start].strip(" -"):
        fix = quote_line(text, start, at + 1)
        return found(case.path, "second-colon", at, at + 1, fix=fix, quoted=written(text, start, at + 1))
    if last and last[0] < first:
        above = line_start(text, last[0])
        line = text[above : line_end(text, above)].strip()
        if above + len(text[above : last[0]].rstrip(" ")) == above:
            return found(case.path, "no-colon", last[0], line_end(text, last[0]), line=line)
        inner = first + len(text[first:at]) - len(text[first:at].lstrip(" "))
        return found(case.path, "too-far-in", inner, max(at, inner + 1), above=line)
    return None


def _no_colon(case: Case) -> Finding | None:
    if "':'" not in case.problem or case.since < 0:
        return None
    text, at = case.text, case.since
    if text[at] in "\"'":
        return _open_quote(case, at)
    end = max(line_end(text, at), at + 1)
    above = text[: line_start(text, at)].rstrip()
    if _BLOCK_HEADER.search(above, line_start(above, len(above))):
        return found(case.path, "unindented-block", at, end)
    return found(case.path, "no-colon", at, end, line=text[at:end])


def _items(case: Case) -> Finding | None:
    """A key where an item is wanted: its dash is missing, or its indentation is wrong."""
    if "block collection" not in case.problem or case.since < 0:
        return None
    first = _FIRST_KEY.match(case.text, case.since)
    key = _KEY.match(case.text, case.at)
    if first and key and key[0] == first[1]:
        fix = repair("write `- ` before it", (case.at, case.at, "- "), safe=False)
        related = ((*first.span(1), "the first item begins with it"),)
        return found(case.path, "missing-dash", *key.span(), related=related, fix=fix, key=key[0])
    return _indentation(case)


def _indentation(case: Case) -> Finding | None:
    text, at = case.text, case.at
    first = line_start(text, at)
    blanks = at - first
    columns = [str(column) for column in case.trail.columns(text) if column != blanks]
    if text[first:at].strip(" ") or not columns or at >= len(text) or "block" not in case.problem:
        return None
    end = max(line_end(text, at), at + 1)
    if text.startswith(("- ", "-\n"), at):
        return found(case.path, "item-among-keys", at, at + 1)
    return found(case.path, "indentation", at, end, blanks=blanks, expected=listed(columns))


def _list_in_line(case: Case) -> Finding | None:
    if "sequence entries" not in case.problem:
        return None
    return found(case.path, "list-in-line", case.at, case.at + 1)


def _after_root(case: Case) -> Finding | None:
    if "document start" not in case.problem or case.at >= len(case.text):
        return None
    return found(case.path, "after-root", case.at, max(line_end(case.text, case.at), case.at + 1))


_DETECTORS = (
    _tab,
    _quote,
    _block,
    _after_quote,
    _reserved,
    _wide_key,
    _after_bracket,
    _brackets,
    _second_colon,
    _no_colon,
    _list_in_line,
    _items,
    _indentation,
    _after_root,
)
