"""From the files of a roadmap to one linked system."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from carbonroad.base.said import say
from carbonroad.findings import Finding
from carbonroad.link.bench import Bench
from carbonroad.link.bodies import Directory
from carbonroad.link.builder import Builder, target_ids
from carbonroad.link.cited import Library
from carbonroad.link.dates import Calendar
from carbonroad.link.dependence import Fingerprints
from carbonroad.link.family import NO_FAMILY, NO_HERITAGE, Heritage
from carbonroad.link.gathered import Gathered, Ordered, declarations, in_order
from carbonroad.link.names import Namespace
from carbonroad.link.numbering import part_codes
from carbonroad.link.sanity import check_codes, uncircle
from carbonroad.link.system import Item, Link, System
from carbonroad.link.unsure import is_lost, lost_ids
from carbonroad.model.items import PATHWAY_NAMES, Indicator, Measure, Milestone, Revision, Target, Work
from carbonroad.model.roadmap import TOP, Declarations, Organisation, Part, Phase, PolicyDocument
from carbonroad.model.terms import Words
from carbonroad.model.text import Text, plain

__all__ = ["Gathered", "link"]

Items = Namespace[Milestone | Target | Work]


def link(gathered: Gathered, as_of: date | None, today: date) -> tuple[System, list[Finding]]:
    """Link one roadmap.

    Args:
        gathered: Its files as read.
        as_of: The data date asked for; overrides the roadmap's own.
        today: The data date where neither says one.

    Returns:
        The system and the findings of linking. What could not be resolved is left out of the system.
    """
    bench = Bench()
    ordered = in_order(bench, gathered)
    declared, heritage = declarations(gathered, ordered.files), NO_HERITAGE
    _check_languages(bench, ordered, declared)
    if gathered.top is not None and (gathered.family != NO_FAMILY or declared.parent is not None):
        from carbonroad.link.heritage import heritage_of, with_heritage  # most roadmaps have none above

        heritage = heritage_of(gathered.family, declared, gathered.top.part.indicators, bench)
        declared = with_heritage(declared, gathered.family, heritage)
    parts = tuple(f.part for f in ([gathered.top] if gathered.top is not None else []) + ordered.files)
    builder = _builder(bench, gathered, ordered, declared, parts, heritage)
    duties = {part.id: builder.duties(part) for part in parts}
    rows: dict[str, Item] = {}
    for part in parts:
        _check_part(bench, builder, part)
        for item in builder.build(part):
            rows.setdefault(item.ref, item)  # of two with one id the first counts
    check_codes(bench, parts)
    uncircle(bench, rows)
    links = tuple(_links(bench, builder, parts))
    own = declared.as_of.day if declared.as_of is not None else None
    system = _system(gathered, declared, builder, parts, _listed(rows), links, as_of or own or today)
    system = system._replace(
        duties=duties,
        meant=frozenset(other.span for finding in bench.findings for other in finding.related),
        unread=gathered.unread | ordered.missing,
        parent=declared.parent,
        family=gathered.family,
    )
    if heritage is not NO_HERITAGE:
        from carbonroad.link.lent import only_named

        system = only_named(system, builder, heritage)
    return system, bench.findings


def _system(
    gathered: Gathered,
    declared: Declarations,
    builder: Builder,
    parts: tuple[Part, ...],
    items: dict[str, Item],
    links: tuple[Link, ...],
    as_of: date,
) -> System:
    return System(
        name=gathered.name,
        path=gathered.path,
        title=_title(gathered, parts),
        region=declared.region,
        languages=declared.languages or ("en",),
        as_of=as_of,
        before_means=declared.before_means,
        phases=tuple(sorted(declared.phases, key=lambda phase: phase.years)),
        organisations=builder.directory.organisations,
        documents=builder.library.documents,
        parts=parts,
        has_top=gathered.top is not None,
        codes=part_codes(parts),
        items=items,
        indicators=dict(builder.indicators.items()),
        measures=dict(builder.measures.items()),
        links=links,
        files=tuple(sorted(gathered.texts)),
        fingerprints=Fingerprints(gathered, tuple(items.values()), links),
    )


def _builder(
    bench: Bench,
    gathered: Gathered,
    ordered: Ordered,
    declared: Declarations,
    parts: Sequence[Part],
    heritage: Heritage,
) -> Builder:
    """Everything that references are looked up in, filled before the first is resolved."""
    holes = gathered.declaring_holes
    calendar = Calendar(
        declared.phases,
        exclusive=declared.before_means == "exclusive",
        unread=gathered.top_unread or declared.phases_lost or heritage.lost or is_lost(holes, "phases"),
    )
    bodies = _declared(bench, declared)
    unread = (
        gathered.unread
        | ordered.missing
        | lost_ids(gathered.holes)
        | ({TOP} if gathered.top_unread else set())
    )
    names = [part.id for part in parts]
    items = Items("unknown-item", names, unread)
    indicators: Namespace[Indicator] = Namespace("unknown-indicator", names, unread)
    measures: Namespace[Measure] = Namespace("unknown-measure", names, unread)
    ids = {id(one): target_ids(one) for part in parts for one in part.indicators}
    for part in parts:
        _name_items(bench, items, indicators, part, ids)
        for measure in part.measures:
            measures.add(bench, part.id, measure.id, measure)
    unknown = heritage.lost or is_lost(holes, "organisations")
    directory = Directory(bodies, free=declared.organisations is None or unknown, generations=heritage.bodies)
    whole = not heritage.lost and not is_lost(holes, "sources")
    builder = Builder(
        bench,
        directory,
        _library(declared, calendar, heritage, whole=whole),
        calendar,
        items,
        indicators,
        measures,
    )
    builder.target_ids = ids
    builder.heritage = heritage
    return builder


def _library(declared: Declarations, calendar: Calendar, heritage: Heritage, *, whole: bool) -> Library:
    if heritage is NO_HERITAGE:
        return Library(declared.documents, calendar, whole=whole)
    from carbonroad.link.heritage import LendingLibrary

    return LendingLibrary(declared.documents, calendar, whole=whole, heritage=heritage)


def _name_items(
    bench: Bench,
    items: Items,
    indicators: Namespace[Indicator],
    part: Part,
    ids: Mapping[int, tuple[str, ...]],
) -> None:
    """Make a part's milestones, works, indicators and targets known.

    Args:
        bench: Takes the findings.
        items: The roadmap's.
        indicators: The roadmap's.
        part: Whose.
        ids: Of each indicator, by identity, its targets' ids.
    """
    rows: tuple[Milestone | Work, ...] = (*part.milestones, *part.works)
    for item in rows:
        items.add(bench, part.id, item.id, item)
    for indicator in part.indicators:
        if indicators.add(bench, part.id, indicator.id, indicator):
            for ident, target in zip(ids[id(indicator)], indicator.targets, strict=True):
                items.add(bench, part.id, ident, target)


def _check_languages(bench: Bench, ordered: Ordered, declared: Declarations) -> None:
    """An industry may not be called as one of the roadmap's languages: their pages would share a folder."""
    tags = {tag.lower() for tag in declared.languages}
    for file in ordered.files:
        if file.part.id.lower() in tags:
            bench.report(
                "reserved-name",
                file.part.place.value("industry"),
                say(
                    '"{name}" is one of the roadmap\'s languages; an industry needs another name.',
                    name=file.part.id,
                ),
                pointer="industry",
                label=say("reserved"),
                help_=say("give the file another name"),
            )


