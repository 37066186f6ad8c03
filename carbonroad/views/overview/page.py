"""The overview's page: the 1, the board of the N, what is due where, interfaces, sources."""

from carbonroad.model.items import Milestone
from carbonroad.model.roadmap import Part
from carbonroad.views.document import (
    Block,
    Bullets,
    Folded,
    KeyFigure,
    KeyFigures,
    Legend,
    Page,
    Paragraph,
    Section,
    Span,
)
from carbonroad.views.overview.allocation import allocation_section
from carbonroad.views.overview.board import board
from carbonroad.views.overview.families import families_section
from carbonroad.views.overview.headline import headlines, track_words
from carbonroad.views.overview.interfaces import interface_table, interfaces
from carbonroad.views.overview.matrices import due_matrix, interface_matrix, without_interface
from carbonroad.views.overview.part_of import part_of_section
from carbonroad.views.overview.sources import source_table
from carbonroad.views.overview.sums import sums_section
from carbonroad.views.shared.finding import count_of, finding_sentence
from carbonroad.views.shared.legends import kind_entries, status_entries
from carbonroad.views.shared.since import moved_items, summary
from carbonroad.views.shared.words import Words

_HEADLINES = 4


def build_page(words: Words, _: Part | None) -> Page:
    """Return the overview of a roadmap."""
    w, system = words.w, words.system
    items = [item for item in system.items.values() if item.listed]
    found = interfaces(words)
    since = summary(words, moved_items(words, None))
    moved: tuple[Block, ...] = (Paragraph((Span(since),), "lede"),) if since else ()
    sections = [Section("", (*_top(words), *moved))]
    together = sums_section(words)
    if together is not None:
        sections.append(together)
    if system.industries:
        blocks = board(words) if together is not None else (_no_sum(words), *board(words))
        sections.append(Section(w("The fields"), blocks, "board"))
        said = w("Number of items by field and phase of their latest day.")
        due: tuple[Block, ...] = (Paragraph((Span(said),), "lede"), due_matrix(words))
        sections.append(Section(w("What is due where"), due, "due"))
    elif items:
        sections.append(Section(w("At a glance"), board(words), "board"))
    several = (part_of_section(words), allocation_section(words), families_section(words))
    sections += [one for one in several if one is not None]
    if system.industries:
        sections.append(Section(w("Interfaces"), _interface_blocks(words), "interfaces"))
    sections.append(Section(w("How to read"), _reading(words), "reading"))
    sources = source_table(words)
    if sources is not None:
        folded = Folded(w("Sources ({n})", n=len(system.documents)), (sources,))
        sections.append(Section("", (folded,), "sources"))
    return Page(
        title=words.text(system.title),
        lede=finding_sentence(words, items),
        sections=tuple(sections),
        shown={"interface": tuple(f"{one.giver.ref} > {one.taker.ref}" for one in found)},
    )


def _top(words: Words) -> tuple[Block, ...]:
    """The 1: its goals, its coming targets, how all items stand."""
    w, system, top = words.w, words.system, words.system.top
    entries: list[KeyFigure] = []
    if top is not None:
        goals = [i for i in system.items_of("top") if isinstance(i.written, Milestone) and i.written.goal]
        entries += [KeyFigure(words.deadline(goal), words.title(goal), "goal") for goal in goals]
        first = min((g.latest for g in goals if g.latest is not None), default=None)
        coming = headlines(words, top)
        far = [h for h in coming if first is None or (h.target.latest or first) >= first] or coming
        for target, actual in far[:_HEADLINES]:
            measured = ""
            if actual is not None:
                when = words.period(actual.period)
                measured = w("{when}: {value}", when=when, value=words.measured(target, actual))
                measured = " · ".join(filter(None, (measured, track_words(words, target))))
            what = f"{words.title(target)} · {words.deadline(target)}"
            entries.append(KeyFigure(words.value(target), what, "headline", measured))
    counted = count_of(words, [item for item in system.items.values() if item.listed])
    entries.append(KeyFigure(str(counted.done), w("done"), remark=w("of {n}", n=counted.all)))
    return (KeyFigures(tuple(entries)),)


def _no_sum(words: Words) -> Paragraph:
    said = words.w("No field states an emissions pathway, so there is no sum to hold against the “1”.")
    return Paragraph((Span(said),), "foot")


def _interface_blocks(words: Words) -> tuple[Block, ...]:
    w, found = words.w, interfaces(words)
    if not found:
        return (Paragraph((Span(w("No field waits for another.")),)),)
    implied = sum(one.link.basis != "stated" for one in found)
    one = w("1 interface between fields, {m} implied.", m=implied)
    several = w("{n} interfaces between fields, {m} of them implied.", n=len(found), m=implied)
    said = [one if len(found) == 1 else several]
    early = sum(one.days is not None and one.days < 0 for one in found)
    if early:
        said.append(w("In {n} of them something is needed before it is due.", n=early))
    apart = without_interface(words, found)
    if apart:
        said.append(w("No interface is recorded for: {names}.", names=words.listing(apart)))
    order = w("By float where the works have one, else by the days between the two deadlines.")
    return (
        Paragraph((Span(words.sentences(said)),), "lede"),
        interface_matrix(words, found),
        Paragraph(
            (Span(w("Interfaces, the tightest first"), "strong"), Span(" "), Span(order, "small")), "over"
        ),
        interface_table(words, found),
    )


def _duties(words: Words) -> str:
    """What is to be known of the duties: that some are inferred, or that nobody is named at all."""
    duties = [item.parties for item in words.system.items.values()]
    if any(one.inferred for one in duties):
        return words.w("† marks a duty that the sources do not state; it was inferred.")
    nobody = duties and not any(one.answering for one in duties)
    return words.w("No item has an owner or a lead: none is stated.") if nobody else ""


def _reading(words: Words) -> tuple[Block, ...]:
    w = words.w
    meaning = {
        "inclusive": w("“Before 2030” counts the year 2030."),
        "exclusive": w("“Before 2030” ends with the year 2029."),
    }.get(words.system.before_means or "inclusive", "")
    lines = [
        meaning,
        w("A deadline falls on the last day of what it names: by 2030 is 31 December 2030."),
        w("Outcome not recorded: the day has passed and no file says what came of it. It is no judgement."),
        _duties(words),
        w("On the strips a number counts what is due on about the same day."),
    ]
    return (
        Legend(kind_entries(words) + status_entries(words)),
        Bullets(tuple((Span(line),) for line in lines if line)),
    )
