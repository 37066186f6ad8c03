"""Everything a roadmap's files name: the bodies in its duties, the documents it cites, references by id."""

from collections.abc import Iterator

from carbonroad.link.system import System
from carbonroad.model.items import Milestone, Work
from carbonroad.model.place import Place
from carbonroad.model.roadmap import Part
from carbonroad.model.terms import Citation, Duties, Words


def duty_names(system: System) -> Iterator[str]:
    """Yield every name of a body as typed in a duty of a part, a measure or an indicator."""
    for part in system.parts:
        measures = [measure.duties for measure in part.measures]
        indicators = [indicator.duties for indicator in part.indicators]
        for duties in (part.duties, *measures, *indicators):
            yield from (words.text for words in _bodies(duties))


def cited_names(system: System) -> Iterator[str]:
    """Yield every document as typed in a citation."""
    for citation in _citations(system):
        yield citation.ref.text


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


def _bodies(duties: Duties) -> tuple[Words, ...]:
    return (*duties.owner, *duties.lead, *duties.support)


def _citations(system: System) -> Iterator[Citation]:
    for part in system.parts:
        for item in _entries(part):
            yield from item.citations
            for report in item.reports:
                yield from report.citations
        for indicator in part.indicators:
            yield from indicator.citations
            yield from (cited for target in indicator.targets for cited in target.citations)
            yield from (cited for actual in indicator.actuals for cited in actual.citations)
        for measure in part.measures:
            yield from measure.citations
        if part.pathway is not None:
            yield from part.pathway.citations
    for link in system.links:
        yield from (linked.citation for linked in link.citations)
