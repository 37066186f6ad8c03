"""A small document with one of everything, and a place to show it."""

from carbonroad.render.place import NavGroup, NavLink, Place
from carbonroad.scene.shapes import Circle, Group, Label, Line, Path, Polyline, Rect, Scene
from carbonroad.views.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Figure,
    Filter,
    Filters,
    Folded,
    KeyFigure,
    KeyFigures,
    Legend,
    Mark,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)

DOT = Scene(16, 16, "px", "dot", "", (Circle(8, 8, 5.5, "mark mark-done"),), "mark-box")
SCENE = Scene(
    200,
    100.5,
    "px",
    "Steel & iron",
    "Two <works> wait.",
    (
        Rect(0, 0, 10, 20.25, "dense"),
        Line(0, 0, 1.005, 2, "today"),
        Polyline(((0, 0), (1, 1), (2, 0)), "gate", closed=True),
        Polyline(((0, 0), (1, 1)), "stop"),
        Path("M0 0V5", "strip-grid"),
        Group(
            (Label(1, 2, (("Peak ", ""), ("<2030>", "strong")), 12, "item-label", "end"),),
            "tone-plan",
            "steel.M1",
            "Peak & decline",
            "doc:steel/timetable#M1",
        ),
    ),
    "roadmap",
)


def row(words: str, *tags: str) -> Row:
    """A row of a head, a strip and a number."""
    cells = (Cell(((Span(words, "strong"),),)), Cell(((Mark(DOT, ""),),)), Cell(((Span("1"),),)))
    return Row(cells, f"steel.{words}", "is-done", tags, words)


TABLE = Table(
    (Column("Item", "head"), Column("Time", "strip"), Column("Number", "num")),
    (
        RowGroup("Late", (row("W1", "o1", "s-late"), row("W2", "o2", "s-late")), "2 items", "late", "g-late"),
        RowGroup("Later", (row("W3", "o1", "s-planned"),), "1 item"),
    ),
    "All items",
    "tt",
    cards=True,
)
FILTERS = Filters(
    (
        Filter("o", "Lead", (("", "All"), ("o1", "MIIT"), ("o2", "MEE"))),
        Filter("s", "Status", (("", "All"), ("s-late", "late"), ("s-planned", "planned"))),
    ),
    "Nothing matches.",
)
DOCUMENT = Document(
    kind="timetable",
    part="steel",
    lang="en",
    title="Steel: timetable",
    lede="Two are late.",
    sections=(
        Section(
            "",
            (
                KeyFigures((KeyFigure("2", "late", "bad", "of 3"),)),
                FILTERS,
                Legend(((Mark(DOT, "done"), "done"),)),
                TABLE,
            ),
        ),
        Section(
            "More",
            (
                Paragraph(
                    (
                        Span("See "),
                        Span("the plan", "src", "https://example.org/a?b=1&c=2"),
                        Span(" and "),
                        Span("power", "", "doc:power/timetable#P1"),
                    )
                ),
                Bullets(((Span("one"),), (Span("old", "struck"),))),
                Figure(SCENE, "The road", "steel-rm-01"),
                Folded("Folded (1)", (Paragraph((Span("inside"),)),)),
            ),
            "more",
        ),
    ),
    path="steel/timetable",
    meta=(("Data date", "2026-11-22"),),
)


def place(ending: str = "html", known: frozenset[str] = frozenset()) -> Place:
    """The place of the document in a site of a few pages."""
    pages = known or frozenset(("index", "steel/timetable", "power/timetable", "zh/steel/timetable"))
    links = (NavLink(f"../index.{ending}", "Overview"), NavLink(f"timetable.{ending}", "Steel", "page"))
    return Place(
        "steel/timetable", "", ending, "tt", pages, (NavGroup("whole", "The whole", links),), "Made.", "China"
    )


def one_block(*blocks: object, **fields: object) -> Document:
    """A document of these blocks alone."""
    section = Section("", blocks)  # type: ignore[arg-type]
    plain = {
        "kind": "timetable",
        "part": "",
        "lang": "en",
        "title": "T",
        "lede": "",
        "path": "steel/timetable",
    }
    return Document(**{**plain, "sections": (section,), **fields})  # type: ignore[arg-type]
