"""An indicator as series: measured levels, wanted levels, changes against a baseline, totals of periods."""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item
from carbonroad.model.items import Actual, Indicator, Target
from carbonroad.model.roadmap import Part
from carbonroad.views.roadmap.frame import target_span
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.since import move_of
from carbonroad.views.shared.tracks import goal_level


class Level(NamedTuple):
    """A measured or wanted level at a day: `low` and `high` differ for a range. `item` of a target."""

    day: date
    low: float
    high: float
    words: str
    item: Item | None


class Remark(NamedTuple):
    """What has no level: a change, a total over a period, words. `first` is a period's first day.

    `level`: it has one, but its number found no room in the plot. `old`: it is not asked for any more.
    """

    first: date | None
    day: date
    words: str
    item: Item | None
    level: bool = False
    old: bool = False


class Series(NamedTuple):
    """One indicator, ready to be drawn. `before` is what the earlier version asked for otherwise."""

    ref: str
    indicator: Indicator
    actuals: tuple[Level, ...]
    targets: tuple[Level, ...]
    changes: tuple[Remark, ...]
    undated: tuple[Item, ...]
    items: tuple[Item, ...]
    before: tuple[Level, ...] = ()


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
        level = _level(item) or _reached(subject, item)
        if day is None:
            undated.append(item)
        elif span is not None:
            changes.append(Remark(span[0], span[1], subject.value(item), item))
        elif level is None:
            changes.append(Remark(None, day, subject.value(item), item))
        else:
            targets.append(Level(day, *level, _words(subject, item), item))
    actuals.sort(key=lambda level: level.day)
    before = list(_before(subject, ref, indicator))
    changes += (one for one in before if isinstance(one, Remark))
    return Series(
        ref,
        indicator,
        tuple(actuals),
        tuple(targets),
        tuple(changes),
        tuple(undated),
        tuple(rows),
        tuple(one for one in before if isinstance(one, Level)),
    )


def _before(subject: Subject, ref: str, indicator: Indicator) -> Iterator[Level | Remark]:
    """The targets of the earlier version that were others, or are gone."""
    against = subject.options.against
    for was in against.was.values() if against is not None else ():
        old, day = was.item, was.latest or was.first
        now = old if was.dropped else subject.system.items.get(was.ref, old)
        if now.indicator is None or now.indicator_ref != ref or day is None:
            continue
        if not was.dropped and (move := move_of(subject, now)) is not None and move.how == "reworded":
            continue
        words = subject.value(old)
        alike = old.indicator is not None and old.indicator.unit == indicator.unit
        level = _level(old) if alike else None
        span = target_span(subject, old)
        if level is not None and span is None:
            yield Level(day, *level, words, None)
        else:
            yield Remark(span[0] if span is not None else None, day, words, None, old=True)


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


def _reached(subject: Subject, item: Item) -> tuple[float, float] | None:
    """The least and greatest level that a change comes to; None where its base year's level is not known."""
    track = subject.facts.tracks.get(item.ref)
    goal = track.goal if track is not None and track.counts == "level" else None
    ends = [] if goal is None else [float(end) for end in (goal.low, goal.high) if end is not None]
    return (min(ends), max(ends)) if ends else None


def _words(subject: Subject, item: Item) -> str:
    """What a target asks for; of a change also the level that it comes to."""
    value, track = subject.value(item), subject.facts.tracks.get(item.ref)
    level = "" if track is None else goal_level(subject, item, track)
    return f"{value} {level}" if level else value


def chosen_target(subject: Subject, series: Series) -> Item | None:
    """Return the target that the column at the right shows: the next one due, else the last."""
    live = [item for item in series.items if not subject.standing(item).superseded]
    ahead = [item for item in live if not subject.standing(item).past_due]
    return ahead[0] if ahead else live[-1] if live else None
