"""When each item stands in a plan of Microsoft Project: dates, constraint, and the links that bind there."""

from collections.abc import Iterable
from datetime import date, timedelta

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import end_midnight
from carbonroad.compute.due import Due, opens
from carbonroad.compute.item_state import finished_day, is_timed, recurs
from carbonroad.compute.scheduling.network import fixed_days
from carbonroad.export.format import Exported
from carbonroad.importing.mspdi.fields import (
    ASAP,
    FINISH_FROM,
    FIRST_DAY,
    LAST_DAY,
    MUST_FINISH,
    MUST_START,
    START_FROM,
)
from carbonroad.link.system import Item, Link
from carbonroad.model.items import Work

_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1


class Plan(NamedTuple):
    """An item's place in the plan; times are midnights (`date.toordinal()` of the day that begins then).

    Attributes:
        start: None for what has no date.
        finish: The midnight that ends its last day.
        scheduled: Whether Project moves it; otherwise it stays where it is.
        constraint: Kind of constraint.
        bound: The constraint's midnight.
        deadline: The latest day.
        estimated: The days are those of a window, not of a duration.
        opens: A milestone that is reached as a day begins.
        began: The actual start.
        ended: The actual finish.
        outside: Its dates lie beyond those that Project knows.
    """

    start: int | None = None
    finish: int | None = None
    scheduled: bool = False
    constraint: int = ASAP
    bound: int | None = None
    deadline: date | None = None
    estimated: bool = False
    opens: bool = False
    began: date | None = None
    ended: date | None = None
    outside: bool = False

    @property
    def days(self) -> int | None:
        """Days of its duration."""
        return None if self.start is None or self.finish is None else self.finish - self.start


class PlanLink(NamedTuple):
    """A link that binds in the plan, with its lag in days."""

    link: Link
    lag: int


class Plans(NamedTuple):
    """The plans of the chosen items by their qualified ids, and by successor the links between them."""

    by_ref: dict[str, Plan]
    links: dict[str, list[PlanLink]]


def make_plans(exported: Exported, items: Iterable[Item]) -> Plans:
    """Date every item as the roadmap's own schedule does, and choose constraints that keep it there."""
    plans = {item.ref: _plan(exported, item) for item in items}
    links = _links(exported, plans)
    for ref, plan in plans.items():
        if plan.scheduled and plan.ended is None and plan.constraint == ASAP:
            plans[ref] = _held(plan, exported.system.items[ref], plans, links.get(ref, ()))
    return Plans(plans, links)


def _plan(exported: Exported, item: Item) -> Plan:
    facts = exported.facts
    due = facts.due[item.ref]
    plan = _work(exported, item, due) if isinstance(item.written, Work) else _gate(exported, item, due)
    ends = [midnight for midnight in (plan.start, plan.finish) if midnight is not None]
    if plan.deadline is not None and not FIRST_DAY <= plan.deadline <= LAST_DAY:
        plan = plan._replace(deadline=None, outside=True)
    if any(not _FIRST <= midnight <= _LAST for midnight in ends):
        return Plan(outside=True)
    return plan


def _work(exported: Exported, item: Item, due: Due) -> Plan:
    """A timed work as scheduled; a window from its first day to its latest; else nothing."""
    work, activity = item.written, exported.facts.schedule.activities.get(item.ref)
    assert isinstance(work, Work)  # noqa: S101 - the caller knows
    began = None if work.started is None else work.started.day
    ended = finished_day(item)
    if is_timed(item) and activity is not None and activity.early_start and activity.early_finish:
        start, finish = activity.early_start.toordinal(), activity.early_finish.toordinal() + 1
        plan = Plan(start, finish, scheduled=True, deadline=_deadline(exported, item, due), ended=ended)
        if ended is not None:
            return plan._replace(began=activity.early_start)
        if began is not None:  # Project counts what is under way from its actual start
            plan = plan._replace(start=began.toordinal(), finish=began.toordinal() + finish - start)
        if fixed_days(work) is not None:
            return plan._replace(constraint=MUST_START, bound=start, began=began)
        return plan._replace(began=began)
    if is_timed(item):
        return Plan()
    return _window(exported, item, due)._replace(began=began, ended=ended)


