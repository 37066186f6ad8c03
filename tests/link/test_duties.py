"""Who answers: organisations by any of their names, lists in one string, and what is inherited."""

from pathlib import Path

import pytest
from roadmap_files import item, load_files, mistakes, names, place

from carbonroad.project import Project

TOP = """
    title: Plan
    before_means: inclusive
    organisations:
      miit:
        title: {en: Ministry of Industry and Information Technology, zh: 工业和信息化部}
        short: [MIIT, 工信部]
      ndrc: {title: {en: National Development, zh: 国家发展和改革委员会}, short: NDRC}
      nea: {title: Energy Board, short: energy}
      neo: {title: Energy Office, short: Energy}
"""


def one(tmp_path: Path, duties: str) -> Project:
    return load_files(
        tmp_path,
        {
            "carbonroad.yaml": TOP,
            "steel.yaml": f"milestones:\n  - id: a\n    title: A\n    deadline: 2030\n    {duties}\n",
        },
    )


def owners(project: Project) -> list[str]:
    return [party.id or f"({party.words})" for party in item(project, "steel.a").parties.owner]


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("miit", "miit"),
        ("MIIT", "miit"),
        ("工信部", "miit"),
        ("Ministry of Industry and Information Technology", "miit"),
        ("ＮＤＲＣ", "ndrc"),
        ("national   development", "ndrc"),
        ("Energy", "neo"),
        ("energy", "nea"),
    ],
)
def test_a_body_is_named_by_id_title_or_short_name_exactly_then_folded(
    tmp_path: Path, name: str, ident: str
) -> None:
    project = one(tmp_path, f"owner: {name}")
    assert names(project) == []
    assert owners(project) == [ident]


def test_a_name_that_fits_two_bodies_is_an_error_that_shows_both(tmp_path: Path) -> None:
    project = one(tmp_path, "owner: ENERGY")
    assert names(project) == ["ambiguous-name"]
    assert len(mistakes(project)[0].related) == 2


def test_an_unknown_name_points_at_the_word_and_offers_the_nearest(tmp_path: Path) -> None:
    project = one(tmp_path, "owner: mitt")
    assert names(project) == ["unknown-organisation"]
    finding = mistakes(project)[0]
    assert (place(project, finding), finding.message) == ("mitt", 'Owner "mitt" is not declared.')
    assert finding.help == 'replace "mitt" with "miit"'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("miit, ndrc", ["miit", "ndrc"]),
        ("工信部、国家发展和改革委员会", ["miit", "ndrc"]),
        ("MIIT; NDRC；energy", ["miit", "ndrc", "nea"]),
        ("NDRC and MIIT", ["ndrc", "miit"]),
        ("Ministry of Industry and Information Technology, NDRC", ["miit", "ndrc"]),
        ("NDRC and Ministry of Industry and Information Technology", ["ndrc", "miit"]),
        ("NDRC, MIIT, and 4 others", ["ndrc", "miit", "(and 4 others)"]),
        ("NDRC and 10 others", ["ndrc", "(and 10 others)"]),
        ("工信部等五部门", ["miit", "(等五部门)"]),
        ("工信部、NDRC等五部门", ["miit", "ndrc", "(等五部门)"]),
    ],
)
def test_several_names_in_one_string_are_split_with_a_note(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    project = one(tmp_path, f"owner: {text}")
    assert names(project) == ["names-in-one-string"]
    assert mistakes(project)[0].severity.value == "info"
    assert owners(project) == found


@pytest.mark.parametrize("text", ["等五部门", "and 10 others", "and 4 others", "有关部门", "其他部门"])
def test_words_that_only_count_bodies_are_kept_and_not_looked_up(tmp_path: Path, text: str) -> None:
    project = one(tmp_path, f"owner: [miit, {text}]")
    assert names(project) == []
    assert owners(project) == ["miit", f"({text})"]


def test_owner_none_says_that_the_source_names_nobody(tmp_path: Path) -> None:
    for number, word in enumerate(("none", "无")):
        (tmp_path / str(number)).mkdir()
        project = one(tmp_path / str(number), f"owner: {word}")
        parties = item(project, "steel.a").parties
        assert names(project) == []
        assert (parties.owner, parties.nobody) == ((), True)


INHERITED = """
    owner: miit
    support: nea
    owner_basis: inferred
    measures:
      - {id: lane, title: Lane, owner: ndrc}
    indicators:
      - {id: e, title: E, unit: Mt, lead: ndrc, owner_basis: stated,
         targets: {2030: 3, 2031: {value: 4, owner: neo}}}
      - {id: f, title: F, unit: Mt, measure: lane, targets: {2030: 3}}
    milestones:
      - {id: bare, title: A, deadline: 2030}
      - {id: lane, title: A, deadline: 2030, measure: lane}
      - {id: own, title: A, deadline: 2030, measure: lane, owner: neo}
      - {id: lead, title: A, deadline: 2030, lead: neo}
      - {id: helped, title: A, deadline: 2030, support: [ndrc, neo]}
      - {id: nobody, title: A, deadline: 2030, owner: none}
      - {id: stated, title: A, deadline: 2030, owner: ndrc, owner_basis: stated}
"""


@pytest.mark.parametrize(
    ("ref", "owner", "lead", "support", "inferred"),
    [
        ("bare", ["miit"], [], ["nea"], True),
        ("lane", ["ndrc"], [], [], True),
        ("own", ["neo"], [], [], True),
        ("lead", [], ["neo"], [], True),
        ("helped", ["miit"], [], ["ndrc", "neo"], True),
        ("nobody", [], [], [], True),
        ("stated", ["ndrc"], [], [], False),
        ("e@2030", [], ["ndrc"], [], False),
        ("e@2031", ["neo"], [], [], False),
        ("f@2030", ["ndrc"], [], [], True),
    ],
)
def test_duties_are_inherited_from_the_nearest_level_that_names_who_answers(
    tmp_path: Path, ref: str, owner: list[str], lead: list[str], support: list[str], inferred: bool
) -> None:
    project = load_files(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": INHERITED})
    assert names(project) == []
    parties = item(project, f"steel.{ref}").parties
    assert [party.id for party in parties.owner] == owner
    assert [party.id for party in parties.lead] == lead
    assert [party.id for party in parties.support] == support
    assert parties.inferred is inferred


def test_one_wrong_name_of_the_file_is_one_finding_however_many_items_inherit_it(tmp_path: Path) -> None:
    items = "".join(f"  - {{id: m{n}, title: M, deadline: 2030}}\n" for n in range(9))
    project = load_files(
        tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": f"owner: mitt\nmilestones:\n{items}"}
    )
    assert names(project) == ["unknown-organisation"]
    assert mistakes(project)[0].pointer == "owner"


def test_one_wrong_source_of_an_indicator_is_one_finding_however_many_targets_it_has(tmp_path: Path) -> None:
    top = TOP + "    sources: {s: {title: Paper}}\n"
    text = "indicators: [{id: e, title: E, unit: Mt, source: q, targets: {2030: 1, 2031: 2, 2032: 3}}]\n"
    project = load_files(tmp_path, {"carbonroad.yaml": top, "steel.yaml": text})
    assert names(project) == ["unknown-source"]


def test_an_organisation_that_is_no_map_is_one_finding(tmp_path: Path) -> None:
    text = "organisations:\n  miit: Ministry\nmilestones: [{id: a, title: A, deadline: 2030, owner: miit}]\n"
    assert names(load_files(tmp_path, text)) == ["wrong-type"]
