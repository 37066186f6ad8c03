"""A file's text as a text field holds it: no byte changes that was not typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carbonroad.serve.playground.texts import Shown, matching, typed, with_line_feeds
from carbonroad.source.text import SourceText

TEXTS = st.text(st.sampled_from("ab #:\n\r钢🏭"), max_size=40) | st.lists(
    st.sampled_from(["a\r\n", "b\n", "c\r", "钢🏭\r\n", "\n"]), max_size=12
).map("".join)


@given(TEXTS)
def test_each_offset_is_found_again(text: str) -> None:
    shown = Shown(SourceText("f", text))
    assert "\r" not in shown.text
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert shown.offset(shown.units(offset)) == offset


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str) -> None:
    shown = Shown(SourceText("f", text))
    for offset in range(len(text) + 1):
        before = (
            with_line_feeds(text[:offset])
            if text[offset - 1 : offset + 1] != "\r\n"
            else with_line_feeds(text[: offset - 1])
        )
        assert shown.units(offset) == len(before.encode("utf-16-le")) // 2
    assert shown.offset(10**9) == len(text)


@given(TEXTS)
def test_what_is_not_touched_stays_byte_for_byte(text: str) -> None:
    source = SourceText("f", text, bom=True)
    assert typed(source, with_line_feeds(text)).data == source.data


@given(TEXTS, TEXTS)
@example("\r:\n", "\r\r")
def test_whatever_is_typed_is_what_is_saved(old: str, new: str) -> None:
    assert with_line_feeds(typed(SourceText("f", old), new).text) == with_line_feeds(new)


@pytest.mark.parametrize(
    ("old", "new", "saved"),
    [
        ("a\r\nb\r\n", "a\nx\nb\n", "a\r\nx\r\nb\r\n"),
        ("a\rb\r", "a\nb\nc\n", "a\rb\rc\r"),
        ("a\r\nb\nc\r\nd\r\n", "a\nb\nnew\nc\nd\n", "a\r\nb\nnew\r\nc\r\nd\r\n"),
        ("a\r\nb\nc\r\nd\r\ne\n", "b\nc\ne\n", "b\nc\r\ne\n"),
        ("a", "a\nb", "a\nb"),
    ],
)
def test_line_ends_stay_and_new_ones_are_as_the_others(old: str, new: str, saved: str) -> None:
    assert typed(SourceText("f", old), new).text == saved


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_lines_that_match_are_the_same_and_in_order(before: list[str], after: list[str]) -> None:
    then, now = 0, 0
    for one, other, size in matching(before, after):
        assert one >= then
        assert other >= now
        assert before[one : one + size] == after[other : other + size]
        then, now = one + size, other + size
    assert then <= len(before)
    assert now <= len(after)
