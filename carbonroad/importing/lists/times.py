"""When a task of a list begins and ends: its deadline, start, finish, duration."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.durations import parse_duration
from carbonroad.base.times.periods import parse_period
from carbonroad.importing.lists.calendars import as_typed, is_event, runs_of
from carbonroad.importing.lists.cells import Problem, unreadable, words_of
from carbonroad.importing.lists.context import Context
from carbonroad.importing.lists.row_reader import RowReader
from carbonroad.importing.sheets.tables import Cell

_SPAN = lazy_pattern(r"(?<!\s)\s*+(?:—|——|–|~|～|至|到|\bto\b|-(?!\d{1,2}(?!\d)))\s*+")


def read_times(reader: RowReader) -> bool:
    """Read when a task begins and ends; whether it is a work."""
    begins = reader.dated("start", "start")
    span = reader.cell("period")
    if span is not None:
        parts = _SPAN.split(words_of(span))
        ends = [_day_in(part) for part in parts]
        if begins or reader.cell("finish") is not None:  # those columns say it to the day
            reader.keep(span, "period")
        elif len(parts) == 2 and all(ends):
            reader.item["start"], reader.item["finish"] = ends
            begins = True
        else:
            begins = reader.dated("period", "deadline") or begins
    takes = reader.cell("takes")
    if takes is not None:
        if isinstance(parse_duration(words_of(takes)), Refusal):
            help_ = say("write it into the draft, such as takes: 9 months")
            reader.context.report(takes, unreadable(takes, say("a duration"), help_))
            reader.keep(takes, "takes")
        else:
            reader.item["takes"] = words_of(takes)
            begins = True
    reader.dated("deadline", "deadline")
    finish = reader.cell("finish")
    if finish is not None:
        begins = _finish(reader, finish) or begins
    return _drawn(reader) or begins


def _drawn(reader: RowReader) -> bool:
    """Read the marks below a calendar, unless cells say in words when the task is; whether it is a work."""
    runs = runs_of(reader.calendar, reader.row)
    if not runs:
        return False
    first, last = as_typed(runs[0][0]), as_typed(runs[-1][1])
    stated = any(reader.cell(key) for key in ("start", "finish", "period", "takes", "deadline"))
    if stated or len(runs) > 1:
        stretches = ["..".join(dict.fromkeys((as_typed(one), as_typed(other)))) for one, other in runs]
        reader.notes.append(reader.context.word("marked").format(reader.context.word("join").join(stretches)))
    if stated:
        return False
    if is_event(reader.calendar, reader.row):
        reader.item["deadline"] = last
        return False
    reader.item["start"], reader.item["finish"] = first, last
    return True


def _day_in(text: str) -> str:
    bare = text.strip().removesuffix("前").removesuffix("底").strip()
    return "" if isinstance(parse_period(bare), Refusal) else bare


def _finish(reader: RowReader, cell: Cell) -> bool:
    """Read an end: of a work that says when it begins its last day, else a deadline."""
    period = parse_period(cell.text.strip())
    exact = not isinstance(period, Refusal)
    if "start" in reader.item and exact and not _ends_before(str(reader.item["start"]), words_of(cell)):
        reader.item["finish"] = words_of(cell)
        return True
    if "start" in reader.item and exact:
        message = say(
            '"{finish}" in {cell} is before the start, "{start}".',
            finish=words_of(cell), cell=cell.reference, start=reader.item["start"],
        )  # fmt: skip
        reader.context.report(cell, Problem("unreadable-cell", message, say("correct one of the two cells")))
        reader.keep(cell, "finish")
        return True
    if "deadline" not in reader.item:
        reader.dated("finish", "deadline")
    else:
        reader.keep(cell, "finish")
    return False


def _ends_before(start: str, finish: str) -> bool:
    first, last = parse_period(start), parse_period(finish)
    return not isinstance(first, Refusal) and not isinstance(last, Refusal) and last.last < first.first


def latest_year(deadline: str, context: Context) -> str:
    """Return the year in which a deadline ends; empty where it has none."""
    made = parse_deadline(deadline, context.periods)
    return "" if isinstance(made, Refusal) or made.latest is None else str(made.latest.year)
