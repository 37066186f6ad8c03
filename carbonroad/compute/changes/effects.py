"""What a change of one field means."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from carbonroad.base.times.dates import Duration
from carbonroad.compute.changes.limits import Effect, limit_effects
from carbonroad.compute.changes.meaning import Meaning, Sides, either, plain
from carbonroad.compute.changes.number_effects import (
    actual_effects,
    demand_effects,
    emission_effects,
    estimate_effects,
    title_effects,
)

if TYPE_CHECKING:
    from carbonroad.compute.changes.change import Direction, Group

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
    read = _BY_FIELD.get((sides.after.subject, field)) or _BY_FIELD.get(("", field))
    if read is not None:
        yield from read(sides, field, was, now)
    elif field in _WORDING:
        yield plain("text-changed", "wording")
    else:
        yield plain("changed", "other")


def _deadline(_: Sides, __: str, was: Any, now: Any) -> Iterator[Meaning]:
    for effect in limit_effects(was, now):
        yield Meaning(effect)


def _day_moved(_: Sides, field: str, was: date | None, now: date | None) -> Iterator[Meaning]:
    """The stated start or finish of a work."""
    kind = "deadline" if field == "finish" else "start"
    if was is None or now is None:
        gone = now is None
        slips = gone and field == "finish"
        group: Group = "slipped" if slips else "earlier" if field == "finish" else "schedule"
        direction: Direction = "later" if slips else "earlier" if field == "finish" else ""
        yield plain(f"{kind}-withdrawn" if gone else f"{kind}-set", group, direction)
        return
    days = (now - was).days
    later = days > 0
    moved: Group = ("slipped" if later else "earlier") if field == "finish" else "schedule"
    yield plain(f"{kind}-moved", moved, "later" if later else "earlier", days)


def _nature(sides: Sides, _: str, was: str | None, now: str | None) -> Iterator[Meaning]:
    meant = either("nature-changed", better=_NATURES.get(now, 1) > _NATURES.get(was, 1))
    inherited = sides.after.subject == "item" and (was, now) == sides.natures_of_indicator
    yield meant._replace(effect=meant.effect._replace(cause="indicator")) if inherited else meant


def _side(_: Sides, field: str, was: Any, now: Any) -> Iterator[Meaning]:
    """Which side is better, whether values are changes, which gases count: no target means what it did."""
    if field == "better" and None in (was, now):
        yield plain("changed", "other")  # one version says it, and targets are compared by that
    else:
        yield Meaning(Effect("definition-changed", "unclear"), reason="definition")


def _unit(_: Sides, __: str, ___: Any, ____: Any) -> Iterator[Meaning]:
    yield plain("unit-changed", "other")


def _finished(_: Sides, __: str, was: Any, now: Any) -> Iterator[Meaning]:
    if was is None:
        yield plain("finished", "measured", "better")
    elif now is None:
        yield plain("finish-withdrawn", "rewritten", "worse")
    elif isinstance(was, tuple) and isinstance(now, tuple) and set(was) <= set(now):
        yield plain("finished", "measured", "better")
    elif isinstance(was, tuple) and isinstance(now, tuple) and set(now) <= set(was):
        yield plain("finish-withdrawn", "rewritten", "worse")
    else:
        days = (now - was).days if isinstance(was, date) and isinstance(now, date) else None
        yield plain("finish-corrected", "rewritten", days=days)


def _state(sides: Sides, _: str, was: str, now: str) -> Iterator[Meaning]:
    """The status that follows on the data date."""
    del sides
    if "superseded" in (was, now):
        yield plain("status-changed", "other")  # what supersedes it says more
    elif "dropped" in (was, now):
        gone = now == "dropped"
        yield plain("dropped" if gone else "restored", "dropped" if gone else "added")
    else:
        one, two = _BETTER.get(was, 0), _BETTER.get(now, 0)
        yield plain("status-changed", "status", "better" if two > one else "worse" if two < one else "")


def _stated(_: Sides, __: str, was: str | None, now: str | None) -> Iterator[Meaning]:
    """The status in the author's words: what was done is open again, or anything else."""
    if was == "done":
        yield plain("finish-withdrawn", "rewritten", "worse")
    elif now == "done":
        yield plain("finished", "measured", "better")
    else:
        yield plain("status-stated", "other")


def _superseded(_: Sides, __: str, was: Any, now: Any) -> Iterator[Meaning]:
    if was is None:
        yield plain("superseded", "dropped")
    else:
        yield plain("restored" if now is None else "changed", "added" if now is None else "other")


