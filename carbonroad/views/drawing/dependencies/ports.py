"""Where lines meet an item: its port on a row, and the names of its events."""

from carbonroad.base.record import NamedTuple
from carbonroad.views.drawing.items.relations import Relation


class Port(NamedTuple):
    """Where dependencies meet an item, relative to the middle of its block.

    Attributes:
        start: Where the item begins (a work's start event), else its right end.
        end: Where it ends.
        right: Where a line leaves or enters on the right.
        node: Whether its ends are numbered events.
    """

    start: float
    end: float
    right: float
    node: bool = False


def entered_event(relation: Relation) -> str:
    """Return the event of the work that waits at which a dependency arrives."""
    return event_key(relation.target, "end" if relation.into_end else "start")


def event_key(ref: str, end: str) -> str:
    """Return the name of an event: of a work's start or end."""
    return f"{ref}|{end}"
