"""What a roadmap inherits from those above: bodies, sources, phases, indicators; its own come first."""

from pathlib import Path

import pytest
from nested_roadmaps import load_families, said, write

from carbonroad.findings import Severity
from carbonroad.project import Project

WHOLE = """
title: The Whole
organisations:
  energy: {title: Ministry of Energy, short: MoE}
sources:
  plan: {title: The Whole Plan, number: W-1}
phases:
  - {id: early, title: Early phase, years: 2026..2030}
  - {id: late, title: Late phase, years: 2031..2035}
indicators:
  - {id: share, title: Share, unit: '%', better: higher, owner: energy, source: plan,
     targets: {2030: at least 30}}
"""
CHILD = """
title: North
parent: whole
milestones:
  - {id: survey, title: Survey done, deadline: early, owner: MoE, source: W-1}
"""


def errors(project: Project) -> list[str]:
    return [one.message for one in project.findings if one.severity is Severity.error]


def test_bodies_sources_and_phases_are_known_by_all_their_names(tmp_path: Path) -> None:
    north = load_families(write(tmp_path, whole=WHOLE, north=CHILD))["north"]
    assert said(north) == []
    item = north.system.items["top.survey"]
    assert [party.id for party in item.parties.owner] == ["energy"]
    assert item.latest is not None
    assert item.latest.isoformat() == "2030-12-31"
    document = item.citations[0].document
    assert document is not None
    assert document.id == "plan"


def test_only_what_is_named_is_taken_over_and_it_says_where_it_comes_from(tmp_path: Path) -> None:
    whole = WHOLE.replace("sources:", "  works: {title: Ministry of Works}\nsources:")
    north = load_families(write(tmp_path, whole=whole, north=CHILD))["north"].system
    assert list(north.organisations) == ["energy"]
    assert north.inherited["organisations[energy]"] == "whole"
    assert north.inherited["phases[late]"] == "whole"


def test_what_two_generations_declare_comes_from_the_nearer(tmp_path: Path) -> None:
    province = "title: North\nparent: whole\norganisations:\n  energy: {title: Energy Office, short: MoE}\n"
    hill = CHILD.replace("parent: whole", "parent: north")
    run = load_families(write(tmp_path, whole=WHOLE, north=province, hill=hill))
    assert run["hill"].system.organisations["energy"].title.pick("en") == "Energy Office"
    assert run["hill"].system.inherited["organisations[energy]"] == "north"
    assert run["hill"].system.inherited["sources[plan]"] == "whole"


def test_a_nearer_name_is_not_ambiguous_with_a_farther_one(tmp_path: Path) -> None:
    child = CHILD + "organisations:\n  office: {title: Energy Office, short: MoE}\n"
    north = load_families(write(tmp_path, whole=WHOLE, north=child))["north"]
    assert errors(north) == []
    assert [party.id for party in north.system.items["top.survey"].parties.owner] == ["office"]


def test_own_phases_leave_no_room_for_inherited_ones_of_the_same_years(tmp_path: Path) -> None:
    child = CHILD + "phases:\n  - {id: plan, title: Own plan, years: 2026..2029}\n"
    north = load_families(write(tmp_path, whole=WHOLE, north=child.replace("early", "plan")))["north"]
    assert [phase.id for phase in north.system.phases] == ["plan", "late"]


def test_an_own_id_of_another_meaning_is_reported_once(tmp_path: Path) -> None:
    child = CHILD.replace("MoE", "energy") + "organisations:\n  energy: {title: Energy Office}\n"
    north = load_families(write(tmp_path, whole=WHOLE, north=child))["north"]
    assert [line for line in said(north) if "hides" in line] == [
        'hides-inherited: "energy" of whole means something else; here this one counts.'
    ]


def test_before_means_is_inherited_unless_the_roadmap_says_it(tmp_path: Path) -> None:
    root = write(tmp_path, north=CHILD)
    (root / "whole").mkdir()
    (root / "whole" / "carbonroad.yaml").write_text("before_means: exclusive\n" + WHOLE, encoding="utf-8")
    (root / "north" / "carbonroad.yaml").write_text(CHILD, encoding="utf-8")
    north = load_families(root)["north"]
    assert north.system.before_means == "exclusive"
    assert said(north) == []


def test_what_comes_from_a_parent_that_is_not_found_is_not_called_unknown(tmp_path: Path) -> None:
    north = load_families(
        write(tmp_path, whole=WHOLE, north=CHILD.replace("parent: whole", "parent: wohle"))
    )["north"]
    assert errors(north) == ['There is no roadmap "wohle" beside north or above it.']
    assert north.findings[0].help == 'did you mean "whole"?'


def test_an_unknown_body_is_reported_once_a_parent_is_known(tmp_path: Path) -> None:
    north = load_families(write(tmp_path, whole=WHOLE, north=CHILD.replace("MoE", "MoF")))["north"]
    assert errors(north) == ['Owner "MoF" is not declared.']
    assert north.findings[0].related[0].span.path.endswith("whole/carbonroad.yaml")


INDICATOR = """
indicators:
  - {id: mine, title: Mine, unit: '%', better: higher, owner: MoE, source: plan, parent: PARENT,
     targets: {2030: at least 20}}
"""


@pytest.mark.parametrize("parent", ["share", "whole.share"])
def test_an_indicator_may_belong_to_an_inherited_one_and_not_ask_for_less(
    tmp_path: Path, parent: str
) -> None:
    child = CHILD + INDICATOR.replace("PARENT", parent)
    north = load_families(write(tmp_path, whole=WHOLE, north=child))["north"]
    assert said(north) == [
        'weaker-than-parent: "at least 20" for 2030 asks for less than "at least 30" of whole.share.'
    ]


def test_an_indicator_of_the_same_id_may_name_the_inherited_one_as_its_parent(tmp_path: Path) -> None:
    child = CHILD + INDICATOR.replace("PARENT", "share").replace("id: mine", "id: share")
    north = load_families(write(tmp_path, whole=WHOLE, north=child))["north"]
    assert errors(north) == []


def test_a_mistyped_inherited_indicator_is_offered(tmp_path: Path) -> None:
    child = CHILD + INDICATOR.replace("PARENT", "shrae")
    north = load_families(write(tmp_path, whole=WHOLE, north=child))["north"]
    assert errors(north) == ['There is no indicator "shrae".']
    assert next(one for one in north.findings if one.name == "unknown-indicator").fix is not None


def test_what_is_declared_for_those_below_is_not_called_unused(tmp_path: Path) -> None:
    whole = WHOLE.replace("owner: energy, source: plan,", "")
    whole += "  - {id: other, title: Other, unit: '%'}\n"
    run = load_families(write(tmp_path, whole=whole, north=CHILD))
    assert [line for line in said(run["whole"]) if "never-used" in line] == []
    alone = load_families(write(tmp_path / "alone", whole=whole))
    assert len([line for line in said(alone["whole"]) if "never-used" in line]) == 2


def test_a_fault_of_an_inherited_phase_is_said_where_it_is_declared(tmp_path: Path) -> None:
    whole = WHOLE.replace("years: 2031..2035", "years: 2033..2035")
    run = load_families(write(tmp_path, whole=whole, north=CHILD))
    assert [line for line in said(run["whole"]) if "gap-between" in line]
    assert said(run["north"]) == []
