"""Workbooks that no office program writes so: what XML alone says, and what is damaged."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.sheets.tables import Tables, read_tables

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _by_hand(sheet: str, strings: str = "", prefix: str = "") -> Tables:
    """A workbook of a sheet's rows as XML, with the least that a workbook needs."""
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    file = BytesIO()
    x = f"{prefix}:" if prefix else ""
    space = f'xmlns{":" + prefix if prefix else ""}="{_SPACE}"'
    with ZipFile(file, "w") as target:
        target.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/></Types>',
        )
        target.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
            f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        target.writestr(
            "xl/workbook.xml",
            f'<{x}workbook {space} xmlns:r="{rel}"><{x}sheets><{x}sheet name="S" sheetId="1" r:id="a"/>'
            f"</{x}sheets></{x}workbook>",
        )
        target.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{rel}/worksheet" '
            f'Target="worksheets/x.xml"/><Relationship Id="b" Type="{rel}/sharedStrings" Target="s.xml"/>'
            f'<Relationship Id="c" Type="{rel}/externalLink" TargetMode="External" Target="file:///etc/passwd"/>'
            f"</Relationships>",
        )
        target.writestr("xl/s.xml", f"<{x}sst {space}>{strings}</{x}sst>")
        target.writestr(
            "xl/worksheets/x.xml",
            f"<{x}worksheet {space}><{x}sheetData>{sheet}</{x}sheetData></{x}worksheet>",
        )
    return read_tables(file.getvalue(), "plan.xlsx", Kind.xlsx)


def test_rich_text_is_joined_and_readings_above_it_are_dropped() -> None:
    strings = (
        "<si><r><t>到</t></r><r><rPr><b/></rPr><t>2030</t></r><r><t xml:space='preserve'>年 </t></r></si>"
        "<si><t>課題</t><rPh sb='0' eb='2'><t>カダイ</t></rPh><phoneticPr fontId='1'/></si>"
    )
    cells = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
    (row,) = _by_hand(cells, strings).tables[0].rows
    assert [cell.text for cell in row] == ["到2030年", "課題"]


def test_cells_without_places_stand_one_after_another_and_prefixes_do_not_count() -> None:
    first = "<x:row><x:c><x:v>1</x:v></x:c><x:c t='str'><x:v>b</x:v></x:c></x:row>"
    cells = f"{first}<x:row><x:c><x:v>2</x:v></x:c></x:row>"
    table = _by_hand(cells, prefix="x").tables[0]
    assert [[cell.text for cell in row] for row in table.rows] == [["1", "b"], ["2", ""]]


@pytest.mark.parametrize(
    "cells",
    [
        "<row r='2'><c r='A2'><v>1</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>",
        "<row r='9999999'><c r='A9999999'><v>1</v></c></row>",
        "<row r='1'><c r='ZZZZ1'><v>1</v></c></row>",
        "<row r='1'><c r='1'><v>1</v></c></row>",
        "<row r='1'><c r='A1' t='s'><v>7</v></c></row>",
        "<row r='1'><c r='A1' s='99'><v>7</v></c></row>",
        "<row r='1'><c r='A1' t='b'><v>maybe</v></c></row>",
    ],
)
def test_impossible_sheets_are_damaged(cells: str) -> None:
    tables = _by_hand(cells)
    assert tables.tables == ()
    assert [finding.name for finding in tables.findings] == ["damaged-file"]
