"""Runs the program as its own process, with a cache of its own."""

import os
import subprocess
import sys
from pathlib import Path

from carbonroad.report import BY_NAME


def environment(home: Path, **more: str) -> dict[str, str]:
    """The variables of a run whose home folder is `home`."""
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("CARBONROAD_", "XDG_"))
    }
    return {**plain, "HOME": str(home), "PYTHONUTF8": "1", **more}


def validate(
    home: Path, *arguments: str, cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "carbonroad", "validate", *arguments],
        capture_output=True,
        check=False,
        env=environment(home, **more),
        cwd=cwd,
    )


def reports(home: Path, tree: Path, out: Path, *arguments: str, **more: str) -> dict[str, bytes]:
    """What a run over a tree writes: every report, what stands on both streams, and the exit code."""
    out.mkdir(parents=True, exist_ok=True)
    files = {name: out / name for name in BY_NAME}
    formats = [word for name, file in files.items() for word in ("--format", f"{name}={file}")]
    done = validate(
        home, tree.name, *arguments, "--format", "concise", *formats, "--max-findings", "0",
        "--as-of", "2026-11-22", cwd=tree.parent, **more,
    )  # fmt: skip
    written = {name: file.read_bytes() for name, file in files.items()}
    return {**written, "out": done.stdout, "err": done.stderr, "code": str(done.returncode).encode()}
