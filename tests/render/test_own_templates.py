"""A user's templates: they come first, see no more than they are given, and are blamed by file and line."""

from pathlib import Path

import pytest
from site_files import render_html
from small_documents import DOCUMENT, place

from carbonroad.render.faults import RenderFault
from carbonroad.render.html.svg import svg_file
from carbonroad.render.templates.own_templates import blamed, unknown_files
from carbonroad.render.templates.shipped import template_folder, template_names
from carbonroad.scene.shapes import Rect, Scene


def own(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(folder)


def page_with(folder: Path, line: str) -> str:
    """The shipped page with a line put in as its third."""
    lines = (template_folder() / "html/page.html").read_text(encoding="utf-8").split("\n")
    return own(folder, "html/page.html", "\n".join([*lines[:2], line, *lines[2:]]))


def rendered(folder: str) -> str:
    with blamed(folder):
        return render_html(DOCUMENT, place(), folder)


def refused(folder: str) -> str:
    with pytest.raises(RenderFault) as caught:
        rendered(folder)
    assert caught.value.help
    return caught.value.message


def test_a_template_of_ones_own_comes_before_the_shipped_one(tmp_path: Path) -> None:
    assert "<!-- mine -->" in rendered(page_with(tmp_path, "<!-- mine -->"))


def test_a_theme_stands_after_all_other_styles_in_pages_and_figures(tmp_path: Path) -> None:
    folder = own(tmp_path, "css/theme.css", ":root{--blue:#123456}")
    scene = Scene(9, 9, "px", "t", "", (Rect(0, 0, 1, 1, "dense"),), "roadmap")
    for text in (rendered(folder), svg_file(scene, "en", folder)):
        style = text[text.index("<style>") : text.index("</style>")]
        assert style.rindex("--blue:") == style.index("--blue:#123456")


def test_a_template_that_changes_nothing_changes_nothing(tmp_path: Path) -> None:
    for path in template_folder().rglob("*.*"):
        name = path.relative_to(template_folder()).as_posix()
        own(tmp_path, name, path.read_text(encoding="utf-8"))
    assert rendered(str(tmp_path)) == render_html(DOCUMENT, place())


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{% if %}", "Expected an expression"),
        ("{{ page.nothing }}", "has no attribute 'nothing'"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ page.block.__func__.__globals__ }}", "unsafe"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 'x' * 999999999 }}", "too large"),
        ("{{ 9 ** 9 ** 9 }}", "too large"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "calls itself without end"),
        ("{% include '../../secret' %}", "there is no template"),
        ("{% include 'html/link.html' %}", "there is no template"),
    ],
)
def test_what_goes_wrong_is_one_line_with_file_and_line(tmp_path: Path, line: str, says: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    folder = tmp_path / "mine"
    folder.mkdir()
    name = page_with(folder, line)
    (folder / "html" / "link.html").symlink_to(secret)
    message = refused(name)
    assert message.startswith(f"{folder / 'html' / 'page.html'}:3: ")
    assert says in message
    assert "\n" not in message


def test_loops_without_end_are_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carbonroad.render.templates.own_templates._MOST_STEPS", 5000)
    loops = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
    assert "page.html:3: a page takes more than 5,000 steps" in refused(page_with(tmp_path, loops))


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("html/page.html", "\n", "html/page.html gives nothing"),
        ("html/page.html", "<!doctype html><p>Hello", "leaves out the document"),
        ("html/sections.html", "nothing", "show 0 of 3 rows"),
        ("html/blocks.html", "{% macro table(b, page) %}{% endmacro %}", "html/blocks.html has no macro"),
        ("css/theme.css", "p{}\n</style>", 'theme.css:2: "</" cannot stand'),
    ],
)
def test_a_template_that_would_lose_something_is_refused(
    tmp_path: Path, name: str, text: str, says: str
) -> None:
    assert says in refused(own(tmp_path, name, text))


def test_a_shape_is_blamed_too(tmp_path: Path) -> None:
    shapes = (template_folder() / "svg/shapes.svg").read_text(encoding="utf-8").split("\n")
    folder = own(tmp_path, "svg/shapes.svg", "\n".join([*shapes[:2], "{{ s.nope }}", *shapes[3:]]))
    assert "svg/shapes.svg:3: " in refused(folder)


def test_a_fault_of_the_program_is_not_blamed_on_the_user(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), blamed(str(tmp_path)):
        _ = 1 / 0


def test_files_that_nothing_reads_are_named_with_what_may_be_meant(tmp_path: Path) -> None:
    for name in (
        "html/blocs.html",
        "css/theme.css",
        "html/page.html",
        ".git/x",
        "html/mine.html",
        "notes.txt",
    ):
        own(tmp_path, name, "{% include 'html/mine.html' %}" if name == "html/page.html" else "x")
    assert unknown_files(str(tmp_path), template_names()) == [
        ("html/blocs.html", "html/blocks.html"),
        ("notes.txt", None),
    ]
