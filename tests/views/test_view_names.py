"""The kinds of documents: one line each, from which everything else about them is found."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from site_files import render_site
from small_roadmap import two_fields

from carbonroad.model.roadmap import Part
from carbonroad.read.documents import ALL, NAMES, View
from carbonroad.render.site import neighbours
from carbonroad.views import maker
from carbonroad.views.document import Page, Paragraph, Section, Span
from carbonroad.views.maker import build_all
from carbonroad.views.options import Options
from carbonroad.views.shared.words import Words


def test_each_document_is_of_its_kind_and_stands_where_its_kind_says(tmp_path: Path) -> None:
    project = two_fields(tmp_path)
    documents = build_all(project.system, project.facts, "en")
    assert dict.fromkeys(one.kind for one in documents) == dict.fromkeys(NAMES)
    views = {view.name: view for view in ALL}
    for one in documents:
        assert views[one.kind].path(one.path.rpartition("/")[0]) == one.path
    assert "index" in {one.path for one in documents}


def test_a_document_says_the_body_that_it_is_limited_to(tmp_path: Path) -> None:
    project = two_fields(tmp_path)
    documents = build_all(project.system, project.facts, "en", options=Options(owner="miit"))
    limited = {one.kind: one.owner for one in documents}
    assert limited == {view.name: "miit" if view.limited else "" for view in ALL}
    assert set(limited.values()) == {"miit", ""}


def test_a_line_and_a_module_are_all_that_a_new_document_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build_page(words: Words, part: Part | None) -> Page:
        said = Paragraph((Span(words.system.name if part is None else part.id),))
        return Page("Register", "A finding.", (Section("", (said,)),))

    every = (*ALL, View("register", "Timetable"))
    for module in (maker, neighbours):
        monkeypatch.setattr(module, "ALL", every)
    monkeypatch.setitem(sys.modules, "carbonroad.views.register", SimpleNamespace(build_page=build_page))  # type: ignore[arg-type]
    files = render_site(two_fields(tmp_path), ("en", "zh"))
    steel = files["steel/register.md"].decode()
    assert "Register" in steel
    assert "A finding." in steel
    assert "Data date: 2026-11-22" in steel
    assert 'href="register.html"' in files["timetable.html"].decode()
    assert 'href="register.html"' in files["zh/power/timetable.html"].decode()
    assert "[Power](../power/register.md)" in steel, "of another field the same kind of document"
