"""Deadlines as EDTF (ISO 8601-2), such that reading it back gives the same days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.times.periods import Period, month_end, size_of

if TYPE_CHECKING:
    from datetime import date

    from carbonroad.base.times.deadline_value import Deadline


def edtf(deadline: Deadline) -> str | None:
    """Return the deadline as EDTF: ``../2030``, ``2030~``, ``2026/2030``, ``2031/..``; None if undated.

    An exclusive "before 2030" is written by its day, ``../2029-12-31``.
    """
    span, earliest, latest = deadline.span, deadline.earliest, deadline.latest
    if span is None:
        return None
    if deadline.kind in ("by", "before") and latest is not None:
        return f"../{_texts(span)[1] if latest == span.last else latest}"
    if deadline.kind == "around":
        return _around(span)
    if deadline.kind == "from":
        return f"{_texts(span)[0]}/.."
    if deadline.kind in ("during", "each") and earliest is not None and latest is not None:
        return "/".join(_texts(Period(earliest, latest)))
    return None


def _around(span: Period) -> str:
    first, last = _texts(span)
    return f"{last}~" if size_of(span) in ("year", "month", "day") else f"{first}~/{last}~"


def _texts(span: Period) -> tuple[str, str]:
    """Return both ends in the coarsest of years, months and days that fits both."""
    length = 10
    if span.first.day == 1 and span.last == month_end(span.last.year, span.last.month):
        length = 4 if span.first.month == 1 and span.last.month == 12 else 7
    return _text(span.first, length), _text(span.last, length)


def _text(day: date, length: int) -> str:
    return day.isoformat()[:length]
