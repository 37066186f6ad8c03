"""From the files of a roadmap to one linked system."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from carbonroad.findings import Finding, Span
from carbonroad.link.bench import Bench
from carbonroad.link.bodies import Directory
from carbonroad.link.builder import Builder, target_id
from carbonroad.link.cited import Library
from carbonroad.link.dates import Calendar
from carbonroad.link.names import Namespace
from carbonroad.link.system import Item, Link, System
from carbonroad.model.items import Indicator, Measure, Milestone, Target, Work
from carbonroad.model.roadmap import TOP, Declarations, Organisation, Part, RoadmapFile
from carbonroad.model.text import Text, plain


class Gathered(NamedTuple):
    """What was found of one roadmap before linking.

    Attributes:
        name: The folder's or file's name.
        path: As given.
        top: The top file, None where there is none or it could not be read.
        has_top: Whether a `carbonroad.yaml` is there at all.
        files: The industry files that could be read, by name.
        unread: Names of parts whose file could not be read.
        digests: File name → SHA-256 of its bytes, of all files.
    """

    name: str
    path: str
    top: RoadmapFile | None
    has_top: bool
    files: Mapping[str, RoadmapFile]
    unread: frozenset[str]
    digests: Mapping[str, str]


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
    industries = _in_order(bench, gathered)
    declared = _declarations(gathered, industries)
    parts = tuple(f.part for f in ([gathered.top] if gathered.top is not None else []) + industries)
    has_top = gathered.top is not None
    calendar = Calendar(declared.phases, exclusive=declared.before_means == "exclusive")
    bodies = _bodies(bench, declared)
    directory = Directory(bodies, free=declared.organisations is None)
    library = Library(declared.documents, calendar)
    builder = Builder(bench, directory, library, calendar)
    items, indicators, measures = _namespaces(bench, gathered, parts)
    builder.use(items, indicators, measures)
    rows = {item.ref: item for part in parts for item in builder.build(part)}
    for part in parts:
        for indicator in part.indicators:
            builder.check_indicator(part, indicator)
        _check_part(bench, builder, library, part)
    own = declared.as_of.day if declared.as_of is not None else None
    system = System(
        name=gathered.name,
        path=gathered.path,
        title=_title(gathered, parts),
        region=declared.region,
        languages=declared.languages or ("en",),
        as_of=as_of or own or today,
        before_means=declared.before_means,
        phases=tuple(sorted(declared.phases, key=lambda phase: phase.years)),
        organisations=bodies,
        documents=library.documents,
        parts=parts,
        has_top=has_top,
        codes=_codes(parts),
        items=_listed(rows),
        indicators=dict(indicators.items()),
        measures=dict(measures.items()),
        links=tuple(_links(bench, builder, parts)),
        files=tuple(sorted(gathered.digests)),
        fingerprint=_fingerprint(gathered.digests),
    )
    return system, bench.findings


def _in_order(bench: Bench, gathered: Gathered) -> list[RoadmapFile]:
    """The industry files in the order declared; those that are missing or not declared are reported."""
    declared = gathered.top.declarations.industries if gathered.top and gathered.top.declarations else None
    if declared is None:
        return [gathered.files[name] for name in sorted(gathered.files)]
    ordered: list[RoadmapFile] = []
    names: set[str] = set()
    for words in declared:
        name = unicodedata.normalize("NFC", words.text.strip())
        if name in names:
            continue
        names.add(name)
        if name in gathered.files:
            ordered.append(gathered.files[name])
        elif name not in gathered.unread:
            bench.report(
                "missing-industry-file",
                words.span,
                f'The industry "{name}" has no file.',
                pointer="industries",
                label="no such file",
                help_=f"add {name}.yaml beside carbonroad.yaml, or take the name out of industries",
            )
    for name, file in sorted(gathered.files.items()):
        if name not in names:
            bench.report(
                "undeclared-file",
                Span(file.path, 0, 0),
                f'"{name}" is not named under industries and is left out.',
                label="left out",
                help_=f"add {name} to industries in carbonroad.yaml",
            )
    return ordered


def _declarations(gathered: Gathered, industries: list[RoadmapFile]) -> Declarations:
    """The top file's declarations; without a top, those that the files make themselves, together."""
    if gathered.top is not None and gathered.top.declarations is not None:
        return gathered.top.declarations
    own = [file.declarations for file in industries if file.declarations is not None]
    if not own:
        return Declarations(place=industries[0].part.place if industries else _nowhere(gathered))
    first = own[0]
    bodies = [body for d in own for body in d.organisations or ()]
    return replace(
        first,
        as_of=next((d.as_of for d in own if d.as_of is not None), None),
        before_means=next((d.before_means for d in own if d.before_means is not None), None),
        phases=tuple(phase for d in own for phase in d.phases),
        organisations=tuple(bodies) if bodies else None,
        documents=tuple(document for d in own for document in d.documents),
    )


def _nowhere(gathered: Gathered):  # type: ignore[no-untyped-def]
    from carbonroad.model.place import Place

    return Place(gathered.path, "", 0, 0)


