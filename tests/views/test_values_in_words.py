"""Values, units and deadlines in the reader's form, English and Chinese."""

from pathlib import Path

import pytest
from roadmap_files import item, load_files

from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value
from carbonroad.views.shared.units import digits, said, spoken, unit_name
from carbonroad.views.shared.values import value_words
from carbonroad.views.shared.words import Words
from carbonroad.wording import wording

EN, ZH = wording("en"), wording("zh")

VALUES = [
    # typed, unit, baseline, English, Chinese
    ("15", "%", "", "15%", "15%"),
    ("1.5 or more", "%", "", "at least 1.5%", "不低于1.5%"),
    ("15+", "%", "", "at least 15%", "不低于15%"),
    ("≥35", "%", "", "at least 35%", "不低于35%"),
    ("at least 1,200", "GW", "", "at least 1,200 GW", "不低于1,200吉瓦"),
    ("above 25 %", "%", "", "above 25%", "超过25%"),
    (">25", "%", "", "over 25%", "超过25%"),
    ("≤13000", "kWh/t", "", "at most 13,000 kWh/t", "不超过13,000千瓦时/吨"),
    ("within 1,000", "Mt/yr", "", "within 1,000 Mt/yr", "不超过10亿吨/年"),
    ("below 40", "%", "", "below 40%", "低于40%"),
    ("around 20", "%", "", "around 20%", "20%左右"),
    ("~20", "%", "", "around 20%", "20%左右"),
    ("3..5", "%", "", "3–5%", "3%～5%"),
    ("3-5", "Mt", "", "3–5 Mt", "300万～500万吨"),
    ("between 3 and 5", "GW", "", "3–5 GW", "3～5吉瓦"),
    ("strive for 15", "%", "", "strive for 15%", "力争15%"),
    ("strive for 25 or more", "%", "", "strive for at least 25%", "力争25%以上"),
    ("20 or more", "items", "", "at least 20 items", "不少于20项"),
    ("fewer than 20", "parks", "", "fewer than 20 parks", "少于20个"),
    ("about 12 million", "chargers", "", "about 12 million chargers", "1200万台左右"),
    ("1.6 million", "guns", "", "1.6 million guns", "160万个"),
    ("14,000", "guns", "", "14,000 guns", "1.4万个"),
    ("12,345", "guns", "", "12,345 guns", "12,345个"),
    ("500 million", "mu", "", "500 million mu", "5亿亩"),
    ("18.0", "bn m3", "", "18.0 bn m³", "180亿立方米"),
    ("about 50", "Mtce", "", "about 50 Mtce", "5000万吨标准煤左右"),
    ("about 15", "trn CNY", "", "about 15 trn CNY", "15万亿元左右"),
    ("12.0", "kWh/100 km", "", "12.0 kWh/100 km", "12.0千瓦时/百公里"),
    ("≤300", "t/10,000 m2", "", "at most 300 t/10,000 m²", "不超过300吨/万平方米"),
    # changes
    ("-18 %", "%", "2020", "−18% vs 2020", "较2020年下降18%"),
    ("+5 %", "%", "2020", "+5% vs 2020", "较2020年增长5%"),
    ("around -3.9 %", "%", "2023", "around −3.9% vs 2023", "较2023年下降3.9%左右"),
    ("down at least 65 %", "%", "2005", "down at least 65% vs 2005", "较2005年下降65%以上"),
    ("down 3 % or more", "%", "2020", "down at least 3% vs 2020", "较2020年下降3%以上"),
    ("down 7..10 %", "%", "peak", "down 7–10% vs peak", "较peak下降7%～10%"),
    ("-5 pp", "%", "2020", "−5 percentage points vs 2020", "较2020年下降5个百分点"),
    ("up 5 pp", "%", "2020", "up 5 percentage points vs 2020", "较2020年提高5个百分点"),
    ("+20 million", "m2", "2023", "+20 million m² vs 2023", "较2023年增加2000万平方米"),
    ("down 3", "Mt", "2020", "down 3 Mt vs 2020", "较2020年减少300万吨"),
    ("over 6x", "GW", "2020", "over 6 times that of 2020", "超过2020年的6倍"),
    # typed in Chinese: the author's own words on the Chinese page
    ("15以上", "%", "", "at least 15%", "15%以上"),
    ("不低于15", "%", "", "at least 15%", "不低于15%"),
    ("力争15", "%", "", "strive for 15%", "力争15%"),
    ("20左右", "%", "", "around 20%", "20%左右"),
    ("12亿千瓦以上", "GW", "", "at least 1,200 GW", "12亿千瓦以上"),
    ("下降65%以上", "%", "2005", "down at least 65% vs 2005", "较2005年下降65%以上"),
    ("120左右", "万千瓦", "", "around 1.2 million kW", "120万千瓦左右"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "unit", "baseline", "english", "chinese"), VALUES)
