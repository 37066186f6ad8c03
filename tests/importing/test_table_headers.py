"""Headers: what people write over their columns, in both languages, and what is only similar."""

import pytest

from carbonroad.importing.lists.headers import combined, mapped, recognise, similar
from carbonroad.importing.lists.headers_words import SPELLINGS


def test_no_header_means_two_things() -> None:
    texts = [spelling.text for spelling in SPELLINGS]
    assert len(texts) > 600
    assert [text for text in texts if texts.count(text) > 1] == []
    assert [one for one in SPELLINGS if recognise(one.text).key != one.key] == []


@pytest.mark.parametrize(
    ("text", "key", "period", "unit"),
    [
        ("工作 任务", "title", "", ""), ("Lead Agency:", "lead", "", ""), ("DUE DATE *", "deadline", "", ""),
        ("责任\n单位", "owner", "", ""), ("指标值（％）", "target", "", "%"), ("2025年目标值(万吨)",
         "target", "2025", "万吨"),
        ("Target 2030", "target", "2030", ""), ("2020年实际", "actual", "2020", ""), ("基期值（2020年）",
         "actual", "2020", ""),
        ("“十五五”目标", "target", "plan:15", ""), ("十五五末目标", "target", "2030", ""), ("2026", "",
         "2026", ""),
        ("Installed capacity (MW)", "", "", ""), ("联系科室", "", "", ""),
        ("工作领域", "industry", "", ""), ("主要目标", "deliverable", "", ""),
        ("KPI / success measure", "deliverable", "", ""),
    ],
)  # fmt: skip
def test_a_header_is_known_folded_with_its_year_and_unit(text: str, key: str, period: str, unit: str) -> None:
    meaning = recognise(text)
    assert (meaning.key, meaning.period, meaning.unit) == (key, period, unit)


def test_a_group_over_years_says_what_they_are() -> None:
    assert combined(("目标值（%）", "2030年"))[:3] == ("target", "2030", "%")
    assert combined(("Actual", "2024"))[:2] == ("actual", "2024")
    assert combined(("2030年", "目标"))[:2] == ("target", "2030")
    assert combined(("责任分工", "牵头单位")).key == "lead"


def test_what_is_only_similar_is_offered() -> None:
    assert recognise("Responsable").key == ""
    assert similar("Responsable") == "owner"
    assert similar("市级牵头责任部门（单位）") in ("lead", "owner")
    assert similar("Zzz") == ""


def test_a_mapping_takes_keys_of_the_format_in_both_languages() -> None:
    for words, key in (
        ("owner", "owner"),
        ("负责", "owner"),
        ("deadline", "deadline"),
        ("x-联系人", "x-联系人"),
        ("ignore", "ignore"),
    ):
        meaning = mapped(words)
        assert meaning is not None
        assert meaning.key == key
    assert mapped("target 2030") == recognise("Target 2030")
    assert mapped("nonsense") is None
