"""Large invented roadmaps: chains and parallel works of eight owners, for tests and benchmark."""

import random
from pathlib import Path

OWNERS = 8
GROUP = 12
"""Works of one project: a chain with branches."""

_TOP = """carbonroad: 1
title: {en: Generated roadmap, zh: 生成的路线图}
languages: [en, zh]
as_of: 2026-11-22
before_means: inclusive
industries: [works]
phases:
  - {id: p1, title: {en: Phase one, zh: 第一阶段}, years: 2026..2030}
  - {id: p2, title: {en: Phase two, zh: 第二阶段}, years: 2031..2035}
  - {id: p3, title: {en: Phase three, zh: 第三阶段}, years: 2036..2045}
organisations:
"""


def write_large(folder: Path, count: int, seed: int = 7) -> Path:
    """Write a roadmap of so many works with about 1.5 dependencies each; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    owners = "".join(
        f"  o{n}: {{title: {{en: Example owner {n}, zh: 示例单位{n}}}, short: [EO{n}]}}\n"
        for n in range(OWNERS)
    )
    (folder / "carbonroad.yaml").write_text(_TOP + owners, encoding="utf-8")
    (folder / "works.yaml").write_text(large_part(count, seed), encoding="utf-8")
    return folder


def large_part(count: int, seed: int = 7) -> str:
    """Return the file of an industry with so many works."""
    chance = random.Random(seed)
    lines = [
        "industry: works",
        "code: WKS",
        "title: {en: Generated works, zh: 生成的工作}",
        "owner: o0",
        "works:",
    ]
    gates = ["milestones:"]
    for first in range(0, count, GROUP):
        group = range(first, min(first + GROUP, count))
        owner, start = (
            chance.randrange(OWNERS),
            f"{chance.randrange(2026, 2033)}-{chance.randrange(1, 13):02d}",
        )
        for n in group:
            whose = owner if chance.random() < 0.7 else chance.randrange(OWNERS)
            before = _before(chance, n, first)
            begins = f"start: {start}" if not before else f"after: [{', '.join(before)}]"
            lines.append(
                f"  - {{id: W{n:05d}, title: {{en: Generated work {n}, zh: 生成的工作 {n}}}, "
                f"takes: {chance.randrange(2, 15)} months, owner: o{whose}, {begins}}}"
            )
        gates.append(
            f"  - {{id: G{first:05d}, title: {{en: Gate {first}, zh: 关口 {first}}}, owner: o{owner}, "
            f"deadline: by {chance.randrange(2033, 2041)}, after: W{group[-1]:05d}}}"
        )
    return "\n".join(lines + gates) + "\n"


def _before(chance: random.Random, n: int, first: int) -> list[str]:
    """The works that a work waits for: in its own group, now and then one of an earlier group."""
    if n == first:
        return []
    found = {n - 1 if chance.random() < 0.75 else chance.randrange(first, n)}
    if chance.random() < 0.45:
        found.add(chance.randrange(first, n))
    if first and chance.random() < 0.08:
        found.add(chance.randrange(max(0, first - 5 * GROUP), first))
    return [f"W{one:05d}" for one in sorted(found)]
