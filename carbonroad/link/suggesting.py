"""What a finding about an unknown name offers: the names that were perhaps meant, their places, a repair."""

from collections.abc import Callable, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import Said, say
from carbonroad.findings import Fix, Related, Span
from carbonroad.model.terms import Words
from carbonroad.read.phrases import did_you_mean, replace

_SIGNS = lazy_pattern(r"(?<!\s)\s*(?:[、，,;；/／&＆+]|(?<=\w)(?:和|与|及)(?=\w)|\sand\s)\s*")
_BLANKS = lazy_pattern(r"\s+")
_LONGEST = 300
"""Characters beyond which a string is prose, and no name with something added to it."""
_LONGEST_NAME = 80
_SHORTEST_PART = 3
MOST_FITTING = 20
"""Names that a finding lists for one that fits several."""
_JOINTS = lazy_pattern(r"[-_.@]")


class Offer(NamedTuple):
    """The parts of a finding that offer another name; `help` is empty where none is near."""

    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def offer(words: Words, names: Sequence[str], place: Callable[[str], Span], *, sure: bool) -> Offer:
    """Offer names for what was typed; a fix only where there is one.

    Args:
        words: What was typed.
        names: The known names that are nearest.
        place: Where the bearer of a name is declared.
        sure: Whether nothing else can be meant, so that the fix is safe.
    """
    if not names:
        return Offer()
    related = tuple(Related(place(name), say("did you mean this one?")) for name in names)
    fix = replace(words, names[0], safe=sure) if len(names) == 1 else None
    return Offer(did_you_mean(names), related, fix)


def in_parts(text: str, known: Callable[[str], bool]) -> Said | None:
    """Offer a list for several known names in one string; None where it is not that."""
    if len(text) > _LONGEST:
        return None
    for joint in (_SIGNS, _BLANKS):
        parts = [part for part in joint.split(text.strip()) if part]
        if len(parts) > 1 and all(known(part) for part in parts):
            return say("write a list: [{names}]", names=", ".join(parts))
    return None


def known_start(text: str, known: Callable[[str], bool]) -> str:
    """The longest known name that a text begins with and goes on after; empty where there is none."""
    for end in range(min(len(text) - 1, _LONGEST_NAME), 1, -1):
        within = text[end - 1 : end + 1].isascii() and text[end - 1 : end + 1].isalnum()
        if not within and known(text[:end].strip()):
            return text[:end].strip()
    return ""


def some(names: Sequence[str]) -> str:
    """The names that a text fits, or the first of very many: a file may hold thousands."""
    if len(names) <= MOST_FITTING:
        return ", ".join(names)
    first = ", ".join(names[:MOST_FITTING])
    return say("{names} and {n} more", names=first, n=len(names) - MOST_FITTING)


def pieces(ident: str) -> frozenset[str]:
    """What stands in an id between `-`, `_`, `.` or `@`, in small letters."""
    return frozenset(_JOINTS.split(ident.casefold()))


def is_part(name: str, ident: str) -> bool:
    """Tell whether a name of three signs or more is a whole part of an id, between `-`, `_`, `.` or `@`."""
    parts, whole = (_JOINTS.sub("-", text.casefold()) for text in (name, ident))
    return len(name) >= _SHORTEST_PART and f"-{parts}-" in f"-{whole}-"
