"""Chains and circles: reported once, whole, each step at its own place."""

from datetime import date
from pathlib import Path

import pytest

from carbonroad.findings import Finding
from carbonroad.project import load, load_text
from carbonroad.source.folder import find_roadmaps

TODAY = date(2026, 11, 22)
HEAD = "industry: steel\nowner: MIIT\nbefore_means: inclusive\n"


def found(text: str, name: str) -> list[Finding]:
    project = load_text((HEAD + text).encode(), "steel.yaml", None, TODAY)
    return [finding for finding in project.findings if finding.name == name]


def found_in(folder: Path, files: dict[str, str], name: str) -> list[Finding]:
    for file, text in files.items():
        (folder / file).write_text(text, "utf-8")
    roadmaps = find_roadmaps(str(folder))
    assert isinstance(roadmaps, list)
    return [finding for finding in load(roadmaps[0], None, TODAY).findings if finding.name == name]


def works(*lines: str) -> str:
    return "works:\n" + "".join(f"  - {{title: W, {line}}}\n" for line in lines)


def milestones(*lines: str) -> str:
    return "milestones:\n" + "".join(f"  - {{title: M, {line}}}\n" for line in lines)


CHAIN = works("id: W1, start: 2030-01-01, takes: 15 months, for: M1")


@pytest.mark.parametrize(
    ("first", "second", "reported"),
    [
        ("by 2030", "by June 2030", "steel.M2"),  # the later goal is shorter of time
        ("by 2030", "by 2030", "steel.M2"),  # equally short: the last of the chain
        ("by June 2030", "by 2030", "steel.M1"),  # what makes the first possible makes the second possible
    ],
)
def test_one_chain_is_reported_once_at_what_is_most_days_short(
    first: str, second: str, reported: str
) -> None:
    text = CHAIN + milestones(f"id: M1, deadline: {first}", f"id: M2, deadline: {second}, after: M1")
    (finding,) = found(text, "cannot-be-met")
    assert finding.message.startswith(reported)
    assert finding.notes[-1].startswith("on the same chain 1 other is short: steel.M")


def test_two_chains_with_one_beginning_are_two_findings() -> None:
    text = works("id: W1, start: 2030-01-01, takes: 15 months") + milestones(
        "id: M1, deadline: by 2030, after: W1", "id: M2, deadline: by June 2030, after: W1"
    )
    assert len(found(text, "cannot-be-met")) == 2


def test_work_that_cannot_keep_its_own_deadline_is_not_reported_beside_what_waits_for_it() -> None:
    text = works("id: W1, start: 2030-01-01, takes: 15 months, deadline: by 2030, for: M1")
    text += milestones("id: M1, deadline: by 2030")
    (finding,) = found(text, "cannot-be-met")
    assert finding.message.startswith("steel.M1")


def test_branch_off_a_reported_chain_is_reported_when_it_is_short_itself() -> None:
    text = works(
        "id: W1, start: 2030-01-01, takes: 12 months",
        "id: W2, takes: 6 months, after: W1, for: M1",
        "id: W3, takes: 3 months, after: W1, for: M2",
    )
    text += milestones("id: M1, deadline: by 2030", "id: M2, deadline: by 2030")
    assert {f.message.split()[0] for f in found(text, "cannot-be-met")} == {"steel.M1", "steel.M2"}


def test_long_chain_is_shown_in_part_and_quickly() -> None:
    lines = [f"id: W{n}, takes: 10d, after: W{n - 1}" for n in range(2, 301)]
    text = works("id: W1, start: 2030-01-01, takes: 10d", *lines)
    text += milestones("id: M1, deadline: by 2030, after: W300")
    (finding,) = found(text, "cannot-be-met")
    assert len(finding.related) == 60
    assert "steel.W1 → steel.W2" in finding.notes[0]
    assert "…" in finding.notes[0]


def test_circle_through_files_shows_every_file(tmp_path: Path) -> None:
    files = {"carbonroad.yaml": "title: Plan\nindustries: [a, b, c]\n"}
    for name, other in (("a", "b"), ("b", "c"), ("c", "a")):
        files[f"{name}.yaml"] = (
            f"title: {name}\nmilestones:\n  - {{id: m, title: M, deadline: by 2030, after: {other}.m}}\n"
        )
    (finding,) = found_in(tmp_path, files, "dependency-cycle")
    assert "a.m → b.m → c.m → a.m" in finding.message
    places = [Path(finding.span.path).name, *(Path(one.span.path).name for one in finding.related)]
    assert places == ["a.yaml", "b.yaml", "c.yaml"]
    assert [one.message for one in finding.related] == ["b.m waits for c.m", "c.m waits for a.m"]


def test_circle_of_a_condition_and_a_link_is_one_finding() -> None:
    text = milestones("id: A, deadline: by 2030, if: B", "id: B, deadline: by 2030, after: A")
    (finding,) = found(text, "circular-condition")
    assert (
        finding.message
        == "2 items wait for one another or depend on one another: steel.A → steel.B → steel.A."
    )
    assert [one.message for one in finding.related] == ["steel.B waits for steel.A"]
    assert not found(text, "dependency-cycle")


def test_circle_of_links_alone_is_no_circle_of_conditions() -> None:
    text = milestones(
        "id: A, deadline: by 2030, after: B",
        "id: B, deadline: by 2030, after: A",
        "id: C, deadline: 2030, if: A",
    )
    assert found(text, "dependency-cycle")
    assert not found(text, "circular-condition")


@pytest.mark.parametrize(
    ("link", "reported"),
    [
        ("law", True),
        ("{id: law, lag: 6mo}", False),
        ("{id: law, note: The act says so.}", False),
        ("{id: law, type: SS}", False),
        ("{id: law, type: informs}", False),
    ],
)
def test_only_a_plain_link_without_a_reason_is_redundant(link: str, reported: bool) -> None:
    text = milestones(
        "id: law, deadline: by 2026",
        "id: rules, deadline: by 2027, after: law",
        f"id: trade, deadline: by 2028, after: [rules, {link}]",
    )
    assert bool(found(text, "redundant-link")) == reported


def test_chain_with_a_negative_lag_implies_nothing() -> None:
    text = milestones(
        "id: law, deadline: by 2026",
        "id: rules, deadline: by 2027, after: {id: law, lag: -9mo}",
        "id: trade, deadline: by 2028, after: [rules, law]",
    )
    assert not found(text, "redundant-link")
