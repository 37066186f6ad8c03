"""The catalogues of interface words and of sentences: brought up to date, begun for a language, compiled.

python tools/catalogues.py update       every catalogue gets the words of the code, and loses what is gone
python tools/catalogues.py add fr       begin a language
python tools/catalogues.py compile      write the .mo that the program reads
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from interface_words import ROOT, find_words
from sentences import find_sentences

LOCALES = ROOT / "carbonroad" / "wording" / "locale"
FOUND_BY = {"carbonroad": find_words, "findings": find_sentences}
"""Each catalogue's name, and what finds its words in the code."""
_FOLDER = "LC_MESSAGES"
_EMPTY_FIELDS = tuple(
    f'"{field}'
    for field in (
        "POT-Creation-Date", "PO-Revision-Date", "Report-Msgid-Bugs-To", "Last-Translator", "Language-Team",
        "Generated-By",
    )
)  # fmt: skip
"""Fields of a catalogue's head that say nothing here, or would change with the day."""
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_HEADER = "# Words of carbonroad. Placeholders such as {n} stay as they are."


def template(name: str) -> Catalog:
    """Return the words of the code that a catalogue of this name holds, without a language."""
    catalogue = Catalog(
        project="carbonroad", version="1", header_comment=_HEADER, fuzzy=False, charset="utf-8"
    )
    for one in FOUND_BY[name]():
        words = (one.words, one.plural) if one.plural else one.words
        catalogue.add(words, locations=[(one.path, 0)], context=one.context or None)
    return catalogue


def files(locales: Path = LOCALES) -> list[Path]:
    """Return the catalogues that exist."""
    return sorted(locales.glob(f"*/{_FOLDER}/*.po"))


def read(path: Path) -> Catalog:
    """Return a catalogue as it stands in its file."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue in the order of its words, so that a module that moves moves none of them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, omit_header=False, sort_output=True, include_lineno=False)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = (line for line in lines if not line.startswith(_EMPTY_FIELDS))
    path.write_text("".join(kept), encoding="utf-8")


def update(path: Path, words: Catalog | None = None) -> Catalog:
    """Bring one catalogue up to date: new words are left empty, words that are gone are dropped."""
    catalogue = read(path)
    catalogue.update(words or template(path.stem), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.header_comment = _HEADER
    write(path, catalogue)
    return catalogue


def add(tag: str, locales: Path = LOCALES) -> list[Path]:
    """Begin the catalogues of a language.

    Raises:
        ValueError: The tag is no language, or it has catalogues.
    """
    folder = locales / tag / _FOLDER
    if folder.exists():
        raise ValueError(f"{folder} exists already")
    try:
        locale = Locale.parse(tag, sep="-")
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from None
    for name in FOUND_BY:
        catalogue = Catalog(
            locale=locale, project="carbonroad", version="1", header_comment=_HEADER, fuzzy=False
        )
        catalogue.update(template(name), no_fuzzy_matching=True)
        write(folder / f"{name}.po", catalogue)
    return sorted(folder.glob("*.po"))


def compile_catalogue(path: Path) -> Path:
    """Write the `.mo` beside a `.po`; the same words give the same bytes."""
    catalogue = read(path)
    catalogue.creation_date = catalogue.revision_date = _NO_DAY
    compiled = path.with_suffix(".mo")
    with compiled.open("wb") as file:
        write_mo(file, catalogue)
    return compiled


def main(arguments: list[str]) -> str:
    """Run one command and return what became of it."""
    match arguments:
        case ["update"]:
            updated = {path: update(path) for path in files()}
            lines = [
                f"{path.relative_to(ROOT)}: {sum(not one.string for one in catalogue if one.id)} to translate"
                for path, catalogue in updated.items()
            ]
            return "\n".join(lines)
        case ["add", tag]:
            begun = ", ".join(str(path.relative_to(ROOT)) for path in add(tag))
            return f"translate {begun}, then run `make`"
        case ["compile", *paths]:
            chosen = [Path(path).resolve() for path in paths] or files()
            return "\n".join(str(compile_catalogue(path).relative_to(ROOT)) for path in chosen)
        case _:
            return (__doc__ or "").strip()


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]) + "\n")
