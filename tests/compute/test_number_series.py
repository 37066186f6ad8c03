"""The numbers behind the rules: what asks for more, what is off its scale, when a pathway peaks."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from roadmap_files import load_files

from carbonroad.base.values.compare import compare
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value
from carbonroad.compute.pathways.goals import above_zero, late_peak
from carbonroad.compute.pathways.trajectory import Trajectory
from carbonroad.compute.targets.series import Entry, Series
from carbonroad.compute.targets.slips import HUNDREDFOLD, SCALES, Slip, scale_slips, sign_slips, turned_sinks
from carbonroad.compute.targets.strength import Good, weaker
from carbonroad.model.place import NOWHERE

HEAD = """before_means: inclusive
owner: MIIT
phases:
  - {id: fyp15, title: FYP, years: 2026..2030}
indicators:
"""


def series(tmp_path: Path, fields: str, unit: str = "GW") -> Series:
    """The numbers of one indicator."""
    text = f"{HEAD}  - {{id: e, title: E, unit: '{unit}', {fields}}}\n"
    project = load_files(tmp_path, text)
    return project.facts.series["steel.e"]


def of_role(found: Series, role: str) -> list[Entry]:
    return [entry for entry in found.entries if entry.role == role]


# --- order of numbers ---------------------------------------------------------------------------------


def test_numbers_stand_in_order_of_time_with_their_base_year_first(tmp_path: Path) -> None:
    fields = "baseline: {year: 2020, value: 10}, actual: {2025: 13, 2020: 10}, targets: {2035: 20, 2030: 15}"
    entries = series(tmp_path, fields).entries
    assert [(one.role, one.year, one.number) for one in entries] == [
        ("baseline", 2020, 10),
        ("actual", 2020, 10),
        ("actual", 2025, 13),
        ("target", 2030, 15),
        ("target", 2035, 20),
    ]


def test_superseded_dropped_and_undated_targets_are_no_numbers(tmp_path: Path) -> None:
    fields = (
        "targets: {2030: [{value: 1, id: a, superseded_by: e@2030.b}, {value: 2, id: b},"
        " {value: 3, id: c, status: dropped}], 2031: {value: 4, deadline: none}, 2032: as much as possible}"
    )
    assert [one.number for one in series(tmp_path, fields).entries] == [2]


def test_a_period_has_its_length_and_a_year_or_month_none(tmp_path: Path) -> None:
    fields = "targets: {fyp15: 40, 2026..2027: 9, 2027: 8, 2027-06: 7}"
    lengths = {one.key: one.length for one in series(tmp_path, fields).entries}
    assert lengths == {"fyp15": 5, "2026..2027": 2, "2027": 1, "2027-06": 1}


# --- what asks for less -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("later", "earlier", "good", "less"),
    [
        ("≥15", "≥20", "higher", True),
        ("≥20", "≥20", "higher", False),
        ("above 20", "at least 20", "higher", False),
        ("≤12", "≤10", "lower", True),
        ("≤8", "≤10", "lower", False),
        ("-25", "-30", "lower", True),  # a sink that shrinks
        ("-35", "-30", "lower", False),
        ("-2 %", "-3 %", "lower", True),
        ("down at least 3 %", "down at least 2 %", "lower", False),
        ("down at least 2 %", "down at least 3 %", "lower", True),
        ("down 2 %", "≥20", "lower", None),  # a floor asks for nothing if lower is better
        ("7..10", "8..12", "higher", True),
        ("7..12", "8..10", "higher", False),  # wider on both sides: neither
        ("7", "7..10", "higher", True),
        ("around 20", "20.5", "higher", False),  # within 5 %
        ("around 20", "22", "higher", True),
        ("up 5 pp", "up 6 pp", "higher", True),
        ("6x", "7x", "higher", True),
        ("5 to 7 % down", "down 8 %", "lower", True),
        ("strive for 15", "20", "higher", True),
        ("10", "≤20", "higher", None),
    ],
)
def test_of_two_values_the_weaker_asks_for_less(
    tmp_path: Path, later: str, earlier: str, good: Good, less: bool | None
) -> None:
    unit = "%" if "pp" in later else "GW"
    change = "change: false, " if later.startswith("-") and "%" not in later else ""
    fields = f"{change}baseline: peak level, targets: {{2030: '{earlier}', 2035: '{later}'}}"
    found = series(tmp_path, fields, unit)
    first, second = found.entries
    assert weaker(found.indicator, second, first, good) is less


@pytest.mark.parametrize(
    ("later", "earlier", "less"),
    [
        ("over 6x", "3,300", True),  # 6 × 535 = 3,210
        ("over 6x", "3,215", False),  # within 1 %: a level worked out is not so exact
        ("up 100 %", "1,200", True),  # 1,070
        ("+700", "1,200", False),  # 1,235
        ("1,200", "over 6x", True),
    ],
)
def test_changes_are_compared_with_levels_where_the_base_year_is_measured(
    tmp_path: Path, later: str, earlier: str, less: bool
) -> None:
    fields = f"baseline: 2020, actual: {{2020: 535}}, targets: {{2030: '{earlier}', 2035: '{later}'}}"
    found = series(tmp_path, fields)
    first, second = of_role(found, "target")
    assert weaker(found.indicator, second, first, "higher") is less


@pytest.mark.parametrize("base", ["2020", "peak level"])
def test_a_change_against_an_unknown_level_is_not_compared_with_a_level(tmp_path: Path, base: str) -> None:
    found = series(tmp_path, f"baseline: {base}, targets: {{2030: 100, 2035: -5 %}}")
    first, second = found.entries
    assert weaker(found.indicator, second, first, "lower") is None


WORDS = ("at least {}", "{}", "at most {}")


@given(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.integers(-40, 40),
    st.integers(-40, 40),
    st.sampled_from(["higher", "lower"]),
)
def test_a_value_is_weaker_just_if_more_outcomes_meet_it(
    first: str, second: str, one: int, two: int, good: Good
) -> None:
    later, earlier = _entry(first.format(one)), _entry(second.format(two))
    less = weaker(_INDICATOR, later, earlier, good)
    idle = "at most {}" if good == "higher" else "at least {}"
    if idle in (first, second):
        assert less is None
        return
    outcomes = [half / 2 for half in range(-99, 100, 2)]  # never a bound itself
    met = [{level for level in outcomes if _meets(entry, level, good)} for entry in (later, earlier)]
    assert less is (met[0] > met[1])


def _entry(words: str) -> Entry:
    value = parse_value(words, parse_unit("GW"), change=False)
    assert isinstance(value, Value)
    return Entry("target", 2030, "2030", value, "level", None, 1, NOWHERE, "value")


def _meets(entry: Entry, level: float, good: Good) -> bool:
    return compare(entry.value, level, None, good) == "met"


_INDICATOR: Any = None


# --- off by a power of ten ----------------------------------------------------------------------------

grown = st.lists(st.floats(0.6, 1.7), min_size=2, max_size=8)


def _grow(start: float, steps: list[float]) -> list[tuple[int, float]]:
    points = [(2000, start)]
    for step in steps:
        points.append((points[-1][0] + 3, points[-1][1] * step))
    return points


@given(st.floats(0.01, 1e6), grown, st.booleans())
def test_growth_is_no_slip(start: float, steps: list[float], negative: bool) -> None:
    points = [(year, -value if negative else value) for year, value in _grow(start, steps)]
    assert scale_slips(points, SCALES) == []
    assert scale_slips(points, HUNDREDFOLD) == []


@given(st.floats(0.01, 1e6), grown, st.sampled_from([3, 4, 6, 8, -3, -4, -6, -8]), st.data())
def test_one_number_on_another_scale_is_found_wherever_it_stands(
    start: float, steps: list[float], power: int, data: st.DataObject
) -> None:
    points = _grow(start, steps)
    place = data.draw(st.integers(0, len(points) - 1))
    year, value = points[place]
    points[place] = (year, value * 10.0**power)
    (slip,) = scale_slips(points, SCALES)
    assert (slip.first, slip.run, abs(slip.beside - place)) == (place, 1, 1)
    assert abs(slip.power) in (3, 4, 6, 8)
    assert abs(slip.power - power) <= 1


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ([(2024, 1.2), (2030, 12000)], [Slip(1, 1, 0, 4)]),  # of two the first is the series' own
        ([(2024, 12000), (2030, 1.2)], [Slip(1, 1, 0, -4)]),
        ([(2010, 1), (2025, 3000)], []),  # 15 years: a new industry may do that
        ([(2050, 1000), (2060, 1)], []),  # emissions near their end
        ([(2020, 5), (2025, 50_000), (2030, 60_000), (2035, 9)], [Slip(1, 2, 0, 4)]),
        ([(2020, 0), (2025, 5000), (2030, 7000)], []),  # nothing is a power of ten of zero
        ([(2020, -25), (2030, 25_000)], []),  # a change of sign is no step
        ([(2020, 1), (2020, 1), (2030, 1e8)], [Slip(2, 1, 1, 8)]),
        ([(2024, 5.2)], []),
        ([], []),
    ],
)
def test_steps_that_growth_explains_and_steps_that_it_does_not(
    points: list[tuple[int, float]], found: list[Slip]
) -> None:
    assert scale_slips(points, SCALES) == found


def test_a_step_away_from_what_is_good_needs_no_haste() -> None:
    points = [(2020, 1000.0), (2050, 1.0)]
    assert scale_slips(points, SCALES, 1) == [Slip(1, 1, 0, -3)]
    assert scale_slips(points, SCALES, -1) == []


def test_a_few_counted_things_may_become_thousands() -> None:
    points = [(2025, 2.0), (2028, 5000.0)]
    assert scale_slips(points, SCALES, counted=True) == []
    assert scale_slips(points, SCALES) != []


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([-25, 26, -27], [(1, 0)]),
        ([10, -11, 12], [(1, 0)]),
        ([-25, 3, -27], []),  # swings about zero
        ([-25, 26, 27], []),
        ([5, -5], []),
        ([0, 0, 0], []),
    ],
)
def test_a_number_that_mirrors_its_neighbours_has_lost_its_sign(
    numbers: list[float], found: list[tuple[int, int]]
) -> None:
    assert sign_slips(list(enumerate(numbers))) == found


@pytest.mark.parametrize(
    ("numbers", "measured", "found"),
    [
        ([-10, -12, 13, 20], 2, [(2, 1)]),
        ([-10, -12, 13, -20], 2, []),  # the neighbours decide
        ([-10, 12, 13], 2, []),
        ([-10, -12, 2], 2, []),  # a forest that stops growing
        ([100, 90, -80], 2, []),  # emissions become a sink
        ([-10, -12], 2, []),
        ([13], 0, []),
    ],
)
def test_a_sink_that_is_planned_to_be_a_source_of_its_own_size(
    numbers: list[float], measured: int, found: list[tuple[int, int]]
) -> None:
    assert turned_sinks(list(enumerate(numbers)), measured) == found


# --- pathways -----------------------------------------------------------------------------------------

pathways = st.lists(
    st.tuples(st.integers(2020, 2060), st.integers(-50, 50)), min_size=1, max_size=6, unique_by=lambda p: p[0]
)


@given(pathways, st.integers(2015, 2065))
def test_late_peak_is_the_first_highest_of_all_years_if_it_is_too_late(
    points: list[tuple[int, int]], year: int
) -> None:
    points.sort()
    line = Trajectory(tuple(at for at, _ in points), tuple(Fraction(value) for _, value in points))
    every = {at: value for at in range(2015, 2066) if (value := line.at(at)) is not None}
    peak = min(at for at, value in every.items() if value == max(every.values()))
    assume(min(every) <= year)
    assert late_peak(line, year) == (peak if peak > year else None)


def test_a_pathway_that_begins_after_the_goal_decides_nothing() -> None:
    line = Trajectory((2031, 2040), (Fraction(9), Fraction(5)))
    assert late_peak(line, 2030) is None


def test_what_is_left_in_the_year_of_neutrality() -> None:
    line = Trajectory((2050, 2060), (Fraction(10), Fraction(-10)))
    assert above_zero(line, 2054) == 2
    assert above_zero(line, 2055) is None
    assert above_zero(line, 2061) is None
