"""Where in a file a thing was written."""

from collections.abc import Iterator, Mapping
from struct import unpack_from
from typing import TypeAlias

from carbonroad.base.record import NamedTuple
from carbonroad.findings import Span

Where: TypeAlias = tuple[int, int, int, int]
"""Key start, key end, value start, value end: offsets in code points."""


class Fields(Mapping[str, Where]):
    """Where the fields of a map stand, in a tenth of the room that a dict of them takes.

    Args:
        numbers: The number of each field by its name; one for all maps that have the same keys.
        offsets: Of each field, in the order of their numbers, four unsigned integers of 32 bits.
    """

    __slots__ = ("_numbers", "_offsets")

    def __init__(self, numbers: dict[str, int], offsets: bytes) -> None:
        self._numbers = numbers
        self._offsets = offsets

    def __getitem__(self, name: str) -> Where:
        first, second, third, fourth = unpack_from("=4I", self._offsets, 16 * self._numbers[name])
        return first, second, third, fourth

    def __contains__(self, name: object) -> bool:
        return name in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def __repr__(self) -> str:
        return repr(dict(self))


class Place(NamedTuple):
    """A map of the file: its span, its pointer by ids, and where each of its fields stands.

    Attributes:
        path: The file as the user named it.
        pointer: Such as `milestones[peak]`.
        start: Offset of the map's first character, in code points.
        end: Offset after its last.
        fields: Where each stands by its English name.
    """

    path: str
    pointer: str
    start: int
    end: int
    fields: Mapping[str, Where]

    def value(self, *names: str) -> Span:
        """Return the span of the first of these fields that was written, else of the map's first key."""
        for name in names:
            where = self.fields.get(name)
            if where is not None:
                return Span(self.path, where[2], where[3])
        return self.key()

    def key(self, name: str | None = None) -> Span:
        """Return the span of a field's key; without a name, of the map's first key."""
        where = self.fields.get(name) if name is not None else next(iter(self.fields.values()), None)
        if where is None:
            return Span(self.path, self.start, self.start) if name is None else self.key()
        return Span(self.path, where[0], where[1])

    def at(self, name: str) -> str:
        """Return the pointer of a field."""
        return f"{self.pointer}.{name}" if self.pointer else name


NOWHERE = Place("", "", 0, 0, {})
