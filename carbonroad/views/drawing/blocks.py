"""A block is what is packed into a lane as one: an item, or a chain of works, with all that belongs to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from carbonroad.base.record import NamedTuple
from carbonroad.scene.shapes import Shape

Box = tuple[float, float, float, float]


class Port(NamedTuple):
    """Where links meet an item, relative to the middle of its block.

    Attributes:
        start: Where the item begins (a work's start event), else its right end.
        end: Where it ends.
        right: Where a line leaves or enters on the right.
        node: Whether its ends are numbered events.
        bound: Days go at `right` with this much room before whatever stands on the row.
    """

    start: float
    end: float
    right: float
    node: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block drawn at its place: lines' layer and the layer above, in paper coordinates."""

    shapes: tuple[Shape, ...]
    boxes: tuple[Box, ...] = ()


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
        ports: Where links meet each item.
        draw: The shapes with the middle at y; events' numbers by (ref, end).
        nodes: Its events: (ref, "start" or "end") → x; merged events share a key.
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
    draw: Callable[[float, Mapping[str, int]], Drawn]
    nodes: Mapping[str, float] = field(default_factory=dict)
    row: bool = False
    pull: float = 0.0


def event_key(ref: str, end: str) -> str:
    """Return the name of an event: of a work's start or end."""
    return f"{ref}|{end}"
