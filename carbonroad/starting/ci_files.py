"""Files that check and render a roadmap at every change: GitHub, GitLab, pre-commit."""

import json
import shlex
from collections.abc import Sequence

CHECKS = ("github", "gitlab", "pre-commit")

_GITHUB = """\
# Checks the roadmap at every change: findings stand beside the lines they are about, and what a pull request
# changes stands in the summary of the run. The pages are kept with the run, under Artifacts.
# It needs no secrets and writes nothing to the repository, so that changes of strangers may run it.
name: carbonroad
on:
  push:
    branches: [main, master]
  pull_request:
permissions:
  contents: read
concurrency:
  group: carbonroad-${{{{ github.ref }}}}
  cancel-in-progress: true
jobs:
  roadmap:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@v7
        with:
          fetch-depth: 2  # what a pull request is to be merged into is one commit back
          persist-credentials: false
      - uses: actions/setup-python@v7
        with:
          python-version: "3.13"
          cache: pip
          cache-dependency-path: .github/workflows/carbonroad.yml
      - run: pip install carbonroad
      - name: Check
        run: {check}
      - name: Draw the pages
        if: ${{{{ !cancelled() }}}}
        run: {draw}
      - name: Say what the pull request changes
        if: ${{{{ !cancelled() && github.event_name == 'pull_request' }}}}
        run: |
{changes}
      - name: Keep the pages
        if: ${{{{ !cancelled() }}}}
        uses: actions/upload-artifact@v7
        with:
          name: roadmap
          path: public
"""
_GITLAB = """\
# Checks the roadmap at every change. A merge request shows the findings, and links to the pages and to what
# it changes. Pages and changes are made even where there are errors: roadmap:check is the job that fails.
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - if: $CI_COMMIT_BRANCH
variables:
  PIP_CACHE_DIR: $CI_PROJECT_DIR/.cache/pip
default:
  image: python:3.13
  interruptible: true
  timeout: 15 minutes
  cache:
    key: pip
    paths: [.cache/pip]
  before_script:
    - pip install carbonroad
roadmap:check:
  stage: test
  script:
    - {check}
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: carbonroad.xml
roadmap:pages:
  stage: test
  script:
    - {draw}
  artifacts:
    expose_as: Roadmap
    paths: [public/]
roadmap:changes:
  stage: test
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: "0"
  script:
{changes}
  artifacts:
    expose_as: What changes in the roadmap
    paths: [changes/]
"""
_PRE_COMMIT = """\
# Checks the roadmap before every commit, once `pre-commit install` has been run.
repos:
  - repo: local
    hooks:
      - id: carbonroad-validate
        name: check the roadmap
        entry: {check}
        language: python
        additional_dependencies: [carbonroad]
        pass_filenames: false  # ids cross files: the whole roadmap is read
        always_run: true  # also where a file was only deleted, which others may name
"""
_ERRORS_ARE_TOLD = "|| test $? = 1"
"""Lets a command pass that ends with 1 because of errors, and no other."""
_WHATEVER = "|| true"
"""What changes is for people to judge, and of a roadmap that is new there is nothing to say."""


def ci_files(check: str, folder: str, roadmaps: Sequence[str]) -> dict[str, str]:
    """Return the file of one of `CHECKS`, by path below the repository's root.

    Args:
        check: One of `CHECKS`.
        folder: What is checked, as seen from the root: a roadmap's folder, or one of several roadmaps.
        roadmaps: The folders of the roadmaps in it.
    """
    path = _word(folder or ".")
    if check == "github":
        return {".github/workflows/carbonroad.yml": _github(path, roadmaps)}
    if check == "gitlab":
        return {".gitlab-ci.yml": _gitlab(path, roadmaps)}
    return {".pre-commit-config.yaml": _PRE_COMMIT.format(check=_scalar(f"carbonroad validate {path}"))}


def _github(path: str, roadmaps: Sequence[str]) -> str:
    changes = [f'{_diff("HEAD^1", one)} >> "$GITHUB_STEP_SUMMARY" {_WHATEVER}' for one in roadmaps]
    return _GITHUB.format(
        check=_scalar(f"carbonroad validate {path} --format github"),
        draw=_scalar(f"carbonroad render {path} --keep-going -o public {_ERRORS_ARE_TOLD}"),
        changes="\n".join(f"          {line}" for line in changes),
    )


def _gitlab(path: str, roadmaps: Sequence[str]) -> str:
    reports = "--format gitlab=gl-code-quality-report.json --format junit=carbonroad.xml"
    changes = [
        f"{_diff('$CI_MERGE_REQUEST_DIFF_BASE_SHA', one)} -o {shlex.quote(f'changes/{name}.md')} {_WHATEVER}"
        for one, name in zip(roadmaps, _names(roadmaps), strict=True)
    ]
    return _GITLAB.format(
        check=_scalar(f"carbonroad validate {path} --format full {reports}"),
        draw=_scalar(f"carbonroad render {path} --keep-going -o public {_ERRORS_ARE_TOLD}"),
        changes="\n".join(f"    - {_scalar(line)}" for line in changes),
    )


def _diff(revision: str, roadmap: str) -> str:
    """The command that compares a roadmap with an earlier state, also where there are errors."""
    old = f'"{revision}"' if revision.startswith("$") else revision
    return f"carbonroad diff {old} --roadmap {_word(roadmap)} --keep-going --format md"


def _word(path: str) -> str:
    """A path as a word of a shell that is no option."""
    return shlex.quote(f"./{path}" if path.startswith("-") else path)


def _names(roadmaps: Sequence[str]) -> list[str]:
    """A name for each, of which no two are alike."""
    last = [one.rstrip("/").rpartition("/")[2] for one in roadmaps]
    if len(set(last)) == len(last):
        return ["roadmap" if one in {"", "."} else one for one in last]
    return [f"{number}-{one}" for number, one in enumerate(last, 1)]


def _scalar(command: str) -> str:
    """A command as a YAML value on one line."""
    return json.dumps(command, ensure_ascii=False) if ": " in f"{command} " or " #" in command else command
