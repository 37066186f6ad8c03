"""`render` and `export`: what they write, what they refuse, what they leave alone."""

import io
import json
import shutil
from pathlib import Path

import pytest

from carbonroad.cli.run import run

TOP = "title: Plan\nlanguages: [en, zh]\nas_of: 2026-11-22\nbefore_means: inclusive\nowner: MIIT\n"
CLEAN = "title: Steel\nowner: MIIT\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, source: Plan}\n"
WRONG = CLEAN.replace("by 2030", "some day")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "roadmaps" / "a"
    folder.mkdir(parents=True)
    (folder / "carbonroad.yaml").write_text(TOP)
    (folder / "steel.yaml").write_text(CLEAN)
    (folder / "cement.yaml").write_text(CLEAN.replace("Steel", "Cement"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_render_writes_pages_and_says_which_to_open(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    written = capsys.readouterr()
    assert written.out == "Open build/index.html\n"
    assert written.err == ""
    made = files(here / "build")
    assert {"index.html", "index.md", "timetable.html", "steel/timetable.html", "zh/index.html"} <= set(made)


def test_same_input_gives_the_same_bytes(here: Path) -> None:
    assert run(["render", "roadmaps/a", "-o", "one"]) == 0
    assert run(["render", "roadmaps/a", "-o", "two"]) == 0
    assert files(here / "one") == files(here / "two")


@pytest.mark.parametrize(
    ("options", "there", "missing"),
    [
        (["--to", "md"], "index.md", "index.html"),
        (["--to", "html"], "index.html", "index.md"),
        (["--to", "md,html"], "index.md", "index.pdf"),
        (["--view", "timetable"], "timetable.html", "index.html"),
        (["--industry", "steel"], "steel/timetable.html", "cement/timetable.html"),
        (["--lang", "zh"], "timetable.html", "zh/timetable.html"),
    ],
)
def test_only_the_pages_asked_for_are_rendered(
    here: Path, options: list[str], there: str, missing: str
) -> None:
    assert run(["render", "roadmaps/a", *options]) == 0
    made = set(files(here / "build"))
    assert there in made
    assert missing not in made


def test_one_file_limits_the_pages(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "roadmaps/a/steel.yaml"]) == 0
    made = set(files(here / "build"))
    assert "steel/timetable.html" in made
    assert not any(path.startswith("cement/") for path in made)
    assert capsys.readouterr().out.startswith("Open build/steel/")


def test_part_of_the_documents_removes_no_others(here: Path) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    before = set(files(here / "build"))
    assert run(["render", "roadmaps/a", "--industry", "steel", "--to", "html"]) == 0
    assert set(files(here / "build")) == before


def test_folder_of_roadmaps_gets_a_list_page(here: Path) -> None:
    assert run(["render", "roadmaps"]) == 0
    made = set(files(here / "build"))
    assert {"index.html", "a/index.html", "a/steel/timetable.html"} <= made


def test_errors_are_refused_and_old_pages_stay(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    before = files(here / "build")
    capsys.readouterr()
    (here / "roadmaps" / "a" / "steel.yaml").write_text(WRONG)
    assert run(["render", "roadmaps/a"]) == 1
    written = capsys.readouterr()
    assert written.out == ""
    assert "error[CR302]" in written.err
    assert "some day" in written.err
    assert files(here / "build") == before


def test_keep_going_renders_the_rest(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "roadmaps" / "a" / "steel.yaml").write_text(WRONG)
    assert run(["render", "roadmaps/a", "--keep-going"]) == 1
    written = capsys.readouterr()
    assert written.out == "Open build/index.html\n"
    assert "error[CR302]" in written.err
    assert "cement/timetable.html" in files(here / "build")


@pytest.mark.parametrize("mistyped", ["P4 x", '"P4\\nx"'])
def test_a_drawing_survives_an_id_that_is_none(here: Path, mistyped: str) -> None:
    shutil.copytree(Path(__file__).parents[1] / "data" / "network", here / "network")
    grid = here / "network" / "grid.yaml"
    grid.write_text(grid.read_text().replace("id: P4", f"id: {mistyped}", 1))
    assert run(["render", "network", "--keep-going", "--view", "drawing", "--to", "svg"]) == 1


def test_warnings_are_counted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "roadmaps" / "a" / "steel.yaml").write_text(CLEAN.replace("source:", "owner: none, source:"))
    assert run(["render", "roadmaps/a"]) == 0
    assert "1 warning; carbonroad validate shows" in capsys.readouterr().err


def test_foreign_file_is_not_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "build").mkdir()
    (here / "build" / "index.html").write_text("mine")
    assert run(["render", "roadmaps/a"]) == 2
    assert "index.html" in capsys.readouterr().err
    assert files(here / "build") == {"index.html": b"mine"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["render", "--to", "docx"], '--to does not know "docx"'),
        (["render", "--view", "timetabel"], 'did you mean "timetable"?'),
        (["render", "--industry", "stel"], 'did you mean "steel"?'),
        (["render", "--industry", ""], "--industry"),
        (["render", "--view", "overview", "--industry", "steel"], "no such document"),
        (["render", "nowhere"], "does not exist"),
        (["export", "--to", "odt"], '"odt" is not a format'),
        (["export", "nowhere"], "does not exist"),
    ],
)
def test_a_publishing_call_that_cannot_be_meant_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    if len(arguments) > 2:
        arguments.append("roadmaps/a")
    assert run(arguments) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert says in written.err
    assert not (here / "build").exists()


