"""`carbonroad validate`: what it reads, what it writes where, and with which exit code it ends."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from carbonroad.cli.run import COMMANDS, run
from carbonroad.report import BY_NAME

TOP = "title: Plan\nlanguages: [en]\nas_of: 2026-11-22\nbefore_means: inclusive\nowner: MIIT\n"
CLEAN = "title: Steel\nowner: MIIT\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, source: Plan}\n"
WRONG = CLEAN.replace("Steel", "Cement").replace("source: Plan", "source: Plan, after: M9")
WARNED = CLEAN.replace("deadline:", "owner: none, deadline:")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two roadmaps; the working folder is its root."""
    (tmp_path / ".git").mkdir()
    for name, files in {"a": {"steel": CLEAN}, "b": {"steel": CLEAN, "cement": WRONG}}.items():
        folder = tmp_path / "roadmaps" / name
        folder.mkdir(parents=True)
        (folder / "carbonroad.yaml").write_text(TOP)
        for industry, text in files.items():
            (folder / f"{industry}.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["roadmaps/a"], 0, "No findings in 2 files."),
        (["roadmaps/b"], 1, "1 error in 1 of 3 files (1 fixable with --unsafe-fixes)."),
        (["roadmaps"], 1, "1 error in 1 of 5 files in 2 roadmaps (1 fixable with --unsafe-fixes)."),
        ([], 1, "1 error in 1 of 5 files in 2 roadmaps (1 fixable with --unsafe-fixes)."),
        (["roadmaps/b/cement.yaml"], 1, "1 error in 1 of 1 file (1 fixable with --unsafe-fixes)."),
        (["roadmaps/b/steel.yaml"], 0, "No findings in 1 file."),
        (
            ["roadmaps/b/steel.yaml", "roadmaps/b/cement.yaml"],
            1,
            "1 error in 1 of 2 files (1 fixable with --unsafe-fixes).",
        ),
        (
            ["roadmaps/b/steel.yaml", "roadmaps/b"],
            1,
            "1 error in 1 of 3 files (1 fixable with --unsafe-fixes).",
        ),
        (["roadmaps/a", "roadmaps/a/"], 0, "No findings in 2 files."),
    ],
)
@pytest.mark.usefixtures("here")
def test_every_way_to_name_a_roadmap_is_understood(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, says: str
) -> None:
    assert run(["validate", *arguments]) == code
    written = capsys.readouterr()
    assert written.out.endswith(f"{says}\n")
    assert written.err == ""


def test_without_a_path_the_nearest_roadmap_upwards_is_checked(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    below = here / "roadmaps" / "a" / "notes" / "deep"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert run(["validate"]) == 0
    assert "2 files" in capsys.readouterr().out


def test_search_ends_at_the_repository(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = here / "roadmaps" / "other"
    (inner / ".git").mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert run(["validate"]) == 2
    assert "no roadmap" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere"], "nowhere does not exist."),
        (["roadmaps/a", "nowhere"], "nowhere does not exist."),
        ([".git"], "There is no roadmap in .git."),
        (["roadmaps/readme.txt"], "is no YAML file"),
        (["--fromat", "json"], "--format"),
        (["--fail-on", "fatal"], "fatal"),
        (["--max-findings", "many"], "many"),
        (["--max-findings", "-1"], "-1"),
        (["--format", "xml"], f"the formats are {', '.join(BY_NAME)}"),
        (["--format", "jsn"], 'did you mean "json"?'),
        (["--format"], "--format needs a value."),
        (["--format", "json="], "names no file"),
        (["--format", "json", "--format", "full"], "Only one format"),
        (["--format", "json=x", "--format", "sarif=./x"], "Two formats would be written to x."),
        (["--as-of", "soon"], "soon"),
        (["--as-of", "2026-02-30"], "2026-02 has no day 30"),
        (["--lang", "no language"], "language tag"),
        (["--color", "blue"], "blue"),
    ],
)
def test_wrong_use_says_what_and_the_way_out(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    (here / "roadmaps" / "readme.txt").write_text("x")
    assert run(["validate", *arguments]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert says in written.err
    assert "Traceback" not in written.err
    first, second = written.err.splitlines()
    assert first.startswith("error: ")
    assert second.startswith("help: ")


@pytest.mark.parametrize("word", ["validat", "redner", "--vresion"])
def test_a_mistyped_command_is_told_what_was_perhaps_meant(
    capsys: pytest.CaptureFixture[str], word: str
) -> None:
    assert run([word]) == 2
    said = capsys.readouterr().err
    assert said.startswith("error: There is no ")
    assert 'did you mean "' in said


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_the_severity_of_fail_on_and_all_above_it_fail(here: Path, level: str, code: int) -> None:
    (here / "roadmaps" / "a" / "steel.yaml").write_text(WARNED)
    assert run(["validate", "roadmaps/a", "--fail-on", level]) == code


@pytest.mark.parametrize("name", ["full", "concise", "json"])
@pytest.mark.usefixtures("here")
def test_format_never_changes_the_code(name: str) -> None:
    assert run(["validate", "roadmaps/a", "--format", name]) == 0
    assert run(["validate", "roadmaps/b", "--format", name]) == 1


def test_report_to_a_file_beside_the_one_on_the_screen(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = [
        "validate",
        "roadmaps/b",
        "--format",
        "concise",
        "--format",
        "json=out/found.json",
        "--color",
        "always",
    ]
    assert run(call) == 1
    assert "\x1b[1;31merror[CR202]" in capsys.readouterr().out
    document = json.loads((here / "out" / "found.json").read_text("utf-8"))
    assert document["summary"]["files"] == 3
    assert document["findings"][0]["path"] == "roadmaps/b/cement.yaml"
    assert "\x1b" not in json.dumps(document)


def test_a_report_that_cannot_be_written_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "taken").write_text("x")
    assert run(["validate", "roadmaps/a", "--format", "json=taken/found.json"]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("variables", "option", "coloured"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, "auto", True),
    ],
)
@pytest.mark.usefixtures("here")
def test_colours_are_used_as_the_option_and_the_variables_say(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    option: str,
    coloured: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    run(["validate", "roadmaps/b", "--color", option])
    assert ("\x1b[" in capsys.readouterr().out) == coloured


@pytest.mark.usefixtures("here")
def test_quiet_leaves_the_findings_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "roadmaps/a", "-q"]) == 0
    assert capsys.readouterr().out == ""
    assert run(["validate", "roadmaps/b", "-q", "--format", "concise"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.usefixtures("here")
def test_verbose_tells_on_standard_error_what_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "roadmaps/a", "-v"]) == 0
    written = capsys.readouterr()
    assert "roadmaps/a: 2 files, 1 items, as of 2026-11-22" in written.err
    assert "roadmaps/a:" not in written.out


