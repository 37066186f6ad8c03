"""A document in a terminal, or in a pipe: words in line, tables in columns, nothing is cut."""

from collections.abc import Callable, Sequence

from carbonroad.base.collector import collector_paused
from carbonroad.render.blocks import without_pictures
from carbonroad.render.terminal.table import write_table
from carbonroad.render.terminal.text import Pen, Run, Text, hanging, joined, look_of, width_of, wrapped
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
    Section,
    Table,
)
from carbonroad.wording import wording

_PROSE = 100
"""Lines of prose longer than this are hard to follow, however wide the terminal is."""


def render_terminal(document: Document, *, columns: int | None, colour: bool) -> str:
    """Return a document as the text of a terminal.

    Args:
        document: What to show.
        columns: The terminal's; None for a pipe, in which nothing is broken into lines.
        colour: Whether it takes colours. Nothing is said by them alone.
    """
    pen = Pen(columns, colour)
    document = without_pictures(document)
    writer = _Writer(document, pen)
    with collector_paused():
        parts = [writer.opening(), *(part for one in document.sections for part in writer.section(one))]
        lines = [line for n, part in enumerate(filter(None, parts)) for line in (((), *part) if n else part)]
        return "".join(f"{pen.paint(line)}\n" for line in lines)


class _Writer:
    """Writes the blocks of one document, each as lines."""

    def __init__(self, document: Document, pen: Pen) -> None:
        self._document = document
        self._pen = pen
        self._prose = None if pen.columns is None else min(pen.columns, _PROSE)
        self._w = wording(document.lang)
        self._said = {document.headline, document.lede}
        self._kinds: dict[type, Callable[..., list[Text]]] = {
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Table: self._table,
            KeyFigures: self._key_figures,
            Legend: self._legend,
            Figure: self._figure,
            Filters: lambda _: [],
            Diagram: lambda _: [],
        }

    def opening(self) -> list[Text]:
        """The title, the finding, the lede, and what and when it is about."""
        document, pen = self._document, self._pen
        colon = self._w(": ")
        lines = self._heading(document.title, "=")
        for words, look in ((document.headline, "strong"), (document.lede, "")):
            if words:
                lines += ((), *wrapped(pen.runs(words, look), self._prose))
        meta = [(*pen.runs(what, "dim"), Run(colon), *pen.runs(value)) for what, value in document.meta]
        return [*lines, *(((), *wrapped(joined(meta, " · "), self._prose)) if meta else ())]

    def section(self, section: Section) -> list[list[Text]]:
        """A section's heading and blocks."""
        heading = [self._heading(section.heading, "-")] if section.heading else []
        return [*heading, *self._blocks(section.blocks)]

    def _heading(self, words: str, rule: str) -> list[Text]:
        """A heading; without colours a line below tells it from a paragraph."""
        lines = wrapped(self._pen.runs(words, "strong"), self._prose)
        under = () if self._pen.colour else ((Run(rule * max(map(width_of, lines), default=0)),),)
        return [*lines, *under]

    def _blocks(self, blocks: Sequence[Block]) -> list[list[Text]]:
        found: list[list[Text]] = []
        table = False
        for block in blocks:
            if isinstance(block, Folded):
                found += ([self._summary(block)], *self._blocks(block.blocks))
                table = False
                continue
            lines = self._kinds[type(block)](block)
            if lines and table and isinstance(block, Table) and block.caption:
                found.append(wrapped(self._pen.runs(block.caption, "strong"), self._prose))
            if lines:
                table = isinstance(block, Table)
                found.append(lines)
        return found

    def _summary(self, block: Folded) -> Text:
        return self._pen.runs(block.summary.replace("\n", " "), "strong")

    def _paragraph(self, block: Paragraph) -> list[Text]:
        return wrapped(self._toned(block.role, self._pen.text(block.line)), self._prose)

    def _toned(self, role: str, text: Text) -> Text:
        """The look of a block is that of its words without one of their own."""
        look = look_of(role)
        return tuple(Run(run.words, run.look or look) for run in text) if look else text

    def _bullets(self, block: Bullets) -> list[Text]:
        texts = (self._toned(block.role, self._pen.text(line)) for line in block.lines)
        return [line for text in texts for line in hanging((Run("- "),), text, self._prose)]

    def _table(self, block: Table) -> list[Text]:
        return write_table(block, self._pen, self._w)

    def _figure(self, block: Figure) -> list[Text]:
        """What a picture says in words, if nothing else on the page has said it."""
        said = [words for words in (block.caption, block.scene.summary) if words and words not in self._said]
        self._said.update(said)
        return [line for words in said for line in wrapped(self._pen.runs(words), self._prose)]

    def _key_figures(self, block: KeyFigures) -> list[Text]:
        """One line if it has room, else one entry a line, their numbers below one another."""
        pen = self._pen
        entries = []
        for figure, what, role, remark in block.entries:
            number = pen.runs(figure, look_of(role) or "strong")
            words = joined((pen.runs(what), pen.runs(remark, "dim")), " ")
            entries.append((number, words))
        line = joined([(*number, Run(" "), *words) for number, words in entries], "   ")
        if self._prose is None or width_of(line) <= self._prose:
            return [line]
        wide = max(width_of(number) for number, _ in entries)
        return [
            line
            for number, words in entries
            for line in hanging(
                (Run(" " * (wide - width_of(number))), *number, Run("  ")), words, self._prose
            )
        ]

    def _legend(self, block: Legend) -> list[Text]:
        """The marks that have a sign or words of their own."""
        pen, colon = self._pen, self._w(": ")
        found = []
        for mark, words in block.entries:
            shown = pen.text((mark._replace(words=""),))
            said = pen.runs(mark.words) if mark.words != words else ()
            if shown or said:
                first = joined((shown, said), "\xa0")
                found.append((*first, Run(colon if said else "\xa0"), *pen.runs(words)))
        return wrapped(joined(found, "   "), self._prose) if found else []
