"""The notes: what the daggers mean, what is not drawn and why, and the counts of read and drawn."""

from collections.abc import Sequence

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.scene.shapes import Rect, Shape, text
from carbonroad.views.drawing.dependencies.routes import on_track
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Ends, Relation
from carbonroad.views.drawing.paper.text import break_lines
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
    notes += _of_days(ends, entries, w)
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


def _of_days(ends: Ends, entries: Sequence[Entry], w: Wording) -> list[str]:
    outside = ends.leaving
    shown = {entry.ref: entry for entry in entries}
    notes = []
    if any(r.spare is not None for r in outside):
        notes.append(w("Float at a connector: total float of the item that is waited for."))
    beside = [r for r in ends.lines if on_track(r, shown)]
    days = [r.days for r in (*beside, *(r for r in outside if r.spare is None)) if r.days is not None]
    if days and any(entry.kind == "timed" for entry in entries):
        words = "Days at a dependency: from the finish or latest day of the first to that of the second."
        notes.append(w(words))
    elif days:
        notes.append(w("Days at a dependency: from the latest day of the first to that of the second."))
    if any(n < 0 for n in days):
        notes.append(w("Less than 0, or “needed earlier”: what needs it is due before it."))
    return notes


def _of_works(facts: Facts, entries: Sequence[Entry], w: Wording) -> list[str]:
    if not any(e.kind == "timed" for e in entries):
        return []
    notes = [
        w("Works: length is the duration, a wavy line free float, a number below it total float in days."),
        w("The network has several first and last events; none is added to join them."),
    ]
    short: dict[int, list[str]] = {}
    for e in entries:
        activity = facts.schedule.activities.get(e.ref)
        spare = None if activity is None else activity.total_float_days
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
        wrapped = [break_lines(words, self.size, room) for words in paragraphs]
        self.lines, self.rows = _in_columns(wrapped, self.columns)

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
        shapes: list[Shape] = [Rect(x, y, self.width, height, "panel")]
        if self.lines:
            shapes.append(text(x + 2, y + 4.0, self.w("Notes"), 3.1, "b"))
        step = (self.width + 1) / self.columns
        for column, row, line in self.lines:
            at = y + _TITLE + 2.2 * self.size / SIZE + row * self.pitch
            shapes.append(text(x + 2 + column * step, at, line, self.size, "second"))
        return shapes


def _in_columns(paragraphs: Sequence[Sequence[str]], columns: int) -> tuple[list[tuple[int, int, str]], int]:
    """Return the lines with their columns and rows, and how many rows there are.

    A paragraph stays in one column where that costs no more than a row.
    """
    lines = [line for paragraph in paragraphs for line in paragraph]
    least = -(-len(lines) // columns)
    for rows in (least, least + 1):
        placed: list[tuple[int, int, str]] = []
        column = row = 0
        for paragraph in paragraphs:
            if row and row + len(paragraph) > rows:
                column, row = column + 1, 0
            placed += [(column, row + n, line) for n, line in enumerate(paragraph)]
            row += len(paragraph)
        if column < columns and all(at < rows for _, at, _ in placed):
            return placed, rows
    return [(*divmod(n, least), line) for n, line in enumerate(lines)], least
