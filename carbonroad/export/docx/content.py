"""What the Word document says: the timetable by industry, the assignments by body, sources and notes."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from carbonroad.export.docx.styles import AS_OF, REMARK, SOURCE
from carbonroad.export.docx.tables import Words, add_table
from carbonroad.export.office_text import fitting
from carbonroad.export.tables.tabled import TabledRoadmap
from carbonroad.link.system import Item, Party
from carbonroad.model.roadmap import PolicyDocument
from carbonroad.views.shared.cells import deadline_days
from carbonroad.views.shared.selection import key_day
from carbonroad.views.shared.status_marks import STATUS_WORDS

if TYPE_CHECKING:
    from docx.document import Document

_MARKS = {
    "planned": "○",
    "on-track": "●",
    "at-risk": "△",
    "late": "▲",
    "done": "√",
    "missed": "×",
    "dropped": "—",
    "unreported": "？",
    "reached-early": "√",
    "not-reached": "×",
    "superseded": "—",
}
"""Signs that the fonts of every office have."""
_TIMETABLE = (11, 88, 34, 42, 41, 28, 17)
_ASSIGNMENTS = (11, 111, 34, 22, 38, 28, 17)


class Content:
    """The parts of the document, one after another."""

    def __init__(self, document: "Document", tabled: TabledRoadmap) -> None:
        self.document = document
        self.tabled = tabled
        self.w = tabled.words.w
        self.items = [item for item in tabled.items if item.listed]
        self.cited: dict[str, int] = {}

    def write(self) -> None:
        """Write all of it."""
        asked = self.tabled.exported.options.tables or ("timetable", "assignments")
        self._head(asked)
        if "timetable" in asked:
            self._timetable()
        if "assignments" in asked:
            self._assignments()
        self._sources()
        self._notes()

    def _say(self, text: str, style: str) -> None:
        self.document.add_paragraph(fitting(text), style)

    def _head(self, asked: Iterable[str]) -> None:
        system, options, w = self.tabled.system, self.tabled.exported.options, self.w
        self._say(self.tabled.text(system.title), "Title")
        names = {"timetable": w("Timetable"), "assignments": w("Assignments")}
        both = w("Timetable and assignments")
        named = [name for key, name in names.items() if key in asked]
        self._say(both if len(named) > 1 else "".join(named), "Subtitle")
        self._say(w("as of {day}", day=self.tabled.words.day(system.as_of)), AS_OF)
        limits = [self.tabled.industry(part) for part in options.parts]
        if options.owner:
            limits.append(self._name(options.owner))
        if limits:
            self._say(w("limited to {names}", names=self.tabled.joined(limits)), AS_OF)
        if not self.items:
            self._say(w("Nothing is to be shown."), "Normal")

    def _name(self, key: str) -> str:
        body = self.tabled.system.organisations.get(key)
        return key if body is None else self.tabled.text(body.title)

    def _timetable(self) -> None:
        w, heading = self.w, False
        heads = (
            w("No."),
            w("Item"),
            w("Deadline"),
            w("Lead or owner"),
            w("Supporting"),
            w("Status"),
            w("Source"),
        )
        for part in self.tabled.parts:
            items = sorted((item for item in self.items if item.part == part.id), key=self._day)
            if not items:
                continue
            if not heading:
                self._say(w("Timetable"), "Heading 1")
                heading = True
            self._say(self.tabled.industry(part.id), "Heading 2")
            rows = [self._timetable_row(n, item) for n, item in enumerate(items, 1)]
            add_table(self.document, heads, _TIMETABLE, rows)

    def _day(self, item: Item) -> date:
        return key_day(self.tabled.words, item) or date.max

    def _timetable_row(self, n: int, item: Item) -> list[Words]:
        return [
            Words(str(n)),
            self._title(item),
            self._deadline(item),
            Words(self._answering(item)),
            Words(self._bodies(item.parties.support, item)),
            Words(self._status(item)),
            Words(" ".join(f"[{n}]" for n in self._numbers(item))),
        ]

    def _title(self, item: Item) -> Words:
        void = item.superseded_by is not None or item.status == "dropped"
        return Words(self.tabled.words.name(item), struck=void)

    def _deadline(self, item: Item) -> Words:
        """A deadline in words; below it the day that they mean, or when it comes without one."""
        latest = self.tabled.facts.due[item.ref].latest
        said, words = self.tabled.words.deadline(item), self.tabled.words
        if latest is not None and item.deadline is not None:
            return Words(said, self.w("until {day}", day=latest.isoformat()))
        return Words(said, deadline_days(words, item))

    def _answering(self, item: Item) -> str:
        """Who answers for an item; where some lead and others own it, it says who leads."""
        duties, body = item.parties, self.tabled.words.body
        if not duties.lead or not duties.owner:
            return self._bodies(duties.answering, item) or self.w("not named")
        leads = [self.w("{name} (lead)", name=body(party)) for party in duties.lead]
        others = [body(party) for party in duties.owner if party not in duties.lead]
        return self.tabled.joined((*leads, *others)) + ("\u00a0†" if duties.inferred else "")

    def _bodies(self, parties: Iterable[Party], item: Item) -> str:
        names = self.tabled.joined(dict.fromkeys(map(self.tabled.words.body, parties)))
        return f"{names}\u00a0†" if names and item.parties.inferred else names

    def _status(self, item: Item) -> str:
        state = self.tabled.facts.standings[item.ref].state
        return f"{_MARKS[state]} {self.w(STATUS_WORDS[state])}"

    def _numbers(self, item: Item) -> list[int]:
        """The numbers of an item's documents in the list of sources, which grows with them."""
        found = dict.fromkeys(linked.document.id for linked in item.citations if linked.document is not None)
        return [self.cited.setdefault(ident, len(self.cited) + 1) for ident in found]

    def _assignments(self) -> None:
        w = self.w
        heads = (w("No."), w("Item"), w("Industry"), w("Role"), w("Deadline"), w("Status"), w("Source"))
        heading = False
        for name, rows in self._by_body():
            if not heading:
                self._say(w("Assignments"), "Heading 1")
                heading = True
            self._say(name, "Heading 2")
            add_table(self.document, heads, _ASSIGNMENTS, rows)

    def _by_body(self) -> Iterator[tuple[str, list[list[Words]]]]:
        """Each body with its rows: what it leads and owns before what it supports, each by its day."""
        owner = self.tabled.exported.options.owner
        known = self.tabled.system.organisations
        found: dict[str, list[tuple[int, Item, Party]]] = {key: [] for key in known}
        for item in self.items:
            for rank, (_, parties) in enumerate(_roles(item)):
                for party in parties:
                    if not owner or party.key == owner:
                        found.setdefault(party.key, []).append((rank, item, party))
        for entries in found.values():
            if entries:
                entries.sort(key=lambda entry: (entry[0], self._day(entry[1])))
                rows = [self._assignment_row(n, rank, item) for n, (rank, item, _) in enumerate(entries, 1)]
                yield self.tabled.words.body(entries[0][2]), rows

    def _assignment_row(self, n: int, rank: int, item: Item) -> list[Words]:
        role = self.w(_roles(item)[rank][0])
        return [
            Words(str(n)),
            self._title(item),
            Words(self.tabled.industry(item.part)),
            Words(f"{role}\u00a0†" if item.parties.inferred else role),
            self._deadline(item),
            Words(self._status(item)),
            Words(" ".join(f"[{n}]" for n in self._numbers(item))),
        ]

    def _sources(self) -> None:
        if not self.cited:
            return
        self._say(self.w("Sources"), "Heading 1")
        documents = self.tabled.system.documents
        for ident, number in self.cited.items():
            self._say(f"[{number}] {self._source(documents[ident])}", SOURCE)

    def _source(self, document: PolicyDocument) -> str:
        title = self.tabled.text(document.title)
        issued = document.issued or document.published
        official = self.w.chinese and bool(document.number or document.publisher) and "《" not in title
        said = [
            f"《{title}》" if official else title,
            document.number,
            self.tabled.text(document.publisher),
            "" if issued is None else self.tabled.words.day(issued.day),
            document.url,
        ]
        return ("，" if self.w.chinese else ", ").join(filter(None, said))

    def _notes(self) -> None:
        w, standings = self.w, self.tabled.facts.standings
        if not self.items:
            return
        self._say(w("Notes"), "Heading 1")
        used = {standings[item.ref].state for item in self.items}
        marks = [f"{_MARKS[key]} {w(words)}" for key, words in STATUS_WORDS.items() if key in used]
        self._say(w("{what}: {items}", what=w("Status"), items=self.tabled.joined(marks)), REMARK)
        if any(item.parties.inferred for item in self.items):
            self._say(w("† Inferred: the sources do not state this duty for the item."), REMARK)
        self._say(
            w("Deadlines are shown in the words of their source; the days below are what is computed with."),
            REMARK,
        )
        self._say(self._origin, REMARK)

    @cached_property
    def _origin(self) -> str:
        version, mark = self.tabled.exported.version, self.tabled.system.fingerprint
        words = "Made with carbonroad {version}; fingerprint of the data: {mark}."
        return self.w(words, version=version, mark=mark)


def _roles(item: Item) -> tuple[tuple[str, tuple[Party, ...]], ...]:
    """Who does what, those who answer first."""
    duties = item.parties
    return ("lead", duties.lead), ("owner", duties.owner), ("support", duties.support)
