"""An SVG file needs nothing else: its own style, light and dark, a name, no links."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from small_documents import SCENE

from carbonroad.render.html.svg import svg_file
from carbonroad.render.templates.environment import number
from carbonroad.scene.shapes import Group, Scene, text

_SVG = "{http://www.w3.org/2000/svg}"


def test_a_file_is_xml_with_name_summary_and_style() -> None:
    root = ET.fromstring(svg_file(SCENE, "en"))  # noqa: S314  # our own output
    assert root.get("viewBox") == "0 0 200 100.5"
    assert root.findtext(f"{_SVG}title") == "Steel & iron"
    assert root.findtext(f"{_SVG}desc") == "Two <works> wait."
    assert "prefers-color-scheme:dark" in (root.findtext(f"{_SVG}style") or "")
    assert root.get("aria-labelledby") == "t d"


def test_every_shape_is_drawn_in_order() -> None:
    root = ET.fromstring(svg_file(SCENE, "en"))  # noqa: S314
    names = [child.tag.removeprefix(_SVG) for child in root][4:]
    assert names == ["rect", "line", "polygon", "polyline", "path", "g"]
    assert [run.text for run in root.iter(f"{_SVG}tspan")] == ["<2030>"]


def test_a_file_has_no_links_and_asks_for_nothing() -> None:
    text = svg_file(SCENE, "en")
    assert "<a " not in text
    assert "href" not in text
    assert "url(" not in text
    assert "<script" not in text


def test_millimetres_stay_millimetres() -> None:
    sheet = Scene(420, 297, "mm", "s", "", (), "sheet")
    assert 'width="420mm" height="297mm"' in svg_file(sheet, "zh")


@given(st.text())
def test_any_words_give_a_file_that_can_be_read(words: str) -> None:
    scene = Scene(9, 9, "px", words, words, (Group((text(1, 1, words, 12),), "r", "x", words),), "roadmap")
    ET.fromstring(svg_file(scene, "en"))  # noqa: S314


def test_numbers_are_short() -> None:
    assert [number(n) for n in (1, 1.0, 1.5, 1.256, -0.001, 100.0, 0.1 + 0.2)] == [
        "1", "1", "1.5", "1.26", "0", "100", "0.3",
    ]  # fmt: skip
