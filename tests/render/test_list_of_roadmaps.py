"""The list of several roadmaps: one row each, in every language, and the way there and back."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from site_files import render_site, render_sites
from small_roadmap import two_fields

from carbonroad.project import Project
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.listing import list_pages

ONLY = Choice(formats=("html", "md"), views=("overview", "timetable"))


def listed(
    projects: Mapping[str, Project], tags: Mapping[str, tuple[str, ...]], choice: Choice = ONLY
) -> dict[str, str]:
    return {path: data.decode() for path, data in render_sites(projects, tags, choice).items()}


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Project:
    return two_fields(tmp_path)


def test_a_row_says_goals_fields_state_and_languages(project: Project) -> None:
    text = listed({"b": project, "a": project}, {"b": ("en", "zh"), "a": ("zh",)})["index.md"]
    first, second = (line for line in text.splitlines() if "](b/" in line or "](a/" in line)
    assert "](b/index.md)" in first, "in the order in which they are given"
    assert "**before 2030** Emissions peak" in first
    assert re.search(r"\| 2<br>\d+ items \|", first)
    assert "late or missed. Next due" in first
    assert "[English](b/index.md)<br>[中文](b/zh/index.md)" in first
    assert "[中文](a/index.md)" in second
    assert "English" not in second


def test_the_list_stands_in_every_language_and_leads_to_that_language(project: Project) -> None:
    files = listed({"a": project, "b": project}, {"a": ("en", "zh"), "b": ("en", "zh")})
    assert '<html lang="zh"' in files["zh/index.html"]
    assert 'href="../a/zh/index.html"' in files["zh/index.html"]
    assert '<a href="../index.html" hreflang="en" lang="en">English</a>' in files["zh/index.html"]
    assert '<a href="zh/index.html" hreflang="zh" lang="zh">中文</a>' in files["index.html"]


def test_every_page_leads_back_to_the_list_in_its_language(project: Project) -> None:
    files = listed({"a": project, "b": project}, {"a": ("en", "zh"), "b": ("en", "zh")})
    assert '<a href="../index.html">All roadmaps</a>' in files["a/index.html"]
    assert '<a href="../../index.html">All roadmaps</a>' in files["b/steel/timetable.html"]
    assert '<a href="../../zh/index.html">全部路线图</a>' in files["b/zh/timetable.html"]
    assert "[All roadmaps](../index.md)" in files["a/timetable.md"]


def test_a_roadmap_alone_leads_to_no_list(project: Project) -> None:
    files = render_site(project, ("en",), ONLY)
    assert "index.md" in files
    assert not any(b"All roadmaps" in data for data in files.values())


def test_one_language_has_no_choice_of_languages(project: Project) -> None:
    files = listed({"a": project}, {"a": ("en",)})
    assert "hreflang" not in files["index.html"]
    assert "zh/index.html" not in files


def test_without_overviews_the_list_leads_to_the_first_page_there_is(project: Project) -> None:
    files = listed({"a": project}, {"a": ("en",)}, Choice(formats=("html",), views=("timetable",)))
    assert 'href="a/timetable.html"' in files["index.html"]


def test_of_one_file_a_roadmap_the_list_leads_to_the_file(project: Project) -> None:
    files = listed({"a": project}, {"a": ("en", "zh")}, Choice(formats=("html",), single_file=True))
    assert sorted(files) == ["a/index.html", "index.html", "zh/index.html"]
    assert 'href="a/index.html"' in files["index.html"]
    assert 'href="../a/index.html"' in files["zh/index.html"]


def test_a_roadmap_with_the_name_of_a_language_keeps_its_folder() -> None:
    assert list_pages(("en", "zh", "fr", "zh"), ("zh", "a")) == {"en": "index", "fr": "fr/index"}
