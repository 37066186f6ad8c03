"""Three small roadmaps, one of them real, everything of them byte for byte.

`make golden` takes over a wanted change, `make golden-page` shows old and new side by side.
"""

import difflib
import shutil
from itertools import product
from pathlib import Path

import pytest
from golden_pages import FOLDER, KINDS, ROADMAPS, made, navigation, writing
from side_by_side import compare

_MOST_BYTES = len(ROADMAPS) * 600_000


@pytest.mark.parametrize(("name", "kind"), list(product(ROADMAPS, KINDS)))
def test_roadmap_is_as_it_was_agreed(name: str, kind: str, tmp_path: Path) -> None:
    compare_files(FOLDER / name / kind, made(name, kind, tmp_path))


def test_navigation_is_as_it_was_agreed(tmp_path: Path) -> None:
    compare_files(FOLDER / "navigation", navigation(tmp_path))


def compare_files(folder: Path, files: dict[str, str]) -> None:
    """Compare the files that were made with those of a folder, or take them over."""
    if writing():
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    agreed = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert sorted(files) == sorted(agreed)
    for path, text in files.items():
        lines = difflib.unified_diff(
            agreed[path].splitlines(), text.splitlines(), "agreed", "made", lineterm="", n=1
        )
        assert agreed[path] == text, f"{path}: make golden-page shows it\n" + "\n".join(list(lines)[:20])


def test_golden_files_stay_few() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < _MOST_BYTES


def test_old_and_new_stand_side_by_side() -> None:
    shown = compare("a/golden/b.svg", "<svg><style></style>1</svg>", "<svg><style></style>2</svg>")
    assert shown.count("<iframe") == 2
    assert "--ink:" in shown, "the pictures have no style"
    assert 'class="diff"' in compare("a/golden/b.md", "one", "two <b>")
    assert "<b>" not in compare("a/golden/b.md", "one", "two <b>")
    assert "not there" in compare("a/golden/b.svg", "", "<svg/>")
