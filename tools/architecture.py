"""Draws docs/images/architecture.svg from the program's imports (`make docs`).

A row is a floor of the contract in pyproject.toml, a box a folder or module of the package. A line leads from
what imports down to what is imported; what follows from other lines is left out.
"""

import ast
import tomllib
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "architecture.svg"
PACKAGE = "carbonroad"
ROW, BOX, GAP, LANE, EDGE = 48, 28, 10, 8, 16
"""In pixels: from floor to floor, a box's height, between boxes, the room of a passing line, the margin."""
LETTER = 8.6
"""The width of a letter of a name, in bold type of 14 pixels."""
SWEEPS = 60
"""How often the floors are arranged by their neighbours, from the top and from the bottom by turns."""
WAY = ("source", "read", "link", "compute", "views", "render", "output")
"""The way of a roadmap's data: drawn strong, and its lines where one of these imports the one before."""

Imports = AbstractSet[tuple[str, str]]
"""The folders or modules of the package that import another, and the one that they import."""


class Spot(NamedTuple):
    """A box, or a line's way through a floor, in the order of its floor."""

    name: str
    """Of the folder; of a line the folders it joins, as `upper>lower`."""
    width: float

    @property
    def is_line(self) -> bool:
        """Whether only a line passes here."""
        return ">" in self.name


def floors() -> list[list[str]]:
    """Return the folders of each floor from the top, as the contract of the imports has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = [one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]
    return [
        [name.strip().removeprefix(f"{PACKAGE}.") for name in floor.split("|")]
        for floor in contract["layers"]
    ]


def read_imports() -> Imports:
    """Return which folders of the package import which others, wherever in a module they do."""
    found = set[tuple[str, str]]()
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        own = path.relative_to(ROOT / PACKAGE).parts[0].removesuffix(".py")
        for one in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = (
                [one.module or ""]
                if isinstance(one, ast.ImportFrom)
                else [alias.name for alias in one.names]
                if isinstance(one, ast.Import)
                else []
            )
            found.update((own, name.split(".")[1]) for name in names if name.startswith(f"{PACKAGE}."))
    return {(upper, lower) for upper, lower in found if upper != lower}


def reduced(imports: Imports) -> list[tuple[str, str]]:
    """Return the imports that no chain of others stands for, in the order of their names."""
    below: dict[str, set[str]] = {}
    for upper, lower in imports:
        below.setdefault(upper, set()).add(lower)

    def reaches(start: str, end: str) -> bool:
        return start == end or any(reaches(step, end) for step in below.get(start, ()))

    return sorted(
        (upper, lower)
        for upper, lower in imports
        if not any(reaches(step, lower) for step in below[upper] - {lower})
    )


def arranged(rows: Sequence[Sequence[str]], lines: Sequence[tuple[str, str]]) -> list[dict[Spot, float]]:
    """Return each floor's boxes and passing lines with their middles, so that few lines cross or bend.

    At first each floor is put in the order of its neighbours on one side; then, in this order, between both.
    """
    level = {name: number for number, row in enumerate(rows) for name in row}
    spots = [[Spot(name, len(name) * LETTER + 36) for name in row] for row in rows]
    for upper, lower in lines:
        for number in range(level[upper] + 1, level[lower]):
            spots[number].append(Spot(f"{upper}>{lower}", LANE))
    joined = _joined(spots, lines, level)
    places = [dict(zip(row, _apart(row, [0.0] * len(row)), strict=True)) for row in spots]
    for sweep in range(SWEEPS):
        step, ordering = -1 if sweep % 2 == 0 else 1, sweep < SWEEPS // 2
        for number in range(len(spots))[::-step]:
            near = {
                spot.name: middle
                for other in ((number + step,) if ordering else (number - 1, number + 1))
                if 0 <= other < len(spots)
                for spot, middle in places[other].items()
            }
            wanted = {spot: _mean(joined[spot.name], near, middle) for spot, middle in places[number].items()}
            order = sorted(wanted, key=lambda spot: (wanted[spot], spot.name)) if ordering else list(wanted)
            places[number] = dict(zip(order, _apart(order, [wanted[spot] for spot in order]), strict=True))
    return _from_the_margin(places)


def _from_the_margin(places: Sequence[Mapping[Spot, float]]) -> list[dict[Spot, float]]:
    left = min(middle - spot.width / 2 for row in places for spot, middle in row.items())
    return [{spot: middle - left + EDGE for spot, middle in row.items()} for row in places]


def _joined(
    spots: Sequence[Sequence[Spot]], lines: Sequence[tuple[str, str]], level: Mapping[str, int]
) -> dict[str, list[str]]:
    """Return what stands at the other end of each spot's pieces of line, on the floors next to it."""
    joined: dict[str, list[str]] = {spot.name: [] for row in spots for spot in row}
    for upper, lower in lines:
        between = [f"{upper}>{lower}"] * (level[lower] - level[upper] - 1)
        for above, below in pairwise((upper, *between, lower)):
            joined[above].append(below)
            joined[below].append(above)
    return joined


