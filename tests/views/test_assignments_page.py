"""The assignments: each body's tasks in one table, none lost, none twice."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from one_document import build_document
from small_roadmap import two_fields

from carbonroad.link.system import Item
from carbonroad.project import Project, load
from carbonroad.render.site.check import LostItemsError, check_shown
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import Document, Row, Span, Table
from carbonroad.views.options import Options


def of_files(folder: Path, steel: str, owner: str = "", lang: str = "en") -> tuple[Project, Document]:
    """The assignments of the small roadmap with another file of steel."""
    two_fields(folder)
    (folder / "steel.yaml").write_text(f"industry: steel\ntitle: Steel\n{steel}", encoding="utf-8")
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    project = load(found[0], None, date(2026, 11, 22))
    return project, build_document(
        "assignments", project.system, project.facts, None, lang, Options(owner=owner)
    )


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Project:
    return two_fields(tmp_path)


@pytest.fixture(name="document")
def _document(project: Project) -> Document:
    return build_document("assignments", project.system, project.facts, None, "en")


def sections(document: Document) -> dict[str, list[Row]]:
    return {
        section.heading: [
            row
            for block in section.blocks
            if isinstance(block, Table)
            for group in block.groups
            for row in group.rows
        ]
        for section in document.sections[1:]
    }


def contents(document: Document) -> list[Row]:
    table = document.sections[0].blocks[0]
    assert isinstance(table, Table)
    return list(table.groups[0].rows)


def said(row: Row) -> list[str]:
    return [
        "\n".join("".join(one.words for one in line if isinstance(one, Span)) for line in cell.lines)
        for cell in row.cells
    ]


def named(item: Item) -> set[str]:
    return {party.id for party in (*item.parties.owner, *item.parties.lead, *item.parties.support)}


def test_a_section_for_each_body_in_use_in_the_order_of_the_file(document: Document) -> None:
    assert list(sections(document)) == [
        "Planning <Commission>",
        "Ministry of Industry",
        "Energy Administration",
    ]


def test_every_duty_of_every_body_is_a_row_once(project: Project, document: Document) -> None:
    rows = Counter(
        (row.item, section.anchor.removeprefix("org-"))
        for section in document.sections[1:]
        for block in section.blocks
        if isinstance(block, Table)
        for group in block.groups
        for row in group.rows
    )
    assert set(rows.values()) == {1}
    listed = [item for item in project.system.items.values() if item.listed]
    assert set(rows) == {(item.ref, body) for item in listed for body in named(item)}


def test_a_lost_duty_is_a_fault_with_its_name(project: Project, document: Document) -> None:
    check_shown(project.system, [document])
    lost = replace(document, shown={**document.shown, "assignment": document.shown["assignment"][1:]})
    with pytest.raises(LostItemsError, match=r"assignments \(en\) lost assignments: .* > "):
        check_shown(project.system, [lost])


def test_rows_stand_by_deadline_and_link_to_the_timetable(document: Document) -> None:
    rows = sections(document)["Ministry of Industry"]
    assert [row.item for row in rows][:4] == ["steel.M8", "steel.M2", "steel.M3", "steel.eaf@2025"]
    first = rows[1].cells[1].lines[0][0]
    assert first == Span("Rules in force", "strong", "doc:steel/timetable#M2")
    assert said(rows[1])[0] == "by 2025\n2025-12-31"
    assert said(rows[1])[2] == "Steel"
    assert "late" in said(rows[1])[5]


def test_an_inferred_duty_has_a_dagger(document: Document) -> None:
    rows = sections(document)["Planning <Commission>"]
    daggers = {row.item: "†" in said(row)[3] for row in rows}
    assert daggers == {"top.peak": True, "steel.M4": False}


def test_the_contents_count_what_the_sections_hold(document: Document) -> None:
    held = {name: len(rows) for name, rows in sections(document).items()}
    for row in contents(document):
        cells = said(row)
        name = next(one for one in held if cells[0].startswith(one))
        assert sum(int(number) for number in cells[1:3] if number != "–") == held[name]
    links = [row.cells[0].lines[0][0] for row in contents(document)]
    anchors = {f"#{section.anchor}" for section in document.sections[1:]}
    assert {one.href for one in links if isinstance(one, Span)} == anchors


def test_the_next_thing_that_a_body_merely_supports_is_marked_as_such(tmp_path: Path) -> None:
    _, made = of_files(
        tmp_path,
        "owner: miit\nmilestones:\n  - {id: A, title: Rules, deadline: by 2026, support: [nea, ndrc]}\n",
    )
    following = {said(row)[0].split(" ")[0]: said(row)[-1] for row in contents(made)}
    assert following["Ministry"] == "2026-12-31 Rules"
    assert following["Energy"] == "2026-12-31 Rules (support)"


@pytest.mark.parametrize(
    ("duties", "roles"),
    [
        ("owner: [miit, nea]", {"miit": "joint owner", "nea": "joint owner"}),
        ("owner: miit, lead: nea", {"miit": "owner", "nea": "lead"}),
        ("owner: miit, lead: miit", {"miit": "owner and lead"}),
        ("owner: miit, support: [nea, and 3 others]", {"miit": "owner", "nea": "support"}),
        ("lead: [miit, nea]", {"miit": "joint lead", "nea": "joint lead"}),
    ],
)
def test_the_role_says_what_a_body_is_to_the_item(tmp_path: Path, duties: str, roles: dict[str, str]) -> None:
    project, document = of_files(
        tmp_path, f"milestones:\n  - {{id: M, title: T, deadline: by 2030, {duties}}}\n"
    )
    titles = {one.title.pick("en", ("en",)): key for key, one in project.system.organisations.items()}
    found = {
        titles[heading]: said(row)[3].removesuffix("\u00a0†")
        for heading, rows in sections(document).items()
        for row in rows
        if row.item == "steel.M"
    }
    assert found == roles


def test_unnamed_others_stand_beside_the_item_but_have_no_table(tmp_path: Path) -> None:
    _, document = of_files(
        tmp_path,
        "milestones:\n  - {id: M, title: T, deadline: by 2030, owner: miit, support: [nea, and 3 others]}\n",
    )
    assert not any("others" in heading for heading in sections(document))
    (row,) = sections(document)["Ministry of Industry"]
    assert "3 others" in said(row)[4]


def test_what_nobody_owns_has_a_table_of_its_own(tmp_path: Path) -> None:
    _, document = of_files(tmp_path, "owner: none\nmilestones:\n  - {id: M, title: T, deadline: by 2030}\n")
    assert [row.item for row in sections(document)["No owner stated"]] == ["steel.M"]
    assert said(contents(document)[-1])[0] == "No owner stated"


def test_a_body_that_is_not_declared_has_a_table_too(tmp_path: Path) -> None:
    lines = [f"  - {{id: M{n}, title: T, deadline: by 2030, owner: Body {n}}}" for n in range(45)]
    _, document = of_files(tmp_path, "milestones:\n" + "\n".join(lines) + "\n")
    assert {f"Body {n}" for n in range(45)} <= set(sections(document))
    anchors = [section.anchor for section in document.sections]
    assert len(anchors) == len(set(anchors))


def test_limited_to_one_body_it_shows_that_body_alone_and_says_so(project: Project) -> None:
    document = build_document("assignments", project.system, project.facts, None, "en", Options(owner="nea"))
    assert list(sections(document)) == ["Energy Administration"]
    assert document.lede.startswith("Only what Energy Administration owns, leads or supports: 1 of 17 items.")
    check_shown(project.system, [document])


def test_an_empty_roadmap_says_that_it_is(tmp_path: Path) -> None:
    (tmp_path / "steel.yaml").write_text("industry: steel\ntitle: Steel\n", encoding="utf-8")
    found = find_roadmaps(str(tmp_path))
    assert isinstance(found, list)
    project = load(found[0], None, date(2026, 11, 22))
    document = build_document("assignments", project.system, project.facts, None, "en")
    assert document.lede == "Nothing stands here yet."
    assert len(document.sections) == 1


def test_the_head_of_every_printed_page_names_the_body(document: Document) -> None:
    for section in document.sections[1:]:
        table = next(block for block in section.blocks if isinstance(block, Table))
        head = next(column for column in table.columns if column.role == "head")
        assert head.heading.endswith(": item")
        assert head.heading.removesuffix(": item") in {"NDRC", section.heading}
