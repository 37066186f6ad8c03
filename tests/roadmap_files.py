"""Writes small roadmaps and loads them, for the tests of reading, linking, computing and exporting."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

from carbonroad.findings import Finding
from carbonroad.link.codes import RULES as LINK_RULES
from carbonroad.project import Project, load
from carbonroad.read.codes import RULES as READ_RULES
from carbonroad.source.folder import find_roadmaps

TODAY = date(2026, 11, 22)


def load_files(
    folder: Path, files: Mapping[str, str] | str, *, as_of: str | None = None, today: date = TODAY
) -> Project:
    """Write files (name → YAML, indentation removed; a string alone is steel.yaml) and load the roadmap."""
    if isinstance(files, str):
        files = {"steel.yaml": files}
    for name, text in files.items():
        (folder / name).write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    found = find_roadmaps(str(folder))
    assert isinstance(found, list), found
    return load(found[0], None if as_of is None else date.fromisoformat(as_of), today)


def mistakes(project: Project) -> list[Finding]:
    """The findings of the syntax, of reading and of linking; those of the rules have tests of their own."""
    own = {rule.code for rule in (*READ_RULES, *LINK_RULES)}
    return [f for f in project.findings if f.code in own or f.code.startswith("CR0")]


def names(project: Project) -> list[str]:
    """The names of `mistakes`."""
    return [finding.name for finding in mistakes(project)]


def place(project: Project, finding: Finding) -> str:
    """The text a finding points at."""
    source = project.text(finding.span.path)
    assert source is not None
    return source.text[finding.span.start : finding.span.end]


def item(project: Project, ref: str) -> Any:
    """One item by its qualified id; loosely typed, for a test may know what kind of item it is."""
    return project.system.items[ref]
