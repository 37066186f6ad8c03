"""An indicator as series: measured levels, wanted levels, changes against a baseline, totals of periods."""

from datetime import date
from typing import NamedTuple

from carbonroad.link.system import Item
from carbonroad.model.items import Actual, Indicator, Target
from carbonroad.model.roadmap import Part
from carbonroad.views.roadmap.frame import target_span
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.values import number


class Level(NamedTuple):
    """A measured or wanted level at a day: `low` and `high` differ for a range. `item` of a target."""

    day: date
    low: float
    high: float
    words: str
    item: Item | None


class Remark(NamedTuple):
    """What has no level: a change, a total over a period, words. `first` is a period's first day.

    `level`: it has one, but its number found no room in the plot.
    """

    first: date | None
    day: date
    words: str
    item: Item | None
    level: bool = False


class Series(NamedTuple):
    """One indicator, ready to be drawn."""

    ref: str
    indicator: Indicator
    actuals: tuple[Level, ...]
    targets: tuple[Level, ...]
    changes: tuple[Remark, ...]
    undated: tuple[Item, ...]
    items: tuple[Item, ...]


def series_of(subject: Subject, part: Part, indicator: Indicator) -> Series:
    """Sort an indicator's values by how they can be drawn."""
    ref = subject.indicator_ref(part, indicator)
    rows = subject.targets.get(ref, [])
    actuals: list[Level] = []
    targets: list[Level] = []
    changes: list[Remark] = []
    undated: list[Item] = []
    for actual in indicator.actuals:
        if is_change(indicator, actual):
            changes.append(Remark(None, actual.period.last, actual_words(subject, indicator, actual), None))
        else:
            words = subject.measured_of(indicator, actual, brief=True)
            actuals.append(Level(actual.period.last, actual.value, actual.value, words, None))
    for item in rows:
        due = subject.facts.due[item.ref]
        day = due.latest or due.expected or item.latest or due.first
        span = target_span(subject, item)
        level = _level(item)
        if day is None:
            undated.append(item)
        elif span is not None:
            changes.append(Remark(span[0], span[1], subject.value(item), item))
        elif level is None:
            changes.append(Remark(None, day, subject.value(item), item))
        else:
            targets.append(Level(day, *level, subject.value(item), item))
    actuals.sort(key=lambda level: level.day)
    return Series(ref, indicator, tuple(actuals), tuple(targets), tuple(changes), tuple(undated), tuple(rows))


def is_change(indicator: Indicator, actual: Actual) -> bool:
    """Whether a measured value is a change and not a level."""
    return actual.baseline is not None or bool(indicator.change)


def actual_words(subject: Subject, indicator: Indicator, actual: Actual) -> str:
    """Return a measured value in words, with its unit and what it is measured against."""
    words = subject.measured_of(indicator, actual)
    return subject.w("{value} (estimate)", value=words) if actual.estimate else words


def _level(item: Item) -> tuple[float, float] | None:
    """The least and greatest level a target asks for; None for a change or words."""
    written = item.written
    value = written.value if isinstance(written, Target) else None
    if value is None or not value.understood or value.change:
        return None
    bounds = [bound for bound in (value.low, value.high) if bound is not None]
    return (min(bounds), max(bounds)) if bounds else None


def chosen_target(subject: Subject, series: Series) -> Item | None:
    """Return the target that the column at the right shows: the next one due, else the last."""
    live = [item for item in series.items if not subject.standing(item).superseded]
    ahead = [item for item in live if not subject.standing(item).past_due]
    return ahead[0] if ahead else live[-1] if live else None


def gap_words(subject: Subject, series: Series) -> str:
    """Return how far the latest measured level is off the next target, in words; empty if not computable."""
    item = chosen_target(subject, series)
    if item is None or not series.actuals:
        return ""
    wanted = next((level for level in series.targets if level.item is item), None)
    if wanted is None:
        return ""
    latest = series.actuals[-1].low
    if wanted.low <= latest <= wanted.high:
        return number(0)
    off = latest - (wanted.low if latest < wanted.low else wanted.high)
    exact = round(off, 9)
    plus = "+" if exact > 0 else ""
    if series.indicator.unit is not None and series.indicator.unit.is_percent:
        return subject.w("{n} percentage points", n=f"{plus}{number(exact)}")
    return f"{plus}{subject.level(series.indicator, exact)}"
