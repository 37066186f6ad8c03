"""A roadmap at a git revision: read from the repository's objects, whatever is on disk now."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from git_repository import STEEL, TOP, Repository

from carbonroad.findings import Finding
from carbonroad.project import load
from carbonroad.source.git.refused import NoRevision
from carbonroad.source.git.revision import revision_of, side_of
from carbonroad.source.git.side import Side

LATER = STEEL.replace("2027-06", "2028-06")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Two commits: the second moves the milestone. Calls are made from its root."""
    made = Repository(tmp_path / "work")
    made.commit(made.roadmap())
    made.commit(made.roadmap(steel=LATER))
    monkeypatch.chdir(made.folder)
    return made


def side(words: str, folder: str = "roadmaps/clean") -> Side:
    found = side_of(words, folder)
    assert isinstance(found, Side), found
    return found


def refusal(words: str, folder: str = "roadmaps/clean") -> NoRevision:
    found = side_of(words, folder)
    assert isinstance(found, NoRevision), found
    return found


def text(found: Side, path: str) -> str:
    source = found.texts[path]
    assert not isinstance(source, Finding), source
    return source.text


def test_files_are_those_of_the_revision(repository: Repository) -> None:
    found = side("HEAD~1")
    assert found.folder.top == "HEAD~1:roadmaps/clean/carbonroad.yaml"
    assert found.folder.files == {"steel": "HEAD~1:roadmaps/clean/steel.yaml"}
    assert text(found, "HEAD~1:roadmaps/clean/steel.yaml") == STEEL
    assert text(side("HEAD"), "HEAD:roadmaps/clean/steel.yaml") == LATER
    assert (found.label, found.day) == ("HEAD~1", date(2026, 3, 4))
    assert found.commit == repository.git("rev-parse", "HEAD~1").strip()


def test_the_revision_is_loaded_like_a_folder(repository: Repository) -> None:
    repository.write(repository.roadmap(steel="broken: ["))
    found = side("HEAD~1")
    project = load(found.folder, None, date(2026, 1, 1), texts=found.texts)
    assert project.errors == 0
    assert project.system.name == "clean"
    assert [item.deadline.words for item in project.system.items.values() if item.deadline] == ["2027-06"]


def test_findings_name_the_revision(repository: Repository) -> None:
    repository.commit(repository.roadmap(steel=STEEL.replace("deadline:", "deadlyne:")))
    found = side("HEAD")
    paths = {
        finding.span.path for finding in load(found.folder, None, date(2026, 1, 1), texts=found.texts).found
    }
    assert "HEAD:roadmaps/clean/steel.yaml" in paths


@pytest.mark.parametrize(
    ("words", "steel"),
    [
        ("main", LATER),
        ("main~1", STEEL),
        ("old", STEEL),
        ("noted", STEEL),
        ("HEAD^{/work}", LATER),
        (":/work", LATER),
        ("HEAD^", STEEL),
        ("HEAD~1:roadmaps/clean", STEEL),
        ("HEAD~1:roadmaps/clean/", STEEL),
        ("HEAD~1:./roadmaps/clean", STEEL),
        ("HEAD~1:roadmaps", STEEL),
        ("HEAD^{/work}:roadmaps/clean", LATER),
        ("HEAD~1:roadmaps/clean/steel.yaml", STEEL),
    ],
)
def test_what_git_takes_for_a_revision_is_one(repository: Repository, words: str, steel: str) -> None:
    repository.git("tag", "old", "HEAD~1")
    repository.git("tag", "-a", "noted", "-m", "a tag with a message", "HEAD~1")
    assert text(side(words), next(iter(side(words).folder.files.values()))) == steel


def test_a_file_limits_the_roadmap_to_its_part(repository: Repository) -> None:
    assert side("HEAD:roadmaps/clean/steel.yaml").folder.only == "steel"
    assert side("HEAD:roadmaps/clean/carbonroad.yaml").folder.only == "top"


def test_a_file_without_a_roadmap_stands_alone(repository: Repository) -> None:
    repository.commit({"alone.yaml": STEEL, "deep/alone.yaml": STEEL})
    assert side("HEAD:deep/alone.yaml").folder.files == {"alone": "HEAD:deep/alone.yaml"}
    assert side("HEAD:alone.yaml").folder.files == {"alone": "HEAD:./alone.yaml"}
    assert side("HEAD", "deep/alone.yaml").folder.files == {"alone": "HEAD:deep/alone.yaml"}


