"""Timing by pairs: ours and a floor in turn, so that a busy machine slows both."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHINA = ROOT / "roadmaps" / "china"
AS_OF = "2026-11-22"
PROGRAM = (sys.executable, "-m", "carbonroad")
# What was compiled once is not compiled again, as for whoever installed the program.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
Work = Callable[[], object]


def seconds(work: Work) -> float:
    """Time one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def median(work: Work, rounds: int) -> float:
    """Return the median of several calls in seconds."""
    return statistics.median(seconds(work) for _ in range(rounds))


def paired(ours: Work, floor: Work, rounds: int) -> tuple[float, float, float]:
    """Return the medians of both in seconds, and the median of the ratios of neighbouring runs."""
    ours()
    floor()
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def run(*command: str) -> Work:
    """Return a call that runs a whole process."""

    def work() -> None:
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env=ENVIRONMENT,
        )

    return work


def peak_mib(*command: str) -> float:
    """Return the peak memory of one process and its children, in MiB."""
    script = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script, *command],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=ENVIRONMENT,
    )
    return int(printed.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def row(what: str, figure: float, rest: str) -> None:
    """Print one figure."""
    print(f"{what:52} {figure:9.2f} {rest}", flush=True)


def compare(what: str, ours: Work, floor_name: str, floor: Work, goal: str, rounds: int) -> None:
    """Print a figure with its ratio to a floor."""
    mine, other, ratio = paired(ours, floor, rounds)
    row(what, mine * 1000, f"ms   {ratio:6.2f} x {floor_name} ({other * 1000:.1f} ms)   goal {goal}")
