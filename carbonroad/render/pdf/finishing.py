"""A printed book becomes a PDF to keep: bookmarks, page numbers, metadata, and no clock in it.

The only importer of pypdf, which the extra `carbonroad[pdf]` brings.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from carbonroad import __version__
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, say
from carbonroad.render.faults import RenderFault
from carbonroad.render.pdf.book import Book, Entry

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter
    from pypdf.generic import DictionaryObject, IndirectObject

_POINTS = 72 / 25.4
_SHEET = (420 * _POINTS, 297 * _POINTS)
_GAUGE = 100 * _POINTS
_FONT = "/CRNumber"
_SIZE = 8.0
_WIDTHS = {"/": 278, " ": 278}
"""Of Helvetica's signs in thousandths of its size; every figure is 556 wide."""


class _Number(NamedTuple):
    """A number to write on a page, ending at x."""

    words: str
    x: float
    y: float


def check_library() -> None:
    """Refuse PDFs where pypdf is missing.

    Raises:
        RenderFault: Saying what to install.
    """
    if find_spec("pypdf") is None:
        raise RenderFault(
            say("PDF needs the Python package pypdf."),
            say("install it with: {command}", command='pip install "carbonroad[pdf]"'),
        )


def finish_pdf(printed: bytes, book: Book) -> bytes:
    """Return a printed book with bookmarks, page numbers and metadata.

    Args:
        printed: The PDF that the browser made.
        book: What it shows.

    Raises:
        RenderFault: If it is no PDF, not at true scale, or without a document of the book.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(printed))
        pages = _pages_by_id(reader, book)
        _check_scale(reader, book, pages)
        writer = PdfWriter(clone_from=reader)
    except PyPdfError as error:
        raise _unusable(say("it cannot be read ({reason})", reason=error)) from error
    _bookmarks(writer, book.entries, pages)
    contents = min(pages.values())
    font = _helvetica(writer)
    for index, page in enumerate(writer.pages):
        numbers = [_page_number(page, index + 1, len(writer.pages))]
        if index < contents:
            numbers += _contents_numbers(page, pages)
        _write(writer, page, font, numbers)
    _describe(writer, book)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _unusable(why: Said) -> RenderFault:
    return RenderFault(
        say("What the browser printed is of no use: {why}.", why=why), say("try another or a newer Chromium")
    )


def _pages_by_id(reader: "PdfReader", book: Book) -> dict[str, int]:
    """On which page, from 0, each entry of the table of contents stands."""
    named = reader.named_destinations
    pages: dict[str, int] = {}
    for entry in book.entries:
        destination = named.get(f"/{entry.id}") or named.get(entry.id)
        page = None if destination is None else reader.get_destination_page_number(destination)
        if page is None or page < 0:
            raise _unusable(say('it lacks "{words}"', words=entry.words))
        pages[entry.id] = page
    return pages


def _check_scale(reader: "PdfReader", book: Book, pages: Mapping[str, int]) -> None:
    """A browser shrinks what does not fit a page: a drawing would be to a scale that it does not state."""
    boxes = [_box(link) for link in _links(reader.pages[0])]
    widths = [right - left for left, bottom, right, top in boxes if top - bottom < 1]
    if not widths or abs(widths[0] - _GAUGE) > 1:
        raise _unusable(say("it is not at true scale"))
    for id_ in book.sheets:
        box = reader.pages[pages[id_]].mediabox
        if abs(float(box.width) - _SHEET[0]) > 1 or abs(float(box.height) - _SHEET[1]) > 1:
            raise _unusable(say("a sheet is not 420 mm by 297 mm"))


def _bookmarks(writer: "PdfWriter", entries: Sequence[Entry], pages: Mapping[str, int]) -> None:
    parent = None
    for entry in entries:
        if entry.level == 0:
            parent = writer.add_outline_item(title=entry.words, page_number=pages[entry.id], is_open=False)
        else:
            writer.add_outline_item(title=entry.words, page_number=pages[entry.id], parent=parent)


def _page_number(page: "PageObject", number: int, total: int) -> _Number:
    """In the margin at the right below; on a sheet, outside its frame."""
    return _Number(f"{number} / {total}", float(page.mediabox.width) - 16 * _POINTS, 1.5 * _POINTS)


def _contents_numbers(page: "PageObject", pages: Mapping[str, int]) -> Iterator[_Number]:
    for link in _links(page):
        index = pages.get(str(link.get("/Dest", "")).removeprefix("/"))
        left, bottom, right, top = _box(link)
        if index is not None and top - bottom > 1 and right > left:
            yield _Number(str(index + 1), right + 8 * _POINTS, bottom + 4.3)


def _links(page: "PageObject") -> "Iterator[DictionaryObject]":
    from pypdf.generic import ArrayObject, DictionaryObject

    found = page.get("/Annots")
    for reference in found if isinstance(found, ArrayObject) else ():
        link = reference.get_object()
        if isinstance(link, DictionaryObject) and link.get("/Subtype") == "/Link":
            yield link


def _box(link: "DictionaryObject") -> tuple[float, float, float, float]:
    """The rectangle of a link: left, bottom, right, top."""
    left, bottom, right, top = (float(side) for side in cast("Sequence[float]", link["/Rect"]))
    return left, bottom, right, top


def _write(
    writer: "PdfWriter", page: "PageObject", font: "IndirectObject", numbers: Sequence[_Number]
) -> None:
    """Put numbers over a page, marked as no part of its text."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject

    def stream(text: str) -> "DictionaryObject":
        made = DecodedStreamObject()
        made.set_data(text.encode("ascii"))
        return made

    lines = "".join(
        f"BT {_FONT} {_SIZE} Tf {n.x - _width(n.words):.2f} {n.y:.2f} Td ({n.words}) Tj ET\n" for n in numbers
    )
    over = f"Q\n/Artifact BMC\nq 0.28 g\n{lines}Q\nEMC\n"
    old = page.raw_get("/Contents")
    inner = old.get_object()
    parts = list(inner) if isinstance(inner, ArrayObject) else [old]
    before, after = (writer._add_object(stream(text)) for text in ("q\n", over))  # noqa: SLF001
    page[NameObject("/Contents")] = ArrayObject([before, *parts, after])
    resources = cast("DictionaryObject", page["/Resources"].get_object())
    fonts = cast(
        "DictionaryObject", resources.setdefault(NameObject("/Font"), DictionaryObject()).get_object()
    )
    fonts[NameObject(_FONT)] = font


def _helvetica(writer: "PdfWriter") -> "IndirectObject":
    """A font that every viewer has, as an object of its own: some programs look for one by its number."""
    from pypdf.generic import DictionaryObject, NameObject

    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    return writer._add_object(font)  # noqa: SLF001


def _width(words: str) -> float:
    return sum(_WIDTHS.get(sign, 556) for sign in words) * _SIZE / 1000


def _describe(writer: "PdfWriter", book: Book) -> None:
    """Say what it is and of which day: the data date, for a clock would make each run another file."""
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    day = f"D:{book.day:%Y%m%d}000000Z"
    writer.pdf_header = "%PDF-1.7"
    writer.metadata = {
        "/Title": book.title,
        "/Creator": f"carbonroad {__version__}",
        "/Producer": f"carbonroad {__version__}",
        "/CreationDate": day,
        "/ModDate": day,
    }
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(book.lang)
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
