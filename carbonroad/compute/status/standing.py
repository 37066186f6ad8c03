"""Where an item stands on the data date: its effective status and what decided it."""

from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.periods import Period, parse_period
from carbonroad.compute.due import Due, opens
from carbonroad.compute.item_state import latest_report, recurs
from carbonroad.compute.status.known_values import KnownValues
from carbonroad.compute.status.outcomes import Rows, outcome, target_rows
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual, Work
from carbonroad.model.terms import Day, Report, TermDays

_FINAL = frozenset(("done", "missed", "late", "at-risk", "dropped"))
_UNDER_WAY = frozenset(("planned", "on-track"))
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
    items = system.items
    measured = any(item.indicators for item in items.values())
    rows, known = target_rows(system) if measured else {}, KnownValues(system)
    return {ref: _standing(system, rows, known, item, due[ref]) for ref, item in items.items()}


def standing_of(system: System, item: Item, due: Due) -> Standing:
    """Return one item's standing, without those of all."""
    rows = target_rows(system) if item.indicators else {}
    return _standing(system, rows, KnownValues(system), item, due)


def _standing(system: System, rows: Rows, known: KnownValues, item: Item, due: Due) -> Standing:
    """Apply the rules of format.md, Status, in their order."""
    as_of, written, found = system.as_of, item.written, None
    report = latest_report(item, as_of)
    stated = item.status if report is None or report.status is None else report.status
    past_due, next_day = _times(item, due, as_of, stated)
    status = "unreported" if past_due else "on-track" if stated == "on-track" else "planned"
    if stated in _FINAL:
        status = stated or ""
    elif written.finished is not None and _all_finished(item):
        status = "done"
    elif item.kind != "work":
        found = outcome(system, rows, known, item, due.latest)
    reached_early = decided_by = None
    not_reached = False
    if found is not None and found.early:
        reached_early = found.actual
    elif found is not None and found.verdict != "undecided":
        decided_by, not_reached = found.actual, found.verdict == "not-met" and found.strive
        status = "done" if found.verdict == "met" else status if not_reached else "missed"
    progress = None if report is None else report.progress
    return Standing(
        status,
        reached_early,
        decided_by,
        not_reached,
        past_due,
        None if next_day is None else (next_day - as_of).days,
        written.progress if progress is None and isinstance(written, Work) else progress,
        report,
        item.superseded_by is not None,
        past_due and status == "unreported" and stated in _UNDER_WAY,
    )


def _times(item: Item, due: Due, as_of: date, stated: str | None) -> tuple[bool, date | None]:
    """Whether the time is over and nothing recorded can speak for it, and the next latest day."""
    if recurs(item):
        terms = open_terms(item)
        return any(term.last < as_of for term in terms), terms[0].last if terms else None
    if due.latest is not None:
        return as_of > due.latest, due.latest
    begun = due.first is not None and as_of >= due.first
    return begun and opens(item, due) and stated in (None, "planned"), None


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
