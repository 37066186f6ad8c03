"""Cells as offices fill them: dates, bodies, values and states, and what has two readings."""

from datetime import date
from decimal import Decimal

import pytest

from carbonroad.findings import Span
from carbonroad.importing.lists.cells_dates import read_day, read_deadline
from carbonroad.importing.lists.cells_names import read_bodies
from carbonroad.importing.lists.cells_values import (
    decimal_commas,
    read_percent,
    read_value,
    read_word,
    with_point,
)
from carbonroad.importing.sheets.tables import Cell, Value


def cell(text: str, value: Value = None) -> Cell:
    return Cell(text, text if value is None else value, Span("plan.xlsx!1", 0, len(text)), "D7")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027年底", "2027年底"), ("2027年6月底前完成", "2027年6月底前"), ("2027.12.31", "2027.12.31"),
        ("12/31/2027", "2027-12-31"), ("31.12.2027", "2027-12-31"), ("20271231", "2027-12-31"), ("202706",
         "2027-06"),
        ("12/2027", "2027-12"), ("2027-12-31 00:00:00", "2027-12-31"), ("2027年第四季度", "2027年第四季度"),
        ("“十五五”期间", "“十五五”期间"), ("before 2030", "before 2030"), ("持续推进", "none"), ("待定",
         "not stated"),
        ("—", ""), ("once the budget is voted", ""), ("2025年底，2030年", ""),
    ],
)  # fmt: skip
def test_deadlines_are_read_as_they_are_typed(text: str, words: str) -> None:
    assert read_deadline(cell(text), "", ()).words == words


def test_a_date_cell_is_as_exact_as_it_is_shown() -> None:
    assert read_deadline(cell("2027-12", date(2027, 12, 1)), "", ()).words == "2027-12"
    assert read_day(cell("2027-12-01", date(2027, 12, 1)), "").words == "2027-12-01"


def test_a_date_with_two_readings_is_asked_for() -> None:
    asked = read_deadline(cell("03/04/2027"), "", ())
    assert (asked.words, asked.problem and asked.problem.rule) == ("", "ambiguous-date")
    assert asked.problem is not None
    assert "2027-04-03 or 2027-03-04" in asked.problem.message
    assert read_deadline(cell("03/04/2027"), "day-first", ()).words == "2027-04-03"
    assert read_deadline(cell("03/04/2027"), "month-first", ()).words == "2027-03-04"
    for text, meant in (("44927", "2023-01-01"), ("Dec-27", "Dec 2027")):
        problem = read_deadline(cell(text), "", ()).problem
        assert problem is not None
        assert (problem.rule, meant in problem.message) == ("ambiguous-date", True)


def test_five_year_plans_are_named() -> None:
    assert read_deadline(cell("“十四五”“十五五”时期"), "", ()).plans == (14, 15)
    assert read_deadline(cell("end of the 15th FYP"), "", ()).plans == (15,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市发展改革委、市财政局，市能源局\n各县（市、区）人民政府", {"": ["市发展改革委", "市财政局",
         "市能源局", "各县（市、区）人民政府"]}),
        ("省能源局牵头，省水利厅、省自然资源厅配合", {"lead": ["省能源局"], "support": ["省水利厅",
         "省自然资源厅"]}),
        ("牵头单位：市发改委；配合单位：市工信局、市住建局", {"lead": ["市发改委"], "support": ["市工信局",
         "市住建局"]}),
        ("区发改局/区供电公司", {"": ["区发改局", "区供电公司"]}),
        ("县财政局 县公交公司　县交运局", {"": ["县财政局", "县公交公司", "县交运局"]}),
        ("示例县 发改局", {"": ["示例县 发改局"]}),
        ("市发改委（牵头）、市工信局", {"lead": ["市发改委"], "": ["市工信局"]}),
        ("Ministry of Energy, Grid Operator; City Works", {"": ["Ministry of Energy", "Grid Operator",
         "City Works"]}),
    ],
)  # fmt: skip
def test_bodies_are_split_outside_brackets_with_their_roles(text: str, names: dict[str, list[str]]) -> None:
    assert read_bodies(text).names == names


def test_words_for_others_are_no_body() -> None:
    assert read_bodies("市发改委、市财政局等") == ({"": ["市发改委", "市财政局"]}, ("等",))
    assert read_bodies("生态环境局等有关部门") == ({"": ["生态环境局"]}, ("等有关部门",))


def test_a_value_has_the_digits_that_its_cell_knows() -> None:
    assert read_value(cell("15%", Decimal("0.15"))) == "15%"
    assert read_value(cell("15%", Decimal("0.1537"))) == "15.37%"
    assert read_value(cell("1,234.5", Decimal("1234.5"))) == "1,234.5"
    assert read_value(cell("2", Decimal("1.5"))) == "1.5"
    assert read_value(cell("不低于 25")) == "不低于 25"
    assert read_percent(cell("25%", Decimal("0.25"))) == "25"
    assert read_percent(cell("0.6", Decimal("0.6"))) == "60"
    assert read_percent(cell("前期工作")) == ""


def test_decimal_commas_are_seen_where_nothing_else_fits() -> None:
    assert decimal_commas(["38,2", "1.240,5", ">= 80"])
    assert not decimal_commas(["1,234", "12,000"])
    assert not decimal_commas(["38,2", "4.7"])
    assert [with_point(text) for text in ("38,2", "1.240,5", "-48%")] == ["38.2", "1240.5", "-48%"]


@pytest.mark.parametrize(
    ("text", "word"),
    [("进行中", "on-track"), ("On track", "on-track"), ("已完成。", "done"), ("Completed", "done"),
     ("未启动", "planned"),
     ("at risk", "at-risk"), ("滞后", "late"), ("Cancelled", "dropped"), ("80%", ""), ("3月提请审议", "")],
)  # fmt: skip
def test_states_are_known_in_the_words_of_offices(text: str, word: str) -> None:
    assert read_word(text, "status") == word
