"""What a month, quarter or year brought: what fell due and what came of it, what is open from before."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.periods import Period, month_end
from carbonroad.compute.facts import Facts
from carbonroad.compute.reviews.moments import Moment, done_day, moments, within
from carbonroad.compute.reviews.review import PAST, Entry, by_day, counts, entry, past_entry
from carbonroad.link.system import Item, System
from carbonroad.model.items import Target
from carbonroad.model.terms import Report

PERIODS = {"month": 1, "quarter": 3, "year": 12}
"""Periods of a progress statement, in months."""


class Reported(NamedTuple):
    """A monitoring report with the item that it is about."""

    item: Item
    report: Report


class PeriodReview(NamedTuple):
    """A period of a roadmap, as known on the data date; what is dropped or superseded stands nowhere.

    Attributes:
        period: The period that holds the data date.
        coming: The one after it.
        fell_due: What is due in the period; an entry's state is what came of it.
        earlier: What was due before the period and is not done; of `missed`, what can no longer be met.
        done: What was done in the period without being due in it.
        next_due: What is due in the coming period.
        reports: The monitoring reports of the period up to the data date, in order of time.
    """

    period: Period
    coming: Period
    fell_due: tuple[Entry, ...]
    earlier: tuple[Entry, ...]
    done: tuple[Entry, ...]
    next_due: tuple[Entry, ...]
    reports: tuple[Reported, ...]


def period_of(day: date, months: int) -> Period:
    """Return the month, quarter or year that holds a day."""
    first = (day.month - 1) // months * months + 1
    return Period(date(day.year, first, 1), month_end(day.year, first + months - 1))


def review_period(system: System, facts: Facts, items: Iterable[Item], months: int) -> PeriodReview:
    """Review the period that holds the data date.

    Args:
        system: The roadmap.
        facts: What is computed from it.
        items: What is asked about.
        months: How long the period is: 1, 3 or 12 months.
    """
    period = period_of(system.as_of, months)
    coming = period if period.last == date.max else period_of(period.last + timedelta(days=1), months)
    fell_due, earlier, done, next_due, reports = [], [], [], [], []
    for item in items:
        if not item.listed or not counts(facts, item):
            continue
        state, days = facts.standings[item.ref].state, moments(facts, item)
        here = within(days, *period)
        if here:
            fell_due.append(_outcome(item, state, here, system.as_of))
        if state in PAST:
            past = [one for one in days if not one.settled and one.day < period.first]
            if past or not here:
                earlier.append(past_entry(item, state, past or days, system.as_of))
        ended = done_day(item, facts.standings[item.ref])
        if not here and ended is not None and period.first <= ended <= system.as_of:
            done.append(Entry(item, state, ended, (ended - system.as_of).days))
        later = [one for one in within(days, *coming) if not one.settled] if coming != period else []
        if later and state not in ("done", "missed"):
            next_due.append(entry(item, state, later, system.as_of))
        reports += _reports(item, period.first, system.as_of)
    reports.sort(key=lambda one: one.report.date)
    lists = [tuple(sorted(found, key=by_day)) for found in (fell_due, earlier, done, next_due)]
    return PeriodReview(period, coming, lists[0], lists[1], lists[2], lists[3], tuple(reports))


def _outcome(item: Item, state: str, here: Sequence[Moment], as_of: date) -> Entry:
    """What came of an item that is due in the period; of what recurs, of its terms in the period alone."""
    made = entry(item, state, here, as_of)
    if not made.terms or state not in ("unreported", "planned", "on-track"):
        return made
    left = [one for one in here if not one.settled]
    if not left:
        return made._replace(state="done")
    if any(one.passed(as_of) for one in left):
        return entry(item, "unreported", left, as_of)
    return entry(item, "planned" if state == "unreported" else state, left, as_of)


def _reports(item: Item, first: date, as_of: date) -> list[Reported]:
    written = () if isinstance(item.written, Target) else item.written.reports
    return [Reported(item, report) for report in written if first <= report.date <= as_of]
