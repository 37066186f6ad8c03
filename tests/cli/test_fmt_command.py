"""`carbonroad fmt`: which files it changes, what it says where, and its exit codes."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from carbonroad.cli.run import run

TOP = "title: Plan\nlanguages: [en]\n"
TIDY = "title: Steel\nmilestones:\n  - id: M1\n    title: Peak\n"
UNTIDY = "milestones:\n- title:   Peak\n  id: M1\ntitle: Steel\n"
BROKEN = "title: [Steel\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A roadmap of three files, one of them untidy and one broken; the working folder is its root."""
    (tmp_path / ".git").mkdir()
    for name, text in {"carbonroad": TOP, "steel": UNTIDY, "tidy": TIDY}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pipe(monkeypatch: pytest.MonkeyPatch, text: str) -> io.BytesIO:
    """Give a run its standard input; what it writes is in the value returned."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii", write_through=True))
    return written


def test_files_are_written_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    times = {path.name: path.stat().st_mtime_ns for path in here.glob("*.yaml")}
    assert run(["fmt"]) == 0
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err == ("Formatted ./steel.yaml\n1 file formatted and 2 files are as they should be.\n")
    assert (here / "steel.yaml").read_text() == TIDY
    assert (here / "tidy.yaml").stat().st_mtime_ns == times["tidy.yaml"]
    assert run(["fmt"]) == 0
    assert capsys.readouterr().err == "3 files are as they should be.\n"


def test_check_lists_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "--check"]) == 1
    written = capsys.readouterr()
    assert written.out == "Would format ./steel.yaml\n"
    assert written.err == "1 file would be formatted and 2 files are as they should be.\n"
    assert (here / "steel.yaml").read_text() == UNTIDY
    assert run(["fmt", "--check", "tidy.yaml", "-q"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_diff_shows_the_change_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "--diff", "steel.yaml", "-q"]) == 1
    assert capsys.readouterr().out == (
        "--- steel.yaml\n+++ steel.yaml\n@@ -1,4 +1,4 @@\n"
        "+title: Steel\n milestones:\n-- title:   Peak\n-  id: M1\n-title: Steel\n"
        "+  - id: M1\n+    title: Peak\n"
    )
    assert (here / "steel.yaml").read_text() == UNTIDY
    assert run(["fmt", "--diff", "--color", "always", "steel.yaml", "-q"]) == 1
    assert "\x1b[32m+title: Steel\x1b[0m\n" in capsys.readouterr().out


def test_a_file_with_errors_stays_and_the_others_are_formatted(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "broken.yaml").write_text(BROKEN)
    assert run(["fmt"]) == 2
    written = capsys.readouterr()
    assert written.err.startswith("error: ./broken.yaml was left as it is. Line 1, column 8: ")
    assert "\nhelp: carbonroad validate ./broken.yaml shows what to write\n" in written.err
    assert written.err.endswith(
        "1 file formatted, 2 files are as they should be and 1 file cannot be formatted.\n"
    )
    assert (here / "broken.yaml").read_text() == BROKEN
    assert (here / "steel.yaml").read_text() == TIDY


def test_a_file_that_is_no_text(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "steel.yaml").write_bytes("标题: 钢铁".encode("gb18030"))
    assert run(["fmt", "steel.yaml"]) == 2
    assert "error: steel.yaml was left as it is: " in capsys.readouterr().err


def test_keys_are_written_in_the_language_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fmt", "--keys", "zh", "--lang", "zh"]) == 0
    assert (here / "steel.yaml").read_text() == "标题: Steel\n里程碑:\n  - 编号: M1\n    标题: Peak\n"
    assert (here / "carbonroad.yaml").read_text() == "标题: Plan\n语言: [en]\n"
    assert capsys.readouterr().err == (
        "已整理./carbonroad.yaml\n已整理./steel.yaml\n已整理./tidy.yaml\n已整理3个文件。\n"
    )
    assert run(["fmt", "--keys", "en", "-q"]) == 0
    assert (here / "steel.yaml").read_text() == TIDY


def test_bom_and_line_ends_are_kept(here: Path) -> None:
    (here / "steel.yaml").write_bytes(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode())
    assert run(["fmt", "-q"]) == 0
    assert (here / "steel.yaml").read_bytes() == b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()


@pytest.mark.usefixtures("here")
def test_standard_input_is_formatted_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    written = pipe(monkeypatch, UNTIDY.replace("Steel", "钢铁"))
    assert run(["fmt", "-"]) == 0
    assert written.getvalue() == TIDY.replace("Steel", "钢铁").encode()
    written = pipe(monkeypatch, UNTIDY)
    assert run(["fmt", "-", "--check"]) == 1
    assert written.getvalue() == b"Would format <stdin>\n"
    written = pipe(monkeypatch, BROKEN)
    assert run(["fmt", "-"]) == 2
    assert written.getvalue() == b""


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["steel.yaml", "-"], "Standard input is formatted by itself."),
        (["nowhere"], "nowhere does not exist."),
        (["--keys", "fr"], "fr"),
    ],
)
def test_a_call_of_fmt_that_cannot_be_meant_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert run(["fmt", *arguments]) == 2
    assert says in capsys.readouterr().err


def test_the_way_out_for_standard_input_is_a_call_that_reads_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: 1\na: 2\n")))
    assert run(["fmt", "-"]) == 2
    assert "carbonroad validate - shows" in capsys.readouterr().err
