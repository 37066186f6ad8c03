"""A table of 40,000 rows as HTML, against the same table by f-strings."""

from html import escape
from pathlib import Path

from sheet import Goal, Sheet

from carbonroad.render.html.document import Page
from carbonroad.render.place import Place
from carbonroad.scene.shapes import Circle, Scene
from carbonroad.views.document import Cell, Column, Document, Mark, Row, RowGroup, Section, Span, Table

ROWS = 40_000
_DOT = Scene(16, 16, "px", "dot", "", (Circle(8, 8, 5.5, "mark mark-done"),), "mark-box")
_WORDS = [
    (
        f"by {2025 + n % 10}",
        f"{2025 + n % 10}-12-31",
        f"M{n}",
        f"Step {n} of a large roadmap",
        f"钢铁行业节点 {n % 40}",
        "planned" if n % 3 else "late",
    )
    for n in range(ROWS)
]


def _table() -> Table:
    rows = tuple(
        Row(
            (
                Cell(((Span(by, "strong"),), (Span(day, "iso"),))),
                Cell(((Span(id_, "id"), Span(title, "strong", f"#{id_}")),)),
                Cell(((Span(owner),),)),
                Cell(((Mark(_DOT, ""), Span(status, "st")),)),
                Cell(((Span("12.5"),),)),
            ),
            id_,
            f"is-{status}",
            (f"s-{status}", "o1"),
            id_,
        )
        for by, day, id_, title, owner, status in _WORDS
    )
    heads = (("Deadline", "when"), ("Item", "head"), ("Lead", "who"), ("Status", "status"), ("Value", "num"))
    return Table(tuple(Column(*head) for head in heads), (RowGroup("", rows),), "All", "tt", cards=True)


def _document(table: Table) -> Document:
    return Document("timetable", "", "en", "Large", "", (Section("", (table,)),), "timetable")


def _by_f_strings(dot: str) -> str:
    rows = [
        f'<tr class="r is-{status} s-{status} o1" id="tt-{id_}">'
        f'<td class="when"><div><b>{escape(by)}</b></div>'
        f'<div><span class="iso">{escape(day)}</span></div></td>'
        f'<th scope="row" class="head"><span class="id">{escape(id_)}</span>'
        f'<a class="strong" href="#tt-{id_}">{escape(title)}</a></th>'
        f'<td class="who">{escape(owner)}</td>'
        f'<td class="status">{dot}<span class="st">{escape(status)}</span></td>'
        f'<td class="num">12.5</td></tr>\n'
        for by, day, id_, title, owner, status in _WORDS
    ]
    return f"<table>{''.join(rows)}</table>"


def table(_: Path, rounds: int) -> Sheet:
    """Ours and f-strings in turn."""
    sheet = Sheet("A large table")
    large = _table()
    document = _document(large)
    place = Place("timetable", "", "html", "tt", frozenset(("timetable",)))
    page = Page(document, place)
    dot = str(page.decoration(_DOT))
    ours, theirs = page.block(large), _by_f_strings(dot)
    first = [
        text[text.index("<tr class") : text.index("</tr>")]
        for text in (ours[ours.index('="r') - 9 :], theirs)
    ]
    if first[0] != first[1]:
        raise SystemExit(f"not the same table:\n{first[0]}\n{first[1]}")
    sheet.compare(
        f"an HTML table of {ROWS:,} rows, {len(ours) / 1e6:.0f} MB",
        lambda: Page(document, place).block(large),
        "the same by f-strings",
        lambda: _by_f_strings(dot),
        Goal(4, 2.5),
        rounds,
    )
    return sheet
