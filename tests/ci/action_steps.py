"""The steps of action.yml as its runner takes them: expressions filled in, scripts run by bash."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from git_repository import Repository

ROOT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
_EXPRESSION = re.compile(r"\$\{\{ ([^}]+) }}")

TOP = """\
title: Plan of the ministry
as_of: 2026-01-31
before_means: inclusive
organisations:
  miit: {title: Ministry of Industry, short: MIIT}
"""
STEEL = """\
title: Steel
owner: miit
milestones:
  - id: peak
    title: Steel emissions peak
    deadline: before 2030
indicators:
  - id: eaf
    title: Steel from electric furnaces
    unit: "%"
    better: higher
    targets: {2030: at least 20}
"""


class Ended(NamedTuple):
    """A step that was run."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str

    @property
    def comment(self) -> str:
        """The text for a comment."""
        return Path(self.outputs["comment-file"]).read_text("utf-8")


def step(name: str) -> dict[str, Any]:
    """Return a step by its id."""
    (found,) = [one for one in ACTION["runs"]["steps"] if one.get("id") == name]
    return found


def run_step(
    name: str,
    folder: Path,
    inputs: Mapping[str, str] | None = None,
    *,
    event: Mapping[str, Any] | None = None,
    python: str = sys.executable,
) -> Ended:
    """Run the script of a step in a folder."""
    runner = folder.parent / f"{folder.name}-runner"
    runner.mkdir(exist_ok=True)
    files = {name: runner / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_EVENT_PATH")}
    for file in files.values():
        file.write_text("", "utf-8")
    files["GITHUB_EVENT_PATH"].write_text(json.dumps(event or {}), "utf-8")
    given = {key: one.get("default", "") for key, one in ACTION["inputs"].items()} | {**(inputs or {})}
    known = {f"inputs.{key}": text for key, text in given.items()}
    known |= {"steps.install.outputs.python": python, "steps.python.outputs.python-path": python}
    environ = {
        key: _EXPRESSION.sub(lambda found: known[found[1]], text) for key, text in step(name)["env"].items()
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step(name)["run"]],
        cwd=folder,
        env={
            **os.environ,
            **{key: str(file) for key, file in files.items()},
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(folder),
            "RUNNER_TEMP": str(runner),
            **environ,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    outputs = _outputs(files["GITHUB_OUTPUT"].read_text("utf-8"))
    summary = files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
    return Ended(done.returncode, done.stdout.decode("utf-8", "replace"), outputs, summary)


def _outputs(text: str) -> dict[str, str]:
    """What a runner reads in GITHUB_OUTPUT."""
    found, lines = {}, iter(text.splitlines())
    for line in lines:
        if "<<" in line:
            name, _, end = line.partition("<<")
            value = []
            while (one := next(lines)) != end:
                value.append(one)
            found[name] = "\n".join(value)
        else:
            name, _, found_value = line.partition("=")
            found[name] = found_value
    return found


class PullRequest:
    """A repository on a server; checkouts of a pull request's trial merge as actions/checkout makes them."""

    def __init__(self, folder: Path, before: Mapping[str, str], after: Mapping[str, str | None]) -> None:
        self.work = Repository(folder / "work")
        self.work.commit(before)
        self.work.git("checkout", "-q", "-b", "change")
        for name, text in after.items():
            if text is None:
                (self.work.folder / name).unlink()
        self.head = self.work.commit({name: text for name, text in after.items() if text is not None})
        self.work.git("checkout", "-q", "main")
        self.base = self.work.commit({"later.txt": "done on main since\n"})
        self.work.git("checkout", "-q", "--detach", "main")
        self.work.git("merge", "-q", "--no-ff", "change", "-m", "trial merge")
        self.work.git("update-ref", "refs/pull/7/merge", "HEAD")
        self.work.git("update-ref", "refs/pull/7/head", "change")
        self.folder = folder
        self._numbers = count()
        self.event = {
            "number": 7,
            "pull_request": {"base": {"sha": self.base, "ref": "main"}, "head": {"sha": self.head}},
        }

    def checkout(self, depth: int, ref: str = "refs/pull/7/merge") -> Path:
        """Make a checkout so deep."""
        there = Repository(self.folder / f"checkout-{next(self._numbers)}")
        there.git("remote", "add", "origin", self.work.folder.as_uri())
        there.git("fetch", "-q", "--no-tags", f"--depth={depth}", "origin", ref)
        there.git("checkout", "-q", "FETCH_HEAD")
        return there.folder
