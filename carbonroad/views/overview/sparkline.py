"""A pathway in a cell: measured years solid, target years with open markers, the last number printed."""

from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Circle, Label, Line, Polyline, Scene, Shape
from carbonroad.views.document import Mark
from carbonroad.views.values import number
from carbonroad.views.words import Words

_WIDE, _HIGH, _LEFT, _RIGHT = 132.0, 40.0, 6.0, 88.0


def sparkline(words: Words, part: Part) -> Mark | None:
    """Return a part's pathway as a small picture with its end points in words; None without one."""
    pathway = part.pathway
    if pathway is None or not (pathway.actual or pathway.target):
        return None
    values = [value for _, value in (*pathway.actual, *pathway.target)]
    years = [year for year, _ in (*pathway.actual, *pathway.target)]
    low, high = min(*values, 0.0), max(*values, 0.0)
    first, last = min(years), max(years)

    def at(year: int, value: float) -> tuple[float, float]:
        x = _LEFT + (_RIGHT - _LEFT) * ((year - first) / (last - first) if last > first else 0.5)
        return x, 35 - 30 * ((value - low) / (high - low) if high > low else 0.5)

    actual = tuple(at(*pair) for pair in pathway.actual)
    target = (*actual[-1:], *(at(*pair) for pair in pathway.target))
    zero = at(first, 0.0)[1]
    shapes: list[Shape] = [Line(_LEFT, zero, _RIGHT, zero, "strip-base")]
    if len(target) > 1:
        shapes.append(Polyline(target, "series-target"))
    if len(actual) > 1:
        shapes.append(Polyline(actual, "series-actual"))
    shapes += [Circle(x, y, 2.6, "point-target") for x, y in (at(*pair) for pair in pathway.target)]
    end_year, end = (pathway.target or pathway.actual)[-1]
    x, y = at(end_year, end)
    shapes.append(Label(x + 6, y + 4, ((number(end), ""),), 12, "series-number"))
    unit = f" {words.unit(pathway.unit, stated=True)}" if pathway.unit is not None else ""
    start_year, start = (pathway.actual or pathway.target)[0]
    said = f"{start_year}: {number(start)}{unit} → {end_year}: {number(end)}{unit}"
    return Mark(Scene(_WIDE, _HIGH, "px", "", "", tuple(shapes), "spark"), said)
