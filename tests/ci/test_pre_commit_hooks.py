"""The hooks, run by pre-commit itself, from a repository that holds this program."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from action_steps import ROOT, STEEL, TOP
from git_repository import Repository
from package_index import needs_index

from carbonroad.cli.run import run

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
PROGRAM = (".pre-commit-hooks.yaml", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
CLEAN = {"roadmaps/计划/carbonroad.yaml": TOP, "roadmaps/计划/钢铁.yaml": STEEL}
# Modules are compiled when they are used: the environment is made sooner.
WHO = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "PIP_NO_COMPILE": "1"}


class Hooked(Repository):
    """A repository whose commits are checked."""

    def __init__(self, folder: Path, program: Path, hooks: list[dict[str, Any]], home: Path) -> None:
        super().__init__(folder)
        self.environ = {**os.environ, **WHO, "PRE_COMMIT_HOME": str(home)}
        revision = Repository.git(_opened(program), "rev-parse", "HEAD").strip()
        config = {"repos": [{"repo": str(program), "rev": revision, "hooks": hooks}]}
        self.write({".pre-commit-config.yaml": yaml.safe_dump(config)})

    def commit_checked(self) -> tuple[int, str]:
        """Run the hooks as `git commit` would, on what is staged."""
        call = [sys.executable, "-m", "pre_commit", "run", "--color=never"]
        done = subprocess.run(
            call,
            cwd=self.folder,
            env=self.environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")


def _opened(folder: Path) -> Repository:
    found = Repository.__new__(Repository)
    found.folder = folder
    return found


def _program(folder: Path) -> Path:
    """This program as it stands, in a repository of its own."""
    there = Repository(folder)
    for name in PROGRAM:
        shutil.copy(ROOT / name, there.folder / name)
    for name in ("carbonroad", "templates", "roadmaps", "tools"):
        shutil.copytree(ROOT / name, there.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    there.commit()
    return there.folder


def _home(folder: Path, program: Path) -> Path:
    """pre-commit's own folder, with the hooks' environment installed."""
    home = folder / "home"
    first = Hooked(folder / "first", program, [{"id": hook["id"]} for hook in HOOKS], home)
    call = [sys.executable, "-m", "pre_commit", "install-hooks"]
    done = subprocess.run(
        call,
        cwd=first.folder,
        env=first.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    log = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        needs_index(log + "".join(path.read_text("utf-8") for path in home.glob("pre-commit.log")))
    assert done.returncode == 0, log
    return home


def _repository(tmp_path: Path, program: Path, home: Path, *hooks: dict[str, Any]) -> Hooked:
    found = Hooked(tmp_path / "mine", program, list(hooks), home)
    found.commit(CLEAN)
    return found


def a_clean_roadmap_with_chinese_names_passes(tmp_path: Path, program: Path, home: Path) -> None:
    mine = _repository(tmp_path, program, home, {"id": "carbonroad-validate"}, {"id": "carbonroad-fmt"})
    mine.write({"roadmaps/计划/钢铁.yaml": STEEL.replace("2030\n", "2031\n")})
    mine.git("add", "-A")
    code, told = mine.commit_checked()
    assert code == 0, told
    assert re.findall(r"\.(Passed|Failed|Skipped)", told) == ["Passed", "Passed"]


def what_is_staged_counts_and_not_what_stands_beside_it(tmp_path: Path, program: Path, home: Path) -> None:
    mine = _repository(tmp_path, program, home, {"id": "carbonroad-validate"})
    mine.write({"roadmaps/计划/钢铁.yaml": STEEL.replace("owner: miit", "owner: mitt")})
    mine.git("add", "-A")
    mine.write({"roadmaps/计划/钢铁.yaml": STEEL})
    code, told = mine.commit_checked()
    assert code == 1
    assert "exit code: 1" in told
    assert " --> roadmaps/计划/钢铁.yaml:2:8\n" in told
    assert 'help: replace "mitt" with "miit"' in told
    assert "\x1b" not in told
    assert (mine.folder / "roadmaps/计划/钢铁.yaml").read_text("utf-8") == STEEL
    mine.git("add", "-A")
    mine.write({"roadmaps/计划/钢铁.yaml": STEEL.replace("owner: miit", "owner: mitt")})
    code, told = mine.commit_checked()
    assert code == 0, told


def a_deletion_that_others_feel_is_found(tmp_path: Path, program: Path, home: Path) -> None:
    mine = _repository(tmp_path, program, home, {"id": "carbonroad-validate"})
    named = TOP + "industries: [钢铁]\n"
    mine.commit({"roadmaps/计划/carbonroad.yaml": named})
    mine.git("rm", "-q", "roadmaps/计划/钢铁.yaml")
    code, told = mine.commit_checked()
    assert code == 1
    assert "error[CR207]" in told


def fmt_lays_out_what_is_staged_and_nothing_else(tmp_path: Path, program: Path, home: Path) -> None:
    hook = {"id": "carbonroad-fmt", "files": "^plans/"}
    mine = _repository(tmp_path, program, home, hook)
    untidy = STEEL.replace("owner: miit", "owner:   miit")
    mine.commit({"plans/old.yaml": untidy, "roadmaps/计划/钢铁.yaml": untidy})
    mine.write({"plans/new.yaml": untidy, "notes.yaml": "a:   1\n", "roadmaps/other.yaml": untidy})
    mine.git("add", "-A")
    code, told = mine.commit_checked()
    assert code == 1
    assert "files were modified by this hook" in told
    assert "Formatted plans/new.yaml" in told
    texts = {name: (mine.folder / name).read_text("utf-8") for name in ("plans/new.yaml", "plans/old.yaml")}
    assert texts == {"plans/new.yaml": STEEL, "plans/old.yaml": untidy}
    assert (mine.folder / "notes.yaml").read_text("utf-8") == "a:   1\n"
    mine.git("add", "-A")
    assert mine.commit_checked()[0] == 0
    mine.write({"README.md": "words\n"})
    mine.git("commit", "-qm", "all", "--no-verify")
    mine.git("add", "-A")
    assert "(no files to check)Skipped" in mine.commit_checked()[1]


def repairs_stop_the_commit_so_that_they_are_looked_at(tmp_path: Path, program: Path, home: Path) -> None:
    mine = _repository(tmp_path, program, home, {"id": "carbonroad-validate", "args": ["roadmaps", "--fix"]})
    mine.write({"roadmaps/计划/钢铁.yaml": STEEL.replace("owner: miit", "owner: mitt")})
    mine.git("add", "-A")
    code, told = mine.commit_checked()
    assert code == 1
    assert "files were modified by this hook" in told
    assert (mine.folder / "roadmaps/计划/钢铁.yaml").read_text("utf-8") == STEEL
    mine.git("add", "-A")
    assert mine.commit_checked()[0] == 0


def test_a_roadmap_is_checked_before_every_commit(tmp_path: Path) -> None:
    # One test, because the environment of the hooks takes longer to make than all of these take.
    program = _program(tmp_path / "program")
    home = _home(tmp_path, program)
    for holds in (
        a_clean_roadmap_with_chinese_names_passes,
        what_is_staged_counts_and_not_what_stands_beside_it,
        a_deletion_that_others_feel_is_found,
        fmt_lays_out_what_is_staged_and_nothing_else,
        repairs_stop_the_commit_so_that_they_are_looked_at,
    ):
        holds(tmp_path / holds.__name__, program, home)


# Without an environment of its own -------------------------------------------------------------------------


def test_the_manifest_is_what_pre_commit_reads() -> None:
    from pre_commit.clientlib import load_manifest

    read = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert [hook["id"] for hook in read] == ["carbonroad-validate", "carbonroad-fmt"]
    for hook in read:
        assert hook["language"] == "python"
        assert hook["description"].endswith(".")
        assert hook["minimum_pre_commit_version"] == "3.2.0"


@pytest.mark.parametrize(("name", "code"), [("carbonroad-validate", 1), ("carbonroad-fmt", 0)])
def test_the_entries_are_commands_of_this_program(
    name: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (hook,) = [one for one in HOOKS if one["id"] == name]
    program, *words = shlex.split(hook["entry"])
    assert program == "carbonroad"
    mine = Repository(tmp_path)
    mine.write({**CLEAN, "roadmaps/计划/钢铁.yaml": STEEL.replace("owner: miit", "owner: mitt")})
    monkeypatch.chdir(tmp_path)
    assert (
        run([*words, *([] if hook.get("pass_filenames") is False else ["roadmaps/计划/钢铁.yaml"])]) == code
    )


def test_only_files_of_roadmaps_are_laid_out() -> None:
    (pattern,) = [hook["files"] for hook in HOOKS if hook["id"] == "carbonroad-fmt"]
    for path in ("roadmaps/steel.yaml", "roadmaps/计划/钢铁.yml", "policy/roadmaps/a/steel.yaml"):
        assert re.search(pattern, path)
    for path in (".github/workflows/carbonroad.yml", "mkdocs.yml", "old-roadmaps/steel.yaml"):
        assert not re.search(pattern, path)
