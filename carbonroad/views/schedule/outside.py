"""What is not in the network, counted by why."""

from collections import Counter
from collections.abc import Sequence

from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.link.system import System
from carbonroad.model.items import Work
from carbonroad.views.document import Bullets, Section, Span
from carbonroad.views.shared.words import Words

_SHOWN = 8
KINDS = ("window", "undated", "milestone", "target")


def outside(system: System, schedule: Schedule, parts: Sequence[str] = ()) -> dict[str, int]:
    """Return how many items have no place in the network, by kind of item."""
    found = Counter(
        item.written.kind if isinstance(item.written, Work) else item.kind
        for ref, item in system.items.items()
        if ref not in schedule.activities and item.listed and (not parts or item.part in parts)
    )
    return {kind: found[kind] for kind in KINDS}


def outside_sections(words: Words, parts: Sequence[str]) -> list[Section]:
    """Return what is outside the network, and why, and what in it has no early dates; empty if nothing."""
    w, counts = words.w, outside(words.system, words.facts.schedule, parts)
    lines = tuple((Span(_counted(words, kind, n)),) for kind, n in counts.items() if n)
    found = []
    if lines:
        found.append(Section(w("Outside the network"), (Bullets(lines),), "outside"))
    undated = [ref for ref in words.facts.schedule.undated if not parts or ref.partition(".")[0] in parts]
    if undated:
        more = w(" and {n} others", n=len(undated) - _SHOWN) if len(undated) > _SHOWN else ""
        names = f"{words.listing(undated[:_SHOWN])}{more}"
        line = (Span(w("waiting for nothing dated: {items}", items=names)),)
        found.append(Section(w("Without early dates"), (Bullets((line,)),), "undated"))
    return found


def _counted(words: Words, kind: str, n: int) -> str:
    """How many items of a kind are outside, and why."""
    plural = words.w.plural
    match kind:
        case "window":
            return plural(
                "{n} work with days but no duration: it has no float",
                "{n} works with days but no duration: they have no float",
                n,
            )
        case "undated":
            return plural("{n} work without any day", "{n} works without any day", n)
        case "milestone":
            return plural(
                "{n} milestone that is linked to no work with a duration",
                "{n} milestones that are linked to no work with a duration",
                n,
            )
        case _:
            return plural(
                "{n} target that is linked to no work with a duration",
                "{n} targets that are linked to no work with a duration",
                n,
            )
