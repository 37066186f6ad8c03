"""The wedges before they are drawn: what each field takes off the level it is measured against, or adds.

What falls is stacked below that level, what rises above it; the sum of all is where the total goes.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.compute.pathways.balance import Balance
from carbonroad.compute.pathways.contributions import Contributions, Step
from carbonroad.compute.pathways.members import Member
from carbonroad.compute.pathways.trajectory import Trajectory, exact_sum

MOST = 11
"""So many fields have a wedge and a label of their own; what is smaller is one together, and in the table."""
_NONE = Fraction(0)
Point = tuple[Fraction, Fraction]


class Wedge(NamedTuple):
    """One field's wedge.

    Attributes:
        industry: Whose it is; empty for what several small ones are together.
        fields: How many it stands for.
        change: In the last year; a fall is negative.
        upper: Its upper edge, as (year, level).
        lower: Its lower edge, over the same years.
        main: Whether it is where the field ends; one that rises first and then falls has a second wedge.
    """

    industry: str
    fields: int
    change: Fraction
    upper: tuple[Point, ...]
    lower: tuple[Point, ...]
    main: bool = True

    @property
    def middle(self) -> Fraction:
        """The level half-way between its edges in the last year."""
        return (self.upper[-1][1] + self.lower[-1][1]) / 2


class Wedges(NamedTuple):
    """All that the picture shows, in the balance's unit.

    Attributes:
        step: The contributions up to the last year.
        before: What the wedges are measured against.
        total: The fields together.
        low: The same with every range at its lower end.
        high: At its upper end.
        measured_until: The last year in which all fields were measured; the first of `total` if none were.
        wedges: From the highest to the lowest.
        marks: The years up to which contributions are reckoned.
    """

    step: Step
    before: Trajectory
    total: Trajectory
    low: Trajectory
    high: Trajectory
    measured_until: int
    wedges: tuple[Wedge, ...]
    marks: tuple[int, ...]


def make_wedges(balance: Balance, found: Contributions) -> Wedges | None:
    """Return the wedges up to the step that most fields are in; None where there is none."""
    step = found.main
    if step is None:
        return None
    names = {part.industry for part in step.parts}
    members = [m for m in balance.added if m.name in names]
    first = max(m.whole.years[0] for m in members)
    begin = max(found.before[m.name].low.years[0] for m in members)
    begin = max(begin, first)
    years = tuple(range(first, step.year + 1))
    total = _sum(years, [m.whole for m in members])
    spans = [m.actual.years for m in members]
    measured = min((span[-1] if span else first for span in spans), default=first)
    wedges = _stacked(members, found, tuple(range(begin, step.year + 1)))
    base = tuple(range(begin, step.year + 1))
    return Wedges(
        step,
        _sum(base, [_middle(found, m.name, base) for m in members]),
        total,
        _sum(years, [m.envelope.low for m in members]),
        _sum(years, [m.envelope.high for m in members]),
        min(measured, step.year),
        wedges,
        tuple(one.year for one in found.steps if one.year <= step.year),
    )


def _sum(years: tuple[int, ...], lines: Sequence[Trajectory]) -> Trajectory:
    return Trajectory(years, tuple(exact_sum([line.at(year) or _NONE for line in lines]) for year in years))


def _middle(found: Contributions, name: str, years: tuple[int, ...]) -> Trajectory:
    envelope = found.before[name]
    return Trajectory(
        years, tuple(((envelope.low.at(y) or _NONE) + (envelope.high.at(y) or _NONE)) / 2 for y in years)
    )


class _Line(NamedTuple):
    """A field's change against the level before, by year."""

    industry: str
    fields: int
    changes: tuple[Fraction, ...]


def _stacked(members: Sequence[Member], found: Contributions, years: tuple[int, ...]) -> tuple[Wedge, ...]:
    before = {m.name: _middle(found, m.name, years) for m in members}
    lines = [
        _Line(
            m.name,
            1,
            tuple((m.whole.at(y) or _NONE) - v for y, v in zip(years, before[m.name].values, strict=True)),
        )
        for m in members
    ]
    base = _sum(years, [before[m.name] for m in members])
    times = _times(years, _gathered(lines))
    return _stack(base, years, times, _gathered(lines))


def _gathered(lines: Sequence[_Line]) -> list[_Line]:
    """The largest lines in the order of their size, the smallest as one."""
    ordered = sorted(lines, key=lambda one: -abs(one.changes[-1]))
    if len(ordered) <= MOST + 1:
        return ordered
    rest = ordered[MOST:]
    together = tuple(exact_sum(column) for column in zip(*(one.changes for one in rest), strict=True))
    return [*ordered[:MOST], _Line("", len(rest), together)]


def _times(years: tuple[int, ...], lines: Iterable[_Line]) -> list[Fraction]:
    """The years, and when between two of them a line changes its sign."""
    found = {Fraction(year) for year in years}
    for line in lines:
        for place, year in enumerate(years[:-1]):
            one, other = line.changes[place], line.changes[place + 1]
            if one * other < 0:
                found.add(year + one / (one - other))
    return sorted(found)


def _stack(
    base: Trajectory, years: tuple[int, ...], times: Sequence[Fraction], lines: Sequence[_Line]
) -> tuple[Wedge, ...]:
    """Stack what rises above the base and what falls below it, the largest next to it."""
    top = [_at(years, base.values, time) for time in times]
    bottom = list(top)
    above: list[Wedge] = []
    below: list[Wedge] = []
    for line in lines:
        changes = [_at(years, line.changes, time) for time in times]
        rises = line.changes[-1] > 0
        raised = [level + max(change, _NONE) for level, change in zip(top, changes, strict=True)]
        lowered = [level + min(change, _NONE) for level, change in zip(bottom, changes, strict=True)]
        for grows, edges in ((True, (raised, top)), (False, (bottom, lowered))):
            upper, lower = (tuple(zip(times, edge, strict=True)) for edge in edges)
            if upper != lower or grows == rises:
                wedge = Wedge(line.industry, line.fields, line.changes[-1], upper, lower, grows == rises)
                (above if grows else below).append(wedge)
        top, bottom = raised, lowered
    return (*reversed(above), *below)


def _at(years: tuple[int, ...], values: tuple[Fraction, ...], time: Fraction) -> Fraction:
    place = min(int(time) - years[0], len(years) - 1)
    part = time - years[place]
    return values[place] + part * (values[place + 1] - values[place]) if part else values[place]
