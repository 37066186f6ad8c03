"""Every rule's own examples: the flagged one is found at its place alone, and the fine one is clean."""

import re
from pathlib import Path
from typing import get_args

import pytest
from examples import load_path, places, write_example
from finished_findings import unfinished

from carbonroad.checking.rule_pages import pages
from carbonroad.findings import RulePage, Severity
from carbonroad.read.vocabulary.item_shapes import INDICATOR, MILESTONE, WORK
from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, LONE_FILE, TOP_FILE
from carbonroad.rules import all_checks
from carbonroad.rules.shared.check import Absence, Check, Reach, Scope

SHAPES = (INDICATOR, MILESTONE, WORK)
NOT_SHOWN_BY_TEXT = {
    "too-large", "too-many-findings", "unreadable-file", "two-files-of-one-name", "file-leads-outside",
}  # fmt: skip
OF_ROADMAPS = [page for page in pages() if not page.rule.code.startswith("CR6")]
"""What is found while a foreign file is imported has no example in YAML."""
SHOWN = [page for page in OF_ROADMAPS if page.rule.name not in NOT_SHOWN_BY_TEXT]


def by_name(page: RulePage) -> str:
    return page.rule.name


@pytest.mark.parametrize("page", SHOWN, ids=by_name)
def test_flagged_example_is_found_where_it_says(page: RulePage, tmp_path: Path) -> None:
    project = load_path(write_example(tmp_path, page))
    found = places(project, name=page.rule.name)
    assert found
    if page.at is not None:
        assert [place[1:3] for place in found] == [page.at]
    else:
        assert [(file, line) for file, line, _, _ in found] == expected(tmp_path, page.rule.name)
    for finding in project.findings:
        if finding.name == page.rule.name:
            assert (finding.code, finding.severity) == (page.rule.code, page.rule.severity)
            assert finding.message.endswith(".")
            assert finding.help
            assert unfinished(finding) == []
    stated = {page.rule.name, *re.findall(r"# expect: (\S+)", page.flagged)}
    others = [f for f in project.findings if f.severity is not Severity.info and f.name not in stated]
    assert others == []


def expected(folder: Path, rule: str) -> list[tuple[str, int]]:
    """The lines that end in `# expect: rule`."""
    return sorted(
        (path.name, number)
        for path in folder.rglob("*.yaml")
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        for name in re.findall(r"# expect: (\S+)", line)
        if name == rule
    )


@pytest.mark.parametrize("page", OF_ROADMAPS, ids=by_name)
def test_fine_example_has_neither_errors_nor_this_finding(page: RulePage, tmp_path: Path) -> None:
    project = load_path(write_example(tmp_path, page, fine=True))
    assert [finding.message for finding in project.findings if finding.severity is Severity.error] == []
    assert places(project, name=page.rule.name) == []


def test_every_rule_file_is_in_use_and_bears_the_name_of_its_rule() -> None:
    folder = Path(__file__).resolve().parents[2] / "carbonroad" / "rules"
    named = {module.RULE.name.replace("-", "_") for module in all_checks()}
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == named


@pytest.mark.parametrize("rule", all_checks(), ids=lambda rule: rule.RULE.name)
def test_every_rule_says_what_its_findings_hang_on(rule: Check) -> None:
    assert isinstance(getattr(rule, "SCOPE", None), Scope), "see Scope in rules/shared/check.py"
    assert rule.SCOPE.reach in get_args(Reach)
    assert rule.SCOPE.absence in get_args(Absence)
    known = {field.name for shape in (*SHAPES, INDUSTRY_FILE, LONE_FILE, TOP_FILE) for field in shape.fields}
    assert known.issuperset(rule.SCOPE.misses)
    if rule.RULE.code.startswith("CR5") and rule.RULE.severity is not Severity.info:
        assert rule.SCOPE.absence != "none", "the family CR5 tells of what is missing"


def test_every_page_of_a_floor_belongs_to_a_rule() -> None:
    package = Path(__file__).resolve().parents[2] / "carbonroad"
    files = {path.stem for path in package.glob("*/pages/*.md")}
    modules = {f"{module.RULE.code}-{module.RULE.name}" for module in all_checks()}
    assert files | modules == {f"{page.rule.code}-{page.rule.name}" for page in pages()}
    assert not files & modules


def test_codes_and_names_are_given_once_and_pages_say_something_in_both_languages() -> None:
    codes = [page.rule.code for page in pages()]
    assert codes == sorted(set(codes))
    assert len({page.rule.name for page in pages()}) == len(codes)
    for page in pages():
        assert re.fullmatch(r"CR\d{3}", page.rule.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", page.rule.name)
        for words in (page.says, page.why):
            assert words.endswith("."), page.rule.name
        for chinese in (page.title_zh, page.says_zh, page.why_zh):
            assert re.search("[一-鿿]", chinese), page.rule.name
            assert not re.search(r"[一-鿿][,;:.]", chinese), page.rule.name


def test_shipped_roadmap_has_neither_errors_nor_warnings() -> None:
    china = Path(__file__).resolve().parents[2] / "roadmaps" / "china"
    project = load_path(china)
    assert len(project.system.items) > 200
    assert [finding.message for finding in project.findings if finding.severity is not Severity.info] == []
