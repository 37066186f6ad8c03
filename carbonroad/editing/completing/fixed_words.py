"""Words of fixed lists, units, languages and examples of what a value may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.editing.completing.ask import Ask, Offer
from carbonroad.editing.completing.times import fitting, is_chinese
from carbonroad.editing.hovering.vocabulary_help import word_help
from carbonroad.read.vocabulary.words import ENUMERATIONS, WORD_SYNONYMS
from carbonroad.schema.accepted import KINDS
from carbonroad.schema.meanings import WORDS
from carbonroad.wording.saying import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.editing.completing.known_roadmap import KnownRoadmap

UNITS_ENGLISH = (
    "%", "Mt CO2", "Mt CO2e", "Mt CO2/yr", "kg CO2/t", "t CO2/t", "Mt", "kt", "t", "Mtce", "kgce/t", "GW",
    "MW", "TWh", "GWh", "kWh/t", "EJ", "PJ", "bn m3", "km", "km2", "Mha", "pp", "million", "million vehicles",
    "EUR", "CNY",
)  # fmt: skip
UNITS_CHINESE = (
    "%", "亿吨二氧化碳", "万吨二氧化碳", "吨二氧化碳/吨", "亿吨", "万吨", "万吨标准煤", "亿吨标准煤",
    "千克标准煤/吨", "亿千瓦", "万千瓦", "亿千瓦时", "千瓦时/吨", "亿立方米", "万公里", "万公顷", "万亩",
    "亿平方米", "万辆", "万套", "家", "个", "亿元", "个百分点",
)  # fmt: skip
"""Units that policy texts use most; those that the roadmap has itself come before them."""
_GASES = ("CO2", "CO2e", "CH4", "N2O")
_TAGS = ("en", "zh", "fr", "de", "es", "pt", "ru", "ja", "ko", "ar")


def fixed_words(ask: Ask, name: str) -> Iterator[Offer]:
    """Offer the words of a fixed list in the file's language."""
    words = sentences(ask.lang)
    for word, chinese in ENUMERATIONS[name].words.items():
        own = ask.says(word, next(iter(chinese), ""))
        other = [one for one in (word, *chinese) if one != own]
        like = [one for one, meant in WORD_SYNONYMS.items() if meant in (word, *chinese)]
        says = words(WORDS[name][word])
        yield Offer(
            own,
            detail=" · ".join((*other[:1], says)),
            documentation=word_help(name, own, ask.lang),
            words=(own, *other, *like),
        )


def units(ask: Ask, known: KnownRoadmap) -> Iterator[Offer]:
    """Offer the units of the roadmap, the most used first, then those that are common."""
    used = known.named()
    own = {
        one
        for declared in known.declared.values()
        for thing in declared.things
        if thing.kind == "indicator"
        for one in thing.more.split(" / ")
        if one
    }
    for unit in sorted(own, key=lambda one: (-used[one], one)):
        yield Offer(unit)
    for unit in UNITS_CHINESE if ask.chinese else UNITS_ENGLISH:
        yield Offer(unit, group=1)


def gases() -> Iterator[Offer]:
    """Offer the gases that are mostly counted."""
    yield from (Offer(gas) for gas in _GASES)


def language_tags(ask: Ask, known: KnownRoadmap) -> list[str]:
    """Return language tags, those of the roadmap first; where it names none, that of its keys."""
    return list(dict.fromkeys((*known.top.languages, ask.says("en", "zh"), *_TAGS)))


def examples(ask: Ask, kind: str) -> Iterator[Offer]:
    """Offer one example of each form that a value may have."""
    words = sentences(ask.lang)
    known = KINDS.get(kind)
    for form in known.forms if known is not None else ():
        plain = [one for one in form.examples if one[0] not in "{["]
        for example in fitting(plain, chinese=ask.chinese)[:2]:
            if is_chinese(example) == ask.chinese or not any(is_chinese(one) for one in plain):
                yield Offer(example, detail=words(form.says), group=1)
