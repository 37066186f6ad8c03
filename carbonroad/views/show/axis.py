"""A time axis of characters: every day has its column, each phase as many as its weight asks for."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.textwidth import cells
from carbonroad.scene.scales import Span, time_axis

_DAYS_A_YEAR = 365.2425
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


class Stretch(NamedTuple):
    """A piece of the axis: midnights `start` to `end` on columns `left` to before `right`.

    `phase` is the index of the phase it shows, None for what lies outside all of them.
    """

    start: int
    end: int
    left: int
    right: int
    phase: int | None

    @property
    def per_year(self) -> float:
        """How many columns a year has."""
        return (self.right - self.left) / (self.end - self.start) * _DAYS_A_YEAR


class CharacterAxis(NamedTuple):
    """The pieces, in order of time; one column between two of them belongs to neither."""

    stretches: tuple[Stretch, ...]

    @property
    def wide(self) -> int:
        """How many columns it fills."""
        return self.stretches[-1].right

    @property
    def borders(self) -> list[int]:
        """The columns between its pieces."""
        return [stretch.right for stretch in self.stretches[:-1]]

    def column(self, day: date) -> int:
        """Return the column in which a day ends."""
        number = day.toordinal()
        found = next((s for s in self.stretches if number < s.end), self.stretches[-1])
        part = (number + 1 - found.start) * (found.right - found.left)
        return found.left + min(max(-(-part // (found.end - found.start)), 1), found.right - found.left) - 1

    def years(self) -> list[str]:
        """Return two lines that name the years, each where it ends, and mark the columns of those named."""
        names, ticks = [" "] * self.wide, [" "] * self.wide
        for border in self.borders:
            names[border] = ticks[border] = "|"
        for stretch in self.stretches:
            for end, name in _named(stretch):
                first = end + 1 - len(name)
                around = "".join(names[max(first - 1, stretch.left) : end + 2])
                if first >= stretch.left and not around.strip("| "):
                    names[first : end + 1] = name
                    ticks[end] = "'"
        return ["".join(names), "".join(ticks)]

    def over(self, names: Sequence[str]) -> str:
        """Return a line with the phases' names, those that have room, set off by the borders."""
        line = ""
        for stretch in self.stretches:
            room = stretch.right - stretch.left
            name = names[stretch.phase] if stretch.phase is not None else ""
            shown = name if cells(name) <= room else ""
            line += ("|" if stretch.left else "") + shown + " " * (room - cells(shown))
        return line


def character_axis(spans: Sequence[Span], days: Sequence[date], as_of: date, wide: int) -> CharacterAxis:
    """Return the axis that shows all phases, all days and the data date on so many columns.

    Args:
        spans: The phases.
        days: What else must lie on it.
        as_of: The data date; the phase that holds it gets most room.
        wide: How many columns it may fill, borders included.
    """
    exact = time_axis(spans, [day.toordinal() for day in days], as_of, 0, 1).stretches
    room = max(wide - (len(exact) - 1), len(exact))
    shares = _whole([stretch.right - stretch.left for stretch in exact], room)
    lefts = [0, *accumulate(share + 1 for share in shares)]
    return CharacterAxis(
        tuple(
            Stretch(stretch.start, stretch.end, left, left + share, stretch.span)
            for stretch, left, share in zip(exact, lefts, shares, strict=False)
        )
    )


def _whole(weights: Sequence[float], room: int) -> list[int]:
    """Share columns out by weight, at least one each."""
    ends = [round(end * room) for end in accumulate(weights)]
    shares = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    while 0 in shares:
        shares[shares.index(0)] = 1
        shares[shares.index(max(shares))] -= 1
    return shares


def _named(stretch: Stretch) -> Iterator[tuple[int, str]]:
    """Yield the years to name in a piece, the last one first: (column in which it ends, name)."""
    last = date.fromordinal(stretch.end - 1).year
    first = date.fromordinal(stretch.start).year
    short = stretch.per_year < 6
    wanted = 3 if short else 5
    step = next((n for n in _STEPS if n * stretch.per_year >= wanted), last - first + 1)
    before = range(last - 1, first - 1, -1)
    years = [last, *(year for year in before if (last - year if step < 5 else year) % step == 0)]
    axis = CharacterAxis((stretch,))
    until = date.fromordinal(stretch.end - 1)
    for year in years:
        yield axis.column(min(date(year, 12, 31), until)), f"{year % 100:02}" if short else str(year)
