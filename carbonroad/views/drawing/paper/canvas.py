"""A sheet that is laid out but not drawn: what it still must know of all sheets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from carbonroad.base.record import NamedTuple
from carbonroad.scene.shapes import Shape


class Foot(NamedTuple):
    """What the lower part of a sheet must know of all sheets.

    Attributes:
        zones: The zones of items as this sheet says them.
        number: The sheet's.
        total: How many there are.
        neighbours: The part's other sheets that this one has dependencies with.
    """

    zones: Mapping[str, str]
    number: int
    total: int
    neighbours: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Canvas:
    """A sheet but for what needs all sheets.

    Attributes:
        zones: Where its items stand.
        drawn: What it shows, by kind.
        draw: Draws it.
    """

    zones: Mapping[str, str]
    drawn: Mapping[str, tuple[str, ...]]
    draw: Callable[[Foot], list[Shape]]
