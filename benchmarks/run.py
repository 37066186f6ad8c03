"""Timings of one run, each as a ratio to a floor that is timed in the same run (docs/performance.md)."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml
import yaml.cyaml

from carbonroad.project import load
from carbonroad.source.folder import NoRoadmap, find_roadmaps

ROOT = Path(__file__).resolve().parent.parent
CHINA = ROOT / "roadmaps" / "china"
AS_OF = "2026-11-22"
Work = Callable[[], object]


def seconds(work: Work) -> float:
    """Time one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


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


def load_china() -> None:
    """Read, link, compute and check the real roadmaps in this process."""
    found = find_roadmaps(str(CHINA))
    if isinstance(found, NoRoadmap):
        raise SystemExit(found.message)
    for folder in found:
        project = load(folder, None, date(2026, 11, 22))
        if project.errors:
            raise SystemExit("the real roadmaps have errors")


def run(*command: str) -> Work:
    """Return a call that runs a whole process."""

    def work() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)

    return work


def peak_mib(*command: str) -> float:
    """Return the peak memory of one process and its children, in MiB."""
    script = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script, *command], check=True, capture_output=True, text=True, cwd=ROOT
    )
    return int(printed.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    texts = [path.read_bytes() for path in sorted(CHINA.glob("*.yaml"))]
    size = sum(map(len, texts))

    def safe_load() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    def events() -> None:
        for text in texts:
            parser = yaml.cyaml.CParser(text)
            while parser.get_event() is not None:
                pass

    def show(what: str, ours: Work, floor_name: str, floor: Work, goal: str) -> None:
        mine, other, ratio = paired(ours, floor, rounds)
        row(what, mine * 1000, f"ms   {ratio:6.2f} x {floor_name} ({other * 1000:.1f} ms)   goal {goal}")

    program = (sys.executable, "-m", "carbonroad")
    blank = run(sys.executable, "-c", "pass")
    print(
        f"Python {sys.version.split()[0]}, PyYAML {yaml.__version__}, {os.cpu_count()} cores, {rounds} rounds"
    )
    print(f"the real roadmaps: {len(texts)} files, {size / 1024:.0f} KiB")
    show("read, link and check the real roadmaps", load_china, "yaml.load(CSafeLoader)", safe_load, "≤ 0.75")
    show("read, link and check the real roadmaps", load_china, "bare CParser events", events, "≤ 2.0")
    show("--version, whole process", run(*program, "--version"), "python -c pass", blank, "≤ 1.5")
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "steel.yaml"
        one.write_text(
            "title: Steel\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, owner: MIIT}\n",
            encoding="utf-8",
        )
        show(
            "validate one file, whole process",
            run(*program, "validate", str(one)),
            "python -c pass",
            blank,
            "≤ 12",
        )
    show(
        "validate the real roadmaps, whole process",
        run(*program, "validate", str(CHINA)),
        "python -c pass",
        blank,
        "-",
    )
    with tempfile.TemporaryDirectory() as folder:
        render = (*program, "render", str(CHINA), "--as-of", AS_OF, "-q", "-o")
        new = [0]

        def anew() -> None:
            new[0] += 1
            run(*render, str(Path(folder) / str(new[0])))()

        row(
            "render the real roadmaps, whole process", statistics.median(seconds(anew) for _ in range(3)), "s"
        )
        again = run(*render, str(Path(folder) / "1"))
        row("the same into a folder that is up to date", seconds(again), "s")
        row("peak memory, render", peak_mib(*render, str(Path(folder) / "memory")), "MiB")
    row("peak memory, validate", peak_mib(*program, "validate", str(CHINA)), "MiB")


def row(what: str, figure: float, rest: str) -> None:
    """Print one figure."""
    print(f"{what:46} {figure:8.2f} {rest}")


if __name__ == "__main__":
    main()
