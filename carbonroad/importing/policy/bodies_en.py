"""Bodies and what they do, in English texts: "Lead: …; partners: …", "led by X with support from Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.lazy_pattern import lazy_pattern
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
    r"|consultation|coordination)\swith|together\swith|jointly\swith|assisted\sby"
    r"|working\swith)\s"
)
_STOP = lazy_pattern(
    r"\s(?:will|shall|must|is|are|by\s(?:the\s)?(?:end|[0-9]|Q[1-4])|before|from"
    r"|in\s[0-9]|to\s[a-z]|who|which|that|has|have|should|under|within|no\slater)\b"
    r"|,\s(?:will|shall|by)\s"
)
_SUBJECT = lazy_pattern(
    r"(?P<who>(?:[Tt]he\s)?[A-Z][^.;:()0-9]{2,200}?)(?P<with>,?\s(?:in\s(?:close\s)?(?:cooperation"
    r"|collaboration|partnership|consultation)\swith|together\swith|jointly\swith"
    r"|with\s(?:the\s)?support\s(?:from|of)"
    r"|supported\sby)\s(?P<others>[^.;:()0-9]{3,160}?))?,?\s"
    r"(?:will(?:\sjointly)?|shall(?:\sjointly)?|must|is\sto|are\sto|should"
    r"|is\sresponsible\sfor|are\s(?:jointly\s)?responsible\sfor|has\sto|leads?"
    r"|coordinates?)(?:\s|,)"
)

Found = tuple[int, int, Duties, tuple[str, ...]]


def clauses(text: str, start: int) -> Iterator[Found]:
    """Find the clauses that are about duties alone, in brackets, behind labels or as a sentence."""
    seen = start
    for low, high in brackets(text):
        inner = text[low + 1 : high]
        if low >= seen and (_LABEL.match(inner) or _LED.match(inner)):
            duties, odd = _labelled(inner) if _LABEL.match(inner) else _led(inner)
            yield low, high + 1, duties, odd
            seen = high + 1
    first = _LABEL.search(text, seen)
    while first is not None and not _begins(text, first.start(), start):
        first = _LABEL.search(text, first.end())
    if first is not None:
        duties, odd = _labelled(text[first.start() :])
        yield first.start(), len(text), duties, odd
        return
    last = text.rstrip(" .").rfind(". ") + 2
    leads = _LEADS.match(text, max(last, seen)) if last > 1 else None
    if leads is not None:
        names, unclear = names_in(leads["who"], strict=True)
        if names and not unclear:
            yield leads.start(), len(text), Duties(lead=names), ()
            return
    for found in _LED.finditer(text, seen):
        before = text[start : found.start()].rstrip()
        end = _end_of_sentence(text, found.end())
        if (not before or before[-1] in ".;:") and not _STOP.search(_and_with(found["who"])[0]):
            duties, odd = _led(found[0])
            yield found.start(), end, duties, odd
            return


_LEADS = lazy_pattern(
    r"(?P<who>(?:The\s)?[A-Z][^.;:()]{2,100}?)\s(?:leads?"
    r"|coordinates?)(?:\s(?:on\s)?(?:this|the)(?:\s(?:action|measure|work))?)?\.?\Z"
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


def read_subject(sentence: str) -> Duties:
    """Read who a sentence says will do something: its subject, or "led by X" inside it."""
    led = _LED.search(sentence)
    if led is not None:
        stop = _STOP.search(led["who"])
        words, others = _and_with(led["who"][: stop.start()] if stop else led["who"])
        names, odd = names_in(words, strict=True)
        if names and not odd:
            support, _ = names_in(others, strict=True) if others else ((), [])
            leads = led["how"].lower().startswith(("led", "coord"))
            return Duties(lead=names, support=support) if leads else Duties(owner=names, support=support)
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
        return Duties(owner=names) if odd or not support else Duties(lead=names, support=support)
    return Duties()


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
