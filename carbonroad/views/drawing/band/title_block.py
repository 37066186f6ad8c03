"""Title block after ISO 7200 and revision table; what nobody gave stays empty, with a line to sign on."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from math import fsum

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import System
from carbonroad.model.items import Revision
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Line, Rect, Shape, text
from carbonroad.views.drawing.items.names import sheet_number
from carbonroad.views.drawing.paper.sheet import RIGHT, Form
from carbonroad.views.drawing.paper.text import break_lines, measure
from carbonroad.views.shared.page_head import newest_first
from carbonroad.wording import Wording

WIDTH, HEIGHT = 180.0, 42.0
LEFT = RIGHT - WIDTH
_UPPER = 19.0
_ROW = (HEIGHT - _UPPER) / 3
_CAPTION = 2.15
_UNDER_CAPTION = 3.4
_TITLE_SIZES = (6.2, 5.2, 4.4, 3.6, 3.0, 2.6)
_SHOWN_REVISIONS = 5
_MOST_LINES, _MOST_REVISED = 4, 40.0
"""A revision's lines, and the height of all; the page has them in full."""
_REVISION_COLUMNS = (0.0, 16.0, 40.0, 132.0, 150.0, 180.0)


class TitleWords(NamedTuple):
    """What the title block says of one sheet; `scale` is its caption and value."""

    subtitle: str
    scale: tuple[str, str]
    adjoining: str
    sheet: int
    sheets: int


class _Field(NamedTuple):
    """Where a box of the title block lies."""

    x: float
    y: float
    width: float
    height: float


def title_block(system: System, part: Part, said: TitleWords, form: Form, w: Wording) -> list[Shape]:
    """Return the title block in the lower right corner."""
    top = form.floor - HEIGHT
    title = _shown_title(system, part, w)
    number = sheet_number(system, part, said.sheet)
    shapes: list[Shape] = [Rect(LEFT, top, WIDTH, HEIGHT, "panel-frame")]
    shapes += _box(_Field(LEFT, top, 52.0, _UPPER), w("Legal owner"), _owner(system, part, w), 3.2, w)
    shapes += _title(LEFT + 52, top, 86.0, title, said.subtitle, w)
    shapes += _box(_Field(LEFT + 138, top, 42.0, _UPPER), w("Identification number"), number, 5.4, w, "b")
    for n, row in enumerate(_rows(system, part, said, form, w)):
        x = LEFT
        for caption, value, wide in row:
            role = "b" if caption == w("Sheet") else ""
            field = _Field(x, top + _UPPER + n * _ROW, wide, _ROW)
            shapes += _box(field, caption, value, 2.7, w, role)
            x += wide
    return shapes


def _rows(
    system: System, part: Part, said: TitleWords, form: Form, w: Wording
) -> tuple[tuple[tuple[str, str, float], ...], ...]:
    """The fields below the title in three rows: (caption, value, width) each."""
    block, languages = part.title_block, system.languages
    newest = next(iter(newest_first(part.revisions)), None)
    issued = newest.date.day.isoformat() if newest is not None and newest.date is not None else ""
    status = block.document_status.pick(w.tag, languages) if block else ""
    return (
        (
            (w("Creator"), block.creator if block else "", 26.0),
            (w("Technical reference"), block.checked if block else "", 26.0),
            (w("Document type"), w("Construction drawing"), 32.0),
            (w("Status"), status, 30.0),
            (w("Language"), w.tag, 24.0),
            (w("Revision"), newest.rev if newest is not None else "", 16.0),
            (w("Sheet"), f"{said.sheet} / {said.sheets}", 26.0),
        ),
        (
            (w("Approval"), block.approved if block else "", 26.0),
            (w("Department"), block.department.pick(w.tag, languages) if block else "", 26.0),
            (*said.scale, 32.0),
            (w("Size"), f"A3 ({form.standard})", 30.0),
            (w("Unit"), w("day"), 24.0),
            (w("Adjoining"), said.adjoining, 42.0),
        ),
        (
            (w("Classification"), _short(_shown_title(system, part, w), system.codes.get(part.id, "")), 26.0),
            (w("Access"), block.access.pick(w.tag, languages) if block else "", 26.0),
            (w("Issued"), issued, 32.0),
            (w("Data date"), system.as_of.isoformat(), 30.0),
            (w("Region"), system.region, 24.0),
            (w("Source fingerprint"), system.fingerprint_of(part.id), 42.0),
        ),
    )


