"""What the data cannot decide, said in the page's language with the fields' names."""

from carbonroad.base.texts.said import say
from carbonroad.base.values.units import parse_unit
from carbonroad.compute.undecided import LISTED, Undecided
from carbonroad.views.shared.words import Words
from carbonroad.wording import wording
from carbonroad.wording.saying import said_in

_NAMES = frozenset(("industry", "industries"))
_UNITS = frozenset(("unit", "other_unit"))


def undecided_words(words: Words, one: Undecided) -> str:
    """Return the sentence, with what is missing for a decision."""
    titles = {part.id: words.text(part.title) for part in words.system.industries}

    def more(count: int) -> list[str]:
        return [words.w("{n} more", n=count)] if count > 0 else []

    def shown(name: str, value: str) -> str:
        if name in _UNITS:
            return words.unit(parse_unit(value))
        if name not in _NAMES:
            return value
        names = [titles.get(ident, ident) for ident in value.split(", ")]
        return words.listing([*names[:LISTED], *more(len(names) - LISTED)])

    values = {name: shown(name, value) for name, value in one.values}
    said = said_in(wording(words.lang, catalogue="findings"), say(one.words, **values))
    if not one.missing:
        return said
    w = words.w
    listed = [
        w("{field} {years}", field=titles.get(lack.industry, lack.industry), years=lack.years)
        for lack in one.missing[:LISTED]
    ]
    listed += more(len(one.missing) - LISTED)
    return w("{sentence} Missing: {list}.", sentence=said, list=words.listing(listed))