@pytest.mark.parametrize(("as_of", "found"), [("2030-12-31", False), ("2031", True), ("today", False)])
@pytest.mark.usefixtures("here")
def test_what_is_due_depends_on_the_data_date_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, as_of: str, found: bool
) -> None:
    monkeypatch.setattr("carbonroad.cli.clock.today", lambda: date(2026, 11, 22))
    assert run(["validate", "roadmaps/a", "--as-of", as_of, "--format", "concise"]) == 0
    assert ("outcome" in capsys.readouterr().out) == found


def test_hostile_words_reach_no_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = here / "roadmaps" / "a"
    evil = "\\e[31m\\u202e\\a"
    (folder / "steel.yaml").write_text(
        f'title: "{evil}"\nowner: "{evil}"\nmilestones:\n'
        f'  - {{id: M1, title: "{evil}", deadline: "{evil}", source: "{evil}", after: "{evil}"}}\n'
    )
    (folder / "e\x1b[31m\u202evil.yaml").write_text("title: x\nwrong: y\n")
    for name in ("full", "concise", "json"):
        assert run(["validate", "roadmaps/a", "--format", name, "-v"]) == 1
        written = capsys.readouterr()
        assert not set(written.out + written.err) & set("\x1b\u202e\x07")
    assert run(["validate", "no\x1b[31m\u202e"]) == 2
    assert not set(capsys.readouterr().err) & set("\x1b\u202e")


@pytest.mark.usefixtures("here")
def test_statistics_count_findings_by_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--statistics"]) == 1
    assert capsys.readouterr().out.startswith("1  CR202  error    unknown-item\n")


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ([], ["validate"], ["render"], ["export"]):
        assert run([*command, "--help"]) == 0
        assert "Examples:\n" in capsys.readouterr().out
    assert run([]) == 0
    assert "Commands:" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_infos_are_shown_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    Path("roadmaps/a/steel.yaml").write_text(CLEAN.replace(", source: Plan", ""))
    for more, shown in (([], 0), (["-v"], 1), (["--fail-on", "info"], 1), (["--format", "concise"], 1)):
        run(["validate", "roadmaps/a", *more])
        assert capsys.readouterr().out.count("names no source") == shown
    assert run(["validate", "roadmaps/a", "--fail-on", "info", "-q"]) == 1


def test_no_message_names_a_command_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for arguments in ([], ["."], ["nowhere"], [""]):
        assert run(["validate", *arguments]) == 2
        said = capsys.readouterr().err
        assert said.startswith("error: ")
        assert "help: " in said
        assert set(re.findall(r"carbonroad (\w+)", said)) <= set(COMMANDS)