@pytest.mark.usefixtures("here")
def test_export_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "roadmaps/a", "--to", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [part["id"] for part in document["industries"]] == ["cement", "steel"]


def test_export_to_a_file_and_to_a_folder(here: Path) -> None:
    assert run(["export", "roadmaps/a", "-o", "plan.json"]) == 0
    assert run(["export", "roadmaps/a", "-o", "data/"]) == 0
    assert (here / "plan.json").read_bytes() == (here / "data" / "a.json").read_bytes()


def test_export_of_several_roadmaps_needs_a_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = here / "roadmaps" / "b"
    second.mkdir()
    (second / "carbonroad.yaml").write_text(TOP)
    assert run(["export", "roadmaps"]) == 2
    assert "roadmaps/a, roadmaps/b" in capsys.readouterr().err
    assert run(["export", "roadmaps", "-o", "data"]) == 0
    assert set(files(here / "data")) == {"a.json", "b.json"}


def test_export_refuses_errors(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "roadmaps" / "a" / "steel.yaml").write_text(WRONG)
    assert run(["export", "roadmaps/a", "-o", "plan.json"]) == 1
    written = capsys.readouterr()
    assert "error[CR302]" in written.err
    assert not (here / "plan.json").exists()


@pytest.mark.parametrize("command", ["render", "export"])
@pytest.mark.usefixtures("here")
def test_output_without_a_name_is_refused(capsys: pytest.CaptureFixture[str], command: str) -> None:
    before = files(Path())
    assert run([command, "roadmaps/a", "-o", ""]) == 2
    assert "-o names no" in capsys.readouterr().err
    assert files(Path()) == before


def test_file_name_with_a_backslash_is_a_finding(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "roadmaps" / "a" / "x\\y.yaml").write_text(CLEAN)
    assert run(["render", "roadmaps/a"]) == 1
    assert "cannot be an id" in capsys.readouterr().err
    assert run(["render", "roadmaps/a", "--keep-going"]) == 1
    assert (here / "build" / "x-y" / "timetable.html").is_file()


def test_export_reads_standard_input(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(CLEAN.encode())))
    assert run(["export", "-", "--to", "json", "--as-of", "2026-11-22"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert [item["id"] for item in made["industries"][0]["milestones"]] == ["M1"]
    assert not (here / "-").exists()


def test_export_of_standard_input_with_errors_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    assert run(["export", "-", "-o", "made.json"]) == 1
    assert "<stdin>:" in capsys.readouterr().err
    assert not (here / "made.json").exists()
