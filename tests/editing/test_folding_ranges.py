"""What can be folded: by the nodes of a file, and by its indentation where it could not be read."""

from pathlib import Path

import pytest
from marked_roadmaps import ROADMAPS, marked, opened, text_of

from carbonroad.editing.folding import folds
from carbonroad.workspace.roadmap import Roadmap


def _lines(roadmap: Roadmap, path: str) -> list[tuple[int, int, str]]:
    """First and last line of each, from 1."""
    source = roadmap.source(path)
    assert source is not None
    return [
        (source.position(one.start)[0], source.position(one.end)[0], one.kind) for one in folds(roadmap, path)
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            """
            title: Steel
            milestones:
              - id: A
                title:
                  en: A
                  zh: 甲

              # A remark
              # of two lines.
              - {id: B, title: B,
                 deadline: 2030}
            note: >-
              Some
                words

            works: []
            """,
            [(2, 11, "region"), (3, 6, "region"), (4, 6, "region"), (8, 9, "comment"), (10, 11, "region"),
             (12, 14, "region")],
        ),
        (
            """
            里程碑:
            - 编号: A
              标题: A
            - 编号: B
              标题: B
            """,
            [(1, 5, "region"), (2, 3, "region"), (4, 5, "region")],
        ),
        ("title: Steel\nnote: |\n  # no comment\n  # but a text\n", [(2, 4, "region")]),
        ("title: a text\n  of two lines\n", [(1, 2, "region")]),
        ("title: Steel\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_maps_lists_texts_and_comments_can_be_folded(
    tmp_path: Path, text: str, lines: list[tuple[int, int, str]]
) -> None:
    one = marked(tmp_path, {"carbonroad.yaml": text})
    assert _lines(one.roadmap, one.path) == lines


def test_an_aliased_map_is_folded_where_it_stands(tmp_path: Path) -> None:
    one = marked(tmp_path, {"carbonroad.yaml": "a: &x\n  b: 1\n  c: 2\nd: *x\ne: 1\n"})
    assert _lines(one.roadmap, one.path) == [(1, 3, "region")]


def test_what_cannot_be_read_is_folded_by_its_indentation(tmp_path: Path) -> None:
    one = marked(
        tmp_path,
        'milestones:\n  - id: "A\n    title: B\n  - id: [B\n    title: C\nworks: }\n  - id: W\n    title: W',
    )
    found = _lines(one.roadmap, one.path)
    assert {(1, 5, "region"), (4, 5, "region"), (6, 8, "region"), (7, 8, "region")} <= set(found)


@pytest.mark.parametrize("name", ["china/steel.yaml", "france/carbonroad.yaml"])
def test_folds_lie_inside_one_another_at_every_prefix(name: str) -> None:
    path = str(ROADMAPS / name)
    text = text_of(opened(Path(path)), path)
    for end in [*range(0, len(text), 997), len(text)]:
        roadmap = opened(Path(path), {path: text[:end]})
        found = _lines(roadmap, path)
        assert len({first for first, _, kind in found if kind == "region"}) == len(
            [one for one in found if one[2] == "region"]
        )
        ends: list[int] = []
        for first, last, _ in found:
            assert first < last
            while ends and ends[-1] < first:
                ends.pop()
            assert not ends or last <= ends[-1], (first, last)
            ends.append(last)
