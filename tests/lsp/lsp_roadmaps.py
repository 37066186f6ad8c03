"""A roadmap in English and one in Chinese, with characters beyond the BMP before what is asked about."""

from pathlib import Path
from textwrap import dedent

TOP = dedent("""\
    carbonroad: 1
    title: {en: "🌱 Test roadmap"}
    languages: [en]
    as_of: 2026-11-22
    before_means: inclusive
    owner: ndrc
    owner_basis: inferred
    industries: [steel, power]
    phases:
      - {id: fyp15, title: {en: 15th FYP}, years: 2026..2030}
      - {id: later, title: {en: To 2060}, years: 2031..2060}
    organisations:
      ndrc: {title: {en: Planning Commission}, short: NDRC}
      miit: {title: {en: Ministry of Industry}}
    sources:
      plan: {title: {en: Action plan}, url: "https://example.org/plan"}
    milestones:
      - {id: peak, title: {en: "🌱𠮷 Emissions peak"}, deadline: before 2030, goal: peak, source: plan}
""")
STEEL = dedent("""\
    industry: steel
    title: {en: Steel}
    owner: miit
    milestones:
      - {id: M1, title: {en: "𠮷🏭 Peak"}, deadline: before 2030, for: top.peak, goal: peak, source: plan}
      - {id: M2, title: {en: Market}, deadline: by 2027, source: plan}
    works:
      - {id: W1, title: {en: "🏭 EAF"}, takes: 9mo, start: 2027-01, after: power.P1, for: M1, source: plan}
""")
POWER = dedent("""\
    industry: power
    title: {en: Power}
    owner: ndrc
    milestones:
      - {id: P1, title: {en: Certificates}, deadline: by 2026-12-01, source: plan}
""")
TOP_ZH = dedent("""\
    格式: 1
    标题: {zh: "🌱 测试路线图"}
    语言: [zh]
    数据截至: 2026-11-22
    年前口径: 含当年
    负责: 发改委
    负责依据: 推定
    行业: [钢铁, 电力]
    时期:
      - {编号: 规划一, 标题: 第一期规划, 年份: 2026..2030}
      - {编号: 远景, 标题: 远景, 年份: 2031..2060}
    单位:
      发改委: {标题: 发展改革委}
      工信部: {标题: 工业和信息化部}
    来源:
      方案: {标题: 行动方案, 网址: "https://example.org/plan"}
    里程碑:
      - {编号: 达峰, 标题: "🌱𠮷碳达峰", 期限: 2030年前, 总目标: 达峰, 来源: 方案}
""")
STEEL_ZH = dedent("""\
    标题: 钢铁
    负责: 工信部
    里程碑:
      - {编号: 钢铁达峰, 标题: "𠮷🏭钢铁达峰", 期限: 2030年前, 支撑: 总体.达峰, 总目标: 达峰, 来源: 方案}
      - {编号: 市场, 标题: 纳入市场, 期限: 2027年底前, 来源: 方案}
    工程:
      - {编号: 电炉, 标题: "🏭电炉", 工期: 9个月, 开始: 2027-01, 前置: 电力.绿证, 支撑: 钢铁达峰, 来源: 方案}
""")
POWER_ZH = dedent("""\
    标题: 电力
    负责: 发改委
    里程碑:
      - {编号: 绿证, 标题: 绿证, 期限: 2026-12-01, 来源: 方案}
""")


def english(folder: Path) -> Path:
    """Write the English roadmap and return its folder."""
    return _written(folder, {"carbonroad": TOP, "steel": STEEL, "power": POWER})


def chinese(folder: Path) -> Path:
    """Write the Chinese roadmap, in a folder with blanks, percent signs and Chinese, and return that."""
    return _written(folder / "路线图 100% #1", {"carbonroad": TOP_ZH, "钢铁": STEEL_ZH, "电力": POWER_ZH})


def _written(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
