"""What all tables of an export refer to: parts, bodies, documents, citations, and the language of texts."""

import re
from dataclasses import dataclass, field

from carbonroad.importing.draft import DUTIES, Entries, Value, given, one_or_all
from carbonroad.importing.lists.cells import words_of
from carbonroad.importing.lists.cells_values import read_percent
from carbonroad.importing.own.own_tables import OwnRow, OwnTable
from carbonroad.read.columns.shared import DUTIES as DUTY_COLUMNS
from carbonroad.read.vocabulary.words import NOBODY

_CITED = ("clause", "quote", "deadline", "url", "evidence", "note")
_INHERITED = {header: column.key for column in DUTY_COLUMNS for header in (column.english, column.chinese)}
"""What the column of inherited duties calls them: the headers of their own columns."""


@dataclass(slots=True)
class TablesContext:
    """Look-ups over an export.

    Attributes:
        tables: All its tables by key.
        lang: The language of columns without a tag.
        languages: The roadmap's, the default first.
        bodies: Ids of bodies by every name of theirs.
        documents: Ids of documents by every name of theirs.
        unknown: Bodies that are named and declared nowhere.
    """

    tables: dict[str, OwnTable]
    lang: str = ""
    languages: tuple[str, ...] = ()
    bodies: dict[str, str] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    unknown_documents: dict[str, None] = field(default_factory=dict)
    _cited: dict[tuple[str, str], list[OwnRow]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.rows("bodies"):
            for name in (row.text("id"), *_texts(row, "title")):
                self.bodies.setdefault(name, row.text("id"))
        for row in self.rows("bodies"):
            for name in row.listed("short"):
                self.bodies.setdefault(name, row.text("id"))
        for row in self.rows("sources"):
            for name in (row.text("id"), row.text("number"), *_texts(row, "title")):
                if name:
                    self.documents.setdefault(name, row.text("id"))
        for row in self.rows("citations"):
            self._cited.setdefault((row.word("of", "cited"), row.text("item")), []).append(row)

    def rows(self, key: str) -> tuple[OwnRow, ...]:
        """Return the rows of a table; none where it is not there."""
        return self.tables[key].rows if key in self.tables else ()

    def text(self, row: OwnRow, key: str) -> Value:
        """Return a text in all its languages, the main column's among them."""
        value = row.value(key)
        if isinstance(value, dict) and "" in value:
            value = {self.lang or "en": value[""], **{tag: words for tag, words in value.items() if tag}}
        return in_order(value, self.languages) if isinstance(value, dict) else value

    def body(self, name: str) -> str:
        """Return the id of a body; of one that is declared nowhere its name."""
        if name in self.bodies:
            return self.bodies[name]
        self.unknown[name] = None
        return name

    def duties(self, row: OwnRow) -> Entries:
        """Return the duties that are a row's own."""
        inherited = {_INHERITED.get(name, "") for name in row.listed("inherited")}
        made: Entries = {}
        for role in DUTIES:
            if role in inherited or (role == "lead" and "owner" in inherited):
                continue
            names = row.listed(role)
            if len(names) == 1 and names[0] in NOBODY:
                made[role] = names[0]
            elif names:
                made[role] = one_or_all([self.body(name) for name in names])
        basis = row.word("owner_basis", "owner_basis")
        if basis and "owner_basis" not in inherited:
            made["owner_basis"] = basis
        return made

    def sources(self, of: str, item: str, row: OwnRow | None) -> Value:
        """Return the citations of something: from their own table, else in the short form of its cell."""
        cited = self._cited.get((of, item), [])
        if "citations" in self.tables:
            return one_or_all([self._citation(one) for one in cited])
        made: list[Value] = []
        for name in row.listed("source") if row is not None else ():
            document, sign, clause = name.partition("#")
            made.append(f"{self._document(document)}{sign}{clause}")
        return one_or_all(made)

    def _document(self, name: str) -> str:
        if name not in self.documents:
            self.unknown_documents[name] = None
        return self.documents.get(name, name)

    def _citation(self, row: OwnRow) -> Value:
        ident = self._document(row.text("source"))
        made: Entries = {"id": ident}
        for key in _CITED:
            if key == "deadline":
                made |= deadline_of(row)
            elif key == "evidence":
                made[key] = row.word(key, "evidence")
            else:
                made[key] = self.text(row, key)
        made = given(made)
        if set(made) == {"id", "clause"} and isinstance(made["clause"], str) and "#" not in made["clause"]:
            return f"{ident}#{made['clause']}"
        return ident if set(made) == {"id"} else made


def _texts(row: OwnRow, key: str) -> list[str]:
    return [row.text(name, tag) for name, tag in row.cells if name == key and row.text(name, tag)]


def in_order(value: Entries, languages: tuple[str, ...]) -> Entries:
    """Return a text with its languages in the roadmap's order: the first is what is read of a unit."""
    place = {tag: number for number, tag in enumerate(languages)}
    return dict(sorted(value.items(), key=lambda pair: place.get(pair[0], len(place))))


def added(row: OwnRow) -> Entries:
    """Return what stands in columns that people added, and words that no column could hold."""
    return {key: words_of(cell) for key, cell in row.added.items()}


def deadline_of(row: OwnRow) -> Entries:
    """Return a deadline as it was written, with what it means where that was written too."""
    words, by = row.text("deadline"), row.text("by")
    if not words:
        return {}
    return {"deadline": {"words": words, "by": by} if by else words}


def local(ref: str, part: str) -> str:
    """Return a qualified reference as one writes it in a part."""
    return ref.removeprefix(f"{part}.")


def refs(row: OwnRow, key: str, part: str) -> Value:
    """Return references as one writes them in a part."""
    return one_or_all([local(ref, part) for ref in row.listed(key)])


def days(text: str) -> Value:
    """Return a day, or the days of what recurs."""
    if ":" not in text:
        return text
    return {
        year.strip(): day.strip()
        for year, _, day in (part.partition(":") for part in re.split("[;；、]", text))
    }


def percent(row: OwnRow, key: str) -> str:
    """Return a share of 100 without its sign."""
    cell = row.cells.get((key, ""))
    return "" if cell is None or not cell.text.strip() else read_percent(cell)


def baseline(context: TablesContext, row: OwnRow) -> Value:
    """Return a baseline: words, or a year with its value."""
    value = context.text(row, "baseline")
    found = re.fullmatch(r"(\d{4}): ([-\d.]+)", value) if isinstance(value, str) else None
    return {"year": found[1], "value": found[2]} if found else value
