"""Text that people read, in one or several languages."""

from collections.abc import Sequence
from functools import lru_cache

from carbonroad.base.record import NamedTuple


class Text(NamedTuple):
    """One text; `entries` are (BCP 47 tag, words) as written, the tag empty for a plain string."""

    entries: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        """Whether any words were given."""
        return any(words for _, words in self.entries)

    def pick(self, tag: str, languages: Sequence[str] = ()) -> str:
        """Return the words for `tag`: it, its parents or children, the roadmap's languages, the first."""
        entries = self.entries
        if len(entries) == 1:
            return entries[0][1]
        for wanted in (tag, *languages):
            for candidate in _parents(wanted):
                for written, words in entries:
                    known = (written or (languages[0] if languages else "")).lower()
                    if known == candidate or known.startswith(candidate + "-"):
                        return words
        return entries[0][1] if entries else ""

    def has(self, tag: str) -> bool:
        """Whether words in the language of `tag` were given under their tag."""
        base = tag.lower().split("-")[0]
        return any(written.lower().split("-")[0] == base for written, _ in self.entries)


def plain(words: str) -> Text:
    """Wrap words that stand in no particular language."""
    return Text((("", words),))


EMPTY = Text(())


@lru_cache(maxsize=256)
def _parents(tag: str) -> tuple[str, ...]:
    parts = tag.lower().split("-")
    return tuple("-".join(parts[:n]) for n in range(len(parts), 0, -1))
