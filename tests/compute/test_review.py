"""How a roadmap stands: which list each item is on, and that every item counts once."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from roadmap_files import load_files

from carbonroad.compute.reviews.review import LISTS, Review, review
from carbonroad.compute.reviews.tallies import STATES
from carbonroad.project import Project

HORIZON = timedelta(days=90)


def reviewed(project: Project, until: date | None = None) -> Review:
    system = project.system
    return review(system, project.facts, system.items.values(), until or system.as_of + HORIZON)


def of_milestone(tmp_path: Path, fields: str, more: str = "") -> Review:
    text = f"milestones:\n  - {{id: a, title: A, {fields}}}\n{more}"
    return reviewed(load_files(tmp_path, text, as_of="2026-11-22"))


def on(now: Review, ref: str = "steel.a") -> list[str]:
    return [name for name in LISTS if any(one.item.ref == ref for one in now.lists[name])]


@pytest.mark.parametrize(
    ("fields", "lists"),
    [
        ("deadline: 2025", ["unreported"]),
        ("deadline: 2025, status: late", ["late"]),
        ("deadline: 2025, status: missed", ["missed"]),
        ("deadline: 2030, status: missed", ["missed"]),
        ("deadline: 2025, status: at-risk", ["at-risk"]),
        ("deadline: 2026-11-22", ["due"]),
        ("deadline: 2026-11-21", ["unreported"]),
        ("deadline: 2027-02-20", ["due"]),
        ("deadline: 2027-02-21", []),
        ("deadline: 2026, status: at-risk", ["due", "at-risk"]),
        ("deadline: 2026, status: late", ["late", "due"]),
        ("deadline: 2026, finished: 2026-08-24", ["recently-done"]),
        ("deadline: 2026, finished: 2026-08-23", []),
        ("deadline: from 2027", ["coming"]),
        ("deadline: from 2026-11-22", ["unreported"]),
        ("deadline: none", []),
        ("deadline: not stated", []),
        ("deadline: 2026, status: dropped", []),
        ("deadline: 2025, superseded_by: b", []),
    ],
)
def test_each_item_is_on_the_lists_that_its_day_and_status_call_for(
    tmp_path: Path, fields: str, lists: list[str]
) -> None:
    now = of_milestone(tmp_path, fields, "  - {id: b, title: B, deadline: 2040}\n")
    assert on(now) == lists


def test_what_recurs_is_past_due_for_its_open_terms_and_due_for_the_next(tmp_path: Path) -> None:
    now = of_milestone(tmp_path, "deadline: every quarter 2026, finished: {2026-Q1: 2026-04-02}")
    (past,), (due,) = now.lists["unreported"], now.lists["due"]
    assert [term.last.isoformat() for term in past.terms] == ["2026-06-30", "2026-09-30"]
    assert (past.day, past.days) == (date(2026, 6, 30), -145)
    assert [term.last.isoformat() for term in due.terms] == ["2026-12-31"]
    assert now.tally.states["unreported"] == 1, "it is one item, however many terms are open"


def test_what_waits_for_a_condition_is_expected_and_not_due(tmp_path: Path) -> None:
    more = "  - {id: b, title: B, deadline: by 2026-10}\n"
    now = of_milestone(tmp_path, "deadline: within 3 months after b", more)
    assert on(now) == ["coming"]
    (one,) = now.lists["coming"]
    assert (one.how, one.day) == ("expected", date(2027, 1, 31))
    assert not one.binding


def test_a_target_off_its_line_is_named_and_keeps_its_status(tmp_path: Path) -> None:
    text = """
        indicators:
          - id: e
            title: E
            unit: Mt
            better: lower
            actual: {2020: 100, 2025: 95}
            targets: {2030: 60, 2040: 10}
        """
    now = reviewed(load_files(tmp_path, text, as_of="2026-11-22"))
    assert on(now, "steel.e@2030") == ["off-track"]
    assert on(now, "steel.e@2040") == [], "only the next target of an indicator speaks"
    assert now.tally.states["planned"] == 2


def test_works_speak_by_the_plan_where_it_cannot_be_kept_or_was_not(tmp_path: Path) -> None:
    text = """
        works:
          - {id: W1, title: W, takes: 6 months, start: 2026-04, progress: 60}
          - {id: W2, title: W, takes: 12 months, after: W1, deadline: by 2027-06}
          - {id: W3, title: W, takes: 6 months, start: 2026-04, progress: 100}
        """
    now = reviewed(load_files(tmp_path, text, as_of="2026-11-22"))
    assert on(now, "steel.W1") == ["cannot-be-met", "behind-plan"]
    assert on(now, "steel.W2") == ["cannot-be-met", "forecast-late"]
    assert on(now, "steel.W3") == [], "what is reported as complete is not behind"


@pytest.mark.parametrize(
    ("first", "lists"),
    [
        ("progress: 60", ["forecast-late"]),  # 74 of 183 days are left from 22 November on
        ("progress: 90", []),
        ("status: done", []),
        ("finished: 2026-09-30", []),
        ("progress: 60, status: done", []),
    ],
)
def test_a_deadline_that_the_plan_keeps_may_be_missed_by_the_forecast(
    tmp_path: Path, first: str, lists: list[str]
) -> None:
    text = f"""
        works:
          - {{id: W1, title: W, takes: 6 months, start: 2026-04, {first}}}
          - {{id: W2, title: W, takes: 12 months, after: W1, deadline: by 2027-12}}
        """
    assert on(reviewed(load_files(tmp_path, text, as_of="2026-11-22")), "steel.W2") == lists


def test_joint_owners_count_for_each_and_are_said_to_be_joint(tmp_path: Path) -> None:
    text = """
        owner: [Ministry A, Ministry B]
        milestones:
          - {id: a, title: A, deadline: 2025}
          - {id: b, title: B, deadline: 2030, owner: Ministry A, owner_basis: inferred}
          - {id: c, title: C, deadline: 2030, owner: Ministry B, lead: Ministry C}
          - {id: d, title: D, deadline: 2030, owner: none}
        """
    now = reviewed(load_files(tmp_path, text, as_of="2026-11-22"))
    counted = [(one.party.key if one.party else None, one.tally.all, one.inferred) for one in now.bodies]
    assert sorted(counted, key=str) == [
        ("Ministry A", 2, 1), ("Ministry B", 2, 0), ("Ministry C", 1, 0), (None, 1, 0),
    ]  # fmt: skip
    assert now.bodies[-1].party is None, "what nobody owns stands last"
    assert now.joint == 2


def random_roadmap(random: Random) -> dict[str, str]:
    """Industries of milestones of every kind, with and without what speaks for them."""
    deadlines = (
        "2024", "by 2026-10", "2026", "around 2026", "from 2026", "from 2031", "2024..2026", "none",
        "not stated", "every year 2024..2028", "after b0", "within 2 months after b1",
    )  # fmt: skip
    words = ("", "", "", ", status: late", ", status: done", ", status: at-risk", ", status: dropped",
             ", status: on-track", ", status: missed", ", superseded_by: b0", ", owner: [X, Y]")  # fmt: skip
    files = {"carbonroad.yaml": "owner: Z\nindustries: [p, q, r]\n"}
    for name in "pqr":
        lines = ["milestones:", "  - {id: b0, title: T, deadline: 2025, finished: 2025-03-01}",
                 "  - {id: b1, title: T, deadline: 2027}"]  # fmt: skip
        lines += [
            f"  - {{id: m{n}, title: T, deadline: {random.choice(deadlines)}{random.choice(words)}}}"
            for n in range(random.randrange(0, 9))
        ]
        then, now = random.randrange(1, 20), random.randrange(1, 20)
        lines += ["indicators:", "  - id: e", "    title: E", "    unit: Mt",
                  f"    actual: {{2020: 9, 2024: {then}, 2025: {now}}}",
                  f"    targets: {{2025: {random.choice(('≥10', '力争10', '10'))}, 2030: 15}}"]  # fmt: skip
        files[f"{name}.yaml"] = "\n".join(lines) + "\n"
    return files


@pytest.mark.parametrize("seed", range(12))
def test_every_live_item_has_one_status_and_the_industries_add_up(tmp_path: Path, seed: int) -> None:
    project = load_files(tmp_path, random_roadmap(Random(seed)), as_of="2026-11-22")
    now, standings = reviewed(project), project.facts.standings
    items = [item for item in project.system.items.values() if item.listed]
    gone = [item for item in items if standings[item.ref].state in ("dropped", "superseded")]
    assert now.left_out == len(gone)
    assert now.tally.all == len(items) - len(gone) == len(now.items)
    for state in STATES:
        own = {item.ref for item in now.items if standings[item.ref].state == state}
        assert now.tally.states[state] == len(own)
        assert sum(part.states[state] for part in now.parts.values()) == len(own)
        if state in ("late", "missed", "not-reached", "unreported", "at-risk"):
            assert {one.item.ref for one in now.lists[state]} == own
    assert sum(part.due for part in now.parts.values()) == now.tally.due == len(now.lists["due"])
    named = sum(one.tally.all for one in now.bodies)
    assert named >= now.tally.all
    assert {item.ref for item in gone}.isdisjoint(
        one.item.ref for entries in now.lists.values() for one in entries
    )
