"""What would change in a file, as a unified diff."""

import os.path
from collections.abc import Iterator
from typing import TYPE_CHECKING

from carbonroad.cli.console import Console

if TYPE_CHECKING:
    from carbonroad.source.text import SourceText

_COLOURS = {"+": "32", "-": "31", "@": "36"}


def show_difference(console: Console, old: "SourceText", new: "SourceText") -> None:
    """Write what changes to standard output.

    A patch tool can apply it: line ends and BOM are as they are. On a terminal nothing that cannot be seen is
    written.
    """
    lines: Iterator[str] = _difference(old, new)
    if console.terminal:
        lines = map(_visible, lines)
    if console.colour:
        lines = map(_coloured, lines)
    console.result("".join(lines).encode("utf-8", "surrogateescape"))


def _difference(old: "SourceText", new: "SourceText") -> Iterator[str]:
    from difflib import unified_diff

    path = os.path.normpath(old.path)
    for line in unified_diff(_lines(old), _lines(new), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(source: "SourceText") -> list[str]:
    """The lines with their ends; the first with the file's BOM."""
    text = f"\ufeff{source.text}" if source.bom else source.text
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _visible(line: str) -> str:
    from carbonroad.base.texts.visible import visible

    parts = (part.removesuffix("\r") for part in line.split("\n")[:-1])
    return "".join(f"{visible(part)}\n" for part in parts)


def _coloured(line: str) -> str:
    colour = _COLOURS.get(line[0])
    return line if colour is None else f"\x1b[{colour}m{line[:-1]}\x1b[0m\n"
