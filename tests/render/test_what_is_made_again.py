"""A run that knows an earlier one: the same bytes as without, and only what changed is made."""

import random
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from site_files import files_of

from carbonroad.project import load
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.reuse import Made, Reuse, read_made, write_made
from carbonroad.render.site.site import Site
from carbonroad.source.folder import find_roadmaps

TODAY = date(2026, 11, 22)
DATA = Path(__file__).parents[1] / "data"
YEAR = re.compile(r"\b20\d\d\b")
REFERENCE = re.compile(r"\b(after|for|serves|measure|indicators?)(: ).*")


class Runs:
    """Runs over one folder, each of which knows the one before."""

    def __init__(self, folder: Path, choice: Choice) -> None:
        self.folder = folder
        self.choice = choice
        self.made: dict[str, Made] = {}
        self.standing: dict[str, bytes] = {}

    def site(self) -> Site:
        found = find_roadmaps(str(self.folder))
        assert isinstance(found, list)
        project = load(found[0], None, TODAY)
        return Site(project, project.system.languages, self.choice)

    def again(self, salt: str = "") -> tuple[dict[str, bytes], set[str]]:
        """Return all files as they stand now, and the paths of those that were made."""
        files: dict[str, bytes] = {}
        reuse = Reuse(salt, read_made(write_made(self.made)), self._stand)
        self.made = self.site().make(files.update, None, reuse)
        paths = [path for one in self.made.values() for path in one.files]
        self.standing = {path: files[path] if path in files else self.standing[path] for path in paths}
        return self.standing, set(files)

    def _stand(self, digests: Mapping[str, str]) -> bool:
        return digests.keys() <= self.standing.keys()


@pytest.fixture
def copied(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    shutil.copytree(DATA / request.param, tmp_path / request.param)
    return tmp_path / str(request.param)


def edited(text: str, other: str, by: random.Random) -> str:
    """Change one line: its years or numbers, what it names, its words, its place, or take it out."""
    lines = text.split("\n")
    line, second = by.randrange(len(lines)), by.randrange(len(lines))
    match by.randrange(7):
        case 0:
            lines[line] = YEAR.sub(lambda _: str(by.randrange(2021, 2061)), lines[line])
        case 1:
            lines[line] = re.sub(r"\d+", lambda found: str(int(found[0]) + by.randrange(4)), lines[line])
        case 2:
            lines[line] += by.choice((" x", " 更长的标题", " # remark"))
        case 3:
            names = re.findall(r"\bid: ([\w.@-]+)", text + other) or ["M1"]
            lines[line] = REFERENCE.sub(lambda found: f"{found[1]}{found[2]}{by.choice(names)}", lines[line])
        case 4:
            lines[line], lines[second] = lines[second], lines[line]
        case 5:
            lines.insert(line, lines[second])
        case _:
            del lines[line]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("copied", "choice", "seed"),
    [
        ("network", Choice(), 1),
        ("in-progress", Choice(formats=("md",)), 2),
        ("timed", Choice(views=("timetable", "drawing")), 3),
    ],
    indirect=["copied"],
)
def test_whatever_is_edited_the_pages_are_those_made_anew(copied: Path, choice: Choice, seed: int) -> None:
    by = random.Random(seed)
    runs = Runs(copied, choice)
    runs.again()
    for _edit in range(8):
        path = by.choice(sorted(copied.glob("*.yaml")))
        before = path.read_text("utf-8")
        other = by.choice(sorted(copied.glob("*.yaml"))).read_text("utf-8")
        path.write_text(edited(before, other, by), "utf-8")
        files, _ = runs.again()
        assert files == files_of(runs.site())


@pytest.mark.parametrize("copied", ["network"], indirect=True)
def test_nothing_is_made_where_nothing_changed(copied: Path) -> None:
    runs = Runs(copied, Choice())
    first, _ = runs.again()
    again, made = runs.again()
    assert not made
    assert again == first


@pytest.mark.parametrize("copied", ["in-progress"], indirect=True)
def test_a_remark_in_one_industry_touches_no_page_that_says_nothing_of_it(copied: Path) -> None:
    runs = Runs(copied, Choice())
    runs.again()
    with (copied / "waste.yaml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    files, made = runs.again()
    assert made
    assert "waste/timetable.html" in made
    untouched = {path for path in files if path.startswith(("heat/", "zh/heat/"))}
    assert untouched
    assert not untouched & made


@pytest.mark.parametrize("copied", ["network"], indirect=True)
def test_another_program_makes_all_anew(copied: Path) -> None:
    runs = Runs(copied, Choice())
    runs.again("one")
    files, made = runs.again("another")
    assert made == set(files)


@pytest.mark.parametrize("copied", ["network"], indirect=True)
def test_a_file_that_is_gone_is_made_again(copied: Path) -> None:
    runs = Runs(copied, Choice())
    first, _ = runs.again()
    kept = dict(first)
    del runs.standing["metal/timetable.html"]
    again, made = runs.again()
    assert "metal/timetable.html" in made
    assert again == kept


@pytest.mark.parametrize("copied", ["network"], indirect=True)
@pytest.mark.parametrize(
    "choice",
    [Choice(formats=("html",), single_file=True), Choice(industries=("metal",)), Choice(formats=("svg",))],
    ids=["one file", "one industry", "figures"],
)
def test_less_than_everything_is_made_alike(copied: Path, choice: Choice) -> None:
    runs = Runs(copied, choice)
    runs.again()
    path = copied / "grid.yaml"
    path.write_text(path.read_text("utf-8").replace("2027", "2028"), "utf-8")
    files, _ = runs.again()
    assert files == files_of(runs.site())


@pytest.mark.parametrize("jobs", [2, 3, 40])
def test_the_number_of_processes_changes_no_byte(jobs: int) -> None:
    runs = Runs(DATA / "network", Choice())
    alone: dict[str, bytes] = {}
    together: dict[str, bytes] = {}
    first = runs.site().make(alone.update)
    second = runs.site().make(together.update, jobs=jobs)
    assert together == alone
    assert list(second) == list(first)
    assert second == first


@pytest.mark.parametrize(
    "data", [None, b"", b"x", b"x\x9c", b"[]", b"[1, {}]", b"[1, 2]", b'[1, {"en/": [1, 2]}]', b"null"]
)
def test_what_no_run_wrote_is_nothing(data: bytes | None) -> None:
    import zlib

    assert read_made(data) == {}
    assert read_made(zlib.compress(data or b"")) == {}
