"""yaml-language-server as editors run it: `make test` installs it where Node.js is there."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

HERE = Path(__file__).parent
_ENGINE = Path(os.environ.get("CARBONROAD_EDITOR_ENGINE") or HERE.parent.parent / ".venv" / "editor")
NO_EDITOR = "yaml-language-server is not installed (it needs Node.js and npm: `make editor`)"


class Question(NamedTuple):
    """A file that an editor shows; `complete` and `hover` are a line and a character, from 0."""

    path: str
    text: str
    schema: str | None = None
    version: str = "1.2"
    complete: tuple[int, int] | None = None
    hover: tuple[int, int] | None = None


def ask(questions: list[Question]) -> list[dict[str, Any]]:
    """Return what the editor says to each file: diagnostics, completions, a hover."""
    node = shutil.which("node")
    if node is None or not (_ENGINE / "node_modules" / "yaml-language-server").is_dir():
        pytest.skip(NO_EDITOR)
    asked = [
        {**one._asdict(), "complete": _position(one.complete), "hover": _position(one.hover)}
        for one in questions
    ]
    done = subprocess.run(
        [node, str(HERE / "ask_editor.mjs"), str(_ENGINE)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _position(place: tuple[int, int] | None) -> dict[str, int] | None:
    return None if place is None else {"line": place[0], "character": place[1]}


def shown(question: Question, answer: dict[str, Any]) -> list[tuple[int, str, str]]:
    """Line (from 1), the marked text and the message of each diagnostic, in order of place."""
    lines = question.text.splitlines()
    found = []
    for one in answer["diagnostics"]:
        start, end = one["range"]["start"], one["range"]["end"]
        row = lines[start["line"]]
        stop = end["character"] if end["line"] == start["line"] else len(row)
        found.append((start["line"] + 1, row[start["character"] : stop], one["message"]))
    return sorted(found)
