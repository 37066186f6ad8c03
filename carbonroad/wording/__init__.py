"""Interface words by language. English sentences are the keys; a missing translation falls back to them."""

from functools import cache


class Wording:
    """The interface words of one language: call it with the English words.

    `%`-free: placeholders are `{name}` and filled by keyword. `ordinal` wording is the caller's.
    """

    __slots__ = ("_words", "tag")

    def __init__(self, tag: str, words: dict[str, str]) -> None:
        self.tag = tag
        self._words = words

    def __call__(self, english: str, **values: object) -> str:
        """Return the words in this language, with the placeholders filled."""
        words = self._words.get(english, english)
        return words.format(**values) if values else words

    @property
    def chinese(self) -> bool:
        """Whether this is a Chinese wording: full-width punctuation, no blanks between words."""
        return self.tag.startswith("zh")


@cache
def wording(tag: str) -> Wording:
    """Return the wording of a BCP 47 tag; English for a language without a catalogue."""
    if tag.lower().split("-")[0] == "zh":
        from carbonroad.wording.zh_common import WORDS as COMMON
        from carbonroad.wording.zh_drawing import WORDS as DRAWING
        from carbonroad.wording.zh_pages import WORDS as PAGES
        from carbonroad.wording.zh_roadmap import WORDS as ROADMAP

        return Wording(tag, {**COMMON, **PAGES, **ROADMAP, **DRAWING})
    return Wording(tag, {})
