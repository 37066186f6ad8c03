"""The sections of a progress statement, in the order in which an office reads them."""

from collections.abc import Iterator, Sequence

from carbonroad.compute.reviews.period_review import PeriodReview
from carbonroad.compute.reviews.review import PAST, Entry, Review
from carbonroad.link.system import Item
from carbonroad.model.roadmap import Part
from carbonroad.views.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Folded,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.progress.measured import leading_tracks, measured_table
from carbonroad.views.progress.risks import Risk, risk_table, risks
from carbonroad.views.progress.rows import HEADINGS, entry_table, report_table
from carbonroad.views.progress.tallies import body_table, field_table, tally_sentence
from carbonroad.views.shared.selection import concerns
from carbonroad.views.shared.words import Words

_ANNEX = 12
"""More outcomes not recorded than this stand in an annex, so that they do not bury what else there is."""


class Contents:
    """One statement: what its sections are made of.

    Args:
        words: The system in the page's language.
        part: The part it is about; None for the whole.
        made: The period.
        now: The roadmap on its data date; its horizon is the coming period's last day.
    """

    def __init__(self, words: Words, part: Part | None, made: PeriodReview, now: Review) -> None:
        self.words, self.part, self.made, self.now = words, part, made, now
        self.whole = part is None
        self.risks: list[Risk] = risks(now)
        self.tracks, self.undecided = leading_tracks(words, self._measurable(), whole=self.whole)
        self._empty: list[str] = []
        silent = [one for one in made.earlier if one.state == "unreported"]
        self._annex = silent if len(silent) > _ANNEX else []

    def _measurable(self) -> list[Item]:
        """The items asked about, with the targets that a milestone stands for."""
        system, owner = self.words.system, self.words.options.owner
        found = system.items.values() if self.part is None else system.items_of(self.part.id)
        return [item for item in found if concerns(item.parties, owner)]

    def claimed(self) -> tuple[str, ...]:
        """Return what the page must show, from what was computed: `list item` each."""
        made = self.made
        lists: tuple[tuple[str, Sequence[Entry]], ...] = (
            ("due", made.fell_due),
            ("earlier", [one for one in made.earlier if not self._annex or one.state != "unreported"]),
            ("annex", self._annex),
            ("done", made.done),
            ("next", made.next_due),
            ("risk", [one.entry for one in self.risks]),
        )
        return (
            *(f"{anchor} {one.item.ref}" for anchor, entries in lists for one in entries),
            *(f"reports {item.ref}" for item, _ in made.reports),
            *(f"measured {track.ref}" for track in self.tracks),
        )

    def sections(self) -> Iterator[Section]:
        """Yield the sections below the key figures; what has nothing to say is named in one list."""
        w, words, made = self.words.w, self.words, self.made
        period, coming = words.period(made.period), words.period(made.coming)
        heading = w("Due in {period}, and what came of it", period=period)
        nothing = w("Nothing is due in {period}.", period=period)
        yield from self._entries(heading, "due", self._by_binding(made.fell_due), nothing)
        yield from self._earlier(period)
        heading = w("Also done in {period}", period=period)
        yield from self._entries(heading, "done", [("", made.done)])
        heading = w("Due next: {period}", period=coming)
        nothing = w("Nothing is due in {period}.", period=coming)
        yield from self._entries(heading, "next", self._by_binding(made.next_due), nothing)
        yield from self._risk_section()
        yield from self._measured_section()
        yield from self._report_section(period)
        if self._empty:
            yield Section(w("Without entries"), (Bullets(tuple((Span(said),) for said in self._empty)),))
        yield from self._tallies()
        yield Section(w("Signed"), (_sign_off(words),), "signed")
        yield from self._annexed(period)

    def _by_binding(self, entries: Sequence[Entry]) -> list[tuple[str, Sequence[Entry]]]:
        """Entries that are due, then those that are not bound to their day, under a heading of their own."""
        others = [one for one in entries if not one.binding]
        said = self.words.w("Expected or planned, without a deadline that binds")
        return [("", [one for one in entries if one.binding]), (said, others)]

    def _entries(
        self, heading: str, anchor: str, groups: Sequence[tuple[str, Sequence[Entry]]], nothing: str = ""
    ) -> Iterator[Section]:
        if any(entries for _, entries in groups):
            yield Section(heading, (entry_table(self.words, groups, heading, whole=self.whole),), anchor)
        elif nothing:
            self._empty.append(nothing)

    def _earlier(self, period: str) -> Iterator[Section]:
        w, earlier = self.words.w, self.made.earlier
        groups = [
            (w(HEADINGS[state]), [one for one in earlier if one.state == state])
            for state in PAST
            if state != "unreported" or not self._annex
        ]
        heading = w("Due before {period}, and not done", period=period)
        if self._annex and not any(entries for _, entries in groups):
            return
        yield from self._entries(heading, "earlier", groups, w("Nothing is open from before."))

    def _annexed(self, period: str) -> Iterator[Section]:
        if self._annex:
            w = self.words.w
            heading = w("Annex: due before {period}, outcome not recorded", period=period)
            table = entry_table(self.words, [("", self._annex)], heading, whole=self.whole)
            yield Section("", (Folded(f"{heading} ({len(self._annex)})", (table,)),), "annex")

    def _risk_section(self) -> Iterator[Section]:
        w = self.words.w
        if not self.risks:
            self._empty.append(w("Nothing is at risk."))
            return
        said = w("A status is what the files say. The other reasons are computed, and change no status.")
        table = risk_table(self.words, self.risks, whole=self.whole)
        yield Section(w("At risk"), (table, Paragraph((Span(said),), "foot")), "risk")

    def _measured_section(self) -> Iterator[Section]:
        w = self.words.w
        undecided = w.plural(
            "For {n} indicator the data decide nothing yet.",
            "For {n} indicators the data decide nothing yet.",
            self.undecided,
        )
        if not self.tracks:
            self._empty += [undecided] if self.undecided else []
            return
        line = w("The line leads straight from the first level to the target; it is a yardstick, no plan.")
        said = self.words.sentences((line, *((undecided,) if self.undecided else ())))
        table = measured_table(self.words, self.tracks, whole=self.whole)
        heading = w("Measured against the line")
        yield Section(heading, (table, Paragraph((Span(said),), "foot")), "measured")

    def _report_section(self, period: str) -> Iterator[Section]:
        w, reports = self.words.w, self.made.reports
        if not reports:
            self._empty.append(w("No report of {period} is recorded.", period=period))
            return
        table = report_table(self.words, reports, whole=self.whole)
        yield Section(w("Reports in {period}", period=period), (table,), "reports")

    def _tallies(self) -> Iterator[Section]:
        words, w, now = self.words, self.words.w, self.now
        if self.whole and len(now.parts) > 1:
            yield Section(w("By field"), (field_table(words, now),), "fields")
        if not any(one.party for one in now.bodies):
            return
        said = tally_sentence(words, now)
        blocks: tuple[Block, ...] = (body_table(words, now),)
        yield Section(
            w("By organisation"), (*blocks, *((Paragraph((Span(said),), "foot"),) if said else ())), "bodies"
        )


def _sign_off(words: Words) -> Table:
    """Lines for the office that reports; the program fills in nobody."""
    w = words.w
    columns = (
        Column(w("Reporting unit"), "blank"),
        Column(w("Filled in by"), "blank"),
        Column(w("Checked by"), "blank"),
        Column(w("Date"), "blank"),
    )
    blank = Row(tuple(Cell(()) for _ in columns))
    return Table(columns, (RowGroup("", (blank,)),), w("Signed"), "sign")
