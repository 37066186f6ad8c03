"""What a sheet shows of each item, prepared once: kind, dates, words, status, who leads."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from carbonroad.compute.facts import Facts
from carbonroad.compute.status.standing import Standing
from carbonroad.link.system import Item, Parties, Party, System
from carbonroad.model.items import Milestone, Work
from carbonroad.views.drawing.items.names import count_words, short_name
from carbonroad.views.shared.since import move_of, shift_words
from carbonroad.views.shared.words import Words
from carbonroad.wording import Wording

Kind = Literal["gate", "window", "timed", "undated"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as a sheet shows it.

    Attributes:
        kind: Which of the three layers it stands in, or the column without a date.
        gate: Whether it is a milestone or a target, wherever it stands.
        first: First day of a window, early start of a timed work.
        latest: The day that places it: latest day, expected day, first day of a `from`, early finish.
        glyph: The kind of its deadline.
        mark: Its status as it is shown.
        notes: The daggers behind its value: recalled, partly seen.
        counted: Whether bodies are counted in its duties but not named.
        before: The day that placed it in the earlier version, if it moved.
        shift: How far it moved, in words.
    """

    item: Item
    kind: Kind
    gate: bool
    title: str
    value: str
    worded: str
    first: date | None
    latest: date | None
    glyph: str
    standing: Standing
    mark: str
    lane: str
    lead: str
    support: str
    source: str
    notes: str
    inferred: bool
    counted: bool
    before: date | None = None
    shift: str = ""

    @property
    def ref(self) -> str:
        """Its qualified id."""
        return self.item.ref

    @property
    def no(self) -> str:
        """Its number on the sheet: the id."""
        return self.item.id

    @property
    def peak(self) -> bool:
        """Whether it is the goal of the part: peak or neutrality."""
        return isinstance(self.item.written, Milestone) and self.item.written.goal is not None

    @property
    def silent(self) -> bool:
        """Whether its day has passed and nobody recorded what came of it."""
        return self.standing.status == "unreported" and not self.standing.not_reached

    @property
    def void(self) -> bool:
        """Whether it no longer binds."""
        return self.mark in ("dropped", "superseded")


def count_entries(w: Wording, entries: Collection[Entry]) -> str:
    """Return how many gates and works there are among items."""
    gates = sum(entry.gate for entry in entries)
    return count_words(w, gates, len(entries) - gates)


def make_entries(words: Words, part: str) -> list[Entry]:
    """Return the listed items of a part, in the file's order."""
    return [_entry(words, item) for item in words.system.items_of(part) if item.listed]


def _entry(words: Words, item: Item) -> Entry:
    system, facts, w = words.system, words.facts, words.w
    standing = facts.standings[item.ref]
    glyph = item.deadline.kind if item.deadline is not None else "not-stated"
    gate = not isinstance(item.written, Work)
    kind, first, latest = _placed(facts, item)
    parties = item.parties
    move = move_of(words, item) if gate and glyph not in ("from", "each") else None
    lead = _names(system, parties.answering, w.tag)
    support_of = tuple(p for p in (*(parties.owner if parties.lead else ()), *parties.support))
    return Entry(
        item=item,
        kind=kind,
        gate=gate,
        title=words.title(item),
        value=words.value(item),
        worded=words.deadline(item) if item.deadline is not None else "",
        first=first,
        latest=latest,
        glyph=glyph,
        standing=standing,
        mark=standing.state,
        lane=" · ".join(lead) or w("no body named"),
        lead=words.listing(lead),
        support=words.listing(_names(system, support_of, w.tag)) + ("*" if _counts(parties) else ""),
        source=words.listing(
            dict.fromkeys(c.document.id if c.document else c.citation.ref.text for c in item.citations)
        ),
        notes=_daggers(item),
        inferred=parties.inferred,
        counted=_counts(parties),
        before=move.since if move is not None and move.how in ("later", "earlier") else None,
        shift=shift_words(words, move) if move is not None else "",
    )


def _placed(facts: Facts, item: Item) -> tuple[Kind, date | None, date | None]:
    """The layer that an item stands in, and its first and latest day there."""
    due = facts.due[item.ref]
    first, latest = due.first, due.latest or due.expected
    kind: Kind = "window"
    if not isinstance(item.written, Work):
        opens = item.deadline is not None and item.deadline.kind == "from"
        kind, first, latest = "gate", None, latest or (first if opens else None)
    elif item.written.kind == "timed":
        activity = facts.schedule.activities.get(item.ref)
        first, latest = (activity.early_start, activity.early_finish) if activity else (None, None)
        kind = "timed"
    if (latest is None and (kind != "window" or first is None)) or (kind == "timed" and first is None):
        kind = "undated"
    return kind, first, latest


def _names(system: System, parties: tuple[Party, ...], lang: str) -> list[str]:
    return list(dict.fromkeys(short_name(system, p.id, p.words, lang) for p in parties))


def _counts(parties: Parties) -> bool:
    """Whether a body is only counted: words with a number in them that name no organisation."""
    return any(not p.id and any(c.isdigit() for c in p.words) for p in parties.support)


def _daggers(item: Item) -> str:
    evidence = {c.citation.evidence for c in item.citations}
    if "seen" in evidence:
        return ""
    return "‡" if "memory" in evidence else "§" if "partly" in evidence else ""
