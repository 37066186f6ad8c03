"""`--fix` and `--diff`: what is written, what is shown, and what stays as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from standard_input import standard_input

from carbonroad.cli.run import run

TOP = "title: Plan\nbefore_means: inclusive\nas_of: 2026-11-22\norganisations:\n  miit: {title: Ministry}\n"
STEEL = "# Steel\ntitle:   Steel # kept\nsource_note_x: 1\nowner: miti\n".replace(
    "source_note_x: 1\n", "x-mine: 1\n"
)
RIGHT = STEEL.replace("miti", "miit")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A roadmap with one finding that has a safe repair; the working folder."""
    (tmp_path / "carbonroad.yaml").write_text(TOP)
    (tmp_path / "steel.yaml").write_text(STEEL)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_fix_writes_tells_and_reports_the_rest(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--fix"]) == 0
    written = capsys.readouterr()
    assert written.err == "Fixed in ./steel.yaml: unknown-organisation\n"
    assert "unknown-organisation" not in written.out
    assert written.out.endswith("of 2 files.\n")
    assert (here / "steel.yaml").read_text() == RIGHT
    assert (here / "carbonroad.yaml").read_text() == TOP
    assert run(["validate", "--fix"]) == 0
    assert "Fixed" not in capsys.readouterr().err
    assert sorted(path.name for path in here.iterdir()) == ["carbonroad.yaml", "steel.yaml"]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("bom", [b"\xef\xbb\xbf", b""])
def test_line_ends_bom_and_mode_are_kept(here: Path, end: str, bom: bytes) -> None:
    file = here / "steel.yaml"
    file.write_bytes(bom + STEEL.replace("\n", end).encode())
    file.chmod(0o640)
    assert run(["validate", "--fix", "-q"]) == 0
    assert file.read_bytes() == bom + RIGHT.replace("\n", end).encode()
    assert file.stat().st_mode & 0o777 == 0o640


def test_diff_shows_a_patch_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "steel.yaml").write_bytes(STEEL.rstrip("\n").replace("\n", "\r\n").encode())
    before = (here / "steel.yaml").read_bytes()
    assert run(["validate", "--diff"]) == 1
    written = capsys.readouterr()
    assert "-owner: miti\n\\ No newline at end of file\n+owner: miit\n" in written.out
    assert "Would fix 1 finding in 1 file." in written.err
    assert (here / "steel.yaml").read_bytes() == before
    assert run(["validate", "--fix", "-q"]) == 0
    assert run(["validate", "--diff"]) == 0
    assert capsys.readouterr().out.endswith("")


def test_patch_can_be_applied(here: Path) -> None:
    call = [sys.executable, "-m", "carbonroad", "validate", "--diff"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    shown = subprocess.run(call, capture_output=True, check=False, cwd=here, env=environment)
    assert shown.returncode == 1
    applied = subprocess.run(
        ["git", "apply", "-p0", "-"], input=shown.stdout, cwd=here, check=False, capture_output=True
    )
    assert applied.returncode == 0, applied.stderr
    assert (here / "steel.yaml").read_text() == RIGHT


def test_only_the_file_that_was_named(here: Path) -> None:
    (here / "cement.yaml").write_text(STEEL)
    assert run(["validate", "steel.yaml", "--fix", "-q"]) == 0
    assert (here / "steel.yaml").read_text() == RIGHT
    assert (here / "cement.yaml").read_text() == STEEL


def test_suppressed_and_accepted_findings_are_left_alone(here: Path) -> None:
    kept = STEEL.replace("miti\n", "miti  # carbonroad: ignore[CR201] -- the old name\n")
    (here / "steel.yaml").write_text(kept)
    assert run(["validate", "--fix", "-q"]) == 0
    assert (here / "steel.yaml").read_text() == kept
    (here / "steel.yaml").write_text(STEEL)
    assert run(["validate", "--write-baseline", "-q"]) == 0
    assert run(["validate", "--fix", "-q"]) == 0
    assert (here / "steel.yaml").read_text() == STEEL
    assert run(["validate", "--fix", "--ignore", "CR2", "--no-baseline", "-q"]) == 0
    assert (here / "steel.yaml").read_text() == STEEL


def test_write_protected_file_stays_and_says_so(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "steel.yaml").chmod(0o444)
    assert run(["validate", "--fix"]) == 2
    written = capsys.readouterr()
    assert "steel.yaml is write-protected, so it was not changed." in written.err
    assert "unknown-organisation" in written.out
    assert (here / "steel.yaml").read_text() == STEEL


def test_link_stays_and_so_does_what_it_leads_to(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "real").mkdir()
    (here / "steel.yaml").rename(here / "real" / "steel.txt")
    (here / "steel.yaml").symlink_to(here / "real" / "steel.txt")
    assert run(["validate", "--fix"]) == 2
    assert "steel.yaml is a link, so it was not changed." in capsys.readouterr().err
    assert (here / "steel.yaml").is_symlink()
    assert (here / "real" / "steel.txt").read_text() == STEEL


def test_file_that_changed_meanwhile_is_not_overwritten(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from carbonroad.checking import fixing

    usual = fixing.fix

    def slow(*arguments: object) -> fixing.Fixed:
        made = usual(*arguments)  # type: ignore[arg-type]
        (here / "steel.yaml").write_text(f"{STEEL}note: written by someone else\n")
        return made

    monkeypatch.setattr(fixing, "fix", slow)
    assert run(["validate", "--fix"]) == 2
    assert "was changed by someone else meanwhile" in capsys.readouterr().err
    assert (here / "steel.yaml").read_text().endswith("someone else\n")


@pytest.mark.parametrize(
    ("data", "made"),
    [
        (b"title: A\r\nunit: x\r\n", None),
        ("\ufefftitle: Pe\u200bak\r\n".encode(), "\ufefftitle: Peak\r\n".encode()),
        (b"titel: A\n", b"title: A\n"),
        (b"\xff\xfea\x00", None),
        (b"", None),
    ],
)
def test_text_of_standard_input_goes_to_standard_output(
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    data: bytes,
    made: bytes | None,
) -> None:
    standard_input(monkeypatch, data)
    assert run(["validate", "-", "--fix"]) in (0, 1)
    written = capfdbinary.readouterr()
    assert written.out == (data if made is None else made)
    assert b"file" in written.err


def test_a_diff_shows_what_would_be_fixed_in_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    standard_input(monkeypatch, b"titel: A\n")
    assert run(["validate", "-", "--diff"]) == 1
    assert "-titel: A\n+title: A\n" in capsys.readouterr().out


def test_unsafe_ones_only_on_demand(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "steel.yaml").write_text("title: Lot #2\nowner: miti\n")
    assert run(["validate", "--diff"]) == 1
    assert "Lot" not in capsys.readouterr().out.replace(" title: Lot #2", "")
    assert run(["validate", "--fix", "--unsafe-fixes", "-q"]) == 0
    assert (here / "steel.yaml").read_text() == 'title: "Lot #2"\nowner: miit\n'
