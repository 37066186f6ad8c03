"""All files of a run: documents in every language and format, laid out so that their links hold."""

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from carbonroad import __version__
from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.render.check import check_shown
from carbonroad.render.html import render_html
from carbonroad.render.listing import list_documents
from carbonroad.render.markdown import picture_name, render_markdown
from carbonroad.render.pages import NavGroup, NavLink, Place, prefix_of
from carbonroad.render.svg import svg_file
from carbonroad.views.document import Block, Document, Figure, Folded
from carbonroad.views.options import USUAL, Options
from carbonroad.views.registry import ALL, build_all
from carbonroad.views.words import Words

FORMATS = ("md", "html")
_RENDER: dict[str, Callable[[Document, Place, str | None], str]] = {
    "md": render_markdown,
    "html": render_html,
}
_LANGUAGE_NAMES = {"en": "English", "zh": "中文", "zh-hans": "简体中文", "zh-hant": "繁體中文"}


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
    """

    formats: tuple[str, ...] = FORMATS
    views: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    templates: str | None = None
    options: Options = USUAL


class _Edition(NamedTuple):
    """The documents of one language and where they stand."""

    lang: str
    root: str
    documents: tuple[Document, ...]

    def paths(self) -> list[str]:
        return [posixpath.join(self.root, document.path) for document in self.documents]


def render_site(project: Loaded, languages: Sequence[str], choice: Choice | None = None) -> dict[str, bytes]:
    """Return every file of a roadmap, by its path below the output.

    Args:
        project: The roadmap, linked and computed.
        languages: Tags; the first one's documents stand at the root, every other's below `<tag>/`.
        choice: What of it is wanted.

    Raises:
        LostItemsError: If a document does not show what it claims to.
    """
    return _render(project, languages, choice or Choice(), "")


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
    files: dict[str, bytes] = {}
    for name, project in projects.items():
        files |= _render(project, languages[name], wanted, name)
    for lang in dict.fromkeys(tags[0] for tags in languages.values()):
        systems = [Words(project.system, project.facts, lang) for project in projects.values()]
        listing = list_documents(list(zip(projects, systems, strict=True)), lang)
        known = frozenset(posixpath.splitext(path)[0] for path in files) | {"index"}
        for ending in wanted.formats:
            place = Place("index", "", ending, "ls", known)
            files.setdefault(f"index.{ending}", _RENDER[ending](listing, place, wanted.templates).encode())
    return files


def _render(project: Loaded, languages: Sequence[str], choice: Choice, below: str) -> dict[str, bytes]:
    system, facts = project.system, project.facts
    editions = []
    for n, lang in enumerate(dict.fromkeys(languages)):
        documents = build_all(system, facts, lang, choice.views, choice.industries, choice.options)
        check_shown(system, documents)
        root = below if n == 0 else posixpath.join(below, lang)
        editions.append(_Edition(lang, root, tuple(documents)))
    known = frozenset(path for edition in editions for path in edition.paths())
    files: dict[str, bytes] = {}
    for edition in editions:
        words = Words(system, facts, edition.lang)
        for document in edition.documents:
            path = posixpath.join(edition.root, document.path)
            for ending in choice.formats:
                place = _place(words, edition, document, ending, known, editions)
                files[f"{path}.{ending}"] = _RENDER[ending](document, place, choice.templates).encode()
            if "md" in choice.formats:
                folder = posixpath.dirname(path)
                for figure in _pictures(document):
                    drawn = svg_file(figure.scene, document.lang, choice.templates)
                    files[posixpath.join(folder, picture_name(figure))] = drawn.encode()
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


def _place(
    words: Words,
    edition: _Edition,
    document: Document,
    ending: str,
    known: frozenset[str],
    editions: Sequence[_Edition],
) -> Place:
    path = posixpath.join(edition.root, document.path)
    bare = Place(path, edition.root, ending, prefix_of(document.path), known)
    nav = (
        NavGroup("whole", words.w("The whole"), tuple(_whole(words, bare))),
        NavGroup("languages", words.w("Languages"), tuple(_languages(bare, document, editions))),
        NavGroup("fields", words.w("Fields"), tuple(_parts(words, bare, document))),
        NavGroup("own", words.w("This field"), tuple(_own(words, bare, document))),
    )
    title = words.text(words.system.title)
    footer = words.w(
        "Made by carbonroad {version} from {title}. Data date {day}, files {print}.",
        version=__version__,
        title=title,
        day=words.system.as_of.isoformat(),
        print=words.system.fingerprint[:8],
    )
    return Place(
        path,
        edition.root,
        ending,
        bare.id,
        known,
        tuple(group for group in nav if group.links),
        footer,
        title,
    )


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


def _languages(place: Place, document: Document, editions: Sequence[_Edition]) -> Iterable[NavLink]:
    if len(editions) < 2:
        return
    for edition in editions:
        path = posixpath.join(edition.root, document.path)
        if path in place.known:
            name = _LANGUAGE_NAMES.get(edition.lang.lower(), edition.lang)
            yield NavLink(place.to(path), name, "page" if path == place.path else "", edition.lang)


def languages_of(system: System, wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the languages to render: those asked for, else the roadmap's."""
    return tuple(wanted) or system.languages


def view_names() -> tuple[str, ...]:
    """Return the names that `--view` takes."""
    return tuple(view.name for view in ALL)