def _declared(bench: Bench, declared: Declarations) -> dict[str, Organisation]:
    """The organisations by id; of two bodies, phases or sources with one id the second is reported."""
    space: Namespace[Organisation] = Namespace("unknown-organisation", (), ())
    for body in declared.organisations or ():
        space.add(bench, "", body.id, body)
    phases: Namespace[Phase] = Namespace("undeclared-phase", (), ())
    for phase in declared.phases:
        phases.add(bench, "", phase.id, phase)
    papers: Namespace[PolicyDocument] = Namespace("unknown-source", (), ())
    for document in declared.documents:
        papers.add(bench, "", document.id, document)
    return {ref[1:]: body for ref, body in space.items()}


def _check_part(bench: Bench, builder: Builder, part: Part) -> None:
    """Report unknown references in what is no item: indicators, the pathway, reports, revisions."""
    for indicator in part.indicators:
        builder.check_indicator(part, indicator)
    for measure in part.measures:
        builder.check_measure(part, measure)
    if part.pathway is not None:
        builder.library.cite(bench, part.pathway.citations, "pathway")
    reports = (
        report for written in (part.milestones, part.works) for item in written for report in item.reports
    )
    for report in reports:
        builder.library.cite(bench, report.citations, report.place.pointer)
    for revision in part.revisions:
        _check_revision(bench, builder, part, revision)


