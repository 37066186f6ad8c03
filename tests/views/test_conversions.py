"""Amounts converted beside the author's words, where the page's reader does not know the unit."""

from pathlib import Path

import pytest
from roadmap_files import load_files

from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value
from carbonroad.export.json_export import export_json
from carbonroad.views.shared.conversions import converted
from carbonroad.wording import wording

EN, ZH = wording("en"), wording("zh")


@pytest.mark.parametrize(
    ("typed", "unit", "english", "chinese"),
    [
        ("18,000万千瓦", "GW", "18,000万千瓦 = 180 GW", ""),
        ("18000", "万千瓦", "18000万千瓦 = 180 GW", ""),
        ("1.8亿千瓦以上", "万千瓦", "1.8亿千瓦 = 180 GW", ""),
        ("1,200", "GW", "", "1,200 GW＝12亿千瓦"),
        ("1.2 bn kW", "GW", "1.2 bn kW = 1,200 GW", "1.2 bn kW＝12亿千瓦"),
        ("5", "亿亩", "5亿亩 ≈ 33.33 Mha", ""),
        ("15", "%", "", ""),
        ("down 5%", "万千瓦", "", ""),
        ("300", "克标准煤/千瓦时", "", ""),
        ("3..5", "亿吨标准煤", "3..5亿吨标准煤 = 300–500 Mtce", ""),
        ("基本建成", "万千瓦", "", ""),
    ],
)
def test_what_is_shown_beside_the_authors_words(typed: str, unit: str, english: str, chinese: str) -> None:
    value = parse_value(typed, parse_unit(unit))
    assert isinstance(value, Value)
    assert converted(value, typed, parse_unit(unit), EN) == english
    assert converted(value, typed, parse_unit(unit), ZH) == chinese


def test_nothing_is_converted_where_the_file_names_the_unit_in_the_pages_language() -> None:
    unit = parse_unit("GW")._replace(names=(("en", "GW"), ("zh", "亿千瓦")))
    value = parse_value("1,200", unit)
    assert isinstance(value, Value)
    assert converted(value, "1,200", unit, ZH) == ""


def test_the_json_has_the_si_unit_of_a_chinese_one_and_the_track(tmp_path: Path) -> None:
    text = """
    before_means: inclusive
    owner: MIIT
    indicators:
      - {id: e, title: E, unit: 万千瓦, better: higher, actual: {2020: 10, 2025: 20}, targets: {2030: 40}}
      - {id: f, title: F, unit: GW, targets: {2030: 40}}
    """
    project = load_files(tmp_path, text, as_of="2026-06-30")
    one, two = export_json(project.system, project.facts, "1")["industries"][0]["indicators"]
    assert one["unit_converted"] == {"text": "MW", "factor": 10}
    assert two["unit_converted"] is None
    track = one["targets"][0]["track"]
    assert track["goal"] == {"year": 2030, "value": 40, "low": 40, "high": 40, "elapsed": 1}
    assert (track["gap"], track["expected"], track["behind"], track["state"]) == (20, 25, 5, "off-track")
    assert (track["required_per_year"], track["pace"]) == (4, 2)
