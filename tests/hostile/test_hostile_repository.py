"""A repository whose own configuration names programs: comparing its revisions starts none of them."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from git_repository import Repository

from carbonroad.source.git.refused import NoRevision
from carbonroad.source.git.revision import side_of


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for an older git")
def test_an_older_git_runs_nothing_that_a_repository_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository(tmp_path / "work")
    repository.commit(repository.roadmap())
    ran = tmp_path / "ran"
    (tmp_path / "program").write_text(f"#!/bin/sh\ntouch '{ran}'\n", "utf-8")
    (tmp_path / "program").chmod(0o755)
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::{tmp_path / 'program'}",
        "remote.origin.promisor": "true",
        "protocol.ext.allow": "always",
        "core.fsmonitor": str(tmp_path / "program"),
        "core.pager": str(tmp_path / "program"),
    }.items():
        repository.git("config", key, value)
    lost = repository.git("rev-parse", "HEAD:roadmaps/clean/steel.yaml").strip()
    (repository.folder / ".git" / "objects" / lost[:2] / lost[2:]).unlink()

    older = tmp_path / "older"
    older.mkdir()
    (older / "git").write_text(
        f"#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec '{shutil.which('git')}' \"$@\"\n", "utf-8"
    )
    (older / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{older}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(repository.folder)
    found = side_of("HEAD", "roadmaps/clean")
    assert isinstance(found, NoRevision)
    assert "not in this clone" in found.message
    assert not ran.exists()
