"""Marks stand under the exact characters, and nothing dangerous reaches a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.visible import columns, visible
from carbonroad.report.excerpt import excerpt
from carbonroad.source.text import from_string


def marked(text: str, word: str, width: int = 100) -> list[tuple[int, str, str]]:
    start = text.index(word)
    return [
        (mark.number, mark.text, " " * mark.before + "^" * mark.length)
        for mark in excerpt(from_string(text), start, start + len(word), width)
    ]


def test_mark_counts_columns_of_wide_characters() -> None:
    assert marked("标题: 钢铁\n负责: 工信\n", "工信") == [(2, "负责: 工信", "      ^^^^")]


def test_combining_marks_take_no_column() -> None:
    assert marked("a: e\u0301te x\n", "x") == [(1, "a: e\u0301te x", "       ^")]


def test_tab_is_shown_as_blanks() -> None:
    assert marked("a:\tb\n", "b") == [(1, "a:    b", "      ^")]


def test_empty_range_gets_one_mark() -> None:
    (mark,) = excerpt(from_string("a: b\n"), 4, 4, 100)
    assert (mark.before, mark.length) == (4, 1)


def test_range_over_lines_marks_its_first_and_its_last() -> None:
    text = "owner: [miit,\n  ndrc,\n  mee]\n"
    assert marked(text, "[miit,\n  ndrc,\n  mee]") == [
        (1, "owner: [miit,", "       ^^^^^^"),
        (3, "  mee]", "  ^^^^"),
    ]


def test_range_that_ends_with_its_line_is_one_line() -> None:
    assert [line for line, _, _ in marked("a: b\nc: d\n", "a: b\n")] == [1]


def test_range_beyond_the_text_is_moved_to_its_end() -> None:
    (mark,) = excerpt(from_string("a: b"), 90, 99, 100)
    assert (mark.number, mark.before) == (1, 4)


@pytest.mark.parametrize("filler", ["x", "长"])
def test_long_line_is_cut_around_the_mark(filler: str) -> None:
    ((_, shown, marks),) = marked(f"a: {filler * 300} HERE {filler * 300}\n", "HERE", 60)
    assert columns(shown) <= 60
    assert shown.startswith("…")
    assert shown.endswith("…")
    before = marks.index("^")
    assert columns(shown[: shown.index("HERE")]) == before


def test_odd_blank_in_a_mark_is_shown_by_its_number() -> None:
    assert marked("a:\u3000b\n", "\u3000")[0][1] == "a:\\u3000b"


@given(st.text(max_size=60), st.integers(0, 70), st.integers(0, 70), st.integers(20, 90))
def test_any_text_is_shown_without_control_or_direction_characters(
    text: str, start: int, length: int, width: int
) -> None:
    for mark in excerpt(from_string(text), start, start + length, width):
        assert columns(mark.text) <= width
        assert mark.length >= 1
        assert visible(mark.text) == mark.text
        assert "\x1b" not in mark.text
        assert "\n" not in mark.text


@pytest.mark.parametrize(
    "char", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\ud800"]
)
def test_unseen_characters_are_shown_by_their_number(char: str) -> None:
    assert visible(f"a{char}b") == f"a\\u{ord(char):04x}b"
