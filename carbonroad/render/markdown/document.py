"""A document as Markdown that reads well raw and on a forge: tables, linked pictures, status as words."""

import re
from collections.abc import Callable, Iterable, Iterator

from carbonroad.base.texts.textwidth import cells
from carbonroad.render.html.svg import picture_name
from carbonroad.render.markdown.line import LineWriter, address_of, strong
from carbonroad.render.markdown.mermaid import write_chart
from carbonroad.render.markdown.table import write_table
from carbonroad.render.markdown.text import escape_beside, escape_words, heading_words, link_words, start_line
from carbonroad.render.place import NavGroup, Place
from carbonroad.render.templates.environment import environment
from carbonroad.views.document import (
    Block,
    Bullets,
    Diagram,
    Document,
    Figure,
    Filters,
    Folded,
    KeyFigures,
    Legend,
    Paragraph,
    Row,
    Table,
)
from carbonroad.wording import wording

_NAV_WIDTH = 100
_BLANK_LINES = re.compile(r"\n{3,}")


def render_page(document: Document, place: Place, own: str | None, *, details: bool = False) -> str:
    """Return a document's page as Markdown.

    Args:
        document: What to show.
        place: Where it stands.
        own: A user's folder of templates.
        details: Whether what is folded away on a screen is folded here too, by HTML; else it has a heading.
    """
    writer = _Writer(document, place, details=details)
    text = (
        environment(own)
        .get_template("markdown/page.md")
        .render(
            title=heading_words(document.title),
            headline=strong(escape_words(document.headline)) if document.headline else "",
            lede=start_line(escape_words(document.lede)),
            meta=[(escape_beside(what), escape_beside(value)) for what, value in document.meta],
            colon=writer.colon,
            nav=writer.nav(),
            sections=[
                (heading_words(s.heading), writer.blocks(s.blocks, 3 if s.heading else 2))
                for s in document.sections
            ],
            footer=start_line(escape_words(place.footer)),
        )
    )
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


class _Writer:
    """Writes blocks of one page. A `level` is the number of signs of a heading that a block may open."""

    def __init__(self, document: Document, place: Place, *, details: bool) -> None:
        self.place = place
        self._details = details
        self.colon = wording(document.lang)(": ")
        self._lines = LineWriter(place.resolve)
        self._said = {document.headline, document.lede}
        self._kinds: dict[type, Callable[..., str]] = {
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Table: self._table,
            Figure: self._figure,
            KeyFigures: self._key_figures,
            Legend: self._legend,
            Diagram: self._diagram,
            Folded: self._folded,
            Filters: lambda *_: "",
        }

    def blocks(self, blocks: Iterable[Block], level: int) -> str:
        """Write blocks one after another; a list after a list and a table after a table stay two."""
        found: list[str] = []
        table = False
        for block in blocks:
            text = self._kinds[type(block)](block, level)
            if not text:
                continue
            if found and text.startswith("- ") and found[-1].rpartition("\n")[2].startswith("- "):
                text = re.sub("(?m)^- ", "* ", text)
            if table and isinstance(block, Table) and block.caption and text.startswith("|"):
                text = f"{strong(block.caption)}\n\n{text}"
            table = isinstance(block, Table)
            found.append(text)
        return "\n\n".join(found)

    def nav(self) -> str:
        """Write the links to the neighbours, one kind an entry."""
        return "\n".join(self._nav_group(group) for group in self.place.nav if group.links)

    def _nav_group(self, group: NavGroup) -> str:
        line = f"* {escape_beside(group.words)}{self.colon}"
        lines = []
        for link in group.links:
            written = (
                strong(link.words) if link.here == "page" else f"[{link_words(link.words)}]({link.href})"
            )
            separator = " · " if link is not group.links[0] else ""
            if separator and cells(line) + cells(link.words) > _NAV_WIDTH:
                lines.append(f"{line} ·")
                line, separator = "  ", ""
            line += separator + written
        return "\n".join([*lines, line])

    def _heading(self, level: int, words: str) -> str:
        return f"{'#' * min(level, 6)} {heading_words(words)}"

    def _paragraph(self, block: Paragraph, _: int) -> str:
        return start_line(self._lines.line(block.line))

    def _bullets(self, block: Bullets, _: int) -> str:
        return "\n".join(f"- {start_line(self._lines.line(line))}" for line in block.lines)

    def _figure(self, block: Figure, _: int) -> str:
        said = [words for words in (block.caption, block.scene.summary) if words not in self._said]
        self._said.update(said)
        if not block.file:
            return "\n\n".join(start_line(escape_words(words)) for words in said if words)
        name = address_of(picture_name(block))
        picture = f"[![{link_words(block.scene.title)}]({name})]({name})"
        notes = [start_line(escape_words(words)) for words in said if words and words != block.scene.title]
        return "\n\n".join((picture, *notes))

    def _key_figures(self, block: KeyFigures, _: int) -> str:
        return "\n".join(self._entries(block))

    def _entries(self, block: KeyFigures) -> Iterator[str]:
        for figure, what, _, remark in block.entries:
            after = f" {escape_beside(remark)}" if remark else ""
            yield f"- {start_line(escape_beside(what))}{self.colon}{strong(figure)}{after}"

    def _legend(self, block: Legend, _: int) -> str:
        return "\n".join(
            f"- {start_line(escape_beside(mark.words))}{self.colon}{escape_beside(words)}"
            for mark, words in block.entries
            if mark.words and mark.words != words
        )

    def _diagram(self, block: Diagram, level: int) -> str:
        source = write_chart(block.chart)
        body = f"```mermaid\n{source}\n```" if source else start_line(self._lines.line(block.instead))
        notes = [start_line(self._lines.line(line)) for line in (block.notes if source else ())]
        return "\n\n".join((self._heading(level, block.caption), body, *notes))

    def _folded(self, block: Folded, level: int) -> str:
        if self._details:
            body = self.blocks(block.blocks, level)
            return f"<details>\n<summary>{escape_words(block.summary)}</summary>\n\n{body}\n\n</details>"
        return f"{self._heading(level, block.summary)}\n\n{self.blocks(block.blocks, level + 1)}"

    def _table(self, block: Table, level: int) -> str:
        shown = [n for n, column in enumerate(block.columns) if "strip" not in column.role.split()]
        heads = [escape_words(block.columns[n].heading) for n in shown]
        right = ["num" in block.columns[n].role.split() for n in shown]
        found = []
        for group in block.groups:
            if group.heading:
                found.append(self._heading(level, group.heading))
            if group.note:
                found.append(start_line(escape_words(group.note)))
            found.append(write_table([heads, *(self._row(row, shown) for row in group.rows)], right))
        return "\n\n".join(found)

    def _row(self, row: Row, shown: list[int]) -> list[str]:
        return [self._lines.cell(row.cells[n]) for n in shown]
