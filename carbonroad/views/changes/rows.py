"""The rows of the tables: a change, or several that say the same of one industry, a row."""

from collections.abc import Iterable, Mapping, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.places import Places
from carbonroad.compute.changes.ratchet import explanation, given_up, new_entries
from carbonroad.views.changes.how import how_words
from carbonroad.views.changes.said import both
from carbonroad.views.changes.sides import Sides
from carbonroad.views.document import Cell, Column, Row, RowGroup, Span, Table

_NAMED = 5
"""How many of several things are named in one row."""
_TOGETHER = 3


class Entry(NamedTuple):
    """What one row says."""

    title: str
    idents: tuple[str, ...]
    was: str
    now: str
    how: str
    where: str
    changes: tuple[Change, ...]


def entries(sides: Sides, changes: Iterable[Change]) -> list[Entry]:
    """Return the rows of changes of one group: the largest slip first, else in the order of the files."""
    places, reasons = Places(sides.comparison), _reasons(sides)
    merged: dict[tuple[object, str], list[Change]] = {}
    for change in changes:
        merged.setdefault((change.key, change.field), []).append(change)
    found = [_entry(sides, places, several, reasons) for several in merged.values()]
    found.sort(key=lambda one: -max((abs(change.days or 0) for change in one.changes), default=0))
    return _together(sides, found)


def _reasons(sides: Sides) -> dict[tuple[object, str], str]:
    """Which new entry of the revision table names what was given up."""
    found: dict[tuple[object, str], str] = {}
    revisions = new_entries(sides.comparison)
    for need in given_up(sides.comparison) if revisions else ():
        entry = explanation(revisions, need)
        if entry is not None:
            said = sides.new.w("see revision {rev}", rev=entry.rev)
            found.update({(change.key, change.field): said for change in need.changes})
    return found


def _entry(
    sides: Sides, places: Places, changes: Sequence[Change], reasons: Mapping[tuple[object, str], str]
) -> Entry:
    first = changes[0]
    was, now = both(sides, first)
    said = dict.fromkeys(words for one in changes if (words := how_words(sides, one)))
    how = sides.new.listing((*said, *filter(None, (reasons.get((first.key, first.field)),))))
    span = places.of(first)
    line = None if span is None else sides.line_of(span)
    where = "" if span is None else span.path if line is None else f"{span.path}:{line}"
    return Entry(sides.title(first), (sides.ident(first),), was, now, how, where, tuple(changes))


def _together(sides: Sides, found: list[Entry]) -> list[Entry]:
    """Make one row of several things of one industry that changed from and to the same."""
    alike: dict[tuple[str, ...], list[Entry]] = {}
    for one in found:
        first = one.changes[0]
        same = first.group in ("duties", "status") and first.key.subject != "part"
        key = (
            (sides.part_of(first), first.field, one.was, one.now, one.how)
            if same
            else (str(first.key), first.field)
        )
        alike.setdefault(key, []).append(one)
    rows = []
    for several in alike.values():
        if len(several) < _TOGETHER:
            rows += several
            continue
        part = sides.new.part_name(sides.part_of(several[0].changes[0]))
        title = sides.new.w.plural("{part}: {n} item", "{part}: {n} items", len(several), part=part)
        idents = tuple(ident for one in several for ident in one.idents)
        changes = tuple(change for one in several for change in one.changes)
        rows.append(several[0]._replace(title=title, idents=idents, changes=changes))
    return rows


def table(sides: Sides, rows: Sequence[Entry]) -> Table:
    """Return the table of rows; a column in which nothing stands is left out."""
    w = sides.new.w
    heads = (
        (w("What"), "head", [_cell(one.title, _idents(sides, one)) for one in rows]),
        (w("Was"), "", [_cell(one.was) for one in rows]),
        (w("Is"), "", [_cell(one.now) for one in rows]),
        (w("Difference"), "", [_cell(one.how) for one in rows]),
        (w("Where"), "", [_cell(one.where, role="code") for one in rows]),
    )
    kept = [(name, role, cells) for name, role, cells in heads if any(cell.lines for cell in cells)]
    columns = tuple(Column(name, role) for name, role, _ in kept)
    made = zip(*(cells for _, _, cells in kept), strict=True)
    return Table(columns, (RowGroup("", tuple(Row(tuple(cells)) for cells in made)),))


def _idents(sides: Sides, entry: Entry) -> str:
    named = [ident for ident in entry.idents if ident]
    more = len(named) - _NAMED
    shown = sides.new.listing(named[:_NAMED])
    if more <= 0:
        return shown
    return sides.new.w("{names} and {n} more", names=shown, n=more)


def _cell(words: str, second: str = "", *, role: str = "") -> Cell:
    lines = [(Span(words, role),)] if words else []
    lines += [(Span(second, "code"),)] if second else []
    return Cell(tuple(lines))
