"""The national case: 33,000 files of four levels, against the bare parser on the same bytes."""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from national import write_nation
from sheet import Goal, Sheet, time_of
from timing import ENVIRONMENT, PROGRAM, ROOT, seconds

_EVERY = 0.1
"""Seconds between two looks at memory."""
_PARSER = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def national(folder: Path, _: int, share: float = 1.0) -> Sheet:
    """All levels in one run; time of the whole process, and memory over all of its processes."""
    sheet = Sheet("The national case")
    nation, tenth = folder / "nation", folder / "tenth"
    made = write_nation(nation, share)
    part = write_nation(tenth, share / 10)
    what = f"{made.files:,} files, {made.roadmaps:,} roadmaps, {made.size / 1e6:.0f} MB"
    validate = (*PROGRAM, "validate", "-q", "--no-cache")
    parser = (sys.executable, "-c", _PARSER, str(nation))
    # The floor before and after: a machine that slows down or quickens in between is seen, and evened out.
    before = seconds(lambda: _run(parser))
    took, peak = _watched((*validate, str(nation)))
    one, peak_of_one = _watched((*validate, "-j", "1", str(nation)))
    floor = (before + seconds(lambda: _run(parser))) / 2
    small, _peak = _watched((*validate, "-j", "1", str(tenth)))
    told = f"`CSafeLoader`, whole process: {time_of(floor)}"
    goal = Goal(0.75, 0.45)
    sheet.add(f"validate {what}", time_of(took), value=took / floor, goal=goal, floor=told)
    sheet.add("peak memory, all of its processes", f"{peak:.0f} MiB", value=peak, goal=Goal(400, 100))
    sheet.add("the same with one process", time_of(one), value=one / floor, floor=told)
    sheet.add("peak memory", f"{peak_of_one:.0f} MiB", value=peak_of_one, goal=Goal(400, 100))
    more = made.files / part.files
    sheet.add(
        f"one process, against {part.files:,} files",
        f"{one / small:.2f} times",
        value=one / small / more,
        goal=Goal(1.1, 1.05),
        floor=f"as many times the files: {more:.2f}",
    )
    sheet.remark(
        "Memory is what the processes hold for themselves and their part of what they share (proportional "
        f"set size), added up {1 / _EVERY:.0f} times a second."
    )
    return sheet


def _run(command: tuple[str, ...]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=ENVIRONMENT)


def _watched(command: tuple[str, ...]) -> tuple[float, float]:
    """Seconds of a run, and the most memory of it and its children, in MiB."""
    begin = time.perf_counter()
    peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=ENVIRONMENT) as process:
        while True:
            try:
                code = process.wait(_EVERY)
            except subprocess.TimeoutExpired:
                peak = max(peak, sum(_held(pid) for pid in _family(process.pid)))
            else:
                break
        took = time.perf_counter() - begin
    if code:
        raise SystemExit(f"{' '.join(command)}: {code}")
    return took, peak


def _family(pid: int) -> list[int]:
    """A process and those that it started."""
    found = [pid]
    for one in found:
        with suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (task / "children").read_text(encoding="ascii").split())
    return found


def _held(pid: int) -> float:
    """MiB of a process."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
