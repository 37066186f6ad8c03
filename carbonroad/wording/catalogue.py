"""One compiled catalogue, read by the standard library's gettext."""

from gettext import GNUTranslations, NullTranslations
from pathlib import Path


class _Untranslated(NullTranslations):
    """What stands behind a catalogue: English sentences stay, a unit without a name has none."""

    def pgettext(self, context: str, message: str) -> str:
        return "" if context else message


class Catalogue(GNUTranslations):
    """A catalogue in which a counted sentence is also found by its singular alone."""

    def gettext(self, message: str) -> str:
        """Return the translation, else the message."""
        found = super().gettext(message)
        return found if found != message else super().ngettext(message, message, 1)


def read_catalogue(path: Path) -> Catalogue:
    """Read a compiled catalogue."""
    with path.open("rb") as file:
        catalogue = Catalogue(file)
    catalogue.add_fallback(_Untranslated())
    return catalogue
