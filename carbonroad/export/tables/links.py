"""The tables of what hangs on items: dependencies, citations, progress reports."""

from collections.abc import Iterable, Iterator

from carbonroad.export.tables.cells import Number, Row
from carbonroad.export.tables.words import Teller
from carbonroad.link.system import Item
from carbonroad.model.items import Indicator, Target
from carbonroad.model.roadmap import Part
from carbonroad.model.terms import Citation


def links(teller: Teller) -> Iterator[Row]:
    """Yield the dependencies of the items that are exported."""
    chosen, system = {item.ref for item in teller.items}, teller.system
    for link in system.links:
        if link.successor in chosen or link.predecessor in chosen:
            yield {
                "from": link.predecessor,
                "from_title": teller.text(system.items[link.predecessor].title),
                "to": link.successor,
                "to_title": teller.text(system.items[link.successor].title),
                "type": teller.word("relation", link.type),
                "lag": "" if link.lag is None else link.lag.typed,
                "basis": teller.word("basis", link.basis),
                "by": teller.word("link", link.by),
                "source": teller.sources(linked.citation for linked in link.citations),
                "note": link.note,
            }


def reports(teller: Teller) -> Iterator[Row]:
    """Yield the progress reports, by item."""
    for item in teller.items:
        if isinstance(item.written, Target):
            continue
        for report in item.written.reports:
            yield {
                "item": item.ref,
                "title": teller.text(item.title),
                "date": report.date,
                "progress": None if report.progress is None else Number(report.progress, "%"),
                "status": teller.word("status", report.status),
                "source": teller.sources(report.citations),
                "note": report.note,
            }


def citations(teller: Teller) -> Iterator[Row]:
    """Yield every citation with what it is of: items, then what hangs on them."""
    for of, name, cited in _cited(teller):
        for citation in cited:
            document = teller.document(citation)
            yield {
                "of": teller.word("cited", of),
                "item": name,
                "source": teller.source(citation),
                "document": "" if document is None else teller.text(document.title),
                "clause": citation.clause,
                "quote": citation.quote,
                **teller.deadline(citation.deadline),
                "url": citation.url,
                "evidence": teller.word("evidence", citation.evidence),
                "note": citation.note,
            }


_Cited = tuple[str, str, Iterable[Citation]]


def _cited(teller: Teller) -> Iterator[_Cited]:
    for item in teller.items:
        yield item.kind, item.ref, item.written.citations
        yield from _reports(item)
    for ref in teller.indicators:
        yield from _indicator(ref, teller.system.indicators[ref])
    for part in teller.parts:
        yield from _part(part)
    chosen = {item.ref for item in teller.items}
    for link in teller.system.links:
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
