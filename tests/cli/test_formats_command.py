"""`validate --format`: several at once, files and pipes, GitHub's summary, odd names, and the exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from junitparser import JUnitXml

from carbonroad.cli.run import run
from carbonroad.report import BY_NAME

TOP = "title: Plan\nlanguages: [en]\nas_of: 2026-11-22\nbefore_means: inclusive\nowner: MIIT\n"
CLEAN = "title: Steel\nowner: MIIT\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, source: Plan}\n"
WRONG = CLEAN.replace("source: Plan", "source: Plan, after: M9")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository; the working folder lies below its root."""
    (tmp_path / ".git").mkdir()
    plan = tmp_path / "policy" / "plan"
    plan.mkdir(parents=True)
    (plan / "carbonroad.yaml").write_text(TOP)
    (plan / "steel.yaml").write_text(WRONG)
    monkeypatch.chdir(tmp_path / "policy")
    return tmp_path / "policy"


def test_every_format_in_one_run(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [f"--format={name}=out/{name}.txt" for name in BY_NAME]
    assert run(["validate", "plan", "--format", "concise", *files]) == 1
    assert capsys.readouterr().out.startswith("plan/steel.yaml:4:")
    for name in BY_NAME:
        assert "M9" in (here / "out" / f"{name}.txt").read_text("utf-8")


def test_services_get_paths_from_the_root_of_the_repository(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    for name in ("sarif", "github", "gitlab", "junit"):
        assert run(["validate", "plan", "--format", name]) == 1
        assert "policy/plan/steel.yaml" in capsys.readouterr().out
    assert run(["validate", "plan", "--format", "json"]) == 1
    assert '"path": "plan/steel.yaml"' in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_every_format_says_that_nothing_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    Path("plan/steel.yaml").write_text(CLEAN)
    written = {}
    for name in BY_NAME:
        assert run(["validate", "plan", "--format", name]) == 0
        written[name] = capsys.readouterr().out
    assert json.loads(written["sarif"])["runs"][0]["results"] == []
    assert json.loads(written["gitlab"]) == []
    assert json.loads(written["json"])["findings"] == []
    assert json.loads(written["jsonl"])["type"] == "summary"
    assert written["github"] == ""
    assert written["full"] == written["concise"] == "No findings in 2 files.\n"
    names = [case.name for suite in JUnitXml.fromstring(written["junit"].encode()) for case in suite]
    assert names == ["policy/plan/carbonroad.yaml", "policy/plan/steel.yaml"]


@pytest.mark.parametrize(("level", "failures"), [("error", 0), ("warning", 1)])
def test_junit_fails_from_the_level_on_that_fails_the_run(
    here: Path, capsys: pytest.CaptureFixture[str], level: str, failures: int
) -> None:
    (here / "plan" / "steel.yaml").write_text(CLEAN.replace("deadline:", "owner: none, deadline:"))
    assert run(["validate", "plan", "--format", "junit", "--fail-on", level]) == failures
    assert JUnitXml.fromstring(capsys.readouterr().out.encode()).failures == failures


# GitHub's summary -----------------------------------------------------------------------------------------


def test_summary_of_a_github_run_is_appended(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = here / "summary.md"
    file.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    assert run(["validate", "plan", "--format", "concise"]) == 1
    assert file.read_text() == "before\n"
    assert run(["validate", "plan", "--format", "github"]) == 1
    assert run(["validate", "plan", "--format", "github=annotations.txt"]) == 1
    text = file.read_text()
    assert text.startswith("before\n### 1 error in 1 of 2 files")
    assert text.count("| error | policy/plan/steel.yaml&#58;4&#58;") == 2


def test_summary_that_cannot_be_written_does_not_change_the_code(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here))
    assert run(["validate", "plan", "--format", "github"]) == 1
    written = capsys.readouterr()
    assert written.out.startswith("::error ")
    assert "cannot be written" in written.err
    assert len(written.err.splitlines()) == 1


# Files ----------------------------------------------------------------------------------------------------


def test_file_in_a_folder_that_is_not_there_yet(here: Path) -> None:
    assert run(["validate", "plan", "--format", "sarif=a/b/c.sarif"]) == 1
    assert json.loads((here / "a" / "b" / "c.sarif").read_text())["version"] == "2.1.0"


@pytest.mark.parametrize("name", BY_NAME)
def test_file_that_cannot_be_written(here: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (here / "taken").write_text("x")
    for file in ("taken/found", "plan"):
        assert run(["validate", "plan", f"--format={name}={file}"]) == 2
        written = capsys.readouterr()
        assert written.out == ""
        first, second = written.err.splitlines()
        assert first.startswith(f"error: {file} cannot be written: ")
        assert second.startswith("help: ")


def test_one_file_is_not_written_twice(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "link").symlink_to("found")
    for second in ("found", "./found", "plan/../found", "link"):
        assert run(["validate", "plan", "--format=json=found", f"--format=sarif={second}"]) == 2
        assert "Two formats would be written to found." in capsys.readouterr().err
    assert not (here / "found").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("name", ["full", "sarif"])
def test_full_device_is_said_in_one_line(here: Path, name: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "carbonroad", "validate", "plan", "--format", name],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: Standard output cannot be written: ")
    assert b"Traceback" not in done.stderr


def test_file_names_that_are_no_text_are_reported(here: Path) -> None:
    name = b"caf\xe9 \xff.yaml"
    try:
        with open(os.path.join(os.fsencode(here), b"plan", name), "w") as file:  # noqa: PTH118, PTH123
            file.write(WRONG.replace("Steel", "Other"))
    except OSError:
        return  # a system whose names are always text
    files = [f"--format={format_}=out/{format_}" for format_ in BY_NAME]
    done = subprocess.run(
        [sys.executable, "-m", "carbonroad", "validate", "plan", *files], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    texts = {format_: (here / "out" / format_).read_text("utf-8") for format_ in BY_NAME}
    assert all("M9" in text for text in texts.values())
    assert "policy/plan/caf%E9%20%FF.yaml" in texts["sarif"]
    assert "policy/plan/caf\\udce9 \\udcff.yaml" in texts["junit"]
    for format_ in ("json", "sarif", "gitlab"):
        json.loads(texts[format_])
    JUnitXml.fromstring(texts["junit"].encode())


@pytest.mark.parametrize("name", ["plan/steel.yaml", "plan/new.yml", "plan/carbonroad-baseline.json"])
def test_a_report_never_takes_the_place_of_what_is_checked(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (here / "plan" / "steel.yaml").read_bytes()
    assert run(["validate", "plan", "--format", f"json={name}"]) == 2
    assert name in capsys.readouterr().err
    assert (here / "plan" / "steel.yaml").read_bytes() == before


def test_paths_count_from_the_repository_of_the_roadmap_where_the_run_is_in_none(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run(["validate", str(here / "plan"), "--format", "gitlab"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["location"]["path"] == "policy/plan/steel.yaml"


def test_what_programs_read_is_utf_8_whatever_standard_output_is(here: Path) -> None:
    (here / "plan" / "steel.yaml").write_text(WRONG.replace("M9", "é"), "utf-8")
    call = [sys.executable, "-m", "carbonroad", "validate", "plan", "--format", "json"]
    done = subprocess.run(
        call, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"}
    )
    assert any("é" in one["message"] for one in json.loads(done.stdout.decode("utf-8"))["findings"])
