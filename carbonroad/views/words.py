"""What every table says of an item, in the page's language: names, days, deadlines, bodies."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from carbonroad.base.deadlines import Deadline
from carbonroad.base.periods import Period, size_of
from carbonroad.compute.facts import Facts
from carbonroad.link.system import Item, Party, System
from carbonroad.model.items import Actual
from carbonroad.model.roadmap import Part, PolicyDocument
from carbonroad.model.text import Text
from carbonroad.views.options import USUAL, Options
from carbonroad.views.values import number, target_value
from carbonroad.wording import Wording, wording

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_OTHERS = re.compile(r"and (\d+) others?", re.IGNORECASE)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_AGAIN = {
    "by": "by {period}",
    "before": "before {period}",
    "around": "around {period}",
    "during": "in {period}",
    "from": "from {period}",
}
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
        return ("、" if self.w.chinese else ", ").join(names)

    def sentences(self, found: Iterable[str]) -> str:
        """Join whole sentences."""
        return ("" if self.w.chinese else " ").join(found)

    def part(self, part: Part) -> str:
        """Return a part's title; the top's own is the whole roadmap's, so it is called by its place."""
        return (
            self.w("The “1”")
            if self.system.has_top and part is self.system.parts[0]
            else self.text(part.title)
        )

    def part_name(self, ref: str) -> str:
        """Return the title of the part that a qualified id is in."""
        name = ref.partition(".")[0]
        return next((self.part(part) for part in self.system.parts if part.id == name), name)

    def title(self, item: Item) -> str:
        """Return an item's title."""
        return self.text(item.title)

    def value(self, item: Item) -> str:
        """Return what a target asks for, empty for anything else."""
        return target_value(item, self.w)

    def name(self, item: Item) -> str:
        """Return an item's title, with its value if it is a target."""
        value = self.value(item)
        return f"{self.title(item)}{'：' if self.w.chinese else ': '}{value}" if value else self.title(item)

    def named(self, ref: str) -> str:
        """Return the name behind a qualified id."""
        item = self.system.items.get(ref)
        return self.name(item) if item is not None else ref

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
        fitting = [words for words in shorts if bool(_HAN.search(words)) == self.w.chinese]
        return fitting[0] if fitting else self.text(organisation.title)

    def _as_typed(self, words: str) -> str:
        """Words that name no declared body; "and 10 others" is common enough to be said in any language."""
        counted = _OTHERS.fullmatch(words.strip())
        return self.w("and {n} others", n=counted[1]) if counted else words

    def document(self, document: PolicyDocument) -> str:
        """Return a policy document's number, else its title."""
        chinese_number = bool(_HAN.search(document.number))
        return (
            document.number
            if document.number and chinese_number == self.w.chinese
            else self.text(document.title)
        )

    def day(self, day: date) -> str:
        """Return a day as prose writes it."""
        if self.w.chinese:
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def period(self, period: Period) -> str:
        """Return a unit of time, or several, as prose writes it."""
        first, last = period
        size = size_of(period)
        if size == "day":
            return self.day(first)
        if size == "year":
            return f"{first.year}年" if self.w.chinese else str(first.year)
        if size == "month":
            return (
                f"{first.year}年{first.month}月"
                if self.w.chinese
                else f"{_MONTHS[first.month - 1]} {first.year}"
            )
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first.year}—{last.year}年" if self.w.chinese else f"{first.year}–{last.year}"
        return f"{self.day(first)}{'至' if self.w.chinese else ' – '}{self.day(last)}"

    def measured(self, item: Item, actual: Actual) -> str:
        """Return a measured value with its unit and the time it is of."""
        unit = (
            item.indicator.unit.text if item.indicator is not None and item.indicator.unit is not None else ""
        )
        if actual.baseline is not None or _LATIN.search(actual.words) or unit in actual.words:
            words = actual.words.replace("-", "−")
        else:
            words = number(actual.value) + ("" if unit.startswith("%") or not unit else " ") + unit
        return words

    def deadline(self, item: Item) -> str:
        """Return a deadline in its author's words, or the same said in the page's language."""
        deadline = item.deadline
        if deadline is None:
            return self.w("none stated")
        if deadline.kind in ("none", "not-stated"):
            return self.w(KINDS[deadline.kind])
        han = _HAN.search(deadline.words)
        foreign = not han if self.w.chinese else han or (deadline.kind == "during" and ".." in deadline.words)
        said = self._said_anew(item, deadline) if foreign else ""
        return said or deadline.words

    def _every(self, deadline: Deadline) -> str:
        """How often, and from when to when."""
        often = self.w(f"every {deadline.every}")
        if not deadline.instances:
            return often
        period = Period(deadline.instances[0].first, deadline.instances[-1].last)
        return self.w("{often}, {period}", often=often, period=self.period(period))

    def _said_anew(self, item: Item, deadline: Deadline) -> str:
        if deadline.kind == "conditional" and item.condition is not None:
            return self.w("after {what}", what=self.named(item.condition))
        if deadline.kind == "each" and deadline.every is not None:
            return self._every(deadline)
        if deadline.span is None or deadline.kind not in _AGAIN:
            return ""
        phases = [self.text(p.title) for p in self.system.phases if p.id in deadline.periods]
        period = self.listing(phases) if phases else self.period(deadline.span)
        words = self.w(_AGAIN[deadline.kind], period=period)
        return self.w("strive: {words}", words=words) if deadline.strive else words
