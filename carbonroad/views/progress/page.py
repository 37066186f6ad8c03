"""The progress statement's page: the finding, key figures, and its sections."""

from collections.abc import Iterable, Iterator, Sequence

from carbonroad.compute.facts import Facts
from carbonroad.compute.reviews.period_review import PERIODS, PeriodReview, review_period
from carbonroad.compute.reviews.review import review
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.views.document import Block, Document, Folded, KeyFigures, Section, Table
from carbonroad.views.findings import limited_sentence, page_meta
from carbonroad.views.options import USUAL, Options
from carbonroad.views.progress.contents import Contents
from carbonroad.views.progress.sentences import finding, remarks
from carbonroad.views.selection import chosen_items
from carbonroad.views.words import Words


def build_document(
    system: System, facts: Facts, part: Part | None, lang: str, options: Options = USUAL
) -> Document:
    """Return the progress statement of a part, or of the whole roadmap where `part` is None."""
    words = Words(system, facts, lang, options)
    w, items = words.w, chosen_items(words, part)
    made = review_period(system, facts, items, PERIODS[options.period])
    now = review(system, facts, items, made.coming.last)
    contents = Contents(words, part, made, now)
    title = w("Progress statement, {period}", period=words.period(made.period))
    named = words.text(system.title) if part is None else words.text(part.title)
    key_figures = Section("", (KeyFigures(_key_figures(words, made, len(contents.risks))),))
    sections = (key_figures, *contents.sections())
    said = (limited_sentence(words, part, items), *remarks(words, made, now))
    return Document(
        kind="progress",
        part="" if part is None else part.id,
        lang=lang,
        title=f"{named}{w(': ')}{title}",
        headline=finding(words, made),
        lede=words.sentences(filter(None, said)),
        sections=sections,
        path="progress" if part is None else f"{part.id}/progress",
        meta=((w("Period"), _days(made)), *page_meta(words, part)),
        shown={"row": tuple(_shown(sections))},
        claimed={"row": contents.claimed()},
        owner=options.owner,
    )


def _days(made: PeriodReview) -> str:
    return f"{made.period.first.isoformat()} – {made.period.last.isoformat()}"


def _shown(sections: Sequence[Section]) -> Iterator[str]:
    """What stands on the page, read off its rows: section, and item."""

    def rows(blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Table):
                yield from (row.item for group in block.groups for row in group.rows if row.item)
            elif isinstance(block, Folded):
                yield from rows(block.blocks)

    for section in sections:
        yield from (f"{section.anchor} {ref}" for ref in rows(section.blocks))


def _key_figures(words: Words, made: PeriodReview, at_risk: int) -> tuple[tuple[str, str, str, str], ...]:
    w = words.w
    due = [one for one in made.fell_due if one.binding]
    states = [one.state for one in (*due, *made.earlier)]
    done = sum(one.state in ("done", "reached-early") for one in due)
    bad = sum(state in ("late", "missed", "not-reached") for state in states)
    period, coming = words.period(made.period), words.period(made.coming)
    return (
        (
            str(len(due)),
            w("due in {period}", period=period),
            "",
            w("{n} of them done", n=done) if due else "",
        ),
        (str(bad), w("late or missed"), "bad" if bad else "", ""),
        (str(states.count("unreported")), w("outcome not recorded"), "", ""),
        (str(at_risk), w("at risk"), "soon" if at_risk else "", ""),
        (str(sum(one.binding for one in made.next_due)), w("due in {period}", period=coming), "", ""),
    )
