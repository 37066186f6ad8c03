"""Plain numbers are read by a short way; it gives what the long way gives."""

import pytest

from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value
from carbonroad.base.values.value_words import BOUNDS

NUMBERS = ("15", "007", "2.50", "0", "123456789012345", "0.000000000000001")


@pytest.mark.parametrize("bound", ["", *BOUNDS, "At Least", "ABOUT"])
def test_a_number_with_a_bound_means_the_same_with_blanks_around_it(bound: str) -> None:
    for number in NUMBERS:
        for unit in (None, parse_unit("%"), parse_unit("Mt")):
            for change in (None, False, True):
                words = f"{bound} {number}".strip()
                spaced = parse_value(f"  {words} ", unit, change=change)
                assert isinstance(spaced, Value)
                assert parse_value(words, unit, change=change) == spaced._replace(words=words)


@pytest.mark.parametrize("words", ["fall\u017f 5", "m\u0131n 5", "5 m\u0131llion t", "5 b\u0131llion t"])
def test_a_letter_that_only_looks_like_one_of_a_word_makes_no_such_word(words: str) -> None:
    value = parse_value(words, parse_unit("t"))
    assert not isinstance(value, Value) or not value.understood
