"""What is offered for a name that nobody declared: which, where it stands, and whether it may be put in."""

from pathlib import Path

import pytest
from roadmap_files import load_files, mistakes, names, place

from carbonroad.findings import Finding

BODIES = """
    organisations:
      miit: {title: {en: Ministry of Industry and Information Technology, zh: 工业和信息化部}, short: MIIT}
      mee: {title: {en: Ministry of Ecology and Environment, zh: 生态环境部}}
      mof: {title: {en: Ministry of Finance, zh: 财政部}}
"""


def unknown(tmp_path: Path, line: str, head: str = BODIES) -> Finding:
    project = load_files(
        tmp_path, f"{head}    milestones:\n      - {{id: a, title: A, deadline: 2030, {line}}}\n"
    )
    (finding,) = (f for f in mistakes(project) if f.severity.value == "error")
    return finding


@pytest.mark.parametrize(
    ("typed", "offered", "safe"),
    [
        ("mitt", "miit", True),
        ("Ministry of Finances", "Ministry of Finance", True),
        ("财政厅", "财政部", False),
        ("工信部", "miit", False),
        ("生态部", "mee", False),
        ("m.o.f.", "mof", False),
        ("MIITT", "miit", True),
    ],
)
def test_an_unknown_body_offers_what_it_is_near_to_or_short_for(
    tmp_path: Path, typed: str, offered: str, safe: bool
) -> None:
    finding = unknown(tmp_path, f"owner: {typed}")
    assert finding.name == "unknown-organisation"
    assert finding.help == f'replace "{typed}" with "{offered}"'
    assert finding.fix is not None
    assert (finding.fix.edits[0].text, finding.fix.safe) == (offered, safe)
    assert [other.message for other in finding.related] == ["did you mean this one?"]


@pytest.mark.parametrize("typed", ["Ministry of Justice", "国务院", "xyz"])
def test_a_body_that_resembles_none_is_to_be_declared(tmp_path: Path, typed: str) -> None:
    finding = unknown(tmp_path, f"owner: {typed}")
    assert finding.help == f'declare "{typed}" under organisations, or correct the name'
    assert (finding.fix, finding.related) == (None, ())


@pytest.mark.parametrize(
    "line", ["owner: [miit, mitt]", 'owner: "mitt"', "owner: miit、mitt、mee", "owner: 'mitt'"]
)
def test_only_the_name_is_replaced_wherever_it_stands(tmp_path: Path, line: str) -> None:
    finding = unknown(tmp_path, line)
    assert finding.fix is not None
    text = (tmp_path / "steel.yaml").read_text("utf-8")
    (edit,) = finding.fix.edits
    assert text[edit.start : edit.end] == "mitt"
    assert finding.span.end - finding.span.start == (6 if "'" in line or '"' in line else 4)


def test_several_ids_equally_near_are_all_offered_and_none_is_put_in(tmp_path: Path) -> None:
    head = "    works: [{id: W1, title: A}, {id: W2, title: B}]\n"
    finding = unknown(tmp_path, "after: W9", head)
    assert finding.help == 'did you mean "W1" or "W2"?'
    assert (finding.fix, len(finding.related)) == (None, 2)


def test_a_title_in_the_place_of_an_id_offers_the_id(tmp_path: Path) -> None:
    finding = unknown(tmp_path, "after: pilot  plant", "    works: [{id: W1, title: Pilot plant}]\n")
    assert finding.help == 'did you mean "W1"?'


def test_an_id_of_another_industry_offers_it_with_its_industry(tmp_path: Path) -> None:
    files = {
        "carbonroad.yaml": "title: Plan\n",
        "steel.yaml": "milestones: [{id: a, title: A, deadline: 2030, after: b}]\n",
        "copper.yaml": "milestones: [{id: b, title: B, deadline: 2030}]\n",
    }
    (finding,) = mistakes(load_files(tmp_path, files))
    assert finding.fix is not None
    assert (finding.fix.edits[0].text, finding.fix.safe) == ("copper.b", False)


def test_a_name_that_a_mistyped_one_may_mean_is_not_called_unused(tmp_path: Path) -> None:
    text = (
        "owner: mitt\norganisations: {miit: {title: MIIT}}\nmilestones: [{id: a, title: A, deadline: 2030}]\n"
    )
    assert names(load_files(tmp_path, text)) == ["unknown-organisation"]


def test_clauses_are_kept_out_of_the_name_of_a_source(tmp_path: Path) -> None:
    finding = unknown(tmp_path, 'source: "plann #3.2"', "    sources: {plan: {title: Plan}}\n")
    project = load_files(tmp_path, (tmp_path / "steel.yaml").read_text("utf-8"))
    assert place(project, finding) == "plann"
    assert finding.fix is not None


def test_an_industry_that_is_mistyped_in_the_list_is_one_finding(tmp_path: Path) -> None:
    files = {
        "carbonroad.yaml": "title: Plan\nindustries: [stele]\n",
        "steel.yaml": "milestones: [{id: a, title: A, deadline: 2030}]\n",
    }
    project = load_files(tmp_path, files)
    assert names(project) == ["missing-industry-file"]
    assert [part.id for part in project.system.parts] == ["top", "steel"]


def test_items_that_supersede_each_other_still_count(tmp_path: Path) -> None:
    text = """
        milestones:
          - {id: a, title: A, deadline: 2030, superseded_by: b}
          - {id: b, title: B, deadline: 2030, superseded_by: a}
          - {id: c, title: C, deadline: 2030, superseded_by: a}
    """
    project = load_files(tmp_path, text)
    assert names(project) == ["superseded-by-itself"]
    assert [item.superseded_by for item in project.system.items.values()] == [None, None, "steel.a"]
    assert len(mistakes(project)[0].related) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("top.peak", 'did you mean "top.co2-peak"?'),
        ("top.co2", 'did you mean "top.co2-peak"?'),
        ("peak", 'did you mean "co2-peak"?'),
        ("furnaces", 'did you mean "new_furnaces@east"?'),
        ("top.eak", None),
        ("top.pe", None),
    ],
)
def test_a_part_of_an_id_is_offered_and_never_written_by_itself(
    tmp_path: Path, typed: str, meant: str | None
) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": "title: Plan\nbefore_means: inclusive\nmilestones:\n"
            "  - {id: co2-peak, title: CO2 falls, deadline: 2030}\n",
            "steel.yaml": "milestones:\n  - {id: new_furnaces@east, title: Built, deadline: 2029}\n"
            f"  - {{id: b, title: B, deadline: 2031, after: {typed}}}\n",
        },
    )
    (finding,) = [one for one in project.findings if one.name == "unknown-item"]
    assert finding.fix is None
    assert (finding.help == meant) if meant else ("did you mean" not in finding.help)


def test_a_part_of_many_ids_offers_none(tmp_path: Path) -> None:
    rows = "".join(f"  - {{id: peak-{n}, title: T{n}, deadline: 2030}}\n" for n in "abcd")
    rows += "  - {id: b, title: B, deadline: 2031, after: peak}\n"
    project = load_files(tmp_path, {"steel.yaml": f"milestones:\n{rows}"})
    (finding,) = [one for one in project.findings if one.name == "unknown-item"]
    assert "did you mean" not in finding.help
