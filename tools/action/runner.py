"""What the runner of a workflow reads: groups of lines, marks, outputs, the summary."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_LINE = {"%": "%25", "\r": "%0D", "\n": "%0A"}


class Done(NamedTuple):
    """How a call of carbonroad ended, and what it wrote to standard error."""

    code: int
    said: str

    @property
    def why(self) -> str:
        """Why it could not go on: the first line, without the word for an error."""
        first = self.said.strip().partition("\n")[0]
        return first.removeprefix("error: ").removeprefix("错误：")


def carbonroad(*words: str, environ: Mapping[str, str] | None = None) -> Done:
    """Call carbonroad; nothing of the current folder is imported.

    Args:
        words: The command and its options.
        environ: Variables that differ from those of this process.
    """
    call = [sys.executable, "-I", "-X", "utf8", "-m", "carbonroad", *words]
    sys.stdout.flush()
    done = subprocess.run(call, env={**os.environ, **(environ or {})}, stderr=subprocess.PIPE, check=False)
    return Done(done.returncode, done.stderr.decode("utf-8", "replace"))


@contextmanager
def group(title: str) -> Iterator[None]:
    """Fold what is written in the log; texts in it that look like commands are no commands.

    A roadmap is quoted there, and a line of it may begin with two colons.
    """
    token = secrets.token_hex(16)
    _write(f"::group::{_data(title)}\n::stop-commands::{token}\n")
    try:
        yield
    finally:
        _write(f"\n::{token}::\n::endgroup::\n")


def mark(kind: str, text: str) -> None:
    """Write a mark of the run: error, warning or notice."""
    _write(f"::{kind} title=carbonroad::{_data(text)}\n")


def say(text: str) -> None:
    """Write lines that are no commands."""
    _write(text if text.endswith("\n") else f"{text}\n")


def write_outputs(values: Mapping[str, str]) -> None:
    """Give values to the steps that follow."""
    end = secrets.token_hex(16)
    _append("GITHUB_OUTPUT", "".join(f"{name}<<{end}\n{text}\n{end}\n" for name, text in values.items()))


def summarise(parts: Sequence[str]) -> None:
    """Add Markdown to the summary of the run."""
    _append("GITHUB_STEP_SUMMARY", "".join(f"{part.strip()}\n\n" for part in parts))


def _append(variable: str, text: str) -> None:
    file = os.environ.get(variable)
    if file:
        with Path(file).open("a", encoding="utf-8", newline="\n") as opened:
            opened.write(text)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _data(text: str) -> str:
    """A text as a command of the runner takes it."""
    return "".join(_LINE.get(sign, sign) for sign in text)
