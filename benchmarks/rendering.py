"""Rendering the real roadmaps: anew, into a folder that is up to date, and after a change of one file."""

import json
import shutil
import tempfile
from pathlib import Path

from timing import AS_OF, CHINA, PROGRAM, median, peak_mib, row, run, seconds


def rendering(rounds: int) -> None:
    """Print the figures of `render`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "source"
        shutil.copytree(CHINA, source)
        render = (*PROGRAM, "render", str(source), "--as-of", AS_OF, "-q", "-o")
        new = [0]

        def anew() -> None:
            new[0] += 1
            run(*render, str(folder / str(new[0])))()

        row("render the real roadmaps, whole process", median(anew, min(rounds, 3)), "s")
        again = run(*render, str(folder / "1"))
        row("the same into a folder that is up to date", median(again, min(rounds, 3)), "s")
        before = _digests(folder / "1")
        steel = source / "steel.yaml"
        # A word of a note: the least that an author changes.
        steel.write_text(f"x-remark: a word\n{steel.read_text('utf-8')}", encoding="utf-8")
        one = seconds(again)
        after = _digests(folder / "1")
        changed = sum(after[path] != before.get(path) for path in after)
        row("the same after a change of one file", one, f"s    {changed} of {len(after)} files written anew")
        row("peak memory, render", peak_mib(*render, str(folder / "memory")), "MiB")


def _digests(folder: Path) -> dict[str, str]:
    files: dict[str, str] = json.loads((folder / ".carbonroad.json").read_text("utf-8"))["files"]
    return files
