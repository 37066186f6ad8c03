"""The text of the files of an invented nation (national.py): a top file, and one for each industry."""

from functools import cache
from typing import NamedTuple

INDUSTRIES = ("power", "steel", "metals", "petrochemicals", "chemicals", "materials", "building", "transport",
              "technology", "sinks")  # fmt: skip
MILESTONES = 12
"""Milestones of every file; there are 20 works, 6 indicators and a pathway beside them."""
_PLACE = "§"
"""Stands for the place's name in a text that all places share."""

_PARENT = "±"
"""Stands for the name of the roadmap above it."""
_ALLOCATED = "¤"
"""Stands for what is allocated to it."""

_TOP = """\
# Invented, and written by a program: no place, body, plan or number here is real.
carbonroad: 1
title: Climate roadmap of §
{parent}as_of: 2026-11-22
before_means: inclusive
industries: [{industries}]
"""
_SHARED = """\
phases:
  - {id: p15, title: 15th plan, years: 2026..2030}
  - {id: p16, title: 16th plan, years: 2031..2035}
organisations:
  energy: {title: Energy office}
  industry: {title: Industry office}
  planning: {title: Planning office}
  statistics: {title: Statistics office}
sources:
  plan: {title: Action plan of the nation, number: No. 1}
"""


class Standing(NamedTuple):
    """Where a place stands: the folder of the roadmap above it, and whether there are some below it."""

    parent: str
    divides: bool


ALONE = Standing("", divides=False)


@cache
def _shared_industry(name: str) -> str:
    return f"industry: {name}\ntitle: {name.capitalize()} of §\n" + _body(name, 0, ())


def top_text(place: str, industries: tuple[str, ...], share: int, standing: Standing = ALONE) -> str:
    """Return a place's `carbonroad.yaml`; what is allocated to it is `share`, in MW."""
    text = _shared_top(industries, nested=bool(standing.parent), divides=standing.divides)
    return text.replace(_PLACE, place).replace(_PARENT, standing.parent).replace(_ALLOCATED, str(share))


@cache
def _shared_top(industries: tuple[str, ...], *, nested: bool, divides: bool) -> str:
    """What all places have that stand alike."""
    parent = f"parent: {_PARENT}\n" if nested else ""
    head = _TOP.format(industries=", ".join(industries), parent=parent) + ("" if nested else _SHARED)
    return head + _body("common work", len(industries), _allocated(divides=divides))


def _allocated(*, divides: bool) -> tuple[str, ...]:
    """Two indicators: one whose targets add up to that of the roadmap above, one by their weighted mean."""
    return (
        "  - id: capacity",
        "    title: Clean capacity in §",
        "    unit: MW",
        "    better: higher",
        f"    actual: {{2025: {_ALLOCATED}}}",
        f"    targets: {{2030: ≥{_ALLOCATED}0, 2035: ≥{_ALLOCATED}00}}",
        *(("    allocation: sum",) if divides else ()),
        "    source: plan#6",
        "  - id: efficiency",
        "    title: Efficiency of heating in §",
        '    unit: "%"',
        "    better: higher",
        "    actual: {2020: 40, 2025: 50}",
        "    targets: {2030: ≥60, 2035: ≥70}",
        *(("    allocation: {method: mean, weights: capacity}",) if divides else ()),
        "    source: plan#6",
    )


def industry_text(place: str, name: str) -> str:
    """Return the file of one industry of a place."""
    return _shared_industry(name).replace(_PLACE, place)


def _body(name: str, industries: int, indicators: tuple[str, ...]) -> str:
    """What a file holds below its head.

    Args:
        name: What it is about.
        industries: Of a top file, how many it sums up; else 0.
        indicators: The lines of two, of a top file.
    """
    top = industries > 0
    lines = [
        "owner: planning" if top else "owner: industry",
        "measures:",
        *(f"  - {{id: {'c' if top else 'a'}{n}, title: Measure {n} of {name} in §}}" for n in range(3)),
        "pathway:",
        "  unit: Mt CO2/yr",
        *_pathway(industries or 1),
        "  source: plan#5",
        "indicators:",
        *indicators,
        *(line for n in range(4 if top else 6) for line in _indicator(name, n, top=top)),
        "milestones:",
        *(line for n in range(MILESTONES) for line in _milestone(name, n, top=top)),
        "works:",
        *(line for n in range(20) for line in _work(name, n, top=top)),
    ]
    return "\n".join(lines) + "\n"


def _pathway(scale: int) -> tuple[str, str]:
    actual = {2020: 100, 2021: 101, 2022: 102, 2023: 103, 2024: 104, 2025: 105}
    target = {2026: 106, 2027: 107, 2028: 108, 2029: 107, 2030: 105, 2035: 90, 2040: 70, 2050: 30}
    actual_text, target_text = (
        ", ".join(f"{year}: {value * scale}" for year, value in series.items()) for series in (actual, target)
    )
    return f"  actual: {{{actual_text}}}", f"  target: {{{target_text}}}"


def _indicator(name: str, number: int, *, top: bool) -> tuple[str, ...]:
    return (
        f"  - id: {'common' if top else 'share'}{number}",
        f"    title: Share {number} of clean {name}",
        '    unit: "%"',
        "    better: higher",
        f"    baseline: {{year: 2020, value: {5 + number}}}",
        f"    actual: {{2020: {5 + number}, 2022: {7 + number}, 2025: {10 + number}}}",
        f"    targets: {{2027: ≥{15 + number}, 2030: ≥{25 + number}, 2035: around {40 + number}}}",
        "    note: Counted yearly",
        "    source: plan#2",
    )


def _milestone(name: str, number: int, *, top: bool) -> tuple[str, ...]:
    return (
        f"  - id: {'T' if top else 'M'}{number:02d}",
        f"    title: Step {number} of {name} in §",
        f"    deadline: by {2030 + number // 3 if top else 2027 + number // 2}",
        "    source: {id: plan, clause: 3.1}",
        f"    measure: {'c' if top else 'a'}{number % 3}",
        "    goal: peak" if top and not number else "    support: [energy, statistics]",
        "    nature: expected" if top or number > 5 else "    for: top.T00",
    )


def _work(name: str, number: int, *, top: bool) -> tuple[str, ...]:
    work, milestone = ("C", "T") if top else ("W", "M")
    return (
        f"  - id: {work}{number:02d}",
        f"    title: Work {number} of {name} in §",
        f"    takes: {2 + number % 5} months",
        "    start: 2027-01-01" if number < 4 else f"    after: {work}{number - 4:02d}",
        f"    for: {milestone}{6 + number % 6:02d}",
        f"    measure: {'c' if top else 'a'}{number % 3}",
        "    support: [energy, statistics]",
        f"    deliverable: Report {number}",
        "    source: plan#4",
    )
