"""Every repair that reading and linking offer: it mends what it is offered for and brings nothing new."""

import shutil
from pathlib import Path

import pytest
from corpus_files import CORPUS, cases, loaded, stated

from carbonroad.findings import Finding, Severity
from carbonroad.project import Project

FAMILIES = ("references", "structure", "values")
CASES = [case for case in cases() if case.parent.name in FAMILIES]


def errors(project: Project) -> list[str]:
    return sorted(finding.name for finding in project.findings if finding.severity is Severity.error)


def mended(case: Path, finding: Finding, folder: Path) -> Path:
    """A copy of the case in which one finding is repaired."""
    copy = folder / case.name
    if case.is_dir():
        shutil.copytree(case, copy)
    else:
        shutil.copy(case, copy)
    file = copy / Path(finding.span.path).relative_to(case) if case.is_dir() else copy
    text = file.read_text("utf-8")
    assert finding.fix is not None
    for edit in sorted(finding.fix.edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    file.write_text(text, "utf-8")
    return copy


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.relative_to(CORPUS).as_posix())
def test_a_fix_mends_its_finding_and_brings_no_other(case: Path, tmp_path: Path) -> None:
    as_of = stated(case).as_of
    before = loaded(case, as_of)
    for number, finding in enumerate(before.findings):
        if finding.fix is None or not finding.code.startswith(("CR1", "CR2", "CR3", "CR4")):
            continue
        (tmp_path / str(number)).mkdir()
        after = errors(loaded(mended(case, finding, tmp_path / str(number)), as_of))
        left = errors(before)
        if finding.severity is Severity.error:
            left.remove(finding.name)
        assert after == left


def test_many_fixes_are_shown_and_both_kinds_of_them() -> None:
    fixes = [finding.fix for case in CASES for finding in loaded(case, stated(case).as_of).findings]
    safe = [fix.safe for fix in fixes if fix is not None]
    assert (safe.count(True) >= 10, safe.count(False) >= 10) == (True, True)
