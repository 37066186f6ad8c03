"""Writing the output: whole or not at all, and nothing that is not ours is touched."""

import json
import os
from pathlib import Path

import pytest
from whole_output import write_output

from carbonroad.output import MANIFEST, OutputProblem, Written, write_file

PAGES = {"index.html": b"<p>1", "steel/timetable.html": b"<p>2", "zh/index.html": b"<p>3"}


def written(folder: Path, files: dict[str, bytes], *, prune: bool = True) -> Written:
    done = write_output(str(folder), files, prune=prune)
    assert isinstance(done, Written), done
    return done


def listing(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_all_files_stand_in_the_folder(tmp_path: Path) -> None:
    done = written(tmp_path / "build", PAGES)
    assert listing(tmp_path / "build") == PAGES
    assert done == Written(tuple(PAGES), 0, (), ())


def test_nothing_but_the_files_and_their_list_is_left(tmp_path: Path) -> None:
    written(tmp_path, PAGES)
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "index.html", "steel", "zh"]


def test_what_is_unchanged_is_not_written_again(tmp_path: Path) -> None:
    written(tmp_path, PAGES)
    os.utime(tmp_path / "index.html", (1, 1))
    os.utime(tmp_path / MANIFEST, (1, 1))
    assert written(tmp_path, PAGES) == Written((), 3, (), ())
    assert (tmp_path / "index.html").stat().st_mtime == 1
    assert (tmp_path / MANIFEST).stat().st_mtime == 1


def test_pages_that_are_no_longer_made_go_with_their_folders(tmp_path: Path) -> None:
    written(tmp_path, PAGES)
    done = written(tmp_path, {"index.html": b"<p>1"})
    assert done.removed == ("steel/timetable.html", "zh/index.html")
    assert listing(tmp_path) == {"index.html": b"<p>1"}
    assert not (tmp_path / "steel").exists()


def test_a_run_for_some_documents_leaves_the_others(tmp_path: Path) -> None:
    written(tmp_path, PAGES)
    written(tmp_path, {"steel/timetable.html": b"new"}, prune=False)
    assert listing(tmp_path) == {**PAGES, "steel/timetable.html": b"new"}
    assert set(json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))["files"]) == set(PAGES)


def test_what_is_cleared_away_is_whatever_was_ours_but_what_is_to_stay(tmp_path: Path) -> None:
    written(tmp_path, {"index.html": b"1", "index.txt": b"2", "a.pdf": b"3"})
    (tmp_path / "foreign.txt").write_bytes(b"4")
    done = write_output(str(tmp_path), {"index.html": b"1"}, keep=(".pdf",))
    assert isinstance(done, Written)
    assert done.removed == ("index.txt",)
    assert set(listing(tmp_path)) == {"index.html", "a.pdf", "foreign.txt"}


def test_a_foreign_file_is_never_overwritten_and_nothing_else_is_written(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"mine")
    problem = write_output(str(tmp_path), PAGES)
    assert isinstance(problem, OutputProblem)
    assert "index.html" in problem.message
    assert "-o" in problem.help
    assert listing(tmp_path) == {"index.html": b"mine"}


def test_a_foreign_file_is_never_removed(tmp_path: Path) -> None:
    written(tmp_path, PAGES)
    (tmp_path / "steel" / "notes.txt").write_bytes(b"mine")
    written(tmp_path, {"index.html": b"<p>1"})
    assert listing(tmp_path) == {"index.html": b"<p>1", "steel/notes.txt": b"mine"}


def test_a_page_that_someone_changed_is_not_removed(tmp_path: Path) -> None:
    written(tmp_path, PAGES)
    (tmp_path / "zh" / "index.html").write_bytes(b"edited")
    done = written(tmp_path, {"index.html": b"<p>1"})
    assert done.kept == ("zh/index.html",)
    assert (tmp_path / "zh" / "index.html").read_bytes() == b"edited"


def test_a_file_with_the_very_same_bytes_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(PAGES["index.html"])
    assert written(tmp_path, PAGES).unchanged == 1
    assert written(tmp_path, {}).removed == tuple(PAGES)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    build = tmp_path / "build"
    build.mkdir()
    (build / "steel").symlink_to(outside)
    assert isinstance(write_output(str(build), PAGES), OutputProblem)
    assert not list(outside.iterdir())


def test_a_file_where_a_folder_must_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "steel").write_bytes(b"mine")
    assert isinstance(write_output(str(tmp_path), PAGES), OutputProblem)
    assert listing(tmp_path) == {"steel": b"mine"}


def test_a_folder_that_cannot_be_made_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    problem = write_output(str(tmp_path / "file" / "build"), PAGES)
    assert isinstance(problem, OutputProblem)


def test_a_broken_list_of_files_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(b"[]")
    assert isinstance(write_output(str(tmp_path), PAGES), OutputProblem)


@pytest.mark.parametrize("name", ["../x.html", "/x.html", "a//b", "a/../../b", ".git/config", "a\\b", ""])
def test_a_name_that_leads_elsewhere_is_a_fault_of_the_program(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        write_output(str(tmp_path), {name: b""})


def test_a_list_that_names_files_elsewhere_removes_nothing_there(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"mine")
    build = tmp_path / "build"
    build.mkdir()
    (build / MANIFEST).write_text(json.dumps({"files": {"../victim.txt": "0"}}), encoding="utf-8")
    written(build, PAGES)
    assert victim.read_bytes() == b"mine"


def test_an_interrupted_run_leaves_only_whole_files_and_the_next_one_knows_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, PAGES)
    new = {path: data + b" new" for path, data in PAGES.items()}
    replace = Path.replace
    moved: list[str] = []

    def broken(self: Path, target: Path) -> Path:
        if len(moved) == 2:
            raise KeyboardInterrupt
        moved.append(str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(KeyboardInterrupt):
        write_output(str(tmp_path), new)
    monkeypatch.undo()
    left = listing(tmp_path)
    assert all(left[path] in (PAGES[path], new[path]) for path in PAGES)
    done = written(tmp_path, new)
    assert done.unchanged == 3
    assert "interrupted" in done.recovered
    assert listing(tmp_path) == new


def test_one_file_is_written_whole(tmp_path: Path) -> None:
    assert write_file(str(tmp_path / "sub" / "out.json"), b"{}") is None
    assert listing(tmp_path) == {"sub/out.json": b"{}"}
    assert isinstance(write_file(str(tmp_path / "sub"), b""), OutputProblem)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert write_file(str(pipe), b"data") is None
    assert os.read(reader, 10) == b"data"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_link_that_the_user_named_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("file")
    assert write_file(str(tmp_path / "link"), b"data") is None
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"data"


def test_links_that_lead_to_each_other_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert isinstance(write_file(str(tmp_path / "a"), b"x"), OutputProblem)
    assert (tmp_path / "a").is_symlink()
