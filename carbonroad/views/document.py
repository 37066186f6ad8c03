"""A document before it has a format: sections of tables, figures and sentences.

Markdown and HTML are made from this alone; what one of them cannot show it leaves to a table.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from carbonroad.base.exchange.charts import Flowchart, Gantt
from carbonroad.base.record import NamedTuple
from carbonroad.scene.shapes import Scene


class Span(NamedTuple):
    """Words with a role (`strong`, `small`, `struck`, `code` …) and, if it is a link, where to.

    `href` is an address (http, https, mailto), `#anchor` on the page, or `doc:steel/timetable#M1`: a
    document's `path` and an anchor in it. What leads nowhere is shown as plain words.
    """

    words: str
    role: str = ""
    href: str = ""


class Mark(NamedTuple):
    """A small scene in a line or a cell; `words` say the same in text and stand alone in Markdown.

    Without words the mark is decoration: what stands beside it says the same.
    """

    scene: Scene
    words: str


Inline: TypeAlias = Span | Mark
Line: TypeAlias = tuple[Inline, ...]


class Cell(NamedTuple):
    """A table cell of one or several lines."""

    lines: tuple[Line, ...]


class Column(NamedTuple):
    """A column: its heading, its role (`num`, `wide` …); on a narrow screen the heading is the label.

    The `head` column names the row. A `strip` column holds marks alone: Markdown leaves it out. A `scene` is
    drawn in place of the heading, as an axis over the strips.
    """

    heading: str
    role: str = ""
    scene: Scene | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `item` is the qualified id it shows, `tags` are what filters select by."""

    cells: tuple[Cell, ...]
    item: str = ""
    role: str = ""
    tags: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading within a table."""

    heading: str
    rows: tuple[Row, ...]
    note: str = ""
    role: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `cards` turns rows into cards on a narrow screen."""

    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    caption: str = ""
    role: str = ""
    cards: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A scene with its caption; `file` is the name it has when written as an SVG file of its own.

    A tall one has the same in `pages`, which join on a screen; on paper each stands under the `head`.
    `narrow` is the same picture for a narrow screen.
    """

    scene: Scene
    caption: str = ""
    file: str = ""
    head: Scene | None = None
    pages: tuple[Scene, ...] = ()
    narrow: Scene | None = None


class Paragraph(NamedTuple):
    """One paragraph."""

    line: Line
    role: str = ""


class Bullets(NamedTuple):
    """A list of lines."""

    lines: tuple[Line, ...]
    role: str = ""


class KeyFigure(NamedTuple):
    """A large number and what it counts; `role` colours it."""

    number: str
    what: str
    role: str = ""
    remark: str = ""


class KeyFigures(NamedTuple):
    """The band of large numbers."""

    entries: tuple[KeyFigure, ...]


class Filter(NamedTuple):
    """A script-free choice: its name and (tag, words) options; the first option shows all."""

    name: str
    words: str
    options: tuple[tuple[str, str], ...]


class Filters(NamedTuple):
    """Filters of the tables that follow on the page."""

    filters: tuple[Filter, ...]
    nothing: str


class Legend(NamedTuple):
    """Marks with what they mean."""

    entries: tuple[tuple[Mark, str], ...]


class Diagram(NamedTuple):
    """A small chart under a heading of its own, for Markdown alone: HTML has the figures.

    `instead` stands in its place when it is too large to be drawn; `notes` say what it leaves out.
    """

    chart: Gantt | Flowchart
    caption: str
    instead: Line
    notes: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Folded:
    """Blocks folded away on a screen and open in print."""

    summary: str
    blocks: "tuple[Block, ...]"
    open: bool = False


Block: TypeAlias = Paragraph | Bullets | Table | Figure | KeyFigures | Filters | Legend | Diagram | Folded


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; without a heading, the document's opening."""

    heading: str
    blocks: tuple[Block, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a view says, before it is a document: `views.maker` adds what it is of and where it stands.

    What was read is counted against `shown` (render/site/check.py): for a kind that is counted there,
    `milestone`, `target`, `work`, `indicator` and `assignment`, everything of the part must be on the page;
    for a kind of the view's own, everything in `claimed`.

    Attributes:
        title: Its heading.
        lede: The finding, as a sentence.
        sections: In order.
        shown: Kind of thing → qualified ids that stand on the page, read off what was made.
        claimed: For a kind of which the page shows only some: what it must show, from what was computed.
        meta: (what, value) pairs under the heading; None for those of most pages (`shared.page_head`).
        headline: A finding that is the page's heading; the title then stands above it as its name.
        print_sheet: Whether it prints as drawing sheets without anything else.
        part: Whose items it shows, where it is not the part asked for: the top's for the whole roadmap.
    """

    title: str
    lede: str
    sections: tuple[Section, ...]
    shown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    claimed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    meta: tuple[tuple[str, str], ...] | None = None
    headline: str = ""
    print_sheet: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One page, of which it is known what it is of and where it stands.

    Attributes:
        kind: The name of its view, or of the command that prints it.
        part: The industry, `top`, or empty for the whole system.
        lang: BCP 47 tag of its words.
        path: Where it is written, without ending, relative to the output: `steel/timetable`.
        owner: The body to whose items it is limited; empty for all.
        styles: Style sheets that its HTML and SVG need besides those of every page.

    The others are those of its `Page`.
    """

    kind: str
    part: str
    lang: str
    title: str
    lede: str
    sections: tuple[Section, ...]
    path: str
    meta: tuple[tuple[str, str], ...] = ()
    shown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    print_sheet: bool = False
    owner: str = ""
    headline: str = ""
    claimed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    styles: tuple[str, ...] = ()