def _body(_: Sides, field: str, __: Any, ___: Any) -> Iterator[Meaning]:
    yield plain(f"{field}-changed", "duties")


def _basis(_: Sides, __: str, ___: Any, ____: Any) -> Iterator[Meaning]:
    yield plain("basis-changed", "duties")


def _takes(_: Sides, __: str, was: Duration | None, now: Duration | None) -> Iterator[Meaning]:
    if was is None or now is None:
        yield plain("duration-set" if was is None else "duration-withdrawn", "schedule")
        return
    size = [one.count * _DAYS[one.unit] for one in (was, now)]
    if size[0] == size[1]:
        yield plain("duration-changed", "wording")
    else:
        longer = size[1] > size[0]
        yield plain("duration-changed", "schedule", "later" if longer else "earlier")


def _too_late(_: Sides, __: str, ___: Any, now: Any) -> Iterator[Meaning]:
    yield plain("feasibility-changed", "schedule", "worse" if now else "better")


def _finish_of_all(_: Sides, __: str, was: date | None, now: date | None) -> Iterator[Meaning]:
    if was is None or now is None:
        yield plain("schedule-moved", "schedule")
        return
    days = (now - was) // timedelta(days=1)
    yield plain("schedule-moved", "schedule", "later" if days > 0 else "earlier", days)


def _critical_path(_: Sides, __: str, ___: Any, ____: Any) -> Iterator[Meaning]:
    yield plain("critical-path-changed", "schedule")


def _year(_: Sides, __: str, was: int | None, now: int | None) -> Iterator[Meaning]:
    """The year in which the sum of the industries peaks, or reaches zero."""
    direction: Direction = ""
    if was is not None and now is not None:
        direction = "worse" if now > was else "better"
    yield plain("sum-changed", "schedule", direction)


def _years(_: Sides, __: str, ___: Any, ____: Any) -> Iterator[Meaning]:
    """A phase lies otherwise; the deadlines that name it moved."""
    yield plain("phase-moved", "schedule")


def _progress(_: Sides, __: str, was: float | None, now: float | None) -> Iterator[Meaning]:
    direction: Direction = ""
    if was is not None and now is not None:
        direction = "better" if now > was else "worse"
    yield plain("progress-changed", "measured", direction)


def _reports(
    _: Sides, __: str, was: tuple[Any, ...] | None, now: tuple[Any, ...] | None
) -> Iterator[Meaning]:
    new = set(was or ()) <= set(now or ())
    yield plain("reported" if new else "report-rewritten", "measured" if new else "rewritten")


def _link_field(_: Sides, field: str, ___: Any, ____: Any) -> Iterator[Meaning]:
    wording = field in ("note", "source")
    yield plain("text-changed" if wording else "link-changed", "wording" if wording else "order")


_BY_FIELD: dict[tuple[str, str], Callable[[Sides, str, Any, Any], Iterator[Meaning]]] = {
    ("item", "deadline"): _deadline,
    ("item", "finish"): _day_moved,
    ("item", "start"): _day_moved,
    ("item", "value"): demand_effects,
    ("item", "stretch"): demand_effects,
    ("item", "nature"): _nature,
    ("indicator", "nature"): _nature,
    ("", "title"): title_effects,
    ("indicator", "better"): _side,
    ("indicator", "change"): _side,
    ("pathway", "gas"): _side,
    ("phase", "years"): _years,
    ("indicator", "unit"): _unit,
    ("pathway", "unit"): _unit,
    ("emissions", "value"): emission_effects,
    ("actual", "value"): actual_effects,
    ("actual", "estimate"): estimate_effects,
    ("item", "finished"): _finished,
    ("item", "state"): _state,
    ("item", "status"): _stated,
    ("item", "superseded_by"): _superseded,
    ("", "owner"): _body,
    ("", "lead"): _body,
    ("", "support"): _body,
    ("", "inferred"): _basis,
    ("item", "takes"): _takes,
    ("item", "too_late"): _too_late,
    ("item", "progress"): _progress,
    ("item", "reports"): _reports,
    ("schedule", "finish"): _finish_of_all,
    ("schedule", "critical_path"): _critical_path,
    ("balance", "peak_year"): _year,
    ("balance", "neutral_year"): _year,
    ("link", "lag"): _link_field,
    ("link", "basis"): _link_field,
    ("link", "note"): _link_field,
    ("link", "source"): _link_field,
}
