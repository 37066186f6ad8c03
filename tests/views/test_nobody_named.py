"""France's roadmap as its readers see it: few items, no owner, no works, phases that say their own years."""

import re
from functools import cache
from pathlib import Path

import pytest
from roadmap_files import TODAY
from site_files import render_site

from carbonroad.project import load
from carbonroad.render.site.choice import Choice
from carbonroad.source.folder import find_roadmaps

FRANCE = Path(__file__).parents[2] / "roadmaps" / "france"


@cache
def pages() -> dict[str, str]:
    found = find_roadmaps(str(FRANCE))
    assert isinstance(found, list)
    files = render_site(load(found[0], None, TODAY), ("en", "zh"), Choice(formats=("md",)))
    return {path: re.sub(r"<[^>]+>", " ", data.decode()) for path, data in files.items()}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("assignments.md", "No item has an owner or a lead: none is stated."),
        ("zh/assignments.md", "各项均未载明负责单位和牵头单位。"),
        ("index.md", "No item has an owner or a lead: none is stated."),
        ("zh/index.md", "各项均未载明负责单位和牵头单位。"),
        ("drawing.md", "No works are stated, so there is no critical path."),
        ("zh/drawing.md", "未列工程，无关键线路。"),
        ("production/drawing.md", "1 is still ahead."),
        ("production/roadmap.md", "No owner stated"),
    ],
)
def test_what_is_not_there_is_said_in_plain_words(page: str, words: str) -> None:
    assert words in pages()[page]


def test_an_assignment_that_nobody_has_needs_no_table_of_bodies() -> None:
    said = pages()["assignments.md"]
    assert "Owns or leads" not in said
    assert "Together with" not in said
    assert said.count("Greenhouse gas emissions of") == 4


@pytest.mark.parametrize("silly", ["0 of 0", "all inferred", "0 links", "1 are ", "1 items", "†"])
def test_no_page_counts_what_is_not_there(silly: str) -> None:
    drawn = {path: text for path, text in pages().items() if not path.endswith("progress.md")}
    assert len(drawn) > 30
    assert [path for path, text in drawn.items() if silly in text] == []


def test_a_lane_of_nobody_says_so() -> None:
    assert "No owner stated" in pages()["production/production-rm-01.svg"]
    assert "no owner named" in pages()["france-rm-01.svg"]


def test_a_bill_of_gates_says_that_nobody_is_named() -> None:
    assert "no owner named" in pages()["production/production-cd-01.svg"]
    assert "owner stated" not in pages()["production/production-cd-01.svg"]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("index.md", "2024–2028 carbon budget"),
        ("timetable.md", "2029–2033 carbon budget"),
        ("zh/timetable.md", "2029—2033年碳预算期"),
        ("top-cd-01.svg", "2024–2028 carbon budget"),
        ("top-rm-01.svg", "2024–2028 carbon budget"),
    ],
)
def test_a_phase_that_says_its_years_is_not_followed_by_them(page: str, title: str) -> None:
    years = re.findall(r"20\d\d", title)
    text = pages()[page]
    assert title in text
    assert not re.search(rf"{title}\W+{years[0]}", text)
    assert not re.search(rf"{years[0]}\W{years[1]}\W+{title}", text)


def test_other_phases_have_their_years() -> None:
    assert "To 2050 (2034–2050)" in pages()["timetable.md"]
    assert "To 2050 2034–2050" in pages()["index.md"]


def test_a_source_is_dated_as_precisely_as_it_was_read() -> None:
    said = pages()["index.md"]
    assert "Apr 2020" in said
    assert "published Jul 2023" in said
    assert "2020-04-30" not in said
    assert "2020年4月" in pages()["zh/index.md"]
