"""Where in a file a thing was written."""

from typing import NamedTuple

from carbonroad.findings import Span


class Place(NamedTuple):
    """A map of the file: its span, its pointer by ids, and where each of its fields stands.

    Attributes:
        path: The file as the user named it.
        pointer: Such as `milestones[peak]`.
        start: Offset of the map's first character, in code points.
        end: Offset after its last.
        fields: English field name to (key start, key end, value start, value end).
    """

    path: str
    pointer: str
    start: int
    end: int
    fields: dict[str, tuple[int, int, int, int]]

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
