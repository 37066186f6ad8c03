"""What the readers of a paragraph share: its text, where it stands, and what they found."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from carbonroad.importing.policy.masks import HIDDEN
from carbonroad.importing.policy.parts import Doubt, Item, Place

if TYPE_CHECKING:
    from datetime import date

    from carbonroad.importing.policy.parts import Kind, Quantity, Subject, When


class Scope:
    """The paragraph that is being read.

    Attributes:
        number: The paragraph's number.
        text: Its text.
        masked: The text with titles and brackets hidden, at equal length.
        clause: Where it stands.
        section: The number of its section.
        issued: The day the document was issued; what was due before it is history.
        whens: The deadlines in it, in their order.
        hidden: As `masked`, with the deadlines hidden too.
        carried: The deadline that the paragraph before gives to a list.
        name: The indicator of the number before, in the same sentence.
        items: What was found.
        doubts: What stays open.
    """

    __slots__ = (
        "_said",
        "_starts",
        "carried",
        "clause",
        "doubts",
        "hidden",
        "issued",
        "items",
        "masked",
        "name",
        "number",
        "section",
        "text",
        "whens",
    )

    def __init__(self, number: int, text: str, masked: str, clause: str, section: int) -> None:
        self.number = number
        self.text = text
        self.masked = masked
        self.clause = clause
        self.section = section
        self.issued: date | None = None
        self.name = ""
        self.carried: When | None = None
        self.whens: list[When] = []
        self.hidden = masked
        self._starts: list[int] = []
        self._said: set[Doubt] = set()
        self.items: list[Item] = []
        self.doubts: list[Doubt] = []

    def keep(self, whens: list[When]) -> None:
        """Take the deadlines of the paragraph, in their order; they are hidden in `hidden`."""
        pieces, place = [], 0
        for when in whens:
            pieces += [self.masked[place : when.start], HIDDEN * (when.end - when.start)]
            place = when.end
        self.whens = whens
        self.hidden = "".join([*pieces, self.masked[place:]])
        self._starts = [when.start for when in whens]

    def within(self, start: int, end: int) -> list[When]:
        """The deadlines between two places."""
        first = bisect_left(self._starts, start)
        found = self.whens[first : bisect_left(self._starts, end, first)]
        return found[:-1] if found and found[-1].end > end else found

    def without_deadlines(self, start: int, end: int, sign: str = "") -> str:
        """The text between two places, a sign or nothing in place of each character of its deadlines."""
        pieces, place = [], start
        for when in self.within(start, end):
            pieces += [self.text[place : when.start], sign * (when.end - when.start)]
            place = when.end
        return "".join([*pieces, self.text[place:end]])

    def add(
        self,
        kind: Kind,
        title: str,
        start: int,
        end: int,
        when: When | None,
        quantity: Quantity | None = None,
    ) -> Item:
        """Add an item whose words stand between two places."""
        item = Item(
            kind, title, Place(self.number, start, end), self.clause, when, quantity, section=self.section
        )
        self.items.append(item)
        return item

    def answer(self, made: int, subject: Subject) -> None:
        """Give the items of a sentence the bodies that it names; `made` is how many there were before it."""
        duties, said = subject
        for number in range(made, len(self.items)) if any(duties) else ():
            item = self.items[number]
            self.items[number] = item._replace(duties=duties) if said else item._replace(subject=duties)

    def doubt(self, rule: str, start: int, end: int, about: str = "") -> None:
        """Say that something stays open."""
        doubt = Doubt(rule, Place(self.number, start, end), about)
        if doubt not in self._said:
            self._said.add(doubt)
            self.doubts.append(doubt)

    def is_past(self, when: When | None) -> bool:
        """Whether a deadline lies before the document."""
        latest = when.deadline.latest if when and when.deadline else None
        return latest is not None and self.issued is not None and latest < self.issued
