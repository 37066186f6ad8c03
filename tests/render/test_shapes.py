"""Shapes are written without a template, and stand as the shipped template's macros draw them."""

from hypothesis import given
from hypothesis import strategies as st
from small_documents import SCENE

from carbonroad.render.html.shapes import write_shapes
from carbonroad.render.html.svg import draw_by_macros
from carbonroad.scene.shapes import Circle, Group, Label, Line, Path, Polyline, Rect, Shape

_WORDS = st.text(max_size=8) | st.sampled_from(["", 'a & "b"', "<2030>", "it's", "\u202e钢", "crit b"])
_NUMBERS = st.floats(-1e4, 1e4) | st.integers(-500, 500)
_POINTS = st.lists(st.tuples(_NUMBERS, _NUMBERS), max_size=4).map(tuple)
_RUNS = st.lists(st.tuples(_WORDS, _WORDS), max_size=3).map(tuple)
_PLAIN: st.SearchStrategy[Shape] = st.one_of(
    st.builds(Line, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, _WORDS),
    st.builds(Rect, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, _WORDS),
    st.builds(Circle, _NUMBERS, _NUMBERS, _NUMBERS, _WORDS),
    st.builds(Polyline, _POINTS, _WORDS, st.booleans()),
    st.builds(Path, _WORDS, _WORDS),
    st.builds(
        Label, _NUMBERS, _NUMBERS, _RUNS, _NUMBERS, _WORDS, st.sampled_from(["start", "middle", "end"])
    ),
)
_SHAPES = st.recursive(
    _PLAIN,
    lambda inner: st.builds(
        Group, st.lists(inner, max_size=3).map(tuple), _WORDS, st.just("a.b"), _WORDS, _WORDS
    ),
    max_leaves=6,
)


def _link(href: str) -> str:
    return "" if href.startswith("a") else f"#{href}"


def test_a_scene_is_written_as_the_template_draws_it() -> None:
    assert write_shapes(SCENE.shapes, _link) == draw_by_macros(SCENE.shapes, _link)


@given(st.lists(_SHAPES, max_size=4))
def test_any_shapes_are_written_as_the_template_draws_them(shapes: list[Shape]) -> None:
    assert write_shapes(shapes, _link) == draw_by_macros(shapes, _link)
