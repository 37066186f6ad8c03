"""A run's Markdown, read as a forge reads it: every cell, heading, link and picture is there."""

import posixpath
from collections.abc import Iterable, Mapping
from itertools import pairwise
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from markdown_reader import read_page, slugs, squeeze
from site_files import render_markdown, render_site
from small_documents import one_block, place
from small_roadmap import two_fields

from carbonroad.project import Project
from carbonroad.render.characters import visible
from carbonroad.render.markdown.outline import Outline
from carbonroad.render.site.choice import Choice
from carbonroad.views.document import Block, Cell, Document, Folded, Paragraph, Section, Span, Table
from carbonroad.views.maker import build_all
from carbonroad.views.options import Options

_OPTIONS = Options(mermaid=True)


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return two_fields(tmp_path_factory.mktemp("two"))


@pytest.fixture(name="files", scope="module")
def _files(project: Project) -> Mapping[str, str]:
    made = render_site(project, ("en", "zh"), Choice(formats=("md",), options=_OPTIONS))
    return {path: data.decode() for path, data in made.items()}


@pytest.fixture(name="documents", scope="module")
def _documents(project: Project) -> Mapping[str, Document]:
    """Documents by the file they are written to."""
    return {
        f"{root}{document.path}.md": document
        for lang, root in (("en", ""), ("zh", "zh/"))
        for document in build_all(project.system, project.facts, lang, options=_OPTIONS)
    }


def test_every_table_comes_back_cell_by_cell(
    files: Mapping[str, str], documents: Mapping[str, Document]
) -> None:
    counted = 0
    for path, document in documents.items():
        expected = [rows for section in document.sections for rows in _tables(section.blocks)]
        found = read_page(files[path]).tables
        assert [[list(map(_bare, row)) for row in rows] for rows in found] == expected, path
        counted += sum(map(len, expected))
    assert counted > 100


def _tables(blocks: Iterable[Block]) -> Iterable[list[list[str]]]:
    """Each group's heading row and rows, as words without blanks; strips are pictures alone."""
    for block in blocks:
        if isinstance(block, Folded):
            yield from _tables(block.blocks)
        elif isinstance(block, Table):
            shown = [n for n, column in enumerate(block.columns) if "strip" not in column.role.split()]
            head = [_bare(block.columns[n].heading) for n in shown]
            for group in block.groups:
                yield [head, *([_words(row.cells[n]) for n in shown] for row in group.rows)]


def _words(cell: Cell) -> str:
    return _bare("".join(part.words for line in cell.lines for part in line))


def _bare(words: str) -> str:
    return "".join(str(visible(words)).split())


def test_headings_stand_in_order_and_skip_no_level(
    files: Mapping[str, str], documents: Mapping[str, Document]
) -> None:
    for path, document in documents.items():
        headings = read_page(files[path]).headings
        assert headings == Outline(document).headings, path
        assert headings[0] == (1, squeeze(document.title))
        levels = [level for level, _ in headings]
        assert all(1 < after <= before + 1 for before, after in pairwise(levels)), path


def test_every_link_leads_to_a_file_and_a_heading_in_it(files: Mapping[str, str]) -> None:
    addresses = {
        path: slugs(read_page(text).headings) for path, text in files.items() if path.endswith(".md")
    }
    broken, anchored = [], 0
    for path in addresses:
        page = read_page(files[path])
        for href in (*page.links, *(source for _, source in page.images)):
            if href.startswith("https://"):
                continue
            name, _, anchor = unquote(href).partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
            anchored += bool(anchor)
            if target not in files or (anchor and anchor not in addresses[target]):
                broken.append(f"{path}: {href}")
    assert not broken
    assert anchored > 20


def test_there_is_no_html_but_line_breaks(files: Mapping[str, str]) -> None:
    found = {tag for path, text in files.items() if path.endswith(".md") for tag in read_page(text).html}
    assert found == {"<br>"}


def test_every_mark_has_its_note_on_the_page(files: Mapping[str, str]) -> None:
    for path, text in files.items():
        if not path.endswith(".md"):
            continue
        page = read_page(text)
        notes = {line[0] for line in (*page.paragraphs, *page.items) if line and line[0] in "†‡§*"}
        used = {
            sign for rows in page.tables for row in rows for cell in row for sign in "†‡§" if sign in cell
        }
        assert used <= notes, path


def test_pictures_are_files_with_a_name_a_summary_both_styles_and_no_request(
    files: Mapping[str, str],
) -> None:
    drawn = {path: text for path, text in files.items() if path.endswith(".svg")}
    shown = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), source))
        for path, text in files.items()
        if path.endswith(".md")
        for _, source in read_page(text).images
    }
    assert shown == set(drawn)
    for path, text in drawn.items():
        root = ET.fromstring(text)  # noqa: S314  # our own output
        names = [element.tag.rpartition("}")[2] for element in root.iter()]
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path
        assert {"title", "desc", "style", "text"} <= set(names), path
        assert not {"script", "image", "use", "a", "foreignObject"} & set(names), path
        assert "prefers-color-scheme:dark" in text, path
        assert not [
            word
            for word in ("href", "@import", "@font-face", "http://w", "url(h")
            if word in text.replace('xmlns="http://www.w3.org/2000/svg"', "")
        ], path


def test_a_row_is_linked_by_the_heading_above_it() -> None:
    outline = Outline(
        Document(
            "timetable",
            "",
            "en",
            "Roadmap",
            "",
            (Section("Same", (), "one"), Section("Same", (), "two")),
            "timetable",
        )
    )
    assert outline.anchors == {"one": "same", "two": "same-1"}


@pytest.mark.parametrize("heading", ["2030", "A & B", "CO₂", "“ ”"])
def test_a_heading_whose_address_forges_disagree_on_is_not_linked(heading: str) -> None:
    section = Section(heading, (Paragraph((Span("here", "", "#x"),)),), "x")
    document = one_block(sections=(section,))
    assert Outline(document).anchors == {"x": ""}
    assert "here" in read_page(render_markdown(document, place("md"))).paragraphs
