"""Words of strangers in the playground: what is shown turns nothing around, and files stay as they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playground_client import DRAFT, Page

from carbonroad.base.texts.visible import visible

_STEEL = r"""title: "S \u202Esteel"
milestones:
  - {id: "M2\u202E", title: "t\u2066", deadline: "by 20\u202Ex0", owner: "no\u202E body", after: M}
  - {id: M3, title: t, deadline: by 2029, own@er: X}
""".replace("@", "\u202e")
_SHOWN = ("label", "detail", "title", "message", "help", "notes")


def _words(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and key in _SHOWN:
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _words(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _words(one, key)


def test_findings_and_suggestions_turn_nothing_around(tmp_path: Path) -> None:
    (tmp_path / "carbonroad.yaml").write_text("carbonroad: 1\ntitle: T\nbefore_means: inclusive\n", "utf-8")
    (tmp_path / "steel.yaml").write_text(_STEEL, "utf-8")
    page = Page(tmp_path)
    opened = page.ask("open")
    at = _STEEL.index("after: M}") + len("after: M")
    items = page.ask("complete", file="steel.yaml", offset=at)["items"]
    texts = [*_words(opened["findings"]), *_words(items)]
    assert any("\\u202e" in text for text in texts)
    assert [text for text in texts if visible(text) != text] == []
    assert {file["name"]: file["text"] for file in opened["files"]}["steel.yaml"] == _STEEL
    answer = page.get(f"files/{DRAFT}/steel.yaml")
    assert answer.content.decode() == _STEEL
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''steel.yaml"


def test_the_name_of_a_download_says_nothing_more(tmp_path: Path) -> None:
    (tmp_path / "carbonroad.yaml").write_text("carbonroad: 1\ntitle: T\nbefore_means: inclusive\n", "utf-8")
    name = 'a"; filename=evil.html; \u202e.yaml'
    (tmp_path / name).write_text("title: T\n", "utf-8")
    page = Page(tmp_path)
    assert name in page.open()
    answer = page.get(f"files/{DRAFT}/{quote(name)}")
    told = answer.headers["content-disposition"]
    assert told == f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    assert told.count(";") == 1
