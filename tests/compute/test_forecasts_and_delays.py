"""Forecasts and delays of whole files: against trying every day, against networkx, and against each other."""

import random
from datetime import date

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from schedule_oracle import Bond, DelayOracle, ForecastOracle, Given, Length, Oracle, Recorded

from carbonroad.base.times.durations import Duration
from carbonroad.compute.delays.delayed_plan import Delay, Delayed, delayed
from carbonroad.compute.forecasting.forecast import Forecasts, forecast
from carbonroad.compute.forecasting.missed_chains import missed_chains
from carbonroad.compute.scheduling.schedule import Schedule
from carbonroad.project import Project, load_text

AS_OF = date(2028, 1, 20)
DAY = AS_OF.toordinal()
LENGTHS: st.SearchStrategy[Length] = st.integers(1, 50) | st.tuples(st.integers(1, 3), st.just("month"))
LAGS: st.SearchStrategy[Length] = (
    st.just(0) | st.integers(-15, 30) | st.tuples(st.integers(-2, 2), st.just("month"))
)
BEFORE = st.integers(DAY - 80, DAY)
STATES = st.one_of(
    st.just(Recorded()),
    st.just(Recorded()),
    st.builds(lambda begun: Recorded(begun=begun), BEFORE),
    st.builds(lambda begun, done: Recorded(begun=begun, progress=done), BEFORE, st.integers(0, 100)),
    st.builds(lambda done: Recorded(progress=done), st.integers(1, 100)),
    st.builds(lambda end, days: Recorded(begun=end - days, finished=end), BEFORE, st.integers(1, 40)),
)


class Case:
    """A small roadmap of works, as an oracle has it and as a file."""

    def __init__(self, works: list[Given], bonds: list[Bond], states: list[Recorded]) -> None:
        self.bonds = bonds
        self.states = dict(enumerate(states))
        self.given = [
            Given("finished", dates=(state.begun or 0, state.finished))
            if state.finished is not None
            else work
            for work, state in zip(works, states, strict=True)
        ]
        lines = [self._line(number, work) for number, work in enumerate(works)]
        self.text = "works:\n" + "\n".join(lines) + "\n"

    def _line(self, number: int, work: Given) -> str:
        state = self.states[number]
        fields = [f"id: W{number}, title: W, takes: {length(work.takes)}"]
        fields += [] if work.not_before is None else [f"start: {date.fromordinal(work.not_before)}"]
        fields += [] if state.begun is None else [f"started: {date.fromordinal(state.begun)}"]
        fields += [] if state.finished is None else [f"finished: {date.fromordinal(state.finished - 1)}"]
        fields += [] if state.progress is None else [f"progress: {state.progress}"]
        after = [
            f"{{id: W{bond.before}, type: {bond.relation}, lag: {length(bond.lag)}}}"
            for bond in self.bonds
            if bond.after == number
        ]
        return f"  - {{{', '.join(fields)}{', after: [' + ', '.join(after) + ']' if after else ''}}}"

    def load(self) -> Project:
        return load_text(self.text.encode(), "s.yaml", AS_OF, AS_OF)

    def __repr__(self) -> str:
        return self.text


def length(one: Length) -> str:
    return f"{one}d" if isinstance(one, int) else f"{one[0]}mo"


@st.composite
def cases(draw: st.DrawFn, states: st.SearchStrategy[Recorded] = STATES) -> Case:
    count = draw(st.integers(1, 5))
    starts = st.none() | st.integers(DAY - 60, DAY + 60)
    works = [Given("work", draw(LENGTHS), draw(starts)) for _ in range(count)]
    pairs = [(a, b) for b in range(count) for a in range(b)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=6, unique=True)) if pairs else []
    relations = st.sampled_from(["FS", "FS", "SS", "FF", "SF"])
    bonds = [Bond(a, b, draw(relations), draw(LAGS)) for a, b in chosen]
    return Case(works, bonds, [draw(states) for _ in range(count)])


def forecast_of(project: Project) -> Forecasts:
    facts = project.facts
    return forecast(project.system, facts.due, facts.standings, facts.schedule)


def what_if(project: Project, *delays: tuple[str, Duration]) -> Delayed:
    found = delayed(
        project.system,
        project.facts.due,
        project.facts.schedule,
        [Delay(f"text.{ref}", by) for ref, by in delays],
    )
    assert isinstance(found, Delayed), found
    return found


def midnights(start: date | None, finish: date | None) -> tuple[int, int] | None:
    return None if start is None or finish is None else (start.toordinal(), finish.toordinal() + 1)


def dates(schedule: Schedule) -> dict[str, object]:
    return {ref: one[3:9] for ref, one in schedule.activities.items()}


