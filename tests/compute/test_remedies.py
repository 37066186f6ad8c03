"""Every remedy tried by writing it into the file: what the page says would be short is short then."""

import random
from datetime import date, timedelta
from typing import Any

import pytest

from carbonroad.compute.scheduling.paths import Paths
from carbonroad.compute.shortfalls.remedies import Remedy
from carbonroad.compute.shortfalls.shortfalls import Shortfall, shortfalls
from carbonroad.project import Project, load_text

DAY = date(2026, 1, 1)
LAGS = ("0d", "0d", "12d", "-5d", "40d", "1mo", "-1mo")
Items = dict[str, dict[str, Any]]


def made(seed: int) -> Items:
    """A small network: works, works with stated days, milestones; each may wait for those before it."""
    rng = random.Random(seed)

    def day(last: int) -> date:
        return DAY + timedelta(rng.randint(0, last))

    items: Items = {}
    for number in range(rng.randint(3, 8)):
        kind, fields = rng.choice("wwwfm"), {}
        if kind == "w":
            fields["takes"] = rng.choice([f"{rng.randint(1, 60)}d", f"{rng.randint(1, 6)}mo"])
            fields |= {"start": day(400)} if rng.random() < 0.5 else {}
        elif kind == "f":
            start = day(400)
            fields |= {"start": start, "finish": start + timedelta(rng.randint(0, 90))}
        if kind == "m" or rng.random() < 0.2:
            fields["deadline"] = day(500)
        after = [
            [other, rng.choice(["FS", "FS", "SS", "FF", "SF"]), rng.choice(LAGS)]
            for other in items
            if rng.random() < 0.35
        ]
        items[f"{kind}{number}"] = {**fields, "after": after}
    return items


def load(items: Items) -> Project:
    lines: dict[bool, list[str]] = {True: [], False: []}
    for ref, fields in items.items():
        after = ", ".join(f"{{id: {a}, type: {t}, lag: {lag}}}" for a, t, lag in fields["after"])
        said = [f"id: {ref}", "title: T", *(f"{k}: {v}" for k, v in fields.items() if k != "after")]
        lines[ref[0] == "m"].append(f"  - {{{', '.join(said)}, after: [{after}]}}\n")
    works, gates = "".join(lines[False]), "".join(lines[True])
    text = (f"works:\n{works}" if works else "") + (f"milestones:\n{gates}" if gates else "")
    return load_text(text.encode(), "s.yaml", DAY, DAY)


def short_of(project: Project) -> list[Shortfall]:
    facts = project.facts
    return shortfalls(
        project.system, facts.due, facts.schedule, Paths(project.system, facts.due, facts.schedule)
    )


def write(items: Items, one: Shortfall, remedy: Remedy) -> bool:
    """Write a remedy into the items; whether the format can say it: no duration of no days."""
    fields, rest = items[remedy.ref.partition(".")[2]], remedy.days - min(one.days, remedy.days)
    if remedy.where == "work" and "finish" in fields:
        fields["finish"] -= timedelta(remedy.days - rest)
        return bool(rest)
    if remedy.where == "work":
        fields["takes"] = f"{rest}d"
        return bool(rest)
    if remedy.where == "lag":
        step = next(step for step in one.path.steps if step.ref == remedy.ref)
        assert step.link is not None
        for bond in fields["after"]:
            if f"text.{bond[0]}" == remedy.other and bond[1] == step.link.type:
                bond[2] = f"{rest}d"
    elif remedy.where == "fixed":
        assert remedy.day is not None
        later = remedy.day - fields["start"]
        fields |= {"start": fields["start"] + later, "finish": fields["finish"] + later}
    else:
        fields["start" if remedy.where == "start" and "start" in fields else "deadline"] = remedy.day
    return True


def still_short(project: Project, one: Shortfall) -> int:
    if one.fixed:
        return max(
            (other.days for other in short_of(project) if other.fixed and other.ref == one.ref), default=0
        )
    latest, comes = project.facts.due[one.ref].latest, project.facts.schedule.activities[one.ref].early_finish
    assert latest is not None
    assert comes is not None
    return max(0, (comes - latest).days)


@pytest.mark.parametrize("seed", range(60))
def test_a_remedy_does_in_the_file_what_it_says(seed: int) -> None:
    for one in short_of(load(made(seed))):
        for remedy in one.remedies:
            items = made(seed)
            if write(items, one, remedy):
                assert still_short(load(items), one) == remedy.left, (one, remedy)


def test_the_roadmaps_that_are_tried_need_every_kind_of_remedy() -> None:
    found = {
        remedy.where for seed in range(60) for one in short_of(load(made(seed))) for remedy in one.remedies
    }
    assert found == {"deadline", "fixed", "work", "lag", "start"}
