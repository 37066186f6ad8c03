"""A block is what is packed into a lane as one: an item, or a chain of works, with all that belongs to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from carbonroad.scene.shapes import Shape
from carbonroad.views.drawing.dependencies.ports import Port


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What is packed as one.

    Attributes:
        refs: The items in it.
        x0: Left end of what it reserves.
        x1: Right end.
        up: Height above its middle.
        down: Height below.
        order: Packing order.
        ports: Where dependencies meet each item.
        draw: The shapes with the middle at y, on paper; the numbers of events by their keys.
        nodes: Its events: key → x; merged events share a key.
        row: Whether it lies on a row with others.
        pull: Where dependencies lead from it: below zero to lanes above, over zero to lanes below.
    """

    refs: tuple[str, ...]
    x0: float
    x1: float
    up: float
    down: float
    order: tuple[float, ...]
    ports: Mapping[str, Port]
    draw: Callable[[float, Mapping[str, int]], Sequence[Shape]]
    nodes: Mapping[str, float] = field(default_factory=dict)
    row: bool = False
    pull: float = 0.0
