"""What stands above the bands: the phases, the years and the data date."""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.periods import Period
from carbonroad.scene.labels import break_words, labels, run_width
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Label, Rect, Shape
from carbonroad.scene.ticks import ticks
from carbonroad.views.roadmap.frame import LEADING, SMALL, TEXT, WIDTH
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.selection import says_years


class Header(NamedTuple):
    """The phases with the ticks' numbers, and where they end."""

    shapes: tuple[Shape, ...]
    bottom: float


class _Field(NamedTuple):
    """A phase's field: from `left` to `right`, its look, its words and theirs."""

    left: float
    right: float
    role: str
    lines: list[str]
    size: float
    look: str


def header(subject: Subject, axis: Axis, top: float) -> Header:
    """Return the phases' fields, the ticks' numbers and the data date's label."""
    fields, bottom = _drawn(list(_fields(subject, axis)), top)
    numbers = [
        Label(t.label_x, bottom + 15, ((t.words, ""),), SMALL, "tick", "middle")
        for t in ticks(axis, lambda words: run_width(words, SMALL))
        if t.words
    ]
    start = str(date.fromordinal(axis.stretches[0].start).year)
    if not fields and numbers and numbers[0].x > axis.left + 60:
        numbers.insert(0, Label(axis.left, bottom + 15, ((start, ""),), SMALL, "tick"))
    today = _today_label(subject, axis, bottom + 33)
    return Header((*fields, *numbers, today), bottom + 40)


def _fields(subject: Subject, axis: Axis) -> Iterator[_Field]:
    for stretch in axis.stretches:
        if stretch.span is None:
            continue
        phase = subject.system.phases[stretch.span]
        role = "phase phase-dense" if stretch.span == axis.dense else "phase"
        words = _words(subject.text(phase.title), phase.years, stretch.right - stretch.left)
        yield _Field(stretch.left, stretch.right, role, *words)


def _words(title: str, years: Period, wide: float) -> tuple[list[str], float, str]:
    """A phase's title and years in lines, with their size and look; in a narrow field smaller."""
    first, last = years.first.year, years.last.year
    both, said = f"{first}–{last}", says_years(title, years)
    if said or run_width(both, TEXT, "strong") <= wide - 8:
        words = title if said else f"{title} {both}"
        return break_words(words, TEXT, max(18.0, wide - 8), "strong"), TEXT, "strong"
    pieces = (title, f"{first}–", str(last))
    room = max(18.0, wide - 1.5)
    return [line for piece in pieces for line in break_words(piece, SMALL, room)], SMALL, ""


def _drawn(fields: list[_Field], top: float) -> tuple[list[Shape], float]:
    if not fields:
        return [], top
    high = 6 + LEADING * max(len(field.lines) for field in fields)
    shapes: list[Shape] = []
    for left, right, role, lines, size, look in fields:
        shapes.append(Rect(left + 1, top, max(0.5, right - left - 2), high, role))
        y = top + (high - LEADING * len(lines)) / 2 + 12
        runs = [((line, ""),) for line in lines]
        middle = (left + right) / 2
        shapes += labels(middle, y, runs, size, leading=LEADING, role=look, anchor="middle")
    return shapes, top + high


def _today_label(subject: Subject, axis: Axis, y: float) -> Label:
    words = subject.w("data date {day}", day=subject.system.as_of.isoformat())
    half = run_width(words, SMALL, "strong") / 2
    x = min(max(axis.begin(subject.system.as_of), half), WIDTH - half)
    return Label(x, y, ((words, ""),), SMALL, "today-label strong", "middle")
