"""A document as one HTML file: inline SVG, no script, no request."""

from collections.abc import Callable

from markupsafe import Markup

from carbonroad.render.filters import Selection, select
from carbonroad.render.inline import InlineWriter
from carbonroad.render.pages import Place
from carbonroad.render.svg import draw_shapes
from carbonroad.render.templates import environment, module, styles
from carbonroad.scene.shapes import Scene
from carbonroad.views.document import Block, Document, Mark, Row, RowGroup, Table
from carbonroad.wording import wording


class Page:
    """What the templates ask while one page is written."""

    def __init__(self, document: Document, place: Place, own: str | None = None) -> None:
        self.document = document
        self.place = place
        self.id = place.id
        self.system_title = place.system_title
        self.w = wording(document.lang)
        self.href = place.resolve
        self.selection: Selection = select(document, place.id)
        self._own = own
        self._blocks = module("html/blocks.html", own)
        self._svg = module("svg/shapes.svg", own)
        self._inline = InlineWriter(place.resolve, self.mark)
        self.line = self._inline.line
        self._figures = 0
        self._drawn: dict[int, Markup] = {}

    def block(self, block: Block) -> Markup:
        """Write one block by the macro of its kind."""
        return Markup(getattr(self._blocks, type(block).__name__.lower())(block, self))  # noqa: S704

    def cells_of(self, table: Table) -> Callable[[Row], Markup]:
        """Return what writes the cells of a table's row: their tags are made once."""
        macro = self._blocks.cell_start
        tags = [(str(macro(c, table.cards)), "</th>" if c.role == "head" else "</td>") for c in table.columns]
        write = self._inline.cell

        def cells(row: Row) -> Markup:
            pairs = zip(tags, row.cells, strict=True)
            return Markup("".join([f"{start}{write(cell)}{end}" for (start, end), cell in pairs]))  # noqa: S704

        return cells

    def mark(self, mark: Mark) -> Markup:
        """Write a mark: the picture for the eye, the words for a screen reader."""
        words = Markup('<span class="vh">{}</span>').format(mark.words) if mark.words else Markup("")
        return self.decoration(mark.scene) + words

    def decoration(self, scene: Scene) -> Markup:
        """Draw a small scene; one that many rows share is drawn once."""
        known = self._drawn.get(id(scene))
        if known is None:
            inner = draw_shapes(scene.shapes, self.href, self._own)
            known = self._drawn[id(scene)] = Markup(self._svg.decoration(scene, inner))  # noqa: S704
        return known

    def picture(self, scene: Scene, id_: str) -> Markup:
        """Draw a figure with its name and its summary."""
        inner = draw_shapes(scene.shapes, self.href, self._own)
        return Markup(self._svg.picture(scene, inner, id_))  # noqa: S704

    def next_id(self) -> str:
        """Return the next figure's id."""
        self._figures += 1
        return f"{self.id}-f{self._figures}"

    def group_class(self, group: RowGroup) -> str:
        """Return a row group's classes: its role and its number among those that filters select from."""
        number = self.selection.numbers.get(id(group))
        return " ".join(filter(None, (group.role, "" if number is None else f"g g{number}")))


def render_html(document: Document, place: Place, own: str | None = None) -> str:
    """Return a document's page.

    Args:
        document: What to show.
        place: Where it stands.
        own: A user's folder of templates.
    """
    page = Page(document, place, own)
    made = environment(own)
    body = Markup(made.get_template("html/sections.html").render(page=page))  # noqa: S704
    return made.get_template("html/page.html").render(
        page=page,
        body=body,
        css=styles(own=own),
        filter_css=Markup(page.selection.css),  # noqa: S704  # ids and classes of our own making
    )