def _bodies(bench: Bench, declared: Declarations) -> dict[str, Organisation]:
    space: Namespace[Organisation] = Namespace("organisation", "unknown-organisation", (), ())
    for body in declared.organisations or ():
        space.add(bench, "", body.id, body, body.place)
    for_phases: Namespace[object] = Namespace("phase", "undeclared-phase", (), ())
    for phase in declared.phases:
        for_phases.add(bench, "", phase.id, phase, phase.place)
    papers: Namespace[object] = Namespace("source", "unknown-source", (), ())
    for document in declared.documents:
        papers.add(bench, "", document.id, document, document.place)
    return {ref[1:]: body for ref, body in space.items()}


def _namespaces(
    bench: Bench, gathered: Gathered, parts: Sequence[Part]
) -> tuple[Namespace[Milestone | Target | Work], Namespace[Indicator], Namespace[Measure]]:
    names = [part.id for part in parts]
    unread = set(gathered.unread) | ({TOP} if gathered.has_top and gathered.top is None else set())
    items: Namespace[Milestone | Target | Work] = Namespace("milestone, work or target", "unknown-item", names, unread)
    indicators: Namespace[Indicator] = Namespace("indicator", "unknown-indicator", names, unread)
    measures: Namespace[Measure] = Namespace("measure", "unknown-measure", names, unread)
    for part in parts:
        for milestone in part.milestones:
            items.add(bench, part.id, milestone.id, milestone, milestone.place)
        for work in part.works:
            items.add(bench, part.id, work.id, work, work.place)
        for indicator in part.indicators:
            if indicators.add(bench, part.id, indicator.id, indicator, indicator.place):
                for target in indicator.targets:
                    items.add(bench, part.id, target_id(indicator, target), target, target.place)
        for measure in part.measures:
            measures.add(bench, part.id, measure.id, measure, measure.place)
    return items, indicators, measures


def _check_part(bench: Bench, builder: Builder, library: Library, part: Part) -> None:
    """Report unknown references in what is no item: measures, the pathway, reports, revisions."""
    for measure in part.measures:
        library.cite(bench, measure.citations, measure.place.pointer)
    if part.pathway is not None:
        library.cite(bench, part.pathway.citations, "pathway")
    for item in (*part.milestones, *part.works):
        for report in item.reports:
            library.cite(bench, report.citations, report.place.pointer)
    for revision in part.revisions:
        for words in revision.items:
            if builder.indicators.find(words.text, part.id) is None:
                builder.items.resolve(bench, words, part.id, revision.place.at("items"))


def _links(bench: Bench, builder: Builder, parts: Sequence[Part]) -> Iterable[Link]:
    """Every dependency once: from `after`, and from a work's `for`."""
    seen: set[tuple[str, str]] = set()
    for part in parts:
        for item in (*part.milestones, *part.works):
            here = f"{part.id}.{item.id}"
            for after in item.after:
                found = builder.items.resolve(bench, after.ref, part.id, item.place.at("after"))
                if found is not None:
                    seen.add((found, here))
                    cited = builder.library.cite(bench, after.citations, item.place.at("after"))
                    yield Link(found, here, after.type, after.lag, "after", after.basis, cited, after.note, after.ref.span)
    for part in parts:
        for work in part.works:
            here = f"{part.id}.{work.id}"
            for words in work.serves:
                found = builder.items.find(words.text, part.id)
                if found is not None and (here, found) not in seen:
                    seen.add((here, found))
                    yield Link(here, found, "FS", None, "for", "stated", (), Text(()), words.span)


def _listed(rows: dict[str, Item]) -> dict[str, Item]:
    """Mark targets that a milestone of the same year stands for; they are no rows of their own."""
    spoken_for = {
        (indicator, item.latest.year)
        for item in rows.values()
        if item.kind == "milestone" and item.latest is not None
        for indicator in item.indicators
    }
    if not spoken_for:
        return rows
    return {
        ref: replace(item, listed=False)
        if item.indicator is not None
        and item.latest is not None
        and (f"{item.part}.{item.indicator.id}", item.latest.year) in spoken_for
        else item
        for ref, item in rows.items()
    }


def _title(gathered: Gathered, parts: Sequence[Part]) -> Text:
    if gathered.top is not None or len(parts) == 1:
        return parts[0].title
    return plain(gathered.name)


def _codes(parts: Sequence[Part]) -> dict[str, str]:
    """Codes for drawing numbers: as given, else the first three Latin letters, else I01 …"""
    codes = {part.id: "TOP" if part.id == TOP else part.code.upper() for part in parts}
    taken = {code for code in codes.values() if code}
    for number, part in enumerate((p for p in parts if p.id != TOP), 1):
        if not codes[part.id]:
            codes[part.id] = next(code for code in _candidates(part.id, number) if code not in taken)
            taken.add(codes[part.id])
    return codes


def _candidates(name: str, number: int) -> Iterable[str]:
    letters = [char for char in name.upper() if "A" <= char <= "Z"]
    if len(letters) >= 3:
        for last in letters[2:]:
            yield letters[0] + letters[1] + last
    while True:
        yield f"I{number:02d}"
        number += 1


def _fingerprint(digests: Mapping[str, str]) -> str:
    """First 8 hex digits over the files' digests, sorted by name."""
    whole = hashlib.sha256()
    for _, digest in sorted(digests.items()):
        whole.update(bytes.fromhex(digest))
    return whole.hexdigest()[:8]
