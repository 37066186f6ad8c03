"""The finding a page leads with: counts, what is next, what nobody recorded."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from carbonroad.link.system import Item
from carbonroad.model.roadmap import Part
from carbonroad.views.status_marks import status_key
from carbonroad.views.words import Words

_OPEN = frozenset(("planned", "on-track", "at-risk", "late", "reached-early", "not-reached"))


class Counts(NamedTuple):
    """How many items stand how; what is superseded or dropped counts nowhere."""

    all: int
    bad: int
    soon: int
    unreported: int
    done: int


def count_of(words: Words, items: Iterable[Item]) -> Counts:
    """Count items by how they stand on the data date."""
    standings = [words.facts.standings[item.ref] for item in items]
    counted = [(s, status_key(s)) for s in standings if not s.superseded and s.status != "dropped"]
    return Counts(
        len(counted),
        sum(key in ("late", "missed") for _, key in counted),
        sum(key in _OPEN and s.days is not None and 0 <= s.days <= 90 for s, key in counted),
        sum(key == "unreported" for _, key in counted),
        sum(key == "done" for _, key in counted),
    )


def next_due(words: Words, items: Iterable[Item]) -> list[tuple[date, Item]]:
    """Return what is still open and due on or after the data date, in order of time."""
    found = [
        (due, item)
        for item in items
        if status_key(words.facts.standings[item.ref]) in _OPEN
        and (due := words.facts.due[item.ref].latest) is not None
        and due >= words.system.as_of
    ]
    return sorted(found, key=lambda pair: pair[0])


def finding_sentence(words: Words, items: Sequence[Item]) -> str:
    """Return what the page says first, in whole sentences."""
    w, counted = words.w, count_of(words, items)
    if not counted.all:
        return w("Nothing is dated here yet.") if items else w("Nothing stands here yet.")
    said = []
    if counted.bad:
        one = "1 of {all} is late or missed." if counted.bad == 1 else "{n} of {all} are late or missed."
        said.append(w(one, n=counted.bad, all=counted.all))
    coming = next_due(words, items)
    if coming:
        day, first = coming[0]
        same = sum(other == day for other, _ in coming) - 1
        more = w(" and {n} more", n=same) if same else ""
        days = (day - words.system.as_of).days
        said.append(
            w(
                "Next due, in {days} days ({day}): {what}{more}.",
                days=days,
                day=words.day(day),
                what=words.name(first),
                more=more,
            )
        )
    if counted.unreported:
        one = "The outcome of {n} of {all} is not recorded."
        said.append(w(one, n=counted.unreported, all=counted.all))
    if not said:
        said.append(w("{n} of {all} are done.", n=counted.done, all=counted.all))
    return words.sentences(said)


def page_meta(words: Words, part: Part | None) -> tuple[tuple[str, str], ...]:
    """Return what stands under a page's heading: data date, revision, the files' fingerprint."""
    w = words.w
    found = [(w("Data date"), words.system.as_of.isoformat())]
    source = part if part is not None else words.system.top
    if source is not None and source.revisions:
        latest = source.revisions[0]
        found.append((w("Revision"), latest.rev or (latest.date.day.isoformat() if latest.date else "")))
    found.append((w("Files"), words.system.fingerprint[:8]))
    return tuple(pair for pair in found if pair[1])
