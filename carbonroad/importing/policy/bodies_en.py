"""Bodies and what they do, in English texts: "Lead: …; partners: …", "led by X with support from Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy.masks import brackets
from carbonroad.importing.policy.names_en import names_in
from carbonroad.importing.policy.parts import Duties, DutyClause, Subject

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


class PlacedClause(NamedTuple):
    """A clause about duties, and where it stands in its paragraph."""

    start: int
    end: int
    clause: DutyClause = DutyClause()


def clauses(text: str, start: int) -> Iterator[PlacedClause]:
    """Find the clauses that are about duties alone, in brackets, behind labels or as a sentence.

    A clause in a sentence that others follow governs that sentence: an empty one is given before it.
    """
    seen = start
    for low, high in brackets(text):
        clause = _bracketed(text[low + 1 : high]) if low >= seen else DutyClause()
        if not any(clause.duties) and not clause.doubtful:
            continue
        begin = _sentence_start(text, seen, low)
        if begin > seen and text[high + 1 :].strip(" .;,") and begin < low:
            yield PlacedClause(begin, begin)
        yield PlacedClause(low, high + 1, clause)
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
            yield PlacedClause(led.start(), end, _led(led[0]))
            return


def _bracketed(inner: str) -> DutyClause:
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
            return DutyClause()
        role = "owner" if acts is None else "lead" if acts["lead"] else "support"
        duties = duties.joined(Duties(support=support)).joined(Duties(**{role: names}))
    return DutyClause(duties)


_ACTS = lazy_pattern(
    r"(?P<who>[^;:()]{2,160}?)\s(?:(?:to\s|will\s)?(?:(?P<lead>leads?|coordinates?)|(?:supports?|helps?|assists?))\b.*\Z)"
)


def _labels(text: str, seen: int, start: int) -> PlacedClause | None:
    """Labels up to the end of the paragraph; "led by X" before them belongs to them."""
    first = _LABEL.search(text, seen)
    while first is not None and not _begins(text, first.start(), start):
        first = _LABEL.search(text, first.end())
    if first is None:
        return None
    labelled = _labelled(text[first.start() :])
    place = _sentence_start(text, seen, first.start())
    led = _LED.match(text, place, first.start())
    if led is None or text[led.end() : first.start()].strip(" ;,"):
        return PlacedClause(first.start(), len(text), labelled)
    leading = _led(led[0])
    both = DutyClause(leading.duties.joined(labelled.duties), (*leading.doubtful, *labelled.doubtful))
    return PlacedClause(place, len(text), both)


def _sentence_start(text: str, seen: int, end: int) -> int:
    """Where the sentence that ends at a place begins."""
    stop = text.rfind(". ", seen, end)
    return stop + 2 if stop >= 0 else seen


def _last_words(text: str, seen: int) -> PlacedClause | None:
    """A last sentence that says no more than who: X leads, Y helps."""
    place = _sentence_start(text, seen, len(text.rstrip(" .")))
    leads = _LEADS.match(text, place) if place > seen else None
    if leads is not None:
        names, odd = names_in(leads["who"], strict=True)
        support, more = names_in(leads["others"], strict=True) if leads["others"] else ((), [])
        if names and not odd and not more:
            return PlacedClause(leads.start(), len(text), DutyClause(Duties(lead=names, support=support)))
    return None


def _behind_dash(text: str, seen: int) -> Iterator[PlacedClause]:
    """Bodies behind a last dash: they answer for its sentence, or behind a full stop for all before it."""
    end = len(text.rstrip(" ."))
    dash = max(text.rfind(sign, seen, end) for sign in (" - ", " – ", " — "))
    duties = _bracketed(text[dash + 3 : end]).duties if dash >= 0 else Duties()
    if any(duties):
        begin = _sentence_start(text, seen, dash)
        if begin > seen and text[dash - 1] != ".":
            yield PlacedClause(begin, begin)
        yield PlacedClause(dash, len(text), DutyClause(duties))


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


def _labelled(text: str) -> DutyClause:
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
    return DutyClause(duties, tuple(odd))


def _and_with(text: str) -> tuple[str, str]:
    found = _WITH.search(text)
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


def _led(text: str) -> DutyClause:
    found = _LED.match(text)
    if found is None:
        return DutyClause()
    words, others = _and_with(found["who"])
    names, odd = names_in(words, strict=False)
    support, more = names_in(others, strict=False) if others else ((), [])
    return DutyClause(_led_by(found, names, support), (*odd, *more))


def _led_by(led: re.Match[str], names: tuple[str, ...], support: tuple[str, ...]) -> Duties:
    """Who is led by, or coordinated by, leads; who delivers or oversees answers."""
    leads = led["how"].lower().startswith(("led", "coord"))
    return Duties(lead=names, support=support) if leads else Duties(owner=names, support=support)


def read_subject(sentence: str) -> Subject:
    """Read who a sentence says will do something, and whether it says that they lead it or answer for it."""
    led = _LED.search(sentence)
    if led is not None:
        stop = _STOP.search(led["who"])
        words, others = _and_with(led["who"][: stop.start()] if stop else led["who"])
        names, odd = names_in(words, strict=True)
        if names and not odd:
            support, _ = names_in(others, strict=True) if others else ((), [])
            return Subject(_led_by(led, names, support), said=True)
    leading = _TO_LEAD.search(sentence)
    if leading is not None:
        names, odd = names_in(leading["who"], strict=True)
        if names and not odd:
            return Subject(Duties(lead=names), said=True)
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
        return Subject(Duties(owner=names, support=() if odd else support))
    return Subject()


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
