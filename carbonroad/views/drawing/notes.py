"""The notes: what the daggers mean, what is not drawn and why, and the counts of read and drawn."""

from collections.abc import Sequence

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.scene.shapes import Rect, Shape
from carbonroad.views.drawing.entries import Entry
from carbonroad.views.drawing.relations import Ends, Relation
from carbonroad.views.drawing.text import break_lines, text
from carbonroad.wording import Wording

SIZE = 2.35
_PITCH = 2.95
_TITLE = 6.0


def make_notes(
    system: System,
    facts: Facts,
    entries: Sequence[Entry],
    ends: Ends,
    reduced: Sequence[Relation],
    w: Wording,
) -> list[str]:
    """Return the notes that this sheet needs, one a paragraph."""
    notes = dagger_notes(entries, w)
    before = next((e for e in entries if e.glyph == "before" and e.latest is not None), None)
    if before is not None and before.latest is not None:
        notes.append(
            w("“{words}” is met on {day} at the latest.", words=before.worded, day=before.latest.isoformat())
        )
    if any(e.kind == "window" for e in entries):
        notes.append(
            w("Bars show a period, never a duration; a faded end has no date, its length means nothing.")
        )
    if any(e.glyph == "during" and e.kind == "gate" for e in entries):
        notes.append(w("The stub of a gate “in the period” has a fixed length; it is no time."))
    notes += _of_works(facts, entries, w)
    notes += _of_days(ends, w)
    for relation in (*ends.noted, *reduced):
        key = (
            "Follows from other links, not drawn: {a} → {b}."
            if relation in reduced
            else "Not drawn, no end with a date: {a} → {b} ({basis})."
        )
        basis = w("stated") if relation.stated else w("implied")
        notes.append(
            w(
                key,
                a=_name(system, relation.source, entries),
                b=_name(system, relation.target, entries),
                basis=basis,
            )
        )
    return notes


def dagger_notes(entries: Sequence[Entry], w: Wording) -> list[str]:
    """Return what the daggers and the star of these items mean."""
    notes = []
    if any(e.inferred and (e.lead or e.support) for e in entries):
        notes.append(
            w("† Bodies inferred from those that issued the document; the first named is taken as lead.")
        )
    if any("‡" in e.notes for e in entries):
        notes.append(w("‡ Recalled from memory, source text not seen."))
    if any("§" in e.notes for e in entries):
        notes.append(w("§ Partly seen: wording cut off, or a weak source."))
    if any(e.counted for e in entries):
        notes.append(w("* Bodies counted but not named in the source."))
    return notes


def _of_days(ends: Ends, w: Wording) -> list[str]:
    outside = [r for found in (*ends.outgoing.values(), *ends.incoming.values()) for r in found]
    drawn = [*ends.lines, *outside]
    notes = []
    if any(r.days is not None for r in drawn):
        notes.append(w("Days at a dependency: from the latest day of the first to that of the second."))
    if any(r.days is not None and r.days < 0 for r in drawn):
        notes.append(w("Less than 0, or “needed earlier”: what needs it is due before it."))
    return notes


def _of_works(facts: Facts, entries: Sequence[Entry], w: Wording) -> list[str]:
    timed = [e for e in entries if e.kind == "timed"]
    if not timed:
        return []
    notes = [
        w("Works: length is the duration, a wavy line free float, a number below it total float in days."),
        w("The network has several first and last events; none is added to join them."),
    ]
    short: dict[int, list[str]] = {}
    for e in timed:
        spare = facts.schedule.activities[e.ref].total_float_days
        if spare is not None and spare < 0:
            short.setdefault(-spare, []).append(e.no)
    between = "、" if w.chinese else ", "
    notes += [
        w("{item} cannot be met: {n} days short.", item=between.join(short[days]), n=f"{days:,}")
        for days in sorted(short, reverse=True)
    ]
    return notes


def _name(system: System, ref: str, entries: Sequence[Entry]) -> str:
    part = entries[0].item.part if entries else ""
    item = system.items.get(ref)
    return item.id if item is not None and item.part == part else ref


class Notes:
    """Notes in one column or more, measured before they are drawn; `scale` enlarges the type."""

    def __init__(self, paragraphs: Sequence[str], width: float, w: Wording, scale: float = 1.0) -> None:
        self.w = w
        self.paragraphs = tuple(paragraphs)
        self.width = width
        self.size, self.pitch = SIZE * scale, _PITCH * scale
        self.columns = max(1, int(width / 85))
        room = (width - 4 - (self.columns - 1) * 5) / self.columns
        self.lines = [line for words in paragraphs for line in break_lines(words, self.size, room)]
        self.rows = -(-len(self.lines) // self.columns)

    @property
    def height(self) -> float:
        """Its height."""
        return _TITLE + self.rows * self.pitch + 1.6

    def scaled(self, scale: float) -> "Notes":
        """Return the same notes in another type."""
        return Notes(self.paragraphs, self.width, self.w, scale)

    def within(self, height: float) -> "tuple[Notes | None, tuple[str, ...]]":
        """Return as many of the notes as a height has room for, and the others."""
        for count in range(len(self.paragraphs), 0, -1):
            fewer = Notes(self.paragraphs[:count], self.width, self.w)
            if fewer.height <= height:
                return fewer, self.paragraphs[count:]
        return None, self.paragraphs

    def draw(self, x: float, y: float, height: float) -> list[Shape]:
        """Return the notes with their upper left corner at (x, y)."""
        shapes: list[Shape] = [
            Rect(x, y, self.width, height, "panel"),
            text(x + 2, y + 4.0, self.w("Notes"), 3.1, "b"),
        ]
        step = (self.width + 1) / self.columns
        for n, line in enumerate(self.lines):
            column, row = divmod(n, self.rows)
            at = y + _TITLE + 2.2 * self.size / SIZE + row * self.pitch
            shapes.append(text(x + 2 + column * step, at, line, self.size, "second"))
        return shapes
