from datetime import date
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schedule_oracle import Bond, Given, Length, Oracle

from carbonroad.base.times.durations import Duration
from carbonroad.compute.scheduling.activities import ActivityNetwork
from carbonroad.compute.scheduling.cpm import NetworkDates, compute_dates


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def until(text: str) -> int:
    """The midnight that ends a day."""
    return day(text) + 1


def months(count: int) -> Duration:
    return Duration(count, "month")


def started(midnight: int | None) -> str | None:
    return None if midnight is None else date.fromordinal(midnight).isoformat()


def finished(midnight: int | None) -> str | None:
    return None if midnight is None else date.fromordinal(midnight - 1).isoformat()


def test_a_work_finishes_on_the_day_before_its_last_midnight() -> None:
    network = ActivityNetwork()
    network.add_work(10, not_before=day("2026-01-01"))
    dates = compute_dates(network)
    assert (started(dates.early_start[0]), finished(dates.early_finish[0])) == ("2026-01-01", "2026-01-10")


@pytest.mark.parametrize(
    ("start", "takes", "finish", "days"),
    [
        ("2026-01-01", months(9), "2026-09-30", 273),
        ("2026-01-31", months(1), "2026-02-28", 29),
        ("2028-01-31", months(1), "2028-02-29", 30),
        ("2026-01-28", months(1), "2026-02-27", 31),
        ("2028-02-29", Duration(1, "year"), "2029-02-28", 366),
        ("2026-03-02", Duration(6, "week"), "2026-04-12", 42),
    ],
)
def test_months_run_to_the_day_before_the_same_day(
    start: str, takes: Duration, finish: str, days: int
) -> None:
    network = ActivityNetwork()
    network.add_work(takes, not_before=day(start))
    dates = compute_dates(network)
    assert (finished(dates.early_finish[0]), dates.days[0]) == (finish, days)
    assert started(dates.late_start[0]) == start


def test_a_milestone_shares_the_finish_of_its_work_and_the_next_work_starts_the_day_after() -> None:
    network = ActivityNetwork()
    work = network.add_work(months(9), not_before=day("2026-01-01"))
    gate = network.add_milestone(latest=until("2026-12-31"))
    following = network.add_work(10)
    network.link(work, gate)
    network.link(gate, following)
    dates = compute_dates(network)
    assert finished(dates.early_finish[gate]) == "2026-09-30"
    assert started(dates.early_start[gate]) == "2026-10-01"
    assert started(dates.early_start[following]) == "2026-10-01"
    assert dates.free_float == [0, 0, 0]


@pytest.mark.parametrize(
    ("relation", "start", "finish"),
    [
        ("FS", "2026-01-16", "2026-01-25"),
        ("SS", "2026-01-06", "2026-01-15"),
        ("FF", "2026-01-06", "2026-01-15"),
        ("SF", "2025-12-27", "2026-01-05"),
    ],
)
def test_relations_hold_between_midnights(relation: str, start: str, finish: str) -> None:
    network = ActivityNetwork()
    first = network.add_work(10, not_before=day("2026-01-01"))
    second = network.add_work(10)
    network.link(first, second, relation, 5)  # type: ignore[arg-type]
    dates = compute_dates(network)
    assert (started(dates.early_start[second]), finished(dates.early_finish[second])) == (start, finish)


def test_lags_may_be_negative_and_in_months() -> None:
    network = ActivityNetwork()
    first = network.add_work(10, not_before=day("2026-01-22"))
    second, third = network.add_work(1), network.add_work(1)
    network.link(first, second, "FS", months(1))
    network.link(first, third, "FS", -3)
    dates = compute_dates(network)
    assert started(dates.early_start[second]) == "2026-03-01"
    assert started(dates.early_start[third]) == "2026-01-29"
    assert dates.counted[first] == [(second, 0, 28), (third, 0, -3)]


def test_a_latest_day_that_cannot_be_met_is_a_negative_float_of_as_many_days() -> None:
    network = ActivityNetwork()
    work = network.add_work(100, not_before=day("2026-01-01"))
    gate = network.add_milestone(latest=until("2026-02-28"))
    network.link(work, gate)
    dates = compute_dates(network)
    assert dates.total_float == [-41, -41]
    assert dates.critical == [True, True]
    assert dates.critical_path == [work, gate]
    assert finished(dates.late_finish[work]) == "2026-02-28"


