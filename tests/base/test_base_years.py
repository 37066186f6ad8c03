"""The base year that words name is read and taken off; a year that is a number stays one."""

import pytest

from carbonroad.base.times.base_years import split_base_year


@pytest.mark.parametrize(
    ("words", "text", "year"),
    [
        ("at least 55% below 1990 levels", "at least 55% down", 1990),
        ("5% above 2019", "5% up", 2019),
        ("5% more than in 2020", "5% up", 2020),
        ("10% lower than 2005", "10% down", 2005),
        ("down 65% from 2005", "down 65%", 2005),
        ("down 65% (vs 2005)", "down 65%", 2005),
        ("-65 % compared with 2005", "-65 %", 2005),
        ("up 5 pp on 2019", "up 5 pp", 2019),
        ("较2005年下降65%以上", "下降65%以上", 2005),
        ("与2005年相比,下降65%", "下降65%", 2005),
        ("以2020年为基期下降3%", "下降3%", 2020),
        ("above 2000", "above 2000", None),
        ("more than 2000", "more than 2000", None),
        ("up to 2050", "up to 2050", None),
        ("2000..2010", "2000..2010", None),
        ("15 or more", "15 or more", None),
        ("5% below (1990", "5% below (1990", None),
    ],
)
def test_the_base_year_is_taken_off(words: str, text: str, year: int | None) -> None:
    assert split_base_year(words) == (text, year)
