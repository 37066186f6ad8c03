"""The index of names: every key that can name something is covered, and means what linking finds."""

from pathlib import Path

import pytest
from marked_roadmaps import ROADMAPS, marked, opened, shown, text_of
from whole_vocabulary import WHOLE

from carbonroad.editing.mentioning.index import Index
from carbonroad.editing.mentioning.index_cache import index_of
from carbonroad.editing.mentioning.roles import HOLDING_KINDS, role_of
from carbonroad.link.system import Item
from carbonroad.model.items import Milestone, Work
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.workspace.roadmap import Roadmap

FIELDS = [(shape, field) for shape in SHAPES.values() for field in shape.fields]
NAMING_KINDS = {"afters", "citations", "deadline", "names", "ref", "refs", "targets", "weights"}
DECLARING_KINDS = {"id"}
SILENT_KINDS = {
    "baseline", "boolean", "duration", "finished", "first-day", "lag", "last-day", "line", "lines", "money",
    "number", "percent", "ranges", "raw", "series", "short-text", "tags", "text", "texts", "word", "words",
    "years",
}  # fmt: skip
"""Kinds whose values name nothing, but where a field says so."""


def test_every_kind_of_value_is_known_to_name_something_or_not() -> None:
    sets = (NAMING_KINDS, DECLARING_KINDS, HOLDING_KINDS, SILENT_KINDS)
    kinds = {field.kind.partition(":")[0] for _, field in FIELDS}
    assert {kind for kind in kinds if sum(kind in one for one in sets) != 1} == set(), (
        "see editing/mentioning/roles.py"
    )


def test_every_key_whose_value_is_a_reference_is_known_to_name_something() -> None:
    naming = [(shape, field) for shape, field in FIELDS if field.kind.partition(":")[0] in NAMING_KINDS]
    assert len(naming) > 50
    assert [f"{shape.name}.{field.name}" for shape, field in naming if role_of(shape, field) is None] == []


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Roadmap:
    folder = tmp_path_factory.mktemp("whole")
    marked(folder, WHOLE)
    return opened(folder / "north" / "carbonroad.yaml")


def test_under_every_key_that_names_something_a_name_is_found(whole: Roadmap) -> None:
    index = index_of(whole)
    found = {one.field for path in whole.paths for one in index.mentions(path)}
    wanted = {field.name for shape, field in FIELDS if role_of(shape, field) is not None}
    # Children are known where the roadmaps of a folder are loaded together.
    assert wanted - found <= {"among"}


def test_names_mean_what_they_are_called_by(whole: Roadmap) -> None:
    index = index_of(whole)
    steel = whole.paths[1]
    text = text_of(whole, steel)
    found = {
        f"{one.field}: {text[one.start : one.end]} = {one.thing.kind} {one.thing.ref}"
        for one in index.mentions(steel)
        if not one.declares
    }
    assert found >= {
        "lead: miit = organisation miit",
        "support: NDRC = organisation ndrc",
        "owner: Ministry of Ecology = organisation mee",
        "owner: miit = organisation miit",
        "targets: early = phase early",
        "superseded_by: eaf@early = target steel.eaf@early",
        "superseded_by: eaf = indicator steel.eaf",
        "superseded_by: early = phase early",
        "deadline: fyp15 = phase fyp15",
        "deadline: top = industry top",
        "deadline: peak = milestone top.peak",
        "after: build = work steel.build",
        "id: peak = milestone top.peak",
        "for: coal = indicator top.coal",
        "if: Emissions peak = milestone top.peak",
        "indicator: eaf = indicator steel.eaf",
        "source: plan = source plan",
        "id: 国发〔2021〕23号 = source plan",
        "deadline: 15th FYP = phase fyp15",
        "words: 15th FYP = phase fyp15",
        "source: No. 1 of 2020 = source act",
        "for: eaf@2030.draft = target steel.eaf@2030.draft",
        "measure: grid = measure top.grid",
        "items: pathway = pathway top.pathway",
    }


def test_what_is_inherited_leads_to_the_file_of_the_roadmap_above(whole: Roadmap) -> None:
    index = index_of(whole)
    found = {thing.ref: shown(whole, index.place(thing)) for thing in index.names.inherited}
    assert found["ndrc"] == "carbonroad.yaml:7: ndrc"
    assert found["fyp15"].endswith("fyp15")
    assert found["top.wind"].endswith(": wind")
    named = {one.thing for one in index.mentions(whole.paths[0])}
    assert {("indicator", "top.people"), ("indicator", "top.wind"), ("roadmap", "nation")} <= {
        (one.kind, one.ref) for one in named
    }


