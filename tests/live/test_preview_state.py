"""What a preview shows: what `render` would write, and the last good pages where it would write nothing."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from small_roadmap import two_fields
from typer.testing import CliRunner

from carbonroad.cli.roadmaps.choosing import choose
from carbonroad.cli.run import program
from carbonroad.live.preview import Preview, State
from carbonroad.live.roadmaps import Asked
from carbonroad.render.faults import RenderFault
from carbonroad.render.site.choice import Choice
from carbonroad.source.folder import NoRoadmap

DAY = date(2026, 11, 22)
ROADMAPS = Path(__file__).resolve().parents[2] / "roadmaps"


class Clock:
    def __init__(self) -> None:
        self.now = "09:00"

    def __call__(self) -> str:
        return self.now


def two_fields_in(folder: Path) -> None:
    folder.mkdir(parents=True)
    two_fields(folder)


def preview_of(*paths: Path, templates: Path | None = None, clock: Clock | None = None) -> Preview:
    named = [str(path) for path in paths]

    def find() -> list[Asked] | NoRoadmap:
        found = choose(named)
        return found if isinstance(found, NoRoadmap) else [Asked(one.folder, (), one.listed) for one in found]

    choice = Choice(templates=None if templates is None else str(templates))
    made = Preview(find, named, choice, clock=clock or Clock(), today=lambda: DAY)
    made.look()
    return made


def rendered(output: Path, *arguments: str | Path) -> dict[str, bytes]:
    call = ["render", *map(str, arguments), "-o", str(output), "--no-cache", "-q", "--as-of", "2026-11-22"]
    done = CliRunner().invoke(program(call), call)
    assert done.exit_code == 0, done.output
    files = (path for path in output.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    two_fields_in(tmp_path / "plan")
    return tmp_path / "plan"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_every_file_has_the_bytes_that_render_writes(tmp_path: Path) -> None:
    written = rendered(tmp_path / "out", ROADMAPS / "france")
    made = preview_of(ROADMAPS / "france")
    assert written
    assert [path for path, data in sorted(written.items(), reverse=True) if made.file(path) != data] == []
    assert {path for path in written if path.endswith(".html")} == set(made.state.publication.paths)


def test_after_edits_the_bytes_are_still_those_of_render(folder: Path, tmp_path: Path) -> None:
    made = preview_of(folder)
    before = {path: made.file(path) for path in made.state.publication.paths}
    edit(folder / "steel.yaml", "Steel", "Iron")
    assert made.look()
    written = rendered(tmp_path / "out", folder)
    assert [path for path, data in written.items() if made.file(path) != data] == []
    assert any(made.file(path) != data for path, data in before.items())


def test_several_roadmaps_with_a_parent_are_those_of_render(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    two_fields_in(plans / "nation")
    two_fields_in(plans / "north")
    edit(plans / "north" / "carbonroad.yaml", "carbonroad: 1", "carbonroad: 1\nparent: nation")
    written = rendered(tmp_path / "out", plans)
    made = preview_of(plans)
    assert {"index.html", "zh/index.html", "nation/index.html", "north/zh/index.html"} <= set(written)
    assert [path for path, data in written.items() if made.file(path) != data] == []
    assert made.state.publication.first_in("zh") == "zh/index.html"


def test_what_has_not_changed_is_no_new_state(folder: Path) -> None:
    made = preview_of(folder)
    number = made.state.number
    (folder / "steel.yaml").touch()
    assert not made.look()
    assert made.state.number == number


def test_errors_keep_the_last_good_pages_and_their_time(folder: Path) -> None:
    clock = Clock()
    made = preview_of(folder, clock=clock)
    page = made.file("steel/timetable.html")
    clock.now = "09:30"
    edit(folder / "steel.yaml", "industry:", "industrie:")
    assert made.look()
    (standing,) = made.state.standings
    assert standing.stale
    assert standing.errors
    assert standing.good is not None
    assert standing.good.at == "09:00"
    assert made.file("steel/timetable.html") == page
    # A page that nobody had looked at is made of the last good version too.
    assert made.file("power/timetable.html")
    clock.now = "09:45"
    edit(folder / "steel.yaml", "industrie:", "industry:")
    assert made.look()
    (standing,) = made.state.standings
    assert not standing.stale
    assert standing.good is not None
    assert standing.good.at == "09:45"


def test_a_roadmap_that_never_was_good_has_no_pages(folder: Path) -> None:
    edit(folder / "steel.yaml", "industry:", "industrie:")
    made = preview_of(folder)
    assert made.state.publication.paths == ()
    assert made.file("index.html") is None
    assert made.state.standings[0].good is None


def test_one_broken_roadmap_leaves_the_others_as_they_are_now(tmp_path: Path) -> None:
    for name in ("a", "b"):
        two_fields_in(tmp_path / "plans" / name)
    made = preview_of(tmp_path / "plans")
    old = made.file("a/index.html")
    edit(tmp_path / "plans" / "a" / "steel.yaml", "industry:", "industrie:")
    edit(tmp_path / "plans" / "b" / "carbonroad.yaml", "Test roadmap", "Another title")
    assert made.look()
    assert made.file("a/index.html") == old
    assert b"Another title" in (made.file("b/index.html") or b"")
    assert b"Another title" in (made.file("index.html") or b"")
    broken, fine = made.state.standings
    assert (broken.stale, fine.stale) == (True, False)


def test_a_folder_that_goes_and_comes_again(folder: Path) -> None:
    made = preview_of(folder)
    page = made.file("index.html")
    kept = folder.with_name("kept")
    folder.rename(kept)
    assert made.look()
    assert made.state.absent is not None
    assert made.file("index.html") == page
    assert str(folder.parent) in made.places().watched()
    kept.rename(folder)
    assert made.look()
    assert made.state.absent is None


def test_a_roadmap_that_appears_beside_another_is_taken_in(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    two_fields_in(plans / "a")
    made = preview_of(plans)
    assert "b/index.html" not in made.state.publication.paths
    shutil.copytree(plans / "a", plans / "b")
    assert made.look()
    assert "b/index.html" in made.state.publication.paths


def test_a_template_that_fails_keeps_the_page_and_is_told(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "css").mkdir(parents=True)
    theme = own / "css" / "theme.css"
    theme.write_text("h1{color:red}")
    made = preview_of(folder, templates=own)
    page = made.file("index.html")
    assert b"h1{color:red}" in (page or b"")
    theme.write_text("</style>")
    assert made.look()
    heard: list[State] = []
    made.tell(heard.append)
    assert made.file("index.html") == page
    assert made.state.fault is not None
    assert heard[-1].fault is made.state.fault
    with pytest.raises(RenderFault):
        made.file("timetable.html")
    theme.write_text("h1{color:blue}")
    assert made.look()
    assert made.state.fault is None
    assert b"h1{color:blue}" in (made.file("index.html") or b"")


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "../plan/steel.yaml",
        "steel.yaml",
        "/etc/passwd",
        "index",
        ".html",
        "x/../index.html",
        "index.html/",
    ],
)
def test_nothing_but_made_files_has_a_path(folder: Path, path: str) -> None:
    assert preview_of(folder).file(path) is None
