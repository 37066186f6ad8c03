"""Where an item stands on the data date: its effective status and what decided it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from carbonroad.base.compare import Better, Verdict, compare, judge
from carbonroad.compute.due import Due, recurs
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual, Indicator, Milestone, Target, Work
from carbonroad.model.roadmap import Part
from carbonroad.model.terms import Baseline, Report, TermDays

_FINAL = frozenset(("done", "missed", "late", "at-risk", "dropped"))


class Standing(NamedTuple):
    """An item's state on the data date.

    Attributes:
        status: planned, on-track, at-risk, late, done, missed, dropped or unreported (format.md, Status).
        reached_early: The measured value that met the target before its time.
        decided_by: The measured value that decided done or missed.
        not_reached: A striving target whose number was not reached: never missed.
        past_due: Whether the latest day has passed.
        days: From the data date to the latest day; negative once past; None where there is no such day.
        progress: In percent, None if not reported.
        report: The latest monitoring report up to the data date.
        superseded: Something else has taken its place; it counts nowhere.
        stale: The stated word says that it is still under way, but it is past due.
    """

    status: str
    reached_early: Actual | None = None
    decided_by: Actual | None = None
    not_reached: bool = False
    past_due: bool = False
    days: int | None = None
    progress: float | None = None
    report: Report | None = None
    superseded: bool = False
    stale: bool = False


class _Outcome(NamedTuple):
    verdict: Verdict
    actual: Actual | None
    early: bool = False
    strive: bool = False


def standings(system: System, due: dict[str, Due]) -> dict[str, Standing]:
    """Return every item's standing by its qualified id."""
    return {item.ref: _standing(system, item, due[item.ref]) for item in system.items.values()}


def _standing(system: System, item: Item, due: Due) -> Standing:
    report = _latest_report(item, system.as_of)
    stated = report.status if report is not None and report.status is not None else item.status
    written = item.written
    progress = report.progress if report is not None and report.progress is not None else None
    if progress is None and isinstance(written, Work):
        progress = written.progress
    past = _past_due(item, due, system.as_of, stated)
    base = Standing(
        status="planned",
        past_due=past,
        days=None if due.latest is None else (due.latest - system.as_of).days,
        progress=progress,
        report=report,
        superseded=item.superseded_by is not None,
    )
    if stated in _FINAL:
        return base._replace(status=stated or "")
    if written.finished is not None and not recurs(item):
        return base._replace(status="done")
    outcome = _outcome(system, item, due)
    if outcome is not None and not outcome.early:
        if outcome.verdict == "met":
            return base._replace(status="done", decided_by=outcome.actual)
        if outcome.verdict == "not-met" and not outcome.strive:
            return base._replace(status="missed", decided_by=outcome.actual)
    early = outcome.actual if outcome is not None and outcome.early else None
    failed = outcome is not None and outcome.verdict == "not-met" and outcome.strive
    decided = outcome.actual if failed and outcome is not None else None
    if past:
        stale = stated in ("planned", "on-track")
        return base._replace(
            status="unreported", stale=stale, reached_early=early, not_reached=failed, decided_by=decided
        )
    return base._replace(
        status="on-track" if stated == "on-track" else "planned",
        reached_early=early,
        not_reached=failed,
        decided_by=decided,
    )


def _latest_report(item: Item, as_of: date) -> Report | None:
    reports = () if isinstance(item.written, Target) else item.written.reports
    return max((r for r in reports if r.date <= as_of), key=lambda r: r.date, default=None)


def _past_due(item: Item, due: Due, as_of: date, stated: str | None) -> bool:
    """Whether the time is over and nothing recorded can speak for it."""
    deadline = item.deadline
    if deadline is not None and deadline.kind == "each":
        finished = item.written.finished
        known = {words.text.strip() for words, _ in finished.entries} if isinstance(finished, TermDays) else set()
        return any(
            period.last < as_of and not known & {str(period.first.year), period.first.isoformat()[:7]}
            for period in deadline.instances
        )
    if deadline is not None and deadline.kind == "from":
        return due.first is not None and as_of >= due.first and stated in (None, "planned")
    return due.latest is not None and as_of > due.latest


def _outcome(system: System, item: Item, due: Due) -> _Outcome | None:
    """What measured values say of an item; None where they say nothing."""
    if isinstance(item.written, Target) and item.indicator is not None:
        return target_outcome(item.indicator, item.written, due.latest)
    if isinstance(item.written, Milestone) and due.latest is not None:
        if item.written.goal is not None:
            part = next(p for p in system.parts if p.id == item.part)
            return _goal_outcome(item.written.goal, part, due.latest.year)
        if item.indicators:
            return _joint(_indicator_outcomes(system, item, due.latest))
    return None


