"""The tables of what hangs on items: dependencies, citations, progress reports."""

from collections.abc import Iterable, Iterator

from carbonroad.export.tables.cells import Number, Row
from carbonroad.export.tables.tabled import TabledRoadmap
from carbonroad.link.system import Item
from carbonroad.model.items import Indicator, Target
from carbonroad.model.roadmap import Part
from carbonroad.model.terms import Citation


def links(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the dependencies of the items that are exported."""
    chosen, system = {item.ref for item in tabled.items}, tabled.system
    for link in system.links:
        if link.successor in chosen or link.predecessor in chosen:
            yield {
                "from": link.predecessor,
                "from_title": tabled.text(system.items[link.predecessor].title),
                "to": link.successor,
                "to_title": tabled.text(system.items[link.successor].title),
                "type": tabled.word("relation", link.type),
                "lag": "" if link.lag is None else link.lag.typed,
                "basis": tabled.word("basis", link.basis),
                "by": tabled.word("link", link.by),
                "source": tabled.sources(linked.citation for linked in link.citations),
                "note": link.note,
            }


def reports(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield the progress reports, by item."""
    for item in tabled.items:
        if isinstance(item.written, Target):
            continue
        for report in item.written.reports:
            yield {
                "item": item.ref,
                "title": tabled.text(item.title),
                "date": report.date,
                "progress": None if report.progress is None else Number(report.progress, "%"),
                "status": tabled.word("status", report.status),
                "source": tabled.sources(report.citations),
                "note": report.note,
            }


def citations(tabled: TabledRoadmap) -> Iterator[Row]:
    """Yield every citation with what it is of: items, then what hangs on them."""
    for of, name, cited in _cited(tabled):
        for citation in cited:
            document = tabled.document(citation)
            yield {
                "of": tabled.word("cited", of),
                "item": name,
                "source": tabled.source(citation),
                "document": "" if document is None else tabled.text(document.title),
                "clause": citation.clause,
                "quote": citation.quote,
                **tabled.deadline(citation.deadline),
                "url": citation.url,
                "evidence": tabled.word("evidence", citation.evidence),
                "note": citation.note,
            }


_Cited = tuple[str, str, Iterable[Citation]]


def _cited(tabled: TabledRoadmap) -> Iterator[_Cited]:
    for item in tabled.items:
        yield item.kind, item.ref, item.written.citations
        yield from _reports(item)
    for ref in tabled.indicators:
        yield from _indicator(ref, tabled.system.indicators[ref])
    for part in tabled.parts:
        yield from _part(part)
    chosen = {item.ref for item in tabled.items}
    for link in tabled.system.links:
        if link.successor in chosen or link.predecessor in chosen:
            named = f"{link.predecessor} > {link.successor}"
            yield "link", named, (linked.citation for linked in link.citations)


def _reports(item: Item) -> Iterator[_Cited]:
    if not isinstance(item.written, Target):
        for report in item.written.reports:
            yield "report", f"{item.ref} {report.date.isoformat()}", report.citations


def _indicator(ref: str, indicator: Indicator) -> Iterator[_Cited]:
    yield "indicator", ref, indicator.citations
    for actual in indicator.actuals:
        yield "actual", f"{ref}@{actual.key.strip()}", actual.citations


def _part(part: Part) -> Iterator[_Cited]:
    for measure in part.measures:
        yield "measure", f"{part.id}.{measure.id}", measure.citations
    if part.pathway is not None:
        yield "pathway", part.id, part.pathway.citations
