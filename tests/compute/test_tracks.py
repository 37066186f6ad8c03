"""How far targets have come: the straight line, what is to go and needed a year; exact, right for sinks."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from roadmap_files import load_files

from carbonroad.base.values.compare import compare, whole_change
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value
from carbonroad.compute.status.verdicts import good_side
from carbonroad.compute.tracks.track import Track

HEAD = """before_means: inclusive
owner: MIIT
phases:
  - {id: fyp14, title: FYP 14, years: 2021..2025}
  - {id: fyp15, title: FYP 15, years: 2026..2030}
indicators:
"""


def track(
    tmp_path: Path, fields: str, key: str = "2030", unit: str = "Mt", as_of: str = "2026-06-30"
) -> Track:
    """The track of one target of one indicator."""
    text = f"{HEAD}  - {{id: e, title: E, unit: '{unit}', {fields}}}\n"
    return load_files(tmp_path, text, as_of=as_of).facts.tracks[f"steel.e@{key}"]


# --- the straight line --------------------------------------------------------------------------------


def test_a_rising_level_against_the_line_from_its_first_measured_value(tmp_path: Path) -> None:
    found = track(tmp_path, "better: higher, actual: {2020: 10, 2025: 12}, targets: {2030: ≥20}", unit="%")
    assert (found.expected, found.behind, found.gap) == (15, 3, 8)
    assert (found.pace, found.required_per_year) == (Fraction(2, 5), Fraction(8, 5))
    assert (found.state, found.first_met, found.counts) == ("off-track", None, "level")


def test_a_sink_of_25_with_a_target_of_40_has_15_to_go(tmp_path: Path) -> None:
    fields = "better: lower, change: false, actual: {2020: -20, 2025: -25}, targets: {2030: -40}"
    found = track(tmp_path, fields)
    assert (found.gap, found.expected, found.behind) == (15, -30, 5)
    assert found.required_per_year == -3
    assert found.state == "off-track"
    assert found.required_rate == pytest.approx(100 * ((40 / 25) ** 0.2 - 1))


def test_a_change_becomes_its_level_where_the_base_years_level_is_known(tmp_path: Path) -> None:
    fields = (
        "better: lower, baseline: {year: 2020, value: 200}, actual: {2025: 180}, targets: {2030: down 18 %}"
    )
    found = track(tmp_path, fields)
    assert found.start is not None
    assert found.goal is not None
    assert (found.start[:2], found.goal.value, found.expected) == ((2020, 200), 164, 182)
    assert (found.gap, found.behind, found.state) == (16, -2, "on-track")


def test_a_measured_change_counts_where_both_have_the_same_base(tmp_path: Path) -> None:
    fields = (
        "better: lower, actual: {2024: {value: -11.6 %, baseline: 2020}},"
        " targets: {2025: {value: -13.5 %, baseline: 2020}}"
    )
    found = track(tmp_path, fields, "2025", "%")
    assert (found.counts, found.gap, found.expected) == ("percent", Fraction(19, 10), Fraction(-108, 10))
    assert found.state == "on-track"


def test_a_change_against_words_has_no_level(tmp_path: Path) -> None:
    found = track(tmp_path, "actual: {2025: 10}, targets: {2030: {value: down 7 %, baseline: peak level}}")
    assert (found.state, found.gap) == ("undecided", None)
    assert found.missing is not None
    assert found.missing.text == "the level of peak level is not known"


def test_a_base_year_may_be_named_in_the_words(tmp_path: Path) -> None:
    fields = "better: lower, actual: {1990: 100, 2025: 70}, targets: {2030: at least 55% below 1990 levels}"
    found = track(tmp_path, fields)
    assert found.goal is not None
    assert (found.goal.value, found.start and found.start.year) == (45, 1990)


def test_within_the_rounding_of_the_measured_value_is_on_the_line(tmp_path: Path) -> None:
    fields = "better: higher, actual: {2020: 10, 2025: %s}, targets: {2030: 11}"
    assert track(tmp_path, fields % "10.46", unit="%").state == "off-track"
    assert track(tmp_path, fields % "10.5", unit="%").state == "on-track"
    assert track(tmp_path, fields % "10.45", unit="%").state == "off-track"


def test_only_what_is_over_on_the_data_date_counts(tmp_path: Path) -> None:
    fields = "better: higher, actual: {2020: 10, 2025: 12, 2026: 25}, targets: {2030: 20}"
    assert track(tmp_path, fields, as_of="2026-12-30").state == "off-track"
    assert track(tmp_path, fields, as_of="2026-12-31").state == "met"


def test_an_estimate_counts_and_is_called_so(tmp_path: Path) -> None:
    fields = "better: higher, actual: {2020: 1, 2025: {value: 2, estimate: true}}, targets: {2030: 3}"
    found = track(tmp_path, fields)
    assert found.latest is not None
    assert found.latest.estimate


def test_a_month_is_held_against_the_line_of_its_month(tmp_path: Path) -> None:
    found = track(
        tmp_path, "better: higher, actual: {2020: 30, 2024-06: 54}, targets: {2025: 60}", "2025", "GW"
    )
    assert found.expected == 30 + 6 * Fraction(7, 2)
    assert found.state == "on-track"
    later = track(
        tmp_path, "better: higher, actual: {2020: 30, 2024-06: 54}, targets: {2030: 119}", unit="GW"
    )
    assert later.required_per_year == Fraction(65) / Fraction(13, 2)


def test_one_value_shows_what_is_needed_but_no_line(tmp_path: Path) -> None:
    found = track(tmp_path, "better: higher, actual: {2025: 10}, targets: {2030: 20}")
    assert (found.state, found.gap, found.required_per_year, found.expected) == ("undecided", 10, 2, None)


@pytest.mark.parametrize(
    ("value", "actual", "gap", "first"),
    [("7..10", 6, 1, None), ("7..10", 8, -1, 2025), ("7..10", 12, -5, 2025), ("≥7", 7, 0, 2025)],
)
def test_a_range_is_reached_at_its_nearer_end(
    tmp_path: Path, value: str, actual: int, gap: int, first: int | None
) -> None:
    fields = f"better: higher, actual: {{2020: 1, 2025: {actual}}}, targets: {{2030: {value}}}"
    found = track(tmp_path, fields)
    assert (found.gap, found.first_met) == (gap, first)


def test_of_a_fall_the_upper_end_of_a_range_is_reached_first(tmp_path: Path) -> None:
    found = track(tmp_path, "better: lower, actual: {2020: 20, 2025: 14}, targets: {2030: 7..10}")
    assert found.goal is not None
    assert (found.goal.value, found.gap, found.expected) == (10, 4, 15)


def test_around_is_undecided_within_five_percent_of_its_number_in_its_year(tmp_path: Path) -> None:
    fields = "better: higher, actual: {2020: 16, 2025: %s}, targets: {2025: around 20}"
    for actual, state in (("18.9", "off-track"), ("19", "undecided"), ("21", "undecided"), ("21.1", "met")):
        assert track(tmp_path, fields % actual, "2025").state == state


def test_a_later_value_alone_does_not_tell_that_a_number_was_reached_in_time(tmp_path: Path) -> None:
    fields = "better: higher, actual: {2022: %s, 2025: 21}, targets: {2024: 19}"
    assert track(tmp_path, fields % 17, "2024").state == "undecided"
    assert track(tmp_path, fields % 19, "2024").state == "met"


def test_superseded_dropped_and_undated_targets_say_why(tmp_path: Path) -> None:
    assert track(tmp_path, "targets: {2030: {value: 5, status: dropped}}").missing is not None
    undated = track(tmp_path, "targets: {2030: {value: 5, deadline: none}}").missing
    assert undated is not None
    assert undated.text == "the target has no date"


# --- several years ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("actual", "state", "missing"),
    [
        ("{2021: 4, 2022: 4, 2023: 4, 2024: 4, 2025: 4}", "met", ""),
        ("{2021: 4, 2022: 4, 2023: 4, 2024: 4, 2025: 3}", "off-track", ""),
        ("{2021: 4, 2022: 4, 2023: 4, 2024: 4}", "undecided", "not measured: 2025"),
        ("{2021: 4, 2023: 4, 2024: 4, 2025: 4}", "undecided", "not measured: 2022"),
        ("{2021: 20}", "met", ""),
    ],
)
def test_a_total_is_the_sum_of_its_years(tmp_path: Path, actual: str, state: str, missing: str) -> None:
    found = track(tmp_path, f"better: higher, actual: {actual}, targets: {{fyp14: ≥20}}", "fyp14")
    assert (found.state, found.missing.text if found.missing else "") == (state, missing)
    assert found.counts == "total"


def test_a_total_under_way_is_held_against_an_even_share_a_year(tmp_path: Path) -> None:
    fields = "better: higher, actual: {2026: 3, 2027: 3}, targets: {fyp15: ≥20}"
    found = track(tmp_path, fields, "fyp15", as_of="2028-06-30")
    assert (found.expected, found.gap, found.required_per_year) == (8, 14, Fraction(14, 3))
    assert (found.state, found.pace) == ("off-track", 3)


def test_a_limit_on_a_total_is_only_met_once_its_years_are_over(tmp_path: Path) -> None:
    fields = "better: lower, actual: {2026: %s}, targets: {fyp15: ≤20}"
    assert track(tmp_path, fields % 3, "fyp15", as_of="2027-06-30").state == "on-track"
    assert track(tmp_path, fields % 21, "fyp15", as_of="2027-06-30").state == "off-track"


@pytest.mark.parametrize(("last", "state"), [(90, "met"), (89, "off-track")])
def test_a_share_is_for_each_year(tmp_path: Path, last: int, state: str) -> None:
    fields = f"better: higher, actual: {{2024: 95, 2025: {last}}}, targets: {{2024..2025: ≥90}}"
    assert track(tmp_path, fields, "2024..2025", "%").state == state


@pytest.mark.parametrize(
    ("actual", "state"),
    [
        ("{2024: 9, 2025: 10}", "met"),
        ("{2024: 8, 2025: 11}", "undecided"),
        ("{2024: 11, 2025: 10}", "off-track"),
    ],
)
def test_an_amount_per_year_is_decided_where_each_year_and_the_mean_agree(
    tmp_path: Path, actual: str, state: str
) -> None:
    found = track(
        tmp_path, f"better: lower, actual: {actual}, targets: {{2024..2025: ≤10}}", "2024..2025", "Mt/yr"
    )
    assert found.state == state


def test_the_status_of_a_total_waits_for_all_its_years(tmp_path: Path) -> None:
    text = f"{HEAD}  - {{id: e, title: E, unit: Mt, actual: {{2025: 4}}, targets: {{fyp14: ≥20}}}}\n"
    project = load_files(tmp_path, text, as_of="2026-06-30")
    assert project.facts.standings["steel.e@fyp14"].status == "unreported"


# --- rates of each year -------------------------------------------------------------------------------


def test_a_rate_of_each_year_compounds_from_its_base_year(tmp_path: Path) -> None:
    base = "baseline: {year: 2025, value: 100}"
    fields = f"better: lower, {base}, actual: {{2026: 96}}, targets: {{2030: down 3% a year}}"
    found = track(tmp_path, fields, as_of="2027-06-30")
    assert found.goal is not None
    assert found.goal.value == 100 * Fraction(97, 100) ** 5
    assert found.state == "on-track"


def test_the_line_of_a_rate_compounds(tmp_path: Path) -> None:
    fields = (
        "better: lower, baseline: {year: 2020, value: 1000}, actual: {2023: 900},"
        " targets: {2030: down 5 % a year}"
    )
    found = track(tmp_path, fields)
    assert found.expected == 1000 * Fraction(95, 100) ** 3
    assert found.behind == 900 - 1000 * Fraction(95, 100) ** 3
    assert found.goal is not None
    assert found.line_at(Fraction(2030)) == found.goal.value == 1000 * Fraction(95, 100) ** 10
    halfway = found.line_at(Fraction(4041, 2))
    assert halfway is not None
    assert float(halfway) == pytest.approx(1000 * 0.95**0.5)


def test_a_change_measured_against_an_unknown_level_compounds_too(tmp_path: Path) -> None:
    fields = (
        "better: lower, baseline: 2020, actual: {2022: {value: -9, baseline: 2020}},"
        " targets: {2025: 年均下降5%}"
    )
    found = track(tmp_path, fields, "2025", "%")
    assert (found.counts, found.expected) == ("percent", -100 + 95 * Fraction(95, 100))
    assert found.behind == Fraction(75, 100)


def test_a_month_of_the_targets_own_year_is_under_way_until_the_year_is_over(tmp_path: Path) -> None:
    fields = "better: higher, actual: {2028: 12, 2030-03: 15}, targets: {2030: ≥20}"
    found = track(tmp_path, fields, as_of="2030-04-15")
    assert (found.expected, found.behind, found.required_per_year) == (17, 2, Fraction(20, 3))
    over = track(tmp_path, fields, as_of="2031-01-01")
    assert (over.expected, over.state, over.required_per_year) == (20, "off-track", None)


def test_the_base_years_level_is_a_value_before(tmp_path: Path) -> None:
    fields = "better: lower, actual: {2027: 105}, targets: {2025: ≤100}"
    alone = track(tmp_path, fields, "2025", as_of="2028-06-30")
    assert (alone.state, alone.missing is not None) == ("undecided", True)
    above = track(tmp_path, f"baseline: {{year: 2020, value: 110}}, {fields}", "2025", as_of="2028-06-30")
    assert above.state == "off-track"
    below = track(tmp_path, f"baseline: {{year: 2020, value: 95}}, {fields}", "2025", as_of="2028-06-30")
    assert below.state == "undecided"


def test_a_total_over_its_limit_is_decided_though_years_are_missing(tmp_path: Path) -> None:
    found = track(tmp_path, "actual: {2021: 60, 2023: 60}, targets: {fyp14: ≤50}", "fyp14")
    assert (found.state, found.missing) == ("off-track", None)


@given(
    st.lists(st.integers(-50, 50), min_size=1, max_size=12),
    st.sampled_from(["≥N", "≤N", "N", "up N %", "down N %", "约N", "7..N", "Nx"]),
    st.integers(8, 40),
    st.sampled_from(["better: higher, ", "better: lower, ", ""]),
)
def test_the_first_year_that_meets_is_found_as_by_looking_at_each(
    tmp_path_factory: pytest.TempPathFactory, levels: list[int], form: str, number: int, better: str
) -> None:
    words = form.replace("N", str(number))
    actual = ", ".join(f"{2001 + n}: {level}" for n, level in enumerate(levels))
    fields = f"{better}baseline: {{year: 2000, value: 20}}, actual: {{{actual}}}, targets: {{2030: {words}}}"
    text = f"{HEAD}  - {{id: e, title: E, unit: Mt, {fields}}}\n"
    system = load_files(tmp_path_factory.mktemp("first"), text, as_of="2026-06-30")
    indicator = system.system.indicators["steel.e"]
    target = indicator.targets[0]
    value = target.value
    assert value is not None
    good = good_side(indicator, target)
    base = 20 if value.change else None
    met = [2001 + n for n, level in enumerate(levels) if compare(value, Fraction(level), base, good) == "met"]
    assert system.facts.tracks["steel.e@2030"].first_met == next(iter(met), None)


def test_under_a_phase_a_rate_begins_with_the_year_before(tmp_path: Path) -> None:
    found = track(tmp_path, "better: higher, actual: {2025: 100}, targets: {fyp15: 年均增长5%}", "fyp15")
    assert found.goal is not None
    assert found.goal.value == 100 * Fraction(105, 100) ** 5
    assert found.start is not None
    assert found.start.year == 2025


def test_a_rate_without_a_base_year_says_what_is_missing(tmp_path: Path) -> None:
    missing = track(tmp_path, "actual: {2025: 100}, targets: {2030: down 3% a year}").missing
    assert missing is not None
    assert missing.text == "the year that the change is measured against is not stated"


@given(rate=st.integers(-99, 99), years=st.integers(1, 60), level=st.integers(1, 10**6))
def test_a_level_that_followed_the_rate_exactly_meets_it(rate: int, years: int, level: int) -> None:
    value = Value(
        "x", low=rate, high=rate, change=True, direction=1 if rate > 0 else -1, relative=True, yearly=True
    )
    reached = level * (1 + Fraction(rate, 100)) ** years
    assert compare(value, reached, Fraction(level), None, years) == "met"
    whole = whole_change(value, Fraction(rate), years)
    assert whole == ((1 + Fraction(rate, 100)) ** years - 1) * 100


@given(rate=st.integers(1, 99), years=st.integers(1, 60))
def test_points_and_units_of_each_year_add_up(rate: int, years: int) -> None:
    value = parse_value(f"up {rate} pp a year", parse_unit("%"))
    assert isinstance(value, Value)
    assert whole_change(value, Fraction(rate), years) == rate * years
    assert compare(value, Fraction(rate * years), Fraction(0), None, years) == "met"


# --- properties ---------------------------------------------------------------------------------------

LEVELS = st.decimals(-1000, 1000, places=1, allow_nan=False).map(float)


@given(first=LEVELS, last=LEVELS, goal=LEVELS, higher=st.booleans())
def test_the_numbers_agree_with_each_other_whatever_the_signs(
    tmp_path_factory: pytest.TempPathFactory,
    first: float,
    last: float,
    goal: float,
    higher: bool,
) -> None:
    better, bound = ("higher", "low") if higher else ("lower", "high")
    fields = (
        f"better: {better}, change: false, actual: {{2020: {first}, 2025: {last}}},"
        f" targets: {{2030: {'≥' if higher else '≤'}{goal}}}"
    )
    found = track(tmp_path_factory.mktemp("r"), fields)
    start, latest, wanted = (Fraction(repr(one)) for one in (first, last, goal))
    side = 1 if higher else -1
    assert found.goal is not None
    assert getattr(found.goal, bound) == wanted
    assert found.expected == (start + wanted) / 2
    assert found.gap == side * (wanted - latest)
    assert found.behind == side * ((start + wanted) / 2 - latest)
    assert found.gap is not None
    assert (found.state == "met") == (found.gap <= 0)
    firsts = [year for year, one in ((2020, start), (2025, latest)) if side * (wanted - one) <= 0]
    assert found.first_met == (firsts[0] if firsts else None)
    if found.gap > 0:
        assert found.required_per_year is not None
        assert latest + 5 * found.required_per_year == wanted
        if found.required_rate is not None:
            assert float(latest) * (1 + found.required_rate / 100) ** 5 == pytest.approx(float(wanted))
