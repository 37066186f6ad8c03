"""Numbers that an English text asks for: reach 40%, cut by at least 18% from 2005 levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value
from carbonroad.importing.policy.parts import Quantity

if TYPE_CHECKING:
    import re


class Amount(NamedTuple):
    """A number in a text.

    Attributes:
        start: Where its words begin: "at least".
        end: After its last word.
        words: Bound, number and unit.
        unit: As written; "" where none is.
        base: The base year's words, such as "from 2005 levels".
        thing: Of a count, what is counted, with the words before it: electric buses.
        money: Whether it is a sum of money.
    """

    start: int
    end: int
    words: str
    unit: str
    base: str
    thing: str
    money: bool


_NUMBER = r"(?:[0-9]{1,3}(?:[,\u00a0\u202f][0-9]{3})++|[0-9]++)(?:\.[0-9]++)?"
_BOUND = (
    r"at\sleast|no\sless\sthan|not\sless\sthan|no\sfewer\sthan|no\slower\sthan"
    r"|a\sminimum\sof|minimum|at\smost|no\smore\sthan|not\smore\sthan|no\shigher\sthan"
    r"|a\smaximum\sof|not\sexceeding|not\sabove|not\sbelow|up\sto|more\sthan|over|above"
    r"|less\sthan|fewer\sthan|lower\sthan|below|under|within|around|about|approximately"
    r"|roughly|some|nearly|almost|exceeding|between"
)
_SCALE = r"million|billion|thousand|trillion|hundred"
_UNIT = (
    r"percentage\spoints?|per\scent|percent|%|pp(?![A-Za-z])"
    r"|(?:[kMGT]W(?:h|p)?|[PGTM]J|[MGk]?t(?:onnes?)?|tonnes?|tons?|kg|g|hectares?|ha"
    r"|km2?|km²|m2|m²|m3|m³|square\s(?:kilo)?met(?:re|er)s?|cubic\smet(?:re|er)s?"
    r"|kilomet(?:re|er)s?"
    r"|met(?:re|er)s?|lit(?:re|er)s?|(?:kilo|mega|giga|tera)watt(?:[\s-]hours?|s)?|toe"
    r"|Mtoe|tce|Mtce)(?![A-Za-z])"
    r"(?:\s?(?:of\s)?(?:CO2(?:[\s-]?(?:e|eq|equivalent))?|CO₂(?:[\s-]?(?:e|eq"
    r"|equivalent))?|carbon\sdioxide(?:\sequivalent)?|coal\sequivalent"
    r"|standard\scoal(?:\sequivalent)?)(?![A-Za-z]))?"
    r"(?:\s?(?:/|per\s)\s?(?:[kMGT]Wh|tonne|t|year|yr|km|kilometre|m2|m²|m3"
    r"|square\smetre|capita|person|hectare|ha|unit|day)(?![A-Za-z]))?"
)
_AMOUNT = lazy_pattern(
    rf"(?<![A-Za-z0-9.,§/-])(?P<bound>(?i:{_BOUND})\s)?"
    r"(?P<money>[€$£¥]\s?|(?:EUR|USD|CNY|GBP|RMB)\s)?(?P<n1>(?:[-−+]"
    rf"|(?<=[\s(])–)?{_NUMBER})(?:\s?(?P<u1>%|(?:percent|per\scent)(?!a)))?"
    rf"(?:(?P<to>\s?[–—-]\s?|\sto\s|\sand\s)(?P<n2>{_NUMBER}))?"
    rf"(?:[\s-](?P<scale>{_SCALE})(?![A-Za-z]))?"
    rf"(?:\s?(?P<unit>{_UNIT})|(?(u1)(?!)|\s)(?P<thing>(?:(?!(?:of|in|to|by|and|or|for"
    r"|from|on|at|with|per|the|will|is|are|that|which|shall|must|when|as|more|less|fewer"
    r"|above|below|times|through|under|who|before|after|within|across|between|have|has"
    rf"|should|where|while|than|every|each|annually|yearly|a|an)\b)[A-Za-z][A-Za-z-]*(?:\s|(?=[.,;:)\]]|\Z))){{1,5}}))?"
    r"(?P<more>\s?or\s(?:more|less|above|below|higher|lower|fewer)|\s?\+)?"
)
_BASE = lazy_pattern(
    r",?\s?\(?(?:(?P<way>below|above|lower\sthan|higher\sthan|less\sthan|more\sthan|from"
    r"|compared\s(?:with|to)|relative\sto|against|versus|vs\.?|on"
    r"|over)\s(?:the\s)?(?:level\sof\s|in\s)?(?P<year>(?:19|20)[0-9]{2})(?:\s(?:levels?"
    r"|baseline|values?|average))?)\)?"
)
_COUNTED = lazy_pattern(
    r"\bnumber\sof\s(?P<thing>[a-z-]+(?:\s(?!(?:will|shall|must|is|are|in|by|to|should"
    r"|may|rises|grows|reaches)\b)[a-z-]+){0,3})"
)
_COMPOUND = frozenset(
    [
        "points",
        "pumps",
        "panels",
        "stations",
        "systems",
        "plants",
        "lanes",
        "units",
        "farms",
        "vehicles",
        "schemes",
        "boilers",
        "audits",
        "parks",
    ]
)
_NO_THING = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "years",
        "year",
        "months",
        "month",
        "weeks",
        "days",
        "hours",
        "minutes",
        "degrees",
    ]
)
_RISES_FROM = lazy_pattern(r"\bfrom\s\Z")
_A_YEAR = lazy_pattern(r"(?:19|20)[0-9]{2}")
_CO2 = str.maketrans({"₂": "2"})


def amounts(masked: str, start: int, end: int) -> list[Amount]:
    """Find the numbers between two places of a text whose brackets and deadlines are hidden."""
    found: list[Amount] = []
    for match in _AMOUNT.finditer(masked, start, end):
        risen = match["to"] and "to" in match["to"] and _RISES_FROM.search(masked, start, match.start())
        later = _AMOUNT.match(masked, match.start("n2"), end) if risen else None
        amount = _amount(masked, later or match, end)
        if amount is not None and not (found and match.start("n1") < found[-1].end):
            found.append(amount)
    return found


def _amount(masked: str, found: re.Match[str], limit: int) -> Amount | None:
    after = masked[found.end("n1") : found.end("n1") + 2]
    if after[:1].isalpha() and not found["unit"]:
        return None
    if _A_YEAR.fullmatch(found["n1"]) and not found["unit"]:
        return None
    thing = (found["thing"] or "").strip()
    unit = found["unit"] or found["u1"] or ""
    if not unit and thing:
        words = thing.split()
        if words[0].lower() in _NO_THING or words[-1].lower() in _NO_THING:
            return None
        unit = _head_noun(thing)
        if not unit.endswith("s") and not found["scale"] and len(words) == 1:
            return None
    money = bool(found["money"]) or unit.lower() in ("euros", "dollars", "yuan", "eur", "usd")
    end = found.start("thing") + len(found["thing"].rstrip()) if thing else found.end()
    if not unit:
        end = max(found.end("scale"), found.end("n1"), found.end("n2"), found.end("more"))
    if not unit and not money:
        counted = _COUNTED.search(masked, max(found.start() - 160, 0), found.start())
        unit = _head_noun(counted["thing"]) if counted else ""
    base = _BASE.match(masked, end, limit)
    words = _words(masked, found, unit, thing)
    return Amount(
        found.start(),
        base.end() if base else end,
        words,
        unit.translate(_CO2),
        base[0].strip(" ,()") if base else "",
        thing,
        money,
    )


def _head_noun(words: str) -> str:
    """The last word of what is counted, or the last two of a compound: charging points."""
    listed = words.split()
    while len(listed) > 1 and listed[-1].endswith("ed"):
        listed.pop()
    return " ".join(listed[-2:]) if len(listed) > 1 and listed[-1] in _COMPOUND else listed[-1]


def _words(masked: str, found: re.Match[str], unit: str, thing: str) -> str:
    bound = (
        (found["bound"] or "").lower().replace("a minimum of", "at least").replace("a maximum of", "at most")
    )
    bound = bound.removeprefix("some ").replace("nearly ", "around ").replace("almost ", "around ")
    bound = (
        bound.replace("exceeding ", "above ").replace("exceed ", "above ") if "not" not in bound else bound
    )
    number = masked[
        found.start("n1") : max(found.end("n1"), found.end("u1"), found.end("n2"), found.end("scale"))
    ]
    tail = "" if found["unit"] is None else masked[found.start("unit") : found.end("unit")]
    if not tail and thing:
        tail = unit
    sign = "" if tail in {"", "%"} else " "
    joined = f"{number}{sign}{tail}" if tail else number
    return f"{bound}{joined}{found['more'] or ''}".strip().translate(_CO2)


def quantity(amount: Amount, way: str, baseline: str) -> Quantity | None:
    """The value that a number means behind a verb.

    Args:
        amount: The number.
        way: `down`, `up`, or "" for a level.
        baseline: A base year that stands elsewhere in the sentence.
    """
    base = f" {amount.base}" if amount.base else ""
    below = amount.base.lower().startswith(("below", "above", "lower", "higher", "less", "more"))
    plain = f"{amount.words}{base}"
    down = f"{way} {plain}" if way and not below else plain
    unit = parse_unit(amount.unit) if amount.unit else None
    for words in (down, f"{way} {amount.words}".strip(), amount.words):
        value = parse_value(words, unit)
        if isinstance(value, Value) and value.understood:
            kept = baseline if value.change and value.against is None else ""
            return Quantity(words, amount.unit, value, kept)
    return None
