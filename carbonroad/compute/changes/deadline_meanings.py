"""What became of a deadline: moved, taken away, made conditional, only striven for, worded anew."""

from collections.abc import Iterator
from datetime import date

from carbonroad.compute.changes.meaning import Meaning, firmness, timing
from carbonroad.compute.changes.record_types import Limit

_OFTEN = {"year": 1, "quarter": 2, "month": 3}


def deadline_meanings(old: Limit | None, new: Limit | None) -> Iterator[Meaning]:
    """Yield what a change of deadline means; never nothing."""
    found = [*_moved(old, new), *_bound(old, new), *_often(old, new)]
    if not found:
        found = [*_period(old, new)]
    yield from found or [Meaning("deadline-reworded", "wording")]


def _day(limit: Limit | None) -> date | None:
    """The day by which it ends, where there is one: the one to expect while a condition is open."""
    return None if limit is None else limit.latest or limit.expected


def _moved(old: Limit | None, new: Limit | None) -> Iterator[Meaning]:
    was, now = _day(old), _day(new)
    cause = _cause(old, new)
    if was is not None and now is not None:
        days = (now - was).days
        if days:
            yield timing("deadline-moved", days, later=days > 0, cause=cause)
    elif was is not None:
        yield timing("deadline-withdrawn", later=True, cause=cause)
    elif now is not None:
        yield timing("deadline-set", later=False, cause=cause)


def _cause(old: Limit | None, new: Limit | None) -> str:
    """What moved it, where the author's words are the same."""
    if old is None or new is None or old.words != new.words or old.kind != new.kind:
        return ""
    if old.condition is not None:
        return "condition"
    if old.periods or old.kind == "each":
        return "phases"
    return "before-means" if old.kind == "before" else ""


def _bound(old: Limit | None, new: Limit | None) -> Iterator[Meaning]:
    """Conditions and efforts: both make a deadline bind less."""
    if old is None or new is None:
        return
    if (old.condition is None) != (new.condition is None):
        waits = new.condition is not None
        # What has no day without the condition cannot slip by waiting for it.
        if _day(old if waits else new) is not None:
            yield timing("made-conditional" if waits else "made-unconditional", later=waits)
    if old.strive != new.strive:
        kind = "deadline-softened" if new.strive else "deadline-firmed"
        yield firmness(kind, stronger=not new.strive)


def _often(old: Limit | None, new: Limit | None) -> Iterator[Meaning]:
    if old is None or new is None or old.every == new.every or not (old.every and new.every):
        return
    yield firmness("frequency-changed", stronger=_OFTEN[new.every] > _OFTEN[old.every])


def _period(old: Limit | None, new: Limit | None) -> Iterator[Meaning]:
    """The first day alone: the time is longer or shorter, and ends as it did."""
    was = None if old is None else old.first
    now = None if new is None else new.first
    if was == now or (old is not None and new is not None and _day(old) != _day(new)):
        return
    if old is not None and new is not None and _day(old) is None and was is not None and now is not None:
        days = (now - was).days
        yield timing("start-moved", days, later=days > 0)
        return
    yield Meaning(
        "period-changed", "other", days=(now - was).days if was is not None and now is not None else None
    )
