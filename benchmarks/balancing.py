"""The 1+N arithmetic of many roadmaps: read, linked, checked and added up, against the bare parser."""

import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml
from many_roadmaps import FILES, write_roadmaps
from timing import compare, median, peak_mib, row, seconds

from carbonroad.compute.balance import Balance, compute_balance
from carbonroad.project import load
from carbonroad.source.folder import Folder, NoRoadmap, find_roadmaps

_DAY = date(2026, 11, 22)
_SAMPLE = 20
_NATIONAL, _USUAL = 3000, 300


def balancing(rounds: int, *, national: bool) -> None:
    """Print the figures of balances: of 3,300 files, or of the national case of 33,000."""
    count = _NATIONAL if national else _USUAL
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_roadmaps(folder / "sample", _SAMPLE)
        _against_parser(folder / "sample", rounds)
        write_roadmaps(folder / "tenth", count // 10)
        write_roadmaps(folder / "all", count)
        tenth = seconds(lambda: sum(1 for _ in _balances(folder / "tenth")))
        busy = time.process_time()
        whole = seconds(lambda: sum(1 for _ in _balances(folder / "all")))
        busy = time.process_time() - busy
        files = count * FILES
        rest = f"s    {busy:.0f} s of a processor, {busy / files * 1000:.1f} ms a file"
        row(f"balance over {files:,} files", whole, rest)
        row("growth: ten times the files, times the time", whole / tenth, "     goal ≤ 11 (linear)")
        peak = peak_mib(sys.executable, __file__, str(folder / "all"))
        row(f"peak memory, balance over {files:,} files", peak, "MiB        goal ≤ 100")


def _against_parser(folder: Path, rounds: int) -> None:
    """A sample, so that both take turns and a busy machine slows both."""
    texts = [path.read_bytes() for path in sorted(folder.rglob("*.yaml"))]

    def safe_load() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    what = f"balance over {len(texts)} files, with all rules"
    compare(what, lambda: list(_balances(folder)), "yaml.load(CSafeLoader)", safe_load, "≤ 0.75", rounds)
    systems = [load(roadmap, None, _DAY).system for roadmap in _roadmaps(folder)]
    alone = median(lambda: [compute_balance(system) for system in systems], rounds)
    row("of which the balance alone, a roadmap", alone / len(systems) * 1000, "ms")


def _balances(folder: Path) -> Iterator[Balance]:
    """Yield each roadmap's balance; nothing else of it is kept."""
    for roadmap in _roadmaps(folder):
        found = load(roadmap, None, _DAY).facts.balance
        if found.peak_year is None:
            raise AssertionError(roadmap.path)
        yield found


def _roadmaps(folder: Path) -> list[Folder]:
    found = find_roadmaps(str(folder))
    if isinstance(found, NoRoadmap):
        raise SystemExit(found.message)
    return found


if __name__ == "__main__":
    print(sum(1 for _ in _balances(Path(sys.argv[1]))))
