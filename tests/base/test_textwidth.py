import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from carbonroad.base.texts.linebreaks import wrap
from carbonroad.base.texts.textwidth import cells, width

CLOSING = "，。、；：！？）》”’…"
OPENING = "（《“‘"
WORDS = ["eaf@2030", "steel.M1", "1,200", "1.8亿", "2030年", "10.4%", "low-carbon", "W01", "≥15"]
TEXTS = st.lists(
    st.sampled_from(
        [
            *WORDS,
            *CLOSING,
            *OPENING,
            *"钢铁碳达峰行动方案",
            " ",
            " ",
            "steel",
            "a",
            "é",
            "e\u0301",
            "👍🏽",
            "（十五五）",
        ]
    ),
    max_size=40,
).map("".join)


def test_width_counts_ems() -> None:
    assert width("", 3) == 0
    assert width("钢铁", 3.5) == 7
    assert width("“十五五”，", 2) == 12
    assert width("m", 10) > width("i", 10)
    assert width("steel", 10, bold=True) > width("steel", 10)
    assert width("steel", 10, serif=True) != width("steel", 10)


def test_marks_are_free_and_unknown_signs_are_generous() -> None:
    assert width("e\u0301", 10) == width("e", 10)
    assert width("\u200b\u200d\ufe0f", 10) == 0
    assert width("🙂", 10) == 11
    assert width("ก", 10) == 11
    assert width("ｱ", 10) == 5
    assert width("Ệ", 10) >= width("E", 10)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, []),
        ("  \n ", 10, []),
        ("steel", 10, ["steel"]),
        ("iron and steel", 4, ["iron", "and", "steel"]),
        ("first\nsecond", 99, ["first", "second"]),
        ("钢铁行业碳达峰", 3, ["钢铁行", "业碳达", "峰"]),
        ("钢铁，煤炭", 2, ["钢", "铁，", "煤炭"]),
        ("见《方案》第", 3, ["见《方", "案》第"]),
        ("见到《方案》第", 3, ["见到", "《方", "案》第"]),
        ("达到eaf@2030后", 6, ["达到", "eaf@2030", "后"]),
        ("达到1.8亿千瓦", 4, ["达到", "1.8亿千", "瓦"]),
        ("到2030年6月30日前", 4, ["到", "2030年", "6月30日", "前"]),
        ("在7～10之间", 3, ["在", "7～10", "之间"]),
        ("电炉@2030", 5.2, ["电", "炉@2030"]),
        ("约 15 %", 2.7, ["约", "15 %"]),
        ("约 15 %", 2, ["约", "15", "%"]),
        (
            "see https://example.org/plan/2030.html",
            8,
            ["see", "https://", "example.org/", "plan/2030.html"],
        ),
        ("abcdefgh", 2, ["abc", "def", "gh"]),
        ("钢", 0.1, ["钢"]),
    ],
)
def test_a_text_breaks_only_where_it_may(text: str, room: float, lines: list[str]) -> None:
    assert wrap(text, room, 1) == lines


def test_bold_text_breaks_earlier() -> None:
    text = "steel mills " * 6
    assert len(wrap(text, 12, 1, bold=True)) > len(wrap(text, 12, 1))


@given(TEXTS, st.floats(0.5, 30))
def test_nothing_but_blanks_is_lost(text: str, room: float) -> None:
    assert "".join("".join(wrap(text, room, 1)).split()) == "".join(text.split())


@given(st.text(), st.floats(0.5, 30))
def test_any_text_can_be_wrapped(text: str, room: float) -> None:
    assert "".join("".join(wrap(text, room, 1)).split()) == "".join(text.split())


@given(TEXTS, st.floats(0.5, 30))
def test_a_line_fits_unless_it_is_a_single_sign(text: str, room: float) -> None:
    for line in wrap(text, room, 1):
        assert width(line, 1) <= room + 1e-6 or len(line.strip("\u0301🏽")) <= 1


@given(
    st.lists(
        st.sampled_from([*"钢铁碳达峰行动", "（十五五）", "，", "。", "“双碳”", "、", "W01", "1.8亿"]),
        max_size=30,
    ),
    st.floats(7, 30),
)
def test_marks_stand_where_they_may(parts: list[str], room: float) -> None:
    text = "".join(
        part
        for part, before in zip(parts, ["，", *parts], strict=False)
        if not {part, before} <= {"，", "。", "、"}
    )
    lines = wrap(text, room, 1)
    for line in lines[1:]:
        assert line[0] not in CLOSING or line[0] == text[0]
    for line in lines[:-1]:
        assert line[-1] not in OPENING


@given(st.lists(st.sampled_from([*WORDS, *"钢铁碳达峰"]), min_size=1, max_size=20), st.floats(7, 30))
def test_ids_numbers_and_words_stay_whole(parts: list[str], room: float) -> None:
    spaced = [f" {part} " if part in WORDS else part for part in parts]
    lines = wrap("".join(spaced), room, 1)
    for word in WORDS:
        assert sum(line.split().count(word) for line in lines) >= parts.count(word)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("steel", 5), ("钢铁", 4), ("é", 1), ("e\u0301", 1), ("“钢”", 4), ("，", 2)],
)
def test_a_wide_sign_takes_two_columns_of_a_terminal_and_a_mark_none(text: str, columns: int) -> None:
    assert cells(text) == columns == cell_len(text)
