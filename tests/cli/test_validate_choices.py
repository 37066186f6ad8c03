"""Which findings count on the command line: rules, levels, the baseline; and with which code a run ends."""

import json
from pathlib import Path

import pytest

from carbonroad.cli.run import run

PLAN = "title: Plan\nbefore_means: inclusive\nas_of: 2026-11-22\n"
STEEL = "milestones:\n  - id: M1\n    title: Peak\n    deadline: by 2030\n"
BASELINE = "carbonroad-baseline.json"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A roadmap with a warning (CR502) and an info (CR503) in steel.yaml; the working folder."""
    (tmp_path / "carbonroad.yaml").write_text(PLAN)
    (tmp_path / "steel.yaml").write_text(STEEL)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rules(capsys: pytest.CaptureFixture[str], *options: str, code: int = 0) -> dict[str, str]:
    """Name and severity of what is reported, and the exit code checked."""
    assert run(["validate", "--format", "json", *options]) == code
    return {
        one["name"]: one["severity"]
        for one in json.loads(capsys.readouterr().out)["findings"]
        if not one["suppressed"]
    }


@pytest.mark.parametrize(
    ("options", "found", "code"),
    [
        ([], {"no-owner": "warning", "no-source": "info"}, 0),
        (["--select", "CR502"], {"no-owner": "warning"}, 0),
        (["--select", "no-source,no-owner"], {"no-owner": "warning", "no-source": "info"}, 0),
        (["--select", "CR2", "--select", "no-source"], {"no-source": "info"}, 0),
        (["--ignore", "CR5"], {}, 0),
        (["--ignore", "no-owner", "--fail-on", "warning"], {"no-source": "info"}, 0),
        (["--select", "CR5", "--ignore", "no-owner"], {"no-source": "info"}, 0),
        (["--severity", "no-owner=error"], {"no-owner": "error", "no-source": "info"}, 1),
        (["--severity", "CR5=error", "--severity", "no-owner=off"], {"no-source": "error"}, 1),
        (["--severity", "CR5=error", "--fail-on", "never"], {"no-owner": "error", "no-source": "error"}, 0),
        (["--fail-on", "warning"], {"no-owner": "warning", "no-source": "info"}, 1),
        (["--fail-on", "info", "--select", "no-source"], {"no-source": "info"}, 1),
    ],
)
@pytest.mark.usefixtures("here")
def test_rules_and_their_levels_are_chosen_by_options(
    capsys: pytest.CaptureFixture[str], options: list[str], found: dict[str, str], code: int
) -> None:
    assert rules(capsys, *options, code=code) == found


def test_settings_of_the_roadmap_hold_where_the_call_says_nothing(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "carbonroad.yaml").write_text(f"{PLAN}validate: {{fail_on: warning, ignore: [no-source]}}\n")
    assert rules(capsys, code=1) == {"no-owner": "warning"}
    assert rules(capsys, "--fail-on", "error") == {"no-owner": "warning"}
    assert rules(capsys, "--select", "CR5", code=1) == {"no-owner": "warning", "no-source": "info"}


def test_settings_decide_what_render_refuses(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "--to", "md", "-o", "out", "-q"]) == 0
    (here / "carbonroad.yaml").write_text(f"{PLAN}validate: {{severity: {{no-owner: error}}}}\n")
    assert run(["render", "--to", "md", "-o", "out", "-q"]) == 1
    assert "no-owner" in capsys.readouterr().err
    (here / "steel.yaml").write_text(
        STEEL.replace("M1\n", "M1  # carbonroad: ignore[no-owner] -- not named yet\n")
    )
    assert run(["render", "--to", "md", "-o", "out", "-q"]) == 0


def test_how_many_to_show_is_a_setting_too(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "carbonroad.yaml").write_text(f"{PLAN}validate: {{max_findings: 1, severity: {{CR5: error}}}}\n")
    assert run(["validate", "--format", "concise"]) == 1
    assert "and 1 more" in capsys.readouterr().out
    assert run(["validate", "--format", "concise", "--max-findings", "0"]) == 1
    assert "more (" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--select", "no-onwer"], 'did you mean "no-owner"?'),
        (["--ignore", "CR7"], 'does not know the rule "CR7"'),
        (["--ignore", "syntax-error"], "always counts"),
        (["--severity", "CR010=off"], "always counts"),
        (["--severity", "no-owner"], "--severity does not understand"),
        (["--severity", "no-owner=high"], "--severity does not understand"),
        (["--severity", "nowner=error"], "does not know the rule"),
        (["--fail-on", "sometimes"], "sometimes"),
        (["--fix", "--diff"], "--fix and --diff do not go together"),
        (["--fix", "--write-baseline"], "do not go together"),
        (["--no-baseline", "--baseline", "x.json"], "do not go together"),
        (["--unsafe-fixes"], "--fix"),
        (["--baseline", "nowhere.json"], "nowhere.json does not exist"),
        (["-", ".", "--fix"], "standard input"),
    ],
)
@pytest.mark.usefixtures("here")
def test_wrong_use_is_refused_with_the_way_out(
    capsys: pytest.CaptureFixture[str], options: list[str], says: str
) -> None:
    assert run(["validate", *options]) == 2
    written = capsys.readouterr()
    assert (written.out, "Traceback" in written.err) == ("", False)
    assert says in written.err
    assert "\nhelp: " in written.err


def test_baseline_from_writing_to_pruning(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--write-baseline", "--fail-on", "info"]) == 0
    written = capsys.readouterr()
    assert f"{BASELINE}: 2 findings (before: 0)" in written.err
    assert "2 in the baseline" in written.out
    first = (here / BASELINE).read_bytes()
    assert run(["validate", "--write-baseline", "-q"]) == 0
    assert (here / BASELINE).read_bytes() == first
    assert rules(capsys, "--no-baseline") == {"no-owner": "warning", "no-source": "info"}
    (here / "steel.yaml").write_text(f"owner: MIIT\n{STEEL}")
    assert rules(capsys) == {"stale-baseline-entry": "info"}
    assert run(["validate", "--prune-baseline"]) == 0
    assert "1 finding (before: 2)" in capsys.readouterr().err
    assert rules(capsys) == {}
    assert run(["validate", "--prune-baseline", "-q"]) == 0


def test_baseline_named_on_the_call(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--baseline", "ci/known.json", "--write-baseline", "-q"]) == 0
    assert not (here / BASELINE).exists()
    assert rules(capsys, "--baseline", "ci/known.json") == {}
    assert rules(capsys) == {"no-owner": "warning", "no-source": "info"}


def test_writing_for_some_rules_or_files_keeps_the_rest(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "cement.yaml").write_text(STEEL.replace("Peak", "Other"))
    assert run(["validate", "--write-baseline", "-q"]) == 0
    for name in ("steel", "cement"):
        (here / f"{name}.yaml").write_text("owner: MIIT\n" + (here / f"{name}.yaml").read_text())
    assert run(["validate", "steel.yaml", "--write-baseline", "-q"]) == 0
    assert run(["validate", "--select", "no-source", "--write-baseline", "-q"]) == 0
    left = [(one["path"], one["rule"]) for one in json.loads((here / BASELINE).read_text())["findings"]]
    assert left == [("cement.yaml", "no-owner"), ("cement.yaml", "no-source"), ("steel.yaml", "no-source")]


def test_baseline_is_not_written_over_something_else_or_from_half_a_roadmap(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "notes.txt").write_text("mine")
    assert run(["validate", "--baseline", "notes.txt", "--write-baseline"]) == 2
    assert (here / "notes.txt").read_text() == "mine"
    (here / BASELINE).write_text("<<<<<<< a merge went wrong")
    assert rules(capsys, code=1)["unreadable-baseline"] == "error"
    assert run(["validate", "--write-baseline", "-q"]) == 0
    assert rules(capsys) == {}
    (here / "steel.yaml").write_text(STEEL.replace("Peak", '"Peak'))
    before = (here / BASELINE).read_bytes()
    assert run(["validate", "--write-baseline"]) == 2
    assert "not every file could be read" in capsys.readouterr().err
    assert (here / BASELINE).read_bytes() == before


def test_help_is_in_groups_and_its_examples_are_calls(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--help"]) == 0
    text = capsys.readouterr().out
    groups = [line for line in text.split("\n") if line.endswith(":") and not line.startswith(" ")]
    assert [group.split(" (")[0].rstrip(":") for group in groups] == [
        "Arguments", "Which findings count", "Findings that are accepted for now",
        "Repairs", "Reports", "How the work is done; the results are the same", "Options",
    ]  # fmt: skip
    options = {word.split("=")[0].strip(",") for word in text.split() if word.startswith("--")}
    examples = [line.split() for line in text.split("\n") if line.startswith("    carbonroad validate")]
    assert len(examples) >= 5
    assert {
        word for line in examples for word in line if word.startswith("--") and word != "--fix"
    } <= options
