"""Every rule's own examples: the flagged one is found on its line, the fine one is clean."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from carbonroad.findings import Finding
from carbonroad.project import Project, load
from carbonroad.rules import ALL, PAGES
from carbonroad.rules.rule import Rule
from carbonroad.source.folder import NoRoadmap, find_roadmaps

TODAY = date(2026, 11, 22)


def write_example(folder: Path, text: str) -> Path:
    """Write an example's files and return what to load: the folder, or its one file."""
    pieces = re.split(r"(?m)^# file (\S+)\n", text)
    if len(pieces) == 1:
        (folder / "steel.yaml").write_text(text, encoding="utf-8")
        return folder / "steel.yaml"
    for name, content in zip(pieces[1::2], pieces[2::2], strict=True):
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def load_path(path: Path) -> Project:
    found = find_roadmaps(str(path))
    assert not isinstance(found, NoRoadmap)
    (folder,) = found
    return load(folder, None, TODAY)


def lines(project: Project, findings: Iterator[Finding] | tuple[Finding, ...]) -> list[tuple[str, int, str]]:
    found = []
    for finding in findings:
        text = project.text(finding.span.path)
        assert text is not None
        found.append((Path(finding.span.path).name, text.position(finding.span.start)[0], finding.name))
    return sorted(found)


def expected(folder: Path) -> list[tuple[str, int, str]]:
    return sorted(
        (path.name, number, name)
        for path in folder.glob("*.yaml")
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        for name in re.findall(r"# expect: (\S+)", line)
    )


def name_of(rule: Rule) -> str:
    return rule.PAGE.name


@pytest.mark.parametrize("rule", ALL, ids=name_of)
def test_flagged_example_is_found_on_its_line(rule: Rule, tmp_path: Path) -> None:
    project = load_path(write_example(tmp_path, rule.PAGE.flagged))
    own = tuple(finding for finding in project.findings if finding.name == rule.PAGE.name)
    assert own
    assert lines(project, own) == expected(tmp_path)
    for finding in own:
        assert (finding.code, finding.severity) == (rule.PAGE.code, rule.PAGE.severity)
        assert finding.message.endswith(".")
        assert finding.help
        assert finding.label
        assert finding.pointer
    others = [f for f in project.findings if f.severity.value != "info" and f.name != rule.PAGE.name]
    assert others == []


@pytest.mark.parametrize("rule", ALL, ids=name_of)
def test_fine_example_has_neither_errors_nor_this_finding(rule: Rule, tmp_path: Path) -> None:
    project = load_path(write_example(tmp_path, rule.PAGE.fine))
    assert project.errors == 0
    assert [finding for finding in project.findings if finding.name == rule.PAGE.name] == []


def test_every_rule_file_is_in_use() -> None:
    folder = Path(__file__).resolve().parents[2] / "carbonroad" / "rules"
    shared = {"__init__", "rule", "making", "links", "mentions"}
    files = {path.stem for path in folder.glob("*.py")} - shared
    assert files
    assert {rule.__name__.rpartition(".")[2] for rule in ALL} == files  # type: ignore[attr-defined]


def test_pages_hold_every_code_once_and_say_something() -> None:
    codes = [page.code for page in PAGES]
    assert codes == sorted(set(codes))
    assert len({page.name for page in PAGES}) == len(PAGES)
    for page in PAGES:
        assert re.fullmatch(r"CR\d{3}", page.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", page.name)
        assert page.says
        assert page.why


def test_shipped_roadmap_has_neither_errors_nor_warnings() -> None:
    china = Path(__file__).resolve().parents[2] / "roadmaps" / "china"
    project = load_path(china)
    assert len(project.system.items) > 200
    assert [finding.message for finding in project.findings if finding.severity.value != "info"] == []
