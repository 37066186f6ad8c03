"""From the files of a roadmap to one linked system."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.link.bench import Bench
from carbonroad.link.bodies import Bodies
from carbonroad.link.builder import Builder
from carbonroad.link.dates import Calendar
from carbonroad.link.family import NO_FAMILY, NO_HERITAGE, Heritage
from carbonroad.link.fingerprints import Fingerprints
from carbonroad.link.gathered import Gathered, Ordered, declarations, in_order
from carbonroad.link.library import Library
from carbonroad.link.linking import Linking
from carbonroad.link.names import Namespace
from carbonroad.link.numbering import part_codes
from carbonroad.link.sanity import check_codes, uncircle
from carbonroad.link.system import Item, Link, System
from carbonroad.link.unsure import is_lost, lost_ids
from carbonroad.model.items import Indicator, Measure, Milestone, Target, Work
from carbonroad.model.roadmap import TOP, Declarations, Organisation, Part, Phase, PolicyDocument
from carbonroad.model.text import Text, plain

if TYPE_CHECKING:
    from carbonroad.link.remembered import LinkMemory

Items = Namespace[Milestone | Target | Work]


def link(
    gathered: Gathered, as_of: date | None, today: date, memory: "LinkMemory | None" = None
) -> tuple[System, list[Finding]]:
    """Link one roadmap.

    Args:
        gathered: Its files as read.
        as_of: The data date asked for; overrides the roadmap's own.
        today: The data date where neither says one.
        memory: What linking the same roadmap gave before; what it gives now takes its place.

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
    known = {} if memory is None else memory.known(gathered, parts, heritage)
    builder = _builder(bench, gathered, ordered, declared, parts, heritage)
    linking = Linking(bench, builder, parts, known)
    linking.name_all()
    duties, rows = linking.duties(), linking.rows()
    check_codes(bench, parts)
    uncircle(bench, rows)
    links = linking.links()
    if memory is not None:
        memory.keep(linking.linked())
    own = declared.as_of.day if declared.as_of is not None else None
    system = _system(gathered, declared, builder, parts, _with_stand_ins(rows), links, as_of or own or today)
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
        organisations=builder.bodies.organisations,
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
    """Everything that references are looked up in, but for the names of items, indicators and measures."""
    holes = gathered.declaring_holes
    calendar = Calendar(
        declared.phases,
        exclusive=declared.before_means == "exclusive",
        unread=gathered.top_unread or declared.phases_lost or heritage.lost or is_lost(holes, "phases"),
    )
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
    unknown = heritage.lost or is_lost(holes, "organisations")
    organisations = _declared(bench, declared)
    bodies = Bodies(
        organisations, free=declared.organisations is None or unknown, generations=heritage.bodies
    )
    whole = not heritage.lost and not is_lost(holes, "sources")
    builder = Builder(
        bench,
        bodies,
        _library(declared, calendar, heritage, whole=whole),
        calendar,
        items,
        indicators,
        measures,
    )
    builder.heritage = heritage
    return builder


def _library(declared: Declarations, calendar: Calendar, heritage: Heritage, *, whole: bool) -> Library:
    if heritage is NO_HERITAGE:
        return Library(declared.documents, calendar, whole=whole)
    from carbonroad.link.heritage import LendingLibrary

    return LendingLibrary(declared.documents, calendar, whole=whole, heritage=heritage)


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


def _with_stand_ins(rows: dict[str, Item]) -> dict[str, Item]:
    """The items; a target knows the milestone of its year that stands for it, of several the first."""
    stand_ins: dict[tuple[str, int], str] = {}
    for ref, item in rows.items():
        if item.indicators and item.superseded_by is None and item.latest is not None:
            for indicator in item.indicators:
                stand_ins.setdefault((indicator, item.latest.year), ref)
    named = {indicator for indicator, _ in stand_ins}
    for ref, item in rows.items() if named else ():
        if item.indicator_ref in named and item.latest:
            stand_in = stand_ins.get((item.indicator_ref, item.latest.year))
            rows[ref] = item if stand_in is None else item._replace(stand_in=stand_in)
    return rows


def _title(gathered: Gathered, parts: Sequence[Part]) -> Text:
    if gathered.top is not None or len(parts) == 1:
        return parts[0].title
    return plain(gathered.name)
