"""Values in the author's words: every form of the format, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.values.quantities import is_reversed, parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value


def read(words: str, unit: str = "%", *, change: bool | None = None) -> Value:
    value = parse_value(words, parse_unit(unit), change=change)
    assert isinstance(value, Value), value
    assert value.words == words
    return value


def refused(words: str, unit: str = "%", *, change: bool | None = None) -> Refusal:
    refusal = parse_value(words, parse_unit(unit), change=change)
    assert isinstance(refusal, Refusal), refusal
    return refusal


AT_LEAST = """≥15 | >=15 | ≥１５ | ≥ 15 % | at least 15 | 15 or more | 15 % or more | 15 or above | 15以上
    | 15%以上 | 15%及以上
    | 不低于15 | 不少于15% | 至少15 | no less than 15 | not less than 15 | 达到15%以上 | 15+
    | At Least 15 | minimum 15 | 提高到15%以上"""
MORE_THAN = """above 15 | over 15 | more than 15 | >15 | 超过15 | 超过15% | 高于15 | 大于15 | exceeding 15
    | Over 15"""
AT_MOST = """≤15 | <=15 | within 15 | up to 15 | at most 15 | 15以内 | 15以下 | 不超过15 | 不高于15
    | no more than 15 | 15 or less | 控制在15以内 | 降至15以下 | 15 % or below"""
LESS_THAN = "below 15 | under 15 | less than 15 | <15 | 低于15 | 低于15% | 小于15"
AROUND = """around 15 | about 15 | ~15 | ～15 | 约15 | 约15%左右 | 15左右 | 15%左右 | approximately 15
    | about 15 % | 提高到15%左右"""
EXACT = """15 | 15% | 15 % | 15 percent | 15 per cent | 15.0 | 达到15% | reach 15 | down to 15 %
    | 提升至15% | increase to 15"""


def forms(line: str) -> list[str]:
    return [form.strip() for form in line.split("|")]


@pytest.mark.parametrize(
    ("kind", "texts", "low", "high"),
    [
        ("at-least", AT_LEAST, 15, None),
        ("more-than", MORE_THAN, 15, None),
        ("at-most", AT_MOST, None, 15),
        ("less-than", LESS_THAN, None, 15),
        ("around", AROUND, 15, 15),
        ("exact", EXACT, 15, 15),
    ],
)
def test_a_level_has_the_bounds_that_its_words_say(
    kind: str, texts: str, low: float | None, high: float | None
) -> None:
    for text in forms(texts):
        value = read(text)
        assert (value.kind, value.low, value.high) == (kind, low, high), text
        assert (value.change, value.direction, value.strive, value.understood) == (False, 0, False, True), (
            text
        )


@pytest.mark.parametrize(
    "words",
    [
        "7..10",
        "7-10",
        "7 to 10",
        "7～10",
        "7~10",
        "7–10",
        "7—10%",
        "7 % to 10 %",
        "7至10",
        "10..7",
        "between 7 and 10",
        "介于7%和10%之间",
        "７．．１０",
    ],
)
def test_a_range_has_both_bounds_in_any_spelling(words: str) -> None:
    value = read(words)
    assert (value.kind, value.low, value.high, value.change) == ("range", 7, 10, False)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("strive for 15", "exact"),
        ("力争15", "exact"),
        ("力争达到15%", "exact"),
        ("strive for at least 15", "at-least"),
        ("力争15%以上", "at-least"),
        ("力争约15", "around"),
        ("strive to reach 7-10 %", "range"),
    ],
)
def test_strive_goes_with_any_form(words: str, kind: str) -> None:
    value = read(words)
    assert value.strive
    assert value.kind == kind


@pytest.mark.parametrize(
    ("words", "kind", "low", "high"),
    [
        ("-18 %", "exact", -18, -18),
        ("\u221218%", "exact", -18, -18),
        ("－１８％", "exact", -18, -18),
        ("down 18 %", "exact", -18, -18),
        ("18 % down", "exact", -18, -18),
        ("cut by 18%", "exact", -18, -18),
        ("下降18%", "exact", -18, -18),
        ("降低18%", "exact", -18, -18),
        ("减少18%", "exact", -18, -18),
        ("下降18%左右", "around", -18, -18),
        ("around -18 %", "around", -18, -18),
        ("at least 18% fall", "at-least", None, -18),
        ("down by at least 18 %", "at-least", None, -18),
        ("下降18%以上", "at-least", None, -18),
        ("降幅不低于18%", "at-least", None, -18),
        ("下降超过18%", "more-than", None, -18),
        ("at most 18 % down", "at-most", -18, None),
        ("下降不超过18%", "at-most", -18, None),
        ("down less than 18 %", "less-than", -18, None),
        ("down 18 to 20 %", "range", -20, -18),
        ("down 18-20 %", "range", -20, -18),
        ("-18..-20 %", "range", -20, -18),
        ("-18 % to -20 %", "range", -20, -18),
        ("-18 to -20 %", "range", -20, -18),
        ("下降18%-20%", "range", -20, -18),
    ],
)
def test_a_fall_has_negative_bounds(words: str, kind: str, low: float | None, high: float | None) -> None:
    for unit in ("%", "Mt", "gce/kWh"):
        value = read(words, unit)
        assert (value.kind, value.low, value.high) == (kind, low, high)
        assert (value.change, value.direction, value.relative) == (True, -1, True)
        assert not value.points


@pytest.mark.parametrize(
    ("words", "kind", "low", "high"),
    [
        ("+5 %", "exact", 5, 5),
        ("up 5 %", "exact", 5, 5),
        ("增长5%", "exact", 5, 5),
        ("提升5%以上", "at-least", 5, None),
        ("at least 5 % up", "at-least", 5, None),
        ("grow by over 5 %", "more-than", 5, None),
        ("增长不超过5%", "at-most", None, 5),
        ("up 5-7 %", "range", 5, 7),
        ("+5..7 %", "range", 5, 7),
    ],
)
def test_a_rise_has_positive_bounds(words: str, kind: str, low: float | None, high: float | None) -> None:
    value = read(words, "Mt")
    assert (value.kind, value.low, value.high) == (kind, low, high)
    assert (value.change, value.direction, value.relative) == (True, 1, True)


@pytest.mark.parametrize(
    "words", ["-5 pp", "下降5个百分点", "down 5 percentage points", "-5 percentage points"]
)
def test_points_are_not_percent(words: str) -> None:
    value = read(words)
    assert (value.low, value.high, value.change, value.points, value.relative) == (-5, -5, True, True, False)


@pytest.mark.parametrize("words", ["over 6x", "more than 6 times", "超过6倍"])
def test_a_multiple_is_a_change(words: str) -> None:
    value = read(words, "GW")
    assert (value.kind, value.low, value.change, value.multiple) == ("more-than", 6, True, True)
    assert value.direction == 1
    assert read("6倍以上", "GW").kind == "at-least"
    assert read("0.5x", "GW").direction == -1
    assert read("至少0.5倍", "GW").low == 0.5


@pytest.mark.parametrize(
    ("words", "unit", "low"),
    [
        ("1.8亿千瓦以上", "万千瓦", 18000),
        ("at least 1,200 GW", "亿千瓦", 12),
        ("12亿千瓦以上", "GW", 1200),
        ("at least 1.1 Gtce", "亿吨标准煤", 11),
        ("over 24 bn m3", "亿立方米", 240),
        ("more than 500 million mu", "亿亩", 5),
        ("above 15 trillion yuan", "trn CNY", 15),
        ("at least 12 million", "vehicles", 12_000_000),
        ("超过1.2亿", "千瓦", 120_000_000),
        ("≥30 Mt coal per year", "万吨 coal/yr", 3000),
    ],
)
def test_units_are_converted_to_the_field(words: str, unit: str, low: float) -> None:
    assert read(words, unit).low == low


def test_both_ends_of_a_range_have_their_unit() -> None:
    value = read("0.9 GW to 1200 MW", "万千瓦")
    assert (value.low, value.high) == (90, 120)
    value = read("1.2-1.5亿千瓦", "万千瓦")
    assert (value.low, value.high) == (12000, 15000)


def test_a_signed_amount_in_the_unit_is_a_change_in_the_unit() -> None:
    value = read("+20 million m2", "万平方米")
    assert (value.low, value.change, value.relative, value.direction) == (2000, True, False, 1)
    assert read("-25", "Mt").change
    assert not read("-25", "Mt").relative


def test_a_bare_signed_number_counts_in_the_unit_of_its_field() -> None:
    assert read("-18", "%").relative
    assert read("-5", "pp").points


def test_the_file_says_that_a_signed_value_is_a_level() -> None:
    value = read("≤-25", "Mt CO2", change=False)
    assert (value.kind, value.low, value.high, value.change, value.direction) == (
        "at-most",
        None,
        -25,
        False,
        0,
    )
    assert read("-25 Mt CO2", "万吨二氧化碳", change=False).low == -2500
    assert read("-30..-25", "Mt", change=False).high == -25
    assert read("around -25", "Mt", change=False).kind == "around"


def test_the_file_says_that_a_bare_value_is_a_change() -> None:
    value = read("≥5", "Mt", change=True)
    assert (value.low, value.change, value.direction) == (5, True, 1)
    assert read("5个百分点", change=True).points


@pytest.mark.parametrize(
    "words",
    [
        "≥-65%",
        ">=-65 %",
        "at least -65 %",
        "-65%以上",
        "-3 % or more",
        "≤-10%",
        "超过-18%",
        "down -18 %",
        "下降-5%",
        "-7-10 %",
        "-7~10 %",
    ],
)
def test_a_direction_that_is_not_clear_is_refused(words: str) -> None:
    refusal = refused(words)
    assert refusal.reason == "which-way"
    assert refusal.hint


def test_the_hint_of_which_way_is_a_form_that_is_read() -> None:
    assert "下降65%以上" in refused("≥-65%").hint
    assert "at least 65% down" in refused("≥-65%").hint
    assert read("at least 65% down") == Value(
        "at least 65% down", "at-least", None, -65, change=True, direction=-1, relative=True
    )


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("15 t", "GW"),
        ("15 %", "Mt"),
        ("15 Mt CO2", "Mt CO2e"),
        ("15 Mt", "Mt/yr"),
        ("5个百分点", "%"),
        ("-5 pp", "Mt"),
        ("-5 GW", "Mt"),
        ("15 parks", "vehicles"),
        ("15 wdgets", "GW"),
        ("7 t to 10 GW", "GW"),
    ],
)
def test_a_unit_that_does_not_convert_is_never_dropped(words: str, unit: str) -> None:
    assert refused(words, unit).reason == "unit"


@pytest.mark.parametrize(("words", "unit"), [("1.8亿", "万千瓦"), ("12 million", "million vehicles")])
def test_a_number_word_beside_one_in_the_unit_is_refused(words: str, unit: str) -> None:
    assert refused(words, unit).reason == "scale"


@pytest.mark.parametrize("words", ["1,2345", "≥1,20", "1 200", "5²", "1.2.3", "7..1,2"])
def test_a_malformed_number_is_refused(words: str) -> None:
    assert refused(words).reason == "number"


@pytest.mark.parametrize(("words", "change"), [("down 18 %", False), ("6x", False), ("提高到25%", True)])
def test_words_against_the_file_are_refused(words: str, change: bool) -> None:
    assert refused(words, change=change).reason == "change"


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "peak",
        "full coverage",
        "达峰",
        "advanced world level",
        "24.1 %; 18.0 bn m3",
        "at least",
        "15 as agreed later on",
        "up 6 times",
        "下降2倍",
        "年均增长1倍",
        "+6x",
        "增长一倍半",
        "增长翻一番",
        "at least 7 to 10",
        "不低于15以下",
        "up down 5",
        "5 ± 1",
        "9" * 300,
        "-67.5 % / -73.2 %",
    ],
)
def test_what_is_not_understood_keeps_its_words(words: str) -> None:
    value = read(words)
    assert not value.understood
    assert value.low is value.high is None


@pytest.mark.parametrize("words", ["NaN", ".nan", "≥ .inf", "-∞", "at most infinity"])
def test_refuses_what_is_not_finite(words: str) -> None:
    value = parse_value(words, parse_unit("Mt"))
    assert isinstance(value, Refusal)
    assert value.reason == "not-finite"


@pytest.mark.parametrize(
    ("words", "reversed_"),
    [
        ("10..7", True),
        ("7..10", False),
        ("降低10～7%", True),
        ("-18 to -20 %", False),
        ("1 t to 900 kg", False),
    ],
)
def test_knows_a_range_that_begins_with_its_larger_number(words: str, reversed_: bool) -> None:
    assert is_reversed(words) is reversed_


def test_without_a_field_unit_the_written_unit_counts() -> None:
    assert parse_value("≥15 GW", None) == Value("≥15 GW", "at-least", 15)
    assert parse_value("1 GW to 1200 MW", None) == Value("1 GW to 1200 MW", "range", 1, 1.2)
    assert parse_value("6x of something", None) == Value("6x of something", understood=False)
    assert parse_value("2万", None) == Value("2万", "exact", 20000, 20000)


FORMS = [
    form
    for line in (
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN,
        AROUND,
        EXACT,
        "-18 % | 下降18%以上 | down 7-10 % | 6x",
    )
    for form in forms(line)
]
SIGNS = ["-", "..", "~", "to", "and", "万", "亿", "t", "GW", "%", "pp", "x", ",", " ", "/", "5", "²"]
PIECES = st.sampled_from([*FORMS, *SIGNS])


@given(st.one_of(st.text(max_size=250), st.lists(PIECES, max_size=8).map("".join)))
def test_any_text_gives_a_value_or_a_refusal(text: str) -> None:
    for unit in (None, parse_unit("%"), parse_unit("万千瓦"), parse_unit("foo")):
        for change in (None, True, False):
            assert isinstance(parse_value(text, unit, change=change), (Value, Refusal))


@given(st.lists(PIECES, max_size=8).map("".join), st.sampled_from([None, True, False]))
def test_bounds_are_in_order_and_match_their_kind(text: str, change: bool | None) -> None:
    value = parse_value(text, parse_unit("GW"), change=change)
    if isinstance(value, Value) and value.understood:
        assert (value.low is None) + (value.high is None) == (value.kind not in {"around", "exact", "range"})
        assert value.low is None or value.high is None or value.low <= value.high
        assert (value.kind == "range") or value.low is None or value.high is None or value.low == value.high
        assert value.change or not (value.relative or value.points or value.multiple or value.direction)


@given(st.sampled_from(FORMS))
def test_full_width_signs_and_blanks_change_nothing(text: str) -> None:
    plain = read(text)
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)
    spaced = f" \u3000{text.replace(' ', '  ')}\t"
    for other in (read(wide), read(spaced)):
        assert (other.kind, other.low, other.high, other.change) == (
            plain.kind,
            plain.low,
            plain.high,
            plain.change,
        )


# --- changes of each year, base years and numbers in words --------------------------------------------


@pytest.mark.parametrize(
    ("words", "kind", "low", "high"),
    [
        ("down 3% a year", "exact", -3, -3),
        ("down 3 % per year", "exact", -3, -3),
        ("down 3% annually", "exact", -3, -3),
        ("down 3% or more a year", "at-least", None, -3),
        ("down 3 to 4% a year", "range", -4, -3),
        ("-3 %/yr", "exact", -3, -3),
        ("annual growth of 5%", "exact", 5, 5),
        ("annual growth of at least 5%", "at-least", 5, None),
        ("average annual growth rate of around 5%", "around", 5, 5),
        ("5% annual growth", "exact", 5, 5),
        ("strive for annual growth of 5%", "exact", 5, 5),
        ("年均下降3%左右", "around", -3, -3),
        ("年均增长5%以上", "at-least", 5, None),
        ("年均增速保持在5%以上", "at-least", 5, None),
        ("每年提高1个百分点", "exact", 1, 1),
    ],
)
def test_a_change_of_each_year_is_read_as_yearly(
    words: str, kind: str, low: float | None, high: float | None
) -> None:
    value = parse_value(words, parse_unit("%"))
    assert isinstance(value, Value)
    assert (value.kind, value.low, value.high) == (kind, low, high)
    assert value.change
    assert value.yearly


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("200 GW a year", "GW/yr"),
        ("每年2亿千瓦", "GW/yr"),
        ("200 a year", "GW/yr"),
        ("annually 200", "GW/yr"),
    ],
)
def test_in_a_field_per_year_each_year_is_its_unit(words: str, unit: str) -> None:
    value = parse_value(words, parse_unit(unit))
    assert isinstance(value, Value)
    assert (value.low, value.change, value.yearly) == (200, False, False)


def test_growth_a_year_is_a_level_where_the_field_measures_growth() -> None:
    value = parse_value("年均增长5%以上", parse_unit("%/yr"))
    assert isinstance(value, Value)
    assert (value.low, value.high, value.change) == (5, None, False)


@pytest.mark.parametrize("words", ["200 GW a year", "7..10 a year", "average 5% a year"])
def test_a_level_of_each_year_does_not_fit_a_field_that_is_not(words: str) -> None:
    found = parse_value(words, parse_unit("GW"))
    assert isinstance(found, Refusal)
    assert found.reason == "unit"


@pytest.mark.parametrize(
    ("words", "year", "high"),
    [
        ("at least 55% below 1990 levels", 1990, -55),
        ("较2005年下降65%以上", 2005, -65),
        ("down 3% from 2020", 2020, -3),
    ],
)
def test_words_may_name_the_base_year(words: str, year: int, high: float) -> None:
    value = parse_value(words, parse_unit("Mt"))
    assert isinstance(value, Value)
    assert (value.against, value.high, value.relative) == (year, high, True)


@pytest.mark.parametrize("words", ["5% more or so", "15 % vs 2005", "55 % of it, or more"])
def test_words_behind_a_percent_sign_are_not_dropped(words: str) -> None:
    value = parse_value(words, parse_unit("%"))
    assert isinstance(value, Refusal) or not value.understood


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("double", 2),
        ("at least double", 2),
        ("triple", 3),
        ("翻一番", 2),
        ("翻两番", 4),
        ("减半", 0.5),
        ("halve", 0.5),
        ("增长1倍", 2),
        ("增长一倍", 2),
        ("增加了两倍", 3),
        ("提高1.5倍以上", 2.5),
        ("力争增长2倍左右", 3),
        ("增长1至2倍", 2),
        ("增长到3倍", 3),
        ("增至3倍", 3),
        ("提高到2倍以上", 2),
        ("下降到0.5倍", 0.5),
        ("increase to 3 times", 3),
        ("翻三番", 8),
        ("翻1番", 2),
    ],
)
def test_a_multiple_in_words_is_read_as_a_number(words: str, low: float) -> None:
    value = parse_value(words, parse_unit("GW"))
    assert isinstance(value, Value)
    assert (value.low, value.multiple) == (low, True)


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("达到2020年的6倍以上", 6),
        ("力争达到2020年水平的6倍", 6),
        ("是2020年的两倍", 2),
        ("over 6x the 2020 level", 6),
        ("3 times 2020 levels", 3),
        ("比2020年增长1倍", 2),
        ("较2020年翻一番", 2),
        ("double from 2020", 2),
    ],
)
def test_a_multiple_may_name_its_base_year(words: str, low: float) -> None:
    value = parse_value(words, parse_unit("GW"))
    assert isinstance(value, Value)
    assert (value.low, value.multiple, value.against) == (low, True, 2020)


@pytest.mark.parametrize("words", ["net zero", "zero", "净零", "零"])
def test_zero_in_words_is_the_level_zero(words: str) -> None:
    value = parse_value(words, parse_unit("Mt"))
    assert isinstance(value, Value)
    assert (value.low, value.high, value.change) == (0, 0, False)
