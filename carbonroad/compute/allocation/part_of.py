"""What a roadmap takes on of the targets that the roadmap above divides."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.units import convert_factor, parse_unit
from carbonroad.compute.allocation.handed import hand_up
from carbonroad.compute.allocation.participants import takes_part
from carbonroad.compute.allocation.shares import Time, of_other_times
from carbonroad.compute.status.target_years import TargetYears
from carbonroad.compute.targets.series import ONE, Series
from carbonroad.link.dates import Calendar
from carbonroad.link.family import HandedTarget
from carbonroad.link.system import System
from carbonroad.model.items import Indicator, Target


class PartOf(NamedTuple):
    """A divided target of the roadmap above, and what this roadmap states for it.

    Attributes:
        indicator: The indicator of the roadmap above.
        target: Its target.
        year: The last year of its time.
        own: What this roadmap states; None where it states nothing.
        share: Its part of the whole, for a sum of levels of which both are numbers; else None.
        others: Where it states nothing: its targets for times for which the whole states nothing.
    """

    indicator: Indicator
    target: Target
    year: int
    own: HandedTarget | None
    share: Fraction | None
    others: tuple[HandedTarget, ...] = ()


def parts_of(system: System, series: Mapping[str, Series]) -> tuple[PartOf, ...]:
    """Return each target that the roadmap above divides with this one, in the order of its file."""
    if not system.family.ancestors:
        return ()
    handed = hand_up(system, lambda _: series, complete=True)
    calendar, target_years = Calendar(system.phases, exclusive=False), TargetYears(system.phases)
    above = system.family.ancestors[0].part.indicators
    return tuple(
        part
        for indicator in above
        if indicator.allocation is not None and takes_part(handed, indicator.allocation)
        for part in _parts(indicator, handed.targets, list(_timed(indicator, calendar, target_years)))
    )


def _timed(
    indicator: Indicator, calendar: Calendar, target_years: TargetYears
) -> Iterator[tuple[Target, Time]]:
    """The live targets of an indicator whose time is understood."""
    for target in indicator.targets:
        end = calendar.end_of(target.key.text)
        dead = target.superseded_by is not None or target.status == "dropped"
        if not (dead or isinstance(end, Refusal) or end.latest is None):
            years = target_years.of(target)
            yield target, (end.latest.year, ONE if years is None else years.length)


def _parts(
    indicator: Indicator, handed: tuple[HandedTarget, ...], timed: Sequence[tuple[Target, Time]]
) -> Iterator[PartOf]:
    known = [one for one in handed if one.indicator == indicator.id]
    others = of_other_times(known, {time for _, time in timed})
    for target, time in timed:
        stated = [one for one in known if (one.year, one.length) == time]
        own = min(stated, key=lambda one: one.strive, default=None)
        share = None if own is None else _share(indicator, target, own)
        yield PartOf(indicator, target, time[0], own, share, others if own is None else ())


def _share(indicator: Indicator, target: Target, own: HandedTarget) -> Fraction | None:
    """The part of a level that is a sum."""
    value, unit = target.value, indicator.unit
    method = None if indicator.allocation is None else indicator.allocation.method
    if method != "sum" or value is None or not value.understood or value.change or unit is None:
        return None
    mine, factor = own.low or own.high, convert_factor(parse_unit(own.unit), unit)
    number = value.low if value.low is not None else value.high
    whole = None if number is None else from_float(number)
    if own.measure != "level" or mine is None or factor is None or not whole:
        return None
    return Fraction(mine) * factor / whole
