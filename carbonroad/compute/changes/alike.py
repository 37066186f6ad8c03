"""How alike two things are: by the words of their titles and by what else is known of them."""

import unicodedata
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.model.text import Text

_WORDS = lazy_pattern(r"[0-9]+(?:\.[0-9]+)?|[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+")
_HAN = lazy_pattern(r"[\u3400-\u9fff]")
_TITLE = 6
"""What a title weighs against one other mark."""


class Candidate(NamedTuple):
    """Something that may have another name in the other version.

    Attributes:
        name: Its name.
        home: What it stands in: an industry, by its new name; empty for what stands in none.
        id: What it is called there.
        kind: Only what is of one kind can be the same.
        titles: Its titles in all languages, folded.
        words: For each of them its words; of Chinese each two signs that stand together.
        marks: What else is known of it, by a name for each.
    """

    name: str
    home: str
    id: str
    kind: str
    titles: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    marks: Mapping[str, Any]


def candidate(
    name: str, home: str, ident: str, kind: str, texts: Iterable[Text], marks: Mapping[str, Any]
) -> Candidate:
    """Make a candidate; marks that say nothing (None, empty) are left out."""
    titles = tuple(
        dict.fromkeys(folded for text in texts for _, words in text.entries if (folded := fold_title(words)))
    )
    known = {mark: value for mark, value in marks.items() if value not in (None, "", (), frozenset())}
    return Candidate(name, home, ident, kind, titles, tuple(map(_tokens, titles)), known)


def fold_title(words: str) -> str:
    """Return a title without what does not tell titles apart: case, width, blanks."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def _tokens(title: str) -> frozenset[str]:
    found: set[str] = set()
    for run in _WORDS.findall(title):
        if _HAN.match(run) and len(run) > 1:
            found.update(run[at : at + 2] for at in range(len(run) - 1))
        else:
            found.add(run)
    return frozenset(found)


def same_title(one: Candidate, other: Candidate) -> bool:
    """Whether two have a title in common, in any language, or neither has one."""
    return not set(one.titles).isdisjoint(other.titles) or not (one.titles or other.titles)


def title_alike(one: Candidate, other: Candidate) -> Fraction:
    """Return how alike the titles are, from 0 to 1: the share of common words in the closest two.

    Titles with other numbers in them speak of other things: that halves it.
    """
    return max((_shared(mine, theirs) for mine in one.words for theirs in other.words), default=Fraction(0))


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> Fraction:
    if not mine or not theirs:
        return Fraction(0)
    share = Fraction(2 * len(mine & theirs), len(mine) + len(theirs))
    other_numbers = any(one[0].isdigit() for one in mine ^ theirs)
    return share / 2 if other_numbers else share


def marks_alike(one: Candidate, other: Candidate) -> tuple[int, int]:
    """Return how many marks are the same, and of how many that either has."""
    names = one.marks.keys() | other.marks.keys()
    same = sum(one.marks.get(name) == other.marks.get(name) for name in names)
    return same, len(names)


def alike(one: Candidate, other: Candidate) -> Fraction:
    """Return how alike two are, from 0 to 1."""
    same, of = marks_alike(one, other)
    title = Fraction(1) if same_title(one, other) else title_alike(one, other)
    return (_TITLE * title + same) / (_TITLE + of)
