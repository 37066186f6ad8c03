"""Printed pages: a drawing is exactly one A3 page a sheet; every other page has words on every sheet."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from sites import Edition

A3 = (1190.55, 841.89)
A4 = (841.89, 595.28)
DRAWINGS = [
    (Edition("china"), "drawing.html"),
    (Edition("china"), "power/drawing.html"),
    (Edition("china"), "steel/drawing.html"),
    (Edition("china", "zh"), "drawing.html"),
    (Edition("china", "zh"), "technology/drawing.html"),
    (Edition("timed"), "drawing.html"),
    (Edition("timed", "zh"), "heat/drawing.html"),
    (Edition("scripts"), "steel/drawing.html"),
    (Edition("long-titles"), "steel/drawing.html"),
    (Edition("40-owners"), "steel/drawing.html"),
    (Edition("nothing"), "steel/drawing.html"),
]
OTHERS = [
    (Edition("china"), "index.html"),
    (Edition("china"), "timetable.html"),
    (Edition("china"), "roadmap.html"),
    (Edition("china", "zh"), "steel/timetable.html"),
    (Edition("china", "zh"), "steel/roadmap.html"),
    (Edition("china", "zh"), "assignments.html"),
    (Edition("timed"), "roadmap.html"),
    (Edition("40-owners"), "timetable.html"),
]
_MOST_PAGES = 80
_BLANK = 100
"""A page with one letter has 150 bytes of drawing commands, an empty one none."""


def _name(place: tuple[Edition, str]) -> str:
    return f"{place[0]}-{place[1]}".replace("/", "-")


def _print(browser: Browser, path: Path) -> tuple[PdfReader, int]:
    """Print a page; returns it with the number of its drawing sheets."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    sheets = page.locator("figure.sheet").count()
    printed = page.pdf(prefer_css_page_size=True)
    context.close()
    return PdfReader(io.BytesIO(printed)), sheets


def _marks(printed: PdfReader) -> list[int]:
    """How many bytes of drawing commands each page has."""
    contents = [page.get_contents() for page in printed.pages]
    return [0 if content is None else len(content.get_data()) for content in contents]


def _sizes(printed: PdfReader) -> list[tuple[float, float]]:
    return [(float(page.mediabox.width), float(page.mediabox.height)) for page in printed.pages]


@pytest.mark.parametrize("place", DRAWINGS, ids=_name)
def test_a_sheet_is_one_a3_page(
    place: tuple[Edition, str], browser: Browser, site: Callable[[str], Path]
) -> None:
    edition, name = place
    printed, sheets = _print(browser, site(edition.site) / edition.lang / name)
    assert sheets > 0
    assert len(printed.pages) == sheets
    assert all(size == pytest.approx(A3, abs=1) for size in _sizes(printed)), _sizes(printed)
    assert min(_marks(printed)) > 5000, "an empty sheet"


@pytest.mark.parametrize("place", OTHERS, ids=_name)
def test_other_pages_print_on_paper_of_one_size_without_empty_pages(
    place: tuple[Edition, str], browser: Browser, site: Callable[[str], Path]
) -> None:
    edition, name = place
    printed, _ = _print(browser, site(edition.site) / edition.lang / name)
    sizes = _sizes(printed)
    assert 0 < len(sizes) <= _MOST_PAGES
    assert any(sizes[0] == pytest.approx(size, abs=1) for size in (A3, A4, A4[::-1])), sizes[0]
    assert all(size == pytest.approx(sizes[0], abs=1) for size in sizes)
    assert min(_marks(printed)) > _BLANK, "an empty page"
