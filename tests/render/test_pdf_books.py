"""The PDF of a roadmap from a real browser: whole, at true scale, with bookmarks, the same each time."""

import io
import re
from pathlib import Path

import pytest
from small_roadmap import two_fields

from carbonroad.printing import find_chromium, print_page
from carbonroad.render.faults import RenderFault
from carbonroad.render.pdf.book import Book
from carbonroad.render.pdf.finishing import check_library, finish_pdf
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.site import Site

pypdf = pytest.importorskip("pypdf", reason="the Python package pypdf is not installed")
MM = 72 / 25.4


def browser() -> str:
    try:
        return find_chromium()
    except RenderFault as fault:
        pytest.skip(f"no browser to print with: {fault.message}")


@pytest.fixture(name="book", scope="module")
def _book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    project = two_fields(tmp_path_factory.mktemp("two"))
    books = Site(project, ("en", "zh"), Choice(formats=("pdf",))).books()
    assert [Path(path).parent.as_posix() for path in books] == [".", "zh"]
    return next(iter(books.values()))


@pytest.fixture(name="printed", scope="module")
def _printed(book: Book) -> bytes:
    return print_page(browser(), book.html)


@pytest.fixture(name="reader")
def _reader(book: Book, printed: bytes) -> "pypdf.PdfReader":
    return pypdf.PdfReader(io.BytesIO(finish_pdf(printed, book)))


def test_bookmarks_lead_to_every_document_and_sheet_in_order(book: Book, reader: "pypdf.PdfReader") -> None:
    found: list[tuple[int, str, int]] = []

    def walk(items: list, level: int) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item, level + 1)
            else:
                found.append((level, item.title, reader.get_destination_page_number(item)))

    walk(reader.outline, 0)
    assert [(level, words) for level, words, _ in found] == [(e.level, e.words) for e in book.entries]
    pages = [page for _, _, page in found]
    assert pages == sorted(pages)
    assert pages[0] > 0


def test_every_page_has_its_number_and_the_contents_name_it(book: Book, reader: "pypdf.PdfReader") -> None:
    total = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        assert f"({number} / {total}) Tj".encode() in page.get_contents().get_data()
    numbers = re.findall(rb"\((\d+)\) Tj", reader.pages[0].get_contents().get_data())
    assert len(numbers) == len(book.entries)


def test_sheets_are_at_true_scale(book: Book, reader: "pypdf.PdfReader") -> None:
    named = reader.named_destinations
    sheets = [reader.pages[reader.get_destination_page_number(named[f"/{one}"])] for one in book.sheets]
    assert len(sheets) >= 3
    for page in sheets:
        assert abs(float(page.mediabox.width) - 420 * MM) < 1
        assert abs(float(page.mediabox.height) - 297 * MM) < 1
        assert abs(_frame(page) - 390 * MM) < 0.1 * MM


def _frame(page: "pypdf.PageObject") -> float:
    """How wide the frame is printed, in points: of ISO 5457 it is 390 mm on A3."""
    scale, stack, found = 1.0, [], []
    for operands, operator in pypdf.generic.ContentStream(page.get_contents(), None).operations:
        if operator == b"q":
            stack.append(scale)
        elif operator == b"Q":
            scale = stack.pop()
        elif operator == b"cm":
            scale *= abs(float(operands[0]))
        elif operator == b"re":
            found.append(scale * float(operands[2]))
    return min(found, key=lambda width: abs(width - 390 * MM))


def test_it_says_what_it_is_and_of_which_day_with_no_clock_in_it(
    book: Book, printed: bytes, reader: "pypdf.PdfReader"
) -> None:
    assert reader.metadata.title == "Test roadmap"
    assert reader.metadata["/CreationDate"] == "D:20261122000000Z"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    again = print_page(browser(), book.html)
    assert finish_pdf(again, book) == finish_pdf(printed, book)


def test_links_between_documents_lead_to_pages(reader: "pypdf.PdfReader") -> None:
    named = reader.named_destinations
    links = [
        note.get_object()
        for page in reader.pages[1:]
        for note in page.get("/Annots") or ()
        if "/Dest" in note.get_object()
    ]
    assert len(links) > 10
    assert all(str(link["/Dest"]) in named for link in links)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda html: html.replace('id="steel/drawing"', 'id="gone"'), "it lacks"),
        (lambda html: html.replace("size:420mm 297mm", "size:A4 landscape"), "true scale|not 420 mm"),
    ],
)
def test_a_print_that_is_not_whole_or_not_to_scale_is_refused(book: Book, change: object, says: str) -> None:
    spoilt = print_page(browser(), change(book.html))  # type: ignore[operator]
    with pytest.raises(RenderFault, match=says):
        finish_pdf(spoilt, book)


def test_what_is_no_pdf_is_refused(book: Book) -> None:
    with pytest.raises(RenderFault, match="cannot be read"):
        finish_pdf(b"%PDF-1.7 nothing", book)


def test_without_pypdf_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carbonroad.render.pdf.finishing.find_spec", lambda _: None)
    with pytest.raises(RenderFault, match="needs the Python package pypdf") as caught:
        check_library()
    assert 'pip install "carbonroad[pdf]"' in caught.value.help
