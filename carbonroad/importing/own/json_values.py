"""Deadlines, values, references and citations of an exported document, as they are typed in a file."""

import re
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.durations import SHORT_UNITS
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import Unit
from carbonroad.base.values.value import Value as Quantity
from carbonroad.importing.draft import Value, given
from carbonroad.importing.own.json_members import Json, Members

_LENGTH = re.compile(r"(-?[0-9]{1,6}) (day|week|month|year)")


class DocumentContext(NamedTuple):
    """What words are read by: the members of a document, its phases, and what "before" means.

    Attributes:
        members: Reads the document.
        periods: Its phases.
        exclusive: Whether "before 2030" ends before 2030 begins.
        names: Qualified ids of everything that can be referred to.
    """

    members: Members
    periods: tuple[NamedPeriod, ...]
    exclusive: bool
    names: frozenset[str]

    def deadline(self, value: object, at: str) -> tuple[Value, str]:
        """Return a deadline as it is typed and its kind; its words alone where they say the same days."""
        if isinstance(value, str):
            return value, ""
        said = self.members.mapping(value, at)
        words = self.members.text(said.get("text"), f"{at}.text")
        kind = said.get("kind")
        read = parse_deadline(words, self.periods, exclusive=self.exclusive) if words else None
        if isinstance(read, Deadline):
            return words, read.kind
        by = self.members.text(said.get("by"), f"{at}.by")
        by = by or self.members.text(said.get("edtf"), f"{at}.edtf").removeprefix("../")
        by = by or self.members.text(said.get("latest"), f"{at}.latest")
        if by and words:
            return {"words": words, "by": by}, "by"
        if words and kind is not None:
            self.members.wrong(at, say('"{words}" is not understood as a deadline', words=words))
            return {"x-deadline": words}, ""
        return "", ""

    def reference(self, value: object, part: str, at: str) -> str:
        """Return a qualified reference as it is typed in a part: bare where nothing else has the name.

        One that leads to nothing, as where only some of a roadmap was exported, is told and left out.
        """
        text = self.members.text(value, at)
        if not text:
            return ""
        ref = next((ref for ref in (text, f"{part}.{text}", f"top.{text}") if ref in self.names), "")
        home, _, name = ref.partition(".")
        if not ref:
            self.members.wrong(at, say('"{name}" is not in this file', name=text))
            return ""
        if home == part or (home == "top" and f"{part}.{name}" not in self.names):
            return name
        return ref

    def references(self, value: object, part: str, at: str) -> list[str]:
        """Return references as they are typed in a part."""
        found = (self.reference(one, part, at) for one in self.members.strings(value, at))
        return [one for one in found if one]

    def citations(self, value: object, at: str) -> list[Value]:
        """Return citations: a document's id alone where nothing else is said."""
        return [self._citation(one, inner) for one, inner in self.members.maps(value, at)]

    def _citation(self, said: Json, at: str) -> Value:
        members = self.members
        deadline, _ = self.deadline(said.get("deadline"), f"{at}.deadline")
        entry = given(
            {
                "id": members.text(said.get("source"), f"{at}.source"),
                "clause": members.text(said.get("clause"), f"{at}.clause"),
                "quote": members.texts(said.get("quote"), f"{at}.quote"),
                "deadline": deadline,
                "url": members.text(said.get("url"), f"{at}.url"),
                "evidence": members.text(said.get("evidence"), f"{at}.evidence"),
                "note": members.texts(said.get("note"), f"{at}.note"),
            }
        )
        return entry["id"] if set(entry) == {"id"} and "#" not in str(entry["id"]) else entry

    def length(self, value: object, at: str) -> str:
        """Return a duration as it is typed: `9mo` of "9 month"."""
        typed = self.members.text(value, at)
        found = _LENGTH.fullmatch(typed)
        return f"{found[1]}{SHORT_UNITS[found[2]]}" if found else typed

    def unit(self, said: Json, at: str) -> Value:
        """Return a unit, by languages where it has several names."""
        if said.get("unit_names"):
            return self.members.texts(said["unit_names"], f"{at}.unit_names")
        return self.members.text(said.get("unit"), f"{at}.unit")

    def baseline(self, value: object, at: str) -> Value:
        """Return a base year, `{year, value}`, or words."""
        if not isinstance(value, dict):
            return self.members.text(value, at)
        if value.get("texts"):
            return self.members.texts(value["texts"], f"{at}.texts")
        words = self.members.text(value.get("text"), f"{at}.text")
        number = self.members.text(value.get("value"), f"{at}.value")
        return {"year": words, "value": number} if number else words


def is_change(text: str, unit: Unit | None, said: object, usual: object) -> str:
    """Return `true` or `false` where a value would be read another way than the document says.

    Args:
        text: Its words.
        unit: The indicator's.
        said: Whether it is a change, as the document has it; nothing where that is not known.
        usual: What its indicator says of all its values.
    """
    if not isinstance(said, bool):
        return ""
    read = parse_value(text, unit, change=usual if isinstance(usual, bool) else None)
    if isinstance(read, Quantity) and read.understood and read.change is said:
        return ""
    other = parse_value(text, unit, change=said)
    return ("true" if said else "false") if isinstance(other, Quantity) and other.change is said else ""


def years_of(first: str, last: str) -> str:
    """Return a phase's years as they are typed: `2026..2030`, by days where it has parts of years."""
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return f"{first}..{last}" if first and last else first or last
    if (days[0].month, days[0].day, days[1].month, days[1].day) == (1, 1, 12, 31):
        return f"{days[0].year:04}..{days[1].year:04}"
    return f"{first}..{last}"
