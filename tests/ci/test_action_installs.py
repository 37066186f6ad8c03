"""The first step of the action: the program in an environment of its own, apart from the checkout."""

import subprocess
import sys
from pathlib import Path

import pytest
from action_steps import run_step
from package_index import needs_index


def test_the_program_is_installed_and_the_next_step_runs_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_COMPILE", "1")  # modules are compiled when they are used
    here = tmp_path / "here"
    here.mkdir()
    (here / "venv.py").write_text("import pathlib; pathlib.Path('pwned').touch()\n", "utf-8")
    ended = run_step("install", here)
    if ended.code:
        needs_index(ended.log)
    assert ended.code == 0, ended.log
    python = ended.outputs["python"]
    assert python.startswith(str(tmp_path / "here-runner"))
    script = "import carbonroad; print(carbonroad.__file__)"
    found = subprocess.run([python, "-I", "-c", script], capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()).is_relative_to(tmp_path)
    (here / "steel.yaml").write_text("title: Steel\n", "utf-8")
    checked = run_step("check", here, {"lang": "zh"}, python=python)
    assert (checked.code, checked.outputs["errors"]) == (0, "0")
    assert "个文件" in checked.summary  # the catalogues of words came along
    assert {path.name for path in here.iterdir()} == {"venv.py", "steel.yaml"}


def test_an_old_python_is_told_of(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (tmp_path / "python").write_text(
        f"#!/bin/sh\nexec '{sys.executable}' -I -c 'import sys, runpy; sys.version_info = (3, 10, 1);"
        ' sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name="__main__")\' "$2"\n',
        "utf-8",
    )
    (tmp_path / "python").chmod(0o755)
    ended = run_step("install", old, python=str(tmp_path / "python"))
    assert ended.code == 2
    assert "::error title=carbonroad::carbonroad needs Python 3.11 or newer" in ended.log
