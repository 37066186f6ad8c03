"""The navigation of a page: the whole, its industry's documents, the other industries, the languages."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from carbonroad import __version__
from carbonroad.model.roadmap import Part
from carbonroad.render.markdown_outline import Outline
from carbonroad.render.pages import NavGroup, NavLink, Place, prefix_of
from carbonroad.views.document import Document
from carbonroad.views.registry import ALL
from carbonroad.views.words import Words

_LANGUAGE_NAMES = {"en": "English", "zh": "中文", "zh-hans": "简体中文", "zh-hant": "繁體中文"}


def language_name(tag: str) -> str:
    """Return what a language calls itself, else its tag."""
    return _LANGUAGE_NAMES.get(tag.lower(), tag)


class Edition(NamedTuple):
    """The documents of one language and the folder they stand in."""

    words: Words
    root: str
    documents: tuple[Document, ...]

    @property
    def lang(self) -> str:
        """Its language's tag."""
        return self.words.lang

    def path(self, document: Document) -> str:
        """Return a document's path, without ending."""
        return posixpath.join(self.root, document.path)


def known_pages(editions: Iterable[Edition]) -> frozenset[str]:
    """Return the paths of all pages."""
    return frozenset(edition.path(document) for edition in editions for document in edition.documents)


class Neighbours:
    """The places of a run's pages.

    Args:
        editions: All languages.
        book: Whether they stand in one file.
        pictures: Whether figures are written as files of their own.
        lists: By language, the page that lists this roadmap with others; empty where it stands alone.
    """

    def __init__(
        self,
        editions: Sequence[Edition],
        *,
        book: bool = False,
        pictures: bool = False,
        lists: Mapping[str, str] | None = None,
    ) -> None:
        self._editions = editions
        self._lists = lists or {}
        self._known = known_pages(editions)
        self._book = book
        self._pictures = pictures
        self._footers: dict[tuple[str, str], str] = {}

    def place(self, edition: Edition, document: Document, ending: str = "html") -> Place:
        """Return where a document stands and what it leads to."""
        path, words = edition.path(document), edition.words
        id_ = path if self._book else prefix_of(document.path)
        bare = Place(path, edition.root, ending, id_, self._known, book=self._book, pictures=self._pictures)
        nav = (
            NavGroup("whole", words.w("The whole"), (*self._list(words, bare), *_whole(words, bare))),
            NavGroup("languages", words.w("Languages"), tuple(_languages(bare, document, self._editions))),
            NavGroup("fields", words.w("Fields"), tuple(_parts(words, bare, document))),
            NavGroup("own", words.w("This field"), tuple(_own(words, bare, document))),
        )
        return replace(
            bare,
            nav=tuple(group for group in nav if group.links),
            footer=self._footer(words, document.part),
            system_title=words.text(words.system.title),
            headings=self._headings if ending == "md" else {},
        )

    def _list(self, words: Words, place: Place) -> Iterable[NavLink]:
        """The list of all roadmaps, in the page's language if it has one."""
        path = self._lists.get(words.lang) or next(iter(self._lists.values()), "")
        if path:
            yield NavLink(place.to(path), words.w("All roadmaps"))

    @cached_property
    def _headings(self) -> dict[str, str]:
        """For each anchor of each page the heading that Markdown can link to."""
        return {
            f"{edition.path(document)}#{anchor}": heading
            for edition in self._editions
            for document in edition.documents
            for anchor, heading in Outline(document).anchors.items()
        }

    def _footer(self, words: Words, part: str) -> str:
        known = self._footers.get((words.lang, part))
        if known is None:
            known = self._footers[words.lang, part] = words.w(
                "Made by carbonroad {version} from {title}. Data date {day}, files {print}.",
                version=__version__,
                title=words.text(words.system.title),
                day=words.system.as_of.isoformat(),
                print=words.system.fingerprint_of(part),
            )
        return known


def _whole(words: Words, place: Place) -> Iterable[NavLink]:
    for view in ALL:
        path = posixpath.join(place.root, view.path(None))
        if view.whole and path in place.known:
            yield NavLink(place.to(path), words.w(view.words), "page" if path == place.path else "")


def _parts(words: Words, place: Place, document: Document) -> Iterable[NavLink]:
    """Each industry, by the document of the kind one is reading."""
    for part in words.system.industries:
        paths = [path for path, _ in _of_part(words, place, part)]
        same = [path for path in paths if posixpath.basename(path) == document.kind]
        target = next(iter(same or paths), None)
        if target is not None:
            here = "" if part.id != document.part else "page" if target == place.path else "true"
            yield NavLink(place.to(target), words.text(part.title), here)


def _own(words: Words, place: Place, document: Document) -> Iterable[NavLink]:
    """The documents of the industry one is reading of."""
    for part in words.system.industries:
        if part.id == document.part:
            for path, said in _of_part(words, place, part):
                yield NavLink(place.to(path), said, "page" if path == place.path else "")


def _of_part(words: Words, place: Place, part: Part) -> Iterable[tuple[str, str]]:
    """The pages of an industry that exist, with their names."""
    for view in ALL:
        path = posixpath.join(place.root, view.path(part))
        if view.parts and path in place.known:
            yield path, words.w(view.words)


def _languages(place: Place, document: Document, editions: Sequence[Edition]) -> Iterable[NavLink]:
    if len(editions) < 2:
        return
    for edition in editions:
        path = edition.path(document)
        if path in place.known:
            here = "page" if path == place.path else ""
            yield NavLink(place.to(path), language_name(edition.lang), here, edition.lang)
