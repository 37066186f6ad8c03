"""The finding a page leads with: counts, what is next, what nobody recorded."""

from collections.abc import Iterable, Sequence
from datetime import date
from zlib import crc32

from carbonroad.base.record import NamedTuple
from carbonroad.compute.reviews.review import by_day, due_entries
from carbonroad.link.system import Item, Party, System
from carbonroad.model.roadmap import Part
from carbonroad.views.since import version
from carbonroad.views.status_marks import status_key
from carbonroad.views.words import Words

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
    counted = [(s, status_key(s)) for s in standings if not s.superseded and s.status != "dropped"]
    return Counts(
        len(counted),
        sum(key in ("late", "missed") for _, key in counted),
        len(due_entries(words.facts, items, as_of, date.fromordinal(min(as_of.toordinal() + 90, _LAST_DAY)))),
        sum(key == "unreported" for _, key in counted),
        sum(key == "done" for _, key in counted),
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


def part_owner(words: Words, part: Part) -> str:
    """Return who answers for a part as a whole, by its own duties, with a dagger where inferred.

    It is not the owner of its first item: an item's owner may be another body.
    """
    duties = words.system.duties[part.id].own
    if duties.nobody or not duties.answering:
        return ""
    names = words.listing(dict.fromkeys(words.short_body(party) for party in duties.answering))
    return f"{names}\u00a0†" if duties.inferred else names


def body_name(words: Words, owner: str) -> str:
    """Return the name of the body to which the documents are limited."""
    return words.body(Party(owner if owner in words.system.organisations else "", owner))


def body_anchor(words: Words, key: str) -> str:
    """Return the anchor of a body's table on the page of assignments."""
    return f"org-{key if key in words.system.organisations else f'{crc32(key.encode()):08x}'}"


def item_link(item: Item) -> str:
    """Return where an item's row stands in the timetables."""
    return f"doc:timetable#{item.ref}" if item.part == "top" else f"doc:{item.part}/timetable#{item.id}"


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


def shown_items(system: System, refs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what stands on a page, read off its rows, by kind of item."""
    found = list(dict.fromkeys(refs))
    return {
        kind: tuple(ref for ref in found if system.items[ref].kind == kind)
        for kind in ("milestone", "target", "work")
    }


def page_meta(words: Words, part: Part | None) -> tuple[tuple[str, str], ...]:
    """Return what stands under a page's heading: owner, data date, revision, the files' fingerprint."""
    w = words.w
    source = part if part is not None else words.system.top
    found = [(w("Owner"), part_owner(words, source))] if source is not None else []
    above = words.system.family.ancestors
    if part is None and above:
        found.insert(0, (w("Part of"), above[0].part.title.pick(words.lang, words.system.languages)))
    if words.options.owner:
        found.append((w("Limited to"), body_name(words, words.options.owner)))
    found.append((w("Data date"), words.system.as_of.isoformat()))
    if words.options.against is not None:
        found.append((w("Compared with"), version(words)))
    if source is not None and source.revisions:
        latest = source.revisions[0]
        found.append((w("Revision"), latest.rev or (latest.date.day.isoformat() if latest.date else "")))
    found.append((w("Files"), words.system.fingerprint_of(part.id if part is not None else "")))
    return tuple(pair for pair in found if pair[1])
