"""`render --watch` as it runs: after each save the files of `render`; the last pages on errors."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest
from small_roadmap import two_fields

PATIENCE = 40


class Run:
    """A run that stays."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-X",
                "dev",
                "-m",
                "carbonroad",
                "render",
                *arguments,
                "--watch",
                "--as-of",
                "2026-11-22",
            ],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={
                **os.environ,
                "PYTHONUTF8": "1",
                "CARBONROAD_CACHE_DIR": str(folder / ".cache"),
                "XDG_STATE_HOME": str(folder / ".state"),
            },
        )
        self.lines: Queue[str] = Queue()
        self._reading = threading.Thread(target=self._read)
        self._reading.start()
        self.until("Watching")

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """Everything said until a line with some words, which is its end."""
        said = ""
        while words not in said.rpartition("\n")[0].rpartition("\n")[2]:
            said += self.lines.get(timeout=PATIENCE)
        return said

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self._reading.join()
        return code


@contextmanager
def staying(folder: Path, *arguments: str) -> Iterator[Run]:
    run = Run(folder, *arguments)
    try:
        yield run
    finally:
        run.process.kill()
        run.process.wait()
        run._reading.join()
        assert run.process.stdout is not None
        run.process.stdout.close()


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "plan").mkdir()
    two_fields(tmp_path / "plan")
    return tmp_path


def files_of(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(output).parts)
    }


def rendered(folder: Path, *arguments: str) -> dict[str, bytes]:
    output = folder / "again"
    shutil.rmtree(output, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "carbonroad",
        "render",
        *arguments,
        "-o",
        str(output),
        "--no-cache",
        "-q",
    ]
    subprocess.run([*command, "--as-of", "2026-11-22"], cwd=folder, check=True)
    return files_of(output)


def test_saves_are_followed_and_errors_leave_the_last_pages(folder: Path) -> None:
    steel = folder / "plan" / "steel.yaml"
    text = steel.read_text("utf-8")
    with staying(folder, "plan", "-o", "plan/out") as run:
        steel.write_text(text.replace("Steel", "Iron"), "utf-8")
        line = run.until(" written in ").splitlines()[-1]
        assert re.fullmatch(r"\d\d:\d\d [1-9]\d* files written in \d+\.\d s, (no|\d+) warnings?", line)
        good = files_of(folder / "plan" / "out")
        assert good == rendered(folder, "plan")
        steel.write_text(text.replace("industry:", "industrie:", 1), "utf-8")
        said = run.until("the last pages stay")
        assert "steel.yaml:" in said
        assert files_of(folder / "plan" / "out") == good
        steel.with_suffix(".new").write_text(text, "utf-8")
        steel.with_suffix(".new").rename(steel)
        run.until(" written in ")
        assert files_of(folder / "plan" / "out") == rendered(folder, "plan")
        assert run.end() == 130
        assert run.lines.empty()


def test_a_roadmap_with_errors_is_waited_for(folder: Path) -> None:
    steel = folder / "plan" / "steel.yaml"
    text = steel.read_text("utf-8")
    steel.write_text(text.replace("industry:", "industrie:", 1), "utf-8")
    with staying(folder, "plan", "--to", "html", "--single-file", "--no-cache") as run:
        assert not (folder / "build").exists()
        steel.write_text(text, "utf-8")
        run.until("1 file written in ")
        assert files_of(folder / "build") == rendered(folder, "plan", "--to", "html", "--single-file")
        assert run.end() == 130


@pytest.mark.parametrize("arguments", [["nowhere"], ["plan", "--to", "doc"], ["plan", "--owner", "nobody"]])
def test_a_call_that_makes_no_sense_does_not_stay(folder: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "carbonroad", "render", *arguments, "--watch"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 2
    assert "error: " in done.stderr
    assert "Watching" not in done.stderr
