"""Counts by field and by body, as tables."""

from carbonroad.compute.reviews.review import Review
from carbonroad.compute.reviews.tallies import STATES, BodyTally, Tally
from carbonroad.views.document import Cell, Column, Line, Row, RowGroup, Span, Table
from carbonroad.views.shared.places import body_anchor
from carbonroad.views.shared.status_marks import STATUS_WORDS
from carbonroad.views.shared.words import Words

_ROLES = {"late": "late-days", "missed": "late-days"}


def field_table(words: Words, review: Review) -> Table:
    """Return the counts of each field, with their sum; a status that nothing has gets no column."""
    w = words.w
    names = {part.id: (words.part(part), part.id) for part in words.system.parts}
    rows = []
    for part, tally in review.parts.items():
        said, ident = names[part]
        where = "" if ident == "top" else f"doc:{ident}/progress"
        rows.append(_row((Span(said, "strong", where),), tally, review.tally))
    if len(rows) > 1:
        rows.append(_row((Span(w("Together"), "strong"),), review.tally, review.tally, role="sum"))
    return _table(words, w("Field"), w("By field"), tuple(rows), review)


def body_table(words: Words, review: Review) -> Table:
    """Return the counts of each body that owns or leads something."""
    w = words.w
    rows = tuple(_row(_name(words, one), one.tally, review.tally) for one in review.bodies)
    return _table(words, w("Organisation"), w("By organisation"), rows, review)


def _name(words: Words, one: BodyTally) -> Line:
    if one.party is None:
        return (Span(words.w("No owner stated"), "strong", "doc:assignments#org-none"),)
    where = f"doc:assignments#{body_anchor(words, one.party.key)}"
    dagger = (Span("\u00a0†", "small"),) if one.inferred else ()
    return (Span(words.body(one.party), "strong", where), *dagger)


def _states(tally: Tally) -> list[str]:
    return [state for state in STATES if tally.states[state]]


def _table(words: Words, first: str, caption: str, rows: tuple[Row, ...], review: Review) -> Table:
    w = words.w
    columns = (
        Column(first, "head"),
        Column(w("Items"), "num"),
        *(Column(w(STATUS_WORDS[state]), "num") for state in _states(review.tally)),
        Column(w("due by {day}", day=words.day(review.until)), "num"),
    )
    return Table(columns, (RowGroup("", rows),), caption, "orgs tally", cards=True)


def _row(head: Line, tally: Tally, whole: Tally, role: str = "") -> Row:
    numbers = [(tally.all, ""), *((tally.states[s], _ROLES.get(s, "")) for s in _states(whole))]
    cells = [number_cell(n, one) for n, one in (*numbers, (tally.due, "soon"))]
    return Row((Cell((head,)), *cells), "", role)


def number_cell(n: int, role: str) -> Cell:
    """Return a count; zero is a dash."""
    return Cell(((Span(str(n), role),) if n else (Span("–", "small"),),))


def tally_sentence(words: Words, review: Review) -> str:
    """Return what must be known of the counts: who counts twice, what counts nowhere."""
    w = words.w
    said = []
    if review.joint:
        said.append(
            w.plural(
                "{n} item has several owners or leads and counts for each of them.",
                "{n} items have several owners or leads and count for each of them.",
                review.joint,
            )
        )
    if any(one.inferred for one in review.bodies):
        said.append(w("† Some or all of these duties are inferred: the sources do not state them."))
    return words.sentences(said)
