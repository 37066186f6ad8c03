"""Two runs at once, runs that ended badly, and what others put in their way."""

import json
import os
import signal
import subprocess
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest
from whole_output import NEW, OLD, begun, finish, pages, write_output, written

from carbonroad.output import (
    MANIFEST,
    OutputProblem,
    Written,
    locks,
    rewrite_file,
    write_file,
)

STAGE = ".carbonroad-stage"


def test_a_second_run_waits_until_the_first_is_done(tmp_path: Path) -> None:
    first = begun(tmp_path)
    told: list[str] = []
    second = threading.Thread(
        target=lambda: told.append(str(write_output(str(tmp_path), NEW, tell=lambda _: go.set())))
    )
    go = threading.Event()
    second.start()
    assert go.wait(30)
    with first as run:
        assert run.add(OLD) is None
        assert isinstance(finish(run), Written)
    second.join(30)
    assert told[0].startswith("Written(")
    assert pages(tmp_path) == NEW


def test_a_run_that_goes_on_for_too_long_is_not_disturbed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_BETWEEN", 0)
    with begun(tmp_path) as first:
        assert first.add(OLD) is None
        problem = write_output(str(tmp_path), NEW)
        assert isinstance(problem, OutputProblem)
        assert "Another run" in problem.message
        assert isinstance(finish(first), Written)
    assert pages(tmp_path) == OLD


def test_the_lock_of_a_killed_run_is_nobodys(tmp_path: Path) -> None:
    script = (
        "import os, signal; from carbonroad.output import begin; run = begin('out', print);"
        "run.add({'index.html': b'half'}); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=False)
    assert done.returncode == -signal.SIGKILL
    done = written(tmp_path / "out", NEW)
    assert "what it had prepared was removed" in done.recovered
    assert pages(tmp_path / "out") == NEW


@pytest.mark.parametrize("day", [0, 4_000_000_000])
def test_what_a_killed_run_left_goes_whatever_the_clock_says(tmp_path: Path, day: int) -> None:
    stage = tmp_path / STAGE
    stage.mkdir()
    (stage / "0").write_bytes(b"half")
    (tmp_path / ".carbonroad-part-0").write_bytes(b"half")
    for path in (stage / "0", stage, tmp_path / ".carbonroad-part-0"):
        os.utime(path, (day, day))
    written(tmp_path, NEW)
    assert write_file(str(tmp_path / "data.json"), b"{}") is None
    assert pages(tmp_path) == {**NEW, "data.json": b"{}"}
    assert not stage.exists()


def test_a_prepared_folder_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "0").write_bytes(b"mine")
    out = tmp_path / "out"
    out.mkdir()
    (out / STAGE).symlink_to(elsewhere)
    assert isinstance(write_output(str(out), NEW), OutputProblem)
    assert pages(elsewhere) == {"0": b"mine"}


@pytest.mark.parametrize(
    "journal",
    [
        '{"moves": {"0": "../victim"}, "removed": ["../victim"], "files": {"../victim": "0"}}',
        '{"moves": {"0": "notes.txt"}, "removed": ["notes.txt"], "files": {"notes.txt": "%s"}}',
        '{"moves": {"lock": "a.html"}, "removed": [0], "files": {"a.html": "0"}}',
        '{"moves": [], "removed": 0, "files": {}}',
        "[" * 100_000,
        "\x00",
    ],
)
def test_a_journal_from_a_stranger_touches_nothing_of_the_user(tmp_path: Path, journal: str) -> None:
    out = tmp_path / "out"
    (out / STAGE).mkdir(parents=True)
    (out / STAGE / "0").write_bytes(b"evil")
    (out / STAGE / "journal.json").write_text(journal.replace("%s", sha256(b"evil").hexdigest()))
    (out / "notes.txt").write_bytes(b"mine")
    (tmp_path / "victim").write_bytes(b"mine")
    written(out, NEW)
    assert pages(tmp_path) == {
        "victim": b"mine",
        "out/notes.txt": b"mine",
        **{f"out/{path}": data for path, data in NEW.items()},
    }


@pytest.mark.parametrize("interrupted", [False, True])
def test_nothing_is_removed_behind_a_link_that_leads_out(tmp_path: Path, interrupted: bool) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "a.html").write_bytes(b"mine")
    out = tmp_path / "out"
    (out / STAGE).mkdir(parents=True)
    (out / "link").symlink_to(mine)
    listed = {"link/a.html": sha256(b"mine").hexdigest()}
    (out / MANIFEST).write_text(json.dumps({"format": 1, "files": listed}))
    if interrupted:
        journal = {"moves": {}, "removed": ["link/a.html"], "files": {}}
        (out / STAGE / "journal.json").write_text(json.dumps(journal))
    written(out, NEW)
    assert pages(mine) == {"a.html": b"mine"}


def test_a_file_behind_a_link_that_leads_out_is_none_of_ours_even_with_the_same_bytes(tmp_path: Path) -> None:
    mine, out = tmp_path / "mine", tmp_path / "out"
    mine.mkdir()
    out.mkdir()
    (mine / "a.html").write_bytes(b"new")
    (out / "link").symlink_to(mine)
    assert isinstance(write_output(str(out), {"link/a.html": b"new"}), OutputProblem)
    with begun(out) as run:
        assert not run.standing({"link/a.html": sha256(b"new").hexdigest()})


def test_a_file_that_is_saved_while_it_is_formatted_keeps_what_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "steel.yaml"
    mine.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: mine.write_bytes(b"saved meanwhile"))
    problem = rewrite_file(str(mine), b"formatted", sha256(b"old").hexdigest())
    assert isinstance(problem, OutputProblem)
    assert pages(tmp_path) == {"steel.yaml": b"saved meanwhile"}


@pytest.mark.skipif(os.name != "posix", reason="no such permissions here")
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    for name, mode in (("open", 0o664), ("private", 0o600)):
        file = tmp_path / name
        file.write_bytes(b"old")
        file.chmod(mode)
        assert write_file(str(file), b"new") is None
        assert file.stat().st_mode & 0o777 == mode
        assert rewrite_file(str(file), b"newer", sha256(b"new").hexdigest()) is None
        assert file.stat().st_mode & 0o777 == mode
    file.chmod(0o400)
    assert isinstance(write_file(str(file), b"never"), OutputProblem)
    assert file.read_bytes() == b"newer"


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signals here")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_clears_away_what_was_prepared(tmp_path: Path, number: int) -> None:
    script = (
        "import os, signal; from carbonroad.cli.codes import Ended\n"
        "from carbonroad.cli.ending import end_cleanly\n"
        "from carbonroad.output import begin\n"
        "end_cleanly()\n"
        "try:\n"
        "    with begin('out', print) as run:\n"
        "        run.add({'index.html': b'half'})\n"
        f"        os.kill(os.getpid(), {int(number)})\n"
        "        signal.pause()\n"
        "except Ended as ended:\n"
        "    raise SystemExit(ended.code)\n"
        "except KeyboardInterrupt:\n"
        "    raise SystemExit(130)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        check=False,
        timeout=60,
        # A run in the background of a shell hands on that an interrupt is to be ignored.
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
    )
    assert done.returncode == 128 + number
    assert not list(tmp_path.iterdir())
