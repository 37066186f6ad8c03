"""Pathways that count in 万吨 or 亿吨, for readers of other languages: in megatonnes."""

import re
from fractions import Fraction
from typing import Final

from carbonroad.base.texts.scripts import has_han
from carbonroad.base.values.units import Unit, convert_factor, parse_unit
from carbonroad.model.items import Pathway
from carbonroad.views.shared.units import said
from carbonroad.wording import Wording

_TONNES: Final = re.compile(r"t\b")
_LEAST: Final = 10**4
_ONE: Final = Fraction(1)

Points = tuple[tuple[int, float], ...]


def metric_unit(unit: Unit | None, w: Wording) -> tuple[Unit | None, Fraction]:
    """Return the unit that a page's numbers stand in, and what those of the file are multiplied by.

    That is the file's own, but megatonnes for a Chinese number of tonnes on a page that is not Chinese.
    """
    if unit is None or w.chinese or not has_han(unit.text):
        return unit, _ONE
    here = said(unit, w)
    if here.factor < _LEAST or not _TONNES.match(here.name):
        return unit, _ONE
    shown = parse_unit(f"M{here.name}")
    times = convert_factor(unit, shown)
    return (unit, _ONE) if times is None else (shown, times)


def metric(pathway: Pathway, w: Wording) -> Pathway:
    """Return a pathway in the unit that the page's numbers stand in; itself where that is its own."""
    unit, times = metric_unit(pathway.unit, w)
    if unit is pathway.unit:
        return pathway

    def scaled(value: float) -> float:
        return float(Fraction(repr(value)) * times)

    def all_scaled(points: Points) -> Points:
        return tuple((year, scaled(value)) for year, value in points)

    return pathway._replace(
        unit=unit,
        actual=all_scaled(pathway.actual),
        target=all_scaled(pathway.target),
        reference=all_scaled(pathway.reference),
        asked=tuple(one._replace(low=scaled(one.low), high=scaled(one.high)) for one in pathway.asked),
    )
