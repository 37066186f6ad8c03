"""What the rules found the last time, in the parts of a roadmap for which nothing has changed since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.checking.pieces import Piece, cut_out, declared, in_order, joined, pieces, seen_from
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding
from carbonroad.link.remembered import LinkMemory
from carbonroad.link.system import System
from carbonroad.model.roadmap import TOP
from carbonroad.rules import checks_for
from carbonroad.rules.shared.check import Check
from carbonroad.source.limits import MAX_FINDINGS

if TYPE_CHECKING:
    from carbonroad.checking.files import Reading

_MOST = 0.5
"""The share of a roadmap's items above which it is looked at whole: its parts alone would take longer."""
Unit = tuple[str, ...]
"""The parts that are looked at together, in the order of the files."""


class Memory:
    """What is remembered of one roadmap from one state to the next.

    Args:
        reading: Reads one file, or knows what it says: `link` changes nothing of what was read.
    """

    def __init__(self, reading: "Reading") -> None:
        self.reading = reading
        self.links = LinkMemory()
        self.rules = RuleMemory()


class Found(NamedTuple):
    """What was found in a unit, by rule, and all that it depends on."""

    depends: tuple[object, ...]
    by_rule: dict[str, list[Finding]]


class RuleMemory:
    """Findings of the rules, remembered from one state of a roadmap to the next.

    A rule looks no further than its `SCOPE` says. So what it found in some parts is found again as long as
    these, the parts that they and the top file name, and what is declared for all equal what they were.
    """

    def __init__(self) -> None:
        self._known: dict[Unit, Found] = {}
        self._pieces: dict[str, Piece] = {}
        self._declared: tuple[object, ...] = ()

    def findings(self, system: System, facts: Facts) -> list[Finding]:
        """Return what all rules find, rule by rule; in each file in the order in which they find it."""
        rules = tuple(checks_for(system))
        names = [part.id for part in system.parts]
        if len(set(names)) == len(names) and not any("." in name for name in names):
            self._pieces = pieces(system, self._pieces)
            now = declared(system)
            self._declared = self._declared if self._declared == now else now
            look = _Look(system, facts, self._pieces, self._declared, self._known)
            found = [finding for rule in rules for finding in look.findings(rule)]
            self._known = look.kept
            if len(found) <= MAX_FINDINGS:  # which of too many are told of depends on the order of all
                return found
        return [finding for rule in rules for finding in rule.check(system, facts)]


class _Look:
    """All rules over one state.

    Args:
        system: Linked.
        facts: Its facts.
        parts: Its pieces.
        frame: What is declared for all.
        known: What was found in the state before.
    """

    def __init__(
        self,
        system: System,
        facts: Facts,
        parts: Mapping[str, Piece],
        frame: tuple[object, ...],
        known: Mapping[Unit, Found],
    ) -> None:
        self.kept: dict[Unit, Found] = {}
        self._system = system
        self._facts = facts
        self._pieces = parts
        self._frame = frame
        self._known = known
        self._rooms: dict[Unit, tuple[System, Facts]] = {}
        self._most = _MOST * len(system.items)
        self._top = frozenset(seen_from(parts, (TOP,) if TOP in parts else ()))
        self._parts = self._units((part,) for part in parts)
        self._chains = self._units(joined(parts))

    def findings(self, rule: Check) -> Iterable[Finding]:
        """Return what a rule finds."""
        reach = rule.SCOPE.reach
        if reach == "part" and self._parts:
            return self._of_units(rule, self._parts)
        if reach == "chain" and self._chains and not self._strays():
            return self._of_units(rule, self._chains)
        return rule.check(self._system, self._facts)

    def _of_units(self, rule: Check, units: Sequence[Unit]) -> Iterator[Finding]:
        name = rule.RULE.name
        new = [unit for unit in units if name not in self.kept[unit].by_rule]
        if units is self._parts and sum(map(self._weight, new)) > self._most:
            self._divide(rule)
        else:
            for unit in new:
                paths = {self._pieces[part].content.part.place.path for part in unit}
                found = rule.check(*self._room(unit))
                self.kept[unit].by_rule[name] = [one for one in found if one.span.path in paths]
        return chain.from_iterable(self.kept[unit].by_rule[name] for unit in units)

    def _divide(self, rule: Check) -> None:
        """Look at the whole, and note what was found in which part."""
        by_path: dict[str, list[Finding]] = {}
        for finding in rule.check(self._system, self._facts):
            by_path.setdefault(finding.span.path, []).append(finding)
        for unit in self._parts:
            path = self._pieces[unit[0]].content.part.place.path
            self.kept[unit].by_rule[rule.RULE.name] = by_path.get(path, [])

    def _units(self, units: Iterable[Unit]) -> list[Unit]:
        """Take over what is known of units, as far as it still holds; none where one is most of the whole."""
        some = list(units)
        if any(self._weight({*unit, *self._top}) > self._most for unit in some):
            return []
        for unit in some:
            depends = (self._frame, *(self._pieces[part].content for part in self._around(unit)))
            known = self._known.get(unit)
            if unit not in self.kept:
                holds = known is not None and known.depends == depends
                self.kept[unit] = known if known is not None and holds else Found(depends, {})
        return some

    def _around(self, unit: Unit) -> Unit:
        """The parts on which findings in a unit depend."""
        return in_order(self._pieces, self._top | seen_from(self._pieces, unit))

    def _room(self, unit: Unit) -> tuple[System, Facts]:
        """Return the part of the system that can be seen from a unit, and its facts."""
        if unit not in self._rooms:
            names = self._around(unit)
            system = cut_out(self._system, [self._pieces[one] for one in names])
            self._rooms[unit] = system, Facts(system)
        return self._rooms[unit]

    def _strays(self) -> bool:
        """Whether anything may leave the calendar: rules of chains then look at the whole.

        The latest days of what has no deadline are counted back from the last day of the whole network.
        From the end of its own chain they are earlier, so what stays in the calendar there always does.
        """
        from carbonroad.rules import outside_the_calendar

        return any(True for _ in self._of_units(outside_the_calendar, self._chains))

    def _weight(self, unit: Iterable[str]) -> int:
        return sum(len(self._pieces[part].content.items) for part in unit)
