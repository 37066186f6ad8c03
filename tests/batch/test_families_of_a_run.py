"""Who is whose parent in a run: what is found, and what is said where nothing is."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from nested_roadmaps import NESTED, folders_of, load_families, load_folders, said, write

from carbonroad.batch.families import families_of
from carbonroad.link.family import as_plain, from_plain

CHILD = "parent: {}\nmilestones:\n  - {{id: m, title: M, deadline: by 2030, owner: someone, source: words}}\n"


def names(root: Path) -> dict[str, str | None]:
    folders = folders_of(root)
    parents = families_of(folders).parents
    return {
        one.name: None if parent is None else folders[parent].name
        for one, parent in zip(folders, parents, strict=True)
    }


def test_children_come_before_their_parents_and_everyone_once() -> None:
    folders = folders_of(NESTED)
    families = families_of(folders)
    order = [place for level in families.levels for place in level]
    assert sorted(order) == list(range(len(folders)))
    for place, parent in enumerate(families.parents):
        if parent is not None:
            assert order.index(place) < order.index(parent)
            assert place in families.children[parent]
    whole = next(place for place, one in enumerate(folders) if one.name == "hill")
    assert [one.name for one in families.ancestors[whole]] == ["north", "whole"]


def test_a_call_without_parents_has_one_level_and_no_relatives(tmp_path: Path) -> None:
    families = families_of(folders_of(write(tmp_path, a="title: A\n", b="title: B\n")))
    assert (families.related, families.levels) == (False, ((0, 1),))


def test_a_parent_outside_the_call_is_read_for_what_is_inherited_and_not_reported(tmp_path: Path) -> None:
    root = write(
        tmp_path, whole="organisations:\n  someone: {title: Somebody}\n", north=CHILD.format("whole")
    )
    (root / "whole" / "steel.yaml").write_text("milestones: [{id: x}]\n", encoding="utf-8")
    north = load_families(root / "north")["north"]
    assert north.system.items["top.m"].parties.owner[0].id == "someone"
    assert said(north) == []


def test_circles_are_reported_at_each_of_their_roadmaps_and_end(tmp_path: Path) -> None:
    files = {"a": "b", "b": "c", "c": "a", "d": "a", "e": "e"}
    run = load_families(write(tmp_path, **{name: CHILD.format(parent) for name, parent in files.items()}))
    assert said(run["a"])[0] == "parents-in-a-circle: The parents go round in a circle: a → b → c → a."
    assert said(run["c"])[0] == "parents-in-a-circle: The parents go round in a circle: c → a → b → c."
    assert said(run["d"]) == []
    assert said(run["e"]) == ['parents-in-a-circle: "e" is this roadmap itself.']


def test_of_two_of_one_name_elsewhere_in_the_call_neither_is_taken(tmp_path: Path) -> None:
    root = write(tmp_path, x__drum="title: D\n", y__drum="title: D\n", z__child=CHILD.format("drum"))
    run = load_families(root / "x", root / "y", root / "z")
    assert said(run["child"]) == ['unknown-parent: "drum" fits 2 roadmaps: x/drum, y/drum.']
    mended = write(tmp_path / "other", x__drum="title: D\n", z__child=CHILD.format("x/drum"))
    assert said(load_families(mended)["child"]) == []


def test_one_of_its_name_elsewhere_in_the_call_is_taken(tmp_path: Path) -> None:
    root = write(tmp_path, x__drum="title: D\n", z__child=CHILD.format("drum"))
    assert names(root) == {"drum": None, "child": "drum"}
    assert said(load_families(root / "z")["child"])[0].startswith("unknown-parent: There is no roadmap")


def test_a_parent_that_cannot_be_read_is_said_once_and_nothing_is_lost(tmp_path: Path) -> None:
    root = write(tmp_path, north=CHILD.format("whole"), whole="title: W\n")
    (root / "whole" / "carbonroad.yaml").write_bytes(b"title: \xff\xfe\n")
    run = load_families(root)
    (line,) = said(run["north"])
    assert line.startswith("parent-not-read: What comes from whole was not checked: ")
    assert len(run["north"].system.items) == 1


def test_suppressions_severities_and_baselines_hold_for_divided_targets(tmp_path: Path) -> None:
    text = (NESTED / "whole" / "carbonroad.yaml").read_text(encoding="utf-8")
    for name in ("north", "south"):
        write(tmp_path, **{name: (NESTED / name / "carbonroad.yaml").read_text(encoding="utf-8")})
    top = tmp_path / "whole" / "carbonroad.yaml"
    top.parent.mkdir()
    top.write_text(f"validate: {{severity: {{allocation-missed: error}}}}\n{text}", encoding="utf-8")
    assert load_families(tmp_path)["whole"].errors == 1
    comment = "  # carbonroad: ignore[allocation-missed] -- the south is asked again in spring"
    top.write_text(text.replace("2035: at least 2000}", "2035: at least 2000}" + comment), encoding="utf-8")
    whole = load_families(tmp_path)["whole"]
    assert "allocation-missed" not in {one.name for one in whole.findings}
    assert [one.name for one in whole.suppressed] == ["allocation-missed"]


def test_what_is_handed_up_is_the_same_once_packed_and_unpacked() -> None:
    for project in load_families(NESTED).values():
        assert from_plain(as_plain(project.handed)) == project.handed  # type: ignore[arg-type]


@settings(max_examples=6, deadline=None)
@given(st.permutations(sorted(path.name for path in NESTED.iterdir())))
def test_the_order_of_the_call_changes_nothing(order: list[str]) -> None:
    folders = folders_of(*(NESTED / name for name in order))
    projects = load_folders(folders, families_of(folders))
    found = {one.folder.name: said(one) for one in projects}
    assert found == {name: said(one) for name, one in load_families(NESTED).items()}
