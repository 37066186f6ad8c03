"""Policy documents by id, number or title, and the citations that name them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.nearest import Spelling
from carbonroad.base.texts.said import Said, say
from carbonroad.findings import Related, Span
from carbonroad.link.bench import Bench
from carbonroad.link.dates import Calendar
from carbonroad.link.suggesting import MOST_FITTING, in_parts, known_start, offer, some
from carbonroad.link.system import LinkedCitation
from carbonroad.model.roadmap import PolicyDocument
from carbonroad.model.terms import Citation, Words

_MARKS = str.maketrans("〔【〖〕】〗", "[[[]]]", "《》“”\"' \u3000")
_CLAUSE = lazy_pattern(
    r"(?:第?[\w.]{1,12}?[条款项章节部分编]{1,2}|[（(]\w{1,4}[)）]|(?:art|clause|section)?[. ]*\d[\d.]*)",
    re.IGNORECASE,
)
"""What names a part of a document."""


class Documents:
    """Policy documents, found as a citation names them: by id, number or title."""

    __slots__ = ("_titled", "documents")

    def __init__(self, documents: Mapping[str, PolicyDocument]) -> None:
        self.documents = documents
        self._titled: dict[str, list[PolicyDocument]] | None = None

    def find(self, name: str) -> PolicyDocument | None:
        """Return the document of an id, a number or a title; of several the first."""
        known = self.documents.get(name) or self.documents.get(unicodedata.normalize("NFC", name))
        return known or next(iter(self._names.get(_fold(name), ())), None)

    @property
    def _names(self) -> dict[str, list[PolicyDocument]]:
        """The documents by number and title, folded; made when a citation names none by its id."""
        if self._titled is None:
            self._titled = {}
            for document in self.documents.values():
                names = [document.number, *(words for _, words in document.title.entries)]
                for name in dict.fromkeys(filter(None, map(_fold, names))):
                    self._titled.setdefault(name, []).append(document)
        return self._titled


class Library(Documents):
    """The declared documents while citations are linked; with none declared, a source is free text."""

    __slots__ = ("_calendar", "_spelling", "whole")

    def __init__(
        self, documents: Iterable[PolicyDocument], calendar: Calendar, *, whole: bool = True
    ) -> None:
        super().__init__({document.id: document for document in documents})
        self.whole = whole
        self._calendar = calendar
        self._spelling: Spelling | None = None

    def cite(self, bench: Bench, citations: tuple[Citation, ...], pointer: str) -> tuple[LinkedCitation, ...]:
        """Link an item's citations; an unknown document is reported and the citation kept."""
        if not citations:
            return ()
        linked = []
        for citation in citations:
            name = citation.ref.text
            document = (
                self.documents.get(name)
                or self.documents.get(unicodedata.normalize("NFC", name))
                or self._named(bench, citation.ref, pointer)
            )
            if document is None and self.documents and self.whole:
                self._unknown(bench, citation, pointer)
            deadline = (
                None
                if citation.deadline is None
                else self._calendar.date(bench, citation.deadline, f"{pointer}.source.deadline")
            )
            linked.append(LinkedCitation(citation, document, deadline))
        return tuple(linked)

    def _named(self, bench: Bench, words: Words, pointer: str) -> PolicyDocument | None:
        found = self._names.get(_fold(words.text), [])
        if len(found) > 1:
            ids = some([document.id for document in found])
            bench.report(
                "ambiguous-name",
                words.span,
                say('"{name}" fits {n} sources: {ids}.', name=words.text, n=len(found), ids=ids),
                pointer=f"{pointer}.source",
                label=say("which one?"),
                help_=say("write the id of the one you mean"),
                related=[
                    Related(document.place.value("id"), say("this one?")) for document in found[:MOST_FITTING]
                ],
            )
        return found[0] if found else None

    def _unknown(self, bench: Bench, citation: Citation, pointer: str) -> None:
        words = citation.ref
        if self._spelling is None:
            numbers = (document.number for document in self.documents.values() if document.number)
            self._spelling = Spelling([*self.documents, *numbers])
        near = self._spelling.near(words.text)
        offered = offer(words, near.words, self._place, sure=near.sure)
        longer = None if near.words else in_parts(words.text, self._knows) or self._with_more(words.text)
        bench.report(
            "unknown-source",
            words.span,
            say('Source "{name}" is not declared.', name=words.text),
            pointer=f"{pointer}.source",
            label=say("not declared"),
            help_=longer
            or offered.help
            or say('declare "{name}" under sources, or correct the name', name=words.text),
            related=offered.related,
            fix=offered.fix,
        )

    def _knows(self, name: str) -> bool:
        return name in self.documents or len(self._names.get(_fold(name), ())) == 1

    def _with_more(self, text: str) -> Said | None:
        """For a document's name with more behind it: its clause, or its number too."""
        head = known_start(text, self._knows)
        if not head:
            return None
        ident = (self.documents.get(head) or self._names[_fold(head)][0]).id
        rest = text[text.index(head) + len(head) :].strip(" 》，,、")
        if _CLAUSE.fullmatch(rest):
            return say("write {id}#{clause}", id=ident, clause=rest)
        number = rest.strip("（）()")
        return say('write its id alone: "{id}"', id=ident) if self._knows(number) else None

    def _place(self, name: str) -> Span:
        document = self.documents.get(name) or self._names[_fold(name)][0]
        return document.place.value("id")


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKC", name).translate(_MARKS).casefold()
