"""Everything a roadmap's files name: the bodies in its duties, the documents it cites, references by id."""

from collections.abc import Iterator

from carbonroad.link.system import System
from carbonroad.model.items import Milestone, Work
from carbonroad.model.place import Place
from carbonroad.model.roadmap import Part
from carbonroad.model.terms import Citation, Duties, Words


def duty_names(system: System) -> set[str]:
    """Return every name of a body as typed in a duty of a part, a measure or an indicator."""
    stated: list[Duties] = []
    for part in system.parts:
        stated += (part.duties, *[measure.duties for measure in part.measures])
        stated += [indicator.duties for indicator in part.indicators]
    return {words.text for own in stated for words in (*own.owner, *own.lead, *own.support)}


def cited_names(system: System) -> Iterator[set[str]]:
    """Yield every document as typed in a citation, part by part."""
    for part in system.parts:
        cited: list[tuple[Citation, ...]] = []
        for item in _entries(part):
            cited += (item.citations, *[report.citations for report in item.reports])
        for indicator in part.indicators:
            cited += (indicator.citations, *[target.citations for target in indicator.targets])
            cited += [actual.citations for actual in indicator.actuals]
        cited += [measure.citations for measure in part.measures]
        if part.pathway is not None:
            cited.append(part.pathway.citations)
        yield {citation.ref.text for citations in cited for citation in citations}
    yield {linked.citation.ref.text for link in system.links for linked in link.citations}


def item_references(part: Part) -> Iterator[tuple[Words, str]]:
    """Yield every reference to a milestone, target or work as typed in a part, with its pointer."""
    for item in _entries(part):
        at = item.place.at
        yield from ((after.ref, at("after")) for after in item.after)
        yield from ((words, at("for")) for words in item.serves)
        yield from _one(item.condition, item.place, "if")
        yield from _one(item.superseded_by, item.place, "superseded_by")
    for indicator in part.indicators:
        yield from ((words, indicator.place.at("for")) for words in indicator.serves)
        for target in indicator.targets:
            yield from _one(target.superseded_by, target.place, "superseded_by")
    for revision in part.revisions:
        yield from ((words, revision.place.at("items")) for words in revision.items)


def indicator_references(part: Part) -> Iterator[tuple[Words, str]]:
    """Yield every reference to an indicator of the part or the top as typed, with its pointer."""
    for milestone in part.milestones:
        yield from ((words, milestone.place.at("indicator")) for words in milestone.indicators)


def _entries(part: Part) -> tuple[Milestone | Work, ...]:
    return (*part.milestones, *part.works)


def _one(words: Words | None, place: Place, field: str) -> Iterator[tuple[Words, str]]:
    if words is not None:
        yield words, place.at(field)
