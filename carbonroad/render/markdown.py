"""A document as Markdown that reads well raw and on a forge: tables, linked pictures, status as words."""

import re
from collections.abc import Callable, Iterator

from carbonroad.render.characters import visible
from carbonroad.render.pages import Place
from carbonroad.render.templates import environment
from carbonroad.views.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Filters,
    Folded,
    KeyFigures,
    Legend,
    Line,
    Paragraph,
    Row,
    Span,
    Table,
)

_SPECIAL = re.compile(r"([\\`*_~|<>\[\]])")
_AT_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s-]|$)|\d{1,9}(?=[.)](?:\s|$)))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BREAK = re.compile(r"\s*(?:\r\n|\r|\n)\s*")
_WORKING = re.compile(r"(?<![\w@])@(?=\w)|(?<!\w)#(?=\d)")
_WRAPS = {"strong": "**", "struck": "~~"}
_SPACES_IN_ADDRESS = str.maketrans({"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "|": "%7C", "\\": "%5C"})


def escape_words(words: str) -> str:
    """Return a user's words so that Markdown shows them as they are, in a line or a cell."""
    text = _SPECIAL.sub(r"\\\1", str(visible(words)))
    text = _ENTITY.sub("&amp;", text)
    text = _WORKING.sub(lambda found: f"&#{ord(found[0])};", text)
    text = _BREAK.sub("<br>", text.strip("\n"))
    return _AT_START.sub(_escape_start, text)


def _escape_start(found: re.Match[str]) -> str:
    blank, sign = found.groups()
    return f"{blank}{sign}\\" if sign[0].isdigit() else f"{blank}\\{sign}"


def render_markdown(document: Document, place: Place, own: str | None = None) -> str:
    """Return a document's page as Markdown.

    Args:
        document: What to show.
        place: Where it stands.
        own: A user's folder of templates.
    """
    writer = _Writer(place)
    text = (
        environment(own)
        .get_template("markdown/page.md")
        .render(
            nav=_nav(place),
            title=escape_words(document.title),
            lede=escape_words(document.lede),
            meta=[(escape_words(what), escape_words(value)) for what, value in document.meta],
            sections=[(escape_words(s.heading), writer.blocks(s.blocks)) for s in document.sections],
            footer=escape_words(place.footer),
        )
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _nav(place: Place) -> str:
    rows = []
    for group in place.nav:
        links = [
            f"**{escape_words(link.words)}**"
            if link.here == "page"
            else f"[{escape_words(link.words)}]({link.href})"
            for link in group.links
        ]
        rows.append(" · ".join(links))
    return "  \n".join(filter(None, rows))


def picture_name(figure: Figure) -> str:
    """Return the name of a figure's own SVG file."""
    return figure.file if figure.file.endswith(".svg") else f"{figure.file}.svg"


class _Writer:
    """Writes blocks of one page."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._kinds: dict[type, Callable[..., str]] = {
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Table: self._table,
            Figure: self._figure,
            KeyFigures: self._key_figures,
            Legend: self._legend,
            Folded: self._folded,
            Filters: lambda _: "",
        }

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """Write blocks one after another."""
        return "\n\n".join(filter(None, (self._kinds[type(block)](block) for block in blocks)))

    def line(self, line: Line) -> str:
        """Write one line."""
        return "".join(
            self._span(part) if isinstance(part, Span) else escape_words(part.words) for part in line
        )

    def _span(self, span: Span) -> str:
        core = span.words.strip()
        if not core:
            return " " if span.words else ""
        words = escape_words(core)
        href = self.place.resolve(span.href) if span.href else ""
        if href:
            words = f"[{words}]({href.translate(_SPACES_IN_ADDRESS)})"
        wrap = _WRAPS.get(span.role, "")
        before, _, after = span.words.partition(core)
        return f"{before and ' '}{wrap}{words}{wrap}{after and ' '}"

    def _paragraph(self, block: Paragraph) -> str:
        return self.line(block.line)

    def _bullets(self, block: Bullets) -> str:
        return "\n".join(f"- {self.line(line)}" for line in block.lines)

    def _figure(self, block: Figure) -> str:
        if not block.file:
            return escape_words(block.scene.summary)
        name = picture_name(block).translate(_SPACES_IN_ADDRESS)
        picture = f"![{escape_words(block.caption or block.scene.title)}]({name})"
        return f"[{picture}]({name})\n\n{escape_words(block.scene.summary)}".rstrip()

    def _key_figures(self, block: KeyFigures) -> str:
        return "\n".join(self._entries(block))

    def _entries(self, block: KeyFigures) -> Iterator[str]:
        for figure, what, _, remark in block.entries:
            after = f" {escape_words(remark)}" if remark else ""
            yield f"- {escape_words(what)}: **{escape_words(figure)}**{after}"

    def _legend(self, block: Legend) -> str:
        return "\n".join(
            f"- {escape_words(mark.words)}: {escape_words(words)}"
            for mark, words in block.entries
            if mark.words and mark.words != words
        )

    def _folded(self, block: Folded) -> str:
        return f"### {escape_words(block.summary)}\n\n{self.blocks(block.blocks)}"

    def _table(self, block: Table) -> str:
        shown = [n for n, column in enumerate(block.columns) if "strip" not in column.role.split()]
        heads = [escape_words(block.columns[n].heading) or " " for n in shown]
        rule = ["--:" if "num" in block.columns[n].role.split() else "---" for n in shown]
        tables = []
        for group in block.groups:
            title = f"### {escape_words(group.heading)}" if group.heading else ""
            note = f" ({escape_words(group.note)})" if group.heading and group.note else ""
            rows = [heads, rule, *(self._row(row, shown) for row in group.rows)]
            table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
            tables.append(f"{title}{note}\n\n{table}" if title else table)
        return "\n\n".join(tables)

    def _row(self, row: Row, shown: list[int]) -> list[str]:
        cells = [row.cells[n] for n in shown]
        return [
            "<br>".join(filter(None, (self.line(x).strip() for x in cell.lines))) or " " for cell in cells
        ]
