"""The playground in a browser, by mouse and by keyboard, in English and Chinese."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from served import served
from test_accessibility import _AXE as AXE
from test_accessibility import _RUN as RUN

from carbonroad.starting.roadmap_files import example_files

Open = Callable[..., Page]
_FRONT = "[...document.querySelectorAll('#frame .front')].at(-1)"
STEEL = example_files("en")["steel.yaml"]


@pytest.fixture(name="roadmap", scope="module")
def _roadmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("roadmap")


@pytest.fixture(name="servers", scope="module")
def _servers(roadmap: Path) -> Iterator[dict[str, str]]:
    for name, text in example_files("en").items():
        (roadmap / name).write_bytes(text.encode())
    with (
        served(roadmap, "--sample") as sample,
        served(roadmap, "--edit") as edit,
        served(roadmap) as look,
    ):
        yield {"sample": sample, "edit": edit, "look": look}


@pytest.fixture(name="open_")
def _open(browser: Browser, servers: dict[str, str], roadmap: Path) -> Iterator[Open]:
    """Opens a page of a server; nothing may be left in its console."""
    for name, text in example_files("en").items():
        if (roadmap / name).read_bytes() != text.encode():
            (roadmap / name).write_bytes(text.encode())
    contexts = []
    told: list[str] = []

    def opened(server: str = "sample", query: str = "?sample=en&lang=en", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(f"{servers[server]}_carbonroad/playground/{query}")
        page.locator("#frame iframe.front").wait_for(state="attached")
        if page.locator("#steps").is_visible():
            page.locator("#steps-close").click()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert told == []


def _select(page: Page, words: str, file: str = "") -> None:
    """Select words of the text, as a double click would."""
    if file:
        page.get_by_role("tab", name=file).click()
    field = page.locator(".editor:not([hidden]) textarea")
    field.focus()
    field.evaluate(
        "(field, words) => { const at = field.value.indexOf(words); if (at < 0) throw words;"
        " field.setSelectionRange(at, at + words.length); }",
        words,
    )


def _text(page: Page) -> str:
    return page.locator(".editor:not([hidden]) textarea").input_value()


def _shown(page: Page) -> Any:
    return page.frame_locator("#frame iframe.front").last.locator("body")


@pytest.mark.parametrize(
    ("lang", "owner", "wrong", "title", "new", "count", "repair", "stale"),
    [
        ("en", "owner: environment", "owner: enviroment", "title: Example roadmap", "title: My own roadmap",
         "1 error", "Repair: ", "There is 1 error: the pages show the last version without errors."),
        ("zh", "负责: 环境部门", "负责: 环境部们", "标题: 示例碳达峰", "标题: 我的碳达峰",
         "1个错误", "修正：", "有1个错误：页面显示的是最近一次没有错误的版本。"),
    ],
)  # fmt: skip
def test_a_mistake_is_marked_repaired_and_gone(
    open_: Open, lang: str, owner: str, wrong: str, title: str, new: str, count: str, repair: str, stale: str
) -> None:
    page = open_(query=f"?sample={lang}&lang={lang}")
    _select(page, title)
    page.keyboard.insert_text(new)
    expect(_shown(page)).to_contain_text(new.partition(": ")[2])
    _select(page, owner)
    page.keyboard.insert_text(wrong)
    expect(page.locator("#count")).to_have_text(count)
    expect(page.locator("#stale")).to_have_text(stale)
    expect(page.locator(".mark.error")).to_have_text(wrong.partition(": ")[2])
    expect(page.get_by_role("tab").first).to_have_class("error")
    page.locator("#list .pg-open").click()
    selected = page.evaluate("(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.activeElement)")
    assert selected == wrong.partition(": ")[2]
    expect(page.locator("#here")).to_contain_text(selected)
    page.get_by_role("button", name=repair).click()
    expect(page.locator("#list .pg-finding")).to_have_count(0)
    expect(page.locator(".mark.error")).to_have_count(0)
    expect(page.locator("#stale")).to_be_hidden()
    expect(_shown(page)).to_contain_text(new.partition(": ")[2])
    page.locator(".editor:not([hidden]) textarea").focus()
    page.keyboard.press("Control+z")
    assert wrong in _text(page), "a repair can be undone like anything typed"


def test_a_finding_in_another_file_leads_there(open_: Open) -> None:
    page = open_()
    _select(page, "  industry: {title: Example ministry of industry, short: Industry}\n")
    page.keyboard.press("Delete")
    page.locator("#list .pg-open", has_text="steel.yaml").first.click()
    expect(page.get_by_role("tab", name="steel.yaml")).to_have_attribute("aria-selected", "true")
    assert page.evaluate(
        "document.activeElement.value.slice(document.activeElement.selectionStart)"
    ).startswith("Ind")


@pytest.mark.parametrize(
    ("lang", "file", "before", "typed", "after"),
    [
        ("en", "steel.yaml", "owner: Industry", "\nsupport: Ene", "\nsupport: Energy"),
        ("zh", "钢铁.yaml", "负责: 工业部门", "\n配合: 能", "\n配合: 能源部门"),
    ],
)
def test_suggestions_by_keyboard(
    open_: Open, lang: str, file: str, before: str, typed: str, after: str
) -> None:
    page = open_(query=f"?sample={lang}&lang={lang}")
    _select(page, before, file)
    page.keyboard.press("End")
    page.keyboard.type(typed)
    page.keyboard.press("Control+Space")
    options = page.locator("#suggestions [role=option]")
    expect(options.first).to_be_visible()
    field = page.locator(".editor:not([hidden]) textarea")
    chosen = field.get_attribute("aria-activedescendant")
    assert chosen == options.first.get_attribute("id")
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-selected", "true")
    label = after.rpartition(" ")[2]
    for _ in range(options.count()):
        if page.locator("[aria-selected=true] .pg-label").last.inner_text() == label:
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert before + after in _text(page)
    expect(page.locator("#suggestions")).to_be_hidden()


def test_suggestions_come_while_typing_and_go_with_escape(open_: Open) -> None:
    page = open_()
    _select(page, "owner: Industry", "steel.yaml")
    page.keyboard.press("End")
    page.keyboard.type("\nsup", delay=20)
    expect(page.locator("#suggestions [role=option]").first).to_contain_text("support")
    page.keyboard.press("Escape")
    expect(page.locator("#suggestions")).to_be_hidden()
    page.keyboard.press("Tab")
    assert "\nsup  \n" in _text(page), "that Escape closed the list alone"


def test_the_keyboard_is_not_trapped(open_: Open) -> None:
    page = open_()
    _select(page, "owner: Industry", "steel.yaml")
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    assert "owner: Industry  \n" in _text(page)
    page.keyboard.press("Escape")
    expect(page.locator("#said")).to_have_text("Tab leaves the text now.")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "divider"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "tab"


def test_enter_goes_on_with_the_list_and_tab_shifts_lines(open_: Open) -> None:
    page = open_()
    _select(page, "    title: Hydrogen\n", "steel.yaml")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("  - id: new\ntitle: Newer\n")
    page.keyboard.press("Backspace")
    page.keyboard.type("- id: other\ntitle: Other\n")
    written = "  - id: new\n    title: Newer\n  - id: other\n    title: Other\n    \nmilestones:"
    assert written in _text(page)
    _select(page, "  - id: new\n    title: Newer\n")
    page.keyboard.press("Tab")
    assert "\n    - id: new\n      title: Newer\n  - id: other" in _text(page)
    page.keyboard.press("Shift+Tab")
    assert written in _text(page)
    page.keyboard.press("Control+/")
    assert "\n  # - id: new\n  #   title: Newer\n" in _text(page)
    for _ in range(3):
        page.keyboard.press("Control+z")
    assert written in _text(page)


def test_composed_characters_are_checked_when_they_are_chosen(open_: Open) -> None:
    page = open_(query="?sample=zh&lang=zh")
    _select(page, "示例碳达峰碳中和路线图")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.rpartition("/")[2]))
    session = page.context.new_cdp_session(page)
    for words in ("l", "lv", "lvse"):
        session.send(
            "Input.imeSetComposition",
            {"text": words, "selectionStart": len(words), "selectionEnd": len(words)},
        )
        page.wait_for_timeout(250)
        expect(page.locator(".editor:not([hidden])")).to_have_class("editor composing")
    page.wait_for_timeout(400)
    assert "check" not in requests, "what is not chosen yet is checked"
    session.send("Input.insertText", {"text": "绿色路线图"})
    expect(_shown(page)).to_contain_text("绿色路线图")
    assert "标题: 绿色路线图\n" in _text(page)
    expect(page.locator(".editor:not([hidden])")).to_have_class("editor")
    page.keyboard.press("Control+z")
    assert "示例碳达峰碳中和路线图" in _text(page)


def test_saving_by_keyboard_changes_what_was_typed_alone(open_: Open, roadmap: Path) -> None:
    windows = STEEL.replace("\n", "\r\n").encode()
    (roadmap / "steel.yaml").write_bytes(windows)
    page = open_("edit", "?lang=en&file=steel.yaml&line=4&column=8")
    assert page.locator("#place").inner_text() == "Line 4, column 8"
    _select(page, "deadline: 2031")
    page.keyboard.type("deadline: 2033")
    expect(page.locator("#save")).to_be_enabled()
    page.keyboard.press("Control+s")
    expect(page.locator("#told")).to_have_text("steel.yaml is saved.")
    assert (roadmap / "steel.yaml").read_bytes() == windows.replace(b"deadline: 2031", b"deadline: 2033")
    expect(page.locator("#save")).to_be_disabled()
    _select(page, "deadline: 2033")
    page.keyboard.type("deadline: 2034")
    page.locator("#save").click()
    expect(page.locator("#save")).to_be_disabled()
    assert b"deadline: 2034" in (roadmap / "steel.yaml").read_bytes()


@pytest.mark.parametrize("choice", ["Take what is on disk", "Overwrite it with mine", "Keep editing"])
def test_a_conflict_is_shown_and_nothing_is_lost(open_: Open, roadmap: Path, choice: str) -> None:
    page = open_("edit", "?lang=en&file=steel.yaml")
    _select(page, "deadline: 2031")
    page.keyboard.type("deadline: 2033")
    theirs = STEEL.replace("deadline: 2031", "deadline: 2035") + "\n#  <b>&amp;</b> & \t\n\n"
    (roadmap / "steel.yaml").write_bytes(theirs.encode())
    expect(page.locator("#told")).to_contain_text("steel.yaml was changed on disk by someone else.")
    _select(page, "title: Steel")
    page.keyboard.press("Control+s")
    conflict = page.locator("#conflict")
    expect(conflict).to_contain_text("steel.yaml was changed on disk while you edited it")
    expect(conflict.locator("tr.theirs").first).to_contain_text("deadline: 2035")
    expect(conflict.locator("tr.yours")).to_contain_text("deadline: 2033")
    assert page.evaluate("document.activeElement.id") == "conflict"
    assert (roadmap / "steel.yaml").read_text("utf-8") == theirs
    conflict.get_by_role("button", name=choice).click()
    expect(conflict).to_be_hidden()
    if choice == "Take what is on disk":
        assert _text(page) == theirs
        expect(page.locator("#save")).to_be_disabled()
        page.keyboard.press("Control+z")
        assert "deadline: 2033" in _text(page)
    elif choice == "Overwrite it with mine":
        expect(page.locator("#told")).to_have_text("steel.yaml is saved.")
        assert "deadline: 2033" in (roadmap / "steel.yaml").read_text("utf-8")
    else:
        assert "deadline: 2033" in _text(page)
        expect(page.locator("#save")).to_be_enabled()
        assert (roadmap / "steel.yaml").read_text("utf-8") == theirs


def test_a_file_that_nobody_edits_here_follows_the_disk(open_: Open, roadmap: Path) -> None:
    page = open_("look", "?lang=en&file=steel.yaml")
    (roadmap / "steel.yaml").write_text(STEEL.replace("title: Steel", "title: Iron"), "utf-8")
    expect(page.locator(".editor:not([hidden]) textarea")).to_have_value(re.compile("title: Iron"))


def test_without_edit_the_page_says_how_and_offers_the_file(open_: Open, roadmap: Path) -> None:
    page = open_("look", "?lang=en&file=steel.yaml")
    _select(page, "title: Steel")
    page.keyboard.type("title: Iron")
    page.keyboard.press("Control+s")
    expect(page.locator("#told")).to_contain_text("carbonroad serve --edit")
    with page.expect_download() as download:
        page.locator("#download").click()
    assert download.value.suggested_filename == "steel.yaml"
    assert download.value.path().read_text("utf-8") == STEEL.replace("title: Steel", "title: Iron")
    assert (roadmap / "steel.yaml").read_text("utf-8") == STEEL


def test_a_reload_keeps_the_draft_and_leaving_asks(open_: Open) -> None:
    page = open_(query="?lang=en")
    _select(page, "title: Steel", "steel.yaml")
    page.keyboard.type("title: Iron")
    expect(page.get_by_role("tab", name="steel.yaml")).to_contain_text("not saved")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]
    page.locator("#frame iframe.front").wait_for(state="attached")
    expect(page.get_by_role("tab", name="steel.yaml")).to_have_attribute("aria-selected", "true")
    assert "title: Iron" in _text(page)
    page.locator("#reset").click()
    assert asked[-1] == "confirm"
    assert _text(page) == STEEL
    expect(page.locator("#reset")).to_be_disabled()
    asked.clear()
    page.reload()
    assert asked == []


def test_a_second_tab_has_a_draft_of_its_own(open_: Open) -> None:
    page = open_(query="?lang=en&file=steel.yaml")
    _select(page, "title: Steel")
    page.keyboard.type("title: Iron")
    with page.context.expect_page() as other:
        page.evaluate("open(location.href)")
    second = other.value
    second.locator("#frame iframe.front").wait_for(state="attached")
    drafts = [
        one.evaluate("JSON.parse(sessionStorage['carbonroad.playground']).draft") for one in (page, second)
    ]
    assert drafts[0] != drafts[1]


def test_another_roadmap_and_back_loses_nothing(open_: Open) -> None:
    page = open_(query="?lang=en")
    _select(page, "title: Steel", "steel.yaml")
    page.keyboard.type("title: Iron")
    page.locator("#roadmap").select_option("example-zh")
    expect(page.get_by_role("tab", name="钢铁.yaml")).to_be_visible()
    page.locator("#roadmap").select_option("example-en")
    expect(page.get_by_role("tab", name="steel.yaml")).to_contain_text("not saved")
    assert "title: Iron" in _text(page)


def test_an_address_with_a_place_leads_there_whatever_was_in_front(open_: Open) -> None:
    page = open_("edit", "?lang=en&file=steel.yaml&line=4&column=8")
    page.goto(page.url.replace("?lang=en", "?lang=en&file=power.yaml&line=2&column=3"))
    expect(page.get_by_role("tab", name="power.yaml")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#place")).to_have_text("Line 2, column 3")


def test_an_example_speaks_the_language_of_the_browser(open_: Open) -> None:
    page = open_(query="", locale="zh-CN")
    assert "标题: 示例碳达峰碳中和路线图" in _text(page)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("tab", name="steel.yaml")).to_be_visible()
    assert page.title() == "Playground · carbonroad"


def test_a_file_that_is_gone_keeps_what_was_typed_in_it(open_: Open, roadmap: Path) -> None:
    page = open_("edit", "?lang=en&file=power.yaml")
    power = (roadmap / "power.yaml").read_bytes()
    page.locator(".editor:not([hidden]) textarea").focus()
    page.keyboard.type("# mine\n")
    expect(page.locator("#save")).to_be_enabled()
    (roadmap / "power.yaml").unlink()
    expect(page.locator("#told")).to_contain_text("power.yaml is no longer on disk.")
    with page.expect_download() as download:
        page.locator("#download").click()
    assert download.value.path().read_text("utf-8").startswith("# mine\n")
    (roadmap / "power.yaml").write_bytes(power)
    expect(page.locator("#told")).to_be_hidden()
    page.keyboard.press("Control+s")
    expect(page.locator("#told")).to_have_text("power.yaml is saved.")
    assert (roadmap / "power.yaml").read_bytes() == b"# mine\n" + power


def test_what_is_typed_while_the_server_is_gone_is_checked_and_saved_later(
    browser: Browser, tmp_path: Path
) -> None:
    for name, text in example_files("en").items():
        (tmp_path / name).write_bytes(text.encode())
    page = browser.new_page()
    field = page.locator(".editor:not([hidden]) textarea")
    with served(tmp_path, "--edit") as address:
        page.goto(f"{address}_carbonroad/playground/?lang=en&file=steel.yaml")
        page.locator("#steps-close").click()
        field.press("x")
        expect(page.locator("#count")).to_contain_text("error")
        port = address.rstrip("/").rpartition(":")[2]
    field.press("Backspace")
    field.press_sequentially("# mine\n")
    expect(page.locator("#told")).to_contain_text("The server does not answer.")
    with served(tmp_path, "--edit", "--port", port):
        expect(page.locator("#count")).to_have_text("nothing found", timeout=20000)
        expect(page.locator("#told")).to_be_hidden()
        page.keyboard.press("Control+s")
        expect(page.locator("#told")).to_have_text("steel.yaml is saved.")
        assert (tmp_path / "steel.yaml").read_text("utf-8") == "# mine\n" + STEEL
    page.close()


def test_help_by_key_and_by_pointer(open_: Open) -> None:
    page = open_(query="?lang=en&file=steel.yaml")
    _select(page, "deadline")
    page.keyboard.press("Control+k")
    expect(page.locator("#hover")).to_be_visible()
    assert page.locator("#hover").inner_text().strip()
    page.keyboard.press("Escape")
    expect(page.locator("#hover")).to_be_hidden()
    _select(page, "owner: Industry")
    page.keyboard.insert_text("owner: Nobody")
    mark = page.locator(".mark.error")
    expect(mark).to_have_text("Nobody")
    box = mark.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 8, box["y"] + 8)
    expect(page.locator("#hover")).to_contain_text("is not declared")


def test_the_documents_can_be_chosen_and_keep_their_place(open_: Open) -> None:
    page = open_(query="?lang=en&file=steel.yaml")
    page.locator("#view").select_option("timetable")
    page.locator("#part").select_option("power")
    expect(_shown(page)).to_contain_text("Rules for grid connection in force")
    page.locator("#view").select_option("drawing")
    expect(page.locator("#part")).to_have_value("power")
    page.locator("#view").select_option("timetable")
    page.locator("#part").select_option("top")
    whole = re.compile("-[0-9a-f]{12}/timetable.html$")
    expect(page.locator("#frame iframe.front").last).to_have_attribute("src", whole)
    expect(page.locator("#frame iframe")).to_have_count(1)
    page.evaluate(f"{_FRONT}.contentWindow.scrollTo(0, 500)")
    _select(page, "title: First plant makes iron with hydrogen")
    page.keyboard.insert_text("title: First plant of all")
    expect(_shown(page)).to_contain_text("First plant of all")
    page.wait_for_function(f"() => Math.abs({_FRONT}.contentWindow.scrollY - 500) < 60")


def test_the_first_steps_lead_to_their_places(open_: Open) -> None:
    page = open_()
    page.locator("#help").click()
    page.locator("[data-step=deadline]").click()
    assert page.evaluate("getSelection().toString()") == "before 2030"
    page.locator("[data-step=owner]").click()
    assert page.evaluate("getSelection().toString()") == "environment"
    page.locator("[data-step=drawing]").click()
    expect(page.locator("#view")).to_have_value("drawing")
    page.locator("#steps-close").click()
    page.reload()
    page.locator("#frame iframe.front").wait_for(state="attached")
    expect(page.locator("#steps")).to_be_hidden()


@pytest.mark.parametrize(("lang", "width"), [("en", 1440), ("zh", 390)])
def test_what_is_painted_lies_behind_what_is_typed(open_: Open, lang: str, width: int) -> None:
    page = open_(query=f"?sample={lang}&lang={lang}", viewport={"width": width, "height": 800})
    for tab in page.get_by_role("tab").all():
        tab.click()
        field, paint = (page.locator(f".editor:not([hidden]) {one}") for one in ("textarea", ".paint"))
        assert field.evaluate("f => f.scrollHeight") == paint.evaluate("p => p.scrollHeight")
        assert field.evaluate("f => f.clientWidth") == paint.evaluate("p => p.clientWidth")
        field.evaluate(
            "f => { f.focus(); f.setSelectionRange(f.value.length, f.value.length); f.scrollTop = 9999; }"
        )
        page.wait_for_function(
            "() => (([f, p]) => f.scrollTop === p.scrollTop)(['textarea', '.paint']"
            ".map(one => document.querySelector(`.editor:not([hidden]) ${one}`)))"
        )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"


def test_a_narrow_screen_shows_one_part_at_a_time(open_: Open) -> None:
    page = open_(viewport={"width": 390, "height": 800})
    expect(page.locator("#edit")).to_be_visible()
    expect(page.locator("#pages")).to_be_hidden()
    page.get_by_role("button", name="Findings").click()
    expect(page.locator("#list")).to_be_visible()
    expect(page.locator("#edit")).to_be_hidden()
    page.get_by_role("button", name="Pages").click()
    expect(page.locator("#frame")).to_be_visible()
    expect(page.locator("#list")).to_be_hidden()


def test_the_divider_moves_by_key_and_by_pointer(open_: Open) -> None:
    page = open_()
    width = page.locator("#edit").bounding_box()["width"]  # type: ignore[index]
    page.locator("#divider").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#divider")).to_have_attribute("aria-valuenow", "60")
    assert page.locator("#edit").bounding_box()["width"] > width + 100  # type: ignore[index]
    page.mouse.move(1440 * 0.6 + 4, 500)
    page.mouse.down()
    page.mouse.move(1440 * 0.3, 500, steps=4)
    page.mouse.up()
    expect(page.locator("#divider")).to_have_attribute("aria-valuenow", "30")


@pytest.mark.parametrize(
    ("scheme", "width", "lang"),
    [("light", 1440, "en"), ("dark", 390, "zh")],
)
def test_axe_finds_nothing_on_the_page(
    open_: Open, roadmap: Path, scheme: str, width: int, lang: str
) -> None:
    page = open_(
        "edit", f"?lang={lang}&file=steel.yaml", viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page.locator("#help").click()
    page.evaluate(AXE)

    def check() -> None:
        # What is in the frame is a page of its own, tested with the other pages.
        result = page.evaluate(RUN.replace("axe.run(document,", "axe.run({exclude: ['iframe']},"), True)
        assert result["rules"] > 10, "axe-core did not run"
        assert not result["violations"]

    check()
    _select(page, "owner: Industry")
    page.keyboard.insert_text("owner: Nobody\nsu")
    expect(page.locator(".mark.error").first).to_be_attached()
    page.keyboard.press("Control+Space")
    page.locator("#suggestions [role=option]").first.wait_for()
    check()
    page.keyboard.press("Escape")
    (roadmap / "steel.yaml").write_text(STEEL.replace("title: Steel", "title: Iron"), "utf-8")
    page.keyboard.press("Control+s")
    page.locator("#conflict").wait_for()
    check()
    if width < 800:
        for name in ("findings", "pages"):
            page.locator(f".pg-views [data-view={name}]").click()
            check()
