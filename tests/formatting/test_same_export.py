"""What other programs get from a roadmap is the same, whatever `fmt` made of its files."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from carbonroad.cli.run import run
from carbonroad.export import ALL, Exported
from carbonroad.findings import Finding
from carbonroad.formatting.text import formatted
from carbonroad.project import Project, load
from carbonroad.read.vocabulary.shapes import LONE_FILE
from carbonroad.source.folder import find_roadmaps
from carbonroad.source.text import SourceText
from carbonroad.source.text import read as read_text

ROOT = Path(__file__).parents[2]
FOLDERS = [
    ROOT / "roadmaps" / "china",
    ROOT / "tests" / "data" / "timed",
    ROOT / "tests" / "data" / "network",
]
CORPUS = sorted((ROOT / "tests" / "corpus").glob("*/*.yaml"))[::3]
DAY = date(2026, 11, 22)


def read(path: Path) -> Project:
    found = find_roadmaps(str(path))
    assert isinstance(found, list)
    return load(found[0], DAY, DAY)


def exported(project: Project) -> list[str]:
    """The data as JSON, for roadmaps without errors; the fingerprint is of the files' bytes."""
    assert project.errors == 0
    made = ALL[0].write(Exported(project.system, project.facts, "0", "en")).values()
    return [re.sub(r'"fingerprint": "\w+"', "", data.decode()) for data in made]


def said(finding: Finding) -> Any:
    """A finding without its place in the text."""
    return finding.code, finding.pointer, str(finding.message), finding.severity


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_roadmaps(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    before = read(copy)
    expected = exported(before)
    for options in (["--keys", "zh"], ["--keys", "en"]):
        assert run(["fmt", str(copy), "-q", *options]) == 0
        after = read(copy)
        assert exported(after) == expected
        assert sorted(map(said, after.findings)) == sorted(map(said, before.findings))
        assert run(["fmt", str(copy), "-q", "--check", *options]) == 0


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_our_own_files_are_in_canonical_form(folder: Path) -> None:
    assert run(["fmt", str(folder), "--check", "-q"]) == 0


def test_corpus(tmp_path: Path) -> None:
    """Files with mistakes: one that is formatted exports the same, or has the same errors."""
    for number, path in enumerate(CORPUS):
        folder = tmp_path / str(number)
        folder.mkdir()
        copy = folder / path.name
        source = read_text(path)
        made = formatted(source, LONE_FILE) if isinstance(source, SourceText) else None
        if not isinstance(made, str) or made == source.text:
            continue
        copy.write_bytes(SourceText("", made, bom=source.bom).data)
        before, after = read(path), read(copy)
        if before.errors:
            assert sorted(map(said, after.findings)) == sorted(map(said, before.findings)), path
        else:
            assert exported(after) == exported(before), path
        assert formatted(read_text(copy), LONE_FILE) == made
