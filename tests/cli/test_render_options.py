"""The options of `render`: each is held against the roadmap; a run writes all it was asked for or nothing."""

import os
import stat
from pathlib import Path

import pytest

from carbonroad.cli.run import run

TOP = """title: {en: Plan, zh: 规划}
languages: [en, zh]
as_of: 2026-11-22
before_means: inclusive
phases:
  - {id: fyp14, title: 14th, years: 2021..2025}
  - {id: fyp15, title: 15th, years: 2026..2030}
organisations:
  miit: {title: {en: Ministry of Industry, zh: 工业和信息化部}, short: {en: MIIT, zh: 工信部}}
  nea: {title: Energy Administration, short: NEA}
sources:
  plan: {title: The plan}
owner: miit
"""
PART = "title: Steel\nowner: miit\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, source: plan}\n"


@pytest.fixture(name="here")
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "roadmaps" / "a"
    folder.mkdir(parents=True)
    (folder / "carbonroad.yaml").write_text(TOP, encoding="utf-8")
    (folder / "steel.yaml").write_text(PART, encoding="utf-8")
    (folder / "power.yaml").write_text(
        PART.replace("Steel", "Power").replace("miit", "nea"), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--phase", "fyp51"], 'did you mean "fyp15"?'),
        (["--axis", "liner"], 'did you mean "linear"?'),
        (["--frame", "din"], '--frame does not know "din"'),
        (["--owner", "mitt"], 'did you mean "miit"?'),
        (["--owner", "nobody at all"], "knows: miit, nea"),
        (["--to", "md", "--single-file"], "--single-file makes HTML"),
        (["--templates", "nowhere"], "--templates: nowhere is no folder"),
        (["--view", "overview", "--industry", "steel", "--to", "svg"], "no such document"),
    ],
)
def test_what_the_roadmap_does_not_know_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], options: list[str], says: str
) -> None:
    assert run(["render", "roadmaps/a", *options]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert says in written.err
    assert not (here / "build").exists()


@pytest.mark.parametrize("name", ["miit", "MIIT", "工信部", "Ministry of Industry", "ministry of industry"])
def test_a_body_is_known_by_any_of_its_names(here: Path, name: str) -> None:
    assert run(["render", "roadmaps/a", "--to", "html", "--owner", name, "-o", "one"]) == 0
    assert run(["render", "roadmaps/a", "--to", "html", "-o", "all"]) == 0
    one, everything = (made(here / folder)["timetable.html"] for folder in ("one", "all"))
    assert b'id="tt-steel.M1"' in one
    assert b'id="tt-power.M1"' not in one
    assert b'id="tt-power.M1"' in everything


@pytest.mark.parametrize("options", [["--axis", "linear"], ["--frame", "gb"], ["--phase", "fyp14"]])
def test_how_documents_are_drawn(here: Path, options: list[str]) -> None:
    assert run(["render", "roadmaps/a", "--to", "svg", "-o", "usual"]) == 0
    assert run(["render", "roadmaps/a", "--to", "svg", "-o", "other", *options]) == 0
    usual, other = made(here / "usual"), made(here / "other")
    assert usual
    assert usual != other


def test_all_pages_stand_in_one_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "roadmaps/a", "--single-file"]) == 0
    assert capsys.readouterr().out == "Open build/index.html\n"
    assert list(made(here / "build")) == ["index.html"]


def test_several_roadmaps_are_a_file_each_and_a_list(here: Path) -> None:
    assert run(["render", "roadmaps", "--single-file"]) == 0
    files = made(here / "build")
    assert set(files) == {"index.html", "zh/index.html", "a/index.html"}
    assert b'href="a/index.html"' in files["index.html"]


def test_a_template_that_nothing_reads_is_told_of(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "mine").mkdir()
    (here / "mine" / "theme.css").write_text("p{}")
    assert run(["render", "roadmaps/a", "--to", "html", "--templates", "mine"]) == 0
    assert "warning: mine/theme.css is no template that anything uses" in capsys.readouterr().err


def test_a_wrong_template_leaves_what_was_there(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    before = made(here / "build")
    (here / "mine" / "markdown").mkdir(parents=True)
    (here / "mine" / "markdown" / "page.md").write_text("{{ title }}\n{{ nothing }}\n")
    (here / "roadmaps/a/steel.yaml").write_text(PART.replace("Peak", "Other"), encoding="utf-8")
    capsys.readouterr()
    assert run(["render", "roadmaps/a", "--templates", "mine"]) == 2
    written = capsys.readouterr()
    assert "error: mine/markdown/page.md:2: 'nothing' is undefined" in written.err
    assert written.out == ""
    assert made(here / "build") == before


@pytest.mark.parametrize(
    ("names", "languages"), [(("x y", "x-y"), []), (("zh",), []), (("fr",), ["--lang", "en,fr"])]
)
def test_two_documents_of_one_name_are_refused(
    here: Path, capsys: pytest.CaptureFixture[str], names: tuple[str, ...], languages: list[str]
) -> None:
    for name in names:
        (here / "roadmaps/a" / f"{name}.yaml").write_text(PART, encoding="utf-8")
    assert run(["render", "roadmaps/a", "--keep-going", *languages]) == 2
    assert "Two documents would be one file: " in capsys.readouterr().err
    assert not (here / "build").exists()


def browser(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "browser"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("CARBONROAD_CHROMIUM", str(path))


@pytest.mark.skipif(os.name == "nt", reason="the browser of this test is a shell script")
@pytest.mark.parametrize(
    ("script", "says"),
    [("echo no display >&2; exit 4", "printed nothing: no display"), ("exit 0", "printed nothing")],
)
def test_a_browser_that_fails_leaves_everything_as_it_was(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], script: str, says: str
) -> None:
    pytest.importorskip("pypdf", reason="the Python package pypdf is not installed")
    browser(here, script, monkeypatch)
    assert run(["render", "roadmaps/a", "--to", "html,pdf"]) == 2
    written = capsys.readouterr()
    assert says in written.err
    assert written.out == ""
    assert not (here / "build").exists()


def test_without_a_browser_it_says_what_to_install(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("carbonroad.render.pdf.finishing.find_spec", lambda _: True)
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert run(["render", "roadmaps/a", "--to", "pdf"]) == 2
    assert "PDF needs Chromium or Google Chrome" in capsys.readouterr().err
    assert not (here / "build").exists()


def test_a_pdf_of_an_earlier_run_stays(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("carbonroad.render.pdf.finishing.find_spec", lambda _: True)
    monkeypatch.setattr("carbonroad.printing.find_chromium", lambda: "browser")
    monkeypatch.setattr("carbonroad.printing.print_page", lambda _, html: html.encode())
    monkeypatch.setattr("carbonroad.render.pdf.finishing.finish_pdf", lambda printed, _: printed)
    assert run(["render", "roadmaps/a", "--to", "pdf"]) == 0
    assert capsys.readouterr().out == "Open build/a.pdf\n"
    assert run(["render", "roadmaps/a"]) == 0
    assert {"a.pdf", "zh/a.pdf", "index.html"} <= set(made(here / "build"))
