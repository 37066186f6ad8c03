"""The program, run as a user does, in this process: starting another one takes longer than most runs."""

import io
import sys
from pathlib import Path
from typing import NamedTuple

from carbonroad.cli.run import run as program


class Done(NamedTuple):
    """How a run ended and what it wrote."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run(*words: str | Path) -> Done:
    """Run the program with these arguments."""
    kept = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(one, "utf-8", errors="surrogateescape", newline="") for one in kept]
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = streams
    try:
        code = program([str(word) for word in words])
    finally:
        sys.stdout, sys.stderr = before
    for stream in streams:
        stream.flush()
    return Done(code, kept[0].getvalue(), kept[1].getvalue())
