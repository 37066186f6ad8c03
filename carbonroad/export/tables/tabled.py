"""What the cells of a table say, in the language of its headers: words of lists, bodies, documents, ids."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from carbonroad.compute.facts import Facts
from carbonroad.export.format import Exported
from carbonroad.export.tables.cells import Row
from carbonroad.link.library import Documents
from carbonroad.link.names import meant_by
from carbonroad.link.system import Item, Parties, Party, System
from carbonroad.model.roadmap import Part, PolicyDocument
from carbonroad.model.terms import Citation, DeadlineWords, Duties
from carbonroad.model.terms import Words as Typed
from carbonroad.model.text import Text
from carbonroad.read.columns.shared import DUTIES
from carbonroad.read.columns.words import WORDS
from carbonroad.read.vocabulary.words import ENUMERATIONS, NOBODY
from carbonroad.views.shared.words import Words

_SEPARATORS = frozenset(";；、#")
"""What separates names in a cell: a name that holds one stands by its id."""


@dataclass(frozen=True)
class TabledRoadmap:
    """A roadmap in the language of its tables."""

    exported: Exported

    @property
    def system(self) -> System:
        """The roadmap."""
        return self.exported.system

    @property
    def facts(self) -> Facts:
        """What is computed from it."""
        return self.exported.facts

    @cached_property
    def words(self) -> Words:
        """The words of its pages."""
        return Words(self.system, self.facts, self.exported.lang)

    @cached_property
    def chinese(self) -> bool:
        """Whether headers and words are Chinese; else they are English."""
        return self.words.w.chinese

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts that are exported."""
        asked = self.exported.options.parts
        return tuple(part for part in self.system.parts if not asked or part.id in asked)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items that are exported, in the order of the files."""
        return tuple(item for item in self.system.items.values() if self.exported.chosen(item))

    @cached_property
    def indicators(self) -> dict[str, str]:
        """The indicators that are exported, each with its part."""
        owner, parts = self.exported.options.owner, {part.id for part in self.parts}
        named = {item.indicator_ref for item in self.items if item.indicator is not None}
        found = {ref: ref.partition(".")[0] for ref in self.system.indicators}
        return {
            ref: part
            for ref, part in found.items()
            if part in parts and (not owner or ref in named or owner in self._answering(ref))
        }

    def _answering(self, ref: str) -> set[str]:
        part, _, ident = ref.partition(".")
        duties = self.system.duties[part].indicators[ident]
        return {party.key for party in (*duties.owner, *duties.lead, *duties.support)}

    def text(self, text: Text) -> str:
        """Return a text in the language of the headers."""
        return self.words.text(text)

    def word(self, name: str, key: str | None) -> str:
        """Return a word of a fixed list; empty for none."""
        if key is None:
            return ""
        if name in WORDS:
            return WORDS[name][key][self.chinese]
        chinese = ENUMERATIONS[name].words.get(key, ())
        return chinese[0] if self.chinese and chinese else key

    def yes(self, value: bool | None) -> str:  # noqa: FBT001 - a word for a value
        """Return the word for a truth; empty where nothing is said."""
        return "" if value is None else self.word("boolean", "true" if value else "false")

    def joined(self, names: Iterable[str]) -> str:
        """Return names as they stand in one cell."""
        found = list(names)
        usual = "、" if self.chinese else "; "
        return ("；" if self.chinese and any("、" in name for name in found) else usual).join(found)

    def industry(self, part: str) -> str:
        """Return a part's title, of the top its name as the "1"; its id where two have the same."""
        return self._industries[part]

    @cached_property
    def _industries(self) -> dict[str, str]:
        titles = {part.id: self.words.part(part) for part in self.system.parts}
        times = Counter(titles.values())
        return {ident: title if title and times[title] == 1 else ident for ident, title in titles.items()}

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """Bodies' names in a cell, by id."""
        known = self.system.organisations
        named = Counter(
            name
            for body in known.values()
            for name in {body.id, *(words for text in (body.title, *body.short) for _, words in text.entries)}
        )
        titles = {body.id: self.text(body.title) for body in known.values()}
        return {ident: self._told(title, ident, named[title]) for ident, title in titles.items()}

    @staticmethod
    def _told(title: str, ident: str, times: int) -> str:
        return ident if times > 1 or not title or not _SEPARATORS.isdisjoint(title) else title

    def body(self, party: Party) -> str:
        """Return a body's title where that tells it apart, else its id; of undeclared ones the words."""
        return self._bodies.get(party.id) or party.words

    def bodies(self, parties: Sequence[Party]) -> str:
        """Return bodies as they stand in one cell."""
        return self.joined(map(self.body, parties))

    @property
    def nobody(self) -> str:
        """How a cell says that the source names no one."""
        return NOBODY[self.chinese]

    @cached_property
    def _documents(self) -> Documents:
        return Documents(self.system.documents)

    def document(self, citation: Citation) -> PolicyDocument | None:
        """Return the declared document that a citation names."""
        return self._documents.find(citation.ref.text)

    def source(self, citation: Citation) -> str:
        """Return a document's number or title where that tells it apart, else its id."""
        document = self.document(citation)
        if document is None:
            return citation.ref.text
        name = self.words.document(document)
        return (
            name if self._documents.find(name) is document and _SEPARATORS.isdisjoint(name) else document.id
        )

    def sources(self, citations: Iterable[Citation]) -> str:
        """Return citations in the format's short form: document#clause."""
        found = []
        for citation in citations:
            clause = citation.clause if _SEPARATORS.isdisjoint(citation.clause) else ""
            found.append(self.source(citation) + (f"#{clause}" if clause else ""))
        return self.joined(dict.fromkeys(found))

    def ref(self, typed: Typed | None, part: str) -> str:
        """Return the qualified id that a reference typed in a part means, else the reference."""
        if typed is None:
            return ""
        system = self.system
        known = (system.items, system.indicators, system.measures)
        found = (meant_by(typed.text, part, names) for names in known)
        return next((ref for ref in found if ref is not None), typed.text.strip())

    def refs(self, typed: Iterable[Typed], part: str) -> str:
        """Return several of them."""
        return self.joined(self.ref(one, part) for one in typed)

    def duties(self, own: Duties, parties: Parties) -> Row:
        """Return duties as they hold, and which of them are not the row's own."""
        answered = bool(own.owner or own.lead or own.nobody)
        inherited = [
            *(["owner"] if not answered and (parties.owner or parties.lead or parties.nobody) else ()),
            *(["support"] if not own.support and parties.support else ()),
            *(["owner_basis"] if own.basis is None and parties.inferred else ()),
        ]
        basis = "inferred" if parties.inferred else own.basis
        return {
            "owner": self.nobody if parties.nobody else self.bodies(parties.owner),
            "lead": self.bodies(parties.lead),
            "support": self.bodies(parties.support),
            "owner_basis": self.word("owner_basis", basis),
            "inherited": self.joined(_DUTY_COLUMNS[name].header(chinese=self.chinese) for name in inherited),
        }

    def deadline(self, written: DeadlineWords | None) -> Row:
        """Return a deadline as it was written."""
        if written is None:
            return {}
        by = written.by
        return {"deadline": written.words.text, "by": None if by is None else by.text}

    def said(self, item: Item) -> str:
        """Return a deadline in the language of the headers, where its author's words are not."""
        said = "" if item.deadline is None else self.words.deadline(item)
        return "" if item.deadline is None or said == item.deadline.words else said


_DUTY_COLUMNS = {column.key: column for column in DUTIES}
