"""The documents a roadmap rests on, and how well each was read."""

from collections import Counter

from carbonroad.views.document import Cell, Column, Line, Row, RowGroup, Span, Table
from carbonroad.views.shared.sources import EVIDENCE, document_day
from carbonroad.views.shared.words import Words

_EVIDENCE = (("seen", "read"), *EVIDENCE.items(), ("", "not said"))


def source_table(words: Words) -> Table | None:
    """Return the declared sources with how many items cite each, by evidence; None without any."""
    w, system = words.w, words.system
    counted: dict[str, Counter[str]] = {ref: Counter() for ref in system.documents}
    for item in system.items.values():
        for cited in item.citations:
            if cited.document is not None:
                counted.setdefault(cited.document.id, Counter())[cited.citation.evidence or ""] += 1
    if not system.documents:
        return None
    rows = []
    for ref, document in system.documents.items():
        title = Span(words.text(document.title), "strong", document.url)
        issued = [
            document.number,
            words.text(document.publisher),
            document_day(words, document),
        ]
        lines: list[Line] = [(title,)]
        if any(issued):
            lines.append((Span(" · ".join(filter(None, issued)), "small"),))
        if document.note:
            lines.append((Span(words.text(document.note), "small"),))
        cells = [Cell(tuple(lines))]
        cells += [Cell(((Span(str(counted[ref][key] or "–")),),)) for key, _ in _EVIDENCE]
        rows.append(Row(tuple(cells)))
    columns = (Column(w("Document"), "head"), *(Column(w(said), "num") for _, said in _EVIDENCE))
    return Table(
        columns, (RowGroup("", tuple(rows)),), w("Items that cite each source"), "sources", cards=True
    )
