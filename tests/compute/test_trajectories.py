"""A value between two stated years lies on the straight line between them, exactly; outside there is none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.compute.pathways.trajectory import joined, rounding, sums_by_year, trajectory

POINTS = st.dictionaries(
    st.integers(2000, 2030), st.integers(-50, 50).map(lambda tenths: tenths / 10), min_size=1, max_size=5
).map(lambda points: tuple(sorted(points.items())))


@pytest.mark.parametrize(
    ("year", "value", "weights"),
    [
        (2019, None, ()),
        (2020, 10, ((0, 1),)),
        (2021, 12, ((0, Fraction(4, 5)), (1, Fraction(1, 5)))),
        (2024, 18, ((0, Fraction(1, 5)), (1, Fraction(4, 5)))),
        (2025, 20, ((1, 1),)),
        (2027, 20, ((1, Fraction(1, 3)), (2, Fraction(2, 3)))),
        (2029, 10, ((2, Fraction(1, 2)), (3, Fraction(1, 2)))),
        (2030, Fraction(0), ((3, 1),)),
        (2031, None, ()),
    ],
)
def test_a_year_is_weighed_by_how_near_the_stated_ones_are(
    year: int, value: Fraction | None, weights: tuple[tuple[int, Fraction], ...]
) -> None:
    line = trajectory(((2020, 10), (2025, 20), (2028, 20), (2030, 0)))
    assert (line.at(year), line.weights(year)) == (value, weights)
    assert line.covers(year) == (value is not None)


@given(POINTS, st.integers(1999, 2031))
def test_the_weights_give_the_value(points: tuple[tuple[int, float], ...], year: int) -> None:
    line = trajectory(points)
    weights = line.weights(year)
    assert sum(part for _, part in weights) == (1 if line.covers(year) else 0)
    made = sum((line.values[place] * part for place, part in weights), Fraction(0))
    assert line.at(year) == (made if line.covers(year) else None)
    assert line.covers(year) == (points[0][0] <= year <= points[-1][0])


@given(POINTS, st.fractions(min_value=-3, max_value=3, max_denominator=7))
def test_a_factor_multiplies_every_value(points: tuple[tuple[int, float], ...], factor: Fraction) -> None:
    plain, multiplied = trajectory(points), trajectory(points, factor)
    assert multiplied.years == plain.years
    assert multiplied.values == tuple(value * factor for value in plain.values)


@given(st.lists(POINTS, min_size=1, max_size=4))
def test_a_sum_by_year_is_what_the_lines_have_in_that_year(
    lines: list[tuple[tuple[int, float], ...]],
) -> None:
    made = [trajectory(points) for points in lines]
    sums = sums_by_year(made)
    assert list(sums) == sorted(sums)
    for year in range(1999, 2032):
        there = [value for line in made if (value := line.at(year)) is not None]
        assert sums.get(year) == (sum(there) if there else None)


def test_targets_follow_the_last_measured_year() -> None:
    assert joined(((2020, 5.0), (2024, 4.0)), ((2023, 9.0), (2024, 9.0), (2030, 1.0))) == (
        (2020, 5.0),
        (2024, 4.0),
        (2030, 1.0),
    )
    assert joined((), ((1, 9.0), (2030, 1.0))) == ((1, 9.0), (2030, 1.0))


@pytest.mark.parametrize(
    ("value", "room"),
    [(9500, Fraction(1, 2)), (10.4, Fraction(1, 20)), (-0.25, Fraction(1, 200)), (0, Fraction(1, 2))],
)
def test_a_number_may_be_half_a_unit_of_its_last_digit_away(value: float, room: Fraction) -> None:
    assert rounding(value) == room
