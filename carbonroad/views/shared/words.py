"""What every table says of an item, in the page's language: names, days, deadlines, bodies."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from carbonroad.base.texts.scripts import has_han
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.periods import Period, size_of
from carbonroad.base.values.units import Unit
from carbonroad.compute.facts import Facts
from carbonroad.link.system import Item, Parties, Party, System
from carbonroad.model.items import Actual, Indicator, Target
from carbonroad.model.roadmap import Part, PolicyDocument
from carbonroad.model.terms import Baseline
from carbonroad.model.text import Text
from carbonroad.views.options import USUAL, Options
from carbonroad.views.shared.units import digits, unit_name
from carbonroad.views.shared.values import (
    base_words,
    is_plain,
    level_words,
    measured_value,
    stretch_value,
    target_value,
)
from carbonroad.wording import Wording, marked, wording

_OTHERS = re.compile(r"and (\d+) others?", re.IGNORECASE)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_AGAIN = {"before": "before {period}", "around": "around {period}", "from": "from {period}"}
_EVERY = {"year": "every year", "quarter": "every quarter", "month": "every month"}
_END = re.compile(r"\bend\b|[底末]", re.IGNORECASE)
_WITHIN = re.compile(r"(?:strive )?(?:in|within)\b|.*内$", re.IGNORECASE)
_FOR_MACHINES = re.compile(r"\.\.|\d{4}-\d{2}(?!\d)|\d{4}-\d{4}|\d{4}-[QH]\d|\d~|/")
KINDS = {
    "by": "by the end of it",
    "before": "before",
    "around": "around",
    "during": "within",
    "from": "from",
    "each": "again and again",
    "conditional": "on a condition",
    "none": "no end date",
    "not-stated": "date not stated",
}
"""Deadline kinds in the order of the legend, with their English words."""
# Words of the format that pages show by the name of their field, and that so need a translation.
marked(
    ("binding", "expected", "actual", "target", "reference", "duration", "float", "deliverable", "acceptance")
)


@dataclass(frozen=True)
class Words:
    """A system and what is computed from it, spoken in one language."""

    system: System
    facts: Facts
    lang: str
    options: Options = USUAL

    @cached_property
    def w(self) -> Wording:
        """The interface words."""
        return wording(self.lang)

    def text(self, text: Text) -> str:
        """Return a text in the page's language."""
        return text.pick(self.lang, self.system.languages)

    def listing(self, names: Iterable[str]) -> str:
        """Join names as the language lists them."""
        return self._joined("{words}, {next}", names)

    def sentences(self, found: Iterable[str]) -> str:
        """Join whole sentences."""
        return self._joined("{words} {next}", found)

    def _joined(self, pattern: str, found: Iterable[str]) -> str:
        between = self.w(pattern, words="", next="")
        return between.join(found)

    def part(self, part: Part) -> str:
        """Return a part's title; the top's is the whole roadmap's: beside others it is "The 1"."""
        parts = self.system.parts
        beside_others = self.system.has_top and part is parts[0] and len(parts) > 1
        return self.w("The “1”") if beside_others else self.text(part.title)

    def part_name(self, ref: str) -> str:
        """Return the title of the part that a qualified id is in."""
        name = ref.partition(".")[0]
        return next((self.part(part) for part in self.system.parts if part.id == name), name)

    def title(self, item: Item) -> str:
        """Return an item's title."""
        return self.text(item.title)

    def value(self, item: Item) -> str:
        """Return what a target asks for, empty for anything else."""
        return target_value(item, self.w, self.system.languages)

    def stretch(self, item: Item) -> str:
        """Return a target's second, striving value, empty for anything else."""
        return stretch_value(item, self.w, self.system.languages)

    def key(self, item: Item) -> str:
        """Return the year, phase or range that a target stands under, as a table names it."""
        if not isinstance(item.written, Target):
            return ""
        typed = item.written.key.text
        phase = next((phase for phase in self.system.phases if phase.id == typed), None)
        return self.text(phase.title) if phase is not None else typed.replace("..", "–")

    def baseline(self, baseline: Baseline | None) -> str:
        """Return what a change is measured against, empty for none."""
        return base_words(baseline, self.w, self.system.languages)

    def unit(self, unit: Unit | None, *, stated: bool = False) -> str:
        """Return a unit's name; `stated` where bare numbers in that very unit stand with it."""
        return unit_name(unit, self.w, stated=stated)

    def level(self, indicator: Indicator, value: float) -> str:
        """Return a plain number with the indicator's unit."""
        return level_words(indicator.unit, value, self.w)

    def name(self, item: Item) -> str:
        """Return an item's title, with its value if it is a target."""
        value = self.value(item)
        title = self.title(item)
        return self.w("{name}: {value}", name=title, value=value) if value else title

    def state(self, item: Item) -> str:
        """Return which status of an item is shown: one of `STATUS_WORDS`."""
        return self.facts.standings[item.ref].state

    def named(self, ref: str) -> str:
        """Return the name behind a qualified id."""
        item = self.system.items.get(ref)
        return self.name(item) if item is not None else ref

    def counted(self, n: int) -> str:
        """Return how many items there are."""
        return self.w("{n} items", n=n) if n > 1 else self.w("1 item")

    def answering(self, parties: Parties) -> str:
        """Return who owns or leads something, by their short names; empty where nobody is named."""
        if parties.nobody:
            return ""
        return self.listing(dict.fromkeys(self.short_body(party) for party in parties.answering))

    def body(self, party: Party) -> str:
        """Return a body's title, else the words as written."""
        organisation = self.system.organisations.get(party.id)
        return self._as_typed(party.words) if organisation is None else self.text(organisation.title)

    def short_body(self, party: Party) -> str:
        """Return a body's short name in the page's script, else its title."""
        organisation = self.system.organisations.get(party.id)
        if organisation is None:
            return self._as_typed(party.words)
        shorts = [words for one in organisation.short for _, words in one.entries]
        fitting = [words for words in shorts if has_han(words) == self.w.chinese]
        return fitting[0] if fitting else self.text(organisation.title)

    def _as_typed(self, words: str) -> str:
        """Words that name no declared body; "and 10 others" is common enough to be said in any language."""
        counted = _OTHERS.fullmatch(words.strip())
        return self.w("and {n} others", n=counted[1]) if counted else words

    def document(self, document: PolicyDocument) -> str:
        """Return a policy document's number, else its title."""
        chinese_number = has_han(document.number)
        return (
            document.number
            if document.number and chinese_number == self.w.chinese
            else self.text(document.title)
        )

    def day(self, day: date) -> str:
        """Return a day as prose writes it."""
        month = self.w(_MONTHS[day.month - 1])
        return self.w("{day} {month} {year}", day=day.day, month=month, year=day.year)

    def in_days(self, days: int, today: str = "due today") -> str:
        """Return how far ahead a day is; `today` is English words for the data date itself."""
        return self.w.plural("in {n} day", "in {n} days", days) if days else self.w(today)

    def period(self, period: Period) -> str:
        """Return a unit of time, or several, as prose writes it."""
        first, last = period
        w, year = self.w, first.year
        size = size_of(period)
        if size == "day":
            return self.day(first)
        if size == "half":
            half = "first half of {year}" if first.month == 1 else "second half of {year}"
            return w(half, year=year)
        if size == "quarter":
            return w("Q{n} {year}", n=last.month // 3, year=year)
        if size == "month":
            return w("{month} {year}", month=w(_MONTHS[first.month - 1]), year=year)
        return w("{year}", year=year) if size == "year" else self._days(first, last)

    def _days(self, first: date, last: date) -> str:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return self.w("{first}–{last}", first=first.year, last=last.year)
        return self.w("{first_day} – {last_day}", first_day=self.day(first), last_day=self.day(last))

    def measured(self, item: Item, actual: Actual) -> str:
        """Return a measured value with its unit, its bound and what it is measured against."""
        indicator = item.indicator or self._indicator_of(actual)
        return actual.words if indicator is None else self.measured_of(indicator, actual)

    def _indicator_of(self, actual: Actual) -> Indicator | None:
        """The indicator of a value that decides a milestone."""
        indicators = (item.indicator for item in self.system.items.values() if item.indicator is not None)
        return next((one for one in indicators if any(own is actual for own in one.actuals)), None)

    def measured_of(self, indicator: Indicator, actual: Actual, *, brief: bool = False) -> str:
        """Return a measured value of an indicator; `brief` leaves the unit of a bare English number out."""
        if brief and not self.w.chinese and is_plain(actual):
            return digits(actual.value)
        return measured_value(indicator, actual, self.w, self.system.languages)

    def deadline(self, item: Item) -> str:
        """Return an item's deadline in its author's words, or the same said in the page's language."""
        return self.w("none stated") if item.deadline is None else self.deadline_said(item, item.deadline)

    def deadline_said(self, item: Item, deadline: Deadline) -> str:
        """Return a deadline of an item, its own or that of a document it cites, as `deadline` does."""
        if deadline.kind in ("none", "not-stated"):
            return self.w(KINDS[deadline.kind])
        said = self.said_anew(item, deadline) if self._is_foreign(deadline) else ""
        return said or deadline.words

    def _is_foreign(self, deadline: Deadline) -> bool:
        """Whether its words are of another language, or a date for machines that prose writes otherwise."""
        if self.w.chinese:
            return not has_han(deadline.words)
        return not self.w.english or bool(has_han(deadline.words) or _FOR_MACHINES.search(deadline.words))

    def _every(self, deadline: Deadline) -> str:
        """How often, and from when to when."""
        often = self.w(_EVERY[deadline.every or "year"])
        if not deadline.instances:
            return often
        period = Period(deadline.instances[0].first, deadline.instances[-1].last)
        return self.w("{often}, {period}", often=often, period=self.period(period))

    def said_anew(self, item: Item, deadline: Deadline) -> str:
        """Return what a deadline computes to, in the page's language; "" where only its words can say it."""
        if deadline.span is None and deadline.condition is not None:
            return self._after(item, deadline)
        kind = deadline.base_kind if deadline.kind == "conditional" else deadline.kind
        if kind == "each" and deadline.every is not None:
            return self._every(deadline)
        if deadline.span is None or (kind not in _AGAIN and kind not in ("by", "during")):
            return ""
        words = self._dated(kind, deadline, deadline.span)
        return self.w("strive: {words}", words=words) if deadline.strive else words

    def _after(self, item: Item, deadline: Deadline) -> str:
        what = self.named(item.condition) if item.condition is not None else deadline.condition
        lag = deadline.condition_lag
        if lag is None:
            return self.w("after {what}", what=what)
        n, plural = lag.count, self.w.plural
        match lag.unit:
            case "day":
                return plural("within {n} day after {what}", "within {n} days after {what}", n, what=what)
            case "week":
                return plural("within {n} week after {what}", "within {n} weeks after {what}", n, what=what)
            case "month":
                return plural("within {n} month after {what}", "within {n} months after {what}", n, what=what)
            case "year":
                return plural("within {n} year after {what}", "within {n} years after {what}", n, what=what)

    def _dated(self, kind: str, deadline: Deadline, span: Period) -> str:
        """A kind with its days: by the end of 2030, 2030年底前, during the 15th FYP, “十五五”时期."""
        w, period = self.w, self.period(span)
        phases = self.listing(self.text(p.title) for p in self.system.phases if p.id in deadline.periods)
        phase = f"the {phases}" if phases[:1].isdigit() and w.english else phases
        if kind == "during":
            return w("during {phase}", phase=phase) if phases else period
        if kind in _AGAIN:
            return w(_AGAIN[kind], period=phase or period)
        if phases:
            return w("by the end of {phase}", phase=phase)
        if size_of(span) == "day":
            return w("by {day}", day=period)
        if _END.search(deadline.words):
            return w("by the end of {period}", period=period)
        return w("within {period}" if _WITHIN.match(deadline.words) else "by {period}", period=period)
