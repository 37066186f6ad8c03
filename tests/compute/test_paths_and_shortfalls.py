"""Chains to an item, what cannot be kept and why, and delays of deadlines."""

from datetime import date

import pytest

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import Duration
from carbonroad.compute.delays.delayed_plan import Delay, Delayed, delayed
from carbonroad.compute.scheduling.paths import Paths
from carbonroad.compute.shortfalls.shortfalls import Shortfall, shortfalls
from carbonroad.project import Project, load_text

CITY = """
works:
  - {id: A, title: W, start: 2027-01-01, takes: 100d}
  - {id: B, title: W, takes: 50d, after: {id: A, lag: 10d}}
  - {id: C, title: W, takes: 155d, after: {id: A, type: SS, lag: -10d}}
  - {id: F, title: W, start: 2027-05-01, finish: 2027-05-31, after: A}
  - {id: V, title: W, deadline: 2027-12}
milestones:
  - {id: M, title: M, deadline: 2027-05-31, after: [B, C]}
  - {id: N, title: M, deadline: 2027-06-30, after: M}
  - {id: K, title: M, deadline: 2028}
  - {id: L, title: M, deadline: 2028, after: K}
  - {id: O, title: M, deadline: 2029, after: {id: L, lag: 3mo}}
"""


def load(text: str = CITY) -> Project:
    return load_text(text.encode(), "s.yaml", date(2026, 6, 1), date(2026, 6, 1))


def paths_of(project: Project) -> Paths:
    return Paths(project.system, project.facts.due, project.facts.schedule)


def short_of(project: Project) -> list[Shortfall]:
    return shortfalls(project.system, project.facts.due, project.facts.schedule, paths_of(project))


def ask(project: Project, ref: str, count: int, unit: str = "day") -> Delayed | Refusal:
    delay = Delay(f"text.{ref}", Duration(count, unit))  # type: ignore[arg-type]
    return delayed(project.system, project.facts.due, project.facts.schedule, [delay])


def effects(project: Project, ref: str, count: int, unit: str = "day") -> dict[str, tuple[str, int, int]]:
    found = ask(project, ref, count, unit)
    assert isinstance(found, Delayed)
    return {one.ref.removeprefix("text."): (one.kind, one.short_before, one.short) for one in found.effects}


def test_what_lacks_float_by_another_way_is_told_beside_the_day_that_takes_it() -> None:
    (one,) = short_of(load(CITY.replace("155d", "165d")))
    assert (one.ref, one.days) == ("text.M", 9)
    assert [step.ref for step in one.path.steps] == ["text.A", "text.B", "text.M"]
    assert one.beside == (("text.C", 4),)


def test_path_tells_each_step_with_its_link_lag_and_days() -> None:
    path = paths_of(load()).to("text.M")
    assert path.kind == "driving"
    assert path.held == "start"
    assert [(step.ref, step.lag_days, step.duration_days) for step in path.steps] == [
        ("text.A", None, 100),
        ("text.B", 10, 50),
        ("text.M", 0, 0),
    ]
    assert path.steps[-1].total_float_days == -9


def test_path_names_what_decides_as_much() -> None:
    path = paths_of(load(CITY.replace("takes: 155d", "takes: 170d"))).to("text.M")
    assert [step.ref for step in path.steps] == ["text.A", "text.B", "text.M"]
    assert path.equals == ("text.C",)


def test_path_begins_with_stated_days_that_never_move() -> None:
    path = paths_of(load(CITY.replace("after: [B, C]", "after: F"))).to("text.M")
    assert [step.ref for step in path.steps] == ["text.F", "text.M"]
    assert path.held == "fixed"


def test_controlling_order_counts_the_days_from_deadline_to_deadline() -> None:
    path = paths_of(load()).to("text.O")
    assert path.kind == "controlling"
    assert [(step.ref, step.days) for step in path.steps] == [
        ("text.K", None),
        ("text.L", 0),
        ("text.O", 365),
    ]
    assert paths_of(load()).to("text.K").kind == "none"


def test_shortfall_is_explained_by_its_chain_and_says_what_would_be_left() -> None:
    (found,) = short_of(load())
    assert (found.ref, found.days, str(found.comes), found.others) == ("text.M", 9, "2027-06-09", ())
    remedies = {(one.where, one.ref): (one.days, one.left) for one in found.remedies}
    assert remedies == {
        ("deadline", "text.M"): (9, 0),
        ("work", "text.A"): (100, 0),
        ("work", "text.B"): (50, 0),
        ("lag", "text.B"): (10, 0),
        ("start", "text.A"): (9, 0),
    }


def test_a_remedy_that_another_chain_defeats_says_so() -> None:
    project = load(CITY.replace("takes: 155d", "takes: 165d"))
    (found,) = short_of(project)
    left = {(one.where, one.ref): one.left for one in found.remedies}
    assert left["work", "text.B"] == left["lag", "text.B"] == 4
    assert left["work", "text.A"] == 4  # C waits for the start of A, not for its end
    assert left["start", "text.A"] == 0


def test_nothing_is_mended_in_the_past_or_in_what_is_done() -> None:
    text = CITY.replace("takes: 100d", "takes: 100d, started: 2026-05-01, progress: 100")
    (found,) = short_of(load(text))
    assert {(one.where, one.ref) for one in found.remedies} == {
        ("deadline", "text.M"),
        ("work", "text.B"),
        ("lag", "text.B"),
    }


