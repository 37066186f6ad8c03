"""Where an item stands on the data date: its effective status and what decided it."""

from datetime import date
from typing import NamedTuple

from carbonroad.base.dates import Period, parse_period
from carbonroad.base.refusal import Refusal
from carbonroad.compute.due import Due, latest_report, opens, progress_of, recurs, stated_status
from carbonroad.compute.known_values import KnownValues
from carbonroad.compute.outcomes import Rows, outcome, target_outcome, target_rows
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual
from carbonroad.model.terms import Day, Report, TermDays

__all__ = ["Standing", "open_terms", "standings", "target_outcome"]

_FINAL = frozenset(("done", "missed", "late", "at-risk", "dropped"))
_SILENT = frozenset(("planned", "on-track", "unreported"))
"""What a measured value from before the deadline speaks louder than: nobody said otherwise."""


class Standing(NamedTuple):
    """An item's state on the data date.

    Attributes:
        status: planned, on-track, at-risk, late, done, missed, dropped or unreported (format.md, Status).
        reached_early: The measured value that met the target before its time.
        decided_by: The measured value that decided done or missed.
        not_reached: A striving target whose number was not reached: never missed.
        past_due: Whether the latest day has passed.
        days: From the data date to the latest day, of what recurs that of the next one without an outcome;
            negative once past; None where there is no such day.
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

    @property
    def state(self) -> str:
        """The status as it is shown and counted: besides `status`, superseded, not-reached, reached-early."""
        if self.superseded:
            return "superseded"
        if self.not_reached:
            return "not-reached"
        if self.reached_early is not None and self.status in _SILENT:
            return "reached-early"
        return self.status


def standings(system: System, due: dict[str, Due]) -> dict[str, Standing]:
    """Return every item's standing by its qualified id."""
    rows, known = target_rows(system), KnownValues(system)
    return {item.ref: _standing(system, rows, known, item, due[item.ref]) for item in system.items.values()}


def _standing(system: System, rows: Rows, known: KnownValues, item: Item, due: Due) -> Standing:
    """Apply the rules of format.md, Status, in their order."""
    stated = stated_status(item, system.as_of)
    base = _base(item, due, system.as_of, stated)
    if stated in _FINAL:
        return base._replace(status=stated or "")
    if _all_finished(item):
        return base._replace(status="done")
    found = outcome(system, rows, known, item, due.latest)
    if found is not None and not found.early:
        if found.verdict == "met":
            return base._replace(status="done", decided_by=found.actual)
        if found.verdict == "not-met":
            if not found.strive:
                return base._replace(status="missed", decided_by=found.actual)
            base = base._replace(not_reached=True, decided_by=found.actual)
    if found is not None and found.early:
        base = base._replace(reached_early=found.actual)
    if base.past_due:
        return base._replace(status="unreported", stale=stated in ("planned", "on-track"))
    return base._replace(status="on-track") if stated == "on-track" else base


def _base(item: Item, due: Due, as_of: date, stated: str | None) -> Standing:
    report = latest_report(item, as_of)
    next_day = _next_day(item, due)
    return Standing(
        status="planned",
        past_due=_past_due(item, due, as_of, stated),
        days=None if next_day is None else (next_day - as_of).days,
        progress=progress_of(item, as_of),
        report=report,
        superseded=item.superseded_by is not None,
    )


def _past_due(item: Item, due: Due, as_of: date, stated: str | None) -> bool:
    """Whether the time is over and nothing recorded can speak for it."""
    if recurs(item):
        return any(term.last < as_of for term in open_terms(item))
    if opens(item, due):
        return due.first is not None and as_of >= due.first and stated in (None, "planned")
    return due.latest is not None and as_of > due.latest


def _next_day(item: Item, due: Due) -> date | None:
    if not recurs(item):
        return due.latest
    return next((term.last for term in open_terms(item)), None)


def _all_finished(item: Item) -> bool:
    """Whether the item is recorded as finished; of what recurs, every time."""
    if not recurs(item):
        return item.written.finished is not None
    return item.written.finished is not None and not open_terms(item)


def open_terms(item: Item) -> list[Period]:
    """Return the years, quarters or months of what recurs that have no recorded outcome."""
    finished = item.written.finished
    if isinstance(finished, TermDays):
        known = [
            term for words, _ in finished.entries if not isinstance(term := parse_period(words.text), Refusal)
        ]
    elif isinstance(finished, Day):
        known = [Period(finished.day, finished.day)]
    else:
        known = []
    terms = item.deadline.instances if item.deadline is not None else ()
    return [term for term in terms if not any(term.first <= k.first and k.last <= term.last for k in known)]
