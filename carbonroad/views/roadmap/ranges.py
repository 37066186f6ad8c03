"""The ranges that a pathway states: their bands, and what is said of them."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from carbonroad.base.values.value import Value
from carbonroad.compute.pathways.envelope import lines, series_envelope
from carbonroad.compute.pathways.trajectory import Trajectory, trajectory
from carbonroad.model.items import Pathway
from carbonroad.scene.shapes import Polyline
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.units import digits
from carbonroad.views.shared.values import value_words

_Line = Callable[[Iterable[tuple[int, float]]], list[tuple[float, float]]]


def reaches(pathway: Pathway, line_of: _Line) -> Iterator[Polyline]:
    """Yield the ranges as bands; the target's opens where the measured line ends.

    Args:
        pathway: What states the ranges.
        line_of: Where the line through (year, value) is drawn.
    """
    found = {"target": lines(pathway)} if pathway.target else {}
    if pathway.reference:
        middle = trajectory(pathway.reference)
        found["reference"] = series_envelope(pathway, "reference", Fraction(1), middle)

    def run(line: Trajectory) -> list[tuple[float, float]]:
        return line_of((year, float(value)) for year, value in zip(*line, strict=True))

    for name, envelope in found.items():
        if envelope.open:
            yield Polyline((*run(envelope.high), *reversed(run(envelope.low))), f"reach-{name}", closed=True)


def asked_words(subject: Subject, pathway: Pathway, series: str, year: int, value: float) -> str:
    """Return what a series says of a year: a number, a range, or a number with its word."""
    one = next((one for one in pathway.asked if (one.series, one.year) == (series, year)), None)
    if one is None:
        return digits(value)
    if one.kind == "range" and one.low < 0:  # a dash beside a minus sign is read as another minus
        return subject.w("{low} to {high}", low=digits(one.low), high=digits(one.high))
    low = None if one.kind in ("at-most", "less-than") else one.low
    high = None if one.kind in ("at-least", "more-than") else one.high
    return value_words(Value("", one.kind, low, high), "", None, subject.w)
