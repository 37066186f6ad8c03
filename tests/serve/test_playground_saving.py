"""Saving from the playground: only with --edit, only our own page, only over what was read."""

import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playground_client import DRAFT, HOST, TOKEN, Page

from carbonroad.serve.playground.requests import MOST_BYTES
from carbonroad.starting.roadmap_files import example_files


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "roadmap"
    folder.mkdir()
    for name, text in example_files("en").items():
        (folder / name).write_bytes(text.encode())
    return folder


@pytest.fixture(name="page")
def _page(folder: Path) -> Page:
    return Page(folder, edit=True)


def test_comments_order_line_ends_and_the_mark_stay(folder: Path) -> None:
    steel = folder / "steel.yaml"
    lines = steel.read_text("utf-8").split("\n")
    before = b"\xef\xbb\xbf" + "\r\n".join(lines[:20]).encode() + b"\n" + "\r\n".join(lines[20:]).encode()
    steel.write_bytes(before)
    page = Page(folder, edit=True)
    file = page.open()["steel.yaml"]
    text = file["text"].replace("deadline: 2031", "deadline: 2032")
    saved = page.ask("save", file="steel.yaml", was=file["digest"], texts={"steel.yaml": text})
    after = steel.read_bytes()
    assert after == before.replace(b"deadline: 2031", b"deadline: 2032")
    assert after != before
    assert saved["digest"] == sha256(after).hexdigest()
    assert page.open()["steel.yaml"] | {"name": ""} == {
        "name": "", "digest": saved["digest"], "saved": text, "text": text,
    }  # fmt: skip


def test_without_edit_nothing_is_written(folder: Path) -> None:
    page = Page(folder)
    file = page.open()["steel.yaml"]
    before = (folder / "steel.yaml").read_bytes()
    told = page.ask("save", file="steel.yaml", was=file["digest"], texts={"steel.yaml": "title: x\n"})
    assert "digest" not in told
    assert (folder / "steel.yaml").read_bytes() == before


def test_a_file_that_changed_underneath_is_not_overwritten(page: Page, folder: Path) -> None:
    steel = folder / "steel.yaml"
    file = page.open()["steel.yaml"]
    mine = file["text"].replace("deadline: 2031", "deadline: 2033")
    theirs = steel.read_bytes().replace(b"deadline: 2031", b"deadline: 2035")
    steel.write_bytes(theirs)
    told = page.ask("save", file="steel.yaml", was=file["digest"], texts={"steel.yaml": mine})["conflict"]
    assert steel.read_bytes() == theirs
    assert told["theirs"] == theirs.decode()
    assert told["digest"] == sha256(theirs).hexdigest()
    changed = [row for row in told["rows"] if row[0] in "-+"]
    assert [(kind, text.strip()) for kind, _, text in changed] == [
        ("-", "deadline: 2035"),
        ("+", "deadline: 2033"),
    ]
    assert {theirs.decode().split("\n")[number - 1] for kind, number, _ in changed if kind == "-"} == {
        "    deadline: 2035"
    }
    page.ask("save", file="steel.yaml", was=told["digest"], texts={"steel.yaml": mine})
    assert steel.read_text("utf-8") == mine


def test_a_comparison_alone_never_writes(page: Page, folder: Path) -> None:
    before = (folder / "steel.yaml").read_bytes()
    page.open()
    assert page.ask("save", file="steel.yaml", was="", texts={"steel.yaml": "title: x\n"})["conflict"]
    assert (folder / "steel.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "name",
    ["../outside.yaml", "/etc/passwd", "new.yaml", "..", "", "steel.yaml/../power.yaml", "STEEL.yaml\0"],
)
def test_only_files_of_the_roadmap_are_written(page: Page, folder: Path, name: str) -> None:
    (folder.parent / "outside.yaml").write_text("title: Outside\n")
    page.open()
    told = page.ask("save", file=name, was="0" * 64, texts={name: "x"})
    assert told["refused"]
    assert (folder.parent / "outside.yaml").read_text() == "title: Outside\n"
    assert not (folder / "new.yaml").exists()


@pytest.mark.parametrize("inside", [True, False])
def test_links_are_not_written_through(folder: Path, inside: bool) -> None:
    target = (folder if inside else folder.parent) / "elsewhere"
    (folder / "steel.yaml").rename(target)
    (folder / "steel.yaml").symlink_to(target)
    before = target.read_bytes()
    page = Page(folder, edit=True)
    page.open()
    told = page.ask(
        "save", file="steel.yaml", was=sha256(before).hexdigest(), texts={"steel.yaml": "title: x\n"}
    )
    assert told["refused"]
    assert target.read_bytes() == before


