"""A small document in each format, byte for byte.

To take over a wanted change, run this file with CARBONROAD_GOLDEN=write and read the diff.
"""

import os
import re
from pathlib import Path

import pytest
from site_files import render_html, render_markdown
from small_documents import DOCUMENT, SCENE, place

from carbonroad.render.html.svg import svg_file
from carbonroad.render.markdown.alone import render_markdown_alone
from carbonroad.render.terminal.document import render_terminal

_FOLDER = Path(__file__).parent / "golden"
_STYLE = re.compile(r"(<style>).*?(</style>)", re.DOTALL)


def _made(name: str) -> str:
    if name == "terminal.txt":
        return render_terminal(DOCUMENT, columns=72, colour=False)
    if name == "alone.md":
        return render_markdown_alone(DOCUMENT)
    if name.endswith(".md"):
        return render_markdown(DOCUMENT, place("md"))
    text = svg_file(SCENE, "en") if name.endswith(".svg") else render_html(DOCUMENT, place())
    return _STYLE.sub(r"\1\2", text)


@pytest.mark.parametrize("name", ["timetable.html", "timetable.md", "figure.svg", "terminal.txt", "alone.md"])
def test_page_is_as_it_was_agreed(name: str) -> None:
    path = _FOLDER / name
    made = _made(name)
    if os.environ.get("CARBONROAD_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")
