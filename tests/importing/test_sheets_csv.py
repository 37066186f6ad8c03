"""CSV files as tables: encodings, separators, quotes, uneven rows; every cell points into the file."""

import pytest

from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.sheets.tables import Tables, read_tables


def _read(data: bytes | str) -> Tables:
    return read_tables(data.encode() if isinstance(data, str) else data, "plan.csv", Kind.csv)


def _texts(tables: Tables) -> list[list[str]]:
    return [[cell.text for cell in row] for row in tables.tables[0].rows]


_ROWS = [["任务", "期限"], ["钢铁", "到2030年"]]


@pytest.mark.parametrize(
    "data",
    [
        "任务,期限\n钢铁,到2030年\n".encode("utf-8-sig"),
        "任务,期限\r\n钢铁,到2030年".encode("gb18030"),
        "任务\t期限\r钢铁\t到2030年\r".encode("utf-16"),
        "任务;期限\n钢铁;到2030年\n;\n\n".encode(),
        '"任务"|"期限"\n"钢铁" |到2030年'.encode(),
    ],
)
def test_the_same_table_is_read_in_every_encoding_and_with_every_separator(data: bytes) -> None:
    assert _texts(_read(data)) == _ROWS


def test_cells_point_into_the_file() -> None:
    tables = _read('\ufeffa,"b ""c"" d"\r\n\r\n1, 2 \r\n')
    table = tables.tables[0]
    shown = [[table.source.text[cell.span.start : cell.span.end] for cell in row] for row in table.rows]
    assert shown == [["a", 'b ""c"" d'], [], ["1", " 2 "]]
    assert _texts(tables) == [["a", 'b "c" d'], [], ["1", "2"]]
    assert [cell.reference for cell in table.rows[2]] == ["A3", "B3"]


def test_a_line_that_names_the_separator_is_none_of_the_table() -> None:
    tables = _read("sep=;\r\na,b;c\r\n1;2\r\n")
    assert _texts(tables) == [[], ["a,b", "c"], ["1", "2"]]


def test_line_ends_stay_within_a_cell_and_short_rows_are_filled_up() -> None:
    assert _texts(_read('a,b,c\n"x\ny",2\n')) == [["a", "b", "c"], ["x\ny", "2", ""]]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("'=1+2", "=1+2"),
        ("'-18 %", "-18 %"),
        ("' ＝x", "＝x"),
        ("''=x", "'=x"),
        ("-5", "-5"),
        ("'20s", "'20s"),
        ("it's", "it's"),
    ],
)
def test_the_apostrophe_of_a_neutralised_formula_is_taken_off(field: str, text: str) -> None:
    assert _texts(_read(f"a,b\n{field},1\n"))[1][0] == text


def test_a_row_with_more_cells_is_told() -> None:
    tables = _read("任务,期限\n钢铁,2030\n水泥，窑,改造,2028\n玻璃,2027\n陶瓷,2026\n")
    (finding,) = tables.findings
    assert (finding.name, finding.pointer) == ("uneven-row", "A3")
    assert tables.tables[0].source.position(finding.span.start)[0] == 3
    assert _texts(tables)[2] == ["水泥，窑", "改造", "2028"]


def test_a_title_above_a_wide_table_is_no_uneven_row() -> None:
    assert _read("任务清单\na,b,c\n1,2,3\n4,5,6\n").findings == ()


def test_a_quotation_mark_that_never_ends_is_told_and_costs_no_row() -> None:
    tables = _read('a,b\n"x,y\nz,1\n')
    assert _texts(tables) == [["a", "b"], ['"x', "y"], ["z", "1"]]
    (finding,) = tables.findings
    assert finding.name == "quote-not-closed"
    assert tables.tables[0].source.position(finding.span.start) == (2, 1)


def test_control_characters_are_left_out_and_told() -> None:
    tables = _read("a,b\n1\x02,\x1b[31m2\n")
    assert _texts(tables) == [["a", "b"], ["1", "[31m2"]]
    assert [(one.name, one.pointer) for one in tables.findings] == [("characters-left-out", "A2")]


@pytest.mark.parametrize("data", [b"", b"\n\n", b",,\n,\n", b"sep=;\n", b'"'])
def test_a_file_of_nothing_has_no_words(data: bytes) -> None:
    assert (
        sum(cell.text not in ("", '"') for table in _read(data).tables for row in table.rows for cell in row)
        == 0
    )
