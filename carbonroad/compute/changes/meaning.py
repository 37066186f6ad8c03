"""What one changed field means, and both versions of the thing it belongs to."""

from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.compute.changes.change import Direction, Group
from carbonroad.compute.changes.limits import Effect
from carbonroad.compute.changes.record import Key, Record
from carbonroad.compute.status.spans import Spans
from carbonroad.link.system import Item, System


class Meaning(NamedTuple):
    """An effect with the number that became larger and the reason why its direction is not known."""

    effect: Effect
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
        spans: What reads the targets' keys of either version.
    """

    old: System
    new: System
    before: Key
    after: Key
    records: tuple[Record, Record]
    spans: tuple[Spans, Spans]

    @property
    def items(self) -> tuple[Item, Item]:
        """The item in both versions."""
        return self.old.items[self.before.ref], self.new.items[self.after.ref]

    @property
    def natures_of_indicator(self) -> tuple[str | None, str | None]:
        """What a target's indicator says of its nature in both versions; twice nothing for another item."""
        one, two = (item.indicator for item in self.items)
        return (None if one is None else one.nature, None if two is None else two.nature)


def plain(kind: str, group: Group, direction: Direction = "", days: int | None = None) -> Meaning:
    """Return a meaning without a number or a reason."""
    return Meaning(Effect(kind, group, direction, days))


def either(kind: str, *, better: bool, groups: tuple[Group, Group] = ("weakened", "raised")) -> Meaning:
    """Return the meaning of what asks for less or for more."""
    return plain(kind, groups[better], "stronger" if better else "weaker")
