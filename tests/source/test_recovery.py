"""Reading on after a syntax error: every broken line is told of, and mending adds nothing false."""

import random
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from breaking_lines import break_lines

from carbonroad.findings import Severity
from carbonroad.project import Project, load, load_text
from carbonroad.source.folder import Folder, find_roadmaps
from carbonroad.source.syntax import recover
from carbonroad.source.text import SourceText, from_string, read
from carbonroad.source.yaml.build import Builder
from carbonroad.source.yaml.nodes import Mapping, Node, PartialMapping, Scalar
from carbonroad.source.yaml.parse import parse

CHINA = Path(__file__).resolve().parents[2] / "roadmaps" / "china"
TODAY = date(2026, 11, 22)
GOOD = """title: Steel
owner: MIIT
milestones:
  - id: M1
    title: First
    deadline: 2029
  - id: M2
    title: Second
    deadline: 2030
    after: M1
  - id: M3
    title: Third
    deadline: 2031
    after: M2
"""


def names(text: str) -> list[str]:
    return [finding.name for finding in parse(from_string(text)).findings]


def checked(text: str) -> list[tuple[int, str]]:
    """Line and name of all findings above info of a file that stands alone."""
    source = from_string(text)
    found = load_text(text.encode(), "steel.yaml", None, TODAY).findings
    return [
        (source.position(finding.span.start)[0], finding.name)
        for finding in found
        if finding.severity is not Severity.info
    ]


def ids(text: str) -> list[str]:
    system = load_text(text.encode(), "steel.yaml", None, TODAY).system
    return [item.id for item in system.items.values()]


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    children = [each for pair in node.pairs for each in pair] if isinstance(node, Mapping) else node.items
    return [scalar for child in children for scalar in scalars(child)]


@cache
def china() -> tuple[Folder, dict[str, SourceText]]:
    found = find_roadmaps(str(CHINA))
    assert isinstance(found, list)
    paths = [found[0].top or "", *found[0].files.values()]
    sources = {path: source for path in paths if isinstance(source := read(path), SourceText)}
    return found[0], sources


def china_with(path: str, text: str) -> tuple[Project, SourceText]:
    folder, sources = china()
    source = from_string(text, path)
    return load(folder, None, TODAY, texts={**sources, path: source}), source


@pytest.mark.parametrize("seed", range(12))
def test_what_is_found_in_a_broken_real_file_stands_on_its_broken_lines(seed: int) -> None:
    rng = random.Random(seed)
    path, original = rng.choice(sorted(china()[1].items()))
    text, broken = break_lines(original.text, rng, rng.randint(1, 5))
    project, source = china_with(path, text)
    counted = [finding for finding in project.findings if finding.severity is not Severity.info]
    assert {finding.span.path for finding in counted} <= {path}
    places = {source.position(finding.span.start)[0] for finding in counted}
    assert places == set(broken), broken
    assert project.errors >= len(broken)


def test_several_errors_of_one_file_are_reported_in_one_run() -> None:
    text = (
        GOOD.replace("title: First", 'title: "First')
        .replace("deadline: 2030", "deadline：2030")
        .replace("title: Third", "title: %Third")
    )
    assert checked(text) == [(5, "unclosed-quote"), (9, "full-width-sign"), (12, "reserved-sign")]


def test_faults_of_other_floors_are_found_beside_a_broken_line() -> None:
    text = GOOD.replace("title: First", 'title: "First').replace("after: M2", "after: M9")
    assert checked(text) == [(5, "unclosed-quote"), (14, "unknown-item")]
    text = GOOD.replace("title: First", 'title: "First').replace("    deadline: 2031\n", "")
    assert checked(text) == [(5, "unclosed-quote"), (11, "missing-key")]


def test_a_key_whose_line_was_broken_is_not_missing_and_its_item_stays() -> None:
    text = GOOD.replace("title: Second", "title: @Second")
    assert checked(text) == [(8, "reserved-sign")]
    assert ids(text) == ["M1", "M2", "M3"]


