"""Files that change, go or turn into something else while the program reads them."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from test_killed import STEEL, TOP, UNTIDY, write

from carbonroad.cli.run import run
from carbonroad.cli.validating import found
from carbonroad.report import BY_NAME
from carbonroad.source import text
from carbonroad.source.text import SourceText


def remove(file: Path) -> None:
    file.unlink()


def empty(file: Path) -> None:
    file.write_bytes(b"")


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:30])


def garble(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00" * 50)


def become_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def become_loop(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.name)


FATES = (remove, empty, cut, garble, become_folder, become_loop)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(
        tmp_path,
        {
            "plan/carbonroad.yaml": TOP,
            "plan/steel.yaml": UNTIDY,
            "plan/heat.yaml": STEEL.replace("steel", "heat"),
        },
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize(
    "command",
    ["validate plan -q", "render plan -q --to md", "export plan", "fmt plan", "validate plan --fix"],
)
def test_a_file_that_changes_between_listing_and_reading(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fate: Callable[[Path], None],
    command: str,
) -> None:
    opened = os.open

    def meddling(path: str | Path, *more: int, **named: int) -> int:
        if str(path).endswith("steel.yaml") and Path(path).is_file() and not done:
            done.append(path)
            fate(Path(path))
        return opened(path, *more, **named)

    done: list[object] = []
    monkeypatch.setattr(os, "open", meddling)
    code = run(command.split())
    said = "".join(capsys.readouterr())
    assert done
    assert code in {1, 2}
    assert "internal error" not in said
    assert "steel" in said
    assert (folder / "plan/heat.yaml").read_text("utf-8").startswith("industry: heat")


@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize("form", BY_NAME)
def test_a_file_that_changes_before_its_findings_are_shown(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fate: Callable[[Path], None],
    form: str,
) -> None:
    show = found.read_for_display

    def meddling(path: str) -> SourceText | None:
        if path.endswith("steel.yaml") and Path(path).is_file():
            done.append(path)
            fate(Path(path))
        return show(path)

    done: list[str] = []
    monkeypatch.setattr(found, "read_for_display", meddling)
    code = run(["validate", "plan", "--format", form])
    said = "".join(capsys.readouterr())
    assert done
    assert (code, "internal error" in said) == (1, False)


def test_a_file_that_is_saved_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "steel.yaml"
    file.write_text("old " * 1000)
    read = os.read
    times: list[int] = []

    def meddling(number: int, size: int) -> bytes:
        times.append(size)
        if len(times) == 1:
            half = read(number, 2000)
            file.write_text("new " * 1500)
            return half
        return read(number, size)

    monkeypatch.setattr(os, "read", meddling)
    got = text.read(file)
    assert isinstance(got, SourceText)
    assert got.text == "new " * 1500


def test_a_file_that_never_rests_is_read_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "steel.yaml"
    file.write_text("a: 1\n")
    read = os.read

    def meddling(number: int, size: int) -> bytes:
        with file.open("a") as more:
            more.write("# more\n")
        return read(number, size)

    monkeypatch.setattr(os, "read", meddling)
    assert isinstance(text.read(file), SourceText)


def test_an_output_that_vanishes_is_made_anew(folder: Path) -> None:
    (folder / "plan/steel.yaml").unlink()
    assert run(["render", "plan", "-q", "--to", "md"]) == 0
    shutil.rmtree(folder / "build")
    assert run(["render", "plan", "-q", "--to", "md"]) == 0
    assert (folder / "build/index.md").is_file()
