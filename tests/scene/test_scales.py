"""The time axis: in the order of time, whole, and with most room for the phase of the data date."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from carbonroad.scene.scales import Span, time_axis
from carbonroad.scene.ticks import ticks

_DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
_SPANS = st.lists(
    st.builds(
        lambda a, b, zoom: Span(min(a, b), max(a, b), zoom),
        _DAYS,
        _DAYS,
        st.none() | st.floats(0.1, 9),
    ),
    max_size=6,
)
_CHINA = [
    Span(date(2021, 1, 1), date(2025, 12, 31)),
    Span(date(2026, 1, 1), date(2030, 12, 31)),
    Span(date(2031, 1, 1), date(2035, 12, 31)),
    Span(date(2036, 1, 1), date(2060, 12, 31)),
]
_TODAY = date(2026, 11, 22)


@given(_SPANS, st.lists(_DAYS, max_size=8), _DAYS)
def test_later_is_further_right_and_everything_lies_on_the_axis(
    spans: list[Span], days: list[date], today: date
) -> None:
    axis = time_axis(
        spans, [d.toordinal() for d in days] + [d.toordinal() + 1 for d in days], today, 100, 900
    )
    assert axis.left == 100
    assert axis.right == 900
    for one, two in pairwise(axis.stretches):
        assert one.end == two.start
        assert abs(one.right - two.left) < 1e-6
    for stretch in axis.stretches:
        assert stretch.start < stretch.end
        assert stretch.left < stretch.right
    known = sorted({*days, today, *(s.first for s in spans), *(s.last for s in spans)})
    for earlier, later in pairwise(known):
        assert axis.end(earlier) <= axis.begin(later) + 1e-6
        assert axis.begin(earlier) < axis.end(later)
    for day in known:
        assert axis.stretches[0].start <= day.toordinal() < axis.stretches[-1].end


def test_the_phase_of_the_data_date_gets_half_the_room() -> None:
    axis = time_axis(_CHINA, [], _TODAY, 0, 100)
    shares = [round(s.right - s.left) for s in axis.stretches]
    assert shares == [15, 49, 17, 19]
    assert axis.dense == 1


def test_stated_weights_decide() -> None:
    spans = [Span(date(2021, 1, 1), date(2025, 12, 31), 1), Span(date(2026, 1, 1), date(2030, 12, 31), 3)]
    axis = time_axis(spans, [], _TODAY, 0, 100)
    assert [round(s.right - s.left) for s in axis.stretches] == [25, 75]


def test_without_phases_a_year_is_a_year() -> None:
    axis = time_axis([], [date(2020, 5, 1).toordinal(), date(2029, 5, 1).toordinal()], _TODAY, 0, 3653)
    assert axis.begin(date(2020, 1, 1)) == 0
    assert axis.end(date(2029, 12, 31)) == 3653
    assert round(axis.begin(date(2021, 1, 1))) == 366


def test_an_event_falls_on_the_end_of_its_day() -> None:
    axis = time_axis(_CHINA, [], _TODAY, 0, 100)
    assert axis.end(date(2030, 12, 31)) == axis.begin(date(2031, 1, 1))


def test_what_lies_outside_the_phases_extends_the_axis() -> None:
    outside = [date(1990, 1, 1).toordinal(), date(2100, 12, 31).toordinal() + 1]
    axis = time_axis(_CHINA, outside, _TODAY, 0, 100)
    assert axis.at(outside[0]) == 0
    assert axis.at(outside[1]) == 100
    assert 0 < axis.begin(date(2021, 1, 1)) < axis.end(date(2060, 12, 31)) < 100


@given(_SPANS, st.lists(_DAYS, max_size=4), _DAYS)
def test_years_never_touch_and_never_leave_the_axis(spans: list[Span], days: list[date], today: date) -> None:
    axis = time_axis(spans, [d.toordinal() for d in days], today, 100, 900)
    numbers = [t for t in ticks(axis, lambda words: 7.0 * len(words)) if t.words]
    edges = [(t.label_x - 3.5 * len(t.words), t.label_x + 3.5 * len(t.words)) for t in numbers]
    for (_, right), (left, _) in pairwise(edges):
        assert right < left
    assert all(left >= 99 and right <= 901 for left, right in edges)


def test_years_are_numbered_where_there_is_room() -> None:
    axis = time_axis(_CHINA, [], _TODAY, 0, 900)
    words = [t.words for t in ticks(axis, lambda words: 7.0 * len(words)) if t.words]
    assert words == ["2020", "2025", "2026", "2027", "2028", "2029", "2030", "2035", "2040", "2050", "2060"]


@given(_SPANS, st.lists(_DAYS, max_size=4), _DAYS)
def test_a_linear_axis_gives_every_day_the_same_room(
    spans: list[Span], days: list[date], today: date
) -> None:
    axis = time_axis(spans, [d.toordinal() for d in days], today, 0, 900, linear=True)
    whole = axis.stretches[-1].end - axis.stretches[0].start
    for stretch in axis.stretches:
        assert abs((stretch.right - stretch.left) / 900 - (stretch.end - stretch.start) / whole) < 1e-9
