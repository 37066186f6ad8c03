"""docs/ci.md: its files are what the services read, and its commands run."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from action_steps import ACTION, ROOT, STEEL, TOP, PullRequest
from ci_schemas import faults, load
from test_ci_files import github_scripts, shell

from carbonroad.starting.ci_files import ci_files

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(yaml|sh)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
FILES = {
    first.removeprefix("# "): rest
    for kind, text in BLOCKS
    if kind == "yaml"
    for first, _, rest in [text.partition("\n")]
}
WORKFLOWS = [name for name in FILES if name.startswith(".github/")]
BEFORE: dict[str, str] = {"roadmaps/carbonroad.yaml": TOP, "roadmaps/steel.yaml": STEEL}
GH = """#!/bin/sh
echo "$@" >> "$GH_LOG"
case "$*" in *--paginate*) printf '%s' "$GH_FOUND" ;; esac
"""


@pytest.fixture(scope="module")
def request_(tmp_path_factory: pytest.TempPathFactory) -> PullRequest:
    after = {"roadmaps/steel.yaml": STEEL.replace("before 2030", "before 2032")}
    return PullRequest(tmp_path_factory.mktemp("page"), BEFORE, after)


def test_the_page_holds_what_it_promises() -> None:
    assert len(WORKFLOWS) == 4
    assert set(FILES) >= {".pre-commit-config.yaml", ".gitlab-ci.yml", "azure-pipelines.yml"}
    assert PAGE.count("a placeholder: where the program lives") == 2


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_are_as_github_says(name: str) -> None:
    assert faults("github-workflows", FILES[name]) == []
    content = load(FILES[name])
    for job in content["jobs"].values():
        assert job["timeout-minutes"] <= 15
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            uses = step.get("uses", "actions/x@v1")
            assert re.fullmatch(r"(actions/[\w-]+|OWNER/carbonroad)@v\d+", uses)
    assert "write" not in content["permissions"].get("contents", "")


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith(("a step", "steps"))])
def test_steps_are_as_github_says(name: str) -> None:
    job = {"runs-on": "ubuntu-latest", "steps": load(FILES[name])}
    workflow = {"on": "push", "jobs": {"one": job}}
    assert faults("github-workflows", str(workflow)) == []
    assert not [step for step in job["steps"] if "${{" in step.get("run", "")]
    for output in re.findall(r"steps\.roadmap\.outputs\.([\w-]+)", FILES[name]):
        assert output in ACTION["outputs"]


def test_what_the_action_is_given_are_inputs_of_it() -> None:
    steps = load(FILES[".github/workflows/carbonroad.yml"])["jobs"]["roadmap"]["steps"]
    (given,) = [step["with"] for step in steps if "OWNER/" in step.get("uses", "")]
    assert set(given) <= set(ACTION["inputs"])


def test_the_schemas_tell_right_from_wrong() -> None:
    workflow, pipeline = FILES[WORKFLOWS[0]], FILES[".gitlab-ci.yml"]
    assert faults("github-workflows", workflow.replace("timeout-minutes", "timeout-hours"))
    assert faults("gitlab-ci", pipeline.replace("expose_as", "exposed"))
    assert faults("azure-pipelines", FILES["azure-pipelines.yml"].replace("- script:", "- scripts:"))


def test_other_files_are_as_their_services_say() -> None:
    assert faults("azure-pipelines", FILES["azure-pipelines.yml"]) == []
    assert faults("gitlab-ci", FILES[".gitlab-ci.yml"]) == []
    assert faults("gitlab-ci", FILES["a job more, after roadmap:changes"]) == []


def test_the_hooks_are_those_of_this_repository() -> None:
    (repository,) = load(FILES[".pre-commit-config.yaml"])["repos"]
    known = {hook["id"] for hook in load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for hook in repository["hooks"]} == known


def test_the_file_for_gitlab_is_what_init_writes() -> None:
    (written,) = ci_files("gitlab", "roadmaps", ["roadmaps"]).values()
    assert (
        "".join(line for line in written.splitlines(keepends=True) if line[0] != "#")
        == FILES[".gitlab-ci.yml"]
    )


def test_the_three_commands_run(request_: PullRequest) -> None:
    here = request_.checkout(2)
    assert shell("git update-ref refs/remotes/origin/main HEAD^1", here).returncode == 0
    (script,) = [text for kind, text in BLOCKS if kind == "sh"]
    done = shell(script, here)
    assert done.returncode == 0, done.stdout
    assert "2 years later" in (here / "changes.md").read_text("utf-8")


@pytest.mark.parametrize("name", [".github/workflows/pages.yml", ".github/workflows/overdue.yml"])
def test_commands_of_workflows_run(name: str, request_: PullRequest) -> None:
    here = request_.checkout(1)
    for script in github_scripts(load(FILES[name])):
        if script.startswith("pip install"):
            continue
        assert shell(script, here).returncode == 0, script
    assert (here / "public" / "index.html").is_file() or (here / "status.md").is_file()


def test_what_is_overdue_ends_with_1(tmp_path: Path) -> None:
    late = STEEL.replace("before 2030", "2020-06-30").replace("id: peak", "id: peak\n    status: late")
    for path, text in {**BEFORE, "roadmaps/steel.yaml": late}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    script = github_scripts(load(FILES[".github/workflows/overdue.yml"]))[-1]
    assert shell(script, tmp_path).returncode == 1
    assert "Steel emissions peak" in (tmp_path / "status.md").read_text("utf-8")


def test_commands_of_other_services_run(request_: PullRequest) -> None:
    here = request_.checkout(2)
    steps: list[dict[str, Any]] = load(FILES["azure-pipelines.yml"])["steps"]
    scripts = [
        step["script"]
        for step in steps
        if step.get("script", "").startswith(("carbonroad v", "carbonroad r"))
    ]
    rows = re.findall(r"`(carbonroad validate [^`]+)`", PAGE.partition("## Any other")[2])
    scripts += [step["script"] for step in steps if "carbonroad diff" in step.get("script", "")]
    assert (len(scripts), len(rows)) == (3, 2)
    for script in [*scripts, *rows]:
        assert shell(script, here).returncode == 0, script
    assert "2 years later" in (here / "changes.md").read_text("utf-8")


@pytest.mark.parametrize("found", ["", "4711\n4712\n"])
def test_the_comment_is_made_of_what_git_stores_alone(
    tmp_path: Path, found: str, request_: PullRequest
) -> None:
    here = request_.checkout(100, "main")
    (tmp_path / "gh").write_text(GH, "utf-8")
    (tmp_path / "gh").chmod(0o755)
    job = load(FILES[".github/workflows/roadmap-comment.yml"])["jobs"]["comment"]
    before = shell("git rev-parse HEAD", here).stdout
    for step in job["steps"]:
        script = step.get("run", "")
        if script and not script.startswith("pip install"):
            done = shell(
                f'PATH={shlex.quote(str(tmp_path))}:"$PATH"\n{script}',
                here,
                NUMBER="7",
                BASE=request_.base,
                GITHUB_REPOSITORY="office/plans",
                GH_LOG=str(tmp_path / "log"),
                GH_FOUND=found,
            )
            assert done.returncode == 0, done.stdout
    text = (here / "comment.md").read_text("utf-8")
    assert text.startswith("<!-- carbonroad -->\n# Plan of the ministry: what changed\n")
    assert "2 years later" in text
    assert (here / "roadmaps/steel.yaml").read_text("utf-8") == STEEL  # nothing was checked out
    assert shell("git rev-parse HEAD", here).stdout == before
    calls = (tmp_path / "log").read_text("utf-8").splitlines()
    ended = (
        "--method PATCH repos/office/plans/issues/comments/4711"
        if found
        else "--method POST repos/office/plans/issues/7/comments"
    )
    assert calls[-1] == f"api --silent {ended} --field body=@comment.md"


def test_the_comment_on_a_new_roadmap_says_so(tmp_path: Path) -> None:
    request = PullRequest(tmp_path, {"README.md": "soon\n"}, {**BEFORE})
    here = request.checkout(100, "main")
    job = load(FILES[".github/workflows/roadmap-comment.yml"])["jobs"]["comment"]
    (script,) = [step["run"] for step in job["steps"] if step.get("name") == "Compare"]
    done = shell(script, here, NUMBER="7", BASE=request.base)
    assert done.returncode == 0, done.stdout
    assert "The roadmap is new or was removed" in (here / "comment.md").read_text("utf-8")
