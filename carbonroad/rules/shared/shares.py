"""How the rules of divided targets name the roadmaps below and their parts."""

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce

from carbonroad.base.texts.said import Said, all_of, say, sayable
from carbonroad.compute.allocation.allocated import Allocated
from carbonroad.compute.allocation.shares import Share, times_of
from carbonroad.findings import Related, Span
from carbonroad.rules.shared.figures import amount, figure

_SHOWN = 8
_POINTED_AT = 5
_COMMA = sayable("{first}, {next}")
_DOT = sayable("{first} · {next}")


def names_of(shares: Sequence[Share]) -> Said | str:
    """Return the names of some roadmaps; of many the first few and how many more."""
    names = [share.child.name for share in shares]
    return all_of(names) if len(names) <= _SHOWN else _first_of(names, _COMMA)


def number_of(found: Allocated, number: Fraction) -> Said | str:
    """Return a sum, a mean or a part in the terms in which it is counted."""
    if found.terms.startswith("points"):
        return _points(number)
    if found.terms.startswith(("percent", "multiple")):
        return f"{figure(number)}{'%' if found.terms.startswith('percent') else '×'}"
    return amount(number, found.indicator.unit)


def gap_of(found: Allocated) -> Said | str:
    """Return what is lacking, or too much; between percentages in percentage points."""
    gap = abs(found.gap or Fraction(0))
    return _points(gap) if found.in_points else number_of(found, gap)


def parts_of(found: Allocated) -> Said | str:
    """Return what each roadmap contributes, the largest number first; of many the first few."""
    known = sorted(found.counted, key=lambda share: -_size(share))
    parts = [_part(found, share) for share in known]
    return _listed(parts, _DOT) if len(parts) <= _SHOWN else _first_of(parts, _DOT)


def times_stated(shares: Sequence[Share]) -> Said | str:
    """Return for which other times some roadmaps state targets; of many the first few."""
    parts = [f"{share.child.name} {times_of(share.others)}" for share in shares]
    return _listed(parts, _DOT) if len(parts) <= _SHOWN else _first_of(parts, _DOT)


def _first_of(words: Sequence[Said | str], between: str) -> Said:
    first = _listed(words[: _SHOWN - 1], between)
    return say("{names} and {n} more", names=first, n=len(words) - _SHOWN + 1)


def _listed(words: Sequence[Said | str], between: str) -> Said | str:
    return reduce(lambda first, word: say(between, first=first, next=word), words)


def _points(number: Fraction) -> Said:
    if number == 1:
        return say("1 percentage point")
    return say("{n} percentage points", n=figure(number))


def places_of(shares: Sequence[Share]) -> list[Related]:
    """Return where the first few of some parts are stated."""
    targets = [(share.child.name, share.target) for share in shares if share.target is not None]
    return [
        Related(Span(target.path, target.start, target.end), say("{name} states this", name=name))
        for name, target in targets[:_POINTED_AT]
    ]


def _part(found: Allocated, share: Share) -> Said | str:
    number = number_of(found, share.low if share.low is not None else share.high or Fraction(0))
    if share.weight is None:
        return say("{name} {number}", name=share.child.name, number=number)
    return say(
        "{name} {number} × {weight}", name=share.child.name, number=number, weight=figure(share.weight)
    )


def _size(share: Share) -> Fraction:
    number = share.low if share.low is not None else share.high or Fraction(0)
    return abs(number) * (1 if share.weight is None else share.weight)
