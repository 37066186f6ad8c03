"""A whole roadmap as one JSON document, linked and computed: the contract for other programs."""

from carbonroad.compute.facts import Facts
from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.compute.targets.indicator_families import families
from carbonroad.export.format import Exported
from carbonroad.export.json_balance import balance_json, parents_json
from carbonroad.export.json_document import head_json, json_bytes
from carbonroad.export.json_family import family_json, origin
from carbonroad.export.json_items import Exporter
from carbonroad.export.json_values import (
    Json,
    citations_of,
    date_json,
    day_json,
    duties_json,
    number_json,
    text_json,
)
from carbonroad.link.system import Item, Parties, System
from carbonroad.model.items import Measure, Milestone, Revision, TitleBlock, Work
from carbonroad.model.roadmap import Part


def export_json(system: System, facts: Facts, version: str) -> Json:
    """Return the roadmap as plain data (cli.md, export --to json).

    Days are ISO strings, a finish is inclusive; `id` is local, every reference is qualified.
    """
    exporter = Exporter(system, facts)
    return {
        **head_json(system, version),
        "region": system.region or None,
        "languages": list(system.languages),
        "before_means": system.before_means,
        "fingerprint": system.fingerprint,
        "phases": _phases(system),
        "organisations": _organisations(system),
        "sources": _sources(system),
        "top": None if system.top is None else _part(exporter, system.top),
        "industries": [_part(exporter, part) for part in system.industries],
        "links": _links(system, facts.schedule),
        "balance": balance_json(facts.balance, facts.contributions),
        "parents": parents_json(families(system, facts.series)),
        **family_json(system, facts),
        "schedule": schedule_json(facts.schedule),
    }


def schedule_json(schedule: Schedule) -> Json:
    """Return the network's dates."""
    return {
        "start": day_json(schedule.start),
        "finish": day_json(schedule.finish),
        "duration_days": schedule.duration_days,
        "critical_float_days": schedule.critical_float,
        "critical_path": list(schedule.critical_path),
    }


def write(exported: Exported) -> dict[str, bytes]:
    """Return the one file."""
    system, facts, version = exported[:3]
    return {f"{system.name}.json": json_bytes(export_json(system, facts, version))}


def _part(exporter: Exporter, part: Part) -> Json:
    system, language = exporter.system, exporter.language
    items = system.items_of(part.id)
    targets: dict[str, list[Item]] = {}
    for item in items:
        if item.indicator is not None:
            targets.setdefault(item.indicator.id, []).append(item)
    duties = system.duties[part.id]
    indicators = {indicator.id: indicator for indicator in reversed(part.indicators)}
    return {
        "id": part.id,
        "code": system.codes[part.id],
        "title": text_json(part.title, language),
        "note": text_json(part.note, language),
        **duties_json(duties.own),
        "measures": [_measure(one, duties.measures[one.id], language) for one in part.measures],
        "revisions": [_revision(exporter, one, part.id) for one in part.revisions],
        "milestones": [exporter.milestone(i, i.written) for i in items if isinstance(i.written, Milestone)],
        "works": [exporter.work(i, i.written) for i in items if isinstance(i.written, Work)],
        "indicators": [
            exporter.indicator(part.id, indicator, targets.get(ident, []))
            for ident, indicator in reversed(indicators.items())
        ],
        "pathway": exporter.pathway(part.pathway),
        "drawing": None if part.title_block is None else _title_block(part.title_block, language),
    }


def _measure(measure: Measure, parties: Parties, language: str) -> Json:
    return {
        "id": measure.id,
        "title": text_json(measure.title, language),
        **duties_json(parties),
        "note": text_json(measure.note, language),
        **citations_of(measure.citations, language),
    }


def _revision(exporter: Exporter, revision: Revision, part: str) -> Json:
    return {
        "rev": revision.rev,
        "date": day_json(revision.date),
        "note": text_json(revision.note, exporter.language),
        "by": revision.by or None,
        "items": exporter.references(revision.items, part),
    }


def _title_block(block: TitleBlock, language: str) -> Json:
    return {
        "number": block.number or None,
        "creator": block.creator or None,
        "checked": block.checked or None,
        "approved": block.approved or None,
        "department": text_json(block.department, language),
        "document_status": text_json(block.document_status, language),
        "access": text_json(block.access, language),
    }


def _phases(system: System) -> list[Json]:
    return [
        {
            "id": phase.id,
            "title": text_json(phase.title, system.languages[0]),
            "start": phase.years.first.isoformat(),
            "finish": phase.years.last.isoformat(),
            "zoom": number_json(phase.zoom),
            **origin(system, "phases", phase.id),
        }
        for phase in system.phases
    ]


def _organisations(system: System) -> list[Json]:
    language = system.languages[0]
    return [
        {
            "id": body.id,
            "title": text_json(body.title, language),
            "short": [text_json(short, language) for short in body.short],
            "kind": body.kind or None,
            **origin(system, "organisations", body.id),
        }
        for body in system.organisations.values()
    ]


def _sources(system: System) -> list[Json]:
    language = system.languages[0]
    return [
        {
            "id": document.id,
            "title": text_json(document.title, language),
            "number": document.number or None,
            "publisher": text_json(document.publisher, language),
            "issued": date_json(document.issued),
            "published": date_json(document.published),
            "url": document.url or None,
            "note": text_json(document.note, language),
            **origin(system, "sources", document.id),
        }
        for document in system.documents.values()
    ]


def _links(system: System, schedule: Schedule) -> list[Json]:
    found = []
    for index, link in enumerate(system.links):
        lag = schedule.lag_days.get(index)
        if lag is None and (link.lag is None or link.lag.unit in ("day", "week")):
            lag = 0 if link.lag is None else link.lag.count * (7 if link.lag.unit == "week" else 1)
        found.append(
            {
                "from": link.predecessor,
                "to": link.successor,
                "type": link.type,
                "lag_days": lag,
                "lag": None if link.lag is None else f"{link.lag.count} {link.lag.unit}",
                "by": link.by,
                "basis": link.basis,
                "note": text_json(link.note, system.languages[0]),
                **citations_of(tuple(one.citation for one in link.citations), system.languages[0]),
            }
        )
    return found
