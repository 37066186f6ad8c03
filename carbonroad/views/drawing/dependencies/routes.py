"""The way of each dependency on a sheet, decided before rows are packed so that they are kept free for it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.paper.marks import NODE, STOP

Form = Literal["row", "level", "along", "across", "slant", "track"]
SAME = 0.1
"""Two places no further apart are one."""


class Route(NamedTuple):
    """A dependency's way.

    Attributes:
        form: `row`: both ends follow each other on one row. `level`: straight up or down. `along`: along
            the source's row, then up or down. `across`: up or down, then along the target's row. `slant`:
            straight from one to the other. `track`: out to the right, and back in from the right.
        xa: Where it leaves.
        xb: Where it enters.
        to_gate: Whether it enters a gate.
        runs: Whether, on a track, it first runs along the row of the work that it leaves.
    """

    relation: Relation
    form: Form
    xa: float
    xb: float
    to_gate: bool = False
    runs: bool = False


class Ends(NamedTuple):
    """Where lines meet an item: its start and end, and the right edge of its mark."""

    start: float
    end: float
    right: float


class Rows(NamedTuple):
    """What stands behind what on a row: work → the work that follows, chain's last work → its gate."""

    following: Mapping[str, str]
    gates: Mapping[str, str]


def on_track(relation: Relation, shown: Mapping[str, Entry]) -> bool:
    """Whether a dependency comes back into its target from the right: all that end at no event.

    A plain one from a timed work to a gate that is not earlier enters the gate as if it were an event.
    """
    a, b = shown[relation.source], shown[relation.target]
    if b.kind == "timed":
        return False
    if a.kind != "timed" or b.kind != "gate" or not relation.plain:
        return True
    return a.latest is None or b.latest is None or b.latest < a.latest


def make_routes(
    lines: Sequence[Relation], shown: Mapping[str, Entry], ends: Mapping[str, Ends], rows: Rows
) -> tuple[Route, ...]:
    """Return the ways of all dependencies that are drawn as lines."""
    heads = {ref for ref in ends if ref not in set(rows.following.values())}
    return tuple(_route(relation, shown, ends, rows, heads) for relation in lines)


def _route(
    relation: Relation, shown: Mapping[str, Entry], ends: Mapping[str, Ends], rows: Rows, heads: set[str]
) -> Route:
    a, b = ends[relation.source], ends[relation.target]
    if on_track(relation, shown):
        runs = shown[relation.source].kind == "timed"
        return Route(relation, "track", a.right, b.right, runs=runs)
    timed = shown[relation.source].kind == "timed"
    from_start, to_end = relation.from_start, relation.into_end
    xa = (a.start if from_start else a.end) if timed else a.right
    xb = b.end if to_end else b.start
    if shown[relation.target].kind == "gate":
        xb = b.end
    if relation.target in (rows.following.get(relation.source), rows.gates.get(relation.source)):
        return Route(relation, "row", xa, xb)
    free = not from_start and relation.source not in rows.following
    level = xa if timed else _stop(relation.source, shown, ends)
    if relation.source in rows.gates and not from_start:
        gate = rows.gates[relation.source]
        free = shown[gate].latest == shown[relation.source].latest
        if free:
            xa, level = ends[gate].right, _stop(gate, shown, ends)
    if abs(level - xb) < SAME:
        return Route(relation, "level", xb, xb)
    if free and xb > xa + (0.0 if timed else NODE):
        return Route(relation, "along", xa, xb, to_gate=shown[relation.target].kind == "gate")
    if timed and relation.target in heads and not to_end and b.start == xb and xb > xa + NODE:
        return Route(relation, "across", xa, xb)
    return Route(relation, "slant", xa, xb)


def _stop(ref: str, shown: Mapping[str, Entry], ends: Mapping[str, Ends]) -> float:
    """The place of a gate's bar, which is its latest day; of a window its right end."""
    one = ends[ref]
    return one.end + (one.end - one.start) + STOP if shown[ref].kind == "gate" else one.right


def needs_of(routes: Sequence[Route]) -> tuple[dict[str, float], dict[str, float]]:
    """Return how far right of its end, and how far left of its start, each item's row is used by routes."""
    right: dict[str, float] = {}
    left: dict[str, float] = {}
    for route in routes:
        source, target = route.relation.source, route.relation.target
        if route.form == "along" or route.runs:
            right[source] = max(right.get(source, route.xb), route.xb)
        elif route.form == "across":
            left[target] = min(left.get(target, route.xa), route.xa)
    return left, right
