"""References that are no field of an item: links, and those of indicators, reports and revisions."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.link.family import NO_HERITAGE
from carbonroad.link.system import Link
from carbonroad.model.items import PATHWAY_NAMES, Indicator, Milestone, Revision, Work
from carbonroad.model.roadmap import TOP, Part
from carbonroad.model.text import Text

if TYPE_CHECKING:
    from carbonroad.link.bench import Bench
    from carbonroad.link.builder import Builder
    from carbonroad.model.terms import Words


def check_part(bench: "Bench", builder: "Builder", part: Part) -> None:
    """Report unknown references in what is no item: indicators, the pathway, reports, revisions."""
    for indicator in part.indicators:
        _check_indicator(bench, builder, part, indicator)
    for measure in part.measures:
        builder.library.cite(bench, measure.citations, measure.place.pointer or part.id)
    if part.pathway is not None:
        builder.library.cite(bench, part.pathway.citations, "pathway")
    reports = (
        report for written in (part.milestones, part.works) for item in written for report in item.reports
    )
    for report in reports:
        builder.library.cite(bench, report.citations, report.place.pointer)
    for revision in part.revisions:
        _check_revision(bench, builder, part, revision)


def _check_indicator(bench: "Bench", builder: "Builder", part: Part, indicator: Indicator) -> None:
    """What an indicator names, reported once and not once for each of its targets."""
    at = indicator.place.pointer or part.id
    builder.unknown_measure(indicator.measure, part, at)
    builder.goals(indicator.serves, part, at)
    if indicator.parent is not None:
        _check_parent(bench, builder, f"{part.id}.{indicator.id}", indicator.parent, f"{at}.parent")
    if indicator.allocation is not None and part.id != TOP:
        bench.report(
            "allocation-below-top",
            indicator.place.value("allocation"),
            say("Only indicators of carbonroad.yaml are divided among the roadmaps below."),
            pointer=f"{at}.allocation",
            label=say("not divided"),
            help_=say("move the indicator to carbonroad.yaml, or take the key out"),
        )
    builder.library.cite(bench, indicator.citations, at)
    for actual in indicator.actuals:
        if actual.citations:
            builder.library.cite(bench, actual.citations, actual.place.pointer or part.id)


def _check_parent(bench: "Bench", builder: "Builder", own: str, parent: "Words", at: str) -> None:
    """An indicator's parent is another one of the top file, else one of a roadmap above."""
    ref = builder.indicators.find(parent.text, TOP)
    if ref is not None and ref != own:
        return
    if builder.heritage is not NO_HERITAGE:
        from carbonroad.link.heritage import check_parent  # most roadmaps have none above

        if check_parent(bench, builder.heritage, parent, at):
            return
    builder.indicators.resolve(bench, parent, TOP, at)


def _check_revision(bench: "Bench", builder: "Builder", part: Part, revision: Revision) -> None:
    """A revision may name what it removed: history, or a slip of the pen."""
    seen = dict[str, "Words"]()
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


def links_after(bench: "Bench", builder: "Builder", part: Part) -> Iterator[Link]:
    """Yield the links that the `after` of a part's items state."""
    for items in (part.milestones, part.works):
        for item in items:
            if item.after:
                yield from _waits_for(bench, builder, part, item)


def _waits_for(bench: "Bench", builder: "Builder", part: Part, item: Milestone | Work) -> Iterable[Link]:
    """The links that an item's `after` states; of two of one type between the same two the first."""
    here, at = f"{part.id}.{item.id}", item.place.at("after")
    first = dict[tuple[str, str], "Words"]()
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


def links_for(builder: "Builder", part: Part, seen: set[tuple[str, str]]) -> Iterator[Link]:
    """Yield the links that the `for` of a part's works states, but for those of the same two by `after`.

    Args:
        builder: Knows what references mean.
        part: Whose works.
        seen: Both ends of the links that are known; grows.
    """
    for work in part.works:
        here = f"{part.id}.{work.id}"
        if not work.serves or builder.items.get(here) is not work:  # the second one of its id
            continue
        for words in work.serves:
            served = builder.items.find(words.text, part.id)
            if served is not None and (here, served) not in seen:
                seen.add((here, served))
                yield Link(here, served, "FS", None, "for", "stated", (), Text(()), words.span)
