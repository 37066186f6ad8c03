"""Says what the families of rules are about and which code of each is free: `python tools/rule_codes.py`."""

import sys
from itertools import count

from carbonroad.checking.rulebook import rules
from carbonroad.report.explaining.rules import FAMILIES


def next_code(family: str) -> str:
    """Return the lowest code of a family, such as `CR3`, that no rule has."""
    return next(code for number in count(1) if (code := f"{family}{number:02}") not in rules())


def main() -> None:
    """Write a line for each family."""
    for family, about in FAMILIES.items():
        sys.stdout.write(f"{next_code(family)} is free in {family} · {about}\n")


if __name__ == "__main__":
    main()
