"""The finding a page leads with: counts, what is next, what nobody recorded."""

from collections.abc import Iterable, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.compute.reviews.review import by_day, due_entries
from carbonroad.link.system import Item
from carbonroad.model.roadmap import Part
from carbonroad.views.shared.page_head import body_name
from carbonroad.views.shared.words import Words

_LAST_DAY = date.max.toordinal()


class Counts(NamedTuple):
    """How many items stand how; what is superseded or dropped counts nowhere."""

    all: int
    bad: int
    soon: int
    unreported: int
    done: int


def count_of(words: Words, items: Iterable[Item]) -> Counts:
    """Count items by how they stand on the data date."""
    items, as_of = list(items), words.system.as_of
    standings = [words.facts.standings[item.ref] for item in items]
    states = [one.state for one in standings if not one.superseded and one.status != "dropped"]
    return Counts(
        len(states),
        sum(state in ("late", "missed") for state in states),
        len(due_entries(words.facts, items, as_of, date.fromordinal(min(as_of.toordinal() + 90, _LAST_DAY)))),
        states.count("unreported"),
        states.count("done"),
    )


def next_due(words: Words, items: Iterable[Item]) -> list[tuple[date, Item]]:
    """Return what is still open and due on or after the data date, in order of time."""
    found = due_entries(words.facts, items, words.system.as_of, date.max)
    return [(one.day, one.item) for one in sorted(found, key=by_day) if one.day is not None]


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
        said.append(
            w(
                "Next due, {when} ({day}): {what}{more}.",
                when=words.in_days((day - words.system.as_of).days, "today"),
                day=words.day(day),
                what=words.name(first),
                more=more,
            )
        )
    if counted.unreported:
        # After a sentence that says of how many, it is not said twice.
        one = (
            "The outcome of {n} is not recorded."
            if counted.bad
            else "The outcome of {n} of {all} is not recorded."
        )
        said.append(w(one, n=counted.unreported, all=counted.all))
    if not said:
        one = "1 of {all} is done." if counted.done == 1 else "{n} of {all} are done."
        said.append(w(one, n=counted.done, all=counted.all))
    return words.sentences((*said, *not_counted(words, items, counted)))


def not_counted(words: Words, items: Sequence[Item], counted: Counts) -> tuple[str, ...]:
    """Return what stands on the page and is not among the counts; empty where everything is."""
    more = len(items) - counted.all
    if not more:
        return ()
    return (
        words.w.plural("{n} more is superseded or dropped.", "{n} more are superseded or dropped.", more),
    )


def limited_sentence(words: Words, part: Part | None, items: Sequence[Item]) -> str:
    """Return that the page is limited to one body, and to how many items; empty where it is not."""
    owner, system = words.options.owner, words.system
    if not owner:
        return ""
    everything = system.items.values() if part is None else system.items_of(part.id)
    return words.w(
        "Only what {body} owns, leads or supports: {n} of {all} items.",
        body=body_name(words, owner),
        n=len(items),
        all=sum(item.listed for item in everything),
    )
