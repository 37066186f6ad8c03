"""A document as text: as wide and as coloured as a terminal takes it, or as Markdown."""

from typing import TYPE_CHECKING

from carbonroad.cli.console import Console

if TYPE_CHECKING:
    from carbonroad.views.document import Document


def shown(console: Console, document: "Document", form: str, *, to_file: bool) -> str:
    """Return a document as `--format` asks for it.

    Args:
        console: Says how wide the terminal is, and whether in colour.
        document: What is shown.
        form: `md` for Markdown, anything else for a terminal.
        to_file: Whether a file takes it: then, as in a pipe, nothing is broken into lines.
    """
    if form == "md":
        from carbonroad.render.markdown.alone import render_markdown_alone

        return render_markdown_alone(document)
    from carbonroad.render.terminal.document import render_terminal

    columns = None if to_file else columns_of(console)
    return render_terminal(document, columns=columns, colour=console.colour and not to_file)


def columns_of(console: Console) -> int | None:
    """Return how many columns results may fill; None where they go to no terminal."""
    return console.columns if console.terminal else None


def file_name(name: str, form: str) -> str:
    """Return what a result is called as a file: a page for terminals is a text file."""
    return f"{name}.{'txt' if form in ('text', 'table') else form}"
