"""Completion all over real files, in files that do not parse, and whether what stands there is offered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from completed import MARK, TOP, Edited, Offered, inserted, offered_in
from editor_files import opened, text_of

from carbonroad.editing.completing.at_cursor import complete
from carbonroad.editing.spots import Step, shape_of, walk
from carbonroad.findings import Finding
from carbonroad.schema.forms import kind_name
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Scalar, Sequence, is_null
from carbonroad.workspace.roadmap import Roadmap
from carbonroad.workspace.workspace import Workspace

ROADMAPS = Path(__file__).parents[2] / "roadmaps"
TEMPLATES = Path(__file__).parents[2] / "carbonroad" / "starting" / "files"
NAMING = ("word", "boolean", "names", "ref", "refs", "afters", "citations")
ALLOWED = {"CR215"}
"""What stood in its place is named no more."""
HALF = """\
title: Steel
owner: miit
measures:
  - {id: scrap, title: "Scrap: more"}
milestones:
  - id: M1
    title:
      en: One
    deadline: 2030年底前
    support: [ndrc, mii]
    after:
      - {id: top.peak, type: SS, lag: 3mo}
    note: >-
      Text that
      goes on
  - id: M2
    期限：2031
    measure: scrap
    source: {id: ap21, clause: '3.2'}
indicators:
  - id: eaf
    unit: "%"
    targets: {2030: {value: ≥15, nature: binding}}
