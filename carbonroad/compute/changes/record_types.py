"""What a version of a roadmap says, as plain records that can be compared."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from carbonroad.base.record import NamedTuple
from carbonroad.model.text import Text


class Ref(NamedTuple):
    """The name of something: `kind` is part, item, indicator, measure, phase, organisation or source."""

    kind: str
    name: str


class Key(NamedTuple):
    """What a record is about.

    Attributes:
        subject: roadmap, part, item, indicator, actual, measure, phase, organisation, source, pathway,
            emissions, link, revision, drawing, schedule or balance.
        at: Names and times that tell it from others of its kind.
    """

    subject: str
    at: tuple[Any, ...] = ()

    @property
    def ref(self) -> str:
        """The first name in it: `steel.M1`, `steel`, `ndrc`; empty for the whole roadmap."""
        first = self.at[0] if self.at else ""
        return first.name if isinstance(first, Ref) else str(first)


Record: TypeAlias = Mapping[str, Any]
"""Field → value: words, numbers, days, references, tuples of these. What is not given has no field."""
Records: TypeAlias = Mapping[Key, Record]
Renaming: TypeAlias = Mapping[Ref, Ref]


class Limit(NamedTuple):
    """A deadline as words and days.

    Attributes:
        words: As written; of a condition with the place of its name left open.
        kind: Which kind of deadline it is.
        base_kind: Of a conditional one: the kind it has once its condition is met.
        first: First day, None where open.
        latest: Latest day that binds, None where open or while a condition is not met.
        expected: While a condition is not met: the latest day to expect.
        strive: Whether it is only striven for.
        condition: What it waits for.
        every: How often it recurs.
        periods: The phases that it names.
    """

    words: str
    kind: str
    base_kind: str | None
    first: date | None
    latest: date | None
    expected: date | None
    strive: bool
    condition: Ref | str | None
    every: str | None
    periods: tuple[Ref, ...]


class Demand(NamedTuple):
    """A target's value: the author's words and everything it is measured by."""

    words: str
    kind: str
    low: float | None
    high: float | None
    strive: bool
    measure: str
    base: tuple[Any, ...] | None
    unit: str | None
    yearly: bool = False


class Measured(NamedTuple):
    """A measured value with its unit: another unit with the same number is another value."""

    value: float
    unit: str | None


class Emission(NamedTuple):
    """One year of a pathway; a range has two ends, and its value lies half-way between them."""

    value: float
    kind: str
    low: float
    high: float
    unit: str | None


def text_record(text: Text, first: str) -> tuple[tuple[str, str], ...]:
    """Return a text by language; what stands in the roadmap's first one is as if no language was named."""
    entries = text.entries
    if len(entries) == 1:
        tag, words = entries[0]
        return (("" if tag == first else tag, words),) if words else ()
    return tuple(sorted(("" if tag == first else tag, words) for tag, words in entries if words))


def renamed(value: Any, names: Renaming) -> Any:
    """Return a value with every name in it replaced by its new one."""
    if isinstance(value, Ref):
        return names.get(value, value)
    if isinstance(value, tuple) and value:
        if not hasattr(value, "_make"):
            return tuple(renamed(one, names) for one in value)
        return type(value)(*(renamed(one, names) for one in value))
    return value


def renamed_records(records: Records, names: Renaming) -> dict[Key, Record]:
    """Return records under their new names."""
    if not names:
        return dict(records)
    return {
        renamed(key, names): {field: renamed(value, names) for field, value in record.items()}
        for key, record in records.items()
    }
