"""Packing by reservation: nothing overlaps, and no more room is used than needed."""

from hypothesis import given
from hypothesis import strategies as st

from carbonroad.scene.packing import Reservation, height, pack

_ROOMS = st.lists(
    st.builds(
        lambda left, wide, high: Reservation(left, left + wide, high),
        st.integers(0, 200),
        st.integers(1, 80),
        st.integers(1, 30),
    ),
    max_size=40,
)


@given(_ROOMS)
def test_no_two_reservations_overlap(rooms: list[Reservation]) -> None:
    tops = pack(rooms)
    placed = list(zip(rooms, tops, strict=True))
    for n, (one, top) in enumerate(placed):
        assert 0 <= top <= height(rooms, tops) - one.height
        for other, y in placed[:n]:
            apart_across = one.right <= other.left or other.right <= one.left
            apart_down = top + one.height <= y or y + other.height <= top
            assert apart_across or apart_down


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 30)), min_size=1, max_size=40))
def test_rows_in_order_of_start_are_as_few_as_overlap_at_once(spans: list[tuple[int, int]]) -> None:
    rooms = [Reservation(left, left + wide, 1) for left, wide in sorted(spans)]
    deepest = max(sum(r.left <= x < r.right for r in rooms) for x in range(130))
    assert height(rooms, pack(rooms)) == deepest


def test_nothing_needs_no_room() -> None:
    assert pack([]) == []
    assert height([], []) == 0
