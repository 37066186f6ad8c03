"""The action on pull requests: what it marks, keeps, says and ends with. Its own scripts run, by bash."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from action_steps import STEEL, TOP, PullRequest, run_step
from git_repository import Repository

BEFORE = {"roadmaps/carbonroad.yaml": TOP, "roadmaps/steel.yaml": STEEL}
WEAKER = STEEL.replace("before 2030", "before 2032").replace("at least 20", "at least 15")
SLIPPED = "| Steel emissions peak<br>`steel.peak` | before 2030 | before 2032 | 2 years later |"
WEAKENED = "| Steel from electric furnaces, 2030<br>`steel.eaf@2030` | at least 20% | at least 15% |"


@pytest.fixture(scope="module")
def weaker(tmp_path_factory: pytest.TempPathFactory) -> PullRequest:
    return PullRequest(tmp_path_factory.mktemp("weaker"), BEFORE, {"roadmaps/steel.yaml": WEAKER})


def test_a_pull_request_with_a_mistake_shows_all_there_is_and_fails(tmp_path: Path) -> None:
    mistaken = WEAKER.replace("owner: miit", "owner: mitt")
    request = PullRequest(tmp_path, BEFORE, {"roadmaps/steel.yaml": mistaken})
    ended = run_step("check", request.checkout(1), event=request.event)
    assert ended.code == 1
    assert "::error file=roadmaps/steel.yaml,line=2,endLine=2,col=8,endColumn=12,title=CR201" in ended.log
    outputs = ended.outputs
    assert (outputs["exit-code"], outputs["errors"], outputs["warnings"]) == ("1", "1", "0")
    log = json.loads(Path(outputs["sarif-file"]).read_text("utf-8"))
    (found,) = [one for one in log["runs"][0]["results"] if one["level"] == "error"]
    place = found["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (found["ruleId"], place["uri"]) == ("CR201", "roadmaps/steel.yaml")
    drawn = (Path(outputs["pages"]) / "roadmaps" / "steel" / "roadmap.html").read_text("utf-8")
    assert "+2 y (was before 2030)" in drawn
    for text in (ended.summary, ended.comment):
        first = text.index("### 1 error")
        assert first < text.index('Owner "mitt" is not declared.<br>Help&#58;') < text.index(SLIPPED)
        assert text.index(SLIPPED) < text.index(WEAKENED)
        assert "**warning: roadmaps has errors in roadmaps/steel.yaml" in text
        assert "under Artifacts: `roadmap`." in text
    assert ended.comment.startswith("<!-- carbonroad -->\n")


@pytest.mark.parametrize("depth", [1, 2])
def test_what_changes_is_no_reason_to_fail(weaker: PullRequest, depth: int) -> None:
    ended = run_step("check", weaker.checkout(depth), {"lang": "zh", "render": "false"}, event=weaker.event)
    assert (ended.code, ended.outputs["errors"], ended.outputs["pages"]) == (0, "0", "")
    assert "1项期限推迟（2 年），1项目标放宽。" in ended.comment
    assert "later.txt" not in ended.comment
    assert "Artifacts" not in ended.comment


def test_the_ratchet_fails_and_says_what_to_paste(weaker: PullRequest) -> None:
    inputs = {"ratchet": "true", "render": "false", "sarif": "false", "annotations": "false"}
    ended = run_step("check", weaker.checkout(2), inputs, event=weaker.event)
    assert (ended.code, ended.outputs["exit-code"], ended.outputs["sarif-file"]) == (1, "1", "")
    entry = "revisions:\n  - rev: 1\n    date:\n    note:\n    items: [peak, eaf@2030]\n"
    assert f"```yaml\n# roadmaps/steel.yaml\n{entry}```" in ended.comment


def test_a_branch_is_compared_with_where_it_left_the_other(weaker: PullRequest) -> None:
    # Not with the tip of main: what was done there since would look taken back.
    folder = weaker.checkout(1, "refs/pull/7/head")
    ended = run_step("check", folder, {"render": "false"}, event=weaker.event)
    assert ended.code == 0
    assert SLIPPED in ended.summary


def test_a_state_that_cannot_be_had_is_told_of(weaker: PullRequest, tmp_path: Path) -> None:
    folder = weaker.checkout(1)
    Repository(folder).git("remote", "set-url", "origin", str(tmp_path / "gone"))
    ended = run_step("check", folder, {"render": "false"}, event=weaker.event)
    assert ended.code == 0
    assert "::warning title=carbonroad::Nothing was compared: commit" in ended.log
    assert "give actions/checkout fetch-depth: 0." in ended.comment
    strict = run_step("check", folder, {"render": "false", "ratchet": "true"}, event=weaker.event)
    assert (strict.code, strict.outputs["exit-code"]) == (2, "2")


def test_on_the_trigger_with_rights_nothing_is_said_to_be_unchanged(
    weaker: PullRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request_target")
    ended = run_step("check", weaker.checkout(1, "main"), {"render": "false"}, event=weaker.event)
    assert ended.code == 0
    assert "on pull_request_target nothing of the pull request is checked out." in ended.comment
    assert "No roadmap was changed" not in ended.comment


def test_what_waits_to_be_merged_is_compared(weaker: PullRequest) -> None:
    event = {"merge_group": {"base_sha": weaker.base, "base_ref": "refs/heads/main"}}
    ended = run_step("check", weaker.checkout(1), {"render": "false"}, event=event)
    assert SLIPPED in ended.comment


def test_a_push_is_checked_and_not_compared(weaker: PullRequest) -> None:
    ended = run_step("check", weaker.checkout(1), event={"ref": "refs/heads/main"})
    assert ended.code == 0
    assert "what changed" not in ended.summary
    assert ended.summary.startswith("### No errors and no warnings in 2 files.\n\nThe pages are kept")
    assert (Path(ended.outputs["pages"]) / "index.html").is_file()


def test_a_revision_can_be_named(weaker: PullRequest) -> None:
    ended = run_step("check", weaker.checkout(1), {"render": "false", "base": "main"})
    assert SLIPPED in ended.summary
    unknown = run_step("check", weaker.checkout(1), {"render": "false", "base": "nowhere"})
    assert unknown.code == 0
    assert "nowhere names no commit of this repository." in unknown.summary


def test_only_roadmaps_that_changed_are_compared_and_moves_are_followed(tmp_path: Path) -> None:
    other = "title: Cement\nworks:\n  - {id: clinker, title: Less clinker, owner: miit, finish: 2027-06}\n"
    before = {
        **{f"plans/{name}/carbonroad.yaml": TOP.replace("Plan", f"Plan {name}") for name in "abc"},
        **{f"plans/{name}/steel.yaml": STEEL for name in "abc"},
    }
    after: dict[str, str | None] = {
        "plans/b/carbonroad.yaml": None,
        "plans/b/steel.yaml": None,
        "plans/c/carbonroad.yaml": None,
        "plans/c/steel.yaml": None,
        "plans/新/carbonroad.yaml": before["plans/b/carbonroad.yaml"],
        "plans/新/steel.yaml": WEAKER,
        "plans/d/cement.yaml": other,
        "plans/d/carbonroad.yaml": "title: Cities\norganisations:\n  miit: {title: Ministry of Industry}\n",
    }
    request = PullRequest(tmp_path, before, after)
    inputs = {"path": "plans/\n", "render": "false", "ratchet": "true"}
    ended = run_step("check", request.checkout(2), inputs, event=request.event)
    told = ended.comment
    assert ended.code == 1
    assert "`plans/新` was moved here from `plans/b`." in told
    assert SLIPPED in told
    assert "`plans/d` is new: there is nothing to compare it with." in told
    assert "`plans/c` was removed, with all that stood in it." in told
    assert "Plan a" not in told
    assert "# plans/新/steel.yaml\nrevisions:" in told


def test_what_follows_from_a_parent_is_told_of_the_child(tmp_path: Path) -> None:
    nation = TOP + "phases:\n  - {id: fifteenth, title: Fifteenth, years: 2026..2030}\n"
    heat = "title: Heat\nowner: miit\nmilestones:\n  - {id: cold, title: No coal, deadline: fifteenth}\n"
    city = "title: City\nas_of: 2026-01-31\nparent: nation\n"
    before = {
        "plans/nation/carbonroad.yaml": nation,
        "plans/城 市/carbonroad.yaml": city,
        "plans/城 市/heat.yaml": heat,
    }
    after = {"plans/nation/carbonroad.yaml": nation.replace("..2030", "..2035")}
    request = PullRequest(tmp_path, before, after)
    inputs = {"path": "plans", "render": "false", "ratchet": "true"}
    ended = run_step("check", request.checkout(2), inputs, event=request.event)
    assert ended.code == 1
    assert "## City: what changed\n\n1 deadline moved later (by 5 years)" in ended.comment
    after = {"plans/nation/carbonroad.yaml": nation.replace("title: Plan", "title: New plan")}
    request = PullRequest(tmp_path / "title", before, after)
    ended = run_step("check", request.checkout(2), inputs, event=request.event)
    assert "## New plan of the ministry: what changed" in ended.comment
    assert "City" not in ended.comment


def test_findings_that_do_not_count_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    suppressed = f"{STEEL}works:  # carbonroad: ignore[missing-key] -- soon\n  - {{id: w}}\n"
    Repository(folder).write(
        {**BEFORE, "roadmaps/steel.yaml": suppressed.replace("owner: miit", "owner: mitt")}
    )
    few = {"render": "false", "diff": "false"}
    call = [sys.executable, "-m", "carbonroad", "validate", "roadmaps", "--write-baseline"]
    subprocess.run(call, cwd=folder, check=True)
    ended = run_step("check", folder, few)
    assert ended.code == 0
    assert re.match(
        r"### No errors and no warnings in 2 files &#40;.*\d in the baseline&#41;\.\n", ended.summary
    )


def test_settings_that_hide_findings_are_told_of(tmp_path: Path) -> None:
    after = {
        "roadmaps/steel.yaml": STEEL.replace("owner: miit", "owner: mitt"),
        "roadmaps/carbonroad.yaml": TOP + "validate:\n  ignore: [unknown-organisation]\n",
        "roadmaps/carbonroad-baseline.json": "{}",
    }
    request = PullRequest(tmp_path, BEFORE, after)
    inputs = {"render": "false", "baseline": "none"}
    ended = run_step("check", request.checkout(2), inputs, event=request.event)
    assert ended.code == 0
    names = "`roadmaps/carbonroad-baseline.json`, `roadmaps/carbonroad.yaml`"
    assert f"What decides which findings are reported was changed too; look at it: {names}." in ended.comment
    renamed = {"roadmaps/carbonroad.yaml": TOP.replace("Plan", "New plan")}
    request = PullRequest(tmp_path / "renamed", BEFORE, renamed)
    ended = run_step("check", request.checkout(2), inputs, event=request.event)
    assert "What decides" not in ended.comment


def test_no_change_is_said(tmp_path: Path) -> None:
    request = PullRequest(tmp_path, BEFORE, {"README.md": "nothing of the roadmap\n"})
    ended = run_step("check", request.checkout(2), {"render": "false"}, event=request.event)
    assert ended.code == 0
    assert "No roadmap was changed." in ended.comment


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"diff": "yes"}, '"yes" is neither true nor false; diff takes one of these.'),
        ({"fail-on": "errors"}, '"errors" is no severity; fail-on takes error, warning, info or never.'),
        ({"base": "--upload-pack=x"}, '"--upload-pack=x" is no revision'),
        ({"args": "--select 'CR2"}, "A quotation mark in args is not closed."),
        ({"path": "nowhere"}, "nowhere does not exist."),
        ({"args": "--selcet CR2"}, "--selcet"),
    ],
)
def test_wrong_inputs_end_with_2(tmp_path: Path, inputs: dict[str, str], told: str) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    ended = run_step("check", folder, inputs)
    assert (ended.code, ended.outputs["exit-code"]) == (2, "2")
    assert told in ended.log
    assert "Traceback" not in ended.log


def test_options_reach_the_check(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    Repository(folder).write({**BEFORE, "roadmaps/steel.yaml": STEEL.replace("owner: miit\n", "")})
    few = {"render": "false", "diff": "false"}
    assert run_step("check", folder, few).outputs["warnings"] == "2"
    strict = run_step("check", folder, {**few, "fail-on": "warning"})
    assert (strict.code, strict.outputs["errors"]) == (1, "0")
    for more in ({"fail-on": "never"}, {"args": "--ignore 'no-owner' --as-of=2026-01-31"}):
        assert run_step("check", folder, {**few, "fail-on": "warning", **more}).code == 0
    Repository(folder).write({"carbonroad-baseline.json": "{}"})
    assert run_step("check", folder, {**few, "baseline": "none"}).outputs["warnings"] == "2"


def test_text_of_a_roadmap_is_never_a_command(tmp_path: Path) -> None:
    evil = (
        "title: Steel\nowner: miit\nmilestones:\n  - id: peak\n    deadline: by 2030\n    note: |\n"
        "::add-mask::secret\n::error::forged\n"
    )
    request = PullRequest(
        tmp_path,
        BEFORE,
        {"roadmaps/steel.yaml": evil, "roadmaps/$(touch pwned)`touch pwned`.yaml": "::set-output name=x::y"},
    )
    inputs = {"args": "--ignore '$(touch pwned)`touch pwned`'"}
    folder = request.checkout(2)
    run_step("check", folder, inputs, event=request.event)
    ended = run_step("check", folder, event=request.event)
    assert not list(tmp_path.rglob("pwned"))
    stopped = ""
    for line in ended.log.splitlines():
        if stopped:
            stopped = "" if line == f"::{stopped}::" else stopped
        elif line.startswith("::stop-commands::"):
            stopped = line.removeprefix("::stop-commands::")
            assert re.fullmatch("[0-9a-f]{32}", stopped)
        elif line.startswith("::"):
            assert re.match(r"::(error|warning|notice) (file|title)=|::group::|::endgroup::$", line), line
    assert not stopped


def test_modules_of_the_pull_request_are_not_imported(tmp_path: Path) -> None:
    forged = "import pathlib; pathlib.Path('pwned').touch()\n"
    names = ("carbonroad.py", "json.py", "yaml.py", "sitecustomize.py", "shlex.py", "runner.py", "inputs.py")
    request = PullRequest(tmp_path, BEFORE, dict.fromkeys(names, forged))
    folder = request.checkout(2)
    ended = run_step("check", folder, event=request.event)
    assert ended.code == 0
    assert not list(tmp_path.rglob("pwned"))


def test_the_last_roadmap_removed_is_told_of(tmp_path: Path) -> None:
    request = PullRequest(tmp_path, BEFORE, dict.fromkeys(BEFORE))
    ended = run_step("check", request.checkout(2), {"path": "roadmaps", "lang": "zh"}, event=request.event)
    assert (ended.code, ended.outputs["exit-code"], ended.outputs["errors"]) == (2, "2", "")
    assert "::error title=carbonroad::未能检查：roadmaps不存在。" in ended.log
    for text in (ended.summary, ended.comment):
        assert "### 未能检查：`roadmaps不存在。`\n\n`roadmaps` 已被删除，其全部内容随之取消。" in text


def test_a_repository_of_somebody_else_is_told_of(
    weaker: PullRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = weaker.checkout(2)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    ended = run_step("check", folder, {"render": "false"}, event=weaker.event)
    assert ended.code == 0
    assert 'git config --global --add safe.directory "$GITHUB_WORKSPACE"' in ended.comment


def test_files_that_look_like_a_repository_run_nothing(tmp_path: Path) -> None:
    forged = Repository(tmp_path / "forged")
    forged.git("config", "remote.origin.url", f"ext::touch {tmp_path}/pwned")
    forged.git("config", "protocol.ext.allow", "always")
    request = PullRequest(tmp_path, BEFORE, {"roadmaps/steel.yaml": WEAKER})
    folder = request.checkout(2) / "roadmaps"
    for name in ("HEAD", "config", "objects", "refs"):
        (forged.folder / ".git" / name).rename(folder / name)
    inputs = {"ratchet": "true", "render": "false"}
    ended = run_step("check", folder, inputs, event=request.event)
    assert ended.code == 2
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.parametrize(
    ("within", "path"), [("policy", "./roadmaps"), ("policy/roadmaps", "."), ("", "./policy")]
)
def test_paths_are_counted_from_the_working_folder(tmp_path: Path, within: str, path: str) -> None:
    before = {f"policy/{name}": text for name, text in BEFORE.items()}
    request = PullRequest(tmp_path, before, {"policy/roadmaps/steel.yaml": WEAKER})
    folder = request.checkout(2) / within
    ended = run_step("check", folder, {"path": path, "render": "false"}, event=request.event)
    assert ended.code == 0
    assert SLIPPED in ended.comment
    assert "`" not in ended.comment.partition("what changed")[0]  # nothing is new, gone or moved


def test_one_file_of_a_roadmap_limits_all(tmp_path: Path) -> None:
    power = "title: Power\nmilestones:\n  - {id: coal, title: No coal, owner: miit, deadline: by 2030}\n"
    after = {"roadmaps/steel.yaml": WEAKER, "roadmaps/power.yaml": power.replace("by 2030", "by 2035")}
    request = PullRequest(tmp_path, {**BEFORE, "roadmaps/power.yaml": power}, after)
    inputs = {"path": "roadmaps/steel.yaml", "render": "false"}
    ended = run_step("check", request.checkout(2), inputs, event=request.event)
    assert SLIPPED in ended.comment
    assert "No coal" not in ended.comment
