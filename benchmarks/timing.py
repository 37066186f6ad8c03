"""Timing by pairs: ours and a floor in turn, so that a busy machine slows both."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHINA = ROOT / "roadmaps" / "china"
AS_OF = "2026-11-22"
_SCRIPT = Path(sys.executable).with_name("carbonroad")
PROGRAM = (str(_SCRIPT),) if _SCRIPT.exists() else (sys.executable, "-m", "carbonroad")
"""What users call."""
BLANK = (sys.executable, "-c", "pass")
# What was compiled once is not compiled again, as for whoever installed the program. Nothing is remembered
# from run to run but where that is measured.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "CARBONROAD_NO_CACHE": "1",
}
_KEY = "not-a-secret-" + "0" * 32
"""Marks what is remembered."""
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
    """Return the medians of both in seconds, and the median of the ratios of neighbouring runs.

    Each goes first in every other round.
    """
    ours()
    floor()
    pairs = []
    for number in range(rounds):
        if number % 2:
            other = seconds(floor)
            pairs.append((seconds(ours), other))
        else:
            pairs.append((seconds(ours), seconds(floor)))
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def run(*command: str, environment: Mapping[str, str] = ENVIRONMENT, codes: tuple[int, ...] = (0,)) -> Work:
    """Return a call that runs a whole process, and fails if its exit code is none of these."""

    def work() -> None:
        done = subprocess.run(
            command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, env=environment
        )
        if done.returncode not in codes:
            raise SystemExit(f"{' '.join(command)}: {done.returncode}\n{done.stderr.decode()[-2000:]}")

    return work


def remembering_in(folder: Path) -> dict[str, str]:
    """Return an environment in which runs remember what they found, in a folder."""
    kept = {name: value for name, value in ENVIRONMENT.items() if name != "CARBONROAD_NO_CACHE"}
    return {**kept, "CARBONROAD_CACHE_DIR": str(folder), "CARBONROAD_CACHE_KEY": _KEY}


def peak_mib(*command: str) -> float:
    """Return the peak memory of one process, in MiB."""
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
