"""The tutorial and the how-to pages, followed word for word; their pictures and samples.

`make golden` takes over what the program says now.
"""

import os
import re
import struct
from pathlib import Path

import architecture
import pytest
from page_steps import Reader
from pictures import CHINESE, ENGLISH, SHOTS, Tutorial
from sample_lists import made

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
HOW_TO = sorted(path.stem for path in (DOCS / "how-to").glob("*.md") if path.stem != "README")
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+\.(?:png|svg))\)")
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_MOST_BYTES = 250_000


def _follow(path: Path, reader: Reader) -> None:
    page = path.read_text(encoding="utf-8")
    now = reader.follow(page)
    if os.environ.get("CARBONROAD_GOLDEN") == "write":
        path.write_text(now, encoding="utf-8")
    else:
        assert reader.mismatches == []


@pytest.mark.parametrize("one", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_who_follows_the_tutorial_gets_there(one: Tutorial, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.bring(DOCS / "tutorial" / one.list)
    _follow(DOCS / one.page, reader)
    assert reader.calls >= 8


@pytest.mark.parametrize("name", HOW_TO)
def test_who_follows_a_how_to_page_gets_there(name: str, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    path = DOCS / "how-to" / f"{name}.md"
    if "carbonroad init" not in path.read_text(encoding="utf-8"):
        reader.say("carbonroad init")
    before = reader.calls
    _follow(path, reader)
    assert reader.calls > before


def test_the_index_names_every_how_to_page() -> None:
    index = (DOCS / "how-to" / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\| \[([\w-]+)\.md\]\(\1\.md\) \|", index)) == HOW_TO


def test_the_index_of_the_docs_names_every_page() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in DOCS.glob("*.md")} - {"README.md"}
    assert pages <= set(re.findall(r"\]\(([\w-]+\.md)\)", index))


def test_every_link_of_the_pages_leads_somewhere() -> None:
    pages = [ROOT / "README.md", *DOCS.rglob("*.md")]
    links = [
        (page.name, link)
        for page in pages
        for link in re.findall(
            r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)", _CODE.sub("", page.read_text(encoding="utf-8"))
        )
        if not re.match(r"[a-z]+:", link) and not (page.parent / link).exists()
    ]
    assert len(pages) > 30
    assert links == []


def test_the_samples_are_what_the_command_makes() -> None:
    """Cell by cell, since a file's bytes depend on the library that packs it."""
    made_now = made()
    assert set(made_now) == {path.name for path in (DOCS / "tutorial").glob("*.xlsx")}
    for name, content in made_now.items():
        assert _cells(content) == _cells((DOCS / "tutorial" / name).read_bytes()), "run `make pictures`"


def _cells(content: bytes) -> list[list[tuple[object, ...]]]:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content))
    return [
        [(cell.value, cell.number_format, cell.coordinate) for row in sheet.iter_rows() for cell in row]
        for sheet in book
    ]


def test_every_picture_is_one_that_the_command_takes() -> None:
    named = {
        (page.parent / path).resolve()
        for page in (ROOT / "README.md", *DOCS.rglob("*.md"))
        for path in _PICTURE.findall(page.read_text(encoding="utf-8"))
    }
    taken = {DOCS / "images" / f"{shot.name}.png": shot.size for shot in SHOTS}
    assert named == {*taken, architecture.PICTURE}
    assert set((DOCS / "images").iterdir()) == named
    for path, size in taken.items():
        content = path.read_bytes()
        assert len(content) < _MOST_BYTES, path.name
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert (*struct.unpack(">IIBB", content[16:26]),)[:2] == size, path.name
        assert content[25] == 3, f"{path.name}: its pixels are numbers of a palette"