def test_a_value_is_said_as_the_reader_says_it(
    typed: str, unit: str, baseline: str, english: str, chinese: str
) -> None:
    field = parse_unit(unit)
    value = parse_value(typed, field)
    assert isinstance(value, Value)
    year = f"{baseline}年" if baseline.isdigit() else baseline
    assert value_words(value, typed, field, EN, baseline) == english
    assert value_words(value, typed, field, ZH, year) == chinese


@pytest.mark.parametrize("typed", ["basically complete", "基本建成"])
def test_what_is_not_understood_stands_as_typed(typed: str) -> None:
    value = parse_value(typed, parse_unit("%"))
    assert isinstance(value, Value)
    assert value_words(value, typed, parse_unit("%"), EN) == typed
    assert value_words(value, typed, parse_unit("%"), ZH) == typed


@pytest.mark.parametrize(
    ("unit", "english", "chinese"),
    [
        ("%", "%", "%"),
        ("Mt", "Mt", "百万吨"),
        ("Mt CO2/yr", "Mt CO2/yr", "百万吨二氧化碳/年"),
        ("gce/kWh", "gce/kWh", "克标准煤/千瓦时"),
        ("GW", "GW", "吉瓦"),
        ("bn m3", "bn m³", "十亿立方米"),
        ("ha", "ha", "公顷"),
        ("mu", "mu", "亩"),
        ("parks", "parks", "个"),
        ("bananas", "bananas", "bananas"),
        ("万吨标准煤", "10,000 t coal equivalent", "万吨标准煤"),
        ("亩", "mu", "亩"),
    ],
)
def test_a_unit_has_a_name_in_each_language(unit: str, english: str, chinese: str) -> None:
    assert unit_name(parse_unit(unit), EN) == english
    assert unit_name(parse_unit(unit), ZH) == chinese


def test_the_unit_that_the_file_names_is_used_and_its_numbers_converted_exactly() -> None:
    unit = parse_unit("GW")._replace(names=(("en", "GW"), ("zh", "亿千瓦")))
    assert unit_name(unit, ZH) == "亿千瓦"
    assert value_words(Value("1206", low=1206, high=1206), "1206", unit, ZH) == "12.06亿千瓦"
    assert value_words(Value("534.96", low=534.96, high=534.96), "534.96", unit, ZH) == "53496万千瓦"


def test_bare_numbers_never_stand_under_a_unit_of_another_size() -> None:
    unit = parse_unit("GW")._replace(names=(("en", "GW"), ("zh", "亿千瓦")))
    assert unit_name(unit, ZH, stated=True) == "吉瓦"


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        (0.4, "0.4", "0.4"),
        (-25, "−25", "−25"),
        (1206, "1,206", "1,206"),
        (13000, "13,000", "13,000"),
        (100_000, "100,000", "10万"),
        (1_600_000, "1.6 million", "160万"),
        (1_234_567, "1,234,567", "1,234,567"),
        (1_800_000_000, "1.8 billion", "18亿"),
        (15e12, "15 trillion", "15万亿"),
    ],
)
def test_a_number_is_said_exactly(number: float, english: str, chinese: str) -> None:
    assert spoken(number, EN) == english
    assert spoken(number, ZH) == chinese


def test_minus_is_a_real_minus_sign() -> None:
    assert digits(-1234.5) == "−1,234.5"
    assert "-" not in value_words(Value("-3", low=-3, high=-3), "-3", parse_unit("Mt"), EN)


def test_number_words_go_to_the_number() -> None:
    assert said(parse_unit("bn m3"), ZH) == (10**9, "立方米")


