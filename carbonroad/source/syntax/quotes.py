"""Syntax errors behind a closing quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.source.found import found, repair
from carbonroad.source.misread.quoting import quote_line, quoted, value_end, written
from carbonroad.source.syntax.signs import open_quote

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.source.syntax.case import Case


def after_quote(case: Case) -> Finding | None:
    """Text behind a closing quote: a quote inside a sentence, or one that was never closed above."""
    last = case.trail.last
    if not last or not last.style or last.style in "|>" or case.at < last.end:
        return None
    text, (start, end, style) = case.text, last
    if text[end : case.at].strip(" \t") or text[case.at : case.at + 1] in ("", "\n", "\r", "#"):
        return None
    if re.search("[\r\n]", text[start:end]):
        return open_quote(case, start)
    stop = max(value_end(text, start, case.at), case.at + 1)
    if style == "'" and case.at == end and text[end - 2].isalpha():
        return found(case.path, "apostrophe", case.at, stop)
    return _ends_in_quote(case, start, end, stop) or found(
        case.path,
        "after-quote",
        case.at,
        stop,
        fix=quote_line(text, start, case.at),
        quoted=written(text, start, case.at),
    )


def _ends_in_quote(case: Case, start: int, end: int, stop: int) -> Finding | None:
    """A value that ends in the quote it begins with: `"by 2030""`, `"a "b" c"`, `"A" and "B"`."""
    text, style = case.text, case.text[start]
    if text[stop - 1] != style:
        return None
    if case.at == end and not text[case.at : stop].strip(style):
        fix = repair(say("delete it"), (case.at, stop, ""))
        return found(case.path, "quote-twice", case.at, stop, fix=fix, quote=style)
    if text[end - 2] in " （(":  # the second quote opens, so the first and the last enclose the value
        inner = quoted(text[start + 1 : stop - 1])
        fix = repair(say("put the value in quotes"), (start, stop, inner))
        return found(case.path, "after-quote", case.at, stop, fix=fix, quoted=inner)
    safe = text[end] in " ,、，"  # else the quotes may be nested all the same
    fix = quote_line(text, start, case.at, safe=safe)
    return found(case.path, "after-quote", case.at, stop, fix=fix, quoted=written(text, start, case.at))
