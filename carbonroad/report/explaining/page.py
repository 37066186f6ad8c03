"""What `carbonroad explain` shows, as data: a title, blocks, and the same for programs."""

from typing import Any

from carbonroad.base.record import NamedTuple


class Heading(NamedTuple):
    """Words above the blocks that follow."""

    words: str


class Paragraph(NamedTuple):
    """Sentences."""

    words: str


class Example(NamedTuple):
    """YAML as it stands in a file; lines that are reported end in a comment."""

    text: str


class Rows(NamedTuple):
    """A table; its last column holds the sentences. `names`: how many of the first columns are as typed."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    names: int = 1


Block = Heading | Paragraph | Example | Rows


class Page(NamedTuple):
    """One answer.

    Attributes:
        title: What it is about.
        role: The colour of its first word: a severity, or `bold`.
        blocks: In order.
        data: The same for programs, in both languages.
    """

    title: str
    blocks: tuple[Block, ...]
    data: dict[str, Any]
    role: str = "bold"
