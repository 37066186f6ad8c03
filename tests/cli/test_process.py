"""The program as a process: how it starts, how it is interrupted, how it ends when nobody reads."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from carbonroad import __version__
from carbonroad.cli import run as run_module
from carbonroad.cli.run import run

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "carbonroad"]


def call(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONUTF8": "1", **more}
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, check=False, cwd=ROOT, env=environment)


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told_on_standard_output(option: str) -> None:
    done = call(option)
    assert (done.returncode, done.stdout.decode().strip(), done.stderr) == (
        0,
        f"carbonroad {__version__}",
        b"",
    )


def test_version_is_told_without_loading_the_command_line() -> None:
    script = (
        "import sys; sys.argv = ['carbonroad', '--version']; from carbonroad.__main__ import main; main(); "
    )
    script += "print({'typer', 're', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.decode().splitlines()[1] == "set()"


def test_validate_loads_neither_rich_nor_jinja() -> None:
    script = "import sys; from carbonroad.cli.run import run; run(['validate', 'roadmaps/china', '-q']); "
    script += "print({'rich', 'jinja2', 'carbonroad.render'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.decode().splitlines()[-1] == "set()"


def test_closed_pipe_ends_quietly() -> None:
    process = subprocess.Popen(
        [*PROGRAM, "validate", "roadmaps/china", "--max-findings", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert errors == b""


def test_a_run_that_is_interrupted_ends_with_130() -> None:
    process = subprocess.Popen(
        [*PROGRAM, "validate", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell's background job ignores interruptions, and so would all that it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    assert process.stdin is not None
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in errors


def test_any_encoding_of_the_terminal() -> None:
    done = call("validate", "roadmaps/china", "--format", "json", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == b""


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("a fault\nof ours")


def test_internal_error_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "program", lambda _: broken)
    assert run(["validate"]) == 3
    written = capsys.readouterr()
    assert written.err.splitlines()[0] == "error: internal error: ZeroDivisionError: a fault of ours"
    assert "Traceback" not in written.err


def test_debug_shows_the_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "program", lambda _: broken)
    assert run(["validate", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_inside_a_command_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run_module, "program", lambda _: interrupted)
    assert run(["validate"]) == 130


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no full device here")
def test_full_standard_output_is_no_internal_error() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "validate", "roadmaps/china"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: Standard output cannot be written")
    assert b"internal" not in done.stderr


def test_a_call_from_a_folder_that_is_gone_says_so(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    call = (
        "import os, sys; os.rmdir(os.getcwd()); sys.argv[1:] = ['validate'];"
        "from carbonroad.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", call], cwd=gone, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "folder" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="no pseudo-terminal here")
def test_a_real_terminal_gives_its_width_and_gets_colours() -> None:
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 50, 0, 0))
    call = [*PROGRAM, "show", "roadmaps/china", "-q", "--industry", "steel"]
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(call, stdout=theirs, env=environment, stdin=subprocess.DEVNULL, cwd=ROOT):
        os.close(theirs)
        read = b""
        while got := _rest(ours):
            read += got
    os.close(ours)
    text = read.decode()
    assert "\x1b[1m" in text
    assert 40 < max(cell_len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in text.splitlines()) <= 50


def _rest(terminal: int) -> bytes:
    """What is left to read; nothing once the other end is closed."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""
