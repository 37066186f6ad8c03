"""Writes what pip needs to install the oldest versions that pyproject.toml allows: pins, and what tests need.

python tools/oldest.py FOLDER    writes FOLDER/pins.txt and FOLDER/test.txt
"""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lowest(requirement: str) -> str:
    """Return the lower bound of a requirement as a pin.

    Raises:
        ValueError: It has none.
    """
    name, bound, rest = requirement.partition(">=")
    if not bound:
        raise ValueError(f"{requirement} has no lower bound")
    return f"{name}=={rest.partition(',')[0]}"


def main() -> None:
    """Write both files."""
    folder = Path(sys.argv[1])
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = read["project"]
    extras = project["optional-dependencies"].values()
    needed = dict.fromkeys([*project["dependencies"], *(one for extra in extras for one in extra)])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pins.txt").write_text("".join(f"{lowest(one)}\n" for one in needed), encoding="utf-8")
    test = "".join(f"{one}\n" for one in read["dependency-groups"]["test"])
    (folder / "test.txt").write_text(test, encoding="utf-8")


if __name__ == "__main__":
    main()
