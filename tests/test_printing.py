"""Printing: which browser, what it is told, and what becomes of one that is missing, fails or hangs."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from carbonroad.printing import find_chromium, print_page
from carbonroad.render.faults import RenderFault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the browsers of this test are shell scripts")


@pytest.fixture(name="bin_", autouse=True)
def _bin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.delenv("CARBONROAD_CHROMIUM", raising=False)
    return folder


def program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_variable_names_the_browser(bin_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bin_ / "chromium", "exit 1")
    mine = program(bin_ / "mine", "exit 1")
    monkeypatch.setenv("CARBONROAD_CHROMIUM", mine)
    assert find_chromium() == mine
    monkeypatch.setenv("CARBONROAD_CHROMIUM", "nowhere")
    with pytest.raises(RenderFault, match="CARBONROAD_CHROMIUM names no program: nowhere"):
        find_chromium()


def test_else_the_first_that_is_installed(bin_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(bin_))
    with pytest.raises(RenderFault, match="PDF needs Chromium or Google Chrome") as caught:
        find_chromium()
    assert "install one" in caught.value.help
    chrome = program(bin_ / "google-chrome", "exit 1")
    assert find_chromium() == chrome


def test_it_gets_the_page_a_private_profile_and_no_network(bin_: Path) -> None:
    script = """for a in "$@"; do case "$a" in
      --print-to-pdf=*) out="${a#*=}";; --user-data-dir=*) profile="${a#*=}";; file://*) page="${a#file://}";;
    esac; done
    { cat "$page"; echo "$@"; } > "$out" """
    made = print_page(program(bin_ / "b", script), "<p>page").decode()
    assert made.startswith("<p>page")
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in made
    assert ("--no-sandbox" in made) == (os.geteuid() == 0)
    profile = made.partition("--user-data-dir=")[2].split()[0]
    assert not Path(profile).parent.exists()


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("echo first >&2; echo 'no display' >&2; exit 4", "ended with 4 and printed nothing: no display."),
        ("exit 0", "ended with 0 and printed nothing."),
        ("kill -SEGV $$", "was ended by SIGSEGV and printed nothing"),
    ],
)
def test_one_that_fails_is_told_of_in_one_line(bin_: Path, script: str, says: str) -> None:
    with pytest.raises(RenderFault) as caught:
        print_page(program(bin_ / "b", script), "x")
    assert says in caught.value.message
    assert "\n" not in caught.value.message


def test_one_that_cannot_start_is_told_of(bin_: Path) -> None:
    (bin_ / "b").write_bytes(b"\x7fELF nothing")
    (bin_ / "b").chmod(0o755)
    with pytest.raises(RenderFault, match="cannot be started"):
        print_page(str(bin_ / "b"), "x")


def test_one_that_hangs_is_ended_with_its_children(bin_: Path, tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    browser = program(bin_ / "b", f"(sleep 3; touch {alive}) & sleep 60")
    began = time.monotonic()
    with pytest.raises(RenderFault, match=r"did not finish printing within 0.5 s and was ended"):
        print_page(browser, "x", seconds=0.5)
    assert time.monotonic() - began < 20
    time.sleep(3.5)
    assert not alive.exists()
