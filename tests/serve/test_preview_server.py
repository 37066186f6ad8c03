"""The server as it runs: what it answers, what it says of a broken roadmap, and how it begins and ends."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from small_roadmap import two_fields

BUFFERED = {**os.environ, "PYTHONUTF8": "1"}
PATIENCE = 30


class Server:
    """`carbonroad serve` in a process of its own."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "carbonroad", "serve", str(folder), *arguments]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=BUFFERED, encoding="utf-8"
        )
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline()
        self.address = (re.findall(r"http://[\d.]+:\d+/", self.said) or [""])[0]

    def get(self, path: str) -> bytes:
        answer = httpx.get(self.address + path, timeout=PATIENCE)
        assert answer.status_code == 200
        return answer.content

    def state(self, query: str = "page=index.html") -> dict[str, Any]:
        shown: dict[str, Any] = json.loads(self.get(f"_carbonroad/state?{query}"))
        return shown

    def wait(self, wanted: str) -> dict[str, Any]:
        """Wait for a banner of a kind, empty for none."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            shown = self.state()
            if (shown["banner"] or {}).get("kind", "") == wanted:
                return shown
            time.sleep(0.05)
        raise AssertionError(f"no banner {wanted!r}: {shown['banner']}")

    def end(self, number: int = signal.SIGINT) -> tuple[int, str, str]:
        self.process.send_signal(number)
        output, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, output, errors


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "plan"
    folder.mkdir()
    two_fields(folder)
    return folder


@contextlib.contextmanager
def running(folder: Path, *arguments: str) -> Iterator[Server]:
    server = Server(folder, *arguments)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.process.kill()
            server.process.communicate()


def test_a_save_is_shown_and_a_mistake_is_told_with_its_place(folder: Path) -> None:
    with running(folder, "--port", "0", "--editor", "vscode") as server:
        page = server.get("_carbonroad/pages/steel/timetable.html")
        before = server.state()
        assert before["banner"] is None
        text = (folder / "steel.yaml").read_text("utf-8")
        (folder / "steel.yaml").write_text(text.replace("industry:", "industrie:", 1), "utf-8")
        shown = server.wait("stale")
        assert shown["version"] != before["version"]
        assert shown["banner"]["errors"] == shown["counts"]["error"] >= 1
        first = shown["banner"]["first"]
        assert first == shown["findings"][0]
        assert first["file"] == "steel.yaml"
        assert (
            first["line"]
            == text.splitlines().index(next(one for one in text.splitlines() if "industry:" in one)) + 1
        )
        assert first["excerpt"][0]["text"].strip().startswith("industrie:")
        assert first["links"]["editor"].startswith("vscode://file/")
        assert first["links"]["editor"].endswith(f"steel.yaml:{first['line']}:{first['column']}")
        assert first["links"]["playground"].startswith("/_carbonroad/playground/?file=")
        assert server.get("_carbonroad/pages/steel/timetable.html") == page
        chinese = server.state("page=index.html&lang=zh")["findings"][0]["message"]
        assert re.search(r"[\u4e00-\u9fff]", chinese)
        (folder / "steel.yaml").write_text(text, "utf-8")
        server.wait("")
        shutil.rmtree(folder)
        assert server.wait("absent")["banner"]["message"]
        assert server.get("_carbonroad/pages/steel/timetable.html") == page
        code, output, errors = server.end()
        assert (code, output) == (130, "")
        assert "Traceback" not in errors


def test_events_tell_of_each_state_and_end_with_the_server(folder: Path) -> None:
    with running(folder, "--port", "0") as server:
        with httpx.stream("GET", f"{server.address}_carbonroad/events", timeout=PATIENCE) as stream:
            assert stream.headers["Content-Type"].startswith("text/event-stream")
            lines = stream.iter_lines()
            first = next(one for one in lines if one.startswith("data: "))
            assert first[6:] == server.state()["version"]
            (folder / "power.yaml").write_bytes((folder / "power.yaml").read_bytes() + b"# a remark\n")
            assert next(one for one in lines if one.startswith("data: ")) != first
            code, _, errors = server.end()
            assert [one for one in lines if one.startswith("data: ")] == []
        assert (code, errors) == (130, "")


def test_a_page_that_is_the_same_is_not_sent_again(folder: Path) -> None:
    with running(folder, "--port", "0") as server:
        address = f"{server.address}_carbonroad/pages/index.html"
        tag = httpx.get(address, timeout=PATIENCE).headers["ETag"]
        answer = httpx.head(address, headers={"If-None-Match": tag}, timeout=PATIENCE)
        assert (answer.status_code, answer.headers["ETag"]) == (304, tag)


def test_the_next_port_is_taken_where_the_usual_one_is_not_free(folder: Path) -> None:
    with running(folder) as first, running(folder) as second:
        assert first.address != second.address
        assert second.state()["pages"]


def test_a_port_that_is_taken_ends_the_call_with_one_line(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "carbonroad", "serve", str(folder), "--port", port],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
            env=BUFFERED,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: 127.0.0.1:{port} cannot be used: ")
    assert len(done.stderr.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere does not exist."),
        (["--editor", "javascript://x/{path}"], "--editor does not know"),
        (["--editor", "nano"], "--editor does not know"),
        (["plan", "--templates", "nowhere"], "nowhere is no folder"),
        (["--sample", "plan"], "--sample shows no roadmap of yours."),
        (["--as-of", "soon"], "soon"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(folder: Path, arguments: list[str], said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "carbonroad", "serve", *arguments],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env=BUFFERED,
    )
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_extra_one_line_says_what_to_install(folder: Path) -> None:
    script = (
        "import importlib.util as u, sys; real = u.find_spec;"
        "u.find_spec = lambda name, package=None: None if name == 'uvicorn' else real(name, package);"
        "from carbonroad.cli.run import run; sys.exit(run(['serve', sys.argv[1]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env=BUFFERED,
    )
    assert done.returncode == 2
    assert 'pip install "carbonroad[serve]"' in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_a_roadmap_that_never_was_good_is_served_with_what_is_wrong(folder: Path) -> None:
    (folder / "steel.yaml").write_text(": [\n")
    with running(folder, "--port", "0") as server:
        shown = server.state()
        assert shown["banner"]["kind"] == "never"
        assert shown["pages"] is False
        assert shown["findings"]
        assert b"preview.js" in server.get("")
        assert server.end(signal.SIGTERM)[0] in (143, -signal.SIGTERM)
