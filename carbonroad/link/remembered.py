"""What linking gave of the parts of a roadmap the last time, where linking them again would give the same."""

from collections.abc import Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.link.family import Heritage
from carbonroad.link.gathered import Gathered
from carbonroad.link.system import Item, Link, PartDuties
from carbonroad.model.items import Indicator, Measure, Milestone, Target, Work
from carbonroad.model.roadmap import Part, RoadmapFile


class PartNames(NamedTuple):
    """What a part declares, by qualified id; targets are items too."""

    items: dict[str, Milestone | Target | Work]
    indicators: dict[str, Indicator]
    measures: dict[str, Measure]


class Linked(NamedTuple):
    """What linking gives of one part.

    Attributes:
        part: As read.
        others: The parts that its references name.
        names: What it declares.
        duties: What it states and passes on.
        rows: Its items by qualified id.
        after: The links of its items' `after`.
        serves: Those of its works' `for`.
    """

    part: Part
    others: tuple[Part, ...]
    names: PartNames
    duties: PartDuties
    rows: dict[str, Item]
    after: tuple[Link, ...]
    serves: tuple[Link, ...]


class LinkMemory:
    """What linking gave of each part, from one state of a roadmap to the next.

    A part is linked by its own file, the top file and the files of the parts that its references name. While
    these are the very objects that they were, so is what linking gives, unless it had something to report:
    that may depend on any name of the roadmap.
    """

    def __init__(self) -> None:
        self._top: RoadmapFile | None = None
        self._names: tuple[str, ...] = ()
        self._known: dict[str, Linked] = {}

    def known(self, gathered: Gathered, parts: Sequence[Part], heritage: Heritage) -> dict[str, Linked]:
        """Return what holds still, by part; what is inherited or declared by several is linked anew."""
        names = tuple(part.id for part in parts)
        same = gathered.top is not None and gathered.top is self._top and names == self._names
        plain = not heritage.names and not heritage.lost and len(set(names)) == len(names)
        self._top, self._names = gathered.top if plain else None, names
        if not same or not plain:
            return {}
        now = {part.id: part for part in parts}
        return {
            name: one
            for name, one in self._known.items()
            if now[name] is one.part and all(now[other.id] is other for other in one.others)
        }

    def keep(self, linked: dict[str, Linked]) -> None:
        """Remember what linking gave, of parts of which nothing was reported."""
        self._known = linked if self._top is not None else {}
