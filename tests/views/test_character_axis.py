"""The time axis of characters: every day has its column, years stand where they end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.textwidth import cells
from carbonroad.scene.scales import Span
from carbonroad.views.show.axis import CharacterAxis, character_axis

PHASES = (
    Span(date(2021, 1, 1), date(2025, 12, 31)),
    Span(date(2026, 1, 1), date(2030, 12, 31)),
    Span(date(2031, 1, 1), date(2060, 12, 31)),
)
AS_OF = date(2026, 11, 22)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def axis(wide: int, *days: date, phases: tuple[Span, ...] = PHASES) -> CharacterAxis:
    return character_axis(phases, days, AS_OF, wide)


@given(st.lists(DAYS, max_size=8), st.integers(16, 120), st.integers(0, 3))
def test_every_day_has_its_column_in_order_of_time(days: list[date], wide: int, phases: int) -> None:
    made = axis(wide, *days, phases=PHASES[:phases])
    columns = [made.column(day) for day in sorted(days)]
    assert columns == sorted(columns)
    assert all(0 <= column < made.wide <= wide for column in columns)
    assert not set(columns) & set(made.borders)


@pytest.mark.parametrize("wide", [16, 40, 80, 100])
def test_a_phase_ends_left_of_the_border_and_the_next_begins_right_of_it(wide: int) -> None:
    made = axis(wide)
    for border, day in zip(made.borders, (date(2025, 12, 31), date(2030, 12, 31)), strict=True):
        assert made.column(day) == border - 1
        assert made.column(day + timedelta(days=1)) == border + 1


def test_the_phase_of_the_data_date_has_most_room() -> None:
    shares = [stretch.right - stretch.left for stretch in axis(80).stretches]
    assert max(shares) == shares[1]


@pytest.mark.parametrize("wide", [24, 40, 60, 100])
def test_a_year_is_named_where_it_ends(wide: int) -> None:
    made = axis(wide)
    names, ticks = made.years()
    assert len(names) == len(ticks) == made.wide
    for year in (2025, 2030, 2060):
        end = made.column(date(year, 12, 31))
        assert ticks[end] == "'"
        assert names[: end + 1].endswith(f"{year % 100:02}")


def test_names_of_years_do_not_touch() -> None:
    for wide in range(16, 120):
        for name in axis(wide).years()[0].replace("|", " ").split():
            assert len(name) in (2, 4), wide


@pytest.mark.parametrize("names", [("14th FYP", "15th FYP", "To 2060"), ("“十四五”", "“十五五”", "远景")])
def test_phases_are_named_where_they_have_room(names: tuple[str, ...]) -> None:
    line = axis(60).over(names)
    assert [part.strip() for part in line.split("|")] == list(names)
    assert cells(line) == axis(60).wide
    assert names[0] not in axis(18).over(names)
