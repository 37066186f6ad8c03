"""Files that check and render a roadmap at every change: GitHub, GitLab, pre-commit."""

import json
import re
import shlex

CHECKS = ("github", "gitlab", "pre-commit")

_GITHUB = """\
# Checks the roadmap at every change: findings stand beside the lines they are about.
# The pages are kept with the run, under Artifacts.
name: carbonroad
on: [push, pull_request]
permissions:
  contents: read
jobs:
  roadmap:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install carbonroad
      - run: {to_github}
      - run: {render}
      - uses: actions/upload-artifact@v4
        with:
          name: roadmap
          path: public
"""
_GITLAB = """\
# Checks the roadmap at every change: findings stand in the merge request, pages among the job's artifacts.
roadmap:
  image: python:3.12-slim
  script:
    - pip install carbonroad
    - {to_gitlab}
    - {render}
  artifacts:
    when: always
    paths: [public]
    reports:
      codequality: gl-code-quality-report.json
"""
_PRE_COMMIT = """\
# Checks the roadmap before every commit, once `pre-commit install` has been run.
repos:
  - repo: local
    hooks:
      - id: carbonroad-validate
        name: check the roadmap
        entry: {validate}
        language: python
        additional_dependencies: [carbonroad]
        files: {files}
        pass_filenames: false  # ids cross files: the whole roadmap is read
"""
_TEXTS = {
    "github": (".github/workflows/carbonroad.yml", _GITHUB),
    "gitlab": (".gitlab-ci.yml", _GITLAB),
    "pre-commit": (".pre-commit-config.yaml", _PRE_COMMIT),
}


def ci_files(check: str, folder: str) -> dict[str, str]:
    """Return the file of one of `CHECKS` for a roadmap's folder, by path below the repository's root."""
    name, text = _TEXTS[check]
    path = shlex.quote(folder or ".")
    validate = f"carbonroad validate {path}"
    return {
        name: text.format(
            validate=_scalar(validate),
            to_github=_scalar(f"{validate} --format github"),
            to_gitlab=_scalar(f"{validate} --format full --format gitlab=gl-code-quality-report.json"),
            render=_scalar(f"carbonroad render {path} -o public"),
            files=_pattern(folder),
        )
    }


def _scalar(command: str) -> str:
    """A command as a YAML value on one line."""
    return json.dumps(command, ensure_ascii=False) if ": " in command or " #" in command else command


def _pattern(folder: str) -> str:
    """The pattern of the roadmap's files, as pre-commit reads it."""
    below = "" if folder in {"", "."} else f"{re.escape(folder)}/"
    return json.dumps(f"^{below}.*\\.ya?ml$", ensure_ascii=False)
