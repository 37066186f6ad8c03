"""What the machine lacks: streams, room, memory, open files, a home, a locale. No traceback, no torn file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_killed import RENDER, STEEL, TOP, UNTIDY, snapshot, write

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no such limits here")
PROGRAM = (sys.executable, "-m", "carbonroad")
PRINTING = (
    "validate",
    "show",
    "schedule",
    "status",
    "export",
    "explain deadline",
    "schema",
    "--help",
    "--version",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": STEEL})
    return tmp_path


def shell(folder: Path, line: str, **more: str) -> tuple[int, str, str]:
    """Run a line of shell, in which `cr` is the program."""
    words = " ".join(PROGRAM)
    done = subprocess.run(
        ["sh", "-c", line.replace("cr ", f"{words} ", 1)],
        cwd=folder,
        env={**os.environ, **more},
        capture_output=True,
        check=False,
    )
    said = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in said
    assert "internal error" not in said
    return done.returncode, done.stdout.decode("utf-8", "replace"), said


@pytest.mark.parametrize("command", PRINTING)
def test_a_full_standard_output_is_said(folder: Path, command: str) -> None:
    code, _, said = shell(folder, f"cr {command} >/dev/full")
    assert code == 2
    assert "Standard output cannot be written: the disk is full." in said


@pytest.mark.parametrize("command", [one for one in PRINTING if "--" not in one])
def test_a_closed_standard_output_is_said(folder: Path, command: str) -> None:
    code, _, said = shell(folder, f"cr {command} >&-")
    assert (code, "Standard output is closed." in said) == (2, True)


@pytest.mark.parametrize("command", PRINTING)
def test_what_standard_error_does_not_take_changes_no_exit_code(folder: Path, command: str) -> None:
    usual = shell(folder, f"cr {command}")
    for fate in ("2>/dev/full", "2>&-"):
        assert shell(folder, f"cr {command} {fate}") == (*usual[:2], "")


@pytest.mark.parametrize("command", PRINTING)
def test_a_reader_that_goes_away_is_no_fault(folder: Path, command: str) -> None:
    assert shell(folder, f"(cr {command}; echo $? >code) | true")[2].count("error") == 0
    assert (folder / "code").read_text() in {"0\n", "1\n"}


@pytest.mark.parametrize("command", ["validate -", "fmt -"])
def test_a_closed_standard_input_is_said(folder: Path, command: str) -> None:
    code, _, said = shell(folder, f"cr {command} <&-")
    assert (code, "Standard input is closed." in said) == (2, True)


def test_with_all_streams_closed_no_file_takes_their_place(folder: Path) -> None:
    shell(folder, f"cr {' '.join(RENDER)} -o usual")
    shell(folder, f"cr {' '.join(RENDER)} -o closed <&- >&- 2>&-")
    assert snapshot(folder / "closed") == snapshot(folder / "usual")


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX", "LANG": ""},
        {"LC_ALL": "xx_YY.nothing"},
        {"PYTHONIOENCODING": "ascii"},
        {"HOME": ""},
        {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
        {"TERM": "", "COLUMNS": "1"},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "command", ["validate --lang zh", "show --lang zh", "status", "render -o out -q --to md", "export"]
)
def test_no_locale_and_no_home_are_no_fault(folder: Path, variables: dict[str, str], command: str) -> None:
    code, _, said = shell(folder, f"cr {command}", **variables)
    assert (code, "error" in said) == (0, False)


@pytest.mark.parametrize("limit", [36_000, 38_000, 42_000])
@pytest.mark.parametrize("command", ["validate", "render -o out", "fmt --check"])
def test_too_little_memory_is_said(folder: Path, limit: int, command: str) -> None:
    # What is enough depends on the machine: either the run succeeds, or it says what it lacks.
    code, _, said = shell(folder, f"ulimit -v {limit}; exec cr {command}")
    assert code == 0 or (code in {2, 3} and "memory" in said) or "cannot be loaded" in said, (code, said)


@pytest.mark.parametrize("limit", [5, 6, 8])
def test_few_open_files_are_enough_or_it_is_said(folder: Path, limit: int) -> None:
    code, _, said = shell(folder, f"ulimit -n {limit}; exec cr render -o out")
    assert code == 0 or (code == 2 and "too many files are open" in said)


@pytest.mark.parametrize(
    "command",
    [
        "fmt",
        "validate --fix",
        "validate --write-baseline",
        "validate --format json=findings.json",
        "export -o data.json",
        "init plan",
        "render --keep-going -o build",
    ],
)
@pytest.mark.parametrize("size", [0, 1])
def test_a_file_that_grows_too_large_leaves_everything_as_it_was(
    folder: Path, command: str, size: int
) -> None:
    long = UNTIDY.replace("owner: ctiy", 'owner: ctiy, title_zh: "' + "钢" * 500 + '"')
    if not command.startswith("export"):  # which refuses a roadmap with errors
        write(folder, {"steel.yaml": long})
    old = snapshot(folder)
    code, _, said = shell(folder, f"ulimit -f {size}; exec cr {command}")
    now = snapshot(folder)
    if size == 0:
        assert code == 2
        assert "larger than is allowed" in said
        assert now == old
    assert not [name for name in now if ".carbonroad-" in name and not name.endswith(".json")]


def test_a_folder_that_went_away_is_said(folder: Path) -> None:
    (folder / "gone").mkdir()
    code, _, said = shell(folder, "cd gone && rmdir ../gone && exec cr validate")
    assert (code, "does not exist any more" in said) == (2, True)
