"""One change between two versions of a roadmap."""

from fractions import Fraction
from typing import Any, Literal

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.record_types import Key

Direction = Literal["", "later", "earlier", "weaker", "stronger", "worse", "better"]
Group = Literal[
    "slipped",
    "weakened",
    "dropped",
    "rewritten",
    "unclear",
    "earlier",
    "raised",
    "added",
    "renamed",
    "duties",
    "status",
    "measured",
    "schedule",
    "order",
    "wording",
    "other",
]
GROUPS: tuple[Group, ...] = Group.__args__  # type: ignore[attr-defined]
"""In the order in which a reader wants them: what was given up first."""


class Change(NamedTuple):
    """What became of one field of one thing, or of the whole of it.

    Attributes:
        kind: Such as `deadline-moved`; a part of the JSON contract.
        key: What it is about, by its new name; what is gone, by its old one, in its industry by the new name.
        group: What it means to a reader.
        before: What it was called; None for what was added.
        field: Which field; empty for the whole thing.
        was: The field's value in the old version, under new names; of a whole thing its record.
        now: The same in the new version.
        direction: Later or earlier, weaker or stronger, worse or better; empty where it has none.
        days: How many days later (> 0) or earlier (< 0).
        by: How much larger a number became, in the new version's unit.
        reason: Why a direction is not known.
        cause: What it only follows from: `part`, `indicator`, `item`, `phases`, `before-means`, `condition`,
            `void` where the thing no longer counts.
    """

    kind: str
    key: Key
    group: Group
    before: Key | None = None
    field: str = ""
    was: Any = None
    now: Any = None
    direction: Direction = ""
    days: int | None = None
    by: Fraction | None = None
    reason: str = ""
    cause: str = ""
