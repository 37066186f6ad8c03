"""The overview: every industry, every interface, every source, on one page."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from one_document import build_document
from small_roadmap import two_fields

from carbonroad.base.texts.textwidth import width
from carbonroad.project import Project, load
from carbonroad.scene.shapes import Group, Label
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import (
    Block,
    Document,
    Folded,
    KeyFigures,
    Legend,
    Mark,
    Paragraph,
    Row,
    Span,
    Table,
)


@pytest.fixture(name="document")
def _document(tmp_path: Path) -> Document:
    project = two_fields(tmp_path)
    return build_document("overview", project.system, project.facts, None, "en")


def changed(folder: Path, **files: str) -> Document:
    """The overview of the small roadmap with other files of its industries."""
    project = two_fields(folder)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    made = load(found[0], None, project.system.as_of)
    return build_document("overview", made.system, made.facts, None, "en")


def tables(document: Document) -> dict[str, Table]:
    def of(blocks: tuple[Block, ...]) -> Iterator[Table]:
        for block in blocks:
            if isinstance(block, Table):
                yield block
            elif isinstance(block, Folded):
                yield from of(block.blocks)

    return {table.role: table for section in document.sections for table in of(section.blocks)}


def cells(row: Row) -> list[str]:
    return [
        "\n".join("".join(one.words for one in line if isinstance(one, Span)) for line in cell.lines)
        for cell in row.cells
    ]


def test_a_row_for_every_industry_with_its_lead_state_and_next_deadline(document: Document) -> None:
    steel, power = (cells(row) for row in tables(document)["board"].groups[0].rows)
    assert steel[0].startswith("Steel\nMinistry of Industry")
    assert steel[1] == " late\n1 of 15"
    assert "Scrap use" in steel[3] or "Electric-arc share" in steel[3]
    assert steel[4] == "Market covers steel\n2026-12-31 · in 39 days"
    assert power[4] == "Green certificates\n2027-12-31 · in 404 days"


def test_the_counts_of_a_field_say_each_status_and_leave_no_item_out(document: Document) -> None:
    row = tables(document)["board"].groups[0].rows[0]
    parts = [one for line in row.cells[-1].lines for one in line]
    said = [one.words for one in parts if isinstance(one, Mark)]
    numbers = [int(one.words) for one in parts if isinstance(one, Span) and one.role == "count"]
    assert dict(zip(said, numbers, strict=True)) == {
        "planned: ": 10,
        "late: ": 1,
        "done: ": 1,
        "outcome not recorded: ": 2,
        "reached early: ": 1,
    }
    spoken = "".join(one.words for one in parts).replace("\u00a0", "")
    assert spoken == "planned: 10, late: 1, done: 1, outcome not recorded: 2, reached early: 1"


def test_marks_on_a_strip_are_never_nearer_than_their_numbers_are_wide(tmp_path: Path) -> None:
    lines = [
        f"  - {{id: M{year}-{n}, title: T, deadline: by {year}}}"
        for year in range(1990, 2101)
        for n in (1, 2)
    ]
    document = changed(tmp_path, steel=f"industry: steel\ntitle: Steel\nmilestones:\n{chr(10).join(lines)}\n")
    row = tables(document)["board"].groups[0].rows[0]
    scene = next(one.scene for one in row.cells[2].lines[0] if isinstance(one, Mark))
    labels = [s for g in scene.shapes if isinstance(g, Group) for s in g.shapes if isinstance(s, Label)]
    assert sum(int(label.text) for label in labels) == 222
    assert all(
        right.x - left.x > width(left.text, 17.5) / 2 + width(right.text, 17.5) / 2
        for left, right in pairwise(labels)
    )


def test_the_legend_under_the_board_explains_its_marks(document: Document) -> None:
    section = next(s for s in document.sections if s.anchor == "board")
    legend = section.blocks[-1]
    assert isinstance(legend, Legend)
    said = {words for _, words in legend.entries}
    assert {"by the end of it", "before", "around", "late", "outcome not recorded"} <= said


def test_the_owner_of_a_field_is_that_of_its_own_duties_not_of_its_first_item(tmp_path: Path) -> None:
    power = "industry: power\ntitle: Power\nowner: nea\nmilestones:\n"
    power += "  - {id: P1, title: Grid, deadline: by 2027, owner: ndrc}\n"
    row = tables(changed(tmp_path, power=power))["board"].groups[0].rows[1]
    assert cells(row)[0].split("\n")[1] == "Energy Administration"


def test_the_one_leads_with_its_goal(document: Document) -> None:
    band = document.sections[0].blocks[0]
    assert isinstance(band, KeyFigures)
    assert band.entries[0][:2] == ("before 2030", "Emissions peak")


def test_the_matrix_counts_every_item(document: Document, tmp_path: Path) -> None:
    project = two_fields(tmp_path)
    rows = tables(document)["matrix"].groups[0].rows
    numbers = [cell.split("\n")[0] for row in rows for cell in cells(row)[1:]]
    listed = [i for i in project.system.items.values() if i.listed]
    assert sum(int(number) for number in numbers if number.isdigit()) == len(listed)


def test_every_interface_is_in_the_matrix_and_in_the_list(document: Document) -> None:
    found = tables(document)
    square = [cell for row in found["matrix square"].groups[0].rows for cell in cells(row)[1:]]
    assert sum(int(cell) for cell in square if cell.isdigit()) == 2
    listed = [cells(row) for row in found["ifs"].groups[0].rows]
    assert len(listed) == len(document.shown["interface"]) == 2
    assert [row[3] for row in listed][-1] == "one of them has no date"
    assert any(
        "Power · Green certificates" in row[0] and "Steel · Build furnaces" in row[2] for row in listed
    )


def test_a_source_says_how_often_and_how_well_it_was_read(document: Document) -> None:
    (row,) = tables(document)["sources"].groups[0].rows
    assert cells(row)[0] == "Action plan\n国发〔2021〕23号"
    assert cells(row)[1:] == ["–", "–", "1", "1"]


def test_one_interface_is_said_in_the_singular(tmp_path: Path) -> None:
    steel = "title: Steel\nmilestones: [{id: M, title: M, deadline: 2030, after: power.P1}]\n"
    document = changed(tmp_path, steel=steel)
    opening = next(s for s in document.sections if s.anchor == "interfaces").blocks[0]
    assert isinstance(opening, Paragraph)
    sentence = "".join(one.words for one in opening.line if isinstance(one, Span))
    assert sentence.startswith("1 interface between fields, 0 implied.")


def test_a_roadmap_without_interfaces_says_so(tmp_path: Path) -> None:
    project: Project = two_fields(tmp_path)
    (tmp_path / "steel.yaml").write_text("industry: steel\ntitle: Steel\n", encoding="utf-8")
    found = find_roadmaps(str(tmp_path))
    assert isinstance(found, list)
    alone = load(found[0], None, project.system.as_of)
    document = build_document("overview", alone.system, alone.facts, None, "en")
    said = [b.line for s in document.sections for b in s.blocks if isinstance(b, Paragraph)]
    assert (Span("No field waits for another."),) in said
    assert "ifs" not in tables(document)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("by 2030", "by 2028", "needed 730 days before it is due"),
        ("by 2028", "by 2030", "due 730 days before it is needed"),
        ("by 2030", "by 2030", "due on the day it is needed"),
    ],
)
def test_the_days_between_two_deadlines_are_said_in_words(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    head = "title: T\nmilestones:\n"
    document = changed(
        tmp_path,
        power=f"industry: power\n{head}  - {{id: P1, title: Grid, deadline: {before}}}\n",
        steel=f"industry: steel\n{head}  - {{id: M1, title: Furnace, deadline: {after}, after: power.P1}}\n",
    )
    (row,) = tables(document)["ifs"].groups[0].rows
    assert cells(row)[3] == said
    opening = next(s for s in document.sections if s.anchor == "interfaces").blocks[0]
    assert isinstance(opening, Paragraph)
    sentence = "".join(one.words for one in opening.line if isinstance(one, Span))
    assert sentence.endswith("No interface is recorded for: The “1”.")
    assert ("In 1 of them something is needed before it is due." in sentence) == said.startswith("needed")
