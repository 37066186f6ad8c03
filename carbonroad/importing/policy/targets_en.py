"""Targets of an English sentence: what reaches, is cut by or is built, and the number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy.amounts_en import Amount, amounts, quantity
from carbonroad.importing.policy.dates import recurring
from carbonroad.importing.policy.subjects_en import BASELINE, About, about

if TYPE_CHECKING:
    from carbonroad.importing.policy.parts import When
    from carbonroad.importing.policy.scope import Scope

_STRETCH = lazy_pattern(
    r"\b(?:striv(?:es?|ing)|aiming|(?:an?\s)?(?:ambition|aspiration|stretch\s(?:goal|target|value))|seeking"
    r"|endeavou?ring)\s(?:for|to(?:\sreach|\sachieve)?|of)?\s?\Z"
)
_STRIVES = lazy_pattern(
    r"\bstriv(?:es?|ing)\s(?:to|for)\b|\bstretch\s(?:goal|target)\b|\baiming\s(?:for|at)\b"
)
_RATIO = lazy_pattern(r"\b(?:ratio|factor|index|coefficient|PUE|effectiveness|score)\b[^.;]{0,60}\Z")
_ONE_PHRASE = lazy_pattern(r"[^,;:.0-9\ue000]{0,60}")
_RESTATED = lazy_pattern(r"(?:\bi\.\s?e\.,?|\bthat\sis,?|\bequivalent\sto|\bcorresponding\sto|\bor)\s\Z")
_OF_SIZE = lazy_pattern(r"\b(?:volume|budget|size|cost|value|worth|total|endowment)\s(?:of\s)?\Z")
_OF_NOUN = lazy_pattern(r"\s(?:must|shall|will|should|may)\b")
_TO_FROM = lazy_pattern(r"\bfrom\s\Z")
_UP_FROM = lazy_pattern(
    r"(?:,|\()\sfrom\s\Z|\b(?:(?:up|down|compared)\s(?:from|with|to)|with|every|each|than|currently)\s\Z"
)
_UNTIL_TO = lazy_pattern(r"[^;]{0,60}?\s(?:to|up to|down to)\s")
_TWO_COMMAS = lazy_pattern(r"(?<![ ,]) ?,(?: ?,)*")

_MOST_NUMBERS = 40
"""Numbers of one sentence; one with more is a list that no rule understands."""


def read_targets(scope: Scope, low: int, high: int, whens: list[When], head: list[When]) -> bool:
    """Read the numbers of a part of a sentence; False where it asks for none."""
    hidden = scope.hidden
    found = [one for one in amounts(hidden, low, high) if one.unit or _is_ratio(hidden, one, low)]
    found = [one for one in found if not _is_beside(hidden, one, high)]
    baseline = BASELINE.search(hidden, low, high)
    base = baseline["year"] if baseline else ""
    if not found:
        return False
    if len(found) > _MOST_NUMBERS:
        scope.doubt("sentence-unclear", low, high)
        return True
    before, last = low, -1
    last_about: About | None = None
    added = False
    for place, amount in enumerate(found):
        following = found[place + 1].start if place + 1 < len(found) else high
        stretch = _STRETCH.search(hidden, max(before, amount.start - 50), amount.start)
        if stretch and last >= 0 and _add_stretch(scope, last, amount, following):
            before = amount.end
            continue
        found_about = about(hidden, amount, (before, following), last_about)
        if stretch and last_about is not None and (found_about is None or last >= 0):
            found_about = last_about._replace(way="", start=stretch.start(), end=amount.end, bound="")
        if found_about is None:
            if amount.money or not (amount.unit in ("%", "percent", "per cent") or whens):
                continue
            scope.doubt("indicator-unclear", amount.start, amount.end)
            continue
        when = _when(scope, amount, before, following, whens, head, low)
        striving = _STRIVES.search(hidden, max(before, amount.start - 80), amount.start)
        if amount.money and not when:
            continue
        if _add(scope, found_about, amount, when, base, strive=striving is not None):
            last, last_about, added = len(scope.items) - 1, found_about, True
        before = amount.end
    return added


def _is_ratio(hidden: str, amount: Amount, low: int) -> bool:
    """Whether a number without a unit is a ratio: lowered to 0.65."""
    return "." in amount.words and bool(_RATIO.search(hidden, low, amount.start))


def _is_beside(hidden: str, amount: Amount, high: int) -> bool:
    """Whether a number only says where something comes from, its size, or the same once more."""
    if _RESTATED.search(hidden, max(amount.start - 20, 0), amount.start):
        return True
    if amount.money and _OF_SIZE.search(hidden, max(amount.start - 20, 0), amount.start):
        return True
    sized = amount.words.startswith(
        ("above", "over", "below", "under", "more than", "less than", "fewer than")
    )
    if sized and _OF_NOUN.match(hidden, amount.end):
        return True
    return _is_first_of_two(hidden, amount, high)


def _is_first_of_two(hidden: str, amount: Amount, high: int) -> bool:
    """Whether a number is where something comes from: from 12% in 2022 to 30%."""
    if _UP_FROM.search(hidden, max(amount.start - 16, 0), amount.start):
        return True
    if not _TO_FROM.search(hidden, max(amount.start - 6, 0), amount.start):
        return False
    return bool(_UNTIL_TO.match(hidden, amount.end, min(amount.end + 80, high)))


def _when(
    scope: Scope, amount: Amount, before: int, following: int, whens: list[When], head: list[When], low: int
) -> When | None:
    """The deadline that governs a number: at the head of what leads to it, or behind it."""
    leading = [when for when in scope.within(before, amount.start) if not scope.is_past(when)]
    trailing = [when for when in scope.within(amount.end - 1, following) if not scope.is_past(when)]
    opens = whens and len(scope.masked[low : whens[0].start].split()) <= 1
    order = (leading, trailing) if opens or not trailing else (trailing, leading)
    if opens and not leading and amount.start > whens[0].start:
        earlier = [when for when in whens if when.end <= amount.start]
        if earlier and (len(whens) == 1 or not trailing):
            return earlier[-1]
    for group in order:
        if group:
            return group[-1] if group is leading else group[0]
    if len(whens) == 1:
        return whens[0]
    if whens:
        scope.doubt("deadline-unclear", amount.start, amount.end, "several")
        return None
    return head[-1] if head else scope.carried or recurring(scope.hidden, low, following)


def _add_stretch(scope: Scope, last: int, amount: Amount, following: int) -> bool:
    """A second number belongs to the target before it, where it has its unit and no deadline of its own."""
    target = scope.items[last]
    if any(when != target.when for when in scope.within(amount.end - 1, following)):
        return False
    made = quantity(amount, "", "")
    if target.quantity is None or made is None or target.quantity.unit != amount.unit or target.stretch:
        return False
    scope.items[last] = target._replace(stretch=made.words, place=target.place._replace(end=amount.end))
    return True


def _add(scope: Scope, about: About, amount: Amount, when: When | None, base: str, *, strive: bool) -> bool:
    bounded = (
        amount._replace(words=f"{about.bound} {amount.words}")
        if about.bound and not amount.words[:1].isalpha()
        else amount
    )
    striving = bounded._replace(words=f"strive for {bounded.words}")
    made = quantity(striving, "", base) if strive and not about.way else None
    made = made or quantity(bounded, about.way, base) or quantity(amount, about.way, base)
    if made is not None and not made.unit:
        scope.doubt("number-without-unit", amount.start, amount.end, about.name)
    if made is None:
        scope.doubt("number-unclear", amount.start, amount.end)
        return False
    if when is None:
        scope.doubt("deadline-unclear", about.start, about.end, "none")
    elif scope.is_past(when):
        return False
    end = about.end
    if when is not None and end <= when.start and _ONE_PHRASE.fullmatch(scope.hidden, end, when.start):
        end = when.end
    scope.add("target", about.name, about.start, end, when, made)
    return True


def title_of(scope: Scope, start: int, end: int) -> str:
    """The words of a clause without its deadlines."""
    plain = " ".join(scope.without_deadlines(start, end).split()).strip(" ,;.:")
    for word in ("and ", "while ", "but "):
        plain = plain.removeprefix(word)
    return _TWO_COMMAS.sub(",", plain).strip(" ,;.:")
