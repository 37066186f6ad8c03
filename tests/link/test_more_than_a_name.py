"""What is said of a name with something added: several at once, a clause, a duty, a title for an id."""

from pathlib import Path

import pytest
from roadmap_files import load_files, mistakes

from carbonroad.findings import Finding

HEAD = """
    organisations:
      miit: {title: {en: Ministry of Industry and Information Technology, zh: 工业和信息化部}, short: 工信部}
      mee: {title: {en: Ministry of Ecology and Environment, zh: 生态环境部}, short: MEE}
    sources:
      ap21: {title: 2030年前碳达峰行动方案, number: 国发〔2021〕23号}
      ind22: {title: 工业领域碳达峰实施方案, number: 工信部联节〔2022〕88号}
    milestones:
      - {id: peak, title: Peak, deadline: 2030, owner: mee, source: ap21}
      - {id: next, title: Next, deadline: 2031, owner: mee, source: ap21}
"""


def of(tmp_path: Path, line: str) -> list[Finding]:
    text = f"{HEAD}      - {{id: a, title: A, deadline: 2032, {line}}}\n"
    return [f for f in mistakes(load_files(tmp_path, text)) if f.severity.value == "error"]


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("owner: 工信部 生态环境部", "write a list: [工信部, 生态环境部]"),
        ("owner: 工信部/MEE", "write a list: [工信部, MEE]"),
        ("owner: 工信部和生态环境部", "write a list: [工信部, 生态环境部]"),
        ("owner: 工信部牵头", 'write "工信部" alone; the keys owner, lead and support say what it does'),
        ("owner: 工信部（牵头）", 'write "工信部" alone; the keys owner, lead and support say what it does'),
        ("owner: 生态环境部西北局", 'declare "生态环境部西北局" under organisations, or correct the name'),
        ("owner: mee, source: ap21 第三条", "write ap21#第三条"),
        ("owner: mee, source: 《2030年前碳达峰行动方案》第三部分", "write ap21#第三部分"),
        (
            "owner: mee, source: 《工业领域碳达峰实施方案》（工信部联节〔2022〕88号）",
            'write its id alone: "ind22"',
        ),
        ("owner: mee, source: 工业领域碳达峰实施方案；ap21", "write a list: [工业领域碳达峰实施方案, ap21]"),
        ("owner: mee, source: ap21, after: peak; next", "write a list: [peak, next]"),
    ],
)
def test_the_help_says_what_to_write(tmp_path: Path, line: str, advice: str) -> None:
    (finding,) = of(tmp_path, line)
    assert finding.help == advice


@pytest.mark.parametrize("number", ["国发〔2021〕23号", "国发[2021]23号", "国发【2021】23号"])
def test_the_brackets_of_a_number_may_be_of_any_kind(tmp_path: Path, number: str) -> None:
    assert not of(tmp_path, f'owner: mee, source: "{number}"')


def test_an_ampersand_stands_for_and(tmp_path: Path) -> None:
    (finding,) = of(tmp_path, "owner: Ministry of Ecology & Environment, source: ap21")
    assert finding.fix is not None
    assert finding.fix.safe


@pytest.mark.parametrize("typed", ["Top.Peak", "top peak", "全国碳达峰"])
def test_a_reference_in_other_letters_or_by_a_title_elsewhere_offers_the_id(
    tmp_path: Path, typed: str
) -> None:
    files = {
        "carbonroad.yaml": "title: All\nmilestones:\n  - {id: peak, title: 全国碳达峰, deadline: 2030}\n",
        "steel.yaml": "milestones:\n  - {id: own, title: Own, deadline: 2029}\n",
        "power.yaml": f"milestones:\n  - {{id: a, title: A, deadline: 2029, for: {typed}}}\n",
    }
    (finding,) = (f for f in mistakes(load_files(tmp_path, files)) if f.name == "unknown-item")
    assert finding.help in ('did you mean "top.peak"?', 'did you mean "peak"?')


def test_the_title_of_an_item_of_another_industry_offers_its_id(tmp_path: Path) -> None:
    files = {
        "steel.yaml": "milestones:\n  - {id: own, title: Own step, deadline: 2029}\n",
        "power.yaml": "milestones:\n  - {id: a, title: A, deadline: 2029, after: own  step}\n",
    }
    (finding,) = (f for f in mistakes(load_files(tmp_path, files)) if f.name == "unknown-item")
    assert finding.help == 'did you mean "steel.own"?'
