"""Small roadmaps, written and loaded, for the tests of what counts."""

from datetime import date
from pathlib import Path

from carbonroad.checking.checked import Checks
from carbonroad.checking.settings import Settings
from carbonroad.findings import Finding
from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps

TODAY = date(2026, 11, 22)
PLAN = "title: Plan\nbefore_means: inclusive\n"
STEEL = "milestones:\n  - id: M1\n    title: Peak\n    deadline: by 2030\n"
"""A milestone without owner and without source: a warning (CR502) and an info (CR503)."""


def roadmap(folder: Path, *, top: str = PLAN, **files: str) -> Path:
    """Write a roadmap: `carbonroad.yaml`, and a file for each keyword."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "carbonroad.yaml").write_bytes(top.encode())
    for name, text in files.items():
        (folder / f"{name}.yaml").write_bytes(text.encode())
    return folder


def loaded(
    path: Path,
    settings: Settings | None = None,
    *,
    as_of: date | None = None,
    baseline: str | None = None,
) -> Project:
    found = find_roadmaps(str(path))
    assert isinstance(found, list)
    return load(found[0], as_of, TODAY, Checks(settings or Settings(), baseline))


def names(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.name for finding in findings]