@settings(max_examples=150, deadline=None)
@given(cases())
def test_the_forecast_agrees_with_trying_every_day(case: Case) -> None:
    found = forecast_of(case.load())
    oracle = ForecastOracle(case.given, case.bonds, case.states, DAY, Oracle(case.given, case.bonds))
    for number in range(len(case.given)):
        one = found.items[f"text.W{number}"]
        assert midnights(one.start, one.finish) == oracle.early(number), number


@settings(max_examples=100, deadline=None)
@given(cases(st.just(Recorded())), st.integers(0, 4), LAGS)
def test_delays_agree_with_trying_every_day(case: Case, number: int, by: Length) -> None:
    number = min(number, len(case.given) - 1)
    project = case.load()
    if project.facts.schedule.activities[f"text.W{number}"].early_start is None:
        return
    asked = Duration(by, "day") if isinstance(by, int) else Duration(by[0], "month")
    found = what_if(project, (f"W{number}", asked)).schedule
    oracle = DelayOracle(case.given, case.bonds, {number: by})
    for other in range(len(case.given)):
        one = found.activities[f"text.W{other}"]
        assert midnights(one.early_start, one.early_finish) == oracle.early(other)
        assert midnights(one.late_start, one.late_finish) == oracle.late(other)


@settings(max_examples=50, deadline=None)
@given(cases(st.just(Recorded())), st.sampled_from(["day", "week", "month", "year"]), st.integers(0, 20))
def test_a_delay_of_nothing_and_a_delay_taken_back_are_the_plan(case: Case, unit: str, count: int) -> None:
    project = case.load()
    plan = project.facts.schedule
    for number in range(len(case.given)):
        if plan.activities[f"text.W{number}"].early_start is not None:
            there, back = (Duration(sign * count, unit) for sign in (1, -1))  # type: ignore[arg-type]
            for delays in (
                [(f"W{number}", Duration(0, "day"))],
                [(f"W{number}", there), (f"W{number}", back)],
            ):
                found = what_if(project, *delays)
                assert dates(found.schedule) == dates(plan)
                assert not found.effects
                assert not found.moved


@settings(max_examples=80, deadline=None)
@given(cases(st.just(Recorded())))
def test_before_anything_begins_the_forecast_is_the_plan(case: Case) -> None:
    project = case.load()
    starts = [one.early_start for one in project.facts.schedule.activities.values() if one.early_start]
    if not starts or min(starts) < AS_OF:
        return
    for ref, one in forecast_of(project).items.items():
        planned = project.facts.schedule.activities[ref]
        assert (one.start, one.finish) == (planned.early_start, planned.early_finish)
        assert one.later_days in (None, 0)


def test_the_forecast_of_many_works_ends_where_networkx_finds_the_longest_path() -> None:
    rng, graph, lines = random.Random(5), nx.DiGraph(), []
    for number in range(2000):
        days = rng.randint(1, 5)
        before = {rng.randrange(max(0, number - 50), number) for _ in range(2)} if number else set()
        after = (
            f", after: [{', '.join(f'W{one}' for one in sorted(before))}]"
            if before
            else ", start: 2020-01-01"
        )
        lines.append(f"  - {{id: W{number}, title: W, takes: {days}d{after}}}")
        graph.add_edge(number, "end", weight=days)
        graph.add_edge("begin", number, weight=0)
        for one in before:
            graph.add_edge(one, number, weight=graph.edges[one, "end"]["weight"])
    project = load_text(("works:\n" + "\n".join(lines) + "\n").encode(), "s.yaml", AS_OF, AS_OF)
    finish = forecast_of(project).finish
    assert finish is not None
    assert finish.toordinal() + 1 - DAY == nx.dag_longest_path_length(graph)
    found = what_if(project, ("W0", Duration(10, "day"))).schedule
    plan = project.facts.schedule
    assert found.finish is not None
    assert plan.finish is not None
    late = plan.activities["text.W0"].total_float_days or 0
    assert (found.finish - plan.finish).days == max(0, 10 - late)


def test_what_is_recorded_of_later_than_the_data_date_is_not_known_yet() -> None:
    text = (
        "works:\n  - {id: A, title: W, start: 2028-01-01, takes: 30d, started: 2028-02-01,"
        " finished: 2028-02-20, progress: 100}\n  - {id: B, title: W, takes: 10d, after: A,"
        " reports: [{date: 2028-03-01, progress: 50}]}\n"
    )
    found = forecast_of(load_text(text.encode(), "s.yaml", AS_OF, AS_OF)).items
    assert (found["text.A"].state, str(found["text.A"].start)) == ("not-started", "2028-01-20")
    assert found["text.B"].state == "not-started"
    later = load_text(text.encode(), "s.yaml", date(2028, 3, 2), AS_OF)
    assert forecast_of(later).items["text.B"].progress == 50