def target_outcome(indicator: Indicator, target: Target, latest: date | None) -> _Outcome | None:
    """Return what the indicator's measured values say of a target: decided, or met before its time."""
    if target.value is None or latest is None:
        return None
    better = indicator.better if indicator.better in ("higher", "lower") else None
    verdicts = [
        (actual, _verdict(indicator, target, actual, better)) for actual in _per_year(indicator.actuals)
    ]
    strive = target.value.strive
    final = [(a, v) for a, v in verdicts if a.period.last.year >= latest.year]
    for actual, verdict in final[:1]:
        return _Outcome(verdict, actual, strive=strive)
    if _higher_is_better(indicator, target):
        for actual, verdict in verdicts:
            if verdict == "met":
                return _Outcome(verdict, actual, early=True, strive=strive)
    return None


def _per_year(actuals: Iterable[Actual]) -> list[Actual]:
    """Measured values that count: a month or day counts before its year is over only as an early sign.

    A value of part of a year stands for the year if it ends in December or the year has no other.
    """
    listed = sorted(actuals, key=lambda actual: actual.period.last)
    whole = {a.period.last.year for a in listed if a.period.last.month == 12}
    return [a for a in listed if a.period.last.month == 12 or a.period.last.year not in whole]


def _verdict(indicator: Indicator, target: Target, actual: Actual, better: str | None) -> Verdict:
    value = target.value
    if value is None:
        return "undecided"
    good: Better | None = "higher" if better == "higher" else "lower" if better == "lower" else None
    if not value.change:
        return judge(value, actual.value, good or ("higher" if value.kind == "exact" else None))
    baseline = target.baseline or indicator.baseline
    if actual.baseline is not None:
        same = baseline is None or actual.baseline.year == baseline.year
        return judge(value, actual.value, good) if same else "undecided"
    return compare(value, actual.value, _base_value(indicator, baseline), good)


def _base_value(indicator: Indicator, baseline: Baseline | None) -> float | None:
    if baseline is None:
        return None
    if baseline.value is not None:
        return baseline.value
    found = [a for a in indicator.actuals if a.period.last.year == baseline.year and a.baseline is None]
    return found[-1].value if found else None


def _higher_is_better(indicator: Indicator, target: Target) -> bool:
    """As stated, else as a target that sets a lower bound says."""
    if indicator.better is not None:
        return indicator.better == "higher"
    return target.value is not None and target.value.kind in ("at-least", "more-than") and not target.value.change


def _indicator_outcomes(system: System, item: Item, latest: date) -> list[_Outcome | None]:
    outcomes = []
    for ref in item.indicators:
        indicator = system.indicators.get(ref)
        part = ref.partition(".")[0]
        for target in indicator.targets if indicator is not None else ():
            key = f"{target.key.text.strip()}.{target.id}" if target.id else target.key.text.strip()
            row = system.items.get(f"{part}.{indicator.id}@{key}") if indicator is not None else None
            if indicator is not None and row is not None and row.latest is not None and row.latest.year == latest.year:
                outcomes.append(target_outcome(indicator, target, row.latest))
    return outcomes


def _joint(outcomes: list[_Outcome | None]) -> _Outcome | None:
    """All must be met: missed if one is, met if all are, else nothing is said."""
    known = [outcome for outcome in outcomes if outcome is not None]
    for outcome in known:
        if outcome.verdict == "not-met":
            return outcome
    if known and len(known) == len(outcomes) and all(outcome.verdict == "met" for outcome in known):
        return known[0]._replace(early=any(outcome.early for outcome in known))
    return None


def _goal_outcome(goal: str, part: Part, year: int) -> _Outcome | None:
    """Peak or neutrality by the part's own measured emissions, once they reach the deadline's year."""
    actual = part.pathway.actual if part.pathway is not None else ()
    if not actual or actual[-1][0] < year:
        return None
    values = dict(actual)
    if goal == "neutrality":
        return _Outcome("met" if values.get(year, 1.0) <= 0 else "not-met", None)
    peak = max(actual, key=lambda pair: pair[1])[0]
    if peak == actual[-1][0]:
        return _Outcome("not-met", None)
    return _Outcome("met" if peak <= year else "not-met", None)