def test_a_stated_start_that_cannot_be_kept_is_a_shortfall_too() -> None:
    found = short_of(load(CITY.replace("start: 2027-05-01", "start: 2027-04-01")))
    fixed = next(one for one in found if one.fixed)
    assert (fixed.ref, fixed.days, str(fixed.latest), str(fixed.comes)) == (
        "text.F",
        10,
        "2027-04-01",
        "2027-04-11",
    )
    assert fixed.remedies[0].day == date(2027, 4, 11)


def test_the_chain_to_a_stated_start_ends_with_the_link_that_it_cannot_keep() -> None:
    text = CITY.replace("start: 2027-05-01", "start: 2027-04-01").replace(
        "2027-05-31, after: A}", "2027-05-31, after: {id: A, lag: 5d}}"
    )
    fixed = next(one for one in short_of(load(text)) if one.fixed)
    assert [(step.ref, step.lag_days) for step in fixed.path.steps] == [("text.A", None), ("text.F", 5)]
    remedies = {(one.where, one.ref): (one.days, one.left) for one in fixed.remedies}
    assert remedies == {
        ("fixed", "text.F"): (15, 0),
        ("work", "text.A"): (100, 0),
        ("lag", "text.F"): (5, 10),
        ("start", "text.A"): (15, 0),
    }


def test_what_a_stated_start_stops_is_no_reason_for_what_is_late_behind_it() -> None:
    text = CITY.replace("start: 2027-05-01", "start: 2027-04-01").replace("after: [B, C]", "after: F")
    text = text.replace("M, title: M, deadline: 2027-05-31", "M, title: M, deadline: 2027-05-11")
    text = text.replace("takes: 100d", "takes: 100d, deadline: 2027-03-01")
    found = {one.ref: one for one in short_of(load(text)) if not one.fixed}
    assert {ref: (one.days, one.others) for ref, one in found.items()} == {
        "text.A": (40, ()),
        "text.M": (20, ()),
    }
    assert [step.ref for step in found["text.M"].path.steps] == ["text.F", "text.M"]


def test_a_milestone_without_a_day_comes_with_what_it_waits_for() -> None:
    text = CITY + "  - {id: X, title: M, deadline: not stated, after: K}\n"
    text = text.replace("  - {id: V,", "  - {id: W, title: W, takes: 3d, after: X}\n  - {id: V,")
    path = paths_of(load(text)).to("text.W")
    assert [step.ref for step in path.steps] == ["text.K", "text.X", "text.W"]
    assert path.held == "deadline"
    assert (
        paths_of(load(text.replace("K, title: M, deadline: 2028", "K, title: M, deadline: from 2028")))
        .to("text.W")
        .held
        == "from"
    )


def test_what_a_delayed_work_waits_for_may_not_slip_more_than_before() -> None:
    found = ask(load(), "B", 30)
    assert isinstance(found, Delayed)
    assert found.schedule.critical_path == ("text.A", "text.B", "text.M", "text.N")
    assert found.schedule.activities["text.A"].free_float_days == 0


def test_a_delay_shows_every_deadline_that_feels_it() -> None:
    assert effects(load(), "A", 25) == {
        "F": ("broken", -20, 5),
        "M": ("worse", 9, 34),
        "N": ("broken", -21, 4),
    }
    assert effects(load(), "B", -9) == {"M": ("mended", 9, 0), "N": ("eased", -21, -30)}


def test_delaying_a_deadline_moves_its_day_and_pushes_what_waits_for_it() -> None:
    assert effects(load(), "M", 9) == {"M": ("mended", 9, 0)}
    assert effects(load(), "K", 1, "month") == {"L": ("broken", 0, 31)}
    assert effects(load(), "K", 1, "year") == {"L": ("broken", 0, 365), "O": ("broken", 0, 90)}


def test_what_is_pushed_pushes_the_works_behind_it() -> None:
    more = "  - {id: W, title: W, takes: 30d, after: L, for: P}\n"
    text = CITY.replace("milestones:", f"{more}milestones:\n  - {{id: P, title: M, deadline: 2029-01-31}}")
    project = load(text)
    found = ask(project, "K", 10)
    assert isinstance(found, Delayed)
    assert str(found.schedule.activities["text.W"].early_start) == "2029-01-11"
    assert {one.ref: one.short for one in found.effects}["text.P"] == 9


def test_a_lead_that_overlaps_with_what_is_waited_for_is_told() -> None:
    found = ask(load(), "B", -15)
    assert isinstance(found, Delayed)
    assert found.ahead == (("text.B", "text.A", 15),)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("deadline: 2027, finished: 2026-05-01", "finished"),
        ("deadline: 2027, status: dropped", "void"),
        ("deadline: every year 2026..2028", "recurs"),
        ("deadline: after M", "conditional"),
        ("deadline: none", "no-day"),
        ("deadline: 9999", "outside-calendar"),
    ],
)
def test_what_has_no_day_to_move_is_refused_and_told_why(fields: str, reason: str) -> None:
    project = load(f"{CITY}  - {{id: X, title: M, {fields}}}\n")
    found = ask(project, "X", 1)
    assert isinstance(found, Refusal)
    assert found.reason == reason


def test_a_work_without_dates_cannot_be_delayed() -> None:
    found = ask(load("works:\n  - {id: A, title: W, takes: 10d}\n"), "A", 1)
    assert isinstance(found, Refusal)
    assert found.reason == "undated"


def test_a_delay_that_leaves_the_calendar_is_refused_and_breaks_nothing_in_silence() -> None:
    for count in (9000, -9000):
        found = ask(load(), "A", count, "year")
        assert isinstance(found, Refusal)
        assert found.reason == "outside-calendar"
