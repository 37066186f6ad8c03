"""What became of a deadline: moved, taken away, made conditional, only striven for, worded anew."""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.change import Direction, Group
from carbonroad.compute.changes.record import Limit

_OFTEN = {"year": 1, "quarter": 2, "month": 3}


class Effect(NamedTuple):
    """One thing that a change of deadline does."""

    kind: str
    group: Group
    direction: Direction = ""
    days: int | None = None
    cause: str = ""


def limit_effects(old: Limit | None, new: Limit | None) -> Iterator[Effect]:
    """Yield what a change of deadline does; never nothing."""
    found = [*_moved(old, new), *_bound(old, new), *_often(old, new)]
    if not found:
        found = [*_period(old, new)]
    yield from found or [Effect("deadline-reworded", "wording")]


def _day(limit: Limit | None) -> date | None:
    """The day by which it ends, where there is one: the one to expect while a condition is open."""
    return None if limit is None else limit.latest or limit.expected


def _moved(old: Limit | None, new: Limit | None) -> Iterator[Effect]:
    was, now = _day(old), _day(new)
    cause = _cause(old, new)
    if was is not None and now is not None:
        days = (now - was).days
        if days:
            later = days > 0
            yield Effect(
                "deadline-moved",
                "slipped" if later else "earlier",
                "later" if later else "earlier",
                days,
                cause,
            )
    elif was is not None:
        yield Effect("deadline-withdrawn", "slipped", "later", cause=cause)
    elif now is not None:
        yield Effect("deadline-set", "earlier", "earlier", cause=cause)


def _cause(old: Limit | None, new: Limit | None) -> str:
    """What moved it, where the author's words are the same."""
    if old is None or new is None or old.words != new.words or old.kind != new.kind:
        return ""
    if old.condition is not None:
        return "condition"
    if old.periods or old.kind == "each":
        return "phases"
    return "before-means" if old.kind == "before" else ""


def _bound(old: Limit | None, new: Limit | None) -> Iterator[Effect]:
    """Conditions and efforts: both make a deadline bind less."""
    if old is None or new is None:
        return
    if (old.condition is None) != (new.condition is None):
        weaker = new.condition is not None
        # What has no day without the condition cannot slip by waiting for it.
        if _day(old if weaker else new) is not None:
            yield Effect(
                "made-conditional" if weaker else "made-unconditional",
                "slipped" if weaker else "earlier",
                "later" if weaker else "earlier",
            )
    if old.strive != new.strive:
        yield Effect(
            "deadline-softened" if new.strive else "deadline-firmed",
            "weakened" if new.strive else "raised",
            "weaker" if new.strive else "stronger",
        )


def _often(old: Limit | None, new: Limit | None) -> Iterator[Effect]:
    if old is None or new is None or old.every == new.every or not (old.every and new.every):
        return
    weaker = _OFTEN[new.every] < _OFTEN[old.every]
    yield Effect("frequency-changed", "weakened" if weaker else "raised", "weaker" if weaker else "stronger")


def _period(old: Limit | None, new: Limit | None) -> Iterator[Effect]:
    """The first day alone: the time is longer or shorter, and ends as it did."""
    was = None if old is None else old.first
    now = None if new is None else new.first
    if was == now or (old is not None and new is not None and _day(old) != _day(new)):
        return
    if old is not None and new is not None and _day(old) is None and was is not None and now is not None:
        days = (now - was).days
        later = days > 0
        yield Effect("start-moved", "slipped" if later else "earlier", "later" if later else "earlier", days)
        return
    yield Effect(
        "period-changed", "other", days=(now - was).days if was is not None and now is not None else None
    )
