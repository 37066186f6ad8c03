"""`render --against`: an earlier version from git or a folder, drawn; what is none ends the run."""

from pathlib import Path

import pytest
from git_repository import STEEL, Repository

from carbonroad.cli.run import run

_HTML = ["--to", "html", "--view", "roadmap", "-q", "-o", "out"]


@pytest.fixture(name="here")
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "work")
    made.commit(made.roadmap())
    made.commit(made.roadmap(steel=STEEL.replace("2027-06", "2028-08")))
    monkeypatch.chdir(made.folder)
    return made


def _page(here: Repository) -> str:
    (page,) = (here.folder / "out").rglob("steel/roadmap.html")
    return page.read_text("utf-8")


def test_a_revision_is_drawn_beside_the_files(here: Repository) -> None:
    assert run(["render", "--against", "HEAD~1", *_HTML]) == 0
    page = _page(here)
    assert "+14 mo" in page
    assert "hollow: as of HEAD~1 (2026-01-01)" in page


def test_a_folder_and_a_path_in_a_revision_do_as_well(here: Repository) -> None:
    here.write(here.roadmap("old", STEEL))
    for against in ("old", "HEAD~1:roadmaps/clean", "HEAD~1:roadmaps"):
        assert run(["render", "roadmaps/clean", "--against", against, *_HTML]) == 0
        assert "+14 mo" in _page(here)


def test_pages_are_made_anew_for_each_comparison(here: Repository) -> None:
    run(["render", "--against", "HEAD", *_HTML])
    assert "nothing has moved" in _page(here)
    run(["render", "--against", "HEAD~1", *_HTML])
    assert "+14 mo" in _page(here)
    run(["render", *_HTML])
    assert "ghost" not in _page(here)


def test_what_is_no_earlier_version_is_refused(here: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    for against, says in (
        ("nosuch", '--against: "nosuch" is neither a folder nor a git revision.'),
        ("HEAD~1:elsewhere", "--against: elsewhere does not exist at HEAD~1."),
        ("", "--against: An empty name is no roadmap."),
    ):
        assert run(["render", "--against", against, *_HTML]) == 2
        assert says in capsys.readouterr().err
    assert not (here.folder / "out").exists()


def test_an_earlier_version_that_cannot_be_read_is_shown(
    here: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    here.commit(here.roadmap(steel="title: [Steel\n"))
    here.commit(here.roadmap())
    assert run(["render", "--against", "HEAD~1", *_HTML]) == 1
    assert "HEAD~1:roadmaps/clean/steel.yaml:" in capsys.readouterr().err
    assert not (here.folder / "out").exists()


def test_of_several_roadmaps_a_new_one_is_drawn_as_it_is(
    here: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write(here.roadmap("roadmaps/fresh"))
    options = [option for option in _HTML if option != "-q"]
    assert run(["render", "roadmaps", "--against", "HEAD~1", *options]) == 0
    assert "fresh is drawn without comparison: roadmaps/fresh does not exist" in capsys.readouterr().err
    pages = {name: here.folder / "out" / name / "steel" / "roadmap.html" for name in ("clean", "fresh")}
    assert "+14 mo" in pages["clean"].read_text("utf-8")
    assert "ghost" not in pages["fresh"].read_text("utf-8")
    assert run(["render", "roadmaps", "--against", "roadmaps/clean", *options]) == 0
    assert "fresh is drawn without comparison: roadmaps/clean is another" in capsys.readouterr().err


def test_a_folder_named_like_a_branch_is_said(here: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    here.git("branch", "old")
    here.write(here.roadmap("old", STEEL))
    assert run(["render", "--against", "old", *[option for option in _HTML if option != "-q"]]) == 0
    assert '"old" is a folder and a git revision; the folder was taken.' in capsys.readouterr().err
