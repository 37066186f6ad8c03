"""Interface words by language, from gettext catalogues whose keys are the English words.

The catalogues are compiled when the program is built; a language without one has the English words.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from gettext import NullTranslations
    from pathlib import Path  # slow to import, and English needs none


class CatalogueNotCompiledError(RuntimeError):
    """A checkout was changed or copied without being built: words would silently be English."""


class Wording:
    """The interface words of one language: call it with the English words.

    Placeholders are `{name}` and filled by keyword.
    """

    __slots__ = ("_catalogue", "_change", "_found", "tag")

    def __init__(
        self,
        tag: str,
        catalogue: "NullTranslations | None" = None,
        change: "Callable[[str], str] | None" = None,
    ) -> None:
        self.tag = tag
        self._catalogue = catalogue
        self._change = change
        self._found: dict[str, str] = {}

    def __call__(self, english: str, **values: object) -> str:
        """Return the words in this language, with the placeholders filled."""
        words = self._found.get(english)
        if words is None:
            words = english if self._catalogue is None or not english else self._catalogue.gettext(english)
            words = words if self._change is None else self._change(words)
            self._found[english] = words
        return words.format(**values) if values else words

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the words for a count, in as many forms as the language has; `{n}` is filled with it."""
        if self._catalogue is None:
            return (one if n == 1 else many).format(n=n, **values)
        words = self._catalogue.ngettext(one, many, n)
        return (words if self._change is None else self._change(words)).format(n=n, **values)

    def changed(self, change: "Callable[[str], str]") -> "Wording":
        """Return the same wording with each sentence changed before its values are filled in."""
        return Wording(self.tag, self._catalogue, change)

    def unit(self, name: str) -> str | None:
        """Return a unit's name in this language, None where the catalogue has none."""
        found = "" if self._catalogue is None else self._catalogue.pgettext("unit", name)
        return found or None

    @property
    def chinese(self) -> bool:
        """Whether this is a Chinese wording: full-width punctuation, no blanks between words."""
        return self.tag.lower().split("-")[0] == "zh"

    @property
    def english(self) -> bool:
        """Whether the words are the English ones: the language itself, or one without a catalogue."""
        return self._catalogue is None


def marked(words: tuple[str, ...], *, context: str = "") -> tuple[str, ...]:  # noqa: ARG001
    """Return the words as they are: for the catalogues, words that reach a wording by another way."""
    return words


@lru_cache(maxsize=64)  # a tag may be half typed in an editor
def wording(tag: str, locales: "Path | None" = None, *, catalogue: str = "carbonroad") -> Wording:
    """Return the wording of a BCP 47 tag: from its catalogue, that of a parent, else English.

    Args:
        tag: The language.
        locales: Where the catalogues stand; by default the program's own.
        catalogue: `carbonroad` holds the words of documents, `findings` the sentences of findings.

    Raises:
        CatalogueNotCompiledError: There is a catalogue, but it was not compiled.
    """
    if tag.lower().split("-")[0] == "en":
        return Wording(tag)
    from pathlib import Path

    language = _catalogued(tag, locales or Path(__file__).parent / "locale")
    if language is None:
        return Wording(tag)
    compiled = language / "LC_MESSAGES" / f"{catalogue}.mo"
    if not compiled.is_file():
        raise CatalogueNotCompiledError(f"{compiled.with_suffix('.po')} is not compiled; run `make`.")
    from carbonroad.wording.catalogue import read_catalogue  # with gettext, which English does not need

    return Wording(tag, read_catalogue(compiled))


def _catalogued(tag: str, locales: "Path") -> "Path | None":
    """The folder of the nearest language that has a catalogue: zh-Hans-CN, zh-Hans, zh."""
    parts = tag.lower().split("-")
    if not locales.is_dir():
        return None
    known = {folder.name.lower(): folder for folder in sorted(locales.iterdir()) if folder.is_dir()}
    wanted = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((known[one] for one in wanted if one in known), None)
