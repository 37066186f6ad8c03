"""A document on standard output: as wide and as coloured as it takes."""

from typing import TYPE_CHECKING

from carbonroad.cli.console import Console

if TYPE_CHECKING:
    from carbonroad.views.document import Document


def show_document(console: Console, document: "Document") -> None:
    """Write a document as a terminal shows it; in a pipe nothing is broken into lines."""
    from carbonroad.render.terminal.document import render_terminal

    console.result(render_terminal(document, columns=columns_of(console), colour=console.colour))


def columns_of(console: Console) -> int | None:
    """Return how many columns results may fill; None where they go to no terminal."""
    return console.columns if console.terminal else None
