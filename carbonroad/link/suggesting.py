"""What a finding about an unknown name offers: the names that were perhaps meant, their places, a repair."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from carbonroad.base.said import say
from carbonroad.findings import Fix, Related, Span
from carbonroad.model.terms import Words
from carbonroad.read.phrases import did_you_mean, replace


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
