"""What the golden files hold: small roadmaps, one of them real, in geometry, SVG, HTML and Markdown apart.

A change of one floor shows in the files of that floor: a drawing's layout in the geometry, its looks in the
SVG, the words around it in HTML and Markdown. Pages are kept without their style sheets, drawings and
navigation: that names every document there is, and is kept apart, of some pages and documents.
"""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from site_files import render_site
from small_roadmap import two_fields

from carbonroad import __version__
from carbonroad.project import Project, load
from carbonroad.render.site.choice import Choice
from carbonroad.render.templates.environment import number, points
from carbonroad.scene import shapes
from carbonroad.scene.shapes import Circle, Group, Label, Line, Polyline, Rect, Scene, Shape
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import Block, Document, Figure, Folded
from carbonroad.views.maker import build_all

FOLDER = Path(__file__).parent / "files"
KINDS = ("geometry", "svg", "html", "md")
ROADMAPS = ("ordinary", "timed", "france")
LANGUAGES = ("en", "zh")
_TESTS = Path(__file__).resolve().parent.parent
_FOLDERS = {"timed": _TESTS / "data" / "timed", "france": _TESTS.parent / "roadmaps" / "france"}
_INDUSTRY = {"ordinary": "steel", "timed": "heat", "france": "production"}
_NAVIGATED = (
    "timetable.html",
    "timetable.md",
    "steel/progress.html",
    "steel/progress.md",
    "zh/power/progress.md",
)
_NAMED = ("overview", "timetable", "assignments", "progress")
_HTML_NAV = re.compile(r'(<nav class="nav"[^>]*>).*?(</nav>)', re.DOTALL)
_MARKDOWN_NAV = re.compile(r"^(?:\* .+\n(?:  .+\n)*)+", re.MULTILINE)
_STYLE = re.compile(r"(<style>).*?(</style>)", re.DOTALL)
_PICTURE = re.compile(r'(<div class="fit"[^>]*>).*?(</div>)', re.DOTALL)


def writing() -> bool:
    """Whether this run takes over what is made."""
    return os.environ.get("CARBONROAD_GOLDEN") == "write"


def roadmap(name: str, folder: Path) -> Project:
    """Load one of the roadmaps; the ordinary one is written into the folder first."""
    if name == "ordinary":
        (folder / name).mkdir()  # pages are called after their folder, whatever the test's is called
        return two_fields(folder / name)
    found = find_roadmaps(str(_FOLDERS[name]))
    assert isinstance(found, list)
    return load(found[0], None, date(2026, 11, 22))


def made(name: str, kind: str, folder: Path) -> dict[str, str]:
    """Return the texts of a roadmap's files of a kind, by their path below `FOLDER/name/kind`."""
    project = roadmap(name, folder)
    if kind == "geometry":
        return dict(_geometry(project, _INDUSTRY[name]))
    files = {path: data.decode() for path, data in render_site(project, LANGUAGES).items()}
    wanted = {path: text for path, text in files.items() if path.endswith(f".{kind}")}
    if kind == "svg":
        wanted = {path: text for path, text in wanted.items() if _INDUSTRY[name] in Path(path).parts}
    if kind == "html":
        wanted = {
            path: text for path, text in wanted.items() if not path.startswith("zh/") or "/" not in path[3:]
        }
    return {path: _plain(text, kind) for path, text in wanted.items()}


def _plain(text: str, kind: str) -> str:
    text = text.replace(f"carbonroad {__version__}", "carbonroad VERSION")
    if kind == "md":
        return _MARKDOWN_NAV.sub("* NAVIGATION\n", text, count=1)
    text = _STYLE.sub(r"\1\2", text)
    if kind == "svg":
        return text.replace("><", ">\n<")
    return _HTML_NAV.sub(r"\1\2", _PICTURE.sub(r"\1\2", text))


def navigation(folder: Path) -> dict[str, str]:
    """Return the navigation of some pages where there are some documents; a new one changes none of it."""
    files = render_site(roadmap("ordinary", folder), LANGUAGES, Choice(views=_NAMED))
    found = {}
    for path in _NAVIGATED:
        whole = files[path].decode()
        match = (_HTML_NAV if path.endswith(".html") else _MARKDOWN_NAV).search(whole)
        assert match is not None, f"{path} has no navigation"
        found[path] = match[0].rstrip("\n").replace("><", ">\n<") + "\n"
    return found


def _geometry(project: Project, industry: str) -> Iterator[tuple[str, str]]:
    documents = build_all(project.system, project.facts, "en", ("roadmap", "drawing"), (industry,))
    for document in documents:
        for figure in _figures(document):
            yield f"{figure.file}.txt", "\n".join(_scene(figure.scene)) + "\n"


def _figures(document: Document) -> Iterator[Figure]:
    def of(blocks: tuple[Block, ...]) -> Iterator[Figure]:
        for block in blocks:
            if isinstance(block, Figure) and block.file:
                yield block
            elif isinstance(block, Folded):
                yield from of(block.blocks)

    for section in document.sections:
        yield from of(section.blocks)


def _scene(scene: Scene) -> Iterator[str]:
    yield f"{number(scene.width)} × {number(scene.height)} {scene.unit}: {scene.title}"
    for shape in scene.shapes:
        yield from _shape(shape, "")


def _shape(shape: Shape, indent: str) -> Iterator[str]:
    match shape:
        case Line():
            told = f"line {points(((shape.x1, shape.y1), (shape.x2, shape.y2)))}"
        case Rect():
            told = f"rect {points(((shape.x, shape.y), (shape.width, shape.height)))}"
        case Circle():
            told = f"circle {points(((shape.cx, shape.cy),))} {number(shape.r)}"
        case Polyline():
            told = f"{'polygon' if shape.closed else 'polyline'} {points(shape.points)}"
        case shapes.Path():
            told = f"path {shape.d}"
        case Label():
            words = "".join(run[0] for run in shape.runs)
            told = f"label {points(((shape.x, shape.y),))} {number(shape.size)} {shape.anchor} {words!r}"
        case Group():
            told = f"group {shape.title!r}"
    yield f"{indent}{told} [{shape.role}]"
    if isinstance(shape, Group):
        for inner in shape.shapes:
            yield from _shape(inner, f"{indent}  ")
