"""Drafts: a copy in memory, checked and shown as it is typed, and never written anywhere."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from playground_client import DRAFT, Page

from carbonroad.read.documents import NAMES
from carbonroad.serve.playground.drafts import IDLE, MOST_DRAFTS, MOST_TYPED, Calls, Drafts
from carbonroad.serve.playground.endpoints import example
from carbonroad.starting.roadmap_files import example_files


@pytest.fixture(name="page")
def _page() -> Page:
    return Page()


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    for name, text in example_files("en").items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def test_the_example_needs_no_folder_and_is_that_of_init(page: Page) -> None:
    for lang in ("en", "zh"):
        files = page.open(roadmap=f"example-{lang}")
        assert {name: file["text"] for name, file in files.items()} == example_files(lang)
        assert next(iter(files)) == "carbonroad.yaml"


def test_nothing_is_wrong_with_the_example_and_every_page_is_there(page: Page) -> None:
    opened = page.ask("open", roadmap="example-zh", lang="zh")
    assert opened["counts"] == {"error": 0, "warning": 0, "info": 0}
    views = {one["view"] for one in opened["pages"]["list"]}
    assert views == set(NAMES)
    assert opened["pages"]["views"]["drawing"] == "施工图"
    for one in opened["pages"]["list"]:
        answer = page.get(f"pages/{DRAFT}/{one['path']}")
        assert answer.status_code == 200
        assert answer.text.startswith("<!doctype html>")


def test_a_mistake_is_found_at_its_place_and_the_pages_stay(page: Page) -> None:
    text = page.open()["steel.yaml"]["text"]
    mistaken = text.replace("owner: Industry", "owner: Industrie")
    found = page.ask("check", texts={"steel.yaml": mistaken})
    (finding,) = found["findings"]
    assert (finding["file"], finding["severity"], finding["line"]) == ("steel.yaml", "error", 4)
    assert mistaken[finding["start"] : finding["end"]] == "Industrie"
    assert found["good"] < found["state"]
    assert "Steel" in page.get(f"pages/{DRAFT}/steel/timetable.html").text
    mended = mistaken
    for edit in finding["fix"]["edits"]:
        mended = mended[: edit["start"]] + edit["text"] + mended[edit["end"] :]
    after = page.ask("check", texts={"steel.yaml": mended})
    assert after["counts"]["error"] == 0
    assert after["good"] == after["state"]


def test_places_are_told_in_the_units_of_a_browser(page: Page) -> None:
    text = page.open()["steel.yaml"]["text"]
    wide = text.replace("title: Steel", "title: Steel 🏭🏭").replace("owner: Industry", "owner: Nobody")
    findings = page.ask("check", texts={"steel.yaml": wide})["findings"]
    (finding,) = [one for one in findings if one["name"] == "unknown-organisation"]
    units = wide.encode("utf-16-le")
    assert units[2 * finding["start"] : 2 * finding["end"]].decode("utf-16-le") == "Nobody"


def test_pages_follow_what_is_typed(page: Page) -> None:
    text = page.open()["carbonroad.yaml"]["text"]
    page.ask(
        "check", texts={"carbonroad.yaml": text.replace("title: Example roadmap", "title: Another roadmap")}
    )
    first = page.get(f"pages/{DRAFT}/index.html")
    assert "Another roadmap" in first.text
    assert page.get(f"pages/{DRAFT}/index.html", if_none_match=first.headers["etag"]).status_code == 304


def test_findings_are_said_in_the_language_of_the_page(page: Page) -> None:
    text = page.open(roadmap="example-zh")["carbonroad.yaml"]["text"]
    mistaken = text.replace("负责: 环境部门", "负责: 环境部")
    (finding,) = page.ask("check", lang="zh", texts={"carbonroad.yaml": mistaken})["findings"]
    assert "环境部" in finding["message"]
    assert not finding["message"].isascii()
    (english,) = page.ask("check", lang="en")["findings"]
    assert "is not declared" in english["message"]


def test_a_draft_is_found_again_after_the_page_was_loaded_anew(page: Page) -> None:
    text = page.open()["power.yaml"]["text"] + "# mine\n"
    page.ask("check", texts={"power.yaml": text})
    again = page.open()["power.yaml"]
    assert again["text"] == text
    assert again["saved"] != text


def test_what_the_page_has_kept_wins(page: Page) -> None:
    saved = page.open()["power.yaml"]["saved"]
    page.ask("check", texts={"power.yaml": saved + "# one\n"})
    files = page.open(texts={"steel.yaml": saved}, whole=True)
    assert files["power.yaml"]["text"] == saved
    assert files["steel.yaml"]["text"] == saved


def test_a_forgotten_draft_says_so(page: Page) -> None:
    assert page.ask("check", texts={})["forgotten"]


def test_a_late_request_is_not_answered(page: Page) -> None:
    page.open()
    page.ask("check", version=50)
    assert page.ask("check", version=49, texts={"steel.yaml": "x"}) == {"version": 49, "late": True}
    assert page.open()["steel.yaml"]["text"] != "x"


def test_too_long_texts_are_refused_and_change_nothing(page: Page) -> None:
    saved = page.open()["steel.yaml"]["saved"]
    assert page.ask("check", texts={"steel.yaml": "#" * (MOST_TYPED + 1)})["most"] == MOST_TYPED
    assert page.open()["steel.yaml"]["text"] == saved


def test_names_that_are_no_files_of_the_roadmap_are_passed_over(page: Page) -> None:
    before = page.ask("open")
    found = page.ask("check", texts={"../other.yaml": "x", "/etc/passwd": "x", "new.yaml": "x"})
    assert found["state"] == before["state"]


def test_what_changes_on_disk_reaches_a_draft(folder: Path) -> None:
    page = Page(folder)
    page.open()
    steel = folder / "steel.yaml"
    steel.write_bytes(steel.read_bytes().replace(b"owner: Industry", b"owner: Nobody"))
    assert page.ask("check")["counts"]["error"] == 0
    assert page.ask("check", look=True)["counts"]["error"] == 1
    assert "Nobody" in page.open()["steel.yaml"]["text"]


def test_nothing_on_disk_changes_by_typing(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    page = Page(folder)
    page.open()
    page.ask("check", texts={"steel.yaml": "title: Another\n"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_that_cannot_be_read_is_shown_and_locked(folder: Path) -> None:
    (folder / "steel.yaml").write_bytes(b"title: \xff\xfe\n")
    page = Page(folder)
    file = page.open()["steel.yaml"]
    assert file["locked"]
    assert "title: " in file["text"]
    page.ask("check", texts={"steel.yaml": "title: Mine\n"})
    assert page.open()["steel.yaml"]["text"] == file["text"]


def test_a_roadmap_that_is_gone_is_no_fault(folder: Path) -> None:
    page = Page(folder)
    page.open()
    for path in folder.iterdir():
        path.unlink()
    assert page.ask("check", look=True)["findings"] == []
    assert page.ask("check", texts={"steel.yaml": "title: x\n"})["digests"] == {}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_prefix_of_a_file_is_a_fault(page: Page, lang: str) -> None:
    files = page.open(roadmap=f"example-{lang}")
    name, file = list(files.items())[-1]
    for end in range(0, len(file["text"]), 37):
        page.ask("check", texts={name: file["text"][:end]}, lang=lang)


def test_pages_are_those_of_the_page_that_asks(page: Page) -> None:
    page.open()
    assert page.get(f"pages/{DRAFT[:-1]}2/index.html").status_code == 404
    assert page.get(f"pages/{DRAFT}/nothing.html").status_code == 404


def test_the_draft_can_be_downloaded(page: Page) -> None:
    text = page.open(roadmap="example-zh")["电力.yaml"]["text"]
    page.ask("check", texts={"电力.yaml": f"{text}# 我的\n"})
    answer = page.get(f"files/{DRAFT}/电力.yaml")
    assert answer.content.decode() == f"{text}# 我的\n"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%E7%94%B5%E5%8A%9B.yaml"
    assert page.get(f"files/{DRAFT}/other.yaml").status_code == 404


def test_suggestions_and_help_at_a_place(page: Page) -> None:
    text = page.open()["steel.yaml"]["text"]
    at = text.index("owner: Industry") + len("owner: In")
    items = page.ask("complete", file="steel.yaml", offset=at)["items"]
    (own,) = [one for one in items if one["label"] == "Industry"]
    assert text[own["start"] : own["end"]] in {"In", "Industry"}
    told = page.ask("hover", file="steel.yaml", offset=text.index("deadline"))
    assert told["markdown"]
    assert page.ask("hover", file="nothing.yaml", offset=5)["version"]


def test_drafts_are_bounded_and_forgotten() -> None:
    now = [0.0]
    drafts = Drafts(Calls(lambda: date(2026, 1, 1)), lambda: now[0])
    first = drafts.open("first", example("en"))
    assert drafts.open("first", example("en")) is first
    assert drafts.open("first", example("zh")) is not first
    for number in range(MOST_DRAFTS - 1):
        drafts.open(f"{number}", example("en"))
    assert drafts.find("first") is not None
    drafts.open("one more", example("en"))
    assert drafts.find("0") is None
    now[0] = IDLE + 1.0
    assert drafts.find("first") is None


def test_what_changes_nothing_makes_no_new_state(folder: Path) -> None:
    page = Page(folder)
    file = page.open()["steel.yaml"]
    state = page.ask("check")["state"]
    assert page.ask("check", look=True, texts={"steel.yaml": file["text"]})["state"] == state
    assert page.ask("check", texts={"steel.yaml": file["text"] + "# more\n"})["state"] > state


def test_a_draft_is_there_for_all_who_ask_at_the_same_time() -> None:
    drafts = Drafts(Calls(lambda: date(2026, 11, 23)))
    drafts.open(DRAFT, example("en"))

    def always_there(_: int) -> bool:
        return all(drafts.find(DRAFT) is not None for _ in range(30_000))

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            assert all(threads.map(always_there, range(4)))
    finally:
        sys.setswitchinterval(before)


def test_a_look_at_the_disk_counts_even_where_its_answer_comes_too_late(folder: Path) -> None:
    page = Page(folder)
    before = page.open()["steel.yaml"]["digest"]
    (folder / "steel.yaml").write_text("title: Iron\n", "utf-8")
    page.version += 1
    page.ask("check")
    late = page.post("check", {"draft": DRAFT, "version": 1, "look": True})
    assert late.json()["late"]
    assert page.ask("check")["digests"]["steel.yaml"] != before
