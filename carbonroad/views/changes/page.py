"""The page of changes: one sentence, then what was given up, gained, and told anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from carbonroad.compute.changes.change import GROUPS, Change
from carbonroad.views.changes.field_values import plain
from carbonroad.views.changes.rows import Entry, entries, table
from carbonroad.views.changes.sides import Sides
from carbonroad.views.changes.summary import summary
from carbonroad.views.document import Block, Bullets, Document, Folded, Line, Paragraph, Section, Span
from carbonroad.wording import Wording

_HEADINGS = {
    "slipped": "Slipped",
    "weakened": "Weakened",
    "dropped": "Dropped",
    "rewritten": "Records of the past rewritten",
    "unclear": "Changed, and not comparable",
    "earlier": "Brought forward",
    "raised": "Raised",
    "added": "Added",
    "renamed": "Renamed or moved",
    "duties": "Owners, leads and support",
    "status": "Status",
    "measured": "Results recorded",
    "schedule": "Schedule and sums",
    "order": "Dependencies",
    "wording": "Wording and sources",
    "other": "Other details",
}
_FOLDED = frozenset(("order", "wording", "other"))
_FOLLOWS = frozenset(("part", "indicator", "item"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page of changes is to say.

    Attributes:
        labels: What the two versions are called.
        dates: Their own data dates, in ISO form.
        warning: What a reader has to know of the comparison; empty for nothing.
    """

    labels: tuple[str, str]
    dates: tuple[str, str]
    warning: str = ""


class Page:
    """The page of the changes that were asked for; its rows are made once, however many are shown."""

    def __init__(self, sides: Sides, changes: Sequence[Change], asked: Asked) -> None:
        self._sides = sides
        self._changes = changes
        self._asked = asked
        self._told = told(changes)
        groups: dict[str, list[Change]] = {}
        for change in self._told:
            groups.setdefault(change.group, []).append(change)
        self._rows = {group: entries(sides, groups[group]) for group in GROUPS if group in groups}

    def document(self, most: int | None = None) -> Document:
        """Return the page, with so many rows of a table at most."""
        sides, asked = self._sides, self._asked
        w, system = sides.new.w, sides.comparison.new
        sections = [_section(sides, group, rows, most) for group, rows in self._rows.items()]
        return Document(
            kind="changes",
            part="",
            lang=sides.new.lang,
            title=w("{title}: what changed", title=sides.new.text(system.title)),
            lede=summary(sides, self._told),
            sections=(*self._opening(most), *sections, *self._closing()),
            path="changes",
            meta=_meta(w, asked, system.as_of.isoformat()),
        )

    def _opening(self, most: int | None) -> list[Section]:
        """What a reader has to know first: errors of the old version, and the reasons given."""
        opening = []
        if self._asked.warning:
            opening.append(Section("", (Paragraph((Span(self._asked.warning, "strong"),)),)))
        revised = _revisions(self._sides, self._changes)[:most]
        if revised:
            opening.append(Section(self._sides.new.w("Revisions"), (Bullets(revised),), "revisions"))
        return opening

    def _closing(self) -> list[Section]:
        """How much only follows from what was told."""
        n = sum(one.cause in _FOLLOWS and one.kind != "revision-added" for one in self._changes)
        if not n:
            return []
        said = self._sides.new.w.plural(
            "{n} more change only follows from these.", "{n} more changes only follow from these.", n
        )
        return [Section("", (Paragraph((Span(said),), "small"),))]


def told(changes: Sequence[Change]) -> list[Change]:
    """Return the changes that have a row: not what follows from another, nor what another says better."""
    by_key: dict[object, set[str]] = {}
    for change in changes:
        by_key.setdefault(change.key, set()).update((change.kind, f"{change.kind}:{change.field}"))
    found = []
    for change in changes:
        kinds = by_key[change.key]
        if change.cause in _FOLLOWS or change.kind == "revision-added":
            continue
        if change.kind == "status-stated" and {"status-changed", "dropped", "restored"} & kinds:
            continue
        if change.kind == "status-changed" and {"finished", "finish-withdrawn", "superseded"} & kinds:
            continue
        if change.field == "status" and f"{change.kind}:finished" in kinds:
            continue  # the day of completion says it too
        found.append(change)
    return found


def _revisions(sides: Sides, changes: Sequence[Change]) -> tuple[Line, ...]:
    """The new entries of the revision table, which say why."""
    lines = []
    for change in changes:
        if change.kind == "revision-added":
            note = plain(sides.new, change.now.get("note"), text=True)
            lines.append((Span(sides.title(change), "strong"), Span(sides.new.w(": ")), Span(note)))
    return tuple(lines)


def _meta(w: Wording, asked: Asked, as_of: str) -> tuple[tuple[str, str], ...]:
    old, new = asked.labels
    found = [(w("Old version"), old), (w("New version"), new)]
    if asked.dates[0] == asked.dates[1]:
        return (*found, (w("Data date"), as_of))
    both = w(
        "{old} and {new}; both are compared as of {day}", old=asked.dates[0], new=asked.dates[1], day=as_of
    )
    return (*found, (w("Data dates"), both))


def _section(sides: Sides, group: str, rows: Sequence[Entry], most: int | None) -> Section:
    w = sides.new.w
    heading = w("{heading} ({n})", heading=w(_HEADINGS[group]), n=len(rows))
    shown = rows if most is None else rows[:most]
    blocks: list[Block] = [table(sides, shown)] if shown else []
    if len(rows) > len(shown):
        more = w.plural("{n} more is not listed.", "{n} more are not listed.", len(rows) - len(shown))
        blocks.append(Paragraph((Span(more),)))
    if group in _FOLDED:
        return Section("", (Folded(heading, tuple(blocks)),), group)
    return Section(heading, tuple(blocks), group)
