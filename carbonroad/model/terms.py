"""The small values that items are made of: references, duties, links, citations, reports."""

from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.durations import Duration
from carbonroad.findings import Span
from carbonroad.model.place import NOWHERE, Place
from carbonroad.model.text import EMPTY, Text


class Words(NamedTuple):
    """One scalar as typed, with where it stands: a reference, a deadline, a number not yet read.

    `quoted`: it stands in quotation marks, which belong to `span` and not to `text`.
    """

    text: str
    span: Span
    quoted: bool = False

    @property
    def inner(self) -> Span | None:
        """Where the text itself stands; None where it has escapes or goes over several lines."""
        path, start, end = self.span
        if end - start != len(self.text) + 2 * self.quoted:
            return None
        return Span(path, start + self.quoted, end - self.quoted)

    def part(self, start: int, end: int) -> "Words":
        """Return some of its characters with their own place, or with its place where theirs is not known."""
        path, first, last = self.span
        text = self.text[start:end]
        if last - first != len(self.text) + 2 * self.quoted:
            return Words(text, self.span)
        first += self.quoted
        return Words(text, Span(path, first + start, first + end))


class DeadlineWords(NamedTuple):
    """A deadline as written; `by` is the day the author gives for words that no rule reads."""

    words: Words
    by: Words | None = None


class Duties(NamedTuple):
    """Who answers for an item. Fields not written are empty and inherited when linked.

    `nobody` is `owner: none`: the source names no one. `basis` is stated, inferred or None (inherited).
    """

    owner: tuple[Words, ...] = ()
    lead: tuple[Words, ...] = ()
    support: tuple[Words, ...] = ()
    basis: str | None = None
    nobody: bool = False


NO_DUTIES = Duties()


class After(NamedTuple):
    """A dependency as written in the successor's `after`."""

    ref: Words
    type: str = "FS"
    lag: Duration | None = None
    basis: str = "stated"
    citations: "tuple[Citation, ...]" = ()
    note: Text = EMPTY


class Citation(NamedTuple):
    """An item's reference to a policy document: which, where in it, in what words, how well checked."""

    ref: Words
    clause: str = ""
    quote: Text = EMPTY
    deadline: DeadlineWords | None = None
    url: str = ""
    evidence: str | None = None
    note: Text = EMPTY
    place: Place = NOWHERE


class Report(NamedTuple):
    """A monitoring report; progress in percent."""

    date: date
    progress: float | None = None
    status: str | None = None
    note: Text = EMPTY
    citations: tuple[Citation, ...] = ()
    place: Place = NOWHERE


class Baseline(NamedTuple):
    """What a change is measured against: a year, a year and its value, or words shown as they are.

    `texts` holds the words in several languages where they were written so; `words` are the first.
    `place` is of `{year, value}`; what is one string stands where its field stands.
    """

    words: str
    year: int | None = None
    value: float | None = None
    texts: Text = EMPTY
    place: Place = NOWHERE


class Day(NamedTuple):
    """A date field: the day it means, the text typed, where."""

    day: date
    words: Words


class TermDays(NamedTuple):
    """`finished` of an item that recurs: (period as typed, day) pairs."""

    entries: tuple[tuple[Words, Day], ...]
