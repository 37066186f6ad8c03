"""A work starts after it ends.

One of the two days is mistyped, and the work has no length.

Flagged:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2029-03-01  # expect: start-after-finish
        finish: 2028-03-01

Fine:
    works:
      - id: W1
        title: Build the pilot
        owner: MIIT
        start: 2028-03-01
        finish: 2029-03-01
"""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.dates import parse_period
from carbonroad.base.refusal import Refusal
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Related, Rule, Severity, Span
from carbonroad.link.system import Item, System
from carbonroad.model.items import Work
from carbonroad.model.terms import Day
from carbonroad.rules.making import found

RULE = Rule("CR315", "start-after-finish", Severity.error)


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each work whose first day is later than its last, as planned or as recorded."""
    for item in system.items.values():
        work = item.written
        if not isinstance(work, Work):
            continue
        if work.start is not None:
            end = work.finish.day if work.finish is not None else item.latest
            field = "finish" if work.finish is not None else "deadline"
            if end is not None and work.start.day > end:
                yield _finding(item, "start", work.start.day, field, end)
        if work.started is not None and isinstance(work.finished, Day):
            first = _first_day(work.started)
            if first > work.finished.day:
                yield _finding(item, "started", first, "finished", work.finished.day)


def _first_day(day: Day) -> date:
    period = parse_period(day.words.text)
    return day.day if isinstance(period, Refusal) else period.first


def _finding(item: Item, first: str, begins: date, last: str, ends: date) -> Finding:
    place: Span = item.place.value(first)
    return found(
        RULE,
        place,
        f"{item.ref} starts on {begins} and ends on {ends}.",
        pointer=item.place.at(first),
        label="after its end",
        help_="correct one of the two days",
        related=[Related(item.place.value(last), "ends here")],
    )
