"""Links and names of files: nothing outside the roadmap's folder is read, written or shown."""

import os
from pathlib import Path

import pytest
from running import run

_TOP = "carbonroad: 1\ntitle: x\nbefore_means: inclusive\n"
_STEEL = "title: S\nowner: X\nmilestones:\n  - {id: M1, title: t, deadline: by 2030}\n"
_SECRET = "root-of-all-secrets"  # noqa: S105  # a word to look for


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "secret").write_text(f"{_SECRET}: x\n", "utf-8")
    folder = tmp_path / "roadmap"
    folder.mkdir()
    (folder / "carbonroad.yaml").write_text(_TOP, "utf-8")
    (folder / "steel.yaml").write_text(_STEEL, "utf-8")
    return folder


@pytest.mark.parametrize("name", ["steel.yaml", "carbonroad.yaml", "carbonroad-baseline.json", "other.yaml"])
def test_a_link_that_leads_outside_is_told_of_and_not_read(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(folder.parent / "secret")
    for form in ("full", "json", "sarif"):
        done = run("validate", folder, "--format", form)
        assert done.returncode == 1
        assert "link that leads out" in done.stdout.decode()
        assert _SECRET not in done.stdout.decode()


def test_a_linked_file_within_the_folder_is_read(folder: Path) -> None:
    (folder / "iron.yaml").symlink_to("steel.yaml")
    assert run("validate", folder).returncode == 0


def test_a_linked_folder_that_was_named_is_read(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder)
    assert run("validate", folder.parent / "link").returncode == 0


@pytest.mark.parametrize("name", ["steel.yaml", "carbonroad.yaml", "carbonroad-baseline.json"])
def test_a_link_to_itself_and_a_pipe_end_quickly(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(name)
    assert run("validate", folder).returncode in {1, 2}
    (folder / name).unlink()
    os.mkfifo(folder / name)
    assert run("validate", folder).returncode in {1, 2}


def test_a_baseline_is_not_written_through_a_link(folder: Path) -> None:
    (folder / "steel.yaml").write_text(_STEEL.replace("by 2030", "by 20x0"), "utf-8")
    target = folder.parent / "written"
    (folder / "carbonroad-baseline.json").symlink_to(target)
    run("validate", folder, "--write-baseline")
    assert not target.exists()


def test_pages_are_not_written_through_a_link(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outside = tmp_path / "outside"
    outside.mkdir()
    out.mkdir()
    (out / "steel").symlink_to(outside)
    (out / "index.html").symlink_to(tmp_path / "secret")
    run("render", folder, "-o", out)
    assert not list(outside.iterdir())
    assert _SECRET in (tmp_path / "secret").read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "a:b",
        "a..",
        "x y",
        "$(id)",
        "a%2fb",
        "<b>",
        "CON",
        "nul",
        "Com1",
        "index",
        "x\x1b[31m",
        "x\n::error::y",
        "a'b",
        '"',
    ],
)
def test_a_name_that_is_no_id_is_an_error(folder: Path, name: str) -> None:
    (folder / f"{name}.yaml").write_text(_STEEL, "utf-8")
    done = run("validate", folder, "--format", "concise")
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert all(line.startswith((str(folder), *"0123456789")) for line in done.stdout.decode().splitlines())


def test_names_that_differ_by_case_alone_are_not_written_over_each_other(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "STEEL.yaml").write_text(_STEEL, "utf-8")
    done = run("render", folder, "-o", tmp_path / "out")
    assert done.returncode in {1, 2}
    assert b"one file" in done.stderr + done.stdout
