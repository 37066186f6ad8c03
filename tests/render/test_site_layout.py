"""The files of a run: where they stand, that their links hold, that nothing is lost on the way."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from site_files import render_site, render_sites
from small_roadmap import TODAY, two_fields

from carbonroad.project import Project, load
from carbonroad.read.documents import ALL
from carbonroad.render.site.check import LostItemsError, check_shown
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.site import languages_of
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.maker import build_all

_LINK = re.compile(r'href="([^"]+)"|\]\(([^)\s]+)\)')


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Project:
    return two_fields(tmp_path)


def test_layout_of_one_roadmap(project: Project) -> None:
    files = render_site(project, languages_of(project.system), Choice(views=("overview", "timetable")))
    assert sorted(files) == sorted(
        f"{root}{path}.{ending}"
        for root in ("", "zh/")
        for path in ("index", "timetable", "power/timetable", "steel/timetable")
        for ending in ("html", "md")
    )


def test_first_language_at_the_root(project: Project) -> None:
    files = render_site(project, ("zh", "en"), Choice(formats=("html",), views=("timetable",)))
    assert b'<html lang="zh"' in files["timetable.html"]
    assert b'<html lang="en"' in files["en/timetable.html"]


def test_several_roadmaps_stand_below_their_names_with_a_list(project: Project) -> None:
    tags = {"a": ("en", "zh"), "b": ("zh",)}
    files = render_sites({"a": project, "b": project}, tags, Choice(views=("overview",)))
    assert {"index.html", "index.md", "a/index.html", "a/zh/index.html", "b/index.html"} <= set(files)
    assert b'href="a/index.html"' in files["index.html"]
    assert b"(b/index.md)" in files["index.md"]


def test_only_what_was_asked_for(project: Project) -> None:
    files = render_site(project, ("en",), Choice(("html",), ("timetable",), ("steel",)))
    assert list(files) == ["steel/timetable.html"]


def test_every_link_leads_to_a_file_and_its_anchor(project: Project) -> None:
    files = {path: data.decode() for path, data in render_site(project, ("en", "zh")).items()}
    broken = [f"{path}: {href}" for path, text in files.items() for href in _broken(files, path, text)]
    assert not broken
    assert sum(len(_LINK.findall(text)) for text in files.values()) > 50


def _broken(files: Mapping[str, str], path: str, text: str) -> list[str]:
    found = []
    for pair in _LINK.findall(text):
        href = pair[0] or pair[1]
        if re.match(r"[a-z]+:", href):
            continue
        target, _, anchor = href.partition("#")
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
        if whole.endswith(".md"):  # its anchors are headings: see test_markdown_site.py
            anchor = ""
        if whole not in files or (anchor and f'id="{anchor}"' not in files[whole]):
            found.append(href)
    return found


def test_pages_of_one_system_name_the_same_page_in_the_other_language(project: Project) -> None:
    text = render_site(project, ("en", "zh"))["steel/timetable.html"].decode()
    assert '<a href="../zh/steel/timetable.html" hreflang="zh" lang="zh">中文</a>' in text


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    def once() -> dict[str, bytes]:
        found = find_roadmaps(str(tmp_path))
        assert isinstance(found, list)
        return render_site(load(found[0], None, TODAY), ("en", "zh"))

    two_fields(tmp_path)
    assert once() == once()


def test_every_item_is_on_every_page_that_claims_it(project: Project) -> None:
    documents = build_all(project.system, project.facts, "en")
    check_shown(project.system, documents)
    timetable = next(d for d in documents if d.path == "timetable")
    listed = {i.ref for i in project.system.items.values() if i.listed}
    assert {ref for refs in timetable.shown.values() for ref in refs} == listed


def test_a_lost_item_is_a_fault_with_its_name(project: Project) -> None:
    document = next(d for d in build_all(project.system, project.facts, "en") if d.path == "steel/timetable")
    lost = replace(document, shown={**document.shown, "work": ()})
    with pytest.raises(LostItemsError, match=r"steel/timetable \(en\) lost works: steel.W1"):
        check_shown(project.system, [lost])


@pytest.mark.parametrize("view", ALL, ids=lambda view: view.name)
def test_each_view_writes_where_it_says(project: Project, view: object) -> None:
    path: Callable[..., str] = view.path  # type: ignore[attr-defined]
    names = {d.path for d in build_all(project.system, project.facts, "en", (view.name,))}  # type: ignore[attr-defined]
    parts = ["", *(part.id for part in project.system.industries)]
    assert names == {path(p) for p in parts if (view.parts if p else view.whole)}  # type: ignore[attr-defined]
