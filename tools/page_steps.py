"""Follows a page of docs/ as its reader does: writes its files, makes its changes, calls its commands.

What it reads, block by block: `yaml` whose first line names a file, `text` that begins with `# file NAME`,
`diff` that changes lines of a file, `console` with commands after `$` and what they say; there, a line of
three dots stands for any lines.
"""

import io
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from carbonroad.cli.clock import today
from carbonroad.cli.run import run

LEFT_OUT = "..."
DAY = 1795305600
"""The day of every page, 22 November 2026, in seconds since 1970."""
_BLOCK = re.compile(r"(?<=^```)(yaml|text|diff|console)\n(.*?)(?=^```)", re.MULTILINE | re.DOTALL)
_FIXED = {
    "SOURCE_DATE_EPOCH": str(DAY),
    "COLUMNS": "100",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": of for who in ("AUTHOR", "COMMITTER") for what, of in (
        ("NAME", "Example"), ("EMAIL", "office@example.org"), ("DATE", f"{DAY} +0000"))},
}  # fmt: skip


class Mismatch(NamedTuple):
    """A command that does not say what the page shows."""

    command: str
    shown: str
    said: str


class Reader:
    """Somebody who follows a page in a folder of his own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home
        (home / ".git").mkdir()  # where the search for a roadmap ends
        self.calls = 0
        self.mismatches: list[Mismatch] = []

    def bring(self, file: Path) -> None:
        """Put a file into the folder, as one who saves it there."""
        shutil.copy(file, self.home)

    def follow(self, page: str) -> str:
        """Do all that a page, or a part of one, says; return the page with what the commands say now."""
        return _BLOCK.sub(self._block, page)

    def say(self, command: str) -> str:
        """Make one call in the folder where the reader is, and return what it says."""
        words = shlex.split(command)
        self.calls += 1
        match words:
            case ["cd", place]:
                self.folder = (self.folder / place).resolve()
                return ""
            case ["cp", "-r", old, new]:
                shutil.copytree(self.folder / old, self.folder / new)
                return ""
            case ["git", *_]:
                done = subprocess.run(
                    words, cwd=self.folder, env={**os.environ, **_FIXED}, capture_output=True,
                    encoding="utf-8", check=True,
                )  # fmt: skip
                return done.stdout
            case ["carbonroad", *arguments]:
                return called(arguments, self.folder)
            case _:
                raise ValueError(command)

    def _block(self, block: re.Match[str]) -> str:
        kind, text = block.groups()
        first, _, rest = text.partition("\n")
        if kind == "console":
            return "console\n" + "".join(self._answered(text))
        if kind == "diff":
            self._change(self.folder / first.removeprefix("--- "), rest.splitlines(keepends=True))
        elif kind == "yaml":
            self._write(first.removeprefix("# "), text)
        elif first.startswith("# file "):
            self._write(first.removeprefix("# file "), rest)
        return block[0]

    def _write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _change(self, path: Path, lines: list[str]) -> None:
        """Change lines of a file: they must be there, and in one place only."""
        old = "".join(line[1:] for line in lines if line[0] != "+")
        new = "".join(line[1:] for line in lines if line[0] != "-")
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise ValueError(f"{path.name} holds these lines {text.count(old)} times:\n{old}")
        path.write_text(text.replace(old, new), encoding="utf-8")

    def _answered(self, text: str) -> Iterator[str]:
        """Each command with what it says; what the page left out stays left out."""
        for part in re.split(r"(?m)^(?=\$ )", text):
            command, _, shown = part.partition("\n")
            if not command:
                continue
            said = self.say(command.removeprefix("$ "))
            yield f"{command}\n"
            if agrees(shown, said):
                yield shown
            else:
                self.mismatches.append(Mismatch(command, shown, said))
                yield said


def called(arguments: list[str], folder: Path) -> str:
    """What carbonroad says to a call in a folder, results and messages as a terminal shows them."""
    held = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True)
    before = {name: os.environ.get(name) for name in _FIXED}
    with chdir(folder), redirect_stdout(held), redirect_stderr(held):
        _set(_FIXED.get)
        today.cache_clear()
        try:
            run(arguments)
        finally:
            today.cache_clear()
            _set(before.get)
    held.seek(0)
    return held.read()


def _set(value: Callable[[str], str | None]) -> None:
    for name in _FIXED:
        if (wanted := value(name)) is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = wanted


def agrees(shown: str, said: str) -> bool:
    """Whether a page shows what is said, but for what it leaves out."""
    first, *others = re.split(rf"(?m)^{re.escape(LEFT_OUT)}\n", shown)
    if not others:
        return shown == said
    if not said.startswith(first) or not said.endswith(others[-1]):
        return False
    at = len(first)
    for piece in others:
        found = said.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True
