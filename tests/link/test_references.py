"""References: where they are looked up, what is said of those that lead nowhere, and what stays quiet."""

from pathlib import Path

import pytest
from roadmap_files import item, load_files, mistakes, names, place

from carbonroad.read.documents import NAMES

TOP = """
    carbonroad: 1
    title: Plan
    before_means: inclusive
    milestones:
      - {id: peak, title: Peak, deadline: 2030, goal: peak}
      - {id: both, title: Both, deadline: 2030}
"""


def test_a_bare_reference_means_the_own_file_then_the_top_never_another_industry(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": TOP,
            "steel.yaml": """
                milestones:
                  - {id: both, title: Own, deadline: 2030}
                  - {id: a, title: A, deadline: 2031, after: [both, peak, top.both, copper.c]}
                  - {id: b, title: B, deadline: 2031, after: [总体.peak, c]}
            """,
            "copper.yaml": "milestones:\n  - {id: c, title: C, deadline: 2030}\n",
        },
    )
    assert [link.predecessor for link in project.system.links] == [
        "steel.both",
        "top.peak",
        "top.both",
        "copper.c",
        "top.peak",
    ]
    assert names(project) == ["unknown-item"]
    finding = mistakes(project)[0]
    assert finding.help == 'did you mean "copper.c"?'
    assert place(project, finding) == "c"
    assert finding.related


def test_a_reference_to_nothing_points_at_its_word_and_offers_the_nearest(tmp_path: Path) -> None:
    project = load_files(
        tmp_path, "works:\n  - {id: scrap, title: A}\n  - {id: b, title: B, after: {id: scarp, lag: 3mo}}\n"
    )
    assert names(project) == ["unknown-item"]
    finding = mistakes(project)[0]
    assert place(project, finding) == "scarp"
    assert finding.fix is not None
    assert finding.fix.edits[0].text == "scrap"


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("after: zz9", "unknown-item"),
        ("for: zz9", "unknown-item"),
        ("if: zz9", "unknown-item"),
        ("superseded_by: zz9", "unknown-item"),
        ("measure: zz9", "unknown-measure"),
        ("indicator: zz9", "unknown-indicator"),
        ("deadline: after zz9", "unknown-item"),
    ],
)
def test_every_reference_of_a_milestone_is_checked(tmp_path: Path, field: str, rule: str) -> None:
    deadline = "" if field.startswith("deadline") else "deadline: 2030, "
    project = load_files(tmp_path, f"milestones:\n  - {{id: a, title: A, {deadline}{field}}}\n")
    assert names(project) == [rule]


def test_milestones_works_and_targets_share_names_other_things_have_their_own(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        measures: [{id: a, title: A}]
        indicators: [{id: a, title: A, unit: Mt, targets: {2030: 1}}]
        milestones: [{id: a, title: A, deadline: 2030}, {id: b, title: B, deadline: 2030, after: a@2030}]
        works: [{id: a, title: A}]
        """,
    )
    assert names(project) == ["duplicate-id"]
    finding = mistakes(project)[0]
    assert finding.related
    assert [link.predecessor for link in project.system.links] == ["steel.a@2030"]


def test_of_two_with_one_id_the_first_counts_and_links_are_not_blamed(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        milestones:
          - {id: a, title: First, deadline: 2030}
          - {id: a, title: Second, deadline: 2031}
          - {id: b, title: B, deadline: 2032, after: a}
        """,
    )
    assert names(project) == ["duplicate-id"]
    assert item(project, "steel.a").title.pick("en") == "First"


