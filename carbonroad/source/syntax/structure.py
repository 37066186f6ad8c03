"""Syntax errors of structure: brackets, a second colon, items and indentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import any_of, say
from carbonroad.source.found import found, repair
from carbonroad.source.misread.full_width import wide_brackets
from carbonroad.source.misread.lookalikes import DASHES, numbered, typographic, without_key
from carbonroad.source.misread.quoting import line_end, line_start, quote_line, value_end, written
from carbonroad.source.syntax.signs import open_quote
from carbonroad.source.yaml.lines import below, indent_of, is_key_elsewhere, keys_at_dash, next_line, shape_at

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.source.syntax.case import Case


_BLOCK_HEADER = lazy_pattern(r"(?:^|[ \t])[|>][+-]?\d?[+-]?[ \t]*$")
_FIRST_KEY = lazy_pattern(r"-[ ]+([^\s:]+):(?:\s|$)")
_KEY = lazy_pattern(r"[^\s:]+(?=:(?:\s|$))")
_VALUE = lazy_pattern(r"[ ]*+(?:-[ ]++)*+[^\s:][^:]*:[ \t]+")
_GLUED_ITEM = lazy_pattern(r"-[^\s:-]{1,24}:(?:\s|$)")
_KEY_BEFORE = lazy_pattern(r"(?<![ ])[ ]+([^\s:,，；]{2,24})$")
_CLOSERS = {"[": "]", "{": "}"}
_WIDE_SIGN = lazy_pattern("[，］｝]")
_WIDE_PLAIN = {"］": "]", "｝": "}"}


def after_bracket(case: Case) -> Finding | None:
    """Text behind a closing bracket."""
    closed = case.trail.closed
    if not closed or case.at < closed.end or case.text[closed.end : case.at].strip(" \t"):
        return None
    if case.text[case.at : case.at + 1] in ("", "\n", "\r", ":"):
        return None
    start = closed.start
    fix = quote_line(case.text, start, case.at, safe=False)
    stop = max(value_end(case.text, start, case.at), case.at + 1)
    quoted = written(case.text, start, case.at)
    bracket = case.text[closed.end - 1]
    return found(case.path, "after-bracket", case.at, stop, fix=fix, bracket=bracket, quoted=quoted)


def brackets(case: Case) -> Finding | None:
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
        comma = "," if text.startswith(" ", sign.end()) else ", "
        fix = repair(say("write the plain sign"), (*sign.span(), plain or comma))
        wording = "full-width-bracket" if plain else "full-width-comma"
        return found(case.path, wording, *sign.span(), fix=fix, sign=sign[0], plain=plain or ",")
    bracket, close = text[start], _CLOSERS[text[start]]
    if text[case.at : case.at + 1] == ":" and case.at <= end:
        return _colon_inside(case, start)
    if case.at > end or case.at >= len(text):
        fix = repair(say("close the bracket"), (end, end, close), safe=False)
        return found(case.path, "unclosed-bracket", start, start + 1, fix=fix, bracket=bracket, close=close)
    return found(
        case.path, "missing-comma", case.at, min(case.at + 1, len(text)), bracket=bracket, close=close
    )


def _colon_inside(case: Case, start: int) -> Finding:
    """A second colon inside brackets: of the value, or of the next key, whose comma was forgotten."""
    text, last = case.text, case.trail.last
    first = last.start if last and not last.style and last.start > start else start + 1
    word = _KEY_BEFORE.search(text, first, case.at)
    if word and is_key_elsewhere(text, word[1], word.start(1)):
        bracket, close = text[start], _CLOSERS[text[start]]
        fix = repair(say("write a comma and a blank"), (word.start(), word.start(1), ", "), safe=False)
        return found(case.path, "missing-comma", *word.span(1), fix=fix, bracket=bracket, close=close)
    fix, whole = quote_line(text, first, case.at), written(text, first, case.at)
    return found(case.path, "second-colon", case.at, case.at + 1, fix=fix, quoted=whole)


def second_colon(case: Case) -> Finding | None:
    """`key: rest: more` on one line, or a line that stands too far in."""
    if "mapping values" not in case.problem:
        return None
    text, at, last = case.text, case.at, case.trail.last
    first = line_start(text, at)
    if (
        last
        and not last.style
        and first <= last.start
        and last.end <= at
        and text[last.start - 1 : last.start] in (" ", ":")
    ):
        start = last.start
    else:
        value = _VALUE.match(text, first, at + 1)
        start = value.end() if value else -1
    if first < start <= at and text[first:start].strip(" -"):
        end = value_end(text, start, at + 1)
        signs = typographic(case.path, text, start, end) or wide_brackets(case.path, text, start, end)
        word = _KEY_BEFORE.search(text, start, at)
        split = word is not None and is_key_elsewhere(text, word[1], word.start(1))
        fix, quoted = quote_line(text, start, at + 1), written(text, start, at + 1)
        if word and split:
            line = "\n" + " " * shape_at(text, first).column
            fix = repair(say("begin a new line"), (word.start(), word.start(1), line), safe=False)
        wording = "key-in-value" if split else "second-colon"
        key = word[1] if word else ""
        return signs or found(case.path, wording, at, at + 1, fix=fix, quoted=quoted, key=key)
    return _below_a_value(case, last.start, first) if last and last.start < first else None


def _below_a_value(case: Case, last: int, first: int) -> Finding:
    """A key below the plain value at `last`: the line above lacks a colon, or this one is too far in."""
    text = case.text
    above = line_start(text, last)
    line = text[above : line_end(text, above)].strip()
    if not text[above:last].strip(" -"):
        end = line_end(text, last)
        return without_key(case, last, end) or found(case.path, "no-colon", last, end, line=line)
    before = text[first : case.at]
    inner = first + len(before) - len(before.lstrip(" "))
    return (
        _first_dash(case, above, inner - first)
        or numbered(case, shape_at(text, above).content, line_end(text, above))
        or found(case.path, "too-far-in", inner, max(case.at, inner + 1), above=line)
    )


def _first_dash(case: Case, above: int, column: int) -> Finding | None:
    """The first item of a list without its dash: its keys stand two blanks further in than the first."""
    text, shape = case.text, shape_at(case.text, above)
    if shape.dash >= 0 or shape.value < 0 or column != shape.column + 2:
        return None
    line = next_line(text, below(text, above, shape.column))
    if line == -1 or not text.startswith("- ", line + shape.column) or indent_of(text, line) != shape.column:
        return None
    at, key = shape.content, text[shape.content : shape.key_end]
    fix = repair(say("write `- ` before it"), (at, at, "- "), safe=False)
    related = ((line + shape.column, line + shape.column + 1, say("the next item begins with it")),)
    return found(case.path, "missing-dash", at, shape.key_end, related=related, fix=fix, key=key)


def no_colon(case: Case) -> Finding | None:
    """A line without a key where one is wanted."""
    if "':'" not in case.problem or case.since < 0:
        return None
    text, at = case.text, case.since
    if text[at] in "\"'":
        return open_quote(case, at)
    end = max(line_end(text, at), at + 1)
    above = text[: line_start(text, at)].rstrip()
    if _BLOCK_HEADER.search(above, line_start(above, len(above))):
        return found(case.path, "unindented-block", at, end)
    return (
        without_key(case, at, end)
        or _key_alone(case, at, end)
        or found(case.path, "no-colon", at, end, line=text[at:end])
    )


def _key_alone(case: Case, start: int, end: int) -> Finding | None:
    """A key without its colon, above the lines that belong to it."""
    text, word = case.text, case.text[start:end]
    line = next_line(text, start)
    column = start - line_start(text, start)
    if line == -1 or " " in word or not word.isalpha() or text[start - 2 : start] == "- ":
        return None
    blanks = indent_of(text, line)
    if blanks < column or (blanks == column and not text.startswith("- ", line + blanks)):
        return None
    fix = repair(say("write a colon"), (end, end, ":"), safe=False)
    return found(case.path, "colon-forgotten", start, end, fix=fix, key=word)


def items(case: Case) -> Finding | None:
    """A key where an item is wanted: its dash is missing, or its indentation is wrong."""
    if "block collection" not in case.problem or case.since < 0:
        return None
    first = _FIRST_KEY.match(case.text, case.since)
    key = _KEY.match(case.text, case.at)
    if first and key and key[0] == first[1]:
        fix = repair(say("write `- ` before it"), (case.at, case.at, "- "), safe=False)
        related = ((*first.span(1), say("the first item begins with it")),)
        return found(case.path, "missing-dash", *key.span(), related=related, fix=fix, key=key[0])
    return indentation(case)


def indentation(case: Case) -> Finding | None:
    """A line whose indentation fits no open map or list."""
    text, at = case.text, case.at
    first = line_start(text, at)
    blanks = at - first
    columns = [str(column) for column in case.trail.columns(text) if column != blanks]
    if text[first:at].strip(" ") or at >= len(text) or "block" not in case.problem:
        return None
    out = keys_at_dash(text, first, blanks) if text.startswith("- ", at) else None
    if out:
        return found(case.path, "keys-at-dash", *out)
    return _misplaced(case, blanks, columns) if columns else None


def _misplaced(case: Case, blanks: int, columns: list[str]) -> Finding:
    text, at = case.text, case.at
    end = max(line_end(text, at), at + 1)
    if text.startswith(("- ", "-\n"), at):
        return _blanks_for_dash(case, blanks) or found(case.path, "item-among-keys", at, at + 1)
    if text[at] in DASHES and text.startswith(" ", at + 1):
        fix = repair(say("write `- `"), (at, at + 1, "-"))
        return found(case.path, "full-width-dash", at, at + 1, fix=fix, sign=text[at])
    if _GLUED_ITEM.match(text, at):
        fix = repair(say("write `- `"), (at, at + 1, "- "))
        return found(case.path, "dash-without-blank", at, at + 1, fix=fix)
    if blanks in case.trail.lists(text):
        return found(case.path, "key-among-items", at, end)
    return found(case.path, "indentation", at, end, blanks=blanks, expected=any_of(columns))


def _blanks_for_dash(case: Case, column: int) -> Finding | None:
    """The first item of a list with blanks in place of its dash."""
    text = case.text
    for start in reversed(case.trail.starts()):
        if start - line_start(text, start) == column + 2 and text[start - 2 : start] == "  ":
            key = _KEY.match(text, start)
            fix = repair(say("write `- ` before it"), (start - 2, start, "- "), safe=False)
            related = ((case.at, case.at + 1, say("the next item begins with it")),)
            if key:
                return found(case.path, "missing-dash", *key.span(), related=related, fix=fix, key=key[0])
    return None


def list_in_line(case: Case) -> Finding | None:
    """A dash on the line of its key."""
    if "sequence entries" not in case.problem:
        return None
    return found(case.path, "list-in-line", case.at, case.at + 1)


def after_root(case: Case) -> Finding | None:
    """Text after the root has ended."""
    if "document start" not in case.problem or case.at >= len(case.text):
        return None
    return found(case.path, "after-root", case.at, max(line_end(case.text, case.at), case.at + 1))
