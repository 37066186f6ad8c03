"""One file of all documents: every address in it holds, one document at a time is seen, all are printed."""

import re
from collections import Counter
from pathlib import Path

import pytest
from site_files import render_site
from small_roadmap import two_fields

from carbonroad.project import Project
from carbonroad.render.html.filters import select
from carbonroad.render.site.choice import Choice
from carbonroad.views.maker import build_all

_ID = re.compile(r'\sid="([^"]+)"')


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Project:
    return two_fields(tmp_path)


@pytest.fixture(name="text")
def _text(project: Project) -> str:
    files = render_site(project, ("en", "zh"), Choice(formats=("html",), single_file=True))
    assert list(files) == ["index.html"]
    return files["index.html"].decode()


def test_every_document_of_every_language_is_in_it(project: Project, text: str) -> None:
    pages = {
        path.removesuffix(".html") for path in render_site(project, ("en", "zh"), Choice(formats=("html",)))
    }
    assert set(re.findall(r'<article class="doc [^"]*" id="([^"]+)"', text)) == pages


def test_every_id_is_there_once_and_every_link_finds_its_own(text: str) -> None:
    ids = Counter(_ID.findall(text))
    assert not [name for name, times in ids.items() if times > 1]
    hrefs = set(re.findall(r'href="([^"]+)"', text))
    inner = {href[1:] for href in hrefs if href.startswith("#")}
    assert len(inner) > 50
    assert inner <= set(ids)
    assert all(re.match(r"https?:|mailto:", href) for href in hrefs if not href.startswith("#"))


def test_filters_select_the_radios_of_their_own_document(text: str) -> None:
    ids = set(_ID.findall(text))
    named = {re.sub(r"\\(.)", r"\1", name) for name in re.findall(r":has\(#((?:\\.|[\w-])+):checked\)", text)}
    assert len(named) > 5
    assert named <= ids


@pytest.mark.parametrize(
    ("prefix", "written"),
    [("steel/timetable", r"#steel\/timetable-"), ("5g/timetable", r"#\35 g\/timetable-")],
)
def test_an_id_with_signs_or_a_digit_first_is_written_so_that_a_selector_reads_it(
    project: Project, prefix: str, written: str
) -> None:
    document = next(d for d in build_all(project.system, project.facts, "en") if d.path == "timetable")
    assert f":has({written}" in select(document, prefix).css


def test_one_document_at_a_time_only_on_a_screen_that_can_choose(text: str) -> None:
    style = text[text.index("<style>") : text.index("</style>")]
    start = style.index("@supports selector(:has(a)){")
    hiding = style.index("body.book:has(:target)>article:not(:target):not(:has(:target)){display:none}")
    assert style.rindex("@media screen{", 0, start) < start < hiding
    assert "article.doc,.contents{break-before:page}" in style[style.rindex("@media print", 0) :]
    assert "<script" not in text


def test_a_choice_has_a_name_of_its_own(project: Project) -> None:
    choice = Choice(formats=("html",), single_file=True, industries=("steel",), views=("timetable",))
    assert list(render_site(project, ("en",), choice)) == ["index-steel-timetable.html"]


def test_figures_alone_as_files(project: Project) -> None:
    with_md = render_site(project, ("en",), Choice(formats=("md",)))
    alone = render_site(project, ("en",), Choice(formats=("svg",)))
    assert alone
    assert alone == {path: data for path, data in with_md.items() if path.endswith(".svg")}
