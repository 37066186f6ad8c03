"""What pages say of policy documents and of the citations that name them."""

from urllib.parse import urlsplit

from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.periods import TimeUnit, read_time_unit
from carbonroad.link.system import Item, LinkedCitation
from carbonroad.model.roadmap import PolicyDocument
from carbonroad.model.terms import Citation, Day
from carbonroad.views.document import Line, Span
from carbonroad.views.shared.words import Words

EVIDENCE = {"partly": "partly read", "memory": "from memory, not checked"}
"""How well a citation was checked, in English words; of what was read nothing is said."""


def document_day(words: Words, document: PolicyDocument) -> str:
    """Return when a document was issued, else published, as precisely as the file says."""
    if document.issued is not None:
        return _as_written(words, document.issued)
    if document.published is None:
        return ""
    return words.w("published {when}", when=_as_written(words, document.published))


def _as_written(words: Words, day: Day) -> str:
    """A month is no day."""
    unit = read_time_unit(day.words.text)
    if isinstance(unit, TimeUnit) and unit.size in ("year", "half", "quarter", "month"):
        return words.period(unit.period)
    return day.day.isoformat()


def evidence_words(words: Words, citation: Citation) -> str:
    """Return how well a citation was checked, in brackets; empty for what was read."""
    known = EVIDENCE.get(citation.evidence or "")
    return words.w(" ({words})", words=words.w(known)) if known else ""


def host_of(address: str) -> str:
    """Return the host that an address leads to; the address where it names none."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    return (host or address).removeprefix("www.")


def source_lines(words: Words, item: Item) -> tuple[Line, ...]:
    """Return an item's sources: document and clause, then the page on which it was read, by its host.

    The document's name leads to its official address alone; a page that merely reports it is named.
    """
    return tuple(_source(words, item, one) for one in item.citations)


def _wording(words: Words, item: Item, cited: Deadline | None) -> str:
    """What a document says of an item's deadline, where it words it otherwise, in the page's language."""
    own = item.deadline
    if cited is None or (own is not None and cited.words == own.words):
        return ""
    same = own is not None and words.said_anew(item, own) == (words.said_anew(item, cited) or cited.words)
    return "" if same else words.deadline_said(item, cited)


def _source(words: Words, item: Item, cited: LinkedCitation) -> Line:
    w, citation, document = words.w, cited.citation, cited.document
    name = citation.ref.text if document is None else words.document(document)
    official = document.url if document is not None else ""
    parts = [Span(name, "src", official)]
    if citation.clause:
        parts.append(Span(f"{w(', ')}{citation.clause}", "src"))
    said = _wording(words, item, cited.deadline)
    if said:
        parts.append(Span(w(", which says “{words}”", words=said), "src"))
    if citation.url and citation.url != official:
        parts += [Span(w(", read at "), "src"), Span(host_of(citation.url), "src", citation.url)]
    evidence = evidence_words(words, citation)
    if evidence:
        parts.append(Span(evidence, "src"))
    return tuple(parts)