def test_a_reference_to_an_id_on_a_broken_line_is_unchecked_and_not_wrong() -> None:
    text = GOOD.replace("- id: M1", "- id: @M1")
    assert checked(text) == [(4, "reserved-sign")]
    findings = load_text(text.encode(), "steel.yaml", None, TODAY).findings
    assert "unchecked-reference" in [finding.name for finding in findings]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("    deadline：2030\n", "    deadline: 2030\n"),
        ("    deadline:2030\n", "    deadline: 2030\n"),
        ("    deadline:\u30002030\n", "    deadline: 2030\n"),
        ("    deadline:\t2030\n", "    deadline: 2030\n"),
        ("    deadline = 2030\n", "    deadline: 2030\n"),
        ("    deadline；2030\n", "    deadline: 2030\n"),
        ("milestones\n", "milestones:\n"),
        ("milestones：\n", "milestones:\n"),
        ("  id: M2\n", "  - id: M2\n"),
        ("    id: M1\n", "  - id: M1\n"),
        ("  － id: M2\n", "  - id: M2\n"),
        ("owner: [MIIT，x］\n", "owner: MIIT\n"),
        ("// later\nowner: MIIT\n", "owner: MIIT\n"),
    ],
)
def test_one_wrong_sign_loses_nothing_of_what_was_written(broken: str, whole: str) -> None:
    assert whole in GOOD
    text = GOOD.replace(whole, broken, 1)
    parsed = parse(from_string(text))
    assert len(parsed.findings) >= 1
    assert parsed.holes == ()
    assert ids(text) == ["M1", "M2", "M3"]
    assert parsed.root is not None
    for scalar in scalars(parsed.root):
        assert text[scalar.start : scalar.end] == scalar.text


def test_a_map_that_something_was_lost_from_says_so() -> None:
    parsed = parse(from_string(GOOD.replace("    title: First", "   title: First")))
    root = parsed.root
    assert root is not None
    assert not isinstance(root, PartialMapping)
    (items,) = (value for key, value in root.pairs if key.text == "milestones")
    assert not isinstance(items, Scalar | Mapping)
    assert [isinstance(item, PartialMapping) for item in items.items] == [True, False, False]
    assert [hole.path for hole in parsed.holes] == [("milestones", "0", "?")]


def test_lines_below_one_another_with_the_same_fault_are_told_of_once() -> None:
    text = GOOD.replace("    title: Second\n    deadline: 2030\n", "   title: Second\n   deadline: 2030\n")
    assert checked(text) == [(8, "bad-indentation")]
    assert checked(GOOD + "note: |\none\ntwo\nthree\nregion: CN\n") == [(16, "bad-indentation")]


def test_a_line_of_dashes_does_not_hide_what_follows_it() -> None:
    text = GOOD.replace("  - id: M2", "---\n  - id: M2")
    assert checked(text) == [(7, "second-document")]
    assert ids(text) == ["M1", "M2", "M3"]


def test_a_second_file_behind_the_first_is_left_out() -> None:
    assert checked(GOOD + "---\n" + GOOD.replace("M3", "M4")) == [(15, "second-document")]
    assert ids(GOOD + "---\n" + GOOD.replace("M3", "M4")) == ["M1", "M2", "M3"]


def test_two_versions_of_git_are_told_of_and_neither_is_read() -> None:
    both = "<<<<<<< HEAD\n    title: First\n=======\n    title: Other\n>>>>>>> draft\n"
    text = GOOD.replace("    title: First\n", both)
    assert checked(text) == [(5, "merge-conflict")]
    assert ids(text) == ["M1", "M2", "M3"]


def test_reading_stops_after_many_errors_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = []

    class Counted(Builder):
        def document(self) -> Node | None:
            readings.append(self.text)
            return super().document()

    monkeypatch.setattr(recover, "Builder", Counted)
    lines = "".join(f'  - id: M{n}\n    title: "x\n    deadline: 2030\n' for n in range(1_000))
    findings = parse(from_string("milestones:\n" + lines)).findings
    assert 20 <= len(findings) <= len(readings) <= 60  # and not a thousand
    assert "Reading stopped here" in str(findings[-1].notes)


def test_a_bomb_is_not_read_again_and_again() -> None:
    assert names("a: " + "[" * 100) == ["too-deep"]
    assert parse(from_string("a: x\nb: " + "[" * 100)).root is None


def test_an_alias_whose_anchor_stood_on_a_broken_line_is_no_fault() -> None:
    text = GOOD.replace("title: First", 'title: &t "First').replace("title: Third", "title: *t")
    assert checked(text) == [(5, "unclosed-quote")]


def test_an_anchor_whose_alias_stood_on_a_broken_line_is_no_fault() -> None:
    text = GOOD.replace("title: First", "title: &t First").replace("title: Third", "title: [*t")
    assert checked(text) == [(12, "unclosed-bracket")]


def test_items_run_together_by_a_forgotten_dash_are_read_one_by_one() -> None:
    text = GOOD.replace("  - id: M2", "    id: M2")
    assert checked(text) == [(7, "missing-dash")]
    assert ids(text) == ["M1", "M2", "M3"]


def test_a_value_cut_by_a_comma_is_not_judged_by_what_is_left_of_it() -> None:
    text = GOOD + "indicators:\n  - {id: out, title: Output, unit: Mt, targets: {2030: 1,200, 2035: 900}}\n"
    assert checked(text) == [(16, "emptied-value")]
