"""Policy documents by id, number or title, and the citations that name them."""

import unicodedata
from collections.abc import Iterable

from carbonroad.base.nearest import nearest
from carbonroad.findings import Edit, Fix, Related
from carbonroad.link.bench import Bench
from carbonroad.link.dates import Calendar
from carbonroad.link.system import LinkedCitation
from carbonroad.model.roadmap import PolicyDocument
from carbonroad.model.terms import Citation

_MARKS = str.maketrans("", "", "《》“”\"' \u3000")


class Library:
    """The declared documents; with none declared, a source is free text."""

    __slots__ = ("_calendar", "_names", "documents")

    def __init__(self, documents: Iterable[PolicyDocument], calendar: Calendar) -> None:
        self.documents = {document.id: document for document in documents}
        self._calendar = calendar
        self._names: dict[str, PolicyDocument] = {}
        for document in self.documents.values():
            names = [document.number, *(words for _, words in document.title.entries)]
            for name in filter(None, map(_fold, names)):
                self._names.setdefault(name, document)

    def cite(self, bench: Bench, citations: tuple[Citation, ...], pointer: str) -> tuple[LinkedCitation, ...]:
        """Link an item's citations; an unknown document is reported and the citation kept."""
        linked = []
        for citation in citations:
            name = citation.ref.text
            document = self.documents.get(unicodedata.normalize("NFC", name)) or self._names.get(_fold(name))
            if document is None and self.documents:
                self._unknown(bench, citation, pointer)
            deadline = (
                None
                if citation.deadline is None
                else self._calendar.date(bench, citation.deadline, f"{pointer}.source.deadline")
            )
            linked.append(LinkedCitation(citation, document, deadline))
        return tuple(linked)

    def _unknown(self, bench: Bench, citation: Citation, pointer: str) -> None:
        name, span = citation.ref.text, citation.ref.span
        close = nearest(name, self.documents)
        whole = span.end - span.start == len(name)
        bench.report(
            "unknown-source",
            span,
            f'Source "{name}" is not declared.',
            pointer=f"{pointer}.source",
            label="not declared",
            help_=f'did you mean "{close}"?' if close else "declare it under sources in carbonroad.yaml",
            related=[Related(self.documents[close].place.key(), "did you mean this one?")] if close else (),
            fix=Fix(f'replace "{name}" with "{close}"', True, (Edit(span.start, span.end, close),))
            if close and whole
            else None,
        )


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKC", name).translate(_MARKS).casefold()
