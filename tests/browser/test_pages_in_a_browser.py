"""What a browser shows of the real roadmaps, the timed ones and the odd ones.

Widths are planned with the widest of the usual fonts (tests/tools); the check needs one of them: on Debian
fonts-noto-cjk, or a system with PingFang or Microsoft YaHei.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from sites import ALL, Edition
from survey import survey

from carbonroad.render.templates.shipped import template_folder

Facts = dict[str, dict[str, Any]]
Surveyed = Callable[[Edition], Facts]

each_edition = pytest.mark.parametrize("edition", ALL, ids=str)


def _listed(facts: Facts, kind: str) -> str:
    """What was found of a kind, page by page; empty where all is well."""
    told = []
    for path, page in facts.items():
        found = page[kind]
        if found:
            told.append(f"{path}: {found if isinstance(found, str) else f'{len(found)}: {found[:3]}'}")
    return "\n".join(told)


@each_edition
def test_no_text_lies_over_another(edition: Edition, surveyed: Surveyed) -> None:
    facts = surveyed(edition)
    assert sum(page["texts"] for page in facts.values()) > 20
    assert not _listed(facts, "overlaps")


@each_edition
def test_no_text_leaves_its_drawing(edition: Edition, surveyed: Surveyed) -> None:
    assert not _listed(surveyed(edition), "outside")


@each_edition
def test_no_page_scrolls_sideways_at_320_pixels(edition: Edition, surveyed: Surveyed) -> None:
    assert not _listed(surveyed(edition), "sideways")


@each_edition
def test_no_page_asks_for_anything_or_complains(edition: Edition, surveyed: Surveyed) -> None:
    facts = surveyed(edition)
    assert not _listed(facts, "asked")
    assert not _listed(facts, "told")


@each_edition
def test_ids_are_unique(edition: Edition, surveyed: Surveyed) -> None:
    assert not _listed(surveyed(edition), "repeated")


_DECLARATION = re.compile(r"([{;])\s*([a-z-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])")
_ELSEWHERE = ("text-size-adjust", "size", "-webkit-print-color-adjust")
"""For other browsers, or a descriptor of a page."""
_UNKNOWN = (
    """pairs => pairs.filter(([name, value]) => !CSS.supports(name, value.replace(/!important/, "")))"""
)


def test_a_browser_knows_every_declaration_of_the_style_sheets(browser: Browser) -> None:
    sheets = sorted((template_folder() / "css").glob("*.css"))
    text = re.sub(r"/\*.*?\*/", "", "\n".join(path.read_text("utf-8") for path in sheets), flags=re.DOTALL)
    pairs = sorted(
        {(name, value) for _, name, value in _DECLARATION.findall(text) if not name.startswith("--")}
    )
    assert len(pairs) > 300
    page = browser.new_page()
    unknown = [(name, value) for name, value in page.evaluate(_UNKNOWN, pairs) if name not in _ELSEWHERE]
    page.close()
    assert not unknown


_FAULTY = """<!doctype html><title>x</title><p id="a" style="width:900px">wide</p><p id="a"></p>
<img src="missing.png" alt=""><svg width="100" height="50"><text x="5" y="20">one above</text>
<text x="9" y="22">the other</text><text x="90" y="45">outside</text></svg>"""


def test_the_survey_finds_each_kind_of_fault(browser: Browser, tmp_path: Path) -> None:
    page, target = tmp_path / "faulty.html", tmp_path / "faults.json"
    page.write_text(_FAULTY, "utf-8")
    survey(browser, [page], target)
    facts = json.loads(target.read_text("utf-8"))[str(page)]
    assert len(facts["overlaps"]) == len(facts["outside"]) == 1
    assert facts["repeated"] == ["a"]
    assert facts["sideways"].startswith("9")
    assert facts["asked"] == [(tmp_path / "missing.png").as_uri()]
    assert any("ERR_FILE_NOT_FOUND" in line for line in facts["told"])
