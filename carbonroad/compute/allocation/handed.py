"""What a roadmap hands to its parent: its targets for indicators that the parent divides."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from carbonroad.base.texts.folding import as_id
from carbonroad.base.values.numbers import from_float
from carbonroad.compute.item_state import is_void
from carbonroad.compute.status.target_years import is_whole_year
from carbonroad.compute.targets.series import ONE, Entry, Series
from carbonroad.compute.targets.strength import level_of
from carbonroad.link.family import Handed, HandedLevel, HandedTarget
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual, Indicator, Target
from carbonroad.model.roadmap import TOP
from carbonroad.model.terms import Baseline
from carbonroad.model.text import plain

SeriesOf = Callable[[set[str]], Mapping[str, Series]]
UNREAD = "unread"
"""The measure of a target whose words are not understood."""


def hand_up(system: System, series_of: SeriesOf, *, complete: bool) -> Handed:
    """Return what a roadmap hands to its parent.

    Args:
        system: The roadmap, with its parent's top file in its family.
        series_of: Gives the numbers of some of its indicators.
        complete: Whether all its files could be read.
    """
    top = system.parts[0].place.path if system.has_top else system.path
    title = system.title.entries if system.title != plain(TOP) else ()  # none was written
    handed = Handed(system.name, top, title, complete, borrowed=_borrowed(system))
    if not system.family.ancestors:
        return handed
    wanted, weights = _divided(system.family.ancestors[0].part.indicators)
    mine = {ident: list(_of(system, ident)) for ident in (*wanted, *weights)}
    series = series_of({ref for refs in mine.values() for ref in refs})
    rows = _rows(system)
    return handed._replace(
        targets=tuple(
            target for ident in wanted for ref in mine[ident] for target in _targets(ident, series[ref], rows)
        ),
        levels=tuple(
            level for ident in weights for ref in mine[ident][:1] for level in _levels(ident, series[ref])
        ),
        declared=tuple(
            (ident, *system.indicators[ref].place.value("id")) for ident in wanted for ref in mine[ident]
        ),
    )


def _divided(indicators: tuple[Indicator, ...]) -> tuple[list[str], list[str]]:
    """The ids of the parent's indicators that are divided, and of those that weigh."""
    wanted = [one for one in indicators if one.allocation is not None]
    weights = [one.allocation.weights.text for one in wanted if one.allocation and one.allocation.weights]
    return [one.id for one in wanted], list(dict.fromkeys(map(as_id, weights)))


def _of(system: System, ident: str) -> Iterator[str]:
    """The qualified ids of what counts for a parent's indicator: that of its id, else those naming it."""
    own = f"{TOP}.{ident}"
    if own in system.indicators:
        yield own
        return
    for ref, indicator in system.indicators.items():
        if indicator.parent is not None and _names(system, indicator.parent.text, ident):
            yield ref


def _names(system: System, text: str, ident: str) -> bool:
    name = as_id(text)
    return name == ident or name == f"{system.family.names[0]}.{ident}"


def _rows(system: System) -> dict[str, list[Item]]:
    """The live targets by the qualified id of their indicator."""
    rows: dict[str, list[Item]] = {}
    for item in system.items.values():
        if item.indicator is not None and not is_void(item):
            rows.setdefault(item.indicator_ref, []).append(item)
    return rows


def _targets(ident: str, series: Series, rows: Mapping[str, list[Item]]) -> Iterator[HandedTarget]:
    known = {id(entry.written) for entry in series.entries}
    for entry in series.entries:
        if entry.role == "target":
            yield _target(ident, series, entry)
    for item in rows.get(series.ref, ()):
        if isinstance(item.written, Target) and id(item.written) not in known and item.latest is not None:
            yield _unread(ident, series, item.written, item.latest.year)


def _target(ident: str, series: Series, entry: Entry) -> HandedTarget:
    value = entry.value
    level = level_of(series.indicator, entry) or (None, None)
    unit = series.indicator.unit
    return HandedTarget(
        indicator=ident,
        ref=series.ref,
        unit="" if unit is None else unit.text,
        year=entry.year,
        length=entry.length,
        words=value.words.strip(),
        kind=value.kind,
        strive=value.strive,
        measure=terms(entry),
        base=base_words(entry.baseline),
        low=_exact(value.low),
        high=_exact(value.high),
        direction=value.direction,
        level_low=_written(level[0]),
        level_high=_written(level[1]),
        path=entry.span.path,
        start=entry.span.start,
        end=entry.span.end,
    )


def terms(entry: Entry) -> str:
    """Return what a target's bounds count: its measure, and whether it is of each year."""
    return f"{entry.measure} a year" if entry.value.yearly else entry.measure


def base_words(base: Baseline | None) -> str:
    """Return what a change is measured against: a year, or words; nothing for a level."""
    if base is None:
        return ""
    return base.words if base.year is None else str(base.year)


def _unread(ident: str, series: Series, target: Target, year: int) -> HandedTarget:
    span = target.place.value("value")
    return HandedTarget(
        indicator=ident,
        ref=series.ref,
        unit="",
        year=year,
        length=ONE,
        words=target.words,
        kind="exact",
        strive=False,
        measure=UNREAD,
        base="",
        low=None,
        high=None,
        direction=0,
        level_low=None,
        level_high=None,
        path=span.path,
        start=span.start,
        end=span.end,
    )


def _levels(ident: str, series: Series) -> Iterator[HandedLevel]:
    """Measured levels of whole years, and targets that are one number."""
    unit = series.indicator.unit
    for entry in series.entries:
        measured = isinstance(entry.written, Actual) and is_whole_year(entry.written)
        asked = entry.role == "target" and entry.value.kind == "exact" and not entry.value.strive
        number = from_float(entry.number) if entry.measure == "level" and entry.length == ONE else None
        if number is not None and (measured or asked):
            yield HandedLevel(ident, "" if unit is None else unit.text, entry.year, measured, str(number))


def _borrowed(system: System) -> tuple[str, ...]:
    """What of its ancestors' declarations it names itself, or its children through it."""
    own = {
        f"organisations[{one}]"
        for one in system.organisations
        if f"organisations[{one}]" not in system.inherited
    }
    own |= {f"sources[{one}]" for one in system.documents if f"sources[{one}]" not in system.inherited}
    named = {key for key in system.inherited if key.startswith(("organisations[", "sources["))}
    passed = {key for child in system.family.children for key in child.borrowed}
    return tuple(sorted(named | (passed - own)))


def _exact(number: float | None) -> str | None:
    return None if number is None else _written(from_float(number))


def _written(number: Fraction | None) -> str | None:
    return None if number is None else str(number)
