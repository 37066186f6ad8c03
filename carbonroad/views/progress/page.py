"""The progress statement's page: the finding, key figures, and its sections."""

from collections.abc import Iterable, Iterator, Sequence

from carbonroad.compute.reviews.period_review import PERIODS, PeriodReview, review_period
from carbonroad.compute.reviews.review import review
from carbonroad.model.roadmap import Part
from carbonroad.views.document import Block, Folded, KeyFigure, KeyFigures, Page, Section, Table
from carbonroad.views.progress.contents import Contents
from carbonroad.views.progress.sentences import finding, remarks
from carbonroad.views.shared.finding import limited_sentence
from carbonroad.views.shared.page_head import page_meta
from carbonroad.views.shared.selection import chosen_items
from carbonroad.views.shared.words import Words


def build_page(words: Words, part: Part | None) -> Page:
    """Return the progress statement of a part, or of the whole roadmap where `part` is None."""
    w, system, items = words.w, words.system, chosen_items(words, part)
    made = review_period(system, words.facts, items, PERIODS[words.options.period])
    now = review(system, words.facts, items, made.coming.last)
    contents = Contents(words, part, made, now)
    title = w("Progress statement, {period}", period=words.period(made.period))
    named = words.text(system.title) if part is None else words.text(part.title)
    key_figures = Section("", (KeyFigures(_key_figures(words, made, len(contents.risks))),))
    sections = (key_figures, *contents.sections())
    said = (limited_sentence(words, part, items), *remarks(words, made, now))
    return Page(
        title=f"{named}{w(': ')}{title}",
        headline=finding(words, made),
        lede=words.sentences(filter(None, said)),
        sections=sections,
        meta=((w("Period"), _days(made)), *page_meta(words, part)),
        shown={"row": tuple(_shown(sections))},
        claimed={"row": contents.claimed()},
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


def _key_figures(words: Words, made: PeriodReview, at_risk: int) -> tuple[KeyFigure, ...]:
    w = words.w
    due = [one for one in made.fell_due if one.binding]
    states = [one.state for one in (*due, *made.earlier)]
    done = sum(one.state in ("done", "reached-early") for one in due)
    bad = sum(state in ("late", "missed", "not-reached") for state in states)
    period, coming = words.period(made.period), words.period(made.coming)
    return (
        KeyFigure(
            str(len(due)),
            w("due in {period}", period=period),
            remark=w("{n} of them done", n=done) if due else "",
        ),
        KeyFigure(str(bad), w("late or missed"), "bad" if bad else ""),
        KeyFigure(str(states.count("unreported")), w("outcome not recorded")),
        KeyFigure(str(at_risk), w("at risk"), "soon" if at_risk else ""),
        KeyFigure(str(sum(one.binding for one in made.next_due)), w("due in {period}", period=coming)),
    )
