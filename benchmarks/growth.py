"""How time grows with files, and with milestones in one file: exponents fitted on logarithms, near 1."""

import math
import shutil
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from national import INDUSTRIES, Place, places, write_places
from sheet import Goal, Sheet, time_of
from timing import AS_OF, PROGRAM, run, seconds

from carbonroad.project import load_text

FILES = (10, 100, 1_000, 10_000)
RENDERED = (10, 30, 100, 300, 1_000, 10_000)
MILESTONES = (10, 100, 1_000, 10_000, 100_000)
_GOAL = Goal(1.1, 1.05)
_PATIENCE = 90.0
"""Seconds that one run may be expected to take; larger sizes are left out, and it is said."""
_SHORT = 0.3
"""Runs that take less are repeated, and the quickest counts: the small sizes decide half of the exponent."""


def growing(folder: Path, _: int) -> Sheet:
    """Validate and render by files, validate by milestones."""
    sheet = Sheet("Growth")

    def validate(source: Path) -> Callable[[], object]:
        return run(*PROGRAM, "validate", str(source), "-q", "--no-cache", "-j", "1")

    def render(source: Path) -> Callable[[], object]:
        def work() -> None:
            shutil.rmtree(folder / "pages", ignore_errors=True)
            run(*PROGRAM, "render", str(source), "-q", "--as-of", AS_OF, "-o", str(folder / "pages"))()

        return work

    def source(files: int) -> Path:
        home = folder / f"files{files}"
        if not home.exists():
            write_places(home, _about(files))
        return home

    start = _quickest(run(*PROGRAM, "explain", "deadline"))
    _fit(sheet, "validate, one process", "files", FILES, lambda size: validate(source(size)), start)
    _fit(sheet, "render, two processes at most", "files", RENDERED, lambda size: render(source(size)), start)
    _fit(sheet, "validate, one file", "milestones", MILESTONES, _milestones, 0)
    sheet.remark(
        "Exponents by least squares on the logarithms of all sizes. Of whole processes the start is taken "
        f"off: {time_of(start)}, that of a call that explains a key."
    )
    return sheet


def _fit(
    sheet: Sheet,
    what: str,
    unit: str,
    sizes: Iterable[int],
    work: Callable[[int], Callable[[], object]],
    start: float,
) -> None:
    points: list[tuple[int, float]] = []
    left_out = []
    for size in sizes:
        if points and points[-1][1] / points[-1][0] * size > _PATIENCE:
            left_out.append((size, points[-1][1] / points[-1][0] * size))
            continue
        took = max(_quickest(work(size)) - start, 1e-4)
        points.append((size, took))
        sheet.add(f"{what}, {size:,} {unit}", time_of(took))
    for size, expected in left_out:
        sheet.add(f"{what}, {size:,} {unit}", f"not run: about {expected:.0f} s")
    if len(points) < 2:
        sheet.add(f"{what}: exponent", "one size is not enough")
        return
    found = exponent(points)
    told = f"{points[0][0]:,} to {points[-1][0]:,} {unit}"
    sheet.add(f"{what}: exponent, {told}", f"{found:.3f}", value=found, goal=_GOAL)


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of the straight line through the logarithms, by least squares."""
    logs = [(math.log(size), math.log(took)) for size, took in points]
    x, y = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    return sum((one - x) * (other - y) for one, other in logs) / sum((one - x) ** 2 for one, _ in logs)


def _quickest(work: Callable[[], object]) -> float:
    took = seconds(work)
    return (
        took if took > _SHORT * 10 else min(took, *(seconds(work) for _ in range(4 if took < _SHORT else 1)))
    )


def _about(files: int) -> list[Place]:
    """Counties of one city, province and nation until there are so many files; at 10 it is one roadmap."""
    if files <= len(INDUSTRIES):
        return [Place("county-0000", "", INDUSTRIES[: files - 1], 1)]
    return list(places(files / 33_000))


def _milestones(count: int) -> Callable[[], object]:
    """One file with so many milestones, each after the one before, checked in this process."""
    lines = [
        f"  - {{id: M{n:06d}, title: Step {n}, deadline: by {2027 + n * 30 // count}, owner: A{after}}}\n"
        for n in range(count)
        for after in [f", after: M{n - 1:06d}" if n % 10 else ""]
    ]
    data = ("title: Steel\nmilestones:\n" + "".join(lines)).encode()

    def work() -> None:
        project = load_text(data, "steel.yaml", None, date.fromisoformat(AS_OF))
        if project.errors:
            sys.exit(str(next(finding.message for finding in project.findings)))

    return work
