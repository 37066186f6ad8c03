"""All files of a run: documents in every language and format, laid out so that their links hold."""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.render.book import Book, bind_book
from carbonroad.render.check import check_paths, check_shown
from carbonroad.render.html import render_html
from carbonroad.render.listing import Listed, list_document, list_pages, list_place
from carbonroad.render.markdown import picture_name, render_markdown
from carbonroad.render.neighbours import Edition, Neighbours
from carbonroad.render.own_templates import blamed
from carbonroad.render.pages import Place
from carbonroad.render.svg import svg_file
from carbonroad.views.document import Block, Document, Figure, Folded
from carbonroad.views.options import USUAL, Options
from carbonroad.views.registry import ALL, build_all
from carbonroad.views.words import Words

FORMATS = ("md", "html", "svg", "pdf")
USUAL_FORMATS = ("md", "html")
_NOT_IN_NAMES = re.compile(r"[^\w-]+")
_RENDER: dict[str, Callable[[Document, Place, str | None], str]] = {
    "md": render_markdown,
    "html": render_html,
}


class Loaded(Protocol):
    """What is rendered: a loaded project."""

    @property
    def system(self) -> System:
        """The roadmap."""

    @property
    def facts(self) -> Facts:
        """What is computed from it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a roadmap is wanted; empty tuples mean everything.

    Attributes:
        formats: Of `FORMATS`.
        views: Names of views.
        industries: Ids of parts.
        templates: A user's folder of templates.
        options: How the documents are drawn.
        single_file: Whether all HTML pages stand in one file.
    """

    formats: tuple[str, ...] = USUAL_FORMATS
    views: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    templates: str | None = None
    options: Options = USUAL
    single_file: bool = False

    def named(self, name: str) -> str:
        """Return the name of a file of all that is wanted; one of less than everything says of what."""
        owner = (_NOT_IN_NAMES.sub("-", self.options.owner),) if self.options.owner else ()
        return "-".join((name, *self.industries, *self.views, *owner))


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

    @property
    def languages(self) -> tuple[str, ...]:
        """Their tags, the first one's documents at the root."""
        return self._languages

    def listed(self, lang: str) -> Listed:
        """Return what a list of roadmaps says of this one in a language."""
        words = Words(self._project.system, self._project.facts, lang)
        if self._choice.single_file:
            book = posixpath.join(self._below, self._choice.named("index"))
            return Listed(words, {tag: "" if n else book for n, tag in enumerate(self._languages)})
        first = {one.lang: one.path(one.documents[0]) for one in self._editions if one.documents}
        return Listed(words, {tag: posixpath.join(self._below, path) for tag, path in first.items()})

    @cached_property
    def _editions(self) -> tuple[Edition, ...]:
        """The documents by language, standing at the root."""
        system, facts, choice = self._project.system, self._project.facts, self._choice
        found = []
        for n, lang in enumerate(self._languages):
            documents = build_all(system, facts, lang, choice.views, choice.industries, choice.options)
            check_shown(system, documents)
            words = Words(system, facts, lang, choice.options)
            found.append(Edition(words, lang if n else "", tuple(documents)))
        check_paths(edition.path(document) for edition in found for document in edition.documents)
        return tuple(found)

    def files(self, lists: Mapping[str, str] | None = None) -> dict[str, bytes]:
        """Return every file but the PDFs, by its path below the output.

        Args:
            lists: By language, the page that lists this roadmap with others.

        Raises:
            LostItemsError: If a document does not show what it claims to.
            RenderFault: If two documents would be one file, or a user's template fails.
        """
        files: dict[str, bytes] = {}
        formats = [one for one in _RENDER if one in self._choice.formats]
        below = [one._replace(root=posixpath.join(self._below, one.root)) for one in self._editions]
        neighbours = Neighbours(below, pictures=self._draws, lists=lists)
        if self._choice.single_file and "html" in formats:
            formats.remove("html")
            files |= self._single_file()
        with blamed(self._choice.templates):
            for edition in below:
                for document in edition.documents:
                    for ending in formats:
                        place = neighbours.place(edition, document, ending)
                        page = _RENDER[ending](document, place, self._choice.templates)
                        files[f"{place.path}.{ending}"] = page.encode()
                    files |= self._pictures(edition, document)
        return files

    @property
    def _draws(self) -> bool:
        """Whether figures are written as files of their own."""
        return bool({"md", "svg"} & set(self._choice.formats))

    def _pictures(self, edition: Edition, document: Document) -> Iterable[tuple[str, bytes]]:
        """The figures as files, for Markdown or for themselves."""
        if not self._draws:
            return
        folder = posixpath.dirname(edition.path(document))
        for figure in _pictures(document):
            drawn = svg_file(figure.scene, document.lang, self._choice.templates, document.styles)
            yield posixpath.join(folder, picture_name(figure)), drawn.encode()

    def _single_file(self) -> dict[str, bytes]:
        if not any(edition.documents for edition in self._editions):
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
                    (one._replace(root=""),), self._choice.templates, paper=True
                )
                for one in self._editions
                if one.documents
            }


def render_site(project: Loaded, languages: Sequence[str], choice: Choice | None = None) -> dict[str, bytes]:
    """Return every file of a roadmap but its PDFs: see `Site.files`."""
    return Site(project, languages, choice or Choice()).files()


def render_sites(
    projects: Mapping[str, Loaded], languages: Mapping[str, Sequence[str]], choice: Choice | None = None
) -> dict[str, bytes]:
    """Return the files of several roadmaps, each below its name, with a page that lists them.

    Args:
        projects: Roadmaps by name.
        languages: Each one's tags, by name.
        choice: What of them is wanted.
    """
    wanted = choice or Choice()
    sites = {name: Site(project, languages[name], wanted, name) for name, project in projects.items()}
    return sites_files(sites, wanted)


def sites_files(sites: Mapping[str, Site], choice: Choice) -> dict[str, bytes]:
    """Return the files of several roadmaps by name, with a page that lists them.

    Args:
        sites: Roadmaps by name, each standing below it.
        choice: The formats and templates of the list.
    """
    pages = list_pages((tag for site in sites.values() for tag in site.languages), sites)
    files: dict[str, bytes] = {}
    for site in sites.values():
        files |= site.files(pages)
    known = frozenset(posixpath.splitext(path)[0] for path in files) | set(pages.values())
    for lang, path in pages.items():
        listing = list_document([site.listed(lang) for site in sites.values()], lang)
        with blamed(choice.templates):
            for ending in [one for one in _RENDER if one in choice.formats]:
                place = list_place(pages, lang, ending, known)
                files[f"{path}.{ending}"] = _RENDER[ending](listing, place, choice.templates).encode()
    return files


def _pictures(document: Document) -> Iterable[Figure]:
    def of(blocks: tuple[Block, ...]) -> Iterable[Figure]:
        for block in blocks:
            if isinstance(block, Figure) and block.file:
                yield block
            elif isinstance(block, Folded):
                yield from of(block.blocks)

    for section in document.sections:
        yield from of(section.blocks)


def languages_of(system: System, wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the languages to render: those asked for, else the roadmap's."""
    return tuple(wanted) or system.languages


def view_names() -> tuple[str, ...]:
    """Return the names that `--view` takes."""
    return tuple(view.name for view in ALL)
