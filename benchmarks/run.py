"""Timings of one run, each as a ratio to a floor that is timed in the same run (docs/performance.md)."""

import argparse
import os
import sys

import yaml
from balancing import balancing
from checking import checking
from drawing import drawing
from reading import reading
from rendering import rendering
from scheduling import scheduling
from table import table

_PARTS = ("reading", "checking", "rendering", "table", "drawing", "scheduling", "balancing")


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", action="append", choices=_PARTS, help="a part; all without it")
    parser.add_argument("--large", action="store_true", help="a drawing of 50,000 works too")
    parser.add_argument("--national", action="store_true", help="balances of 33,000 files, not of 3,300")
    chosen = parser.parse_args()
    parts = chosen.only or _PARTS
    print(
        f"Python {sys.version.split()[0]}, PyYAML {yaml.__version__}, {os.cpu_count()} cores, "
        f"{chosen.rounds} rounds"
    )
    if "reading" in parts:
        reading(chosen.rounds)
    if "checking" in parts:
        checking(chosen.rounds)
    if "rendering" in parts:
        rendering(chosen.rounds)
    if "table" in parts:
        table(chosen.rounds)
    if "drawing" in parts:
        drawing(large=chosen.large)
    if "scheduling" in parts:
        scheduling(chosen.rounds)
    if "balancing" in parts:
        balancing(chosen.rounds, national=chosen.national)


if __name__ == "__main__":
    main()