def test_children_are_found_in_what_divides_a_target(whole: Roadmap) -> None:
    namings = index_of(whole).file_names(whole.paths[0]).namings
    assert [one.scalar.text for one in namings if one.role == "child"] == ["village", "village"]


def _named(index: Index, item: Item) -> dict[str, set[str]]:
    """What an item's own map names, by the key; of a qualified id or a target's the whole."""
    place, end = item.place, 0
    found: dict[str, set[str]] = {}
    for one in index.mentions(place.path):
        inside = place.start <= one.start and one.end <= place.end and one.end > end and not one.declares
        if inside and one.thing.kind not in ("industry", "phase", "source"):
            end = one.end
            field = (
                "after" if one.field == "id" else "duties" if one.field in ("owner", "lead") else one.field
            )
            found.setdefault(field, set()).add(one.thing.ref)
    return found


def _linked(roadmap: Roadmap, item: Item) -> dict[str, set[str]]:
    """What linking found that an item names, by the key."""
    duties, parties = item.written.duties, item.parties
    named = (parties.owner if duties.owner else ()) + (parties.lead if duties.lead else ())
    links = roadmap.project.system.links
    found = {
        "for": set(item.serves),
        "indicator": set(item.indicators),
        "superseded_by": {item.superseded_by} - {None},
        "measure": {item.measure} - {""},
        "after": {link.predecessor for link in links if link.successor == item.ref and link.by == "after"},
        "duties": {party.id for party in named if party.id},
    }
    return {key: refs for key, refs in found.items() if refs}


@pytest.mark.parametrize("name", ["china", "france", "whole"])
def test_names_mean_what_linking_finds(name: str, whole: Roadmap) -> None:
    roadmap = whole if name == "whole" else opened(ROADMAPS / name / "carbonroad.yaml")
    index = index_of(roadmap)
    keys = ("for", "indicator", "superseded_by", "measure", "after", "duties")
    compared = []
    for item in roadmap.project.system.items.values():
        if isinstance(item.written, Milestone | Work):
            found = _named(index, item)
            linked = _linked(roadmap, item)
            assert {key: found[key] for key in keys if key in found} == linked, item.ref
            compared += linked
    assert {"china": 200, "france": 0, "whole": 8}[name] <= len(compared)


def test_a_file_read_before_is_not_read_again(tmp_path: Path) -> None:
    one = marked(
        tmp_path,
        {
            "carbonroad.yaml": "title: T\n",
            "steel.yaml": "title: Steel\nmilestones:\n- {id: M1, title: A, deadline: 2030}\n",
        },
    )
    index = index_of(one.roadmap)
    assert index_of(one.roadmap) is index
    assert index.mentions(one.roadmap.paths[1]) is index.mentions(one.roadmap.paths[1])


def test_after_an_edit_what_names_something_else_is_found_anew(tmp_path: Path) -> None:
    first = marked(
        tmp_path,
        {
            "carbonroad.yaml": "title: T\nmilestones:\n- {id: M1, title: A, deadline: 2030}\n",
            "steel.yaml": "title: Steel\nmilestones:\n- {id: S1, title: B, deadline: 2030, after: M1}\n",
        },
    )
    path = first.roadmap.paths[1]
    assert [one.thing.ref for one in index_of(first.roadmap).mentions(path)][-1] == "top.M1"
    text = text_of(first.roadmap, path) + "- {id: M1, title: C, deadline: 2029}\n"
    after = opened(Path(path), {path: text})
    assert "steel.M1" in [one.thing.ref for one in index_of(after).mentions(path) if one.field == "after"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("deadline: fyp15", "fyp15"),
        ("deadline: 15th FYP period", "15th FYP"),
        ("deadline: “十五五”期间", "十五五"),
        ("deadline: 14th and 15th FYP", "15th FYP"),
        ("期限: 力争“十五五”末", "十五五"),
        ("deadline: {words: by the end of the 15th FYP}", "15th FYP"),
    ],
)
def test_a_phase_is_found_in_the_words_of_a_deadline(tmp_path: Path, written: str, words: str) -> None:
    one = marked(
        tmp_path,
        f"""
        phases:
          - {{id: fyp14, title: {{en: 14th FYP, zh: “十四五”}}, years: 2021..2025}}
          - {{id: fyp15, title: {{en: 15th FYP, zh: “十五五”}}, years: 2026..2030}}
        milestones:
          - id: M1
            title: A
            {written}
        """,
    )
    text = text_of(one.roadmap, one.path)
    named = [m for m in index_of(one.roadmap).mentions(one.path) if m.thing.ref == "fyp15" and not m.declares]
    assert [text[m.start : m.end] for m in named] == [words]