def _mean(names: Sequence[str], places: Mapping[str, float], otherwise: float) -> float:
    known = [places[name] for name in names if name in places]
    return sum(known) / len(known) if known else otherwise


def _apart(row: Sequence[Spot], wanted: Sequence[float]) -> list[float]:
    """Return the middles nearest to those wanted, in this order, that keep the spots apart.

    Spots that would touch become one block, which stands where its members want it on the average.
    """
    offsets = [0.0]
    for left, right in pairwise(row):
        offsets.append(offsets[-1] + (left.width + right.width) / 2 + GAP)
    blocks: list[tuple[float, int]] = []
    for start in (want - offset for want, offset in zip(wanted, offsets, strict=True)):
        blocks.append((start, 1))
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            (last, many), (first, few) = blocks.pop(), blocks.pop()
            blocks.append(((first * few + last * many) / (few + many), few + many))
    starts = [start for start, many in blocks for _ in range(many)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]


def draw() -> str:
    """Return the picture as SVG."""
    rows = floors()
    lines = reduced(read_imports())
    places = arranged(rows, lines)
    at = {
        f"{spot.name}@{number}" if spot.is_line else spot.name: (middle, EDGE + number * ROW)
        for number, row in enumerate(places)
        for spot, middle in row.items()
    }
    level = {name: number for number, row in enumerate(rows) for name in row}
    parts = [_line(pair, at, level) for pair in lines]
    parts += [_box(spot, at[spot.name]) for row in places for spot in row if not spot.is_line]
    width = max(middle + spot.width / 2 for row in places for spot, middle in row.items()) + EDGE
    size = f"{width:.0f}", f"{EDGE * 2 + (len(rows) - 1) * ROW + BOX}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}"'
        f' height="{size[1]}" role="img" aria-label="The floors of the program; lines lead down to what is'
        ' imported.">\n'
        "<style>text{font:600 14px system-ui,sans-serif;fill:#1b2a33;text-anchor:middle}"
        ".p{fill:none;stroke:#9fb0ba;stroke-width:1.2}.w{fill:none;stroke:#0b7a5a;stroke-width:3.5}"
        "rect.b{fill:#f3f6f8;stroke:#9fb0ba}rect.d{fill:#dff3ea;stroke:#0b7a5a;stroke-width:2}</style>\n"
        f'<rect width="{size[0]}" height="{size[1]}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _line(pair: tuple[str, str], at: Mapping[str, tuple[float, float]], level: Mapping[str, int]) -> str:
    upper, lower = pair
    passed = [at[f"{upper}>{lower}@{number}"] for number in range(level[upper] + 1, level[lower])]
    x, y = at[upper][0], at[upper][1] + BOX
    path = f"M{x:.0f} {y}"
    for right, top in (*passed, at[lower]):
        bend = (top - y) // 2
        path += f"C{x:.0f} {y + bend} {right:.0f} {top - bend} {right:.0f} {top}v{BOX}"
        x, y = right, top + BOX
    path = path.removesuffix(f"v{BOX}")
    look = "w" if (lower, upper) in pairwise(WAY) else "p"
    return f'<path class="{look}" d="{path}"><title>{escape(f"{upper} → {lower}")}</title></path>'


def _box(spot: Spot, at: tuple[float, float]) -> str:
    (middle, top), strong = at, spot.name in WAY
    return (
        f'<rect class="{"d" if strong else "b"}" x="{middle - spot.width / 2:.0f}" y="{top:.0f}"'
        f' width="{spot.width:.0f}" height="{BOX}" rx="4"/>'
        f'<text x="{middle:.0f}" y="{top + BOX / 2 + 5:.0f}">{escape(spot.name)}</text>'
    )


if __name__ == "__main__":
    PICTURE.write_text(draw(), "utf-8")
