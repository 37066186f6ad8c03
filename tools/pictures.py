"""Takes all pictures of README and docs from the running program: `make pictures`, or some by their names.

Needs Chromium, as `--to pdf` does. The pictures are PNGs with a palette of at most 256 colours.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import sample_lists
from page_steps import Reader, called
from picture_browser import Camera, camera, served
from picture_pages import sheet_page, terminal_page
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
IMAGES = DOCS / "images"
AS_OF = "2026-11-22"

Size = tuple[int, int]
Take = Callable[[Camera, Path, Size], bytes]


class Shot(NamedTuple):
    """A picture: its name, how it is taken in a folder of work, its size in pixels."""

    name: str
    take: Take
    size: Size


def page(path: str) -> Take:
    """A picture of the upper part of a page of the shipped roadmaps, or of all of a drawing."""

    def take(camera: Camera, work: Path, size: Size) -> bytes:
        site = work / "site"
        if not site.is_dir():
            called(["render", str(ROOT / "roadmaps"), "-o", "site", "--as-of", AS_OF, "-q"], work)
        address = (site / path).as_uri()
        if path.endswith(".svg"):
            return written(camera, work, f'<body style="margin:0"><img src="{address}" width="100%">', size)
        with camera.at(address, size) as shown:
            return camera.take(shown)

    return take


def playground(lang: str, timetable: str, misspelt: str) -> Take:
    """The playground with a misspelt owner, and the timetable beside it."""

    def take(camera: Camera, work: Path, size: Size) -> bytes:
        with (
            served(work, "--sample") as address,
            camera.at(f"{address}_carbonroad/playground/?sample={lang}&lang={lang}", size) as shown,
        ):
            misspell(shown, timetable, misspelt)
            return camera.take(shown)

    return take


def misspell(shown: Page, timetable: str, misspelt: str) -> None:
    """Choose the timetable, and write a name that is not declared."""
    frame = shown.frame_locator("#frame iframe.front")
    frame.locator("h1").wait_for()
    shown.locator("#view").select_option(label=timetable)
    frame.get_by_role("heading", level=1, name=timetable).wait_for()
    if not shown.locator("#steps").is_visible():
        shown.locator("#help").click()
    shown.locator("[data-step=owner]").click()
    shown.locator("#steps-close").click()
    shown.keyboard.insert_text(misspelt)
    shown.locator("#stale").wait_for()
    shown.wait_for_timeout(500)  # suggestions may come
    if shown.locator("#suggestions").is_visible():
        shown.keyboard.press("Escape")
        shown.locator("#suggestions").wait_for(state="hidden")


class Tutorial(NamedTuple):
    """A tutorial: its page, and the list that its reader brings along."""

    page: str
    list: str


ENGLISH = Tutorial("tutorial.md", "example-city.xlsx")
CHINESE = Tutorial("zh/tutorial.md", "示例市.xlsx")


def followed(work: Path, one: Tutorial, part: int) -> Path:
    """The folder of somebody who followed a tutorial up to a part of it."""
    folder = work / f"{one.list}-{part}"
    if not folder.is_dir():
        folder.mkdir()
        reader = Reader(folder)
        reader.bring(DOCS / "tutorial" / one.list)
        page = (DOCS / one.page).read_text(encoding="utf-8")
        reader.follow(page.partition(f"\n## {part}. ")[0])
    return folder


def at_part(part: int, path: str, one: Tutorial = ENGLISH, sheet: int = 0) -> Take:
    """A picture of a file of somebody who follows the tutorial: a page, or a sheet of a workbook."""

    def take(camera: Camera, work: Path, size: Size) -> bytes:
        file = followed(work, one, part) / path
        if file.suffix == ".xlsx":
            return written(camera, work, sheet_page(file, sheet), size)
        with camera.at(file.as_uri(), size) as shown:
            return camera.take(shown)

    return take


def answer(part: int, command: str, one: Tutorial = ENGLISH) -> Take:
    """A picture of a terminal with a call, and what it says at the beginning of that part."""

    def take(camera: Camera, work: Path, size: Size) -> bytes:
        said = called([*command.split()[1:], "--color", "always"], followed(work, one, part))
        return written(camera, work, terminal_page(f"$ {command}\n{said}"), size)

    return take


def written(camera: Camera, work: Path, html: str, size: Size) -> bytes:
    """A picture of a page that is made here."""
    path = work / "page.html"
    path.write_text(html, encoding="utf-8")
    with camera.at(path.as_uri(), size) as shown:
        return camera.take(shown)


WIDE, TALL, PAGE = (1440, 1180), (1280, 1200), (1280, 900)
LIST, ANSWER = (1370, 716), (1080, 500)
SHOTS = (
    Shot("overview", page("china/index.html"), WIDE),
    Shot("overview-zh", page("china/zh/index.html"), WIDE),
    Shot("timetable", page("china/steel/timetable.html"), TALL),
    Shot("timetable-zh", page("china/zh/steel/timetable.html"), TALL),
    Shot("roadmap", page("china/steel/roadmap.html"), TALL),
    Shot("roadmap-zh", page("china/zh/steel/roadmap.html"), TALL),
    Shot("drawing", page("china/steel/steel-cd-01.svg"), (1600, 1131)),
    Shot("drawing-zh", page("china/zh/steel/steel-cd-01.svg"), (1600, 1131)),
    Shot("france-overview", page("france/index.html"), (1440, 1320)),
    Shot("france-overview-zh", page("france/zh/index.html"), (1440, 1320)),
    Shot("playground", playground("en", "Timetable", "enviroment"), (1440, 860)),
    Shot("playground-zh", playground("zh", "时间表", "环竟部门"), (1440, 860)),
    Shot("tutorial-list", at_part(4, ENGLISH.list), LIST),
    Shot("tutorial-list-zh", at_part(4, CHINESE.list, CHINESE), (1370, 660)),
    Shot("tutorial-import", answer(4, f"carbonroad import {ENGLISH.list} -o city"), ANSWER),
    Shot(
        "tutorial-import-zh",
        answer(4, f"carbonroad import {CHINESE.list} -o city --lang zh", CHINESE),
        ANSWER,
    ),
    Shot("tutorial-timetable", at_part(8, "build/timetable.html"), PAGE),
    Shot("tutorial-timetable-zh", at_part(8, "build/timetable.html", CHINESE), PAGE),
    Shot("tutorial-roadmap", at_part(8, "build/transport/roadmap.html"), PAGE),
    Shot("tutorial-roadmap-zh", at_part(8, "build/交通/roadmap.html", CHINESE), PAGE),
    Shot("tutorial-excel", at_part(10, "tasks.xlsx", sheet=2), (1370, 560)),
    Shot("tutorial-excel-zh", at_part(10, "tasks.xlsx", CHINESE, sheet=2), (1370, 560)),
)


def main(names: list[str]) -> None:
    """Take the pictures of these names, or all; make the sample lists as well."""
    sample_lists.main()
    wanted = [shot for shot in SHOTS if shot.name in names or not names]
    if len(wanted) < len(names):
        raise SystemExit(f"The pictures are {', '.join(shot.name for shot in SHOTS)}.")
    with tempfile.TemporaryDirectory() as folder, camera() as one:
        for shot in wanted:
            taken = shot.take(one, Path(folder), shot.size)
            (IMAGES / f"{shot.name}.png").write_bytes(taken)
            print(f"{shot.name}.png: {len(taken) / 1000:,.0f} kB")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