def _check_revision(bench: Bench, builder: Builder, part: Part, revision: Revision) -> None:
    """A revision may name what it removed: history, or a slip of the pen."""
    seen = dict[str, Words]()
    at = revision.place.at("items")
    for words in revision.items:
        name = words.text.strip()
        ref = builder.indicators.find(name, part.id) or builder.items.find(name, part.id)
        builder.once(seen, ref or name, words, at)
        if ref is None and name.rpartition(".")[2] not in PATHWAY_NAMES:
            bench.report(
                "revision-names-nothing",
                words.span,
                say('"{name}" is in none of the files now.', name=name),
                pointer=at,
                label=say("not in the files"),
                help_=say("right if it was removed; else correct the id"),
            )


def _links(bench: Bench, builder: Builder, parts: Sequence[Part]) -> Iterable[Link]:
    """Every dependency once: from `after`, and from a work's `for`."""
    seen: set[tuple[str, str]] = set()
    written = [(part, item) for part in parts for items in (part.milestones, part.works) for item in items]
    for part, item in written:
        for link in _waits_for(bench, builder, part, item) if item.after else ():
            seen.add((link.predecessor, link.successor))
            yield link
    for part, item in written:
        here = f"{part.id}.{item.id}"
        if not item.serves or builder.items.get(here) is not item:  # the second one of its id
            continue
        for words in item.serves if isinstance(item, Work) else ():
            served = builder.items.find(words.text, part.id)
            if served is not None and (here, served) not in seen:
                seen.add((here, served))
                yield Link(here, served, "FS", None, "for", "stated", (), Text(()), words.span)


def _waits_for(bench: Bench, builder: Builder, part: Part, item: Milestone | Work) -> Iterable[Link]:
    """The links that an item's `after` states; of two of one type between the same two the first."""
    here, at = f"{part.id}.{item.id}", item.place.at("after")
    first = dict[tuple[str, str], Words]()
    for after in item.after:
        found = builder.items.resolve(bench, after.ref, part.id, at)
        if found is None or builder.items.get(here) is not item:
            continue
        before = first.setdefault((found, after.type), after.ref)
        if before is not after.ref:
            bench.named_twice(before.span, after.ref.span, after.ref.text, at)
            continue
        cited = builder.library.cite(bench, after.citations, at)
        yield Link(
            found,
            here,
            type=after.type,
            lag=after.lag,
            by="after",
            basis=after.basis,
            citations=cited,
            note=after.note,
            span=after.ref.span,
        )


def _listed(rows: dict[str, Item]) -> dict[str, Item]:
    """Mark targets that a milestone of the same year stands for; they are no rows of their own."""
    spoken_for = {
        (indicator, item.latest.year)
        for item in rows.values()
        if item.indicators and item.superseded_by is None and item.latest is not None
        for indicator in item.indicators
    }
    named = {indicator for indicator, _ in spoken_for}
    for ref, item in rows.items() if named else ():
        indicator = "" if item.indicator is None else f"{item.part}.{item.indicator.id}"
        if indicator in named and item.latest and (indicator, item.latest.year) in spoken_for:
            rows[ref] = item._replace(listed=False)
    return rows


def _title(gathered: Gathered, parts: Sequence[Part]) -> Text:
    if gathered.top is not None or len(parts) == 1:
        return parts[0].title
    return plain(gathered.name)