def test_a_milestone_without_a_timed_predecessor_is_reached_on_its_latest_day() -> None:
    network = ActivityNetwork()
    early, gate = (
        network.add_milestone(latest=until("2025-06-30")),
        network.add_milestone(latest=until("2025-12-31")),
    )
    work = network.add_work(10)
    network.link(early, gate)
    network.link(gate, work)
    dates = compute_dates(network)
    assert finished(dates.early_finish[gate]) == "2025-12-31"
    assert started(dates.early_start[work]) == "2026-01-01"


def test_a_milestone_behind_a_work_is_dated_by_it_through_other_milestones() -> None:
    network = ActivityNetwork()
    work = network.add_work(10, not_before=day("2026-01-01"))
    first, second = (
        network.add_milestone(latest=until("2027-12-31")),
        network.add_milestone(latest=until("2028-12-31")),
    )
    network.link(work, first)
    network.link(first, second)
    dates = compute_dates(network)
    assert finished(dates.early_finish[second]) == "2026-01-10"
    assert dates.total_float[second] == day("2028-12-31") - day("2026-01-10")


def test_a_from_deadline_is_reached_as_its_first_day_begins() -> None:
    network = ActivityNetwork()
    gate = network.add_milestone(not_before=day("2031-01-01"))
    work = network.add_work(5)
    network.link(gate, work)
    dates = compute_dates(network)
    assert (started(dates.early_start[gate]), finished(dates.early_finish[gate])) == (
        "2031-01-01",
        "2030-12-31",
    )
    assert started(dates.early_start[work]) == "2031-01-01"


def test_what_waits_for_nothing_dated_has_late_dates_only() -> None:
    network = ActivityNetwork()
    work = network.add_work(months(9))
    gate = network.add_milestone(latest=until("2027-12-31"))
    other = network.add_work(3, not_before=day("2026-01-01"))
    network.link(work, gate)
    dates = compute_dates(network)
    assert dates.undated == [work, gate]
    assert dates.early_start[work] is dates.total_float[work] is dates.free_float[work] is None
    assert (started(dates.late_start[work]), finished(dates.late_finish[work])) == (
        "2027-04-01",
        "2027-12-31",
    )
    assert dates.days[work] == 275
    assert dates.critical == [False, False, True]
    assert dates.critical_path == [other]


def test_without_any_date_nothing_is_invented() -> None:
    network = ActivityNetwork()
    network.link(network.add_work(5), network.add_work(5))
    dates = compute_dates(network)
    assert dates.undated == [0, 1]
    assert dates.late_finish == dates.early_finish == [None, None]
    assert dates.start is dates.finish is dates.critical_float is None
    assert dates.critical_path == []


def test_stated_dates_never_move_and_the_predecessor_bears_the_float() -> None:
    network = ActivityNetwork()
    work = network.add_work(30, not_before=day("2026-01-01"))
    stated = network.add_stated(day("2026-01-21"), until("2026-02-10"))
    network.link(work, stated)
    dates = compute_dates(network)
    assert (started(dates.early_start[stated]), finished(dates.late_finish[stated])) == (
        "2026-01-21",
        "2026-02-10",
    )
    assert dates.total_float == [-10, 0]
    assert dates.free_float[work] == 0
    assert dates.critical_path == [work, stated]


def test_a_finished_item_keeps_its_actual_dates_and_binds_nobody_backwards() -> None:
    network = ActivityNetwork()
    work = network.add_work(30, not_before=day("2026-01-01"))
    done = network.add_finished(day("2026-01-05"), until("2026-01-15"), timed=True)
    gate = network.add_milestone(latest=until("2026-06-30"))
    network.link(work, done)
    network.link(done, gate)
    dates = compute_dates(network)
    assert finished(dates.early_finish[done]) == finished(dates.early_finish[gate]) == "2026-01-15"
    assert dates.late_start[done] is dates.late_finish[done] is dates.total_float[done] is None
    assert dates.free_float[done] is None
    assert not dates.critical[done]
    assert dates.total_float[work] == dates.free_float[work] == 0
    assert dates.undated == []


def test_a_finished_milestone_passes_on_that_a_work_came_before_it() -> None:
    network = ActivityNetwork()
    work = network.add_work(5, not_before=day("2026-01-01"))
    done = network.add_finished(until("2026-01-10"), until("2026-01-10"), timed=False)
    gate = network.add_milestone(latest=until("2030-12-31"))
    network.link(work, done)
    network.link(done, gate)
    assert finished(compute_dates(network).early_finish[gate]) == "2026-01-10"


