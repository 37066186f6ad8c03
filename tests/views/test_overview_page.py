"""The overview: every industry, every interface, every source, on one page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_roadmap import two_fields

from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import Block, Document, Folded, KeyFigures, Paragraph, Row, Span, Table
from carbonroad.views.overview import build_document


@pytest.fixture(name="document")
def _document(tmp_path: Path) -> Document:
    project = two_fields(tmp_path)
    return build_document(project.system, project.facts, "en")


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
    assert "2 outcome not recorded" in steel[1]
    assert "Scrap use" in steel[3] or "Electric-arc share" in steel[3]
    assert steel[-1] == "Market covers steel\n2026-12-31 · in 39 days"
    assert power[-1] == "Green certificates\n2027-12-31 · in 404 days"


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
    assert [row[3] for row in listed][-1] == "–"
    assert any(
        "Power · Green certificates" in row[0] and "Steel · Build furnaces" in row[2] for row in listed
    )


def test_a_source_says_how_often_and_how_well_it_was_read(document: Document) -> None:
    (row,) = tables(document)["sources"].groups[0].rows
    assert cells(row)[0] == "Action plan\n国发〔2021〕23号"
    assert cells(row)[1:] == ["–", "–", "1", "1"]


def test_a_roadmap_without_interfaces_says_so(tmp_path: Path) -> None:
    project: Project = two_fields(tmp_path)
    (tmp_path / "steel.yaml").write_text("industry: steel\ntitle: Steel\n", encoding="utf-8")
    found = find_roadmaps(str(tmp_path))
    assert isinstance(found, list)
    alone = load(found[0], None, project.system.as_of)
    document = build_document(alone.system, alone.facts, "en")
    said = [b.line for s in document.sections for b in s.blocks if isinstance(b, Paragraph)]
    assert (Span("No field waits for another."),) in said
    assert "ifs" not in tables(document)
