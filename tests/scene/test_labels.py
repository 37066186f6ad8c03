"""Lines of text: nothing lost, nothing wider than its room, overlaps found."""

from hypothesis import given
from hypothesis import strategies as st
from scene_checks import outside, overlapping

from carbonroad.scene.boxes import Box
from carbonroad.scene.interrupted import interrupted, text_boxes
from carbonroad.scene.labels import break_runs, break_words, run_width, runs_width
from carbonroad.scene.placing import Placer
from carbonroad.scene.shapes import Group, Rect, Scene, Shape, text

_WORDS = st.text("ab中国，。（）“”%-20 \u00a0", max_size=60)


@given(
    st.lists(st.tuples(_WORDS, st.sampled_from(("", "strong", "whole"))), max_size=4), st.integers(30, 200)
)
def test_breaking_loses_nothing_and_fits(runs: list[tuple[str, str]], limit: int) -> None:
    lines = break_runs(runs, 12, limit)
    kept = "".join(words for line in lines for words, _ in line)
    assert "".join(kept.split()) == "".join("".join(words for words, _ in runs).split())
    assert all(runs_width(line, 12) <= limit + 1e-6 for line in lines)


def test_chinese_breaks_before_no_closing_mark() -> None:
    lines = break_words("严格产能置换，压减产能，改造完成（一期）。", 12, 75)
    assert len(lines) > 2
    assert not any(line[0] in "，。）" for line in lines)
    assert not any(line[-1] in "（“" for line in lines)


def test_english_breaks_at_blanks_only() -> None:
    assert break_words("carbon market covers", 12, run_width("carbon market", 12) + 1) == [
        "carbon market",
        "covers",
    ]


def test_a_whole_run_is_not_broken_where_it_fits_a_line() -> None:
    lines = break_runs([("Energy saved ", ""), ("about 20 Mtce", "whole")], 12, 130)
    assert [line[-1][0] for line in lines] == ["Energy saved", "about 20 Mtce"]


def _scene(*shapes: Shape) -> Scene:
    return Scene(200, 100, "px", "", "", shapes, "roadmap")


def test_texts_over_one_another_are_found_in_groups_too() -> None:
    one, two = text(10, 50, "Peak before 2030", 12), text(60, 52, "Neutrality", 12)
    assert overlapping(_scene(one, Group((two,)))) == [("Peak before 2030", "Neutrality")]
    assert overlapping(_scene(one, text(10, 80, "Neutrality", 12))) == []


def test_what_leaves_the_canvas_is_found() -> None:
    inside, out = Rect(0, 0, 200, 100, ""), text(190, 50, "Peak", 12)
    assert outside(_scene(inside, out)) == [out]


def test_a_label_takes_the_first_free_place() -> None:
    placer = Placer(Box(0, 0, 200, 100))
    first = placer.place(50, 50, [("15%", "")], 12, "")
    second = placer.place(50, 50, [("20%", "")], 12, "")
    assert first is not None
    assert second is not None
    assert overlapping(_scene(first, second)) == []
    assert Placer(Box(0, 0, 5, 5)).place(2, 2, [("15%", "")], 12, "") is None


def test_a_line_stops_at_a_text() -> None:
    texts = text_boxes([text(10, 50, "Peak before 2030", 12)])
    assert interrupted(40, 0, 100, texts, "grid").d.count("M") == 2
    assert interrupted(180, 0, 100, texts, "grid").d == "M180.00 0.0V100.0"
