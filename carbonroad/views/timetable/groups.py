"""Which group of the timetable an item stands in, and its order there."""

from collections.abc import Iterable
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item
from carbonroad.views.shared.selection import key_day, next_twelve_months, phase_key, says_years
from carbonroad.views.shared.words import Words

_BAD = frozenset(("late", "missed"))
_AHEAD = frozenset(("planned", "on-track", "at-risk"))


class Group(NamedTuple):
    """Rows of one group; `unreported` ones are folded away at the end."""

    key: str
    heading: str
    note: str
    items: tuple[Item, ...]


def grouped(words: Words, items: Iterable[Item]) -> list[Group]:
    """Return the groups that hold something, in the order in which they are shown."""
    found: dict[str, list[tuple[date, Item]]] = {}
    for item in items:
        day = key_day(words, item)
        found.setdefault(_group(words, item, day), []).append((day or date.max, item))
    groups = []
    for key, heading, note in _headings(words):
        rows = found.pop(key, None)
        if rows:
            rows.sort(key=lambda pair: pair[0])
            said = " · ".join(filter(None, (note, words.counted(len(rows)))))
            groups.append(Group(key, heading, said, tuple(item for _, item in rows)))
    return groups


def _group(words: Words, item: Item, day: date | None) -> str:
    standing = words.facts.standings[item.ref]
    as_of = words.system.as_of
    if standing.superseded:
        return "undated" if day is None else "earlier" if day < as_of else _coming(words, day)
    if standing.status in _BAD or (standing.status == "at-risk" and standing.past_due):
        return "late"
    if standing.state in ("unreported", "not-reached"):
        return "unreported"
    if day is None:
        return "undated"
    if day >= as_of:
        return _coming(words, day)
    # A work without a deadline of its own cannot be past due, but the days planned for it are over.
    return "behind" if standing.state in _AHEAD else "earlier"


def _coming(words: Words, day: date) -> str:
    if day <= next_twelve_months(words.system.as_of):
        return "soon"
    return phase_key(words, day)


def _headings(words: Words) -> Iterable[tuple[str, str, str]]:
    w, as_of = words.w, words.system.as_of
    until = next_twelve_months(as_of)
    yield "late", w("Late or missed"), w("as of {day}", day=as_of.isoformat())
    behind = w("Planned days are over, and it is not said to be finished")
    yield "behind", behind, w("before {day}", day=as_of.isoformat())
    yield "soon", w("Due in the next 12 months"), w("until {day}", day=until.isoformat())
    for n, phase in enumerate(words.system.phases, 1):
        title, years = words.text(phase.title), words.period(phase.years)
        begun = phase.years.first <= until
        if says_years(title, phase.years):
            said = w("Later in the {phase}", phase=title) if begun else title
        else:
            english = "Later in the {phase} ({years})" if begun else "{phase} ({years})"
            said = w(english, phase=title, years=years)
        yield f"p{n}", said, ""
    yield "p0", w("Later") if words.system.phases else w("After that"), ""
    yield "undated", w("Without a date"), ""
    earlier = w("Earlier: done, reached early, dropped or replaced")
    yield "earlier", earlier, w("before {day}", day=as_of.isoformat())
    yield "unreported", w("Outcome not recorded"), ""
