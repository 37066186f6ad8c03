"""Amounts in the size of unit that a reader expects: exact, and back again."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.values.ladders import in_chinese, in_si
from carbonroad.base.values.units import convert_factor, parse_unit

UNITS = [
    "万千瓦",
    "亿千瓦",
    "亿千瓦时",
    "万吨",
    "亿吨",
    "万吨标准煤",
    "亿吨二氧化碳",
    "亩",
    "万亩",
    "亿立方米",
    "万吨/年",
    "GW",
    "TWh",
]


@given(number=st.fractions(), unit=st.sampled_from(UNITS))
def test_there_and_back_is_the_same_number(number: Fraction, unit: str) -> None:
    for convert in (in_si, in_chinese):
        found = convert((number,), parse_unit(unit))
        if found is not None:
            back = convert_factor(parse_unit(found.unit), parse_unit(unit))
            assert back is not None
            assert found.numbers[0] * back == number


@given(number=st.fractions(min_value=Fraction(1, 10), max_value=10**6), unit=st.sampled_from(UNITS))
def test_one_to_three_digits_stand_before_the_point_where_there_is_such_a_unit(
    number: Fraction, unit: str
) -> None:
    found = in_si((number,), parse_unit(unit))
    assert found is not None
    largest = convert_factor(parse_unit(found.unit), parse_unit(unit))
    assert largest is not None
    assert found.numbers[0] >= 1 or found.unit in ("ha", "kgce", "kWh", "g", "m3")


@pytest.mark.parametrize(
    ("number", "unit", "amount", "other"),
    [
        (18000, "万千瓦", 180, "GW"),
        (1, "亿千瓦", 100, "GW"),
        (120, "万千瓦", Fraction(12, 10), "GW"),
        (30, "亿吨", 3, "Gt"),
        (300, "万吨标准煤", 3, "Mtce"),
        (15, "亿吨二氧化碳", Fraction(3, 2), "Gt CO2"),
        (3000, "亿千瓦时/年", 300, "TWh/yr"),
        (15, "亩", 1, "ha"),
        (180, "亿立方米", 18, "bn m3"),
        (-25, "百万吨", -25, "Mt"),
    ],
)
def test_the_unit_that_a_reader_expects(number: int, unit: str, amount: Fraction, other: str) -> None:
    assert in_si((Fraction(number),), parse_unit(unit)) == ((amount,), other)


@pytest.mark.parametrize("unit", ["%", "个", "元", "克标准煤/千瓦时", "平方米", "bananas", "吨/月"])
def test_a_ratio_a_count_or_money_has_no_other_size(unit: str) -> None:
    assert in_si((Fraction(1),), parse_unit(unit)) is None
