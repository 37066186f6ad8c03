"""What a change of one field means."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from carbonroad.base.times.durations import Duration
from carbonroad.compute.changes.deadline_meanings import deadline_meanings
from carbonroad.compute.changes.meaning import Meaning, Sides, firmness, timing
from carbonroad.compute.changes.number_meanings import (
    actual_meanings,
    demand_meanings,
    emission_meanings,
    estimate_meanings,
    title_meanings,
)

if TYPE_CHECKING:
    from carbonroad.compute.changes.change import Direction

_WORDING = frozenset(
    ("note", "source", "deliverable", "acceptance", "short", "scope", "publisher", "words", "code")
)
_NATURES = {"binding": 2, None: 1, "expected": 0}
_BETTER = {
    "done": 3,
    "reached-early": 3,
    "on-track": 2,
    "planned": 2,
    "at-risk": 1,
    "unreported": 0,
    "not-reached": 0,
    "late": 0,
    "missed": -1,
}
"""Statuses from bad to good; two of a kind are neither better nor worse than each other."""
_DAYS = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(146097, 4800),
    "year": Fraction(146097, 400),
}
"""Days of a unit; of a month and a year their mean over 400 years, to tell longer from shorter."""


def meanings(sides: Sides, field: str) -> Iterator[Meaning]:
    """Yield what the change of a field means; at least one meaning."""
    was, now = (record.get(field) for record in sides.records)
    subject = sides.after.subject
    fixed = _ALWAYS.get((subject, field)) or _ALWAYS.get(("", field))
    read = _BY_VALUES.get((subject, field)) or _BY_VALUES.get(("", field))
    if fixed is not None:
        yield fixed
    elif read is not None:
        yield from read(sides, field, was, now)
    else:
        yield Meaning("text-changed", "wording") if field in _WORDING else Meaning("changed", "other")


def _day_moved(_: Sides, field: str, was: date | None, now: date | None) -> Iterator[Meaning]:
    """The stated start or finish of a work."""
    kind = "deadline" if field == "finish" else "start"
    kind += "-withdrawn" if now is None else "-set" if was is None else "-moved"
    days = None if was is None or now is None else (now - was).days
    if field == "finish":
        yield timing(kind, days, later=now is None or (days or 0) > 0)
    else:
        yield Meaning(kind, "schedule", "" if days is None else "later" if days > 0 else "earlier", days)


def _nature(sides: Sides, _: str, was: str | None, now: str | None) -> Iterator[Meaning]:
    meant = firmness("nature-changed", stronger=_NATURES.get(now, 1) > _NATURES.get(was, 1))
    inherited = sides.after.subject == "item" and (was, now) == sides.natures_of_indicator
    yield meant._replace(cause="indicator") if inherited else meant


def _side(_: Sides, field: str, was: Any, now: Any) -> Iterator[Meaning]:
    """Which side is better, whether values are changes, which gases count: no target means what it did."""
    if field == "better" and None in (was, now):
        yield Meaning("changed", "other")  # one version says it, and targets are compared by that
    else:
        yield Meaning("definition-changed", "unclear", reason="definition")


def _finished(_: Sides, __: str, was: Any, now: Any) -> Iterator[Meaning]:
    if was is None:
        yield Meaning("finished", "measured", "better")
    elif now is None:
        yield Meaning("finish-withdrawn", "rewritten", "worse")
    elif isinstance(was, tuple) and isinstance(now, tuple) and set(was) <= set(now):
        yield Meaning("finished", "measured", "better")
    elif isinstance(was, tuple) and isinstance(now, tuple) and set(now) <= set(was):
        yield Meaning("finish-withdrawn", "rewritten", "worse")
    else:
        days = (now - was).days if isinstance(was, date) and isinstance(now, date) else None
        yield Meaning("finish-corrected", "rewritten", days=days)


def _state(sides: Sides, _: str, was: str, now: str) -> Iterator[Meaning]:
    """The status that follows on the data date."""
    del sides
    if "superseded" in (was, now):
        yield Meaning("status-changed", "other")  # what supersedes it says more
    elif "dropped" in (was, now):
        gone = now == "dropped"
        yield Meaning("dropped" if gone else "restored", "dropped" if gone else "added")
    else:
        one, two = _BETTER.get(was, 0), _BETTER.get(now, 0)
        yield Meaning("status-changed", "status", "better" if two > one else "worse" if two < one else "")


def _stated(_: Sides, __: str, was: str | None, now: str | None) -> Iterator[Meaning]:
    """The status in the author's words: what was done is open again, or anything else."""
    if was == "done":
        yield Meaning("finish-withdrawn", "rewritten", "worse")
    elif now == "done":
        yield Meaning("finished", "measured", "better")
    else:
        yield Meaning("status-stated", "other")


