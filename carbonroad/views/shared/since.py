"""What has moved since an earlier version, in words: for pages that show both."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.periods import month_end
from carbonroad.compute.changes.drift import Was, days_of
from carbonroad.link.system import Item
from carbonroad.model.roadmap import Part
from carbonroad.views.shared.selection import concerns
from carbonroad.views.shared.words import Words

How = Literal["later", "earlier", "undated", "dated", "begins", "value", "reworded"]
_DAYS_SAID = 61
_DAYS_A_MONTH = 365.2425 / 12


class Move(NamedTuple):
    """What became of an item.

    Attributes:
        was: The item before.
        how: `later` or `earlier` by `days`; `undated` and `dated` where only one version has a day; `begins`
            where only its first day is another, by `days`; else `value` or `reworded`.
        days: How many days later, negative for earlier; 0 where that is not known.
        since: The day from which `days` count; None where that is not known.
    """

    was: Was
    how: How
    days: int = 0
    since: date | None = None


def was_of(words: Words, item: Item) -> Was | None:
    """Return an item as it was, if it was otherwise; None without an earlier version."""
    against = words.options.against
    was = against.was.get(item.ref) if against is not None else None
    return None if was is None or was.dropped else was


def move_of(words: Words, item: Item) -> Move | None:
    """Return what became of an item since the earlier version; None for one that is as it was."""
    was = was_of(words, item)
    if was is None:
        return None
    first, latest = days_of(item, words.facts)
    before, now = was.latest or was.first, latest or first
    if before is not None and now is not None and before != now:
        days = (now - before).days
        return Move(was, "later" if days > 0 else "earlier", days, before)
    if before is None or now is None:
        if before is now:
            return Move(was, "value" if _value_differs(words, was, item) else "reworded")
        return Move(was, "undated" if now is None else "dated")
    if was.first is not None and first is not None and was.first != first:
        return Move(was, "begins", (first - was.first).days, was.first)
    return Move(was, "value" if _value_differs(words, was, item) else "reworded")


def old_value(words: Words, item: Item) -> str:
    """Return what a target asked for before; empty where that is the same."""
    was = was_of(words, item)
    return words.value(was.item) if was is not None and _value_differs(words, was, item) else ""


def _value_differs(words: Words, was: Was, item: Item) -> bool:
    return bool(was.value) and words.value(was.item) != words.value(item)


def shift_words(words: Words, move: Move) -> str:
    """Return how far a day moved: `+14 mo`, `−12 d`; empty where that is not known."""
    if move.since is None:
        return ""
    sign = "+" if move.days > 0 else "−"
    now = date.fromordinal(move.since.toordinal() + move.days)
    months = (now.year - move.since.year) * 12 + now.month - move.since.month
    if months and _same_place(move.since, now):
        whole, years = abs(months), abs(months) // 12
        if not whole % 12:
            return words.w("{n} y", n=f"{sign}{years}")
        return words.w("{n} mo", n=f"{sign}{whole}")
    if abs(move.days) <= _DAYS_SAID:
        return words.w("{n} d", n=f"{sign}{abs(move.days)}")
    return words.w("{n} mo", n=f"≈{sign}{round(abs(move.days) / _DAYS_A_MONTH)}")


def _same_place(one: date, other: date) -> bool:
    """Whether two days stand at the same place of their months."""
    ends = [day == month_end(day.year, day.month) for day in (one, other)]
    return all(ends) or (not any(ends) and one.day == other.day)


def said_of(words: Words, move: Move) -> str:
    """Return what a move is called beside an item: the shift, or that it lost or got its date."""
    if move.how == "undated":
        return words.w("no date any more")
    if move.how == "dated":
        return words.w("has a date now")
    shift = shift_words(words, move)
    return words.w("begins {shift}", shift=shift) if move.how == "begins" else shift


def said_since(words: Words, item: Item) -> str:
    """Return what became of an item's deadline, with what it was; empty where it is the same."""
    move = move_of(words, item)
    if move is None or move.how == "value":
        return ""
    said = said_of(words, move)
    was = words.w("was {deadline}", deadline=old_words(words, move.was))
    return words.w("{said} ({was})", said=said, was=was) if said else was


