"""What an item says of itself: finished, reported, recurring, timed, and whether it still binds."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Target, Work
from carbonroad.model.terms import Day, Report


def finished_day(item: Item) -> date | None:
    """Return the day an item was finished; None for what is not, or recurs."""
    finished = item.written.finished
    return finished.day if isinstance(finished, Day) else None


def latest_report(item: Item, as_of: date) -> Report | None:
    """Return the latest monitoring report up to the data date; of several of one day the last written."""
    reports = () if isinstance(item.written, Target) else item.written.reports
    if not reports:
        return None
    found: Report | None = None
    for report in reports:
        if report.date <= as_of and (found is None or report.date >= found.date):
            found = report
    return found


def stated_status(item: Item, as_of: date) -> str | None:
    """Return the status in the author's words: the latest report's, else the item's own."""
    if isinstance(item.written, Target) or not item.written.reports:
        return item.status
    report = latest_report(item, as_of)
    return report.status if report is not None and report.status is not None else item.status


def progress_of(item: Item, as_of: date) -> float | None:
    """Return an item's progress in percent: the latest report's, else a work's own; None if not reported."""
    report = latest_report(item, as_of)
    if report is not None and report.progress is not None:
        return report.progress
    return item.written.progress if isinstance(item.written, Work) else None


def recurs(item: Item) -> bool:
    """Whether an item is due again and again."""
    return item.deadline is not None and item.deadline.kind == "each"


def is_timed(item: Item) -> bool:
    """Whether an item is a work with a duration."""
    return isinstance(item.written, Work) and item.written.kind == "timed"


def is_gate(item: Item) -> bool:
    """Whether an item is reached at one moment: a milestone or a target."""
    return not isinstance(item.written, Work)


def is_void(item: Item, as_of: date = date.max) -> bool:
    """Whether an item no longer binds: dropped (also by a report up to the data date) or superseded."""
    return item.superseded_by is not None or stated_status(item, as_of) == "dropped"


def void_items(system: System) -> frozenset[str]:
    """Return the items that no longer bind on the data date."""
    return frozenset(ref for ref, item in system.items.items() if is_void(item, system.as_of))


def binding_links(
    system: System, void: AbstractSet[str] | None = None
) -> Iterator[tuple[int, Link, Item, Item]]:
    """Yield each link that binds: its place in `System.links`, itself, its predecessor and successor.

    Args:
        system: The roadmap.
        void: Its items that no longer bind, where they are known.
    """
    void = void_items(system) if void is None else void
    for index, link in enumerate(system.links):
        before, after = system.items.get(link.predecessor), system.items.get(link.successor)
        if link.type == "informs" or before is None or after is None or before is after:
            continue
        if before.ref not in void and after.ref not in void:
            yield index, link, before, after