def _superseded(_: Sides, __: str, was: Any, now: Any) -> Iterator[Meaning]:
    if was is None:
        yield Meaning("superseded", "dropped")
    else:
        yield Meaning("restored" if now is None else "changed", "added" if now is None else "other")


def _takes(_: Sides, __: str, was: Duration | None, now: Duration | None) -> Iterator[Meaning]:
    if was is None or now is None:
        yield Meaning("duration-set" if was is None else "duration-withdrawn", "schedule")
        return
    size = [one.count * _DAYS[one.unit] for one in (was, now)]
    if size[0] == size[1]:
        yield Meaning("duration-changed", "wording")
    else:
        longer = size[1] > size[0]
        yield Meaning("duration-changed", "schedule", "later" if longer else "earlier")


def _too_late(_: Sides, __: str, ___: Any, now: Any) -> Iterator[Meaning]:
    yield Meaning("feasibility-changed", "schedule", "worse" if now else "better")


def _finish_of_all(_: Sides, __: str, was: date | None, now: date | None) -> Iterator[Meaning]:
    if was is None or now is None:
        yield Meaning("schedule-moved", "schedule")
        return
    days = (now - was) // timedelta(days=1)
    yield Meaning("schedule-moved", "schedule", "later" if days > 0 else "earlier", days)


def _year(_: Sides, __: str, was: int | None, now: int | None) -> Iterator[Meaning]:
    """The year in which the sum of the industries peaks, or reaches zero."""
    direction: Direction = ""
    if was is not None and now is not None:
        direction = "worse" if now > was else "better"
    yield Meaning("sum-changed", "schedule", direction)


def _progress(_: Sides, __: str, was: float | None, now: float | None) -> Iterator[Meaning]:
    direction: Direction = ""
    if was is not None and now is not None:
        direction = "better" if now > was else "worse"
    yield Meaning("progress-changed", "measured", direction)


def _reports(
    _: Sides, __: str, was: tuple[Any, ...] | None, now: tuple[Any, ...] | None
) -> Iterator[Meaning]:
    new = set(was or ()) <= set(now or ())
    yield Meaning("reported" if new else "report-rewritten", "measured" if new else "rewritten")


_ALWAYS: dict[tuple[str, str], Meaning] = {
    ("", "owner"): Meaning("owner-changed", "duties"),
    ("", "lead"): Meaning("lead-changed", "duties"),
    ("", "support"): Meaning("support-changed", "duties"),
    ("", "inferred"): Meaning("basis-changed", "duties"),
    ("indicator", "unit"): Meaning("unit-changed", "other"),
    ("pathway", "unit"): Meaning("unit-changed", "other"),
    ("phase", "years"): Meaning("phase-moved", "schedule"),
    ("schedule", "critical_path"): Meaning("critical-path-changed", "schedule"),
    ("link", "lag"): Meaning("link-changed", "order"),
    ("link", "basis"): Meaning("link-changed", "order"),
}
"""What a change means whatever the values are: by subject (empty: of any) and field."""

_BY_VALUES: dict[tuple[str, str], Callable[[Sides, str, Any, Any], Iterator[Meaning]]] = {
    ("item", "deadline"): lambda _, __, was, now: deadline_meanings(was, now),
    ("item", "finish"): _day_moved,
    ("item", "start"): _day_moved,
    ("item", "value"): demand_meanings,
    ("item", "stretch"): demand_meanings,
    ("item", "nature"): _nature,
    ("indicator", "nature"): _nature,
    ("", "title"): title_meanings,
    ("indicator", "better"): _side,
    ("indicator", "change"): _side,
    ("pathway", "gas"): _side,
    ("emissions", "value"): emission_meanings,
    ("actual", "value"): actual_meanings,
    ("actual", "estimate"): estimate_meanings,
    ("item", "finished"): _finished,
    ("item", "state"): _state,
    ("item", "status"): _stated,
    ("item", "superseded_by"): _superseded,
    ("item", "takes"): _takes,
    ("item", "too_late"): _too_late,
    ("item", "progress"): _progress,
    ("item", "reports"): _reports,
    ("schedule", "finish"): _finish_of_all,
    ("balance", "peak_year"): _year,
    ("balance", "neutral_year"): _year,
}
"""What is to be read off the values."""
