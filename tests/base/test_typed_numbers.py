"""Numbers as typed: separators, full-width digits, 万 and million."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.values.numbers import from_float, parse_number, to_float


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("15", "15"),
        ("017", "17"),
        ("1.10", "1.1"),
        (".5", "0.5"),
        ("1,200", "1200"),
        ("1，200，000.5", "1200000.5"),
        ("1\u2009200", "1200"),
        ("1\u00a0200", "1200"),
        ("1\u202f200", "1200"),
        ("-25", "-25"),
        ("\u221225", "-25"),
        ("－２５．５", "-25.5"),
        ("+3", "3"),
        ("1.8亿", "180000000"),
        ("1200万", "12000000"),
        ("3万亿", "3000000000000"),
        ("5千万", "50000000"),
        ("1,200 million", "1200000000"),
        ("2 thousand", "2000"),
        ("1.5bn", "1500000000"),
        ("2 Billion", "2000000000"),
        ("20 trn", "20000000000000"),
        ("0.1 trillion", "100000000000"),
        ("  7  ", "7"),
    ],
)
def test_reads_the_exact_number(text: str, number: str) -> None:
    assert parse_number(text) == Fraction(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "1,2",
        "1,2345",
        "12,34,567",
        "1200,300",
        "1 200",
        "1.2.3",
        "1e5",
        "0x10",
        "1_000",
        "15%",
        "15 t",
        "约15",
        "5²",
        "½",
        "①",
        "١٢",
        "7-10",
        "--5",
        "2亿 3千",
        "9" * 201,
    ],
)
def test_refuses_what_is_not_one_number(text: str) -> None:
    refusal = parse_number(text)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "number"


@pytest.mark.parametrize("text", ["NaN", "nan", ".nan", "inf", "-.inf", "-Infinity", "∞", "无穷大"])
def test_says_of_what_is_not_finite_that_it_is_no_amount(text: str) -> None:
    refusal = parse_number(text)
    assert isinstance(refusal, Refusal)
    assert (refusal.reason, refusal.hint) == (
        "not-finite",
        "write the number, or leave the entry out where there is none",
    )


@pytest.mark.parametrize(
    ("text", "hint"), [("1,2", "decimal point"), ("1 200", "1,200"), ("15%", "percent sign")]
)
def test_the_hint_fits_the_slip(text: str, hint: str) -> None:
    refusal = parse_number(text)
    assert isinstance(refusal, Refusal)
    assert hint in refusal.hint


def test_a_tenth_is_a_tenth() -> None:
    assert parse_number("0.1") == Fraction(1, 10)
    assert parse_number("0.1亿") == 10**7
    assert from_float(0.1) == Fraction(1, 10)


def test_what_no_float_can_hold_is_refused() -> None:
    assert isinstance(to_float(Fraction(10**400)), Refusal)
    assert from_float(float("nan")) is None
    assert from_float(float("inf")) is None


@given(st.text(max_size=250))
def test_any_text_gives_a_number_or_a_refusal(text: str) -> None:
    assert isinstance(parse_number(text), (Fraction, Refusal))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_reads_back_what_is_written_with_commas_and_full_width(number: object) -> None:
    text = f"{number:,}"
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in text)
    assert parse_number(text) == parse_number(wide) == Fraction(str(number))
