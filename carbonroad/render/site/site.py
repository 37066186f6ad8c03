"""All files of a roadmap: documents in every language and format, laid out so that their links hold."""

import posixpath
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.render.formats import PAGES
from carbonroad.render.pdf.book import Book, bind_book
from carbonroad.render.site.check import check_paths
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.edition import Edition
from carbonroad.render.site.listed import Listed
from carbonroad.render.site.listing import Entry, list_document, list_place, listed_of
from carbonroad.render.site.press import Press
from carbonroad.render.site.reuse import Made, Reuse
from carbonroad.render.site.team import made_of, run_press
from carbonroad.render.templates.own_templates import blamed
from carbonroad.views.maker import Maker, plan_all
from carbonroad.views.shared.words import Words

if TYPE_CHECKING:
    from carbonroad.views.drawing import SheetIndex


class Loaded(Protocol):
    """What is rendered: a loaded project."""

    @property
    def system(self) -> System:
        """The roadmap."""

    @property
    def facts(self) -> Facts:
        """What is computed from it."""


class Site:
    """The files of one roadmap; its documents are built once for all formats.

    Args:
        project: The roadmap, linked and computed.
        languages: Tags; the first one's documents stand at the root, every other's below `<tag>/`.
        choice: What of it is wanted.
        below: The folder that all its files stand in.
    """

    def __init__(self, project: Loaded, languages: Sequence[str], choice: Choice, below: str = "") -> None:
        self._project = project
        self._languages = tuple(dict.fromkeys(languages))
        self._choice = choice
        self._below = below
        self._sheets: dict[str, dict[str, SheetIndex]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Their tags, the first one's documents at the root."""
        return self._languages

    def listed(self, lang: str) -> Listed:
        """Return what a list of roadmaps says of this one in a language."""
        return listed_of(Words(self._project.system, self._project.facts, lang))

    @property
    def first(self) -> str:
        """The path of its first document in its language, empty for none."""
        planned = plan_all(self._project.system, self._choice.views, self._choice.industries)
        return planned[0].path if planned else ""

    @cached_property
    def _editions(self) -> tuple[Edition, ...]:
        """The documents by language, standing at the root."""
        system, facts, choice = self._project.system, self._project.facts, self._choice
        planned = plan_all(system, choice.views, choice.industries)
        found = [
            Edition(
                Maker(system, facts, lang, choice.options, self._sheets.setdefault(lang, {})),
                lang if n else "",
                planned,
            )
            for n, lang in enumerate(self._languages)
        ]
        check_paths(path for edition in found for path in edition.paths)
        return tuple(found)

    def make(
        self,
        add: Callable[[dict[str, bytes]], object],
        lists: Mapping[str, str] | None = None,
        reuse: Reuse | None = None,
        jobs: int = 1,
        near: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> dict[str, Made]:
        """Make every file but the PDFs; what an earlier run made of the same, and stands, is passed over.

        Args:
            add: Takes files by their paths below the output, a few at a time, in any order.
            lists: By language, the page that lists this roadmap with others.
            reuse: What may be taken over; nothing where all pages stand in one file.
            jobs: How many processes at most.
            near: By top file, the first pages of the roadmap's parent and children in each language.

        Returns:
            What was made or taken over, in the order of the pages.

        Raises:
            LostItemsError: If a document does not show what it claims to.
            RenderFault: If two documents would be one file, or a user's template fails.
        """
        found: dict[str, Made] = {}
        if self._choice.single_file and "html" in self._choice.formats:
            book = self._single_file()
            add(book)
            found["book"] = made_of(book)
            reuse = None
        return found | run_press(self.press(lists or {}, near), add, reuse, jobs)

    def press(self, lists: Mapping[str, str], near: Mapping[str, Mapping[str, str]]) -> Press:
        """Return what makes the pages; the arguments are those of `make`.

        Raises:
            RenderFault: If two documents would be one file.
        """
        below = [one.below(posixpath.join(self._below, one.root)) for one in self._editions]
        return Press(below, self._choice, lists, near, self._sheets)

    def _single_file(self) -> dict[str, bytes]:
        if not any(edition.planned for edition in self._editions):
            return {}
        with blamed(self._choice.templates):
            book = bind_book(self._editions, self._choice.templates)
        name = f"{self._choice.named('index')}.html"
        return {posixpath.join(self._below, name): book.html.encode()}

    def books(self) -> dict[str, Book]:
        """Return what is printed as PDF, one book a language, by its path below the output.

        Raises:
            LostItemsError: If a document does not show what it claims to.
            RenderFault: If a user's template fails.
        """
        if "pdf" not in self._choice.formats:
            return {}
        name = f"{self._choice.named(self._project.system.name or 'roadmap')}.pdf"
        with blamed(self._choice.templates):
            return {
                posixpath.join(self._below, one.root, name): bind_book(
                    (one.below(""),), self._choice.templates, paper=True
                )
                for one in self._editions
                if one.planned
            }


def list_files(
    pages: Mapping[str, str], entries: Mapping[str, Sequence[Entry]], choice: Choice
) -> dict[str, bytes]:
    """Return the pages that list roadmaps.

    Args:
        pages: Where they stand, by language.
        entries: The roadmaps, by language.
        choice: The formats and templates.
    """
    starts = {path for found in entries.values() for one in found for path in one.starts.values()}
    known = frozenset((*starts - {""}, *pages.values()))
    files: dict[str, bytes] = {}
    for lang, path in pages.items():
        listing = list_document(entries[lang], lang)
        with blamed(choice.templates):
            for form in [one for one in PAGES if one.name in choice.formats]:
                place = list_place(pages, lang, form.name, known)
                files[f"{path}.{form.name}"] = form.page(listing, place, choice.templates).encode()
    return files


def languages_of(system: System, wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the languages to render: those asked for, else the roadmap's."""
    return tuple(wanted) or system.languages
