"""What a benchmark ran on: machine, versions, day and commit."""

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import yaml
from timing import ROOT


def described() -> str:
    """Return one sentence about the machine, the versions, the day and the commit."""
    return (
        f"{_cores()} cores ({_processor()}), {_memory()} of memory, {platform.system()}; "
        f"Python {sys.version.split()[0]}, PyYAML {yaml.__version__} with {_libyaml()}; "
        f"{datetime.now(UTC):%Y-%m-%d}, {_commit()}."
    )


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names and names[0] not in ("", "unknown") else platform.machine() or "model not known"


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (AttributeError, OSError, ValueError):
        return "an unknown amount"


def _libyaml() -> str:
    if not yaml.__with_libyaml__:
        return "no libyaml"
    from yaml import _yaml  # type: ignore[attr-defined]

    return f"libyaml {_yaml.get_version_string()}"


def _commit() -> str:
    def git(*command: str) -> str:
        done = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    name = git("rev-parse", "--short", "HEAD")
    if not name:
        return "not in a repository"
    changed = git(
        "status", "--porcelain", "--untracked-files=no", "--", "carbonroad", "templates", "benchmarks"
    )
    return f"commit {name}{' with changes' if changed else ''}"
