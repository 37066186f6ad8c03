"""A progress statement on paper: A4 upright, and nothing so wide that a browser would shrink the page."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from sites import Edition

A4 = (595.28, 841.89)
ROOM = round((210 - 2 * 13) / 25.4 * 96)
"""Pixels between the margins."""
STATEMENTS = [
    (Edition("in-progress"), "progress.html"),
    (Edition("in-progress", "zh"), "heat/progress.html"),
    (Edition("china"), "progress.html"),
    (Edition("china", "zh"), "progress.html"),
    (Edition("long-word"), "progress.html"),
    (Edition("scripts"), "progress.html"),
    (Edition("40-owners"), "progress.html"),
]


@pytest.mark.parametrize("place", STATEMENTS, ids=lambda place: f"{place[0]}-{place[1]}".replace("/", "-"))
def test_it_fits_an_upright_page(
    place: tuple[Edition, str], browser: Browser, site: Callable[[str], Path]
) -> None:
    edition, name = place
    page = browser.new_page(viewport={"width": ROOM, "height": 900})
    page.emulate_media(media="print")
    page.goto((site(edition.site) / edition.lang / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= ROOM
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    for sheet in printed.pages:
        size = (float(sheet.mediabox.width), float(sheet.mediabox.height))
        assert size == pytest.approx(A4, abs=1)


@pytest.mark.parametrize(
    "edition", [Edition("in-progress"), Edition("in-progress", "zh"), Edition("china", "zh")]
)
def test_the_last_heading_of_the_counts_stays_on_one_line_and_in_its_column(
    edition: Edition, browser: Browser, site: Callable[[str], Path]
) -> None:
    page = browser.new_page(viewport={"width": ROOM, "height": 900})
    page.emulate_media(media="print")
    page.goto((site(edition.site) / edition.lang / "progress.html").as_uri())
    headings = page.locator(".tally thead th:last-child")
    for number in range(headings.count()):
        wide, room, high, line = headings.nth(number).evaluate(
            """th => {
                const words = document.createRange(), style = getComputedStyle(th);
                words.selectNodeContents(th);
                const box = words.getBoundingClientRect();
                return [box.width, th.clientWidth, box.height, 2 * parseFloat(style.fontSize)];
            }"""
        )
        assert wide <= room
        assert high < line, "a date is broken into two lines"
    page.close()


def test_no_heading_is_left_at_the_foot_of_a_page(browser: Browser, site: Callable[[str], Path]) -> None:
    page = browser.new_page()
    page.goto((site("in-progress") / "progress.html").as_uri())
    headings = {one.strip() for one in page.locator("section h2").all_inner_texts()}
    headings.remove("Signed")  # below it stand blank cells
    page.locator("#pr-risk").evaluate("one => one.insertAdjacentHTML('beforebegin', '<div id=lower></div>')")
    for lower in range(0, 120, 8):  # wherever the section begins on its page
        page.evaluate(f"document.querySelector('#lower').style.height = '{lower}mm'")
        for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages:
            lines = [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]
            assert headings.isdisjoint(lines[-2:]), "a heading with nothing but its columns below"
    page.close()
