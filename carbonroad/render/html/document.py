"""A document as one HTML file: inline SVG, no script, no request."""

from functools import lru_cache
from html import escape

from markupsafe import Markup

from carbonroad.render.characters import visible
from carbonroad.render.html.filters import Selection, select
from carbonroad.render.html.inline import InlineWriter
from carbonroad.render.html.marks import MarkWriter
from carbonroad.render.html.policy import check_policy, page_policy
from carbonroad.render.html.svg import draw_shapes, picture_name
from carbonroad.render.place import Place
from carbonroad.render.templates.asked import check_asked, check_kept
from carbonroad.render.templates.environment import STYLES, environment, module, styles
from carbonroad.render.templates.own_templates import OwnEnvironment
from carbonroad.scene.shapes import Scene
from carbonroad.views.document import Block, Document, Figure, Mark, RowGroup, Table
from carbonroad.wording import wording

_SHEET = "@page{size:420mm 297mm;margin:0}"
_PAPER = "@page{size:A3 landscape;margin:12mm}"


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
        self._rows = 0
        self._marks = MarkWriter(place.id, self._svg, place.resolve, own)
        self.decoration = self._marks.draw

    def block(self, block: Block) -> Markup:
        """Write one block by the macro of its kind."""
        made: Markup = getattr(self._blocks, type(block).__name__.lower())(block, self)
        return made

    def rows(self, table: Table, group: RowGroup) -> Markup:
        """Write a group's rows, without a template: a table of a large roadmap has 40,000 of them."""
        self._rows += len(group.rows)
        macro = self._blocks.cell_start
        tags = [(str(macro(c)), "</th>" if c.role == "head" else "</td>") for c in table.columns]
        write = self._inline.cell
        found = []
        for row in group.rows:
            anchor = f' id="{self.id}-{escape(row.anchor)}"' if row.anchor else ""
            pairs = zip(tags, row.cells, strict=True)
            cells = "".join([f"{start}{write(cell)}{end}" for (start, end), cell in pairs])
            found.append(f'<tr class="{_classes(row.role, row.tags)}"{anchor}>{cells}</tr>\n')
        return Markup("".join(found))  # noqa: S704  # every word in it was escaped

    @property
    def shown(self) -> tuple[int, int]:
        """How many rows and figures the templates have asked for."""
        return self._rows, self._figures

    def labels(self, table: Table) -> str:
        """Return the headings as style properties, from which cards take their labels on a narrow screen."""
        return ";".join(
            f"--l{n}:{_quoted(column.heading)}" for n, column in enumerate(table.columns, 1) if column.heading
        )

    def mark(self, mark: Mark) -> str:
        """Write a mark: the picture for the eye, the words for a screen reader."""
        drawn = str(self.decoration(mark.scene))
        return f'{drawn}<span class="vh">{escape(str(visible(mark.words)))}</span>' if mark.words else drawn

    def picture(self, scene: Scene, id_: str) -> Markup:
        """Draw a figure with its name and its summary."""
        inner = draw_shapes(scene.shapes, self.href, self._own)
        return Markup(self._svg.picture(scene, inner, id_))  # noqa: S704

    def picture_file(self, figure: Figure) -> str:
        """Return the address of a figure's own file; empty where none is written."""
        return picture_name(figure) if self.place.pictures else ""

    def next_id(self) -> str:
        """Return the next figure's id."""
        self._figures += 1
        return f"{self.id}-f{self._figures}"

    def group_class(self, group: RowGroup) -> str:
        """Return a row group's classes: its role and its number among those that filters select from."""
        number = self.selection.numbers.get(id(group))
        return " ".join(filter(None, (group.role, "" if number is None else f"g g{number}")))


@lru_cache(maxsize=4096)
def _classes(role: str, tags: tuple[str, ...]) -> str:
    """A row's classes: its role and the tags that filters select by."""
    return escape(" ".join(filter(None, ("r", role, *tags))))


def _quoted(words: str) -> str:
    """Words as a string of CSS."""
    kept = str(visible(words)).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{' '.join(kept.splitlines())}'"


def render_page(document: Document, place: Place, own: str | None) -> str:
    """Return a document's page.

    Args:
        document: What to show.
        place: Where it stands.
        own: A user's folder of templates.
    """
    page = Page(document, place, own)
    body = page_body(page, own)
    css, filter_css = styles((*STYLES, *document.styles), own), page.selection.css
    style = f"{css}{_SHEET if document.print_sheet else _PAPER}\n{filter_css}"
    text = (
        environment(own)
        .get_template("html/page.html")
        .render(
            page=page,
            body=body,
            style=Markup(style),  # noqa: S704  # style sheets, ids and classes
            policy=page_policy(style),
            css=css,
            filter_css=Markup(filter_css),  # noqa: S704  # ids and classes of our own making
        )
    )
    check_kept(own, "html/page.html", body, text)
    check_policy(own, "html/page.html", text)
    return text


def page_body(page: Page, own: str | None = None) -> Markup:
    """Return a document's sections.

    Args:
        page: What the templates ask.
        own: A user's folder of templates.
    """
    made = environment(own)
    if isinstance(made, OwnEnvironment):
        made.begin()
    body = Markup(made.get_template("html/sections.html").render(page=page))  # noqa: S704
    if own is not None:
        check_asked(own, page.document, page.shown)
    return body
