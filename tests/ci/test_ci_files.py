"""`carbonroad init --ci`: files that the services read, whose commands run in their shells."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from action_steps import STEEL, TOP, PullRequest
from ci_schemas import faults, load
from git_repository import Repository

from carbonroad.cli.run import run

GITHUB, GITLAB, PRE_COMMIT = ".github/workflows/carbonroad.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"
ALL = ("init", "--ci", "github,gitlab", "--ci", "pre-commit", "-q")
FOLDERS = ["roadmaps", "my plans: all #1", "计划", "-plan:", "it's $HOME `x`"]


def shell(script: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run a script as a service does, with this program on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def github_scripts(content: dict[str, Any]) -> list[str]:
    """The scripts of a workflow that call the program."""
    steps = [step for job in content["jobs"].values() for step in job["steps"]]
    return [step["run"] for step in steps if "carbonroad " in step.get("run", "")]


def gitlab_scripts(content: dict[str, Any]) -> list[str]:
    """The scripts of jobs that call the program."""
    jobs = [job for job in content.values() if isinstance(job, dict) and "script" in job]
    return ["\n".join(job["script"]) for job in jobs]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_files_are_as_the_services_say(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pre_commit.clientlib import load_config

    monkeypatch.chdir(tmp_path)
    Repository(tmp_path)
    assert run([*ALL, "--", folder]) == 0
    assert faults("github-workflows", Path(GITHUB).read_text("utf-8")) == []
    assert faults("gitlab-ci", Path(GITLAB).read_text("utf-8")) == []
    (hook,) = load_config(PRE_COMMIT)["repos"][0]["hooks"]
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True)
    assert run(shlex.split(hook["entry"])[1:]) == 0


def test_their_commands_run(tmp_path: Path) -> None:
    folder = FOLDERS[-1]
    top, steel = f"{folder}/carbonroad.yaml", f"{folder}/steel.yaml"
    weaker = STEEL.replace("before 2030", "before 2032")
    request = PullRequest(tmp_path, {top: TOP, steel: STEEL}, {steel: weaker})
    here = request.checkout(2)
    summary = tmp_path / "summary.md"
    assert shell(f"carbonroad {' '.join(ALL)} -- {_quoted(folder)}", here).returncode == 0
    for script in github_scripts(load((here / GITHUB).read_text("utf-8"))):
        done = shell(script, here, GITHUB_STEP_SUMMARY=str(summary))
        assert done.returncode == 0, done.stdout
    assert "2 years later" in summary.read_text("utf-8")
    assert (here / "public" / "index.html").is_file()
    (here / steel).write_text(weaker.replace("miit", "mitt"), "utf-8")
    codes = [
        shell(script, here, CI_MERGE_REQUEST_DIFF_BASE_SHA=request.base).returncode
        for script in gitlab_scripts(load((here / GITLAB).read_text("utf-8")))
    ]
    assert codes == [1, 0, 0]  # roadmap:check alone fails
    assert (here / "gl-code-quality-report.json").is_file()
    assert (here / "carbonroad.xml").is_file()
    (page,) = (here / "changes").iterdir()
    assert "2 years later" in page.read_text("utf-8")
    (hook,) = load((here / PRE_COMMIT).read_text("utf-8"))["repos"][0]["hooks"]
    assert shell(hook["entry"], here).returncode == 1


def _quoted(word: str) -> str:
    import shlex

    return shlex.quote(word)


def test_each_roadmap_of_a_folder_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Repository(tmp_path).write({f"plans/{name}/carbonroad.yaml": TOP for name in ("north", "south")})
    assert run(["init", "plans", "--ci", "github,gitlab", "-q"]) == 0
    for path in (GITHUB, GITLAB):
        text = Path(path).read_text("utf-8")
        for name in ("north", "south"):
            assert f"--roadmap plans/{name} " in text
        assert "carbonroad validate plans " in text


def test_changes_of_strangers_may_run_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([*ALL]) == 0
    text = Path(GITHUB).read_text("utf-8")
    content = load(text)
    assert content["permissions"] == {"contents": "read"}
    assert set(content["on"]) == {"push", "pull_request"}
    assert content["jobs"]["roadmap"]["timeout-minutes"] == 15
    assert "secrets" not in text.replace("no secrets", "")
    assert not [script for script in github_scripts(content) if "${{" in script]


def test_a_roadmap_that_is_new_is_no_reason_to_fail(tmp_path: Path) -> None:
    steel = {"roadmaps/carbonroad.yaml": TOP, "roadmaps/steel.yaml": STEEL}
    request = PullRequest(tmp_path, {"README.md": "soon\n"}, {**steel})
    here = request.checkout(2)
    assert shell(f"carbonroad {' '.join(ALL)}", here).returncode == 0
    for script in github_scripts(load((here / GITHUB).read_text("utf-8"))):
        assert shell(script, here, GITHUB_STEP_SUMMARY=str(tmp_path / "s.md")).returncode == 0
