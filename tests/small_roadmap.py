"""A roadmap of a top file and two industries with every kind of item, deadline and status."""

from datetime import date
from pathlib import Path
from textwrap import dedent

from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps

TODAY = date(2026, 11, 22)
TOP = """
    carbonroad: 1
    title: {en: Test roadmap, zh: 测试路线图}
    languages: [en, zh]
    as_of: 2026-11-22
    owner: ndrc
    owner_basis: inferred
    industries: [steel, power]
    phases:
      - {id: fyp14, title: {en: 14th FYP, zh: “十四五”}, years: 2021..2025}
      - {id: fyp15, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030}
      - {id: later, title: {en: To 2060, zh: 远景}, years: 2031..2060}
    organisations:
      ndrc: {title: {en: Planning <Commission>, zh: 发展改革委}, short: NDRC}
      miit: {title: {en: Ministry of Industry, zh: 工业和信息化部}}
      nea: {title: {en: Energy Administration, zh: 国家能源局}}
    sources:
      plan:
        title: {en: Action plan, zh: 行动方案}
        number: 国发〔2021〕23号
        url: https://example.org/plan
    milestones:
      - {id: peak, title: {en: Emissions peak, zh: 碳达峰}, deadline: before 2030, goal: peak, source: plan}
"""
STEEL = """
    industry: steel
    title: {en: Steel, zh: 钢铁}
    owner: miit
    milestones:
      - {id: M1, title: {en: Steel peaks, zh: 钢铁碳达峰}, deadline: before 2030, for: top.peak, goal: peak}
      - {id: M2, title: {en: Rules in force, zh: 规则生效}, deadline: by 2025, status: late}
      - {id: M3, title: {en: Report, zh: 报告}, deadline: by 2025}
      - {id: M4, title: {en: Market covers steel, zh: 纳入市场}, deadline: by 31 December 2026, owner: ndrc}
      - {id: M5, title: {en: Pilot ends, zh: 试点结束}, deadline: not stated}
      - {id: M6, title: {en: Ban, zh: 禁令}, deadline: from 2028}
      - {id: M7, title: {en: Around it, zh: 左右}, deadline: around 2035}
      - {id: M8, title: {en: Old rule, zh: 旧规}, deadline: by 2024, finished: 2024-05-01}
      - {id: M9, title: {en: After the peak, zh: 达峰之后}, deadline: after M1}
      - {id: M10, title: {en: Yearly list, zh: 年度名单}, deadline: each year 2027..2029}
    indicators:
      - id: eaf
        title: {en: Electric-arc share, zh: 电炉钢占比}
        unit: "%"
        better: higher
        actual: {2024: 10.4}
        targets:
          2025: {value: "15", deadline: by 2025, source: {id: plan, evidence: memory}}
          2030: {value: around 20, deadline: by 2030, nature: expected}
      - id: scrap
        title: {en: Scrap use, zh: 废钢利用量}
        unit: Mt
        better: higher
        actual: {2025: 310}
        targets:
          2030: {value: at least 300}
    works:
      - {id: W1, title: {en: Build furnaces, zh: 建设电炉}, takes: 9mo, start: 2027-01-01, after: power.P1}
      - {id: W2, title: {en: Undated work, zh: 未定日期的工作}, for: top.peak, note: A remark}
"""
POWER = """
    industry: power
    title: {en: Power, zh: 电力}
    owner: nea
    milestones:
      - {id: P1, title: {en: Green certificates, zh: 绿证}, deadline: by 2027}
"""


def two_fields(folder: Path) -> Project:
    """Write the roadmap into a folder and load it."""
    for name, text in (("carbonroad", TOP), ("steel", STEEL), ("power", POWER)):
        (folder / f"{name}.yaml").write_text(dedent(text).lstrip(), encoding="utf-8")
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    return load(found[0], None, TODAY)