"""


def roadmap_of(folder: Path) -> Roadmap:
    (found,) = Workspace(lambda: date(2026, 11, 22)).roadmaps([str(folder)])
    return found


def with_text(roadmap: Roadmap, path: str, text: str) -> Roadmap:
    return cast("Roadmap", Edited(roadmap, path, text))


def check_at(roadmap: Roadmap, path: str, offset: int) -> None:
    """What is offered at an offset can be written there: it is round the cursor, on one line, in order."""
    text = text_of(roadmap, path)
    found = complete(roadmap, path, offset, "zh" if offset % 2 else "en")
    assert [one.sort for one in found] == sorted(one.sort for one in found)
    for one in found:
        start, end = one.replace
        assert 0 <= start <= offset <= end <= len(text)
        assert "\n" not in text[start:end]
        assert one.label
        assert one.plain


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("france/production.yaml", 1),
        ("france/carbonroad.yaml", 23),
        ("china/steel.yaml", 41),
        ("china/carbonroad.yaml", 701),
    ],
)
def test_all_over_a_real_file_completion_answers(name: str, step: int) -> None:
    path = ROADMAPS / name
    roadmap = roadmap_of(path.parent)
    for offset in range(0, len(text_of(roadmap, str(path))) + 1, step):
        check_at(roadmap, str(path), offset)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_over_the_files_that_a_newcomer_begins_with_completion_answers(lang: str) -> None:
    roadmap = roadmap_of(TEMPLATES / lang)
    for path in roadmap.paths:
        for offset in range(0, len(text_of(roadmap, path)) + 1, 11):
            check_at(roadmap, path, offset)


def test_at_every_prefix_of_a_half_typed_file_completion_answers(tmp_path: Path) -> None:
    at = opened(tmp_path, {"steel.yaml": HALF, "carbonroad.yaml": TOP})
    for end in range(len(HALF) + 1):
        at.workspace.put(at.path, HALF[:end])
        check_at(at.roadmap, at.path, end)


def test_at_every_offset_with_a_sign_too_many_completion_answers(tmp_path: Path) -> None:
    at = opened(tmp_path, {"steel.yaml": HALF, "carbonroad.yaml": TOP})
    roadmap = at.roadmap
    for number, offset in enumerate(range(0, len(HALF), 2)):
        sign = "[]{}\"'：:#-,\n\t|&*　"[number % 16]
        check_at(with_text(roadmap, at.path, HALF[:offset] + sign + HALF[offset:]), at.path, offset + 1)


def named_values(roadmap: Roadmap, path: str) -> Iterator[tuple[Step, Scalar]]:
    """Every reference and every fixed word of a file."""
    for step in walk(roadmap.tree(path), shape_of(roadmap.folder, path)):
        if step.field is None or step.shape is None:
            continue
        if kind_name(step.shape, step.field).partition(":")[0] in NAMING:
            for node in step.value.items if isinstance(step.value, Sequence) else (step.value,):
                if isinstance(node, Scalar) and not is_null(node):
                    yield step, node


@pytest.mark.parametrize(
    ("folder", "step"),
    [(ROADMAPS / "france", 1), (TEMPLATES / "zh", 1), (TEMPLATES / "en", 1), (ROADMAPS / "china", 23)],
)
def test_what_a_file_names_is_offered_where_it_stands(folder: Path, step: int) -> None:
    roadmap = roadmap_of(folder)
    checked, missed = 0, []
    for path in roadmap.paths:
        text = text_of(roadmap, path)
        for _, node in list(named_values(roadmap, path))[::step]:
            without = text[: node.start] + text[node.end :]
            offers = complete(with_text(roadmap, path, without), path, node.start, "en")
            checked += 1
            if text not in [inserted(without, one) for one in offers] and "#" not in node.text:
                missed.append((path, node.text))
    assert checked > 15
    assert missed == []


@pytest.mark.parametrize(("folder", "step"), [(ROADMAPS / "france", 1), (TEMPLATES / "zh", 1)])
def test_the_keys_of_a_file_are_offered_where_they_stand(folder: Path, step: int) -> None:
    roadmap = roadmap_of(folder)
    checked, missed = 0, []
    for path in roadmap.paths:
        for one in list(walk(roadmap.tree(path), shape_of(roadmap.folder, path)))[::step]:
            if one.shape is not None and one.field is not None:
                offers = complete(roadmap, path, one.key.start + 1, "zh")
                checked += 1
                if one.key.text not in [offer.plain for offer in offers]:
                    missed.append((path, one.key.text))
    assert checked > 50
    assert missed == []


def broken(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """What is wrong with how a file is written and with what it names; not what it says."""
    families = ("CR0", "CR1", "CR2")
    return {(one.code, one.message) for one in findings if one.code.startswith(families)}


def test_nothing_is_offered_that_cannot_be_read_or_names_nothing() -> None:
    folder = TEMPLATES / "en"
    roadmap = roadmap_of(folder)
    before = broken(roadmap.findings())
    tried = 0
    for path in roadmap.paths:
        text = text_of(roadmap, path)
        for number, (step, node) in enumerate(named_values(roadmap, path)):
            if step.key.text == "industries":
                continue  # without a file, what it declares is not there
            without = text[: node.start] + text[node.end :]
            offers = complete(with_text(roadmap, path, without), path, node.start, "en")
            for one in [one for one in offers if one.kind not in ("key", "snippet")][number % 2 :: 3]:
                changed = inserted(without, one)
                new = broken(roadmap.check({path: SourceText(path, changed)})) - before
                allowed = {code for code, _ in new} <= ALLOWED
                assert allowed, (node.text, one.plain, new)
                tried += 1
    assert tried > 60


def test_items_of_a_file_that_does_not_parse_are_offered(tmp_path: Path) -> None:
    files = {
        "carbonroad.yaml": TOP,
        "steel.yaml": f"{HALF}  - id: [\nworks:\n  - id: W1\n    title: x\n  - id: W2\n    after: {MARK}",
    }
    found = offered_in(tmp_path, files)
    assert {"M1", "M2", "eaf@2030", "W1", "top.peak"} <= set(found.labels)


def test_items_below_what_cannot_be_read_are_offered_too(tmp_path: Path) -> None:
    text = f"works:\n  - id: W1\n    after: {MARK}\n{{{{{{\nmilestones:\n  - id: M7\n    title: x\n"
    assert "M7" in offered_in(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": text}).labels


def test_a_file_of_another_industry_that_does_not_parse_hides_nothing_of_the_rest(tmp_path: Path) -> None:
    files = {
        "carbonroad.yaml": TOP,
        "power.yaml": "a: [\n- x",
        "steel.yaml": f"works:\n  - id: W\n    after: {MARK}",
    }
    assert offered_in(tmp_path, files).labels == ["top.peak"]


def test_outside_the_text_and_in_a_file_that_is_not_there_nothing_is_offered(tmp_path: Path) -> None:
    at = opened(tmp_path, {"carbonroad.yaml": TOP})
    assert complete(at.roadmap, at.path, len(TOP) + 1, "en") == []
    assert complete(at.roadmap, at.path, -1, "en") == []
    assert complete(at.roadmap, str(tmp_path / "none.yaml"), 0, "en") == []


def test_a_list_is_made_anew_for_each_text(tmp_path: Path) -> None:
    at = opened(tmp_path, {"steel.yaml": f"works:\n  - id: W1\n    after: {MARK}\n", "carbonroad.yaml": TOP})
    assert Offered(at, "en").labels == ["top.peak"]
    at.workspace.put(at.path, "works:\n  - id: W1\n    after: \n  - id: W2\n")
    assert Offered(at, "en").labels == ["W2", "top.peak"]
