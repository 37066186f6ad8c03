"""Fingerprints: kept while lines move, never shared."""

from datetime import date
from pathlib import Path

from checked import STEEL, loaded, roadmap

from carbonroad.checking.fingerprints import fingerprints
from carbonroad.project import Project


def marks(project: Project) -> dict[tuple[str, str], str]:
    made = fingerprints(project.found, project.text)
    return {(finding.name, finding.pointer): mark for finding, mark in zip(project.found, made, strict=True)}


def test_moved_lines_keep_it(tmp_path: Path) -> None:
    before = marks(loaded(roadmap(tmp_path / "a", steel=STEEL)))
    moved = "# a remark\ntitle: Steel\n\n" + STEEL.replace("    title: Peak\n", "\n\n    title:   Peak\n")
    after = marks(loaded(roadmap(tmp_path / "elsewhere" / "b", steel=moved)))
    assert before == after != {}


def test_date_and_way_of_naming_the_folder_do_not_matter(tmp_path: Path) -> None:
    path = roadmap(tmp_path, steel=STEEL.replace("2030", "2025"))
    early, late = (
        marks(loaded(path / tail, as_of=day))
        for tail, day in ((".", date(2026, 1, 1)), ("", date(2027, 1, 1)))
    )
    assert early == late != {}


def test_value_rule_file_and_id_do(tmp_path: Path) -> None:
    other = STEEL + STEEL.removeprefix("milestones:\n").replace("M1", "M2").replace("Peak", "Other")
    project = loaded(roadmap(tmp_path, steel=other, cement=other))
    made = fingerprints(project.found, project.text)
    assert len(set(made)) == len(made) >= 8


def test_same_things_are_told_apart_by_their_number(tmp_path: Path) -> None:
    steel = STEEL + "note: a\u200bb a\u200bb\n"
    project = loaded(roadmap(tmp_path, steel=steel))
    made = fingerprints(project.found, project.text)
    unseen = [mark for mark, f in zip(made, project.found, strict=True) if f.name == "invisible-character"]
    assert len(set(unseen)) == 2
    again = loaded(roadmap(tmp_path, steel=steel.replace("a\u200bb a", "a")))
    left = fingerprints(again.found, again.text)
    assert [mark for mark in unseen if mark in left] == unseen[:1]


def test_order_of_the_findings_does_not_matter(tmp_path: Path) -> None:
    project = loaded(roadmap(tmp_path, steel="title: Steel\nnote: a\u200bb a\u200bb\n" + STEEL))
    forward = fingerprints(project.found, project.text)
    backward = fingerprints(project.found[::-1], project.text)
    assert forward == backward[::-1]
    assert len(set(forward)) == len(forward) >= 4
