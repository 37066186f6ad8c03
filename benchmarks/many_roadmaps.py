"""Roadmaps of any number, each a top file and ten industry files of 7 KB, without a mistake."""

from pathlib import Path

INDUSTRIES = ("power", "steel", "metals", "petrochemicals", "chemicals", "materials", "building", "transport",
              "technology", "sinks")  # fmt: skip
FILES = len(INDUSTRIES) + 1
"""Files of one roadmap."""

_TOP = """\
carbonroad: 1
title: Plan of place {place}
as_of: 2026-11-22
before_means: inclusive
industries: [{industries}]
phases:
  - {{id: p15, title: 15th plan, years: 2026..2030}}
  - {{id: p16, title: 16th plan, years: 2031..2035}}
organisations:
  energy: {{title: Energy office of place {place}}}
  industry: {{title: Industry office of place {place}}}
sources:
  plan: {{title: Action plan of place {place}, number: No. {place}}}
milestones:
  - id: peak
    title: Emissions of place {place} peak
    deadline: by 2030
    owner: energy
    goal: peak
    source: plan#1
"""


def write_roadmaps(folder: Path, roadmaps: int) -> None:
    """Write so many roadmaps into the folder, each in a folder of its own."""
    for place in range(roadmaps):
        home = folder / f"place{place:05d}"
        home.mkdir(parents=True)
        top = _TOP.format(place=place, industries=", ".join(INDUSTRIES))
        (home / "carbonroad.yaml").write_text(top, encoding="utf-8")
        for industry in INDUSTRIES:
            (home / f"{industry}.yaml").write_text(_industry(place, industry), encoding="utf-8")


def _industry(place: int, name: str) -> str:
    lines = [
        f"industry: {name}",
        f"title: {name.capitalize()} of place {place}",
        "owner: industry",
        "measures:",
        *(f"  - {{id: a{n}, title: Measure {n} of {name}}}" for n in range(3)),
        "pathway:",
        "  unit: Mt CO2/yr",
        "  actual: {2020: 10, 2021: 10.1, 2022: 10.2, 2023: 10.3, 2024: 10.4, 2025: 10.5}",
        "  target: {2026: 10.6, 2027: 10.7, 2028: 10.8, 2029: 10.7, 2030: 10.5, 2035: 9, 2040: 7, 2050: 3}",
        "indicators:",
    ]
    for n in range(6):
        lines += [
            f"  - id: share{n}",
            f"    title: Share {n} of clean {name} in place {place}",
            '    unit: "%"',
            "    better: higher",
            f"    actual: {{2020: {5 + n}, 2022: {7 + n}, 2025: {10 + n}}}",
            f"    targets: {{2027: ≥{15 + n}, 2030: ≥{25 + n}, 2035: around {40 + n}}}",
            "    source: plan#2",
        ]
    lines.append("milestones:")
    for n in range(12):
        lines += [
            f"  - id: M{n:02d}",
            f"    title: Step {n} of {name} in place {place} is reached",
            f"    deadline: by {2027 + n // 2}",
            "    source: plan#3",
            f"    measure: a{n % 3}",
            "    for: top.peak" if n < 6 else "    owner: energy",
        ]
    lines.append("works:")
    for n in range(20):
        lines += [
            f"  - id: W{n:02d}",
            f"    title: Work {n} of {name} in place {place}",
            f"    takes: {2 + n % 5} months",
            "    start: 2027-01-01" if n < 4 else f"    after: W{n - 4:02d}",
            f"    for: M{6 + n % 6:02d}",
            f"    measure: a{n % 3}",
            f"    deliverable: Report {n}",
            "    source: plan#4",
        ]
    return "\n".join(lines) + "\n"
