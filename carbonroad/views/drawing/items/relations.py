"""The dependencies of a part, sorted by how a sheet can show them: a line, a connector, or a note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carbonroad.compute.facts import Facts
from carbonroad.compute.scheduling.controlling import dated
from carbonroad.compute.scheduling.schedule import Activity
from carbonroad.link.system import Link, System
from carbonroad.views.drawing.items.entries import Entry


@dataclass(frozen=True, slots=True)
class Relation:
    """One dependency.

    Attributes:
        index: Its place in `system.links`.
        link: As linked.
        source: The item it starts from as shown (a target's milestone where that stands for it).
        target: Likewise for the item that waits.
        days: From latest day to latest day; None where one has none.
        slack: Days that the schedule leaves between the two ends, the lag taken off; None outside it.
        spare: Total float of the source where the schedule holds both items, as the interfaces say it.
        critical: Whether it is one of the links that make the critical items critical.
    """

    index: int
    link: Link
    source: str
    target: str
    days: int | None
    slack: int | None = None
    critical: bool = False
    spare: int | None = None

    @property
    def stated(self) -> bool:
        """Whether the source states it; implied otherwise."""
        return self.link.basis != "implied"

    @property
    def plain(self) -> bool:
        """Whether it says no more than that the one begins after the other has ended."""
        return self.link.type == "FS" and self.link.lag is None

    @property
    def from_start(self) -> bool:
        """Whether it leaves from the start of the first, and not from its end."""
        return self.link.type in ("SS", "SF")

    @property
    def into_end(self) -> bool:
        """Whether it arrives at the end of the item that waits, and not at its start."""
        return self.link.type in ("FF", "SF")


def relations_of(system: System, facts: Facts, entries: Sequence[Entry]) -> list[Relation]:
    """Return every dependency with at least one end among the entries, in the order of the links."""
    shown = {entry.ref for entry in entries}
    found = []
    for index, link in enumerate(system.links):
        source, target = system.shown_as(link.predecessor), system.shown_as(link.successor)
        if source in shown or target in shown:
            days, slack = _days(facts, source, target), _slack(facts, index, link)
            critical = slack is not None and slack <= 0 and _critical(facts, source, target)
            spare = _spare(facts, source, target)
            found.append(Relation(index, link, source, target, days, slack, critical, spare))
    return found


def _days(facts: Facts, source: str, target: str) -> int | None:
    a, b = (dated(ref, facts.due, facts.schedule) for ref in (source, target))
    return None if a is None or b is None else (b - a).days


def _slack(facts: Facts, index: int, link: Link) -> int | None:
    """Midnights between the ends that a dependency joins, by the early dates; None where one has none."""
    a = facts.schedule.activities.get(link.predecessor)
    b = facts.schedule.activities.get(link.successor)
    if a is None or b is None or link.type == "informs":
        return None
    left = _midnight(a, at_start=link.type in ("SS", "SF"))
    right = _midnight(b, at_start=link.type in ("FS", "SS"))
    if left is None or right is None:
        return None
    return right - left - facts.schedule.lag_days.get(index, 0)


def _midnight(activity: Activity, *, at_start: bool) -> int | None:
    if at_start:
        return None if activity.early_start is None else activity.early_start.toordinal()
    return None if activity.early_finish is None else activity.early_finish.toordinal() + 1


def _spare(facts: Facts, source: str, target: str) -> int | None:
    """Total float of the item that is waited for; None where the schedule does not hold both."""
    activity = facts.schedule.activities.get(source)
    return None if activity is None or target not in facts.schedule.activities else activity.total_float_days


def _critical(facts: Facts, *refs: str) -> bool:
    found = [facts.schedule.activities.get(ref) for ref in refs]
    return all(activity is not None and activity.critical for activity in found)


@dataclass(frozen=True, slots=True)
class Ends:
    """What a sheet draws of the dependencies.

    Attributes:
        lines: Both ends are dated and on this sheet.
        outgoing: By item: dependencies that leave the sheet, or whose other end has no date.
        incoming: Likewise, that come in.
        noted: Neither end can carry a connector.
    """

    lines: tuple[Relation, ...]
    outgoing: Mapping[str, tuple[Relation, ...]]
    incoming: Mapping[str, tuple[Relation, ...]]
    noted: tuple[Relation, ...]

    @property
    def leaving(self) -> list[Relation]:
        """What has a connector: all that leave the sheet, then all that come in."""
        return [one for found in (*self.outgoing.values(), *self.incoming.values()) for one in found]


def sort_ends(relations: Sequence[Relation], dated: frozenset[str], undated: frozenset[str]) -> Ends:
    """Sort dependencies by what can be drawn on a sheet that holds these dated and undated items."""
    lines, noted = [], []
    outgoing: dict[str, list[Relation]] = {}
    incoming: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.source in dated and relation.target in dated:
            if relation.source != relation.target:
                lines.append(relation)
            else:
                noted.append(relation)
        elif relation.source in dated:
            outgoing.setdefault(relation.source, []).append(relation)
        elif relation.target in dated:
            incoming.setdefault(relation.target, []).append(relation)
        elif relation.source in undated or relation.target in undated:
            noted.append(relation)
    return Ends(
        tuple(lines),
        {ref: tuple(found) for ref, found in outgoing.items()},
        {ref: tuple(found) for ref, found in incoming.items()},
        tuple(noted),
    )
