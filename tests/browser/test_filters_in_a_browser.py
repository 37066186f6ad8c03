"""Filters by mouse and by keyboard: what is shown is what was chosen, and print shows all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from sites import Edition

PAGES = [
    (Edition("china"), "timetable.html"),
    (Edition("china"), "steel/timetable.html"),
    (Edition("china", "zh"), "power/timetable.html"),
    (Edition("timed", "zh"), "timetable.html"),
    (Edition("40-owners"), "timetable.html"),
]

_SHOWN = """() => {
  const visible = element => element.checkVisibility();
  const bodies = [...document.querySelectorAll("tbody.g")];
  const wanted = [...document.querySelectorAll(".flt input:checked")]
    .map(input => input.id.split("-").slice(2).join("-")).filter(tag => tag !== "all");
  const rows = bodies.flatMap(body => [...body.querySelectorAll("tr.r")]);
  const fits = row => wanted.every(tag => row.classList.contains(tag));
  const rightly = row => fits(row) === visible(row);
  return {
    wanted,
    rows: rows.length,
    shown: rows.filter(visible).length,
    wrong: rows.filter(row => !rightly(row)).map(row => row.id).slice(0, 5),
    hollow: bodies.filter(body => visible(body) && ![...body.querySelectorAll("tr.r")].some(fits))
      .map(body => body.className),
    gone: bodies.filter(body => body.querySelector(".gh") && !visible(body.querySelector(".gh"))
      && [...body.querySelectorAll("tr.r")].some(fits)).map(body => body.className),
    told: [...document.querySelectorAll(".none")].filter(visible).map(line => line.textContent.trim()),
  };
}"""
_UNFOLD = "() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }"
_PAIRS = """() => {
  const groups = [...document.querySelectorAll(".flt")].map(set =>
    [...set.querySelectorAll("input:not(.all)")].map(input => input.id));
  const pairs = [];
  groups.forEach((one, n) => groups.slice(n + 1).forEach(other =>
    one.forEach(a => other.forEach(b => pairs.push([a, b])))));
  return pairs;
}"""
_CHOOSE = """ids => {
  for (const input of document.querySelectorAll(".flt input.all")) input.checked = true;
  for (const id of ids) document.getElementById(id).checked = true;
}"""


@pytest.fixture(name="page", params=PAGES, ids=lambda place: f"{place[0]}-{place[1]}".replace("/", "-"))
def _page(request: pytest.FixtureRequest, browser: Browser, site: Callable[[str], Path]) -> Iterator[Page]:
    edition, name = request.param
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, offline=True)
    page = context.new_page()
    page.goto((site(edition.site) / edition.lang / name).as_uri())
    yield page
    context.close()


def _check(page: Page) -> int:
    """The rows that are shown are those that were chosen; returns how many."""
    found = page.evaluate(_SHOWN)
    assert not found["wrong"], found
    assert not found["hollow"], "a heading without rows"
    assert not found["gone"], "rows without their heading"
    assert bool(found["told"]) == (found["shown"] == 0), found
    return found["shown"]


def test_each_choice_by_mouse(page: Page) -> None:
    page.evaluate(_UNFOLD)
    everything = _check(page)
    assert everything > 3
    for filter_ in page.locator(".flt").all():
        counts = []
        for label in filter_.locator("label").all()[1:]:
            label.click()
            counts.append(_check(page))
        assert all(0 < count <= everything for count in counts), "a choice that shows nothing"
        assert sum(counts) >= everything, "a row that no choice shows"
        filter_.locator("label").first.click()
        assert _check(page) == everything


def test_a_choice_opens_what_is_folded(page: Page) -> None:
    page.locator(".flt").first.locator("label").nth(1).click()
    assert _check(page) > 0


def test_two_choices_at_once(page: Page) -> None:
    page.evaluate(_UNFOLD)
    pairs = page.evaluate(_PAIRS)
    assert pairs
    nothing = 0
    for pair in pairs[:: max(1, len(pairs) // 40)]:
        page.evaluate(_CHOOSE, pair)
        nothing += _check(page) == 0
    assert nothing, "no pair that leaves nothing: the remark was not tried"


def test_each_choice_by_keyboard(page: Page) -> None:
    page.evaluate(_UNFOLD)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for filter_ in page.locator(".flt").all():
        inputs = filter_.locator("input").all()
        assert page.evaluate("document.activeElement.id") == inputs[0].get_attribute("id")
        for entry in inputs[1:3]:
            page.keyboard.press("ArrowRight")
            assert entry.is_checked()
            _check(page)
            width = entry.evaluate("input => getComputedStyle(input.nextElementSibling).outlineWidth")
            assert width == "3px", "no ring around the choice that has the focus"
        page.keyboard.press("Tab")


def test_print_shows_every_row_whatever_was_chosen(page: Page) -> None:
    everything = page.evaluate(_SHOWN)["rows"]
    page.evaluate(_CHOOSE, page.evaluate(_PAIRS)[0])
    page.emulate_media(media="print")
    shown = page.evaluate(_SHOWN)
    assert shown["shown"] == everything
    assert not shown["told"]
    assert not page.locator(".flts").first.is_visible()
