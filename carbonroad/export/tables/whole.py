"""The tables of what holds for the whole: the roadmap, bodies, documents, phases, industries, measures."""

from collections import Counter
from collections.abc import Iterator

from carbonroad.base.times.periods import Period
from carbonroad.export.tables.cells import Cell, Number, Row, dated
from carbonroad.export.tables.tabled import TabledRoadmap
from carbonroad.link.system import Parties
from carbonroad.model.items import TitleBlock
from carbonroad.model.place import NOWHERE
from carbonroad.model.text import EMPTY, Text
from carbonroad.read.columns.whole import ROADMAP_ROWS


def roadmap(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield what the first sheet says of the whole."""
    system, options = tabled.system, tabled.exported.options
    parent = system.parent
    limits = [tabled.industry(part) for part in options.parts]
    if options.owner:
        body = system.organisations.get(options.owner)
        limits.append(options.owner if body is None else tabled.text(body.title))
    said: dict[str, Cell] = {
        "title": system.title,
        "name": system.name,
        "region": system.region,
        "parent": "" if parent is None else parent.text.strip(),
        "languages": ", ".join(system.languages),
        "as_of": system.as_of,
        "before_means": tabled.word("before_means", system.before_means),
        "lang": tabled.exported.lang,
        "limited": tabled.joined(limits),
        "fingerprint": system.fingerprint,
        "tool": f"carbonroad {tabled.exported.version}",
    }
    for row in ROADMAP_ROWS:
        if said[row.key]:
            yield {"key": row.header(chinese=tabled.chinese), "value": said[row.key]}


def measures(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the measures."""
    for part in tabled.parts:
        for measure in part.measures:
            yield {
                "id": f"{part.id}.{measure.id}",
                "industry": tabled.industry(part.id),
                "title": measure.title,
                **tabled.duties(measure.duties, tabled.system.duties[part.id].measures[measure.id]),
                "source": tabled.sources(measure.citations),
                "note": measure.note,
            }


def bodies(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the declared bodies, with how many items each owns, leads and supports."""
    counted = {role: Counter[str]() for role in ("owner", "lead", "support")}
    for item in tabled.items:
        if item.listed:
            for role, counter in counted.items():
                counter.update({party.key for party in getattr(item.parties, role)})
    for body in tabled.system.organisations.values():
        yield {
            "id": body.id,
            "title": body.title,
            "short": _shorts(tabled, body.short),
            "kind": body.kind,
            "owns": counted["owner"][body.id],
            "leads": counted["lead"][body.id],
            "supports": counted["support"][body.id],
        }


def _shorts(tabled: TabledRoadmap, shorts: tuple[Text, ...]) -> Text:
    """All short names in one text: of each language those that are written in it."""
    found: dict[str, list[str]] = {}
    first = tabled.system.languages[0] if any(tag for one in shorts for tag, _ in one.entries) else ""
    for short in shorts:
        for tag, words in short.entries:
            found.setdefault(tag or first, []).append(words)
    return Text(tuple((tag, tabled.joined(names)) for tag, names in found.items()))


def sources(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the policy documents."""
    for document in tabled.system.documents.values():
        yield {
            "id": document.id,
            "title": document.title,
            "number": document.number,
            "publisher": document.publisher,
            "issued": dated(document.issued),
            "published": dated(document.published),
            "url": document.url,
            "note": document.note,
        }


def phases(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the phases."""
    for phase in tabled.system.phases:
        yield {
            "id": phase.id,
            "title": phase.title,
            "years": _years(phase.years),
            "first": phase.years.first,
            "last": phase.years.last,
            "zoom": None if phase.zoom is None else Number(phase.zoom),
        }


def _years(years: Period) -> str:
    first, last = years.first.year, years.last.year
    return f"{first}..{last}" if first != last else str(first)


def industries(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the parts, the top first, with the duties that they state for all that is theirs."""
    for part in tabled.parts:
        own, held = part.duties, tabled.system.duties[part.id].own
        answered = own.owner or own.lead or own.nobody
        stated = Parties(
            held.owner if answered else (),
            held.lead if answered else (),
            held.support if own.support else (),
            held.inferred and own.basis is not None,
            held.nobody and bool(answered),
        )
        yield {
            "id": part.id,
            "title": part.title,
            "code": part.code,
            **tabled.duties(own, stated),
            **_title_block(part.title_block or TitleBlock(NOWHERE)),
            "note": part.note or EMPTY,
        }


def _title_block(block: TitleBlock) -> Row:
    return {
        "drawing_number": block.number,
        "creator": block.creator,
        "checked": block.checked,
        "approved": block.approved,
        "department": block.department,
        "document_status": block.document_status,
        "access": block.access,
    }


def revisions(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the revision tables."""
    for part in tabled.parts:
        for revision in part.revisions:
            yield {
                "industry": part.id,
                "rev": revision.rev,
                "date": dated(revision.date),
                "by": revision.by,
                "items": tabled.refs(revision.items, part.id),
                "note": revision.note,
            }
