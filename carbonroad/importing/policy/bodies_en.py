"""Bodies and what they do, in English texts: "Lead: …; partners: …", "led by X with support from Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy.masks import brackets
from carbonroad.importing.policy.names_en import names_in
from carbonroad.importing.policy.parts import Duties

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABEL = lazy_pattern(
    r"(?<![A-Za-z])(?P<label>(?P<lead>Lead(?:ing)?(?:\s(?:body|bodies|agency|agencies"
    r"|department|departments|authority|organi[sz]ation|partner|ministry))?|Led\sby"
    r"|Coordinat(?:or|ion|ed\sby|ing\s(?:body|agency)))"
    r"|(?P<support>Partners?(?:\s(?:bodies|organi[sz]ations|agencies))?|(?:Delivery"
    r"|Supporting|Key)\spartners?|Support(?:ing)?(?:\s(?:bodies|body|from|agencies"
    r"|departments|department|agency|by))?|Supported\sby|Contributors?|Cooperation"
    r"|With\ssupport\sfrom|In\scooperation\swith|Participating(?:\s(?:bodies"
    r"|departments))?|Contributing(?:\s(?:bodies|departments|agencies))?)"
    r"|(?P<owner>Responsible(?:\s(?:body|bodies|party|parties|department|departments"
    r"|unit|units|agency|agencies|authority|authorities|ministry|entity|entities"
    r"|for\sdelivery))?|Responsibility|Owners?|Accountable(?:\sbody)?|Implement(?:ed\sby"
    r"|ing\s(?:body|bodies|agency|agencies))|Delivered\sby|Delivery\sbody))"
    r"(?:\*\*|__)?\s*[:：–](?:\*\*|__)?\s*",
    re.IGNORECASE,
)
_LED = lazy_pattern(
    r"(?:[Tt]his\s(?:action|measure|task|work|goal|programme)\s(?:is|will\sbe)\s"
    r"|[Ii]t\s(?:is|will\sbe)\s|[Tt]he\s(?:action|measure|programme|work|task)\s(?:is"
    r"|will\sbe)\s)?"
    r"(?P<how>[Ll]ed\s(?:jointly\s)?by|[Cc]oordinated\sby|[Ii]mplemented\sby"
    r"|[Dd]elivered\sby|[Oo]verseen\sby|the\sresponsibility\sof"
    r"|[Tt]he\sresponsibility\sof)\s(?P<who>[^.;:()]{3,200})"
)
_WITH = lazy_pattern(
    r",?\s(?:and\s)?(?:(?:with|and)\s(?:the\s)?(?:support|assistance|help|participation"
    r"|contributions?|input|cooperation)\s(?:from|of|by)|supported\sby"
    r"|in\s(?:close\s)?(?:cooperation|co-operation|collaboration|partnership"
    r"|consultation|coordination|co-ordination)\swith|together\swith|jointly\swith|assisted\sby"
    r"|working\swith)\s"
)
_STOP = lazy_pattern(
    r"\s(?:will|shall|must|is|are|by\s(?:the\s)?(?:end|[0-9]|Q[1-4])|before|from"
    r"|in\s[0-9]|to\s[a-z]|who|which|that|has|have|should|under|within|no\slater)\b"
    r"|,\s(?:will|shall|by)\s"
)
_SUBJECT = lazy_pattern(
    r"(?P<who>(?:[Tt]he\s)?[A-Z][^.;:()0-9]{2,200}?)(?P<with>,?\s(?:in\s(?:close\s)?(?:cooperation"
    r"|co-operation|collaboration|partnership|consultation|coordination|co-ordination)\swith|together\swith|jointly\swith"
    r"|with\s(?:the\s)?support\s(?:from|of)"
    r"|supported\sby)\s(?P<others>[^.;:()0-9]{3,160}?))?,?\s"
    r"(?:will(?:\sjointly)?|shall(?:\sjointly)?|must|is\sto|are\sto|should"
    r"|is\sresponsible\sfor|are\s(?:jointly\s)?responsible\sfor|has\sto|leads?"
    r"|coordinates?)(?:\s|,)"
)

Found = tuple[int, int, Duties, tuple[str, ...]]


def clauses(text: str, start: int) -> Iterator[Found]:
    """Find the clauses that are about duties alone, in brackets, behind labels or as a sentence.

    A clause in a sentence that others follow governs that sentence: an empty one is given before it.
    """
    seen = start
    for low, high in brackets(text):
        duties, odd = _bracketed(text[low + 1 : high]) if low >= seen else (Duties(), ())
        if not any(duties) and not odd:
            continue
        begin = _sentence_start(text, seen, low)
        if begin > seen and text[high + 1 :].strip(" .;,") and begin < low:
            yield begin, begin, Duties(), ()
        yield low, high + 1, duties, odd
        seen = high + 1
    found = _labels(text, seen, start) or _last_words(text, seen)
    closing = [found] if found is not None else list(_behind_dash(text, seen))
    if closing:
        yield from closing
        return
    for led in _LED.finditer(text, seen):
        before = text[start : led.start()].rstrip()
        end = _end_of_sentence(text, led.end())
        if (not before or before[-1] in ".;:") and not _STOP.search(_and_with(led["who"])[0]):
            duties, odd = _led(led[0])
            yield led.start(), end, duties, odd
            return


def _bracketed(inner: str) -> tuple[Duties, tuple[str, ...]]:
    """What brackets say of bodies: labels, who leads, or only their names."""
    if _LABEL.match(inner):
        return _labelled(inner)
    if _LED.match(inner):
        return _led(inner)
    duties = Duties()
    for part in inner.split(";"):
        words, others = _and_with(part)
        acts = _ACTS.match(words.strip())
        words = acts["who"] if acts else words
        names, odd = names_in(words, strict=True)
        support, more = names_in(others, strict=False) if others else ((), [])
        if odd or more or not names:
            return Duties(), ()
        role = "owner" if acts is None else "lead" if acts["lead"] else "support"
        duties = duties.joined(Duties(support=support)).joined(Duties(**{role: names}))
    return duties, ()


_ACTS = lazy_pattern(
    r"(?P<who>[^;:()]{2,160}?)\s(?:(?:to\s|will\s)?(?:(?P<lead>leads?|coordinates?)|(?:supports?|helps?|assists?))\b.*\Z)"
)


def _labels(text: str, seen: int, start: int) -> Found | None:
    """Labels up to the end of the paragraph; "led by X" before them belongs to them."""
    first = _LABEL.search(text, seen)
    while first is not None and not _begins(text, first.start(), start):
        first = _LABEL.search(text, first.end())
    if first is None:
        return None
    duties, odd = _labelled(text[first.start() :])
    place = _sentence_start(text, seen, first.start())
    led = _LED.match(text, place, first.start())
    if led is None or text[led.end() : first.start()].strip(" ;,"):
        return first.start(), len(text), duties, odd
    leading, more = _led(led[0])
    return place, len(text), leading.joined(duties), (*more, *odd)


def _sentence_start(text: str, seen: int, end: int) -> int:
    """Where the sentence that ends at a place begins."""
    stop = text.rfind(". ", seen, end)
    return stop + 2 if stop >= 0 else seen


def _last_words(text: str, seen: int) -> Found | None:
    """A last sentence that says no more than who: X leads, Y helps."""
    place = _sentence_start(text, seen, len(text.rstrip(" .")))
    leads = _LEADS.match(text, place) if place > seen else None
    if leads is not None:
        names, odd = names_in(leads["who"], strict=True)
        support, more = names_in(leads["others"], strict=True) if leads["others"] else ((), [])
        if names and not odd and not more:
            return leads.start(), len(text), Duties(lead=names, support=support), ()
    return None


def _behind_dash(text: str, seen: int) -> Iterator[Found]:
    """Bodies behind a last dash: they answer for its sentence, or behind a full stop for all before it."""
    end = len(text.rstrip(" ."))
    dash = max(text.rfind(sign, seen, end) for sign in (" - ", " – ", " — "))
    duties, _ = _bracketed(text[dash + 3 : end]) if dash >= 0 else (Duties(), ())
    if any(duties):
        begin = _sentence_start(text, seen, dash)
        if begin > seen and text[dash - 1] != ".":
            yield begin, begin, Duties(), ()
        yield dash, len(text), duties, ()


_LEADS = lazy_pattern(
    r"(?P<who>(?:The\s)?[A-Z][^.;:()]{2,100}?)\s(?:leads?"
    r"|coordinates?)(?:\s(?:on\s)?(?:this|the)(?:\s(?:action|measure|work))?)?"
    r"(?:,\s(?P<others>[^.;:(),]{2,100}?)\s(?:to\s)?(?:helps?|supports?|assists?)\b[^.;:()]{0,80})?\.?\Z"
)


def _begins(text: str, place: int, start: int) -> bool:
    before = text[start:place].rstrip(" *_")
    return not before or before[-1] in ".;:)!?\n–—|"


def _end_of_sentence(text: str, place: int) -> int:
    return place + 1 if text[place : place + 1] in (".", ";") else place


def _labelled(text: str) -> tuple[Duties, tuple[str, ...]]:
    duties = Duties()
    odd: list[str] = []
    found = list(_LABEL.finditer(text))
    for number, one in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        part = "lead" if one["lead"] else "support" if one["support"] else "owner"
        words, others = _and_with(text[one.end() : end])
        names, more = names_in(words, strict=False)
        duties = duties.joined(Duties(**{part: names}))
        odd += more
        if others:
            names, more = names_in(others, strict=False)
            duties = duties.joined(Duties(support=names))
            odd += more
    return duties, tuple(odd)


def _and_with(text: str) -> tuple[str, str]:
    found = _WITH.search(text)
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


def _led(text: str) -> tuple[Duties, tuple[str, ...]]:
    found = _LED.match(text)
    if found is None:
        return Duties(), ()
    words, others = _and_with(found["who"])
    names, odd = names_in(words, strict=False)
    support, more = names_in(others, strict=False) if others else ((), [])
    leads = found["how"].lower().startswith(("led", "coord"))
    duties = Duties(lead=names, support=support) if leads else Duties(owner=names, support=support)
    return duties, (*odd, *more)


def read_subject(sentence: str) -> tuple[Duties, bool]:
    """Read who a sentence says will do something, and whether it says that they lead it or answer for it."""
    led = _LED.search(sentence)
    if led is not None:
        stop = _STOP.search(led["who"])
        words, others = _and_with(led["who"][: stop.start()] if stop else led["who"])
        names, odd = names_in(words, strict=True)
        if names and not odd:
            support, _ = names_in(others, strict=True) if others else ((), [])
            leads = led["how"].lower().startswith(("led", "coord"))
            return Duties(**{"lead" if leads else "owner": names, "support": support}), True
    leading = _TO_LEAD.search(sentence)
    if leading is not None:
        names, odd = names_in(leading["who"], strict=True)
        if names and not odd:
            return Duties(lead=names), True
    for begin in _beginnings(sentence):
        found = _SUBJECT.match(sentence, begin)
        if found is None:
            continue
        names, odd = names_in(found["who"], strict=True)
        if odd or not names:
            continue
        others = found["others"] or ""
        if not others:
            after = _WITH.search(sentence, found.end())
            tail = sentence[after.end() :] if after else ""
            stop = _STOP.search(f"{tail} ") if tail else None
            others = (tail[: stop.start()] if stop else tail).strip(" .;")
        support, odd = names_in(others, strict=True) if others else ((), [])
        return Duties(owner=names, support=() if odd else support), False
    return Duties(), False


_TO_LEAD = lazy_pattern(r",\s(?P<who>[A-Z][^.;:(),]{2,80}?)\sto\slead\b")


def _beginnings(sentence: str) -> Iterator[int]:
    yield 0
    for number, place in enumerate(_commas(sentence[:200])):
        if number < 3:
            yield place


def _commas(text: str) -> Iterator[int]:
    place = text.find(", ")
    while place >= 0:
        yield place + 2
        place = text.find(", ", place + 2)
