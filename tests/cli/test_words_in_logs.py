"""What a service's log shows of a roadmap is never a command to that service."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

_COMMAND = re.compile(r"##(vso|teamcity)?\[|^\s*::", re.MULTILINE | re.IGNORECASE)
_WORDS = "##vso[task.prependpath]/tmp ##[add-mask]error ###[x] ##teamcity[x]"
_TOP = f"title: '{_WORDS}'\nas_of: 2026-01-31\n"
_STEEL = f"""\
title: '::error::{_WORDS}'
owner: '{_WORDS}'
milestones:
  - {{id: peak, title: '::add-mask::{_WORDS}', deadline: by 2030, after: ['{_WORDS}']}}
works:
  - {{id: w, title: a##vso[task.prependpath]/tmp}}
"""


@pytest.mark.parametrize(
    "call",
    [
        "validate . --format full",
        "validate . --format concise -v",
        "validate no-##[add-mask]x",
        "render . --keep-going -o pages",
        "diff old . --keep-going",
        "status .",
    ],
)
def test_nothing_is_a_command(call: str, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "carbonroad.yaml").write_text("title: Plan\n", "utf-8")
    here = tmp_path / "##[add-mask]here"
    here.mkdir()
    old.rename(here / "old")
    (here / "carbonroad.yaml").write_text(_TOP, "utf-8")
    (here / "steel.yaml").write_text(_STEEL, "utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "carbonroad", *call.split()],
        cwd=here,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = done.stdout.decode("utf-8")
    assert done.returncode in {1, 2}, said
    assert "u0023#" in said
    assert not _COMMAND.search(said), said
