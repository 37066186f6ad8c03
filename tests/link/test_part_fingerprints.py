"""A fingerprint is of the files a page depends on: one changed file touches what depends on it, no more."""

from datetime import date
from pathlib import Path

import pytest
from site_files import render_site

from carbonroad.findings import Severity
from carbonroad.project import Project, load
from carbonroad.render.site.choice import Choice
from carbonroad.source.folder import find_roadmaps

TODAY = date(2026, 11, 22)
TOP = "title: Plan\nlanguages: [en]\nas_of: 2026-11-22\nowner: MIIT\n"
TOP += "milestones:\n  - {id: peak, title: Peak, deadline: by 2030}\n"


def milestone(name: str, more: str = "") -> str:
    return f"title: {name.title()}\nmilestones:\n  - {{id: M1, title: Goal, deadline: by 2030{more}}}\n"


def loaded(folder: Path, **files: str) -> Project:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    return load(found[0], None, TODAY)


def prints(project: Project) -> dict[str, str]:
    return {name: project.system.fingerprint_of(name) for name in ("", "top", "a", "b", "c", "d")}


@pytest.fixture(name="before")
def _before(tmp_path: Path) -> dict[str, str]:
    """B waits for a, c for d's deadline by way of a condition; nothing joins the two pairs but the top."""
    project = loaded(
        tmp_path,
        carbonroad=TOP,
        a=milestone("a"),
        b=milestone("b", ", after: a.M1, for: top.peak"),
        c=milestone("c").replace("by 2030", "after d.M1"),
        d=milestone("d", ", for: top.peak"),
    )
    assert not [finding.message for finding in project.findings if finding.severity is Severity.error]
    return prints(project)


@pytest.mark.parametrize(
    ("changed", "touched"), [("a", {"a", "b"}), ("b", {"a", "b"}), ("c", {"c", "d"}), ("d", {"c", "d"})]
)
def test_one_file_touches_itself_its_partners_and_the_whole(
    tmp_path: Path, before: dict[str, str], changed: str, touched: set[str]
) -> None:
    path = tmp_path / f"{changed}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Goal", "Aim"), encoding="utf-8")
    after = prints(loaded(tmp_path))
    assert {name for name in before if before[name] != after[name]} == touched | {"", "top"}


def test_the_top_file_touches_all(tmp_path: Path, before: dict[str, str]) -> None:
    after = prints(loaded(tmp_path, carbonroad=TOP.replace("Plan", "Scheme")))
    assert not [name for name in before if before[name] == after[name]]


def test_all_that_is_scheduled_depends_on_each_other(tmp_path: Path) -> None:
    work = "works:\n  - {id: W1, title: Build, start: 2027-01-01, takes: 9mo}\n"
    files = {name: milestone(name) + work for name in ("a", "b")}
    first = prints(loaded(tmp_path, carbonroad=TOP, c=milestone("c"), d=milestone("d"), **files))
    second = prints(loaded(tmp_path, a=files["a"].replace("9mo", "3y")))
    assert {name for name in first if first[name] != second[name]} == {"a", "b", "", "top"}


def test_without_a_top_file_every_file_declares_for_all(tmp_path: Path) -> None:
    project = loaded(tmp_path, a=milestone("a"), b=milestone("b"))
    assert (
        project.system.fingerprint_of("a") == project.system.fingerprint == project.system.fingerprint_of("")
    )


def test_pages_of_unrelated_industries_keep_their_bytes(tmp_path: Path, before: dict[str, str]) -> None:
    def pages() -> dict[str, bytes]:
        return render_site(loaded(tmp_path), ("en",), Choice(formats=("html", "md")))

    assert before
    old = pages()
    path = tmp_path / "a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Goal", "Aim"), encoding="utf-8")
    new = pages()
    folders = {name.partition("/")[0] for name in old if old[name] != new[name] and "/" in name}
    assert folders == {"a", "b"}
    assert {"index.html", "timetable.html", "roadmap.md"} <= {name for name in old if old[name] != new[name]}
