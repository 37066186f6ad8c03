"""What a file is: by its content, whatever it is called; and what to do with one that is not read."""

import gzip
import zipfile
from io import BytesIO

import docx
import openpyxl
import pytest

from carbonroad.findings import Finding
from carbonroad.importing.foreign.decoding import decode
from carbonroad.importing.foreign.look import Kind, look

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

_OPEN = "application/vnd.oasis.opendocument"


def _stream(name: str) -> bytes:
    return _OLE + name.encode("utf-16-le")


def _workbook() -> bytes:
    file = BytesIO()
    openpyxl.Workbook().save(file)
    return file.getvalue()


def _document() -> bytes:
    file = BytesIO()
    docx.Document().save(file)
    return file.getvalue()


def _zip(**parts: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for name, text in parts.items():
            target.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return file.getvalue()


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.txt", "plan", "示例.DAT"])
def test_office_files_are_known_by_their_content(name: str) -> None:
    assert look(_workbook(), name) is Kind.xlsx
    assert look(_document(), name) is Kind.docx


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"a,b\n1,2\n", "a.csv", Kind.csv),
        (b"a\tb\n1\t2\n", "a.tsv", Kind.tsv),
        (b"a\tb\n1\t2\n", "export.xls", Kind.tsv),
        (b"<html><table><tr><td>1</table>", "export.xls", Kind.html),
        (b"<!-- made by x --><!DOCTYPE html><p>a", "a", Kind.html),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>', "a.xml", Kind.html),
        (b"a;b\n1;2\n", "a", Kind.csv),
        ("一、总体要求\n到2030年。\n".encode("gb18030"), "a.txt", Kind.txt),
        ("任务,期限\n钢铁,2030\n".encode("utf-16"), "a.csv", Kind.csv),
        (b"# Plan\n", "a.md", Kind.md),
        (b"[Plan](x)\n", "a.md", Kind.md),
        (b'\xef\xbb\xbf{"a": 1}\n', "a", Kind.json),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "a.txt", Kind.ics),
        (
            b'<?xml version="1.0"?>\n<Project xmlns="http://schemas.microsoft.com/project">',
            "a.xml",
            Kind.mspdi,
        ),
        (b"Some words.\nAnd more of them.\n", "notes", Kind.txt),
    ],
)
def test_texts_are_known_by_their_signs_then_by_their_ending(data: bytes, name: str, kind: Kind) -> None:
    assert look(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "rule", "said", "way"),
    [
        (_stream("Workbook"), "plan.xls", "unsupported-file", ".xls", ".xlsx"),
        (_stream("Workbook"), "plan.et", "unsupported-file", "WPS Spreadsheets", ".xlsx"),
        (_stream("WordDocument"), "plan.doc", "unsupported-file", "old Word document", ".docx"),
        (_stream("WordDocument"), "plan.wps", "unsupported-file", "WPS Writer", ".docx"),
        (_stream("Props14"), "plan", "unsupported-file", ".mpp", "XML Format"),
        (_stream("EncryptedPackage"), "plan.xlsx", "password-protected", "password", "without one"),
        (_OLE, "plan.bin", "unsupported-file", "old Office format", ".docx"),
        (b"%PDF-1.7\n", "plan.docx", "unsupported-file", "PDF", "Word"),
        (b"{\\rtf1\\ansi", "plan.doc", "unsupported-file", "Rich Text", ".docx"),
        (b"\x89PNG\r\n\x1a\n", "plan.docx", "unsupported-file", "picture", "type the text"),
        (b"RIFF\x00\x00\x00\x00WEBP", "plan", "unsupported-file", "picture", "type the text"),
        (gzip.compress(b"a,b", mtime=0), "plan.csv.gz", "unsupported-file", "compressed", "unpack"),
        (_zip(mimetype=f"{_OPEN}.spreadsheet"), "a.ods", "unsupported-file", ".ods", ".xlsx"),
        (_zip(mimetype=f"{_OPEN}.text"), "a.odt", "unsupported-file", ".odt", ".docx"),
        (_zip(Index__Document_dot_iwa=""), "a.numbers", "unsupported-file", "Numbers", "Excel"),
        (_zip(Index__Document_dot_iwa=""), "a.pages", "unsupported-file", "Pages", "Word"),
        (_zip(a_dot_csv="a,b"), "a.zip", "unsupported-file", "archive", "unpack"),
        (_zip(a="1"), "a.xlsx", "damaged-file", "contents", "anew"),
        (_workbook()[:900], "a.xlsx", "damaged-file", "unpacked", "anew"),
        (b"", "a.csv", "damaged-file", "empty", "anew"),
        (b" \n\t\n", "a.txt", "damaged-file", "empty", "anew"),
        (b"\x00\x01\x02\x03" * 50, "a.csv", "unsupported-file", "no text", ".csv"),
        (b"version: 1\n", "a.yaml", "unsupported-file", "YAML", "validate"),
        (b"not json", "a.json", "damaged-file", "JSON", "anew"),
        (b"<?xml version='1.0'?><a/>", "a.xml", "unsupported-file", "XML", "Microsoft Project"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "a.xml",
            "unsupported-file",
            "Excel 2003",
            ".xlsx",
        ),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named_with_the_way_to_save_it(
    data: bytes, name: str, rule: str, said: str, way: str
) -> None:
    finding = look(data, name)
    assert isinstance(finding, Finding)
    assert finding.name == rule
    assert finding.message.startswith(name)
    assert said in finding.message
    assert way in finding.help


@pytest.mark.parametrize(
    ("types", "said"),
    [
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", ".xlsb"),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "presentation",
        ),
        ("application/vnd.openxmlformats-package.core-properties+xml", "neither"),
    ],
)
def test_other_office_files_are_told_apart(types: str, said: str) -> None:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        part = f'<Override PartName="/a" ContentType="{types}"/>'
        target.writestr("[Content_Types].xml", f'<Types xmlns="{space}">{part}</Types>')
    finding = look(file.getvalue(), "a.xlsx")
    assert isinstance(finding, Finding)
    assert said in finding.message


@pytest.mark.parametrize(
    ("data", "text", "rules"),
    [
        ("任务".encode("utf-8-sig"), "任务", []),
        ("任务".encode("utf-16"), "任务", []),
        ("plan 任务".encode("utf-16-be"), "plan 任务", []),
        ("钢铁行业，到2030年".encode("gbk"), "钢铁行业，到2030年", ["encoding-guessed"]),
        ("Größe – naïve".encode("cp1252"), "Größe – naïve", ["encoding-guessed"]),
        ("钢铁行业率先碳达峰".encode()[:-1], "钢铁行业率先碳达\ufffd", ["characters-left-out"]),
        ("a\ufffdb".encode(), "a\ufffdb", []),
    ],
)
def test_bytes_are_decoded_by_their_mark_their_own_word_or_their_characters(
    data: bytes, text: str, rules: list[str]
) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text == text
    assert [finding.name for finding in decoded.findings] == rules
