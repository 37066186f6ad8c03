"""A target's value: its bounds, and whether it is a level or a change against a baseline."""

from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.values.value_words import ValueKind

Direction = Literal[-1, 0, 1]


class Value(NamedTuple):
    """What a target asks for. `kind` speaks as the author does, `low` and `high` are signed.

    For a level, at-least and more-than give `low`, at-most and less-than give `high`, a range both, and
    around and exact both equal, all in the field's unit.

    For a change the bounds are those of the change itself, a fall being negative. So at-least swaps with
    a fall: at least 65 % down is `high=-65` (the change is at most -65), at most 5 % down is `low=-5`,
    down 7 to 10 is `low=-10, high=-7`, at least 5 up is `low=5`, around -3.8 is -3.8 twice.
    What the bounds count says the flag: percent of the baseline (`relative`), percentage points
    (`points`), the baseline as a factor (`multiple`: over 6x is `low=6`), else the field's unit.

    Attributes:
        words: The author's words.
        kind: The bound as worded; more-than and less-than leave out their number.
        low: The lower bound, or None.
        high: The upper bound, or None.
        strive: Whether it is an effort: never missed, only not reached.
        change: Whether it is a change against the baseline.
        direction: -1 for a fall, +1 for a rise, 0 for a level or a range over zero.
        relative: Whether the change is in percent of the baseline.
        points: Whether the change is in percentage points.
        multiple: Whether the bounds multiply the baseline.
        yearly: Whether the change is one of each year: percent then compound, points and units add up.
        against: The year that the words name as the one it is measured against; None where they name none.
        understood: Whether it can be computed with; if not, only `words` means anything.
    """

    words: str
    kind: ValueKind = "exact"
    low: float | None = None
    high: float | None = None
    strive: bool = False
    change: bool = False
    direction: Direction = 0
    relative: bool = False
    points: bool = False
    multiple: bool = False
    yearly: bool = False
    against: int | None = None
    understood: bool = True
