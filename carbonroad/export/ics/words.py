"""What an entry of a calendar says: its summary, its description, its categories."""

from collections.abc import Iterator

from carbonroad.export.ics.entries import Entry
from carbonroad.export.lines import one_line
from carbonroad.link.system import Item, Party
from carbonroad.views.shared.cells import deadline_days
from carbonroad.views.shared.status_marks import STATUS_WORDS
from carbonroad.views.shared.words import Words

_DONE = "✓ "
_KINDS = {"milestone": "Milestone", "target": "Target", "work": "Work package"}
_ROLES = {"begins": "begins: {name}", "expected": "expected: {name}", "planned": "planned: {name}"}


def summary(words: Words, entry: Entry) -> str:
    """Return what a calendar shows in its grid: a title, with what its day is unless it is due then."""
    name = words.name(entry.item)
    if entry.term is not None:
        name = words.w("{name} ({when})", name=name, when=words.period(entry.term))
    role = _ROLES.get(entry.role, "")
    said = words.w(role, name=name) if role else name
    return one_line(f"{_DONE}{said}" if entry.done else said)


def description(words: Words, entry: Entry) -> str:
    """Return the lines below: where it stands, the deadline's own words, who answers, what became of it."""
    return "\n".join(one_line(line) for line in _lines(words, entry))


def categories(words: Words, item: Item) -> list[str]:
    """Return what entries can be told apart and coloured by: the field and the kind."""
    return [one_line(words.part_name(item.ref)), one_line(words.w(_KINDS[item.kind]))]


def _lines(words: Words, entry: Entry) -> Iterator[str]:
    w, item = words.w, entry.item
    yield w("{name}: {value}", name=words.part_name(item.ref), value=item.ref)
    days = deadline_days(words, item)
    said = words.deadline(item)
    yield _said(words, w("Deadline"), f"{said} → {days}" if days and days != said else said)
    duties = item.parties
    inferred = w(" (inferred, not stated)") if duties.inferred else ""
    for label, parties in (
        (w("Responsible"), duties.owner),
        (w("Led by"), duties.lead),
        (w("Supported by"), duties.support),
    ):
        if parties:
            yield _said(words, label, _bodies(words, parties) + inferred)
    if not duties.answering:
        yield w("No owner stated")
    yield from _state(words, entry)
    for cited in item.citations:
        name = words.document(cited.document) if cited.document is not None else cited.citation.ref.text
        clause = cited.citation.clause
        yield _said(words, w("Source"), f"{name}{w(', ')}{clause}" if clause else name)


def _state(words: Words, entry: Entry) -> Iterator[str]:
    w, standing = words.w, words.facts.standings[entry.item.ref]
    status = "done" if entry.done else standing.state
    said = w(STATUS_WORDS[status])
    if entry.finished is not None:
        said = w("{name} ({when})", name=said, when=words.day(entry.finished))
    yield _said(words, w("Status"), said)
    if standing.progress is not None and not entry.done:
        yield _said(words, w("Progress"), f"{standing.progress:g} %")
    waits_for = words.facts.due[entry.item.ref].waits_for
    if waits_for is not None:
        yield _said(words, w("Waits for"), words.named(waits_for))


def _said(words: Words, label: str, value: str) -> str:
    return f"{label}{words.w(': ')}{value}"


def _bodies(words: Words, parties: tuple[Party, ...]) -> str:
    return words.listing(words.body(party) for party in parties)