def test_nothing_is_dated_that_waits_for_nothing_dated() -> None:
    found = forecast_of(load_text(b"works:\n  - {id: A, title: W, takes: 30d}\n", "s.yaml", AS_OF, AS_OF))
    assert (found.items["text.A"].start, found.items["text.A"].finish, found.finish) == (None, None, None)


def test_a_reported_hundred_percent_counts_as_finished_as_planned_at_the_latest_before_the_data_date() -> (
    None
):
    text = "works:\n  - {id: A, title: W, start: 2027-12-01, takes: 10d, progress: 100}\n"
    text += "  - {id: B, title: W, start: 2028-01-10, takes: 60d, progress: 100}\n"
    text += "milestones:\n  - {id: M, title: M, deadline: 2027-12-31, after: A}\n"
    found = forecast_of(load_text(text.encode(), "s.yaml", AS_OF, AS_OF)).items
    assert [str(found[f"text.{ref}"].finish) for ref in "AB"] == ["2027-12-10", "2028-01-19"]
    assert found["text.M"].missed_days == 0


def test_works_with_stated_days_move_in_the_forecast() -> None:
    text = "works:\n  - {id: A, title: W, start: 2028-01-01, finish: 2028-01-31}\n"
    found = forecast_of(load_text(text.encode(), "s.yaml", AS_OF, AS_OF)).items["text.A"]
    assert (str(found.start), str(found.finish), found.later_days) == ("2028-01-20", "2028-02-19", 19)


RECORDS = """
works:
  - {id: A, title: W, start: 2027-12-01, takes: 20d, status: done}
  - {id: B, title: W, takes: 10d, after: A}
  - {id: C, title: W, start: 2027-12-01, takes: 300d, status: dropped}
  - {id: D, title: W, takes: 30d, after: C}
  - {id: E, title: W, takes: 10d, after: {id: K, lag: 5d}}
milestones:
  - {id: K, title: M, deadline: 2027-12-31}
  - {id: L, title: M, deadline: 2027-12-25, status: done, after: A}
  - {id: M, title: M, deadline: 2028-01-31, after: [C, D, E]}
"""


def recorded(text: str = RECORDS) -> tuple[Project, Forecasts]:
    project = load_text(text.encode(), "s.yaml", AS_OF, AS_OF)
    return project, forecast_of(project)


def test_what_is_done_without_a_day_counts_as_finished_as_planned() -> None:
    found = recorded()[1].items
    assert [found[f"text.{ref}"].state for ref in "AL"] == ["reported-complete"] * 2
    assert [str(found[f"text.{ref}"].finish) for ref in "ALB"] == ["2027-12-20", "2027-12-20", "2028-01-29"]
    assert found["text.L"].missed_days == 0


def test_what_is_dropped_holds_nothing_up() -> None:
    found = recorded()[1].items
    assert (found["text.C"].state, found["text.C"].finish) == ("dropped", None)
    assert str(found["text.D"].start) == str(AS_OF)
    assert str(found["text.M"].finish) == "2028-02-18"


def test_a_milestone_past_due_without_a_record_comes_on_the_data_date_at_the_earliest() -> None:
    found = recorded()[1].items
    assert (found["text.K"].state, found["text.K"].finish) == ("unreported", AS_OF)
    assert str(found["text.E"].start) == "2028-01-26"


def test_a_missed_deadline_has_the_chain_of_the_forecast_not_of_the_plan() -> None:
    project, found = recorded()
    first, second = missed_chains(project.system, project.facts.due, found)
    assert (first.item.ref, first.item.missed_days, first.path.held) == ("text.K", 20, "unreported")
    assert (second.item.ref, second.item.missed_days) == ("text.M", 18)
    assert [step.ref for step in second.path.steps] == ["text.D", "text.M"]
    assert second.path.held == "data-date"


def test_the_chain_of_a_forecast_counts_what_is_left_of_works_under_way() -> None:
    text = "works:\n  - {id: A, title: W, start: 2027-12-01, takes: 20d, finished: 2028-01-10}\n"
    text += "  - {id: B, title: W, takes: 50d, after: A, started: 2028-01-05, progress: 50}\n"
    text += "milestones:\n  - {id: M, title: M, deadline: 2028-01-31, after: {id: B, lag: 1mo}}\n"
    project, found = recorded(text)
    (one,) = missed_chains(project.system, project.facts.due, found)
    assert [(step.ref, step.duration_days, step.lag_days) for step in one.path.steps] == [
        ("text.B", 25, None),
        ("text.M", 0, 29),
    ]
    assert [str(step.start) for step in one.path.steps] == ["2028-01-20", "None"]
