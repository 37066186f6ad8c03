"""Deadlines and days as offices type them in cells: what the format reads, and what has two readings."""

import re
from datetime import date, timedelta
from decimal import Decimal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.five_year_plans import plan_years
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.base.times.periods import parse_period
from carbonroad.importing.lists.cells import Problem, cut, is_empty, unreadable, words_of
from carbonroad.importing.options import Order
from carbonroad.importing.sheets.tables import Cell


class Dated(NamedTuple):
    """A deadline or a day as the format writes it.

    Attributes:
        words: What the format reads; empty where nothing could be read.
        problem: Why not, or what to look at.
        plans: The five-year plans it names, by their numbers, such as 15.
    """

    words: str = ""
    problem: Problem | None = None
    plans: tuple[int, ...] = ()


_PLAN = lazy_pattern(
    r"(?<![一二三四五六七八九十])(十[一二三四五六七八九]?)[·.]?五(?![年月日个])|(\d\d)th (?:fyp|five)",
    re.IGNORECASE,
)
_TENS = {"十": 10} | {f"十{sign}": 11 + n for n, sign in enumerate("一二三四五六七八九")}
_STANDING = frozenset((
    "长期", "长期坚持", "持续", "持续推进", "长期推进", "持续实施", "常态化", "常态化推进",
    "持续开展", "长期实施", "全过程",
    "ongoing", "continuous", "continuously", "permanent", "standing", "rolling", "always",
))  # fmt: skip
_UNSET = frozenset(
    ("待定", "未定", "另行确定", "另行通知", "tbd", "tbc", "to be decided", "to be defined", "open")
)
_TAIL = lazy_pattern(
    r"(?:(?<=[年月日底末前内])(?:完成|建成|实现|达到|印发|启动|取得实效|基本完成|全部完成|全面完成)|[。.;；,，])$"
)
_CLOCK = lazy_pattern(r"[ T]0?0:00(?::00(?:\.0+)?)?$")
_SLASHED = lazy_pattern(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_UNPARTED = lazy_pattern(r"(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?")
_SERIAL = lazy_pattern(r"[2-9]\d{4}(?:\.\d+)?")
_SHORT_MONTH = lazy_pattern(r"([A-Za-z]{3,9})[-. ']{1,2}(\d\d)")
_MONTH_YEAR = lazy_pattern(r"(\d{1,2})[/.\-](\d{4})")
_EXCEL_EPOCH = date(1899, 12, 30)


def read_deadline(cell: Cell, order: Order, periods: tuple[NamedPeriod, ...]) -> Dated:
    """Read the deadline in a cell.

    Args:
        cell: The cell.
        order: How a date of three numbers is read.
        periods: The phases that are declared.
    """
    if is_empty(cell):
        return Dated()
    if isinstance(cell.value, date):
        return Dated(cell.text)
    words = words_of(cell)
    key = fold(words).lower().rstrip("。.;；")
    if key in _STANDING:
        return Dated(words if key.startswith("长期") and key in ("长期", "长期坚持") else "none")
    if key in _UNSET:
        return Dated("not stated", _about_unset(cell))
    plans = plans_in(words)
    known = (*periods, *(period_of(plan) for plan in plans))
    for text in dict.fromkeys((words, _TAIL.sub("", _TAIL.sub("", words)), _CLOCK.sub("", words))):
        made = parse_deadline(text, known)
        if isinstance(made, Deadline) and made.kind != "conditional":
            return Dated(text, plans=plans)
    return _odd_date(cell, key, order) or Dated("", _refused(cell, parse_deadline(words, known)))


def read_day(cell: Cell, order: Order) -> Dated:
    """Read a day, month, quarter or year, as starts and finishes want it."""
    if is_empty(cell):
        return Dated()
    if isinstance(cell.value, date):
        return Dated(cell.text)
    words = words_of(cell)
    for text in dict.fromkeys(
        (words, _TAIL.sub("", words).removesuffix("前").removesuffix("底"), _CLOCK.sub("", words))
    ):
        if not isinstance(parse_period(text), Refusal):
            return Dated(text)
    odd = _odd_date(cell, fold(words).lower(), order)
    if odd is not None:
        return odd
    return Dated("", unreadable(cell, say("a date"), _WRITE_DATE))


_WRITE_DATE = say(
    "write such as 2027-06-30, June 2027 or 2027 into the cell, or put it into the draft by hand"
)


def plans_in(words: str) -> tuple[int, ...]:
    """Return the numbers of the five-year plans that some words name."""
    return tuple(
        dict.fromkeys(_TENS[one[1]] if one[1] else int(one[2]) for one in _PLAN.finditer(fold(words)))
    )


def period_of(plan: int) -> NamedPeriod:
    """Return a five-year plan as a named period."""
    first, last = plan_years(plan)
    sign = next((sign for sign, number in _TENS.items() if number == plan), "")
    titles = (f"{plan}th FYP", *((f"{sign}五",) if sign else ()))
    return NamedPeriod(f"fyp{plan}", titles, date(first, 1, 1), date(last, 12, 31))


def _odd_date(cell: Cell, key: str, order: Order) -> Dated | None:
    """Dates that the format refuses because they can be misread, where one reading is left."""
    if (three := _SLASHED.fullmatch(key)) is not None:
        return _three_numbers(cell, int(three[1]), int(three[2]), int(three[3]), order)
    if (whole := _UNPARTED.fullmatch(key)) is not None:
        return Dated("-".join(part for part in whole.groups() if part))
    if (two := _MONTH_YEAR.fullmatch(key)) is not None and 1 <= int(two[1]) <= 12:
        return Dated(f"{two[2]}-{int(two[1]):02}")
    if _SERIAL.fullmatch(key):
        return Dated("", _about_serial(cell, key))
    short = _SHORT_MONTH.fullmatch(key)
    if short is not None and not isinstance(parse_period(f"{short[1]} 20{short[2]}"), Refusal):
        return Dated("", _about_short(cell, f"{short[1].capitalize()} 20{short[2]}"))
    return None


def _three_numbers(cell: Cell, first: int, second: int, year: int, order: Order) -> Dated:
    days = {"day-first": _day(year, second, first), "month-first": _day(year, first, second)}
    readings = {name: day for name, day in days.items() if day}
    if order and days[order]:
        return Dated(days[order])
    if len(set(readings.values())) == 1:
        return Dated(next(iter(readings.values())))
    if not readings:
        return Dated("", unreadable(cell, say("a date"), _WRITE_DATE))
    message = say(
        '"{words}" in {cell} can be {one} or {other}.',
        words=cut(cell.text), cell=cell.reference, one=days["day-first"], other=days["month-first"],
    )  # fmt: skip
    return Dated("", Problem("ambiguous-date", message, _SAY_ORDER))


_SAY_ORDER = say(
    "say which with --dates day-first or --dates month-first, or write the date as year-month-day"
)


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _about_serial(cell: Cell, key: str) -> Problem:
    day = _EXCEL_EPOCH + timedelta(days=int(Decimal(key)))
    message = say(
        '"{words}" in {cell} is a number, not a date; as a spreadsheet counts days it is {day}.',
        words=cut(cell.text), cell=cell.reference, day=day.isoformat(),
    )  # fmt: skip
    help_ = say("format the cell as a date, or write {day} into it, if that is meant", day=day.isoformat())
    return Problem("ambiguous-date", message, help_)


def _about_short(cell: Cell, meant: str) -> Problem:
    message = say(
        '"{words}" in {cell} has a year of two digits, or no year at all; it may mean {meant}.',
        words=cut(cell.text), cell=cell.reference, meant=meant,
    )  # fmt: skip
    return Problem(
        "ambiguous-date", message, say("write {meant} into the cell, if that is meant", meant=meant)
    )


def _about_unset(cell: Cell) -> Problem:
    message = say(
        '"{words}" in {cell}: the deadline is still open.', words=cut(cell.text), cell=cell.reference
    )
    return Problem("unreadable-cell", message, say("write the date into the draft once it is decided"))


def _refused(cell: Cell, refusal: Deadline | Refusal) -> Problem:
    if isinstance(refusal, Refusal) and refusal.reason != "unreadable":
        message = say("{cell}: {problem}", cell=cell.reference, problem=refusal.message)
        return Problem("unreadable-cell", message, refusal.hint)
    return unreadable(cell, say("a deadline"), _WRITE_DATE)
