"""Costs with an ISO 4217 code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.values.money import Money, parse_money


@pytest.mark.parametrize(
    ("words", "amount", "currency", "around"),
    [
        ("120亿 CNY", 12_000_000_000, "CNY", False),
        ("120亿CNY", 12_000_000_000, "CNY", False),
        ("180m EUR", 180_000_000, "EUR", False),
        ("EUR 180m", 180_000_000, "EUR", False),
        ("1,200 EUR", 1200, "EUR", False),
        ("3.5万亿 CNY", 3_500_000_000_000, "CNY", False),
        ("1.2 bn USD", 1_200_000_000, "USD", False),
        ("500k GBP", 500_000, "GBP", False),
        ("１２０亿　ＣＮＹ", 12_000_000_000, "CNY", False),
        ("约120亿 CNY", 12_000_000_000, "CNY", True),
        ("about 2 million USD", 2_000_000, "USD", True),
        ("0 EUR", 0, "EUR", False),
    ],
)
def test_a_cost_is_read_with_its_currency(words: str, amount: float, currency: str, around: bool) -> None:
    assert parse_money(words) == Money(words, amount, currency, around)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("120亿", "currency"),
        ("120亿元", "currency"),
        ("12 RMB", "currency"),
        ("12 eur", "currency"),
        ("12 XYZ", "currency"),
        ("EUR 5 USD", "currency"),
        ("CNY", "money"),
        ("", "money"),
        ("-5 EUR", "money"),
        ("100-120亿 CNY", "money"),
        ("1,2 EUR", "money"),
        ("much", "money"),
    ],
)
def test_what_is_no_cost_is_refused_with_a_reason(words: str, reason: str) -> None:
    refusal = parse_money(words)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason


@pytest.mark.parametrize(("words", "hint"), [("120亿元", "CNY"), ("12 RMB", "CNY"), ("12 eur", "EUR")])
def test_the_hint_names_the_code_that_is_meant(words: str, hint: str) -> None:
    refusal = parse_money(words)
    assert isinstance(refusal, Refusal)
    assert hint in refusal.hint


@given(st.text(max_size=250))
def test_any_text_is_a_cost_or_a_refusal(text: str) -> None:
    assert isinstance(parse_money(text), (Money, Refusal))
    assert isinstance(parse_money(f"{text[:50]}12亿 EUR{text[50:]}"), (Money, Refusal))
