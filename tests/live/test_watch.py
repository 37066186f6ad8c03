"""The watch tells of every change that counts, and of nothing else."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import pytest

from carbonroad.batch.families import families_of
from carbonroad.cli.roadmaps.choosing import choose
from carbonroad.live import watching
from carbonroad.live.places import Places, places_of
from carbonroad.live.watching import Watch

SECONDS = 20


class Watched:
    """A watch in a thread of its own."""

    def __init__(self, places: Callable[[], Places]) -> None:
        self.stop = Event()
        self._told: Queue[None] = Queue()
        watch = Watch(places, self.stop)
        self._thread = Thread(target=lambda: [self._told.put(one) for one in watch.changes()])
        self._thread.start()

    def told(self) -> bool:
        try:
            self._told.get(timeout=SECONDS)
        except Empty:
            return False
        return True

    def silent(self) -> bool:
        try:
            self._told.get(timeout=0.4)
        except Empty:
            return True
        return False

    def end(self) -> None:
        self.stop.set()
        self._thread.join()


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "carbonroad.yaml").write_text("carbonroad: 1\n")
    (folder / "steel.yaml").write_text("industry: steel\n")
    return folder


def places(folder: Path, *whole: Path, without: tuple[Path, ...] = ()) -> Places:
    chosen = choose([str(folder)])
    assert isinstance(chosen, list)
    folders = [one.folder for one in chosen]
    return places_of([str(folder)], folders, families_of(folders), map(str, whole), map(str, without))


@pytest.fixture(name="watched", params=["told by the system", "by looking"])
def _watched(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Callable[[], Places]], Watched]]:
    if request.param == "by looking":

        def refuse(*_: object, **__: object) -> None:
            raise OSError("no more watches")

        monkeypatch.setattr(watching, "watch", refuse)
        monkeypatch.setattr(watching, "_POLL", 0.02)
    made: list[Watched] = []

    def watch(where: Callable[[], Places]) -> Watched:
        made.append(Watched(where))
        return made[-1]

    yield watch
    for one in made:
        one.end()


Watching = Callable[[Callable[[], Places]], Watched]


def test_a_save_a_new_file_and_one_that_is_renamed_into_place_are_told(
    folder: Path, watched: Watching
) -> None:
    where = places(folder)
    watch = watched(lambda: where)
    (folder / "steel.yaml").write_text("industry: steel\ntitle: Steel\n")
    assert watch.told()
    (folder / "power.yaml").write_text("industry: power\n")
    assert watch.told()
    (folder / ".steel.yaml.tmp").write_text("industry: steel\ntitle: Iron\n")
    (folder / ".steel.yaml.tmp").rename(folder / "steel.yaml")
    assert watch.told()
    (folder / "power.yaml").unlink()
    assert watch.told()


def test_what_is_no_file_of_a_roadmap_is_not_told(folder: Path, watched: Watching) -> None:
    output = folder / "build"
    output.mkdir()
    where = places(folder, without=(output,))
    watch = watched(lambda: where)
    (folder / "notes.txt").write_text("x")
    (folder / ".steel.yaml.swp").write_text("x")
    (output / "index.html").write_text("x")
    os.utime(output)
    assert watch.silent()


def test_a_folder_that_is_removed_and_made_again_is_followed(folder: Path, watched: Watching) -> None:
    where = places(folder)
    watch = watched(lambda: where)
    kept = folder.with_name("kept")
    folder.rename(kept)
    assert watch.told()
    folder.mkdir()
    shutil.copy(kept / "steel.yaml", folder / "steel.yaml")
    assert watch.told()
    while not watch.silent():
        pass
    (folder / "steel.yaml").write_text("industry: steel\ntitle: Again\n")
    assert watch.told()


def test_templates_count_whatever_they_are_called(folder: Path, tmp_path: Path, watched: Watching) -> None:
    own = tmp_path / "own" / "css"
    own.mkdir(parents=True)
    (own / "theme.css").write_text("a{}")
    where = places(folder, own.parent)
    watch = watched(lambda: where)
    (own / "theme.css").write_text("a{color:red}")
    assert watch.told()


def test_what_changes_before_the_watch_begins_is_told(folder: Path) -> None:
    where, stop = places(folder), Event()
    watch = Watch(lambda: where, stop)
    (folder / "steel.yaml").write_text("industry: steel\ntitle: Early\n")
    assert watch.wait()


def test_another_day_is_a_change(folder: Path) -> None:
    where, days = places(folder), iter(["monday", "tuesday"])
    assert Watch(lambda: where, Event(), lambda: next(days)).wait()


def test_a_watch_that_is_stopped_tells_so(folder: Path) -> None:
    where, stop = places(folder), Event()
    watch = Watch(lambda: where, stop)
    stop.set()
    assert not watch.wait()


def test_places_are_the_roadmaps_of_a_folder_and_where_new_ones_may_appear(tmp_path: Path) -> None:
    for name in ("north", "group/south"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "carbonroad.yaml").write_text("carbonroad: 1\nparent: nation\n")
    (tmp_path / "empty").mkdir()
    shown = {
        Path(one).relative_to(tmp_path).as_posix() for one in places(tmp_path).folders if "north/" not in one
    }
    assert {".", "north", "group", "group/south", "empty"} <= shown


def test_the_top_file_of_a_parent_outside_the_call_is_watched(tmp_path: Path) -> None:
    (tmp_path / "nation" / "north").mkdir(parents=True)
    (tmp_path / "nation" / "carbonroad.yaml").write_text("carbonroad: 1\n")
    (tmp_path / "nation" / "north" / "carbonroad.yaml").write_text("carbonroad: 1\nparent: nation\n")
    assert str(tmp_path / "nation") in places(tmp_path / "nation" / "north").folders
