"""Bars in time, boxes with arrows: small charts before they have a format."""

from datetime import date

from carbonroad.base.record import NamedTuple


class Task(NamedTuple):
    """A bar from its first to its last day, or, where both are the same, a milestone.

    `role` is empty, `done` or `crit`.
    """

    words: str
    first: date
    last: date
    role: str = ""


class Gantt(NamedTuple):
    """Bars in sections of (heading, tasks)."""

    title: str
    sections: tuple[tuple[str, tuple[Task, ...]], ...]


class Node(NamedTuple):
    """A box; `role` is `gate` for what is reached at a moment, `outside` for what is elsewhere, or empty."""

    words: str
    role: str = ""


class Edge(NamedTuple):
    """An arrow between two nodes, by their numbers."""

    source: int
    target: int
    words: str = ""
    dashed: bool = False


class Flowchart(NamedTuple):
    """Boxes with arrows."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
