"""The navigation of a page: the whole, its industry's documents, the other industries, the languages."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from carbonroad import __version__
from carbonroad.model.roadmap import Part
from carbonroad.read.documents import ALL
from carbonroad.render.place import NavGroup, NavLink, Place, prefix_of
from carbonroad.render.site.edition import Edition, known_pages
from carbonroad.views.document import Document
from carbonroad.views.shared.words import Words

_LANGUAGE_NAMES = {"en": "English", "zh": "中文", "zh-hans": "简体中文", "zh-hant": "繁體中文"}


def language_name(tag: str) -> str:
    """Return what a language calls itself, else its tag."""
    return _LANGUAGE_NAMES.get(tag.lower(), tag)


class Headings(dict[str, Mapping[str, str]]):
    """By page, its places and the headings that Markdown can link to; a page is looked at when asked for."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        super().__init__()
        self._pages = {
            edition.page(one.path): (edition, one) for edition in editions for one in edition.planned
        }

    def __missing__(self, page: str) -> Mapping[str, str]:
        found = self._pages.get(page)
        self[page] = {} if found is None else found[0].headings(found[1])
        return self[page]

    def of(self, page: str, anchor: str) -> str:
        """Return the address of the heading that a place on a page stands under, empty for none."""
        return self[page].get(anchor, "")


class Neighbours:
    """The places of a run's pages.

    Args:
        editions: All languages.
        book: Whether they stand in one file.
        pictures: Whether figures are written as files of their own.
        lists: By language, the page that lists this roadmap with others; empty where it stands alone.
        headings: Those of all pages, where some are known from an earlier run.
        near: By top file, the first pages of related roadmaps in each language.
    """

    def __init__(
        self,
        editions: Sequence[Edition],
        *,
        book: bool = False,
        pictures: bool = False,
        lists: Mapping[str, str] | None = None,
        headings: Headings | None = None,
        near: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self._editions = editions
        self._lists = lists or {}
        self._known = known_pages(editions)
        self._book = book
        self._pictures = pictures
        self._headings = Headings(editions) if headings is None else headings
        self._near = {
            edition.lang: {top: _start(starts, edition.lang) for top, starts in (near or {}).items()}
            for edition in editions
        }
        self._footers: dict[tuple[str, str], str] = {}

    def place(self, edition: Edition, document: Document, ending: str = "html") -> Place:
        """Return where a document stands and what it leads to."""
        path, words = edition.page(document.path), edition.words
        id_ = path if self._book else prefix_of(document.path)
        bare = Place(path, edition.root, ending, id_, self._known, book=self._book, pictures=self._pictures)
        nav = (
            NavGroup("whole", words.w("The whole"), (*self._above(words, bare), *_whole(words, bare))),
            NavGroup("languages", words.w("Languages"), tuple(_languages(bare, document, self._editions))),
            NavGroup("fields", words.w("Fields"), tuple(_parts(words, bare, document))),
            NavGroup("own", words.w("This field"), tuple(_own(words, bare, document))),
        )
        return replace(
            bare,
            nav=tuple(group for group in nav if group.links),
            footer=self._footer(words, document.part),
            system_title=words.text(words.system.title),
            heading=self._headings.of,
            near=self._near[words.lang],
        )

    def _above(self, words: Words, place: Place) -> Iterable[NavLink]:
        """The list of all roadmaps, in the page's language if it has one, and the roadmap above this one."""
        path = self._lists.get(words.lang) or next(iter(self._lists.values()), "")
        if path:
            yield NavLink(place.to(path), words.w("All roadmaps"))
        for parent in words.system.family.ancestors[:1]:
            start = self._near[words.lang].get(parent.path, "")
            if start:
                yield NavLink(place.to(start), words.text(parent.part.title))

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


def _start(starts: Mapping[str, str], lang: str) -> str:
    """The first page in a language, else in the first that has one."""
    return starts.get(lang) or next(filter(None, starts.values()), "")


def _whole(words: Words, place: Place) -> Iterable[NavLink]:
    for view in ALL:
        path = posixpath.join(place.root, view.path())
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
        path = posixpath.join(place.root, view.path(part.id))
        if view.parts and path in place.known:
            yield path, words.w(view.words)


def _languages(place: Place, document: Document, editions: Sequence[Edition]) -> Iterable[NavLink]:
    if len(editions) < 2:
        return
    for edition in editions:
        path = edition.page(document.path)
        if path in place.known:
            here = "page" if path == place.path else ""
            yield NavLink(place.to(path), language_name(edition.lang), here, edition.lang)
