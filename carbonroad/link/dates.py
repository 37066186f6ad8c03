"""Deadlines dated by the roadmap's own phases and its meaning of "before"."""

from collections.abc import Iterable
from functools import lru_cache

from carbonroad.base.texts.nearest import Spelling
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say, sayable
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import deadline_by, parse_deadline
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.findings import Span
from carbonroad.link.bench import Bench
from carbonroad.model.roadmap import Phase
from carbonroad.model.terms import DeadlineWords
from carbonroad.read.dates import DATE_RULES
from carbonroad.read.phrases import did_you_mean

_UNDECLARED = "undeclared-period"
_RULES = {**DATE_RULES, _UNDECLARED: ("undeclared-phase", sayable("not declared"))}
_MOST_WORDS = 10_000
"""Different deadlines that are remembered."""
_Known = dict[str, Deadline | Refusal]


@lru_cache(maxsize=8)
def _worked_out(_periods: tuple[NamedPeriod, ...], _exclusive: bool) -> tuple[_Known, _Known]:  # noqa: FBT001
    """What words were found to mean, as a deadline and as a target's key."""
    return {}, {}


class Calendar:
    """Dates deadlines; the same words are worked out once, for all roadmaps with the same phases."""

    __slots__ = ("_ends", "_known", "exclusive", "periods", "unread")

    def __init__(self, phases: Iterable[Phase], *, exclusive: bool, unread: bool = False) -> None:
        self.exclusive = exclusive
        self.unread = unread
        self.periods = tuple(
            NamedPeriod(
                p.id, tuple(dict.fromkeys(words for _, words in p.title.entries)), p.years.first, p.years.last
            )
            for p in phases
        )
        self._known, self._ends = _worked_out(self.periods, exclusive)

    def read(self, words: str) -> Deadline | Refusal:
        """Return what the words mean, or why they are refused."""
        found = self._known.get(words)
        if found is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            found = self._known[words] = parse_deadline(words, self.periods, exclusive=self.exclusive)
        return found

    def date(self, bench: Bench, written: DeadlineWords, pointer: str) -> Deadline | None:
        """Return the deadline that is meant, or report why the words cannot be dated."""
        words = written.words
        if written.by is not None:
            given = deadline_by(words.text, written.by.text)
            if isinstance(given, Refusal):
                self.refuse(bench, given, written.by.span, pointer)
                return None
            return given
        found = self.read(words.text)
        if isinstance(found, Refusal):
            self.refuse(bench, found, words.span, pointer)
            return None
        return found

    def end_of(self, key: str) -> Deadline | Refusal:
        """Return the default deadline of a target: by the end of its key."""
        end = self._ends.get(key)
        if end is None:
            if len(self._ends) >= _MOST_WORDS:
                self._ends.clear()
            end = self._ends[key] = self._end_of(key)
        return end

    def _end_of(self, key: str) -> Deadline | Refusal:
        found = self.read(key)
        if isinstance(found, Refusal):
            return found
        if found.latest is None or found.kind not in ("by", "during"):
            return Refusal("unreadable", say('"{key}" is no year or phase.', key=key), "")
        return deadline_by(key, found.latest.isoformat()) if found.kind == "during" else found

    def near(self, words: str) -> str:
        """Ask whether a phase with a near name was meant; empty where none is near."""
        names = [name for period in self.periods for name in (period.id, *period.titles)]
        near = Spelling(names).near(words.strip())
        return did_you_mean(near.words) if near.words else ""

    def refuse(self, bench: Bench, refusal: Refusal, span: Span, pointer: str) -> None:
        """Report words that are no deadline under the rule that fits."""
        if refusal.reason in (_UNDECLARED, "unreadable") and self.unread:  # any words may be a phase's
            bench.report(
                "unchecked-reference",
                span,
                say("The period was not checked, because not all declared phases could be read."),
                pointer=pointer,
                label=say("not checked"),
                help_=say("mend the phases first"),
            )
            return
        _report(bench, refusal, span, pointer)


def _report(bench: Bench, refusal: Refusal, span: Span, pointer: str) -> None:
    rule, label = _RULES.get(refusal.reason, ("unreadable-date", sayable("not a deadline")))
    bench.report(rule, span, refusal.message, pointer=pointer, label=say(label), help_=refusal.hint)
