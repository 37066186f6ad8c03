"""What an English number says something of: the subject of its verb, the object, or what follows "of"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy import words_en as words
from carbonroad.importing.policy.masks import HIDDEN

if TYPE_CHECKING:
    from carbonroad.importing.policy.amounts_en import Amount

BASELINE = lazy_pattern(
    r"(?:[Cc]ompared\s(?:with|to)|[Rr]elative\sto|[Aa]gainst|[Ff]rom|[Bb]elow|[Vv]ersus"
    r"|vs\.?)\s(?:the\s)?(?P<year>(?:19|20)[0-9]{2})(?:\s(?:levels?|baseline))?"
)
_OF = lazy_pattern(r"\s(?:of\s(?:the\s|all\s)?)")
_FROM = lazy_pattern(r"\sfrom\s(?:around\s|about\s)?[0-9][^;]{0,50}?\s(?:(?:up|down)\s)?to\s\Z")
_AMOUNT_OF = lazy_pattern(r"(?P<name>[^,;:]{3,100}?)\s(?:of|at)\s\Z")
_PASSIVE = lazy_pattern(r"\s(?:will|shall|must|may|can|are|is|should)\s(?:be\s)?(?:to\sbe\s)?")
_LAST_PREPOSITION = lazy_pattern(r"\s(?:by|in|from|before|and|over)\Z")
_BOUNDED = lazy_pattern(r"(?:below|above|under|within|to)\b")
_EXCEED = {"not exceed": "not exceed", "exceed": "above", "exceeds": "above"}
_LONGEST = 120
_PHRASE_END = lazy_pattern(r"[,;.]|\s(?:by|in|before|from|and|compared|relative|with|while|so|to)\s|\Z")
_CLAUSE = lazy_pattern(r"\swhile\s|:\s")
_BOUNDS = ("below", "above", "under", "within")
_PERCENT = ("%", "percent", "per cent")
_FARTHEST = 600
"""Characters before a number in which what it is about is looked for."""
_WINDOW = 220
"""Characters before a number in which its verb is looked for."""


class About(NamedTuple):
    """What a number is about.

    Attributes:
        name: The indicator.
        way: `down`, `up`, or "" for a level.
        start: Where its words begin.
        end: Where they end.
        bound: A bound that stands before the number with its verb: below, not exceed.
    """

    name: str
    way: str
    start: int
    end: int
    bound: str = ""


def about(hidden: str, amount: Amount, limits: tuple[int, int], last: About | None) -> About | None:
    """Find what a number is about.

    Args:
        hidden: The text without brackets and deadlines.
        amount: The number.
        limits: Where the number before it ends, and where the next one begins.
        last: What the number before it was about.
    """
    low, high = max(limits[0], amount.start - _FARTHEST), limits[1]
    before = _FROM.sub(" to ", hidden[low : amount.start])
    start = low + _skip(before, continued=last is not None)
    near = before[-_WINDOW:]
    acted, level = words.ACTED.search(near), words.LEVEL.search(near)
    ends = (start, amount.end)
    found = _acted(acted, ends) if acted and not _is_nearer(level, acted) else None
    if found is None and level is not None:
        subject = before[: len(before) - len(near) + level.start()]
        found = _level(level, _last_clause(subject, continued=last is not None), amount, ends, last)
    if found is None:
        found = _behind_colon(before, ends) or _given(before, amount, ends)
    return found or _made(hidden, before, amount, (start, high), last) or _named(before, amount, start, last)


_COLON = lazy_pattern(
    r":\s(?:(?P<way>down|up|minus|plus|reduced?|cut|increased?)\s(?:by\s)?|to\s)?\Z", re.IGNORECASE
)
_GIVEN = lazy_pattern(
    r"(?P<name>[^.;:,]{3,100}?)\s(?:will|shall|must|should|is\sto|are\sto)\sbe\s"
    r"(?P<verb>[a-z]{3,20}\s(?:to|on|in|at|for|across))\s\Z"
)


def _behind_colon(before: str, ends: tuple[int, int]) -> About | None:
    """X: a number; X: down a number."""
    near = before[-_WINDOW:]
    found = _COLON.search(near)
    name = _clean(near[: found.start()].rsplit(":", maxsplit=1)[-1]) if found else ""
    return About(name, _way((found["way"] or "").lower()), *ends) if found and len(name) > 3 else None


def _given(before: str, amount: Amount, ends: tuple[int, int]) -> About | None:
    """X will be given to so many things."""
    found = _GIVEN.search(before[-_WINDOW:]) if amount.thing else None
    name = f"{_clean(found['name'])} {found['verb']} {amount.thing}" if found else ""
    return About(name[:_LONGEST], "", *ends) if found else None


def _is_nearer(level: re.Match[str] | None, acted: re.Match[str]) -> bool:
    """Whether a verb such as "reach" stands between the number and an earlier "increase X"."""
    if level is None or level.start("verb") <= acted.start("name"):
        return False
    return level["verb"].lower() not in ("is", "are", "be")


def _acted(acted: re.Match[str], ends: tuple[int, int]) -> About | None:
    """Cut X by a number, raise X to a number."""
    verb, preposition = acted["verb"].lower(), (acted["prep"] or "").lower()
    name = _clean(acted["name"])
    if not name:
        return None
    way = _way(verb) if preposition in ("by", "") else ""
    return About(name, way, *ends, preposition if preposition in _BOUNDS else "")


def _way(verb: str) -> str:
    return "down" if verb.startswith(words.DOWN) else "up" if verb.startswith(words.UP) else ""


def _level(
    level: re.Match[str], subject: str, amount: Amount, ends: tuple[int, int], last: About | None
) -> About | None:
    """X reaches a number, X falls by a number; without a subject, that of the number before."""
    name = _clean(subject) or (last.name if last else "")
    if name.lower() == "there":
        name = amount.thing
    if len(name) < 3:
        return None
    way = _way((level["trend"] or level["trend2"] or "").lower().removeprefix("be "))
    if level["trend2"] and _BOUNDED.match(amount.words):
        way = ""
    verb = level["verb"].lower()
    bound = (level["bound"] or "").strip() or (level["to"] or verb).split()[-1].lower()
    return About(name, way, *ends, bound if bound in _BOUNDS else _EXCEED.get(verb, ""))


def _made(
    hidden: str, before: str, amount: Amount, place: tuple[int, int], last: About | None
) -> About | None:
    """Build so many things; so much of something; so many things shall be something."""
    start, high = place
    made = words.MAKE.search(before[-80:])
    rest, end = _rest(hidden, amount, high)
    what = f"{amount.thing} {rest}".strip() if amount.thing else rest
    if (made and what) or (amount.thing and rest and not amount.money):
        name = _clean(_PASSIVE.sub(" ", what, count=1))
        if made and made["verb"].lower() not in ("have", "set up"):
            name = f"{made['verb'].lower()} {name}"
        begin = amount.start if last is not None and not made else start
        return About(name[:_LONGEST], "", begin, max(end, amount.end))
    if rest and not amount.thing and _PASSIVE.match(hidden, amount.end):
        return About(_clean(_PASSIVE.sub("", f" {rest}", count=1))[:_LONGEST], "", start, end)
    if rest and _OF.match(hidden, amount.end):
        return About(_clean(rest)[:_LONGEST], "", amount.start if last is not None else start, end)
    return None


def _named(before: str, amount: Amount, start: int, last: About | None) -> About | None:
    """The number before it once more; "output of" a number; or only the thing that is counted."""
    words_before = _last_clause(before, continued=last is not None)
    stripped = _clean(words_before).rstrip(":")
    if last and (len(stripped) < 4 or stripped.lower() in ("of which", "of these", "including")):
        return last._replace(start=start, end=amount.end)
    if named := _AMOUNT_OF.search(words_before[-_WINDOW:]):
        return About(_clean(named["name"]), "", start, amount.end)
    if amount.thing and len(stripped) < 4:
        return About(amount.thing, "", start, amount.end)
    phrase = stripped.rsplit(", ", maxsplit=1)[-1]
    if amount.words.startswith(_SHORT_FORM) and _PHRASE.fullmatch(phrase) and not words.MAKE.match(phrase):
        return About(phrase, "", max(start, amount.start - len(phrase) - 1), amount.end)
    return None


_SHORT_FORM = ("below", "under", "no more", "not more", "at most", "less than", "no less", "at least", "+")
_PHRASE = lazy_pattern(
    r"(?!.*\b(?:will|shall|must|should|is|are|was|were|has|have|with|who|that|which|to|for)\b)"
    r"[A-Z]?[A-Za-z’'-]+(?:\s[A-Za-z0-9/’'-]+){0,6}"
)
"""A name without a verb, as in notes: Community emissions below 90,000 t in 2030."""


def _skip(before: str, *, continued: bool) -> int:
    """How much of the words before a number is a comma, an "and" or about the number before it."""
    if continued and HIDDEN in before:
        shorter = before[before.rindex(HIDDEN) + 1 :].lstrip(" ,;")
        base = BASELINE.match(shorter)
        shorter = shorter[base.end() :].lstrip(" ,;") if base else shorter
    else:
        shorter = before.lstrip(" ,;" + HIDDEN)
        if HIDDEN in before[: len(before) - len(shorter)]:
            return 0
    return len(before) - len(shorter.removeprefix("and ").removeprefix("while "))


def _last_clause(text: str, *, continued: bool) -> str:
    """The words after the last deadline, or after the last colon or "while"."""
    after = text.rsplit(HIDDEN, maxsplit=1)[-1]
    if continued and HIDDEN in text:
        return after.lstrip(" ,")
    plain = (after if len(after.strip(" ,")) > 3 else text.replace(HIDDEN, " ")).lstrip(" ,")
    ends = [found.end() for found in _CLAUSE.finditer(plain)]
    return plain[ends[-1] :] if ends else plain


def _rest(hidden: str, amount: Amount, high: int) -> tuple[str, int]:
    """The words behind a number: of rooftop solar, of new buses are electric."""
    found = _OF.match(hidden, amount.end, high)
    start = found.end() if found else amount.end
    text = hidden[start:high].split(HIDDEN, maxsplit=1)[0]
    passive = _PASSIVE.match(text)
    whole = passive or (found and amount.unit in _PERCENT)
    stop = None if whole else _PHRASE_END.search(text)
    text = (text[: stop.start()] if stop else text.split(",", maxsplit=1)[0]).rstrip(" .,;")
    if passive:
        text = _LAST_PREPOSITION.sub("", text)
    return (text.strip(), start + len(text)) if found or amount.thing or passive else ("", amount.end)


def _clean(text: str) -> str:
    """Words without base years and what belongs to the verb."""
    plain = text.replace(HIDDEN, " ").strip(" ,;.")
    for _ in range(5):
        opening = words.STRIP_BEFORE.match(plain)
        shorter = words.STRIP_AFTER.sub("", plain[opening.end() :] if opening else plain).rstrip()
        base = BASELINE.search(shorter)
        if base:
            shorter = (shorter[: base.start()] + shorter[base.end() :]).strip(" ,")
        if shorter == plain:
            break
        plain = shorter
    return " ".join(plain.split()).strip(" ,;.")
