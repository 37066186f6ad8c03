"""The preview in a browser: a save is seen at the same place, a mistake is told of and forgotten."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect
from served import served
from small_roadmap import two_fields
from test_accessibility import _AXE as AXE
from test_accessibility import _RUN

Open = Callable[..., Page]
RUN = _RUN.replace("axe.run(document, {", "axe.run(document, {iframes: false, ")
"""Without the pages in frames, which test_accessibility looks at."""
expect.set_options(timeout=20_000)  # a machine may have other work
ROADMAPS = Path(__file__).resolve().parents[2] / "roadmaps"


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan")
    for path in (ROADMAPS / "china").glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture(name="address", scope="module")
def _address(folder: Path) -> Iterator[str]:
    with served(folder, "--as-of", "2026-11-22", "--editor", "vscode") as address:
        yield address


@pytest.fixture(name="open_")
def _open(browser: Browser, address: str, folder: Path) -> Iterator[Open]:
    """Opens a page of the server; nothing may be left in its console, and the files are put back."""
    contexts, told = [], list[str]()

    def opened(path: str = "", **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(address + path)
        expect(page.locator("iframe.front")).to_be_visible()
        expect(page.locator("#status")).to_have_attribute("data-kind", "current")
        return page

    yield opened
    for path in folder.glob("*.yaml"):
        there = (ROADMAPS / "china" / path.name).read_bytes()
        if path.read_bytes() != there:
            path.write_bytes(there)
    for context in contexts:
        context.close()
    assert told == []


def shown(page: Page) -> Frame:
    """The page in front."""
    frame = page.locator("iframe.front").element_handle().content_frame()
    assert frame is not None
    return frame


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def break_(folder: Path) -> None:
    edit(folder / "steel.yaml", "    deadline:", "    deadlin:")


def mend(folder: Path) -> None:
    edit(folder / "steel.yaml", "    deadlin:", "    deadline:")


def test_a_save_is_shown_at_the_same_place(open_: Open, folder: Path) -> None:
    page = open_("timetable.html")
    before = shown(page)
    before.evaluate("window.scrollTo(0, 2500)")
    row = before.evaluate(
        "[...document.querySelectorAll('tr.r[id]')].find(r => r.getBoundingClientRect().top > 90).id"
    )
    top = before.evaluate(f"document.getElementById({row!r}).getBoundingClientRect().top")
    # Above that place something comes in, so that the same height would be another place.
    edit(folder / "power.yaml", "Power and energy", "Power and a new word for energy " * 3)
    expect(page.frame_locator("iframe.front").locator("body")).to_contain_text("new word for energy")
    after = shown(page)
    now = after.evaluate(f"document.getElementById({row!r}).getBoundingClientRect().top")
    assert abs(now - top) < 3
    assert after.evaluate("scrollY") > 1000
    expect(page.locator("iframe")).to_have_count(1)


def test_folded_parts_and_filters_stay_as_they_were(open_: Open, folder: Path) -> None:
    page = open_("steel/timetable.html")
    inside = page.frame_locator("iframe.front")
    inside.locator("details summary").first.click()
    inside.locator(".flt label").nth(1).click()
    chosen = shown(page).evaluate("[...document.querySelectorAll('.flt input:checked')].map(one => one.id)")
    edit(folder / "steel.yaml", "en: Iron and steel", "en: Iron and new steel")
    expect(inside.locator("h1")).to_contain_text("Iron and new steel")
    after = shown(page)
    assert after.evaluate("document.querySelector('details').open")
    assert after.evaluate("[...document.querySelectorAll('.flt input:checked')].map(one => one.id)") == chosen


def test_a_mistake_keeps_the_page_and_says_what_is_wrong_until_it_is_mended(
    open_: Open, folder: Path
) -> None:
    page = open_("steel/timetable.html")
    heading = shown(page).evaluate("document.querySelector('h1').textContent")
    break_(folder)
    banner = page.locator("#banner")
    expect(banner).to_be_visible()
    expect(banner).to_contain_text(
        re.compile(r"last good version, of \d\d:\d\d\. The files have \d+ errors; the first:")
    )
    expect(banner).to_contain_text("steel.yaml:")
    expect(page.locator("#status")).to_have_attribute("data-kind", "stale")
    assert shown(page).evaluate("document.querySelector('h1').textContent") == heading
    page.locator("#banner-show").click()
    first = page.locator("#panel .finding").first
    expect(first).to_have_class(re.compile("sev-error"))
    expect(first.locator(".excerpt")).to_contain_text("deadlin:")
    expect(first.locator("a.place").first).to_have_attribute(
        "href", re.compile(r"^vscode://file/.*/steel\.yaml:\d+:\d+$")
    )
    expect(first.locator("a.place").nth(1)).to_have_attribute(
        "href", re.compile(r"^/_carbonroad/playground/\?file=.*steel\.yaml&line=\d+&column=\d+")
    )
    mend(folder)
    expect(banner).to_be_hidden()
    expect(page.locator("#panel .sev-error")).to_have_count(0)
    expect(page.locator("#status")).to_have_attribute("data-kind", "current")


def test_links_lead_through_all_pages_and_back_with_an_address_for_each(open_: Open, address: str) -> None:
    page = open_()
    inside = page.frame_locator("iframe.front")
    inside.get_by_role("link", name="Timetable", exact=True).first.click()
    expect(page).to_have_url(f"{address}timetable.html")
    expect(inside.locator("html")).to_have_class("timetable")
    inside.get_by_role("link", name="中文").click()
    expect(page).to_have_url(f"{address}zh/timetable.html")
    expect(page.locator("#status-words")).to_contain_text("已是最新")
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(inside.locator("html")).to_have_attribute("lang", "en")
    page.go_back()
    expect(inside.locator("html")).to_have_class("overview")
    page.goto(f"{address}zh/steel/timetable.html")
    expect(inside.locator("html")).to_have_attribute("lang", "zh")
    expect(page).to_have_title(re.compile("钢铁.*预览"))


@pytest.mark.parametrize("place", ["#%", "#%E0%A4%A", "?%"])
def test_an_address_that_is_written_wrong_leads_to_its_page(open_: Open, place: str) -> None:
    expect(open_(f"timetable.html{place}").locator("#status")).to_have_attribute("data-kind", "current")


def test_a_link_to_a_row_leads_there_and_stays_there_after_a_save(open_: Open, folder: Path) -> None:
    page = open_("timetable.html")
    row = shown(page).evaluate("[...document.querySelectorAll('tr.r[id]')].at(-1).id")
    page.goto(page.url + f"#{row}")
    there = page.frame_locator("iframe.front").locator(f"[id={row!r}]")
    expect(there).to_be_in_viewport()
    page.reload()
    expect(there).to_be_in_viewport()
    edit(folder / "steel.yaml", "en: Iron and steel", "en: Iron and new steel")
    expect(page.frame_locator("iframe.front").locator("body")).to_contain_text("new steel")
    expect(there).to_be_in_viewport()
    assert shown(page).evaluate("document.querySelector(':target').id") == row


def test_everything_is_there_by_keyboard(open_: Open, folder: Path) -> None:
    page = open_("zh/steel/timetable.html")
    break_(folder)
    expect(page.locator("#banner")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.locator("#toggle").evaluate("one => one === document.activeElement"):
            break
    expect(page.locator("#toggle")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_visible()
    expect(page.locator("#panel-title")).to_be_focused()
    expect(page.locator("#panel")).to_contain_text(re.compile(r"\d+个错误"))
    page.keyboard.press("Tab")
    expect(page.locator("#close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#toggle")).to_be_focused()
    mend(folder)
    expect(page.locator("#banner")).to_be_hidden()


def test_the_focus_in_a_page_stays_where_it_was(open_: Open, folder: Path) -> None:
    page = open_("steel/timetable.html")
    inside = page.frame_locator("iframe.front")
    inside.locator("details summary").first.focus()
    edit(folder / "steel.yaml", "en: Iron and steel", "en: Iron and new steel")
    expect(inside.locator("h1")).to_contain_text("new steel")
    expect(inside.locator("details summary").first).to_be_focused()


def test_a_page_that_is_no_longer_made_says_so(open_: Open, folder: Path, address: str) -> None:
    page = open_("steel/timetable.html")
    edit(folder / "carbonroad.yaml", "steel, ", "")
    text = (folder / "steel.yaml").read_bytes()
    (folder / "steel.yaml").rename(folder / "steel.kept")
    try:
        kind = page.locator("#status")
        expect(kind).to_have_attribute("data-kind", re.compile("gone|stale"))
        expect(page.locator("#banner")).to_be_visible()
    finally:
        (folder / "steel.kept").unlink()
        (folder / "steel.yaml").write_bytes(text)


SIZES = [
    ("steel/timetable.html", "light", 1440, 900),
    ("zh/steel/timetable.html", "dark", 390, 844),
]


@pytest.mark.parametrize(("path", "scheme", "width", "height"), SIZES, ids=str)
def test_the_page_is_for_everyone(
    open_: Open, folder: Path, path: str, scheme: str, width: int, height: int
) -> None:
    page = open_(path, color_scheme=scheme, viewport={"width": width, "height": height})
    break_(folder)
    expect(page.locator("#banner")).to_be_visible()
    page.locator("#toggle").click()
    expect(page.locator("#panel .finding").first).to_be_visible()
    page.evaluate(AXE)
    found = page.evaluate(RUN, True)
    assert found["rules"] > 15
    assert found["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    targets = page.evaluate(
        "[...document.querySelectorAll('.bar .tool, .banner .tool, #close')].filter(o => o.offsetParent)"
        ".map(o => Math.round(o.getBoundingClientRect().height))"
    )
    assert min(targets) >= 24


def test_a_printed_page_is_the_roadmaps_page(open_: Open) -> None:
    page = open_("timetable.html")
    page.evaluate(
        "() => { const frame = document.querySelector('iframe.front');"
        "window.printed = 0; frame.contentWindow.print = () => { window.printed += 1; }; }"
    )
    page.locator("#print").click()
    page.keyboard.press("Control+p")
    shown(page).locator("h1").click()
    page.keyboard.press("Control+p")
    assert page.evaluate("window.printed") == 3


def test_a_roadmap_that_never_was_good_shows_its_findings_then_its_pages(
    browser: Browser, tmp_path: Path
) -> None:
    two_fields(tmp_path)
    text = (tmp_path / "steel.yaml").read_text("utf-8")
    (tmp_path / "steel.yaml").write_text(text.replace("industry:", "industrie:", 1), "utf-8")
    with served(tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.locator("#empty")).to_contain_text("Once they are mended, the pages appear here")
        expect(page.locator("#empty .finding").first).to_contain_text("industrie")
        expect(page.locator("#status")).to_have_attribute("data-kind", "never")
        (tmp_path / "steel.yaml").write_text(text, "utf-8")
        expect(page.frame_locator("iframe.front").locator("h1")).to_contain_text("Test roadmap")
        expect(page.locator("#empty")).to_be_hidden()
        page.close()


def test_a_server_that_is_gone_is_told_and_the_page_stays(browser: Browser, tmp_path: Path) -> None:
    two_fields(tmp_path)
    page = browser.new_page()
    with served(tmp_path) as address:
        page.goto(address)
        expect(page.frame_locator("iframe.front").locator("h1")).to_contain_text("Test roadmap")
        port = address.rstrip("/").rpartition(":")[2]
    expect(page.locator("#status")).to_have_attribute("data-kind", "lost")
    expect(page.locator("#banner")).to_contain_text("The server does not answer")
    expect(page.frame_locator("iframe.front").locator("h1")).to_contain_text("Test roadmap")
    (tmp_path / "carbonroad.yaml").write_text(
        (tmp_path / "carbonroad.yaml").read_text("utf-8").replace("Test roadmap", "Roadmap two"), "utf-8"
    )
    with served(tmp_path, "--port", port):
        expect(page.frame_locator("iframe.front").locator("h1")).to_contain_text("Roadmap two", timeout=20000)
        expect(page.locator("#status")).to_have_attribute("data-kind", "current")
    page.close()
