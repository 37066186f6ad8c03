"""Many documents as one file: each under its own address, one at a time on a screen, in order on paper."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from markupsafe import Markup

from carbonroad.base.record import NamedTuple
from carbonroad.render.html.document import Page, page_body
from carbonroad.render.html.policy import check_policy, page_policy
from carbonroad.render.place import Place
from carbonroad.render.site.edition import Edition
from carbonroad.render.site.neighbours import Neighbours
from carbonroad.render.templates.asked import check_kept
from carbonroad.render.templates.environment import STYLES, environment, styles
from carbonroad.views.document import Document, Figure

BOOK_STYLES = (*STYLES, "book")


class Entry(NamedTuple):
    """A line of the table of contents: its depth from 0, its words, and the id it leads to."""

    level: int
    words: str
    id: str


class Book(NamedTuple):
    """All documents of a roadmap in one file.

    Attributes:
        html: The file.
        title: The roadmap's title.
        lang: Of the first document.
        day: The data date.
        entries: The table of contents.
        sheets: Ids among the entries of the drawings' sheets.
    """

    html: str
    title: str
    lang: str
    day: date
    entries: tuple[Entry, ...]
    sheets: tuple[str, ...] = ()


class Volume(NamedTuple):
    """What the template shows of one language."""

    title: str
    lang: str
    heading: str
    meta: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]
    pages: tuple[tuple[Page, Markup], ...]


def bind_book(editions: Sequence[Edition], own: str | None = None, *, paper: bool = False) -> Book:
    """Bind the documents of some languages into one file.

    Args:
        editions: Each with documents.
        own: A user's folder of templates.
        paper: Whether it is printed and nothing else: without the filters' rules, which slow printing down.
    """
    neighbours = Neighbours(editions, book=True)
    volumes = tuple(_volume(edition, neighbours, own) for edition in editions if edition.planned)
    first = volumes[0]
    css = styles((*BOOK_STYLES, *_asked_for(editions)), own)
    filter_css = "".join(page.selection.css for volume in volumes for page, _ in volume.pages if not paper)
    html = (
        environment(own)
        .get_template("html/book.html")
        .render(
            title=first.title,
            lang=first.lang,
            volumes=volumes,
            style=Markup(css + filter_css),  # noqa: S704  # style sheets, ids and classes
            policy=page_policy(css + filter_css),
            css=css,
            filter_css=Markup(filter_css),  # noqa: S704  # ids and classes of our own making
        )
    )
    entries = tuple(entry for volume in volumes for entry in volume.entries)
    for volume in volumes:
        for _, body in volume.pages:
            check_kept(own, "html/book.html", body, html)
    check_policy(own, "html/book.html", html)
    sheets = tuple(
        entry.id
        for volume in volumes
        for page, _ in volume.pages
        if page.document.print_sheet
        for entry in _entries(page.document, page.place)
    )
    return Book(html, first.title, first.lang, editions[0].words.system.as_of, entries, sheets)


def _asked_for(editions: Iterable[Edition]) -> dict[str, None]:
    """The further style sheets that some document asks for."""
    documents = (document for edition in editions for document in edition.documents)
    return dict.fromkeys(name for document in documents for name in document.styles)


def _volume(edition: Edition, neighbours: Neighbours, own: str | None) -> Volume:
    words = edition.words
    pages = []
    entries: list[Entry] = []
    for document in edition.documents:
        place = neighbours.place(edition, document)
        page = Page(document, place, own)
        pages.append((page, page_body(page, own)))
        entries.extend(_entries(document, place))
    meta = (
        (words.w("Data date"), words.system.as_of.isoformat()),
        (words.w("Source fingerprint"), words.system.fingerprint),
    )
    title = words.text(words.system.title)
    return Volume(title, edition.lang, words.w("Contents"), meta, tuple(entries), tuple(pages))


def _entries(document: Document, place: Place) -> Iterator[Entry]:
    """A document, and its sections or, where it prints as sheets alone, its sheets."""
    yield Entry(0, document.title, place.path)
    if document.print_sheet:
        figures = [one for s in document.sections for one in s.blocks if isinstance(one, Figure)]
        for number, figure in enumerate(figures, 1):
            yield Entry(1, figure.scene.title, f"{place.id}-f{number}")
        return
    for section in document.sections:
        if section.heading and section.anchor:
            yield Entry(1, section.heading, f"{place.id}-{section.anchor}")
