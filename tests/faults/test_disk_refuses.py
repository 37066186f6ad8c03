"""What a disk refuses while files are put in place, and files that others hold or take away meanwhile."""

import errno
import os
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from whole_output import NEW, OLD, begun, finish, pages, write_output, written

from carbonroad.output import (
    OutputProblem,
    Written,
)

STAGE = ".carbonroad-stage"


def interrupt_moves(monkeypatch: pytest.MonkeyPatch, after: int, error: BaseException) -> None:
    """Let the moves of a run fail from a certain one on."""
    replace = Path.replace
    left = [after]

    def broken(self: Path, target: Path) -> Path:
        if self.name.isdecimal():
            if not left[0]:
                raise error
            left[0] -= 1
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", broken)


def in_use() -> OSError:
    error = PermissionError(errno.EACCES, "in use", "prepared")
    error.filename2 = "build/index.html"
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    return error


def test_a_file_that_another_program_has_open_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, OLD)
    waits: list[float] = []
    monkeypatch.setattr("carbonroad.output.disk.sleep", waits.append)
    replace = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if len(waits) < 3 and self.name == "0":
            raise in_use()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    assert written(tmp_path, NEW).written == tuple(NEW)
    assert len(waits) == 3


def test_a_file_that_stays_open_elsewhere_is_named_and_the_next_run_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, OLD)
    monkeypatch.setattr("carbonroad.output.disk.sleep", lambda _: None)
    interrupt_moves(monkeypatch, 1, in_use())
    problem = write_output(str(tmp_path), NEW)
    assert isinstance(problem, OutputProblem)
    assert "build/index.html cannot be written: another program has it open." in problem.message
    assert "1 of 3 changed files are in place" in problem.message
    assert "close it there" in problem.help
    monkeypatch.undo()
    done = written(tmp_path, NEW)
    assert "its last 2 files were put in place" in done.recovered
    assert (done.unchanged, pages(tmp_path)) == (3, NEW)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.ENAMETOOLONG])
@pytest.mark.parametrize("step", ["write", "fsync", "mkdir"])
def test_a_disk_that_refuses_at_any_step_leaves_whole_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, step: str
) -> None:
    written(tmp_path, OLD)
    real = getattr(os, step)
    for number in range(8):
        calls = [0]

        def refusing(
            *arguments: object, calls: list[int] = calls, number: int = number, **more: object
        ) -> object:
            calls[0] += 1
            if calls[0] == number + 1:
                raise OSError(code, os.strerror(code))
            return real(*arguments, **more)

        with monkeypatch.context() as patch:
            patch.setattr(os, step, refusing)
            problem = write_output(str(tmp_path), NEW)
        if calls[0] <= number:
            break
        left = {path: data for path, data in pages(tmp_path).items() if not path.startswith(STAGE)}
        assert all(data in (OLD.get(path), NEW[path]) for path, data in left.items())
        if isinstance(problem, OutputProblem):
            assert "Errno" not in problem.message
        else:  # the folder stood there already, so that nothing was lost
            assert (step, left) == ("mkdir", NEW)
            written(tmp_path, OLD)
    assert number
    assert written(tmp_path, NEW)
    assert pages(tmp_path) == NEW


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    problem = write_output(str(tmp_path / "out"), {f"{'x' * 300}.html": b""})
    assert isinstance(problem, OutputProblem)
    assert "too long" in problem.message
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_is_removed_under_the_run_is_said(tmp_path: Path) -> None:
    with begun(tmp_path / "out") as run:
        assert run.add(NEW) is None
        shutil.rmtree(tmp_path / "out")
        problem = finish(run)
    assert isinstance(problem, OutputProblem)
    assert problem.help == "run the command again"
    assert not (tmp_path / "out").exists()
    assert written(tmp_path / "out", NEW).written == tuple(NEW)


def test_a_file_that_a_user_puts_there_meanwhile_stays(tmp_path: Path) -> None:
    with begun(tmp_path) as run:
        assert run.add(NEW) is None
        (tmp_path / "index.html").write_bytes(b"mine")
        assert isinstance(finish(run), OutputProblem)
    assert pages(tmp_path) == {"index.html": b"mine"}


def test_a_run_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    with begun(tmp_path / "a" / "b") as run:
        assert run.add(NEW) is None
    assert not (tmp_path / "a").exists()


def test_files_that_stand_with_their_digests_are_files_of_the_run(tmp_path: Path) -> None:
    written(tmp_path, OLD)
    digests = {path: sha256(data).hexdigest() for path, data in OLD.items()}
    with begun(tmp_path) as run:
        assert run.standing(digests)
        assert not run.standing({"index.html": "0" * 64})
        assert not run.standing({"missing.html": "0" * 64})
        assert finish(run) == Written((), 2, (), ())
    assert pages(tmp_path) == OLD


def test_a_disk_that_knows_no_capital_letters_gets_no_two_pages_in_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exists = Path.exists
    monkeypatch.setattr(Path, "exists", lambda self: self.name == "LOCK" or exists(self))
    problem = write_output(str(tmp_path), {"Steel/a.html": b"1", "steel/a.html": b"2"})
    assert isinstance(problem, OutputProblem)
    assert pages(tmp_path) == {}
