"""From a linked system to its records."""

from collections.abc import Iterator

from carbonroad.compute.changes.item_records import (
    Naming,
    actual_record,
    indicator_record,
    item_record,
)
from carbonroad.compute.changes.record_types import Emission, Key, Record, Ref
from carbonroad.compute.facts import Facts
from carbonroad.link.system import Link, System
from carbonroad.model.items import Pathway, Revision
from carbonroad.model.roadmap import Part

Pair = tuple[Key, Record]


def records_of(system: System, facts: Facts) -> dict[Key, Record]:
    """Return everything that two versions of a roadmap are compared by.

    Not in it: the order of files and items, layout, comments, `x-` keys and the settings of the checks.
    """
    naming = Naming(system, facts)
    found: dict[Key, Record] = {}
    for pairs in (
        _whole(naming),
        _declared(naming),
        _parts(naming),
        _items(naming),
        _indicators(naming),
        _links(naming),
    ):
        for key, record in pairs:
            if key not in found:  # of two with one id the first counts
                found[key] = {field: value for field, value in record.items() if _is_given(value)}
    return found


def _is_given(value: object) -> bool:
    """Whether a value says anything; a zero does."""
    return value is not None and value is not False and value not in ((), "")


def _whole(naming: Naming) -> Iterator[Pair]:
    system, schedule, balance = naming.system, naming.facts.schedule, naming.facts.balance
    yield (
        Key("roadmap"),
        {
            "title": naming.text(system.title) if system.has_top else (),
            "region": system.region or None,
            "languages": system.languages,
            "before_means": system.before_means,
            "parent_roadmap": None if system.parent is None else system.parent.text,
        },
    )
    yield (
        Key("schedule"),
        {
            "start": schedule.start,
            "finish": schedule.finish,
            "critical_path": tuple(Ref("item", ref) for ref in schedule.critical_path),
        },
    )
    yield (
        Key("balance"),
        {"peak_year": balance.peak_year, "neutral_year": balance.neutral_year, "unit": balance.unit},
    )


def _declared(naming: Naming) -> Iterator[Pair]:
    system, text = naming.system, naming.text
    for phase in system.phases:
        record: Record = {
            "title": text(phase.title),
            "years": (phase.years.first, phase.years.last),
            "zoom": phase.zoom,
        }
        yield Key("phase", (Ref("phase", phase.id),)), record
    for body in system.organisations.values():
        record = {
            "title": text(body.title),
            "short": tuple(text(one) for one in body.short),
            "kind": body.kind or None,
        }
        yield Key("organisation", (Ref("organisation", body.id),)), record
    for document in system.documents.values():
        record = {
            "title": text(document.title),
            "number": document.number or None,
            "publisher": text(document.publisher),
            "issued": naming.day(document.issued),
            "published": naming.day(document.published),
            "url": document.url or None,
            "note": text(document.note),
        }
        yield Key("source", (Ref("source", document.id),)), record


def _parts(naming: Naming) -> Iterator[Pair]:
    for part in naming.system.parts:
        ref = Ref("part", part.id)
        duties = naming.system.duties[part.id]
        yield (
            Key("part", (ref,)),
            {
                "title": naming.text(part.title),
                "code": part.code or None,
                "note": naming.text(part.note),
                **naming.duties(duties.own),
            },
        )
        for measure in part.measures:
            yield (
                Key("measure", (Ref("measure", f"{part.id}.{measure.id}"),)),
                {
                    "title": naming.text(measure.title),
                    **naming.duties(duties.measures[measure.id]),
                    "source": naming.cited(measure.citations),
                    "note": naming.text(measure.note),
                },
            )
        if part.pathway is not None:
            yield from _pathway(naming, ref, part.pathway)
        yield from _revisions(naming, part)
        block = part.title_block
        if block is not None:
            values = (naming.text(value) if isinstance(value, tuple) else value for value in block[1:])
            yield Key("drawing", (ref,)), dict(zip(block._fields[1:], values, strict=True))


def _pathway(naming: Naming, ref: Ref, pathway: Pathway) -> Iterator[Pair]:
    unit = None if pathway.unit is None else pathway.unit.text
    yield (
        Key("pathway", (ref,)),
        {
            "unit": unit,
            "gas": pathway.gas or None,
            "scope": naming.text(pathway.scope),
            "variable": pathway.variable or None,
            "source": naming.cited(pathway.citations),
            "note": naming.text(pathway.note),
        },
    )
    worded = {(one.series, one.year): one for one in pathway.asked}
    for name, series in (
        ("actual", pathway.actual),
        ("target", pathway.target),
        ("reference", pathway.reference),
    ):
        for year, value in series:
            said = worded.get((name, year))
            kind, low, high = ("exact", value, value) if said is None else (said.kind, said.low, said.high)
            yield Key("emissions", (ref, name, year)), {"value": Emission(value, kind, low, high, unit)}


def _revisions(naming: Naming, part: Part) -> Iterator[Pair]:
    count: dict[str, int] = {}
    for revision in part.revisions:
        named = revision.rev or (revision.date.day.isoformat() if revision.date is not None else "")
        count[named] = count.get(named, 0) + 1
        key = Key("revision", (Ref("part", part.id), named, count[named]))
        yield (
            key,
            {
                "date": naming.day(revision.date),
                "note": naming.text(revision.note),
                "by": revision.by or None,
                "items": _named_items(naming, part, revision),
            },
        )


def _named_items(naming: Naming, part: Part, revision: Revision) -> tuple[Ref | str, ...]:
    """What a revision names: indicators first, as linking looks them up."""
    return tuple(
        naming.found("indicator", words.text, part.id)
        or naming.found("item", words.text, part.id)
        or words.text
        for words in revision.items
    )


def _items(naming: Naming) -> Iterator[Pair]:
    for ref, item in naming.system.items.items():
        yield Key("item", (Ref("item", ref),)), item_record(naming, item)


def _indicators(naming: Naming) -> Iterator[Pair]:
    for ref, indicator in naming.system.indicators.items():
        yield Key("indicator", (Ref("indicator", ref),)), indicator_record(naming, ref, indicator)
        for actual in indicator.actuals:
            key = Key("actual", (Ref("indicator", ref), actual.period.first, actual.period.last))
            yield key, actual_record(naming, indicator, actual)


def _links(naming: Naming) -> Iterator[Pair]:
    for link in naming.system.links:
        ends = Ref("item", link.predecessor), Ref("item", link.successor)
        yield Key("link", (*ends, link.type)), _link_record(naming, link)


def _link_record(naming: Naming, link: Link) -> Record:
    return {
        "lag": link.lag if link.lag is not None and link.lag.count else None,
        "basis": link.basis,
        "source": naming.linked(link.citations),
        "note": naming.text(link.note),
    }
