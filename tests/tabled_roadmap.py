"""A small roadmap in two languages with one of everything that a table holds, and with hostile words."""

from pathlib import Path

from roadmap_files import load_files, names

from carbonroad.export import Exported, Options
from carbonroad.project import Project

HOSTILE = ("=cmd|' /C calc'!A0", "+1+1", "@SUM(A1:A9)", "-2+3", "\t=1", "＝1", "'=1")
"""Words that a spreadsheet might run."""

TOP = """
    carbonroad: 1
    title: {en: Example city, zh: 示例市}
    languages: [en, zh]
    as_of: 2026-11-22
    before_means: inclusive
    industries: [steel]
    phases: [{id: fyp15, title: {en: 15th FYP, zh: 十五五}, years: 2026..2030}]
    organisations:
      dic: {title: {en: "Department of Industry, Commerce and Trade", zh: 工业和商务局}, short: DIC}
      dee: {title: {en: Department of Environment, zh: 生态环境局}}
      one: {title: Twin office}
      two: {title: Twin office}
    sources:
      plan:
        title: {en: Action plan, zh: 行动方案}
        number: 示政发〔2026〕1号
        issued: 2026-03
        url: https://example.org/plan
    milestones: [{id: peak, title: {en: Peak, zh: 达峰}, deadline: before 2030, goal: peak, owner: dee}]
"""
STEEL = """
    title: {en: Steel, zh: 钢铁}
    owner: dic
    owner_basis: inferred
    measures: [{id: scrap, title: {en: Scrap steel, zh: 废钢}, source: plan}]
    milestones:
      - {id: M1, title: {en: Furnaces, zh: 电炉}, deadline: 30 June 2027, lead: one, owner: [dic, two],
         support: [dee, and 10 others], for: top.peak, measure: scrap, nature: binding, status: at-risk,
         source: {id: plan, clause: 3.2, quote: 电炉, evidence: seen, url: "https://example.org/p?a=1,2"},
         reports: [{date: 2026-10, progress: 40, status: at-risk, note: Permits are late.}]}
      - {id: M2, title: "=cmd|' /C calc'!A0", deadline: 18 months after M1,
         after: {id: M1, lag: 1mo}, note: "+1+1"}
      - {id: M3, title: "@SUM(A1:A9)", deadline: not stated, owner: none, note: "-2+3"}
      - {id: M4, title: "\\t=1", deadline: 2028, note: "a\\u202eb\\u0001c"}
      - {id: M5, title: "＝1", deadline: 2029, note: "'=1", superseded_by: M4}
    works:
      - {id: W1, title: Pilot, start: 2026-04, takes: 9mo, for: M1, cost: 1.2亿 CNY, progress: 25,
         deliverable: Report}
    indicators:
      - {id: eaf, title: {en: Share of furnaces, zh: 电炉占比}, unit: "%", better: higher, source: plan,
         actual: {2024: 9.95, 2025: {value: 10.4, estimate: true, source: plan}},
         targets: {2027: ≥15, 2030: {value: 20-25, stretch: 30, owner: dee}, 2029: world level}}
      - {id: co2, title: Emissions, unit: Mt, baseline: 2020, targets: {2030: -18 %}}
    pathway: {unit: Mt CO2/yr, gas: CO2, actual: {2025: 6.5}, target: {2030: 5..6}, scope: Furnaces}
    revisions: [{rev: A, date: 2026-11-01, note: First., by: Office, items: [M1]}]
"""


def tabled(folder: Path) -> Project:
    """Load it; nothing of it is a mistake but the target in words."""
    project = load_files(folder, {"carbonroad.yaml": TOP, "steel.yaml": STEEL})
    assert not project.errors, [f.message for f in project.findings]
    assert set(names(project)) <= {"value-not-understood", "no-date", "unseen-character"}, names(project)
    return project


def exported(project: Project, lang: str = "en", **options: object) -> Exported:
    """What a format is given."""
    return Exported(project.system, project.facts, "0.1.0", lang, Options(**options))  # type: ignore[arg-type]