def test_if_all_have_float_the_least_is_critical_and_said() -> None:
    network = ActivityNetwork()
    long, short = (network.add_work(n, not_before=day("2026-01-01")) for n in (20, 5))
    gate = network.add_milestone(latest=until("2026-01-31"))
    network.link(long, gate)
    network.link(short, gate)
    dates = compute_dates(network)
    assert dates.total_float == [11, 26, 11]
    assert dates.free_float == [0, 15, 11]
    assert dates.critical_float == 11
    assert dates.critical_path == [long, gate]


def test_the_path_ends_at_the_milestone_that_shares_the_finish_whatever_its_number() -> None:
    network = ActivityNetwork()
    gate = network.add_milestone()
    work = network.add_work(5, not_before=day("2026-01-01"))
    network.link(work, gate)
    assert compute_dates(network).critical_path == [work, gate]


def test_ties_go_to_the_lowest_number() -> None:
    network = ActivityNetwork()
    works = [network.add_work(5, not_before=day("2026-01-01")) for _ in range(3)]
    gate = network.add_milestone()
    for work in reversed(works):
        network.link(work, gate)
    dates = compute_dates(network)
    assert dates.critical == [True] * 4
    assert dates.critical_path == [works[0], gate]


def test_dates_beyond_the_calendar_are_told_and_not_shown() -> None:
    network = ActivityNetwork()
    far = network.add_work(Duration(9000, "year"), not_before=day("2026-01-01"))
    after = network.add_work(5)
    network.link(far, after)
    long = network.add_work(Duration(3000, "year"), not_before=day("2026-01-01"), latest=until("2030-12-31"))
    dates = compute_dates(network)
    assert dates.outside_calendar == [far, long]
    assert dates.early_finish[far] is dates.early_finish[after] is dates.late_start[long] is None
    assert dates.undated == [after]


def test_a_cycle_that_was_left_in_is_without_dates_and_without_an_exception() -> None:
    network = ActivityNetwork()
    first, second = network.add_work(5, not_before=day("2026-01-01")), network.add_work(5)
    network.link(first, second)
    network.link(second, first)
    assert compute_dates(network).early_start == [None, None]


DAYS = st.integers(-20, 40)
LENGTHS: st.SearchStrategy[Length] = st.integers(1, 60) | st.tuples(st.integers(1, 4), st.just("month"))
LAGS: st.SearchStrategy[Length] = st.just(0) | DAYS | st.tuples(st.integers(-3, 3), st.just("month"))
MIDNIGHTS = st.integers(day("2027-12-15"), day("2028-04-10"))
MAYBE = st.none() | MIDNIGHTS
ACTIVITIES = st.one_of(
    st.tuples(LENGTHS, MAYBE, MAYBE).map(lambda drawn: Given("work", *drawn)),
    st.tuples(LENGTHS, MIDNIGHTS).map(lambda drawn: Given("work", *drawn)),
    st.tuples(MAYBE, MAYBE).map(lambda drawn: Given("milestone", 0, *drawn, timed=False)),
    st.tuples(MIDNIGHTS, st.integers(1, 30)).map(lambda d: Given("stated", dates=(d[0], sum(d)))),
    st.tuples(MIDNIGHTS, st.integers(0, 30), st.booleans()).map(
        lambda d: Given("finished", dates=(d[0], d[0] + d[1]), timed=d[2])
    ),
)


@st.composite
def networks(draw: st.DrawFn, lengths_in_days: bool = False) -> tuple[list[Given], list[Bond]]:
    activities = draw(st.lists(ACTIVITIES, min_size=1, max_size=6))
    if lengths_in_days:
        activities = [a._replace(takes=a.takes if isinstance(a.takes, int) else 31) for a in activities]
    pairs = [(a, b) for b in range(len(activities)) for a in range(b)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=8, unique=True)) if pairs else []
    relations = st.sampled_from(["FS", "FS", "SS", "FF", "SF"])
    return activities, [
        Bond(a, b, draw(relations), draw(DAYS if lengths_in_days else LAGS)) for a, b in chosen
    ]


def duration(length: Length) -> int | Duration:
    return length if isinstance(length, int) else months(length[0])


