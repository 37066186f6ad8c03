"""Units in English and Chinese convert exactly, and only where they measure the same."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.values.unit_table import SYMBOLS, WORDS
from carbonroad.base.values.units import Unit, convert_factor, parse_unit


def factor(source: str, target: str) -> Fraction | None:
    return convert_factor(parse_unit(source), parse_unit(target))


@pytest.mark.parametrize(
    ("source", "target", "times"),
    [
        ("亿千瓦", "GW", 100),
        ("亿千瓦", "万千瓦", 10**4),
        ("万千瓦", "MW", 10),
        ("TW", "kW", 10**9),
        ("亿千瓦时", "TWh", Fraction(1, 10)),
        ("度", "kWh", 1),
        ("万千瓦时", "MWh", 10),
        ("GWh", "TJ", Fraction(36, 10)),
        ("Mt", "万吨", 100),
        ("亿吨", "Mt", 100),
        ("Gt", "kt", 10**6),
        ("bn t", "亿吨", 10),
        ("Tg", "Mt", 1),
        ("Mtce", "万吨标准煤", 100),
        ("亿吨标准煤", "Gtce", Fraction(1, 10)),
        ("tonnes of coal equivalent", "tce", 1),
        ("gce/kWh", "克标准煤/千瓦时", 1),
        ("kgce/kWh", "gce/kWh", 1000),
        ("tCO2", "t CO₂", 1),
        ("MtCO2e", "万吨二氧化碳当量", 100),
        ("Mt CO2-eq per year", "Mt CO2e/yr", 1),
        ("bn m3", "亿立方米", 10),
        ("亿 m³", "billion cubic metres", Fraction(1, 10)),
        ("bcm", "bn m3", 1),
        ("million m2", "万平方米", 100),
        ("km2", "公顷", 100),
        ("ha", "亩", 15),
        ("亿亩", "万公顷", Fraction(10**4, 15)),
        ("500 million mu", "Mha", Fraction(100, 3)),
        ("亿元", "万元", 10**4),
        ("trillion CNY", "万亿元", 1),
        ("bn EUR", "EUR", 10**9),
        ("万辆", "vehicles", 10**4),
        ("t/10,000 m2", "kg/m2", Fraction(1, 10)),
        ("t per 10,000 m2", "吨/万平方米", 1),
        ("kWh/100 km", "kWh/km", Fraction(1, 100)),
        ("千瓦时/百公里", "kWh/100 km", 1),
        ("t CO2/10,000 CNY", "吨二氧化碳/万元", 1),
        ("万吨/年", "kt/a", 10),
        ("万吨每年", "万吨 per year", 1),
        ("Mt a year", "Mt/yr", 1),
        ("‰", "%", Fraction(1, 10)),
        ("per cent", "％", 1),
        ("% of output", "%", 1),
        ("个百分点", "percentage points", 1),
        ("ＧＷ", "GW", 1),
    ],
)
def test_units_convert_exactly(source: str, target: str, times: Fraction | int) -> None:
    assert factor(source, target) == times
    assert factor(target, source) == 1 / Fraction(times)
    assert parse_unit(source).known


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("t CO2", "t CO2e"),
        ("t CO2", "t"),
        ("tce", "t"),
        ("tce", "GJ"),
        ("GW", "GWh"),
        ("TWh/yr", "GW"),
        ("Mt", "Mt/yr"),
        ("%", "pp"),
        ("%", "% per year"),
        ("CNY", "EUR"),
        ("m2", "m3"),
        ("parks", "vehicles"),
        ("个", "座"),
        ("kgce/t", "kgce/t steel"),
        ("Mt", "MT"),
        ("foo", "bar"),
    ],
)
def test_units_of_something_else_do_not_convert(source: str, target: str) -> None:
    assert factor(source, target) is None
    assert factor(target, source) is None


@pytest.mark.parametrize(
    "text", ["widgets", "Mtt", "%%", "tt", "kwhh", "MT", "GW//yr", "a/b/c/d/e", "10² m2", ""]
)
def test_what_is_not_in_the_table_is_not_known(text: str) -> None:
    assert not parse_unit(text).known


def test_an_unknown_word_converts_to_itself_alone() -> None:
    assert factor("widgets", "widget") == 1
    assert factor("万 widgets", "widgets") == 10**4
    assert factor("widgets", "gadgets") is None


def test_a_unit_knows_what_it_measures() -> None:
    assert parse_unit("%").is_percent
    assert parse_unit("percent").is_percent
    assert not parse_unit("% per year").is_percent
    assert parse_unit("个百分点").is_points
    assert parse_unit("pp").is_points
    assert parse_unit("%/yr").per_year
    assert parse_unit("万吨/年").per_year
    assert parse_unit("每年").per_year
    assert not parse_unit("years").per_year
    assert parse_unit("亿").is_scale
    assert not parse_unit("亿吨").is_scale


def test_the_number_word_of_a_unit_is_kept() -> None:
    assert parse_unit("亿千瓦").scale == 10**8
    assert parse_unit("million m2").scale == 10**6
    assert parse_unit("GW").scale == 1
    assert parse_unit("t/10,000 m2").scale == 1


@given(st.text(max_size=250))
def test_any_text_is_a_unit_that_converts_to_itself(text: str) -> None:
    unit = parse_unit(text)
    assert isinstance(unit, Unit)
    assert unit.factor > 0
    assert convert_factor(unit, unit) == 1


known = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "万", "亿", "million ", "bn ", "10,000 "]),
        st.sampled_from(sorted([*SYMBOLS, *WORDS])),
        st.sampled_from(["", "/yr", " per year", "/t", "/100 km"]),
    ),
)


@given(known, known)
def test_converting_there_and_back_changes_nothing(one: str, other: str) -> None:
    there, back = factor(one, other), factor(other, one)
    assert (there is None) == (back is None)
    assert there is None or back is None or there * back == 1


@given(known)
def test_every_unit_of_the_table_is_known_in_any_width(text: str) -> None:
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)
    unit = parse_unit(text)
    assert unit.known
    assert convert_factor(parse_unit(f"  {wide.replace(' ', chr(0x3000))} "), unit) == 1