DEADLINES = [
    # typed, English, Chinese
    ("2030", "2030", "到2030年"),
    ("by 2030", "by 2030", "到2030年"),
    ("in 2030", "in 2030", "2030年内"),
    ("by the end of 2030", "by the end of 2030", "2030年底前"),
    ("2030-06-30", "by 30 Jun 2030", "2030年6月30日前"),
    ("30 June 2030", "30 June 2030", "2030年6月30日前"),
    ("2030-Q2", "by Q2 2030", "到2030年第2季度"),
    ("2030-H1", "by first half of 2030", "到2030年上半年"),
    ("before 2030", "before 2030", "2030年前"),
    ("strive before 2030", "strive before 2030", "力争2030年前"),
    ("around 2030", "around 2030", "2030年左右"),
    ("15th FYP", "15th FYP", "“十五五”时期"),
    ("2026..2028", "2026–2028", "2026—2028年"),
    ("from 2031", "from 2031", "2031年起"),
    ("every year 2026..2028", "every year, 2026–2028", "2026—2028年每年"),
    ("after M0", "after M0", "达峰之后"),
    ("18 months after M0", "18 months after M0", "达峰后18个月内"),
    ("none", "no end date", "长期，无截止日"),
    ("not stated", "date not stated", "日期未载"),
    ("2030年", "by 2030", "2030年"),
    ("2030年前", "before 2030", "2030年前"),
    ("2030年底前", "by the end of 2030", "2030年底前"),
    ("2030年6月底前", "by the end of Jun 2030", "2030年6月底前"),
    ("2030年上半年", "by first half of 2030", "2030年上半年"),
    ("力争2030年前", "strive: before 2030", "力争2030年前"),
    ("2030年左右", "around 2030", "2030年左右"),
    ("“十五五”时期", "during the 15th FYP", "“十五五”时期"),
    ("“十五五”末", "by the end of the 15th FYP", "“十五五”末"),
    ("2031年起", "from 2031", "2031年起"),
    ("每年", "every year, 2026–2030", "每年"),
    ("M0后18个月内", "within 18 months after Peak", "M0后18个月内"),
]


@pytest.mark.parametrize(("typed", "english", "chinese"), DEADLINES)
def test_a_deadline_is_said_in_the_page_s_language(
    tmp_path: Path, typed: str, english: str, chinese: str
) -> None:
    text = f"""
        industry: steel
        title: Steel
        languages: [en, zh]
        owner: X
        phases: [{{id: fyp15, title: {{en: 15th FYP, zh: “十五五”}}, years: 2026..2030}}]
        milestones:
          - {{id: M0, title: {{en: Peak, zh: 达峰}}, deadline: by 2030}}
          - {{id: M1, title: T, deadline: "{typed}"}}
    """
    project = load_files(tmp_path, text)
    one = item(project, "steel.M1")
    assert Words(project.system, project.facts, "en").deadline(one) == english
    assert Words(project.system, project.facts, "zh").deadline(one) == chinese


@pytest.mark.parametrize(
    ("actual", "english", "chinese"),
    [
        ("{2024: 10.4}", "10.4%", "10.4%"),
        ("{2024: above 25}", "above 25%", "超过25%"),
        ("{2024: 25以上}", "at least 25%", "25%以上"),
        ("{2024: {value: -12 %, baseline: 2020}}", "−12% vs 2020", "较2020年下降12%"),
        (
            "{2024: {value: -12 %, baseline: {en: peak level, zh: 峰值}}}",
            "−12% vs peak level",
            "较峰值下降12%",
        ),
    ],
)
def test_a_measured_value_keeps_its_bound_and_its_baseline(
    tmp_path: Path, actual: str, english: str, chinese: str
) -> None:
    text = f"""
        industry: steel
        title: Steel
        languages: [en, zh]
        owner: X
        indicators: [{{id: e, title: E, unit: "%", actual: {actual}, targets: {{2030: 20}}}}]
    """
    project = load_files(tmp_path, text)
    one = item(project, "steel.e@2030")
    measured = one.indicator.actuals[0]
    assert Words(project.system, project.facts, "en").measured(one, measured) == english
    assert Words(project.system, project.facts, "zh").measured(one, measured) == chinese