def _shown_title(system: System, part: Part, w: Wording) -> str:
    """The part's title, or its id where the title does not fit into its box."""
    title = part.title.pick(w.tag, system.languages) or part.id
    return title if _title_lines(title, 83.4, 2)[1] else part.id


def _owner(system: System, part: Part, w: Wording) -> str:
    """Who the roadmap states as owner of the part; nobody where that is inferred, or too long for the box."""
    duties = system.duties[part.id].own if part.id in system.duties else None
    if duties is None or duties.inferred:
        return ""
    bodies = [(system.organisations.get(party.id), party) for party in duties.owner]
    names = [
        party.words if body is None else body.title.pick(w.tag, system.languages) for body, party in bodies
    ]
    said = ("、" if w.chinese else ", ").join(names)
    return said if len(break_lines(said, 2.5, 49.6)) <= 3 else ""


def spilled(system: System, part: Part, w: Wording) -> list[str]:
    """Return, as notes, the fields of the title block that are too long for their boxes."""
    block, languages = part.title_block, system.languages
    title = part.title.pick(w.tag, languages)
    long = (
        [] if _title_lines(title, 83.4, 2)[1] else [w("{caption}: {value}.", caption=w("Title"), value=title)]
    )
    if block is None:
        return long
    fields = (
        (w("Creator"), block.creator, 26.0),
        (w("Technical reference"), block.checked, 26.0),
        (w("Approval"), block.approved, 26.0),
        (w("Department"), block.department.pick(w.tag, languages), 26.0),
        (w("Access"), block.access.pick(w.tag, languages), 26.0),
        (w("Status"), block.document_status.pick(w.tag, languages), 30.0),
    )
    return long + [
        w("{caption}: {value}.", caption=c, value=value)
        for c, value, wide in fields
        if not _fits(value, wide)
    ]


def _fits(value: str, width: float) -> bool:
    return len(break_lines(value, 2.1, width - 2.4)) <= 2


def _short(title: str, code: str) -> str:
    return title if measure(title, 2.5) <= 23.6 else code


def _title(x: float, y: float, width: float, title: str, subtitle: str, w: Wording) -> list[Shape]:
    shapes: list[Shape] = [
        Rect(x, y, width, _UPPER, "cell"),
        text(x + 1.3, y + 2.85, w("Title"), _CAPTION, "second"),
    ]
    below = break_lines(subtitle, 2.9, width - 2.6)
    size, lines = _title_lines(title, width - 2.6, len(below))
    single = len(lines) == 1 and len(below) == 1
    at = y + 10.4 if single else y + _UNDER_CAPTION + size * 1.02
    for n, line in enumerate(lines):
        shapes.append(text(x + 1.3, at + n * size * 1.1, line, size, "ser"))
    at = y + 15.9 if single else y + _UPPER - 1.2 - (len(below) - 1) * 3.2
    return [*shapes, *(text(x + 1.3, at + n * 3.2, line, 2.9) for n, line in enumerate(below))]


def _title_lines(title: str, room: float, below: int) -> tuple[float, tuple[str, ...]]:
    """The largest type in which a title and the lines below it fit into the box."""
    for size in _TITLE_SIZES:
        lines = break_lines(title, size, room, True)
        last = _UNDER_CAPTION + size * (1.02 + (len(lines) - 1) * 1.1)
        under = _UPPER - 1.2 - (below - 1) * 3.2 - 2.9 * 0.9
        if (len(lines) == 1 and below == 1) or (size <= 5.2 and last + size * 0.28 <= under):
            return size, lines
    return 0.0, ()


