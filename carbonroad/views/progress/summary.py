"""What `carbonroad status` shows: counts, what is past due, due next and at risk; short, or all of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carbonroad.compute.reviews.moments import How
from carbonroad.compute.reviews.review import PAST, Entry, Review
from carbonroad.compute.reviews.tallies import STATES
from carbonroad.link.system import Item
from carbonroad.views.document import (
    Block,
    Cell,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Line,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.progress.risks import DOUBTS, reason, risks
from carbonroad.views.progress.rows import HEADINGS, named_terms, said_days
from carbonroad.views.progress.sentences import standing
from carbonroad.views.progress.tallies import body_table, field_table, number_cell, tally_sentence
from carbonroad.views.shared.finding import limited_sentence
from carbonroad.views.shared.status_marks import STATUS_WORDS
from carbonroad.views.shared.words import Words
from carbonroad.wording import wording

SHORT = 8
"""So many rows of a list stand on a short summary."""
_HOW: dict[How, str] = {"begins": "begins", "expected": "to be expected", "planned": "planned finish"}
_SHORTLY = (*PAST, "due", *DOUBTS)
"""The lists of which a short summary shows something."""
_TONES = {"late": "bad", "missed": "bad", "not-reached": "bad", "at-risk": "soon", "done": "good"}


@dataclass(frozen=True, slots=True)
class Summary:
    """One roadmap's summary.

    Attributes:
        words: The system in the reader's language.
        now: Its review.
        items: What is asked about.
        parts: Ids of the parts that it is limited to; empty for all.
        everything: Whether lists are shown in full, with what was done and how much each body has to do.
    """

    words: Words
    now: Review
    items: Sequence[Item]
    parts: tuple[str, ...] = ()
    everything: bool = False

    @property
    def title(self) -> str:
        """The roadmap's title and its data date."""
        words, system = self.words, self.words.system
        day = words.day(system.as_of)
        return words.w("{title}: status on {day}", title=words.text(system.title), day=day)

    @property
    def lede(self) -> str:
        """What it is limited to, and the finding."""
        words, w = self.words, self.words.w
        named = [words.part(part) for part in words.system.parts if part.id in self.parts]
        limited = w("Only {names}.", names=words.listing(named)) if named else ""
        said = (limited, limited_sentence(words, None, self.items), *standing(words, self.now))
        return words.sentences(filter(None, said))

    def sections(self) -> Iterable[Section]:
        """Return what stands below the finding; a list that is empty has no section."""
        w, now = self.words.w, self.now
        if now.items:
            yield Section("", (KeyFigures(self._key_figures()),))
        groups = [(w(HEADINGS[state]), now.lists[state]) for state in PAST if state != "unreported"]
        yield from self._listed(w("Late or missed"), groups)
        until = self.words.day(now.until)
        yield from self._listed(w("Due by {day}", day=until), [("", now.lists["due"])])
        yield from self._risks()
        yield from self._listed(w(HEADINGS["unreported"]), [("", now.lists["unreported"])])
        if self.everything:
            heading = w("Begins, or is expected or planned to end, by {day}", day=until)
            yield from self._listed(heading, [("", now.lists["coming"])])
            yield from self._listed(w("Done lately"), [("", now.lists["recently-done"])], days=False)
        yield from self._counts()

    def _key_figures(self) -> tuple[KeyFigure, ...]:
        w, tally = self.words.w, self.now.tally
        states = [(state, tally.states[state]) for state in STATES if tally.states[state]]
        return (
            *(KeyFigure(str(n), w(STATUS_WORDS[state]), _TONES.get(state, "")) for state, n in states),
            KeyFigure(str(tally.due), w("due by {day}", day=self.words.day(self.now.until))),
        )

    def _listed(
        self, heading: str, groups: Sequence[tuple[str, Sequence[Entry]]], *, days: bool = True
    ) -> Iterable[Section]:
        """A section of entries by group; a short one shows the first of each group."""
        w = self.words.w
        made, left = [], 0
        for said, entries in groups:
            shown = self._cut(entries)
            left += len(entries) - len(shown)
            rows = tuple(self._row(one, days=days) for one in shown)
            if rows:
                made.append(RowGroup(said, rows, self.words.counted(len(entries)) if said else ""))
        if not made:
            return
        columns = (
            Column(w("Day"), "when"),
            Column(w("Id"), "id"),
            Column(w("Item"), "head"),
            Column(w("Owner or lead"), "who"),
        )
        blocks: tuple[Block, ...] = (Table(columns, tuple(made), heading, "status"),)
        yield Section(heading, (*blocks, *self._more(left)))

    def _cut(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        return entries if self.everything or len(entries) <= SHORT + 1 else entries[:SHORT]

    def _more(self, left: int) -> tuple[Paragraph, ...]:
        said = self.words.w("{n} more; -v shows all.", n=left)
        return (Paragraph((Span(said, "small"),)),) if left else ()

    def _row(self, one: Entry, *, days: bool) -> Row:
        words, w = self.words, self.words.w
        how = _HOW.get(one.how)
        day = "–" if one.day is None else one.day.isoformat()
        lines: list[Line] = [(Span(f"{day} {w(how)}" if how else day, "day"),)]
        if days and one.days is not None:
            lines.append((Span(said_days(words, one.days, "today"), "bad" if one.days < 0 else ""),))
        name: Line = (Span(words.name(one.item)),)
        if one.terms:
            name = (*name, Span(f"{w(': ')}{named_terms(words, one.terms)}", "small"))
        cells = (
            Cell(tuple(lines)),
            Cell(((Span(one.item.ref, "id"),),)),
            Cell((name,)),
            Cell((_who(words, one.item),)),
        )
        return Row(cells, one.item.ref)

    def _risks(self) -> Iterable[Section]:
        words, w = self.words, self.words.w
        found = risks(self.now)
        if not found:
            return
        tracks = words.facts.item_tracks
        shown = found if self.everything or len(found) <= SHORT + 1 else found[:SHORT]
        rows = []
        for one in shown:
            item = one.entry.item
            cells = (
                Cell(((Span(item.ref, "id"),),)),
                Cell(((Span(words.name(item)),),)),
                Cell((_who(words, item),)),
                Cell(tuple((Span(reason(words, one, name, tracks)),) for name in one.reasons)),
            )
            rows.append(Row(cells, item.ref))
        columns = (
            Column(w("Id"), "id"),
            Column(w("Item"), "head"),
            Column(w("Owner or lead"), "who"),
            Column(w("Why"), "wide"),
        )
        table = Table(columns, (RowGroup("", tuple(rows)),), w("At risk"), "status")
        yield Section(w("At risk"), (table, *self._more(len(found) - len(shown))))

    def _counts(self) -> Iterable[Section]:
        words, w = self.words, self.words.w
        if not self.now.items:
            return
        if len(self.now.parts) > 1:
            yield Section(w("By field"), (field_table(words, self.now),))
        if self.everything:
            said = tally_sentence(words, self.now)
            note = (Paragraph((Span(said, "small"),)),) if said else ()
            yield Section(w("By organisation"), (body_table(words, self.now), *note))
        elif any(one.item.parties.inferred for name in _SHORTLY for one in self.now.lists[name]):
            said = w("† Inferred: the sources do not state this duty for the item.")
            yield Section("", (Paragraph((Span(said, "small"),)),))


def _who(words: Words, item: Item) -> Line:
    """Who owns or leads an item, on one line."""
    names = words.answering(item.parties)
    if not names:
        return (Span(words.w("not named"), "small"),)
    return (Span(names), *((Span("\u00a0†", "small"),) if item.parties.inferred else ()))


def summary(one: Summary) -> Document:
    """Return the summary of one roadmap as a document."""
    return Document("status", "", one.words.lang, one.title, one.lede, tuple(one.sections()), "status")


def summary_of_several(found: Sequence[Summary], lang: str) -> Document:
    """Return the summary of several roadmaps: a table of them all, then each."""
    w = wording(lang)
    states = [state for state in STATES if any(one.now.tally.states[state] for one in found)]
    columns = (
        Column(w("Roadmap"), "head"),
        Column(w("Data date"), "when"),
        Column(w("Items"), "num"),
        *(Column(w(STATUS_WORDS[state]), "num") for state in states),
        Column(w("due next"), "num"),
    )
    rows = tuple(_several_row(one, states) for one in found)
    sections = [Section("", (Table(columns, (RowGroup("", rows),), w("Roadmaps"), "status"),))]
    for one in found:
        blocks: list[Block] = [Paragraph((Span(one.lede),))]
        for section in one.sections():
            heading = (Paragraph((Span(section.heading, "strong"),)),) if section.heading else ()
            blocks += (*heading, *section.blocks)
        sections.append(Section(one.title, tuple(blocks)))
    return Document("status", "", lang, w("Roadmaps"), "", tuple(sections), "status")


def _several_row(one: Summary, states: Sequence[str]) -> Row:
    words, tally = one.words, one.now.tally
    numbers = (tally.all, *(tally.states[state] for state in states), tally.due)
    head = Cell(((Span(words.text(words.system.title), "strong"),),))
    when = Cell(((Span(words.system.as_of.isoformat(), "day"),),))
    return Row((head, when, *(number_cell(n, "") for n in numbers)))