def _window(exported: Exported, item: Item, due: Due) -> Plan:
    """What falls or applies between two days, of which either may be open."""
    first, last = due.first or item.earliest, due.latest or due.expected
    if first is None and last is None:
        return Plan()
    start = (first or last or FIRST_DAY).toordinal()
    finish = (last or first or LAST_DAY).toordinal() + 1
    deadline = _deadline(exported, item, due)
    return Plan(min(start, finish - 1), finish, deadline=deadline, estimated=True)


def _gate(exported: Exported, item: Item, due: Due) -> Plan:
    """A milestone or target: on the midnight of the schedule, else on its latest day."""
    activity, ended = exported.facts.schedule.activities.get(item.ref), finished_day(item)
    deadline = _deadline(exported, item, due)
    if ended is not None:
        midnight = ended.toordinal() + 1
        return Plan(midnight, midnight, scheduled=True, deadline=deadline, began=ended, ended=ended)
    if recurs(item):
        return _window(exported, item, due)._replace(deadline=None)
    opening = opens(item, due)
    if activity is not None and activity.early_start is not None:
        at = activity.early_start.toordinal()
        return Plan(at, at, scheduled=True, deadline=deadline, opens=opening)
    if opening and due.first is not None:
        at = due.first.toordinal()
        return Plan(at, at, scheduled=True, opens=True)
    day = due.latest or due.expected
    if day is None:
        return Plan()
    at = day.toordinal() + 1
    return Plan(at, at, scheduled=True, deadline=deadline)


def _deadline(exported: Exported, item: Item, due: Due) -> date | None:
    """The latest day that binds."""
    if item.deadline is None or item.ref in exported.facts.void or recurs(item):
        return None
    return due.latest


def _links(exported: Exported, plans: dict[str, Plan]) -> dict[str, list[PlanLink]]:
    """The binding links between scheduled items that lie on no cycle."""
    schedule = exported.facts.schedule
    closed = {id(link) for cycle in schedule.cycles for link in cycle}
    found: dict[str, list[PlanLink]] = {}
    known: set[tuple[str, str]] = set()
    for index, link, before, after in exported.facts.binding:
        ends = plans.get(before.ref), plans.get(after.ref)
        if id(link) in closed or not all(plan is not None and plan.scheduled for plan in ends):
            continue
        lag = schedule.lag_days.get(index)
        if lag is None and ends[0] is not None:
            lag = _lag_days(link, ends[0])
        pair = (before.ref, after.ref)
        if lag is not None and pair not in known:  # Project holds one link between two tasks
            known.add(pair)
            found.setdefault(after.ref, []).append(PlanLink(link, lag))
    return found


def _lag_days(link: Link, before: Plan) -> int | None:
    """A lag in days, counted from where the predecessor stands."""
    if link.lag is None:
        return 0
    anchor = before.start if link.type in ("SS", "SF") else before.finish
    if anchor is None:
        return None
    moved = end_midnight(anchor, link.lag)
    return None if isinstance(moved, Refusal) else moved - anchor


def _held(plan: Plan, item: Item, plans: dict[str, Plan], links: Iterable[PlanLink]) -> Plan:
    """Constrain what its predecessors alone would not put where it stands."""
    if plan.start is None or plan.began is not None:
        return plan
    at = plan.start
    bounds = [bound for one in links if (bound := _bound(one, plans, plan.days or 0)) is not None]
    asked = max(bounds, default=None)
    work = item.written
    if isinstance(work, Work) and work.start is not None:
        return plan._replace(constraint=START_FROM, bound=work.start.day.toordinal())
    if asked == at:
        return plan
    if asked is not None and asked > at:
        kind = MUST_START if plan.opens or isinstance(work, Work) else MUST_FINISH
        return plan._replace(constraint=kind, bound=at)
    if plan.opens or isinstance(work, Work):
        return plan._replace(constraint=START_FROM, bound=at)
    return plan._replace(constraint=FINISH_FROM, bound=at)


def _bound(one: PlanLink, plans: dict[str, Plan], days: int) -> int | None:
    """The midnight before which a link does not let its successor start."""
    before, kind = plans[one.link.predecessor], one.link.type
    anchor = before.start if kind in ("SS", "SF") else before.finish
    if anchor is None:
        return None
    return anchor + one.lag - (days if kind in ("FF", "SF") else 0)


def day_before(midnight: int) -> date:
    """Return the day that a midnight ends."""
    return date.fromordinal(midnight) - timedelta(days=1)
