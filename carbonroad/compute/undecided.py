"""What the data cannot decide, and what is missing for it."""

from typing import Final

from carbonroad.base.record import NamedTuple


class Missing(NamedTuple):
    """An industry that states nothing for a run of years in which others do."""

    industry: str
    first: int
    last: int

    @property
    def years(self) -> str:
        """The years as text: 2031–2060."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


class Undecided(NamedTuple):
    """What the data cannot decide and what is missing: an English sentence with `{name}` placeholders.

    The words are in the catalogue of sentences (`sayable`). A value named `industry` is an id, one named
    `industries` several, joined with a comma and a blank.
    """

    words: str
    values: tuple[tuple[str, str], ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def text(self) -> str:
        """The sentence in English, filled, with what is missing."""
        said = self.words.format(**dict(self.values))
        if not self.missing:
            return said
        listed = [f"{one.industry} {one.years}" for one in self.missing[:LISTED]]
        more = len(self.missing) - len(listed)
        return f"{said} Missing: {', '.join(listed)}{f' and {more} more' if more else ''}."


LISTED: Final = 8
"""So many industries a sentence lists; the data have all."""
