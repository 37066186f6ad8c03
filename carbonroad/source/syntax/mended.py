"""What mending a syntax error in memory gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:
    from carbonroad.source.yaml.holes import Loss


class Patch(NamedTuple):
    """The own text and place of a scalar that gave way to a sign."""

    text: str
    start: int
    end: int


class Mended(NamedTuple):
    """The text with one error less.

    Attributes:
        text: Of the same length.
        lost: What was blanked out; empty where the mending keeps all that was written.
        patches: Offset at which a scalar now begins → its own text and place.
        end: After the last character concerned.
    """

    text: str
    lost: tuple[Loss, ...]
    patches: dict[int, Patch]
    end: int