def test_for_and_after_between_the_same_two_are_one_link(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        works:
          - {id: W1, title: W, for: M1}
          - {id: W2, title: W, for: [M1, e@2030]}
        milestones:
          - {id: M1, title: M, deadline: 2030, after: {id: W1, lag: 3mo, basis: implied}, for: M2}
          - {id: M2, title: M, deadline: 2031}
        indicators: [{id: e, title: E, unit: Mt, for: M2, targets: {2030: 3}}]
        """,
    )
    assert names(project) == []
    assert [(k.predecessor, k.successor, k.by, k.type, k.basis) for k in project.system.links] == [
        ("steel.W1", "steel.M1", "after", "FS", "implied"),
        ("steel.W2", "steel.M1", "for", "FS", "stated"),
        ("steel.W2", "steel.e@2030", "for", "FS", "stated"),
    ]
    assert item(project, "steel.M1").serves == ("steel.M2",)
    assert item(project, "steel.e@2030").serves == ("steel.M2",)


def test_an_unreadable_file_is_found_once_and_what_leads_into_it_is_only_unchecked(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": TOP,
            "steel.yaml": "milestones: [{id: a\n",
            "copper.yaml": "milestones:\n  - {id: c, title: C, deadline: 2030, after: steel.a}\n",
        },
    )
    assert "unchecked-reference" in names(project)
    assert "unknown-item" not in names(project)
    assert all(f.severity.value == "info" for f in mistakes(project) if f.name == "unchecked-reference")


def test_an_unreadable_top_file_blames_no_name_phase_or_goal(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": "- not a map\n",
            "steel.yaml": """
                milestones:
                  - {id: c, title: C, deadline: “十五五”期间, owner: anyone, source: any,
                     after: top.peak, for: peak}
                  - {id: d, title: D, deadline: 2030, after: 总体.peak}
                indicators: [{id: e, title: E, unit: Mt, targets: {2030: 3}}]
            """,
        },
    )
    steel = [f.name for f in mistakes(project) if f.span.path.endswith("steel.yaml")]
    assert set(steel) == {"unchecked-reference"}


def test_declared_industries_stand_in_their_order_and_others_are_left_out(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": "title: Plan\nindustries: [steel, zinc, copper]\n",
            "copper.yaml": "title: Copper\nmilestones: [{id: c, title: C, deadline: 2030, after: zinc.z}]\n",
            "steel.yaml": "title: Steel\n",
            "extra.yaml": "title: Extra\n",
            ".hidden.yaml": "title: Hidden\n",
        },
    )
    assert [part.id for part in project.system.industries] == ["steel", "copper"]
    assert sorted(names(project)) == ["missing-industry-file", "unchecked-reference", "undeclared-file"]
    severity = {f.name: f.severity.value for f in mistakes(project)}
    assert (severity["missing-industry-file"], severity["undeclared-file"]) == ("error", "warning")


def test_without_industries_all_files_stand_by_name(tmp_path: Path) -> None:
    project = load_files(
        tmp_path, {"carbonroad.yaml": "title: P\n", "b.yaml": "title: B\n", "a.yaml": "title: A\n"}
    )
    assert names(project) == []
    assert [part.id for part in project.system.parts] == ["top", "a", "b"]


def test_a_folder_without_a_top_may_declare_everything_in_its_files(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "a.yaml": """
                as_of: 2026-01-01
                before_means: exclusive
                phases: [{id: p, title: Plan years, years: 2026..2030}]
                organisations: {x: {title: X office}}
                sources: {s: {title: Paper}}
                milestones: [{id: m, title: M, deadline: before 2030, owner: X office, source: Paper}]
            """,
            "b.yaml": "milestones: [{id: m, title: M, deadline: Plan years, owner: nobody we know}]\n",
        },
    )
    assert names(project) == ["unknown-organisation"]
    assert not project.system.has_top
    assert str(project.system.as_of) == "2026-01-01"
    assert str(item(project, "a.m").latest) == "2029-12-31"
    assert str(item(project, "b.m").latest) == "2030-12-31"


def test_a_lone_file_takes_any_name_as_a_body(tmp_path: Path) -> None:
    project = load_files(
        tmp_path, "milestones: [{id: m, title: M, deadline: 2030, owner: Ministry of Steel and Iron}]\n"
    )
    assert names(project) == []
    assert [party.words for party in item(project, "steel.m").parties.owner] == ["Ministry of Steel and Iron"]


@pytest.mark.parametrize("name", ["top", "总体", "index", *NAMES, "Overview", "en"])
def test_an_industry_may_not_have_the_name_of_a_page_or_language(tmp_path: Path, name: str) -> None:
    project = load_files(
        tmp_path, {"carbonroad.yaml": "title: P\nlanguages: [en]\n", f"{name}.yaml": "title: X\n"}
    )
    assert names(project) == ["reserved-name"]


def test_the_name_in_the_file_equals_the_files_name_after_nfc(tmp_path: Path) -> None:
    load = load_files(
        tmp_path, {"caf\u00e9.yaml": "industry: cafe\u0301\n", "steel.yaml": "industry: copper\n"}
    )
    assert names(load) == ["file-name-differs"]
    assert [part.id for part in load.system.industries] == ["caf\u00e9", "steel"]


def test_codes_are_three_letters_the_next_free_or_numbers(tmp_path: Path) -> None:
    files = dict.fromkeys(("steam.yaml", "steel.yaml", "钢铁.yaml", "ab.yaml"), "title: X\n")
    project = load_files(
        tmp_path, {"carbonroad.yaml": "title: P\n", **files, "zinc.yaml": "code: STE\ntitle: Zinc\n"}
    )
    assert project.system.codes == {
        "top": "TOP",
        "ab": "I01",
        "steam": "STA",
        "steel": "STL",
        "zinc": "STE",
        "钢铁": "I05",
    }


def test_the_order_of_files_changes_nothing_but_the_fingerprint_follows_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "y").mkdir()
    files = {"carbonroad.yaml": TOP, "a.yaml": "title: A\n", "b.yaml": "title: B\n"}
    first = load_files(tmp_path / "x", files)
    second = load_files(tmp_path / "y", dict(reversed(files.items())))
    assert list(first.system.items) == list(second.system.items)
    assert first.system.fingerprint == second.system.fingerprint
    third = load_files(tmp_path / "y", {**files, "a.yaml": "title: C\n"})
    assert third.system.fingerprint != first.system.fingerprint
    assert len(third.system.fingerprint) == 8


def test_a_revision_may_name_what_it_removed(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        owner: MIIT
        pathway: {unit: Mt, target: {2030: 100}}
        milestones:
          - {id: peak, title: Peak, deadline: 2030}
        revisions:
          - {rev: A, date: 2025-06-01, note: Less., items: [peak, pathway, 总体.路径, pilot, steel.M3]}
        """,
    )
    found = [finding for finding in mistakes(project) if finding.name == "revision-names-nothing"]
    assert [finding.message for finding in found] == [
        '"pilot" is in none of the files now.',
        '"steel.M3" is in none of the files now.',
    ]
    assert project.errors == 0
