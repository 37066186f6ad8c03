"""Timings of one run, each beside its goal and a floor of the same run (docs/performance.md)."""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from checking import others, processes, reading, remembering, rules
from drawing import drawing
from editor import editing
from growth import growing
from interchange import interchange
from machine import described
from nation import national
from preview import preview
from rendering import rendering
from scheduling import scheduling
from sheet import HEAD, Sheet, is_goal
from starting import starting
from table import table
from timing import ROOT

Part = Callable[[Path, int], Sheet]
PARTS: dict[str, Part] = {
    "reading": reading,
    "starting": starting,
    "processes": processes,
    "cache": remembering,
    "checkers": others,
    "table": table,
    "scheduling": scheduling,
    "drawing": drawing,
    "rendering": rendering,
    "preview": preview,
    "interchange": interchange,
    "rules": rules,
    "editor": editing,
    "growth": growing,
}
_PAGE = ROOT / "docs" / "figures.md"
_HEAD = """# Figures

Written by `make bench` and `make bench-national`; what they mean stands in [performance.md](performance.md).
A ratio is to a floor that was timed in turn with ours, in the same run: the median of the ratios of
neighbouring runs. It says more than the time beside it, which changes with the machine and its other work.
"""
_NATIONAL = "national"


def main() -> None:
    """Print figures as they come, and take them over into the page where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--only",
        action="append",
        choices=(*PARTS, _NATIONAL),
        help="a part; all but the national case without it",
    )
    parser.add_argument("--share", type=float, default=1.0, help="of the national case")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/figures.md")
    asked = parser.parse_args()
    where = f"{described()} {asked.rounds} rounds."
    print(where)
    begin = time.perf_counter()
    sections = _read()
    for name in asked.only or PARTS:
        with tempfile.TemporaryDirectory(prefix="carbonroad-bench-") as folder:
            home = Path(folder)
            sheet = (
                national(home, asked.rounds, asked.share)
                if name == _NATIONAL
                else PARTS[name](home, asked.rounds)
            )
        sections[sheet.title] = f"{where}\n\n{sheet.text()}"
        if asked.write:  # after each part: what is done is kept if a later one fails
            _PAGE.write_text(_page(sections), encoding="utf-8")
    print(f"\n{time.perf_counter() - begin:.0f} s")


def _read() -> dict[str, str]:
    """The sections of the page as it is, by title."""
    if not _PAGE.exists():
        return {}
    parts = _PAGE.read_text(encoding="utf-8").split("\n## ")[1:]
    return {title: text.strip("\n") + "\n" for title, _, text in (part.partition("\n\n") for part in parts)}


def _page(sections: dict[str, str]) -> str:
    """The page: the goals first, collected from all parts, then each part."""
    rows = [
        line
        for title, text in sections.items()
        if title != "Goals"
        for line in text.splitlines()
        if is_goal(line)
    ]
    goals = "\n".join([HEAD, *rows]) + "\n"
    rest = "".join(f"\n## {title}\n\n{text}" for title, text in sections.items() if title != "Goals")
    return f"{_HEAD}\n## Goals\n\n{goals}{rest}"


if __name__ == "__main__":
    main()