def _box(field: _Field, caption: str, value: str, size: float, w: Wording, role: str = "") -> list[Shape]:
    x, y, width, height = field
    room = width - 2.4
    low = height < 12
    if low and not _fits(value, width):
        value = w("see notes")
    while measure(value, size, role == "b") > room and size > 2.5:
        size -= 0.1
    lines = break_lines(value, size, room, role == "b")
    if len(lines) > 1 and low:
        size = 2.1
        lines = break_lines(value, size, room, role == "b")
    double = len(lines) > 1 and low
    shapes: list[Shape] = [
        Rect(x, y, width, height, "cell"),
        text(x + 1.3, y + (2.3 if double else 2.85), caption, _CAPTION, "second"),
    ]
    if not value:
        return [*shapes, Line(x + 1.3, y + height - 1.4, x + width - 1.3, y + height - 1.4, "sign")]
    top = y + 12.4 - (len(lines) - 1) * size * 0.6
    first = (y + 4.75 if double else y + height - 1.55) if low else max(top, y + _UNDER_CAPTION + size)
    pitch = 2.3 if low else size * 1.2
    return [*shapes, *(text(x + 1.3, first + n * pitch, line, size, role) for n, line in enumerate(lines))]


class RevisionTable:
    """The revision table above the title block, newest first; measured before it is drawn."""

    def __init__(self, system: System, part: Part, zones: Mapping[str, str], w: Wording) -> None:
        self.w = w
        newest = newest_first(part.revisions)
        rows = [_revision(system, revision, zones, w) for revision in newest[:_SHOWN_REVISIONS]]
        heights = accumulate(_tall(row) for row in rows)
        shown = sum(tall <= _MOST_REVISED for tall in heights)
        self.rows = rows[: max(1, shown)]
        self.left_out = len(newest) - len(self.rows)

    @property
    def height(self) -> float:
        """Its height."""
        lines = fsum(_tall(row) for row in self.rows)
        return 4.8 + max(6.2, lines) + (3.8 if self.left_out else 0.0)

    def draw(self, y: float, height: float) -> list[Shape]:
        """Return the table with its upper edge at y."""
        w = self.w
        shapes: list[Shape] = [Rect(LEFT, y, WIDTH, height, "panel")]
        for words, x in zip(
            (w("Rev."), w("Date"), w("Change"), w("Zone"), w("By")), _REVISION_COLUMNS, strict=False
        ):
            shapes.append(text(LEFT + x + 1.5, y + 3.4, words, 2.3, "second"))
            if x:
                shapes.append(Line(LEFT + x, y, LEFT + x, y + height, "rule"))
        shapes.append(Line(LEFT, y + 4.8, RIGHT, y + 4.8, "rule-head"))
        at = y + 4.8
        if not self.rows:
            shapes.append(text(LEFT + 41.5, at + 4.1, w("no revision recorded"), 2.5, "second slanted"))
        for row in self.rows:
            for cell, x in zip(row, _REVISION_COLUMNS, strict=False):
                shapes += [text(LEFT + x + 1.5, at + 3.0 + n * 2.9, line, 2.5) for n, line in enumerate(cell)]
            at += _tall(row)
        if self.left_out:
            shapes.append(
                text(
                    LEFT + 41.5,
                    at + 2.9,
                    w("{n} earlier: see the table of revisions", n=self.left_out),
                    2.3,
                    "second",
                )
            )
        return shapes


def _tall(row: Sequence[Sequence[str]]) -> float:
    return max(len(cell) for cell in row) * 2.9 + 1.2


def _revision(
    system: System, revision: Revision, zones: Mapping[str, str], w: Wording
) -> Sequence[tuple[str, ...]]:
    names = [item.text for item in revision.items]
    found = list(dict.fromkeys(zones[name] for name in names if name in zones))
    values = (
        revision.rev,
        revision.date.day.isoformat() if revision.date is not None else "",
        revision.note.pick(w.tag, system.languages),
        " ".join(found),
        revision.by,
    )
    widths = [b - a for a, b in pairwise(_REVISION_COLUMNS)]
    lines = [break_lines(value, 2.5, wide - 2.6) for value, wide in zip(values, widths, strict=True)]
    more = f"… ({w('see the table of revisions')})"
    return [cell if len(cell) <= _MOST_LINES else (*cell[: _MOST_LINES - 1], more) for cell in lines]