def test_a_roadmap_in_the_repositorys_root_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Repository(tmp_path / "clean")
    made.commit(made.roadmap(""))
    monkeypatch.chdir(made.folder)
    for folder in ("", ".", str(made.folder)):
        found = side("main", folder)
        assert found.folder.top == "main:./carbonroad.yaml"
        assert found.folder.name == "clean"
        project = load(found.folder, None, date(2026, 1, 1), texts=found.texts)
        assert project.errors == 0
        assert project.system.industries[0].id == "steel"


def test_paths_count_from_the_root_or_with_a_dot_from_here(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder / "roadmaps")
    for words in ("HEAD:roadmaps/clean", "HEAD:./clean", "HEAD:../roadmaps/clean"):
        assert side(words, "clean").folder.top == "HEAD:roadmaps/clean/carbonroad.yaml"
    assert side("HEAD~1", "clean").folder.top == "HEAD~1:roadmaps/clean/carbonroad.yaml"
    assert "../../x does not exist at HEAD" in refusal("HEAD:../../x", "clean").message


def test_a_call_from_elsewhere_finds_the_roadmap(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert side("HEAD~1", "work/roadmaps/clean").folder.name == "clean"
    assert side("HEAD:roadmaps/clean", "work/roadmaps/clean").folder.name == "clean"


def test_a_folder_comes_before_a_revision_and_that_is_said(repository: Repository) -> None:
    repository.write(repository.roadmap("proposal", LATER))
    repository.git("branch", "proposal", "HEAD~1")
    found = side("proposal")
    assert found.folder.path == "proposal"
    assert not found.texts
    assert "proposal~0" in found.note
    assert text(side("proposal~0"), "proposal~0:roadmaps/clean/steel.yaml") == STEEL
    assert not side("roadmaps/clean").note


def test_a_folder_that_is_no_roadmap_does_not_hide_a_branch(repository: Repository) -> None:
    (repository.folder / "release").mkdir()
    repository.git("branch", "release", "HEAD~1")
    assert side("release").commit
    repository.git("branch", "-D", "release")
    assert "no roadmap in release" in refusal("release").message


def test_unknown_revisions_are_said_with_what_is_meant(repository: Repository) -> None:
    repository.git("branch", "five-year-plan")
    repository.git("update-ref", "refs/remotes/origin/review", "HEAD")
    assert refusal("five-yaer-plan~1").help == 'did you mean "five-year-plan~1"?'
    assert refusal("review").help == 'did you mean "origin/review"?'
    assert refusal("roadmaps/claen").help == f'did you mean "{os.path.join("roadmaps", "clean")}"?'  # noqa: PTH118
    assert refusal("HEAD~9").help == "HEAD has 1 commit before it"
    assert "git log shows them" in refusal("wholly-other").help
    assert "neither a folder nor a git revision" in refusal("no such thing").message
    assert "git knows no revision" in refusal("nothing:roadmaps/clean").message


@pytest.mark.parametrize(
    ("words", "apart"), [("main~1..main", "main~1 main"), ("main...", "main HEAD"), ("..main", "HEAD main")]
)
def test_a_range_is_two_revisions(repository: Repository, words: str, apart: str) -> None:
    assert refusal(words, str(repository.folder / "roadmaps/clean")).help.endswith(f"carbonroad diff {apart}")


@pytest.mark.parametrize("words", ["-x", "--help", "--output=x", "HEAD\n", "a..b", "", "\udcff", "x\0"])
def test_no_words_become_an_option_or_a_fault(repository: Repository, words: str) -> None:
    assert refusal(words).message
    assert not list(repository.folder.glob("x*"))


def test_a_renamed_folder_is_told_by_its_old_names(repository: Repository) -> None:
    repository.git("mv", "roadmaps/clean", "roadmaps/green")
    repository.commit()
    said = refusal("HEAD~1", "roadmaps/green")
    assert said.message == "roadmaps/green does not exist at HEAD~1."
    assert "HEAD~1:roadmaps/clean" in said.help
    assert side("HEAD~1:roadmaps/clean", "roadmaps/green").folder.name == "clean"


def test_a_roadmap_that_is_gone_from_disk(repository: Repository) -> None:
    repository.git("rm", "-rq", "roadmaps")
    repository.commit()
    assert side("HEAD~1").folder.files
    assert "there was no roadmap then" in refusal("HEAD").help


def test_of_several_roadmaps_the_one_of_the_name(repository: Repository) -> None:
    repository.commit(repository.roadmap("roadmaps/other"))
    assert side("HEAD:roadmaps", "elsewhere/other").folder.name == "other"
    said = refusal("HEAD:roadmaps", "elsewhere/third")
    assert "clean, other" in said.message
    assert "HEAD:roadmaps/clean" in said.help


def test_without_a_repository_or_a_commit_the_way_out_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert "in no git repository" in refusal("HEAD", ".").message
    Repository(tmp_path / "new")
    assert "no commit yet" in refusal("HEAD", "new").help


def test_a_missing_git_is_said(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    assert "git, which knows revisions, was not found" in refusal("HEAD").message
    assert side("roadmaps/clean").folder.name == "clean"


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_a_git_in_the_working_folder_is_not_run(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = repository.folder / "git"
    fake.write_text("#!/bin/sh\ntouch was-run\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert side("HEAD").commit
    assert not (repository.folder / "was-run").exists()


def test_a_repository_of_somebody_else_is_said_with_the_way_to_trust_it(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    said = refusal("HEAD")
    assert "belongs to another user" in said.message
    assert "safe.directory" in said.help


def test_a_shallow_clone_is_said_with_the_way_to_fetch_the_rest(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "shallow"
    repository.git("clone", "-q", "--depth=1", f"file://{repository.folder.as_posix()}", str(clone))
    monkeypatch.chdir(clone)
    assert side("HEAD").folder.files
    said = refusal("HEAD~1")
    assert "history here is shallow" in said.help
    assert "fetch-depth: 0" in said.help


def test_a_partial_clone_fetches_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "partial"
    repository.git("clone", "-q", "--filter=blob:none", f"file://{repository.folder.as_posix()}", str(clone))
    monkeypatch.chdir(clone)
    before = sorted(path.name for path in (clone / ".git" / "objects").rglob("*"))
    assert "not in this clone" in refusal("HEAD~1").message
    assert sorted(path.name for path in (clone / ".git" / "objects").rglob("*")) == before


def test_a_log_that_does_not_reach_back_is_said(repository: Repository) -> None:
    assert "does not reach back" in refusal("main@{2001-01-01}").message
    assert "does not reach back" in refusal("main@{99}").message


def test_a_worktree_and_a_bare_repository_are_read(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.git("worktree", "add", "-q", str(tmp_path / "beside"), "HEAD~1")
    assert side("HEAD", str(tmp_path / "beside" / "roadmaps" / "clean")).folder.files
    repository.git("clone", "-q", "--bare", str(repository.folder), str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    assert side("main~1:roadmaps/clean", ".").folder.files
    assert "main:roadmaps/clean" in refusal("main", ".").help


def test_files_that_look_like_a_repository_are_none(repository: Repository) -> None:
    forged = Repository(repository.folder.parent / "forged")
    forged.commit(forged.roadmap(""))
    within = repository.folder / "roadmaps" / "clean"
    for name in ("HEAD", "config", "objects", "refs"):
        (forged.folder / ".git" / name).rename(within / name)
    assert "cannot use bare repository" in refusal("HEAD", "roadmaps/clean").message


def test_a_submodule_is_another_repository(repository: Repository, tmp_path: Path) -> None:
    inner = Repository(tmp_path / "inner")
    inner.commit(inner.roadmap(""))
    repository.git("submodule", "--quiet", "add", str(inner.folder), "shared")
    repository.commit()
    assert "shared is a submodule" in refusal("HEAD:shared").message
    assert "submodule" in refusal("HEAD:shared/deeper").message
    assert side("HEAD", "shared").folder.top == "HEAD:./carbonroad.yaml"


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_are_followed_within_the_folder_alone(repository: Repository) -> None:
    folder = repository.folder / "roadmaps" / "clean"
    (repository.folder / "secret.yaml").write_text("title: no\n")
    (folder / "inside.yaml").symlink_to("steel.yaml")
    (folder / "chain.yaml").symlink_to("./inside.yaml")
    (folder / "outside.yaml").symlink_to("../../secret.yaml")
    (folder / "absolute.yaml").symlink_to("/etc/hostname")
    (folder / "above.yaml").symlink_to("../../../../../../etc/hostname")
    (folder / "round.yaml").symlink_to("round.yaml")
    (folder / "nowhere.yaml").symlink_to("no-such.yaml")
    repository.commit()
    found = side("HEAD")
    base = "HEAD:roadmaps/clean"
    assert text(found, f"{base}/inside.yaml") == text(found, f"{base}/chain.yaml") == LATER
    assert set(found.folder.outside) == {f"{base}/{name}.yaml" for name in ("outside", "absolute", "above")}
    for name in ("round", "nowhere"):
        missing = found.texts[f"{base}/{name}.yaml"]
        assert isinstance(missing, Finding)
        assert missing.name == "unreadable-file"


def test_only_a_roadmaps_files_are_taken(repository: Repository) -> None:
    base = "roadmaps/clean"
    repository.commit(
        {f"{base}/{name}": "x" for name in ("notes.txt", ".hidden.yaml", "sub/deep.yaml", "x.YAML")}
    )
    repository.commit({f"{base}/power.yml": STEEL, f"{base}/steel.yml": STEEL})
    repository.git("update-index", "--chmod=+x", f"{base}/power.yml")
    repository.git("commit", "-qm", "may be run")
    found = side("HEAD")
    assert set(found.folder.files) == {"power", "steel"}
    assert found.folder.doubles == (("steel", f"HEAD:{base}/steel.yaml", f"HEAD:{base}/steel.yml"),)
    assert set(found.texts) == {found.folder.top, *found.folder.files.values()}


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes there")
def test_names_that_are_no_text_and_texts_that_are_no_utf_8(repository: Repository) -> None:
    folder = os.fsencode(repository.folder / "roadmaps" / "clean")
    with open(folder + b"/caf\xe9.yaml", "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(STEEL.encode())
    repository.commit(
        {"roadmaps/clean/钢铁.yaml": STEEL, "roadmaps/clean/gbk.yaml": "title: 钢铁".encode("gbk")}
    )
    found = side("HEAD")
    assert {"caf\udce9", "钢铁", "gbk"} <= set(found.folder.files)
    assert text(found, "HEAD:roadmaps/clean/caf\udce9.yaml") == STEEL
    bad = found.texts["HEAD:roadmaps/clean/gbk.yaml"]
    assert isinstance(bad, Finding)
    assert bad.name == "not-utf-8"
    project = load(found.folder, None, date(2026, 1, 1), texts=found.texts)
    assert "not-utf-8" in {finding.name for finding in project.found}
    assert not project.complete


def test_a_huge_file_is_passed_over(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carbonroad.source.git.past.MAX_BYTES", 2_000)
    repository.commit({"roadmaps/clean/huge.yaml": "# " + "x" * 3_000_000})
    found = side("HEAD")
    huge = found.texts["HEAD:roadmaps/clean/huge.yaml"]
    assert isinstance(huge, Finding)
    assert huge.name == "too-large"
    assert text(found, "HEAD:roadmaps/clean/steel.yaml") == LATER


def test_the_commits_day_is_that_of_its_place(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for written, day in (
        ("2026-01-01T00:30:00 +0800", date(2026, 1, 1)),
        ("2025-12-31T23:30:00 -0800", date(2025, 12, 31)),
    ):
        monkeypatch.setitem(sys.modules["git_repository"]._ALONE, "GIT_COMMITTER_DATE", written)
        repository.commit()
        assert side("HEAD").day == day


def test_a_long_id_is_shown_short(repository: Repository) -> None:
    commit = repository.git("rev-parse", "HEAD").strip()
    assert side(commit).label == commit[:10]
    assert side(commit[:12]).label == commit[:12]


def test_a_path_of_windows_is_no_revision(repository: Repository) -> None:
    assert refusal("C:\\roadmaps\\clean").message == "C:\\roadmaps\\clean does not exist."
    assert refusal("C:/roadmaps/clean").message == "C:/roadmaps/clean does not exist."


def test_nothing_of_the_repository_is_run_or_written(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = f"touch {(repository.folder / 'was-run').as_posix()}"
    for key in ("core.pager", "diff.external", "diff.x.textconv", "filter.x.smudge", "core.fsmonitor"):
        repository.git("config", key, trap)
    repository.commit({".gitattributes": "*.yaml diff=x filter=x\n"})
    (repository.folder / "was-run").unlink(missing_ok=True)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", trap)
    monkeypatch.setenv("GIT_DIR", "/nonexistent")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nonexistent")
    before = {path: path.stat().st_mtime_ns for path in repository.folder.rglob("*")}
    assert side("HEAD~1").folder.files
    assert refusal("nothing").message
    assert {path: path.stat().st_mtime_ns for path in repository.folder.rglob("*")} == before


def test_a_repository_of_sha_256_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", "-b", "main", "--object-format=sha256", str(folder)], check=True)
    made = Repository(folder)
    made.commit(made.roadmap())
    monkeypatch.chdir(folder)
    found = side("main")
    assert text(found, "main:roadmaps/clean/carbonroad.yaml") == TOP
    assert len(found.commit) == 64


def test_a_revision_alone_is_asked_for_by_its_function(repository: Repository) -> None:
    found = revision_of("HEAD", "roadmaps/clean")
    assert isinstance(found, Side)
    assert isinstance(revision_of("roadmaps/clean", "roadmaps/clean"), NoRevision)