def built(activities: list[Given], bonds: list[Bond]) -> ActivityNetwork:
    network = ActivityNetwork()
    for item in activities:
        if item.kind == "work":
            network.add_work(duration(item.takes), not_before=item.not_before, latest=item.latest)
        elif item.kind == "milestone":
            network.add_milestone(not_before=item.not_before, latest=item.latest)
        elif item.kind == "stated":
            network.add_stated(*item.dates)
        else:
            network.add_finished(*item.dates, timed=item.timed)
    for bond in bonds:
        network.link(bond.before, bond.after, bond.relation, duration(bond.lag))  # type: ignore[arg-type]
    return network


@settings(max_examples=300, deadline=None)
@given(networks())
def test_dates_and_floats_agree_with_trying_every_day(case: tuple[list[Given], list[Bond]]) -> None:
    activities, bonds = case
    dates, oracle = compute_dates(built(activities, bonds)), Oracle(activities, bonds)
    for number in range(len(activities)):
        early, late = oracle.early(number), oracle.late(number)
        assert (dates.early_start[number], dates.early_finish[number]) == (early or (None, None))
        assert (dates.late_start[number], dates.late_finish[number]) == (late or (None, None))
        assert dates.free_float[number] == oracle.free_float(number)


@settings(max_examples=100, deadline=None)
@given(networks())
def test_floats_and_the_critical_chain_hang_together(case: tuple[list[Given], list[Bond]]) -> None:
    network = built(*case)
    dates = compute_dates(network)
    known = [days for days in dates.total_float if days is not None]
    assert dates.critical_float == (max(0, min(known)) if known else None)
    for number, days in enumerate(dates.total_float):
        early, late = dates.early_finish[number], dates.late_finish[number]
        assert days == (None if early is None or late is None else late - early)
        assert dates.critical[number] == (days is not None and days <= max(0, min(known)))
    assert bool(dates.critical_path) == bool(known)
    assert_unbroken(network, dates)


def assert_unbroken(network: ActivityNetwork, dates: NetworkDates) -> None:
    path = dates.critical_path
    assert all(dates.critical[number] for number in path)
    assert all(after in network.successors[before] for before, after in pairwise(path))
    finishes = [dates.early_finish[n] or 0 for n, critical in enumerate(dates.critical) if critical]
    if path:
        assert dates.early_finish[path[-1]] == max(finishes)


@settings(max_examples=100, deadline=None)
@given(networks(lengths_in_days=True), st.data())
def test_a_slip_by_the_free_float_moves_no_successor(
    case: tuple[list[Given], list[Bond]], data: st.DataObject
) -> None:
    activities, bonds = case
    dates = compute_dates(built(activities, bonds))
    works = [n for n, a in enumerate(activities) if a.kind == "work" and dates.free_float[n] is not None]
    if not works:
        return
    number = data.draw(st.sampled_from(works))
    start, free = dates.early_start[number], dates.free_float[number]
    assert start is not None
    assert free is not None
    slipped = list(activities)
    slipped[number] = activities[number]._replace(not_before=start + free)
    moved = compute_dates(built(slipped, bonds))
    others = [n for n in range(len(activities)) if n != number]
    assert [dates.early_start[n] for n in others] == [moved.early_start[n] for n in others]


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_network_ends_where_the_longest_path_does(rng: object) -> None:
    network, weighted = ActivityNetwork(), nx.DiGraph()
    begin = day("2026-01-01")
    for number in range(300):
        network.add_work(rng.randint(1, 30), not_before=begin)  # type: ignore[attr-defined]
        weighted.add_edge("begin", number, weight=0)
        for before in {rng.randrange(number) for _ in range(2)} if number else ():  # type: ignore[attr-defined]
            network.link(before, number)
            weighted.add_edge(before, number, weight=network.length[before])
        weighted.add_edge(number, "end", weight=network.length[number])
    dates = compute_dates(network)
    assert dates.finish is not None
    assert dates.finish - begin == nx.dag_longest_path_length(weighted)
    assert sum(network.length[number] for number in dates.critical_path) == dates.finish - begin
    assert dates.critical_float == 0


def test_the_answer_does_not_depend_on_the_order_of_the_links() -> None:
    bonds = [(0, 2), (1, 2), (2, 3), (0, 3), (1, 3)]
    answers = []
    for order in (bonds, bonds[::-1]):
        network = ActivityNetwork()
        for takes in (4, 4, 3, 2):
            network.add_work(takes, not_before=day("2026-01-01"))
        for before, after in order:
            network.link(before, after)
        dates = compute_dates(network)
        answers.append((dates.early_start, dates.late_start, dates.free_float, dates.critical_path))
    assert answers[0] == answers[1]
