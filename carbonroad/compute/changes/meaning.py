"""What a change means, and both versions of the thing it belongs to."""

from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.change import Direction, Group
from carbonroad.compute.changes.record_types import Key, Record
from carbonroad.compute.status.target_years import TargetYears
from carbonroad.link.system import Item, System


class Meaning(NamedTuple):
    """What the change of one field means: the parts of a `Change` that are not known beforehand."""

    kind: str
    group: Group
    direction: Direction = ""
    days: int | None = None
    cause: str = ""
    by: Fraction | None = None
    reason: str = ""


class Sides(NamedTuple):
    """Both versions of one thing.

    Attributes:
        old: The old system.
        new: The new one.
        before: The thing's name in the old.
        after: Its name in the new.
        records: Its records, the old one's under new names.
        target_years: What reads the targets' keys of either version.
    """

    old: System
    new: System
    before: Key
    after: Key
    records: tuple[Record, Record]
    target_years: tuple[TargetYears, TargetYears]

    @property
    def items(self) -> tuple[Item, Item]:
        """The item in both versions."""
        return self.old.items[self.before.ref], self.new.items[self.after.ref]

    @property
    def natures_of_indicator(self) -> tuple[str | None, str | None]:
        """What a target's indicator says of its nature in both versions; twice nothing for another item."""
        one, two = (item.indicator for item in self.items)
        return (None if one is None else one.nature, None if two is None else two.nature)


def firmness(kind: str, *, stronger: bool) -> Meaning:
    """Return the meaning of what asks for more than before, or for less."""
    return Meaning(kind, "raised", "stronger") if stronger else Meaning(kind, "weakened", "weaker")


def timing(kind: str, days: int | None = None, *, later: bool, cause: str = "") -> Meaning:
    """Return the meaning of what comes later than before, or earlier."""
    if later:
        return Meaning(kind, "slipped", "later", days, cause)
    return Meaning(kind, "earlier", "earlier", days, cause)