def test_a_link_that_comes_later_is_not_written_through(page: Page, folder: Path) -> None:
    file = page.open()["steel.yaml"]
    target = folder.parent / "elsewhere"
    (folder / "steel.yaml").rename(target)
    (folder / "steel.yaml").symlink_to(target)
    before = target.read_bytes()
    told = page.ask("save", file="steel.yaml", was=file["digest"], texts={"steel.yaml": "title: x\n"})
    assert "leads out" in told["refused"]
    assert target.read_bytes() == before


def test_a_write_protected_file_is_said_to_be(page: Page, folder: Path) -> None:
    (folder / "steel.yaml").chmod(0o444)
    file = page.open()["steel.yaml"]
    told = page.ask("save", lang="zh", file="steel.yaml", was=file["digest"], texts={"steel.yaml": "x: 1\n"})
    assert told["refused"] == "steel.yaml是只读的，没有改动。"
    assert (folder / "steel.yaml").read_bytes() == example_files("en")["steel.yaml"].encode()


def test_a_file_that_is_gone_is_said_to_be(page: Page, folder: Path) -> None:
    file = page.open()["steel.yaml"]
    (folder / "steel.yaml").unlink()
    assert page.ask("save", file="steel.yaml", was=file["digest"], texts={"steel.yaml": "x: 1\n"})["refused"]
    assert not (folder / "steel.yaml").exists()


def test_the_example_is_not_saved(page: Page) -> None:
    file = page.open(roadmap="example-en")["steel.yaml"]
    told = page.ask("save", file="steel.yaml", was=file["digest"], texts={"steel.yaml": "title: x\n"})
    assert "example" in told["refused"]
    assert not os.path.lexists("/carbonroad-example")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://127.0.0.1:8001"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"},
        {"Carbonroad_Token": ""},
        {"Carbonroad_Token": TOKEN[:-1]},
        {"Carbonroad_Token": TOKEN + "x"},
        {"Host": "evil.example:8000"},
    ],
    ids=str,
)
@pytest.mark.parametrize("name", ["save", "open"])
def test_only_our_own_page_is_answered(page: Page, folder: Path, name: str, headers: dict[str, str]) -> None:
    digest = page.open()["steel.yaml"]["digest"]
    before = (folder / "steel.yaml").read_bytes()
    own = {"Carbonroad-Token": TOKEN, "Origin": HOST} | {
        key.replace("_", "-"): one for key, one in headers.items()
    }
    value = {"draft": DRAFT, "file": "steel.yaml", "was": digest, "texts": {"steel.yaml": "title: x\n"}}
    answer = page.send(
        "POST",
        f"/_carbonroad/playground/{name}",
        json=value,
        headers={key: one for key, one in own.items() if one},
    )
    assert answer.status_code in {403, 421}
    assert (folder / "steel.yaml").read_bytes() == before


def test_a_form_of_another_page_is_not_answered(page: Page) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
        assert page.post("open", {"draft": DRAFT}, Content_Type=kind or "x").status_code == 415
    assert page.get("save").status_code in {404, 405}


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "x",
        {},
        {"draft": "x"},
        {"draft": DRAFT.upper() + "/.."},
        {"draft": DRAFT, "version": "1"},
        {"draft": DRAFT, "version": True},
        {"draft": DRAFT, "texts": ["x"]},
        {"draft": DRAFT, "texts": {"steel.yaml": 1}},
        {"draft": DRAFT, "texts": {"steel.yaml": "\ud800"}},
        {"draft": DRAFT, "offset": -1},
        {"draft": DRAFT, "offset": 1e3},
        {"draft": DRAFT, "whole": 1},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(page: Page, value: Any) -> None:
    assert page.post("open", value).status_code == 400
    assert not page.faults


def test_a_body_has_a_limit_and_json_an_end(page: Page) -> None:
    headers = {"Origin": HOST, "Carbonroad-Token": TOKEN, "Content-Type": "application/json"}
    address = "/_carbonroad/playground/open"
    assert page.send("POST", address, content=b" " * (MOST_BYTES + 1), headers=headers).status_code == 413
    assert page.send("POST", address, content=b"[" * 200_000, headers=headers).status_code == 400
    assert page.send("POST", address, content=b"\xff", headers=headers).status_code == 400


def test_the_page_holds_no_script_of_its_own_and_speaks_both_languages(page: Page) -> None:
    answer = page.get("")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.text.count("<script") == 2
    assert "style=" not in answer.text
    assert '<html lang="en"' in answer.text
    assert '<html lang="zh"' in page.get("", accept_language="fr,zh-CN;q=0.9,en;q=0.5").text
    assert '<html lang="zh"' in page.get("?lang=zh-Hans").text