def old_words(words: Words, was: Was) -> str:
    """Return an old deadline in its author's words; its day where the same words meant another one.

    Of a work without a deadline the computed days.
    """
    if was.item.deadline is None and was.latest is not None:
        return " – ".join(day.isoformat() for day in (was.first, was.latest) if day is not None)
    said = words.deadline(was.item)
    now = None if was.dropped else words.system.items.get(was.ref)
    same = now is not None and now.deadline is not None and words.deadline(now) == said
    return was.latest.isoformat() if same and was.latest is not None else said


def gone(words: Words, part: str = "") -> list[Was]:
    """Return what is not in the roadmap any more: of a part, or of all parts."""
    against = words.options.against
    return [
        was
        for was in (against.was.values() if against is not None else ())
        if was.dropped
        and was.item.listed
        and (not part or was.item.part == part)
        and concerns(was.item.parties, words.options.owner)
    ]


def moved_items(words: Words, part: Part | None) -> list[Item]:
    """Return the items of a part, or of all, that may have moved: unlisted targets too."""
    items = words.system.items.values() if part is None else words.system.items_of(part.id)
    return [item for item in items if concerns(item.parties, words.options.owner)]


def claimed_gone(words: Words, part: str = "") -> dict[str, tuple[str, ...]]:
    """Return what a page must show as gone, for counting in against out."""
    return {} if words.options.against is None else {"ghost": tuple(was.ref for was in gone(words, part))}


def earlier_days(words: Words, part: str = "") -> list[date]:
    """Return the days on which the items of a part, or of all, stood."""
    against = words.options.against
    found = [
        (was.first, was.latest)
        for was in (against.was.values() if against is not None else ())
        if not part or was.ref.partition(".")[0] == part
    ]
    return [day for pair in found for day in pair if day is not None]


def version(words: Words) -> str:
    """Return what the earlier version is called, with its data date; empty without one."""
    against = words.options.against
    if against is None:
        return ""
    return words.w("{label} ({day})", label=against.label, day=against.as_of.isoformat())


def summary(words: Words, items: Iterable[Item], part: str = "") -> str:
    """Return in one sentence what has moved since the earlier version; empty without one."""
    against = words.options.against
    if against is None:
        return ""
    counted = counted_moves(words, items, len(gone(words, part)), moved_emissions(words, part))
    what = words.listing(counted) if counted else words.w("nothing has moved")
    return words.w("Since {version}: {what}.", version=version(words), what=what)


def moved_emissions(words: Words, part: str = "") -> int:
    """Return for how many years the emissions that a part, or any part, aims at are others than before."""
    against = words.options.against
    if against is None or words.options.owner:  # a pathway has no owner
        return 0
    now = {one.id: one.pathway for one in words.system.parts}
    years = 0
    for ident, before in against.pathways.items():
        after = now[ident]
        if part in ("", ident):
            aimed = () if after is None or after.unit != before.unit else after.target
            years += len({year for year, _ in set(before.target) ^ set(aimed)})
    return years


def counted_moves(words: Words, items: Iterable[Item], left: int = 0, emissions: int = 0) -> list[str]:
    """Return how many of some items became later, earlier, and so on.

    Args:
        words: The roadmap in words.
        items: Those that are counted.
        left: How many more are gone.
        emissions: For how many years of a pathway something else is aimed at.
    """
    w = words.w
    how: Counter[str] = Counter()
    values = 0
    for item in items:
        move = move_of(words, item)
        if move is not None and item.listed:
            how[move.how] += 1
        values += bool(old_value(words, item))
    said = [
        how["later"] and w("{n} later", n=how["later"]),
        how["earlier"] and w("{n} earlier", n=how["earlier"]),
        how["undated"] and w("{n} without a date now", n=how["undated"]),
        how["dated"] and w("{n} with a date now", n=how["dated"]),
        how["begins"] and w("{n} with another beginning", n=how["begins"]),
        values and w.plural("{n} target value changed", "{n} target values changed", values),
        emissions and w.plural("{n} emissions target changed", "{n} emissions targets changed", emissions),
        how["reworded"] and w("{n} reworded", n=how["reworded"]),
        left and w("{n} removed", n=left),
    ]
    return [one for one in said if isinstance(one, str)]
