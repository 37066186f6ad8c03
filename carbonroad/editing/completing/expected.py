"""Which map of the format the cursor is in, and of which kind the value is that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.schema.forms import kind_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.editing.cursors.levels import Level
    from carbonroad.read.vocabulary.shape import Field, Shape


class Expected(NamedTuple):
    """A value of the format.

    Attributes:
        kind: Of which kind, as `schema.forms.kind_name` has it; `target` and `actual` for one entry of
            `targets` and `actual`; empty where the format says nothing.
        shape: The map of the format whose key it stands under; None for a map with the writer's own keys.
        field: That key; of what stands in such a map, the nearest above.
    """

    kind: str = ""
    shape: Shape | None = None
    field: Field | None = None

    @property
    def map_shape(self) -> Shape | None:
        """The map that the value may be; None where it may be none, or one with the writer's own keys."""
        how, _, name = self.kind.partition(":")
        return SHAPES[name] if how == "shape" else SHAPES.get(_MAPS.get(self.kind, ""))

    @property
    def item(self) -> Expected | None:
        """What an item is, where the value may be a list."""
        how, _, name = self.kind.partition(":")
        if how == "list":
            return self._replace(kind=f"shape:{name}")
        return self if self.kind in _SEVERAL else None

    def below(self, key: str) -> Expected:
        """Return the value of a key, where this is a map."""
        shape = self.map_shape
        if shape is not None:
            field = shape.by_key.get(key)
            return Expected() if field is None else Expected(kind_name(shape, field), shape, field)
        how, _, name = self.kind.partition(":")
        kind = f"shape:{name}" if how == "map" else _EACH.get(self.kind, "")
        return Expected(kind, None, self.field)


_MAPS = {
    "afters": "after",
    "citations": "citation",
    "deadline": "deadline",
    "baseline": "baseline",
    "allocation": "allocation",
    "target": "target",
    "actual": "actual",
}
_SEVERAL = frozenset(
    ("names", "refs", "tags", "lines", "texts", "rules", "afters", "citations", "target", "texts")
)
_EACH = {
    "targets": "target",
    "actuals": "actual",
    "series": "measured",
    "ranges": "value",
    "levels": "word:level",
    "file-ignores": "rules",
    "finished": "last-day",
    "weights": "number",
}
"""The values of a map with the writer's own keys, such as years."""


def expected_by(root: Shape, levels: Sequence[Level]) -> tuple[Expected, Expected]:
    """Return what the last map or list is, and what the value in it is that the cursor is at."""
    outer = inner = Expected(f"shape:{root.name}")
    for level in levels:
        outer = inner
        inner = (outer.item or Expected()) if level.listed else outer.below(level.key)
    return outer, inner
