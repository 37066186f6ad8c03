"""Did you mean: the known words nearest to a mistyped one, found among ten thousand as fast as among ten."""

import unicodedata
from collections.abc import Iterable, Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern

MOST = 3
"""Known words that are offered where they are equally near; of more, none is likely to be meant."""
_LONG = 6
"""Characters a word must have for two slips in it to be forgiven."""
_SURE = 3
"""Characters both words must have for one slip to leave no doubt which is meant."""
_BUDGET = 50_000
"""Words that are compared for two slips in the life of an index: thousands like none are no mistypings, and
to compare all with all would take as long as the square of their number."""
_FEW = 64
"""Words that are compared one by one."""
_NUMBERS = lazy_pattern(r"\D+")
_HAN = lazy_pattern(r"[\u3400-\u9fff]")


class Near(NamedTuple):
    """The known words nearest to a mistyped one.

    Attributes:
        words: At most `MOST`, in the order they are known; empty where none is near or too many are.
        sure: Whether nothing else can be meant: one word, one slip, no other number, no other Han character.
    """

    words: tuple[str, ...] = ()
    sure: bool = False

    @property
    def one(self) -> str | None:
        """The nearest word where there is only one."""
        return self.words[0] if len(self.words) == 1 else None


class Spelling:
    """Known words, indexed when the first mistyped one is looked up.

    A slip is a character left out, added or changed, or two neighbours swapped; case makes no difference. One
    is forgiven; two only in a word of six characters or more, and not in its digits: W1204 is not W1310.
    """

    __slots__ = ("_budget", "_cut", "_groups", "_order", "_words", "_written")

    def __init__(self, words: Iterable[str]) -> None:
        self._words: Iterable[str] | None = words
        self._written: dict[str, list[str]] = {}
        self._order: dict[str, int] = {}
        self._cut: dict[str, list[str]] = {}
        self._groups: dict[str, _Group] = {}
        self._budget = _BUDGET

    def near(self, word: str) -> Near:
        """Return the known words nearest to one; those that differ in case alone are the nearest of all."""
        if self._words is not None:
            self._index(self._words)
            self._words = None
        folded = _fold(word)
        if folded in self._written:
            return self._chosen(folded, [folded])
        close = {known for short in _cut(folded) for known in self._cut.get(short, ())}
        found = [known for known in close if len(known) > 1 and edits(folded, known, 1) == 1]
        if found or len(folded) < _LONG:
            return self._chosen(folded, found)
        return self._chosen(folded, self._two_slips(folded))

    def _index(self, words: Iterable[str]) -> None:
        for word in dict.fromkeys(words):
            self._written.setdefault(_fold(word), []).append(word)
        for number, word in enumerate(self._written):
            self._order[word] = number
            for short in _cut(word):
                self._cut.setdefault(short, []).append(word)

    def _two_slips(self, word: str) -> list[str]:
        if not self._groups:
            for known in self._written:
                self._groups.setdefault(_NUMBERS.sub(" ", known).strip(), _Group()).words.append(known)
        group = self._groups.get(_NUMBERS.sub(" ", word).strip())
        found: list[str] = []
        if group is None or self._budget <= 0:
            return found
        for known in group.alike(word):
            self._budget -= 1
            if edits(word, known, 2) == 2:
                found.append(known)
                if len(found) > MOST:
                    break
        return found

    def _chosen(self, folded: str, found: list[str]) -> Near:
        words = [
            word for known in sorted(found, key=self._order.__getitem__) for word in self._written[known]
        ]
        if not 1 <= len(words) <= MOST:
            return Near()
        return Near(tuple(words), sure=len(words) == 1 and _is_slip(folded, found[0]))


class _Group:
    """Known words with the same numbers in them."""

    __slots__ = ("_having", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self._having: dict[str | int, int] = {}

    def alike(self, word: str) -> Iterator[str]:
        """Yield the words that two slips could make of one, and some others."""
        if len(self.words) <= _FEW:
            yield from (known for known in self.words if abs(len(known) - len(word)) <= 2)
            return
        left = self._sieved(word)
        while left:
            lowest = left & -left
            yield self.words[lowest.bit_length() - 1]
            left ^= lowest

    def _sieved(self, word: str) -> int:
        """A bit for each word that lacks at most two of the characters: a test of all words at once."""
        if not self._having:
            self._having = self._marked()
        two = 0
        for length in range(len(word) - 2, len(word) + 3):
            two |= self._having.get(length, 0)
        one = none = two
        for sign in _signs(word):
            having = self._having.get(sign, 0)
            two, one, none = two & having | one, one & having | none, none & having
        return two

    def _marked(self) -> dict[str | int, int]:
        """For each character, one that comes again as another, and each length: a bit for every word."""
        marks: dict[str | int, bytearray] = {}
        size = len(self.words) // 8 + 1
        for number, word in enumerate(self.words):
            signs: list[str | int] = [*_signs(word), len(word)]
            for sign in signs:
                bits = marks.get(sign) or marks.setdefault(sign, bytearray(size))
                bits[number >> 3] |= 1 << (number & 7)
        return {sign: int.from_bytes(bits, "little") for sign, bits in marks.items()}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to a mistyped one; None where none is, or several are equally."""
    return Spelling(known).near(word).one


def edits(a: str, b: str, limit: int) -> int:
    """Count insertions, deletions, changes and swaps of neighbours from a to b; limit + 1 if more."""
    a, b = _differing(a, b)
    if not a or not b:
        return min(len(a) + len(b), limit + 1)
    if limit < 1 or abs(len(a) - len(b)) > limit:
        return limit + 1
    # The first characters differ, so one edit is made here; what is left over is compared anew.
    left = [(a[1:], b[1:]), (a[1:], b), (a, b[1:])]
    if a[:2] == b[1::-1]:
        left.append((a[2:], b[2:]))
    return 1 + min(edits(rest, other, limit - 1) for rest, other in left)


def _differing(a: str, b: str) -> tuple[str, str]:
    """Both without what they begin and end with alike."""
    start, longest = 0, min(len(a), len(b))
    while start < longest and a[start] == b[start]:
        start += 1
    end = 0
    while end < longest - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def _is_slip(word: str, known: str) -> bool:
    """Whether one slip made the word: another number, or another Han character, is another name."""
    if word == known:
        return True
    differing = "".join(_differing(word, known))
    swapped = len(word) == len(known) and sorted(word) == sorted(known)
    other = _NUMBERS.sub(" ", word) != _NUMBERS.sub(" ", known) or (_HAN.search(differing) and not swapped)
    return not other and edits(word, known, 1) == 1 and min(len(word), len(known)) >= _SURE


def _fold(word: str) -> str:
    return word.casefold() if word.isascii() else unicodedata.normalize("NFC", word).casefold()


def _cut(word: str) -> set[str]:
    """The word, and the word without any one of its characters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _signs(word: str) -> Iterator[str]:
    """The characters of a word; one that comes again as another: `e`, `ee`, `eee`."""
    count: dict[str, int] = {}
    for char in word:
        count[char] = count.get(char, 0) + 1
        yield char * count[char]
