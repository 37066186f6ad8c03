"""The results are the same bytes with any number of processes and any state of the cache."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from memory import Memory
from odd_tree import write_tree
from programs import reports, validate

from carbonroad.batch.call import Call
from carbonroad.batch.run import check_all
from carbonroad.checking.checked import USUAL
from carbonroad.source.folder import find_roadmaps

UNCHANGED = re.compile(rb"(\d+) of (\d+) roadmaps have not changed")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tree(tmp_path_factory.mktemp("odd") / "tree")


@pytest.fixture(scope="module")
def expected(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The reports of one process without a cache."""
    folder = tmp_path_factory.mktemp("expected")
    made = reports(folder / "home", tree, folder / "out", "-j", "1", "--no-cache")
    assert (made["code"], made["err"]) == (b"1", b"")
    assert len(made["jsonl"].splitlines()) > 500
    return made


def unchanged(home: Path, tree: Path, *arguments: str) -> tuple[int, int]:
    """How many roadmaps were remembered, and of how many."""
    done = validate(home, tree.name, "-v", "--as-of", "2026-11-22", *arguments, cwd=tree.parent)
    told = UNCHANGED.search(done.stderr)
    assert told is not None, done.stderr
    return int(told[1]), int(told[2])


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_any_number_of_processes_gives_the_same(
    tree: Path, expected: dict[str, bytes], tmp_path: Path, jobs: str
) -> None:
    assert reports(tmp_path / "home", tree, tmp_path / "out", "-j", jobs, "--no-cache") == expected


def test_first_run_and_second_run_give_the_same(
    tree: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    assert reports(home, tree, tmp_path / "first", "-j", "2") == expected
    known, every = unchanged(home, tree)
    assert known >= every - 5  # all but those with files that cannot be read
    assert reports(home, tree, tmp_path / "second", "-j", "1") == expected
    damage(home)
    assert reports(home, tree, tmp_path / "third", "-j", "2") == expected


def damage(home: Path) -> None:
    """Break every file of the cache, each in another way."""
    files = sorted(path for path in (home / ".cache").rglob("*") if re.fullmatch("[0-9a-f]{2}", path.name))
    assert len(files) > 50
    for number, file in enumerate(files):
        data = file.read_bytes()
        match number % 6:
            case 0:
                file.write_bytes(data[: len(data) // 2])
            case 1:
                file.write_bytes(data[:60] + bytes((data[60] ^ 1,)) + data[61:])
            case 2:
                file.write_bytes(b"carbonroad cache 0\n" + data[19:])
            case 3:
                file.unlink()
                file.mkdir()
            case 4:
                file.unlink()
                os.mkfifo(file)
            case _:
                file.unlink()
                file.symlink_to("/dev/zero")


def test_a_remembered_roadmap_is_checked_anew_when_a_byte_of_it_changes(tmp_path: Path) -> None:
    tree, home = tmp_path / "tree", tmp_path / "home"
    for number in range(70):
        folder = tree / f"plan{number:02d}"
        folder.mkdir(parents=True)
        (folder / "carbonroad.yaml").write_text("title: Plan\nbefore_means: inclusive\n", encoding="utf-8")
    assert unchanged(home, tree) == (0, 70)
    assert unchanged(home, tree) == (70, 70)
    changed = tree / "plan33" / "carbonroad.yaml"
    status = changed.stat()
    changed.write_text("title: Plan\nbefore_mean5: inclusive\n", encoding="utf-8")
    os.utime(changed, ns=(status.st_atime_ns, status.st_mtime_ns))  # same size, same time
    done = validate(home, tree.name, "-v", "--as-of", "2026-11-22", cwd=tree.parent)
    assert b"69 of 70 roadmaps have not changed" in done.stderr
    assert b"tree/plan33/carbonroad.yaml:2:1" in done.stdout


def test_a_changed_parent_is_seen_by_its_children(tmp_path: Path) -> None:
    tree, home = tmp_path / "tree", tmp_path / "home"
    write_tree(tree, corpus=False)
    for number in range(60):
        folder = tree / f"plan{number:02d}"
        folder.mkdir()
        (folder / "carbonroad.yaml").write_text("title: Plan\nbefore_means: inclusive\n", encoding="utf-8")
    before = unchanged(home, tree)
    assert before[0] == 0
    known = unchanged(home, tree)
    whole = tree / "whole" / "carbonroad.yaml"
    whole.write_text(
        whole.read_text("utf-8").replace("office: {title: Office}", "bureau: {title: Bureau}"), "utf-8"
    )
    done = validate(home, tree.name, "-v", "--format", "concise", "--as-of", "2026-11-22", cwd=tree.parent)
    assert done.stdout.count(b"part-") >= 3
    told = UNCHANGED.search(done.stderr)
    assert told is not None
    assert int(told[1]) == known[0] - 4  # the parent and its three children


def test_without_a_data_date_a_result_holds_for_its_day(tmp_path: Path) -> None:
    """Where nothing says a data date, tomorrow's run looks again; with one it does not."""
    for name, line in (("dated", "as_of: 2026-01-01\n"), ("open", "")):
        (tmp_path / name).mkdir()
        text = f"title: Plan\nbefore_means: inclusive\n{line}"
        (tmp_path / name / "carbonroad.yaml").write_text(text, encoding="utf-8")
    folders = find_roadmaps(str(tmp_path))
    assert isinstance(folders, list)
    memory = Memory()
    for day in (1, 2, 1):
        call = Call(None, date(2026, 5, day), USUAL)
        dated, undated = check_all(folders, call, store=memory)
        assert (dated.as_of, undated.as_of) == (date(2026, 1, 1), date(2026, 5, day))
    assert len(memory) == 2
