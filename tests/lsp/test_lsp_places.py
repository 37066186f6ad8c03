"""Positions and addresses, without a server: every encoding, every system's paths."""

import pytest
from lsprotocol.types import Position

from carbonroad.lsp.addresses import path_of, uri_of
from carbonroad.lsp.positions import Lines

TEXT = "a𠮷b🏭\r\n路线\rx\n\nlast"


@pytest.mark.parametrize(
    ("encoding", "width"), [("utf-8", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")]
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_offset_has_a_position_and_leads_back(encoding: str, width: str, mark: str) -> None:
    lines = Lines(mark + TEXT, encoding)
    for offset in range(len(TEXT) + 1):
        before = TEXT[:offset].replace("\r\n", "\n").replace("\r", "\n")
        if TEXT[offset - 1 : offset + 1] == "\r\n":
            continue
        row = before.rsplit("\n", 1)[-1]
        line = before.count("\n")
        column = len(((mark if line == 0 else "") + row).encode(width)) // len("a".encode(width))
        assert lines.position(offset) == Position(line, column)
        assert lines.offset(Position(line, column)) == offset


def test_a_place_beyond_a_line_or_within_a_character_is_the_nearest() -> None:
    lines = Lines(TEXT, "utf-16")
    assert lines.offset(Position(0, 2)) == 1
    assert lines.offset(Position(0, 99)) == TEXT.index("\r")
    assert lines.offset(Position(99, 0)) == len(TEXT)
    assert lines.offset(Position(4, 99)) == len(TEXT)
    assert lines.position(9999) == Position(4, 4)
    assert Lines("", "utf-16").offset(Position(3, 3)) == 0


@pytest.mark.parametrize(
    "path", ["/a b/路线图 100%/#1?.yaml", "/plain.yaml", "/%41/𠮷.yaml", "/bytes-\udcff.yaml"]
)
def test_a_path_has_an_address_and_leads_back(path: str) -> None:
    uri = uri_of(path, windows=False)
    assert uri.isascii()
    assert path_of(uri, windows=False) == path


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///c%3A/Users/%E8%B7%AF/a%20b.yaml", r"C:\Users\路\a b.yaml"),
        ("file:///C:/Users/a.yaml", r"C:\Users\a.yaml"),
        ("file:///d:/", "D:"),
        ("file://server/share/a.yaml", r"\\server\share\a.yaml"),
    ],
)
def test_a_path_of_windows_is_read_and_written_with_its_drive(uri: str, path: str) -> None:
    assert path_of(uri, windows=True) == path
    if path.endswith(".yaml"):
        assert path_of(uri_of(path, windows=True), windows=True) == path


def test_what_is_no_file_has_no_path() -> None:
    for uri in ("http://a/b.yaml", "git:/a/b.yaml", "file:relative.yaml", "", "a.yaml", "file:///a%00.yaml"):
        assert path_of(uri, windows=False) is None
    for uri in ("file://server/etc/a.yaml", "file://127.0.0.1/a.yaml", "file://user@localhost/a.yaml"):
        assert path_of(uri, windows=False) is None
    assert path_of("FILE://LocalHost//a/../b//c.yaml", windows=False) == "/b/c.yaml"
    first, second = path_of("untitled:Untitled-1"), path_of("untitled:Untitled-2")
    assert first
    assert second
    assert first != second
