"""Ids of drafted items: from the numbers that the list has, else short ones; the same in every run."""

from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.free_names import free_name
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.read.kinds import ID_SIGNS

_LONGEST = 40
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_NUMBER = lazy_pattern(r"[(（]?([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)[)）]?")
_DIGITS = lazy_pattern(r"\d++(?:[-.]\d++)*+")


class Ids:
    """Gives ids of one namespace of one file, each once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def take(self, number: str, group: str, letter: str, counter: int) -> str:
        """Return a new id.

        Args:
            number: As the list has it; may be empty.
            group: The number of the group it stands in.
            letter: What an id of bare digits begins with, such as `t`.
            counter: The item's place among its like, from 1.
        """
        own = cleaned(number)
        choices = [_spelled(own, letter)] if own else []
        if own and group:
            choices.append(_spelled(f"{cleaned(group)}-{own}", letter))
        choices.append(f"{letter}{counter}")
        for one in choices:
            if one and one not in self._given:
                return self._give(one)
        return self._give(free_name(choices[0] or f"{letter}{counter}", self._given))

    def named(self, wanted: str) -> str:
        """Return an id made of a name, or that with a number behind it."""
        return self._give(free_name(slug(wanted) or "x", self._given))

    def _give(self, one: str) -> str:
        self._given.add(one)
        return one


def _spelled(own: str, letter: str) -> str:
    return f"{letter}{own}" if _DIGITS.fullmatch(own) else own


def cleaned(number: str) -> str:
    """Return a number as part of an id: Chinese numerals as digits, other signs as hyphens."""
    text = fold(number)
    han = _HAN_NUMBER.fullmatch(text)
    if han is not None and any(han.groups()):
        tens = _NUMERALS.get(han[1], 1) * 10 if han[2] else 0
        ones = _NUMERALS.get(han[3], 0) if han[2] else _NUMERALS.get(han[1], 0) or _NUMERALS.get(han[3], 0)
        return str(tens + ones)
    text = text.removesuffix(".0") if text.replace(".", "", 1).isdigit() and text.endswith(".0") else text
    made = ID_SIGNS.sub("-", text).strip("-")
    return made if len(made) <= _LONGEST else ""


def slug(name: str) -> str:
    """Return a name as an id: signs as hyphens, Latin names in small letters."""
    text = fold(name)
    made = ID_SIGNS.sub("-", text).strip("-_")
    if made.isascii():
        made = made.lower()
    if len(made) > _LONGEST and made.isascii():
        made = made[:_LONGEST].rpartition("-")[0] or made[:_LONGEST]
    return made
