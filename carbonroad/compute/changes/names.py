"""What each thing of an old version is called in the new one."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Protocol

from carbonroad.compute.changes.alike import Candidate, candidate
from carbonroad.compute.changes.pairing import pair_up
from carbonroad.compute.changes.record_types import Ref
from carbonroad.link.system import Item, Party, System
from carbonroad.model.items import Target
from carbonroad.model.roadmap import TOP, Part
from carbonroad.model.text import Text

GONE = "~"
"""Follows the name of what is gone where something else bears that name now."""
_HALF = 2


class Names:
    """Old name → new name, by kind; what is gone is missing."""

    def __init__(self, old: System, new: System) -> None:
        self._of: dict[str, dict[str, str]] = {}
        parts = self._of["part"] = _parts(old, new)
        self._of["organisation"] = pair_up(_bodies(old), _bodies(new), fuzzy=False)
        self._of["source"] = pair_up(_documents(old), _documents(new), fuzzy=False)
        self._of["phase"] = pair_up(_phases(old), _phases(new), fuzzy=False)
        self._of["measure"] = pair_up(_measures(old, parts), _measures(new, None))
        kept = _untouched(old.indicators, new.indicators, parts)
        self._of["indicator"] = kept | pair_up(_indicators(old, parts, kept), _indicators(new, None, kept))
        bodies, papers = self._of["organisation"], self._of["source"]
        kept = _untouched(_tasks_of(old), _tasks_of(new), parts)
        tasks = pair_up(_tasks(old, (parts, bodies, papers), kept), _tasks(new, None, kept))
        self._of["item"] = kept | tasks | _targets(old, new, self._of["indicator"])

    def get(self, kind: str, name: str) -> str | None:
        """Return the new name of something; None for what is gone."""
        return self._of[kind].get(name)

    def of(self, kind: str) -> Mapping[str, str]:
        """Return old name → new name of a kind."""
        return self._of[kind]

    def renaming(self, old: System, new: System) -> dict[Ref, Ref]:
        """Return each name that becomes another one, or would be taken for something else."""
        found = {}
        for kind, names in _all_names(old):
            pairs, taken = self._of[kind], dict(_all_names(new))[kind]
            for name in names:
                now = pairs.get(name)
                if now is None and name in taken:
                    now = name + GONE
                if now is not None and now != name:
                    found[Ref(kind, name)] = Ref(kind, now)
        return found


def _all_names(system: System) -> Iterator[tuple[str, Any]]:
    yield "part", {part.id for part in system.parts}
    yield "organisation", system.organisations
    yield "source", system.documents
    yield "phase", {phase.id for phase in system.phases}
    yield "measure", system.measures
    yield "indicator", system.indicators
    yield "item", system.items


def _parts(old: System, new: System) -> dict[str, str]:
    """Industries by name, else by title, else by what stands in them; the top file is always the same."""
    found = pair_up(_part_candidates(old), _part_candidates(new), fuzzy=False)
    left = [part for part in old.parts if part.id not in found and part.id != TOP]
    taken = set(found.values())
    free = [part for part in new.parts if part.id not in taken and part.id != TOP]
    scored = sorted(
        (-_HALF * len(mine & theirs), sorted((one.id, other.id)), one.id, other.id)
        for one in left
        for other in free
        if (mine := _content(one))
        and (theirs := _content(other))
        and _HALF * len(mine & theirs) >= max(len(mine), len(theirs))
    )
    for _, _, one_id, other_id in scored:
        if one_id not in found and other_id not in taken:
            found[one_id] = other_id
            taken.add(other_id)
    return found


def _content(part: Part) -> frozenset[tuple[str, Any]]:
    rows: tuple[Any, ...] = (*part.milestones, *part.works, *part.indicators)
    return frozenset((row.id, row.title.entries) for row in rows)


def _part_candidates(system: System) -> Iterator[Candidate]:
    for part in system.parts:
        texts = () if part.id == TOP else (part.title,)
        yield candidate(part.id, "", part.id, "top" if part.id == TOP else "part", texts, {})


def _bodies(system: System) -> Iterator[Candidate]:
    for body in system.organisations.values():
        yield candidate(body.id, "", body.id, "", (body.title, *body.short), {})


def _documents(system: System) -> Iterator[Candidate]:
    for document in system.documents.values():
        marks = {"number": document.number, "url": document.url, "issued": document.issued}
        yield candidate(document.id, "", document.id, "", (document.title,), marks)


def _phases(system: System) -> Iterator[Candidate]:
    for phase in system.phases:
        marks = {"years": phase.years}
        yield candidate(phase.id, "", phase.id, "", (phase.title,), marks)


def _home(part: str, parts: Mapping[str, str] | None) -> str:
    return part if parts is None else parts.get(part, part + GONE)


def _measures(system: System, parts: Mapping[str, str] | None) -> Iterator[Candidate]:
    for ref, measure in system.measures.items():
        part, _, ident = ref.partition(".")
        yield candidate(ref, _home(part, parts), ident, "", (measure.title,), {})


class _Titled(Protocol):
    @property
    def title(self) -> Text: ...


def _untouched(
    old: Mapping[str, _Titled], new: Mapping[str, _Titled], parts: Mapping[str, str]
) -> dict[str, str]:
    """What has its name and its title still: nearly everything, and soon found."""
    found = {}
    for ref, one in old.items():
        other = new.get(ref)
        if (
            other is not None
            and one.title == other.title
            and parts.get(ref.partition(".")[0]) == ref.partition(".")[0]
        ):
            found[ref] = ref
    return found


def _tasks_of(system: System) -> dict[str, Item]:
    return {ref: item for ref, item in system.items.items() if item.kind != "target"}


def _indicators(
    system: System, parts: Mapping[str, str] | None, kept: Collection[str]
) -> Iterator[Candidate]:
    for ref, indicator in system.indicators.items():
        if ref in kept:
            continue
        part, _, ident = ref.partition(".")
        marks = {
            "unit": None if indicator.unit is None else indicator.unit.text,
            "targets": tuple(sorted((one.key.text, one.words) for one in indicator.targets)),
            "actuals": tuple(sorted((one.period, one.value) for one in indicator.actuals)),
        }
        yield candidate(ref, _home(part, parts), ident, "", (indicator.title,), marks)


_Maps = tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]
"""New names of parts, bodies and documents."""


def _tasks(system: System, maps: _Maps | None, kept: Collection[str]) -> Iterator[Candidate]:
    parts, bodies, papers = maps or (None, None, None)
    for ref, item in _tasks_of(system).items():
        if ref in kept:
            continue
        marks = {
            "deadline": item.latest,
            "first": item.earliest,
            "owner": frozenset(_body(party, bodies) for party in (*item.parties.owner, *item.parties.lead)),
            "source": frozenset(_papers(item, papers)),
            "takes": getattr(item.written, "takes", None),
        }
        yield candidate(ref, _home(item.part, parts), item.id, "task", (item.title,), marks)


def _body(party: Party, bodies: Mapping[str, str] | None) -> str:
    if not party.id:
        return party.words
    return party.id if bodies is None else bodies.get(party.id, party.id + GONE)


def _papers(item: Item, papers: Mapping[str, str] | None) -> Iterator[str]:
    for one in item.citations:
        ident = one.document.id if one.document is not None else one.citation.ref.text
        yield ident if papers is None else papers.get(ident, ident)


def _targets(old: System, new: System, indicators: Mapping[str, str]) -> dict[str, str]:
    """Targets of one indicator by key; those whose key is gone by what they ask for, the nearest first."""
    found: dict[str, str] = {}
    free = {ref: item for ref, item in new.items.items() if item.kind == "target"}
    left = []
    for ref, item in old.items.items():
        if item.kind != "target":
            continue
        indicator, _, key = ref.partition("@")
        now = f"{indicators.get(indicator, GONE)}@{key}"
        if now in free:
            found[ref] = now
            del free[now]
        elif indicator in indicators:
            left.append(item)
    asked: dict[tuple[str, Any], list[Item]] = {}
    for item in free.values():
        asked.setdefault((item.ref.partition("@")[0], _asks(item)), []).append(item)
    pairs = sorted(
        (_days_apart(one, other), sorted((one.ref, other.ref)), one.ref, other.ref)
        for one in left
        for other in asked.get((indicators[one.ref.partition("@")[0]], _asks(one)), ())
    )
    for _, _, one_ref, other_ref in pairs:
        if one_ref not in found and other_ref in free:
            found[one_ref] = other_ref
            del free[other_ref]
    return found


def _asks(item: Item) -> Any:
    target = item.written
    if not isinstance(target, Target):
        return None
    value = target.value
    if value is None or not value.understood:
        return target.words.strip()
    return (value.kind, value.low, value.high, value.change, value.relative, value.points, value.multiple)


def _days_apart(one: Item, other: Item) -> int:
    if one.latest is None or other.latest is None:
        return 10**7
    return abs((one.latest - other.latest).days)
