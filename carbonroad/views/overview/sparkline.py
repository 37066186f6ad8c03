"""A pathway in a cell: measured years solid, target years with open markers, the last number printed."""

from carbonroad.compute.pathways.envelope import lines
from carbonroad.compute.pathways.trajectory import joined
from carbonroad.model.roadmap import Part
from carbonroad.scene.labels import run_width
from carbonroad.scene.shapes import Circle, Label, Line, Polyline, Scene, Shape
from carbonroad.views.document import Mark
from carbonroad.views.shared.metric import metric
from carbonroad.views.shared.units import digits
from carbonroad.views.shared.words import Words

_WIDE, _HIGH, _LEFT, _RIGHT = 132.0, 40.0, 6.0, 88.0
_SIZE, _GAP = 12.0, 6.0


def sparkline(words: Words, part: Part) -> Mark | None:
    """Return a part's pathway as a small picture with its end points in words; None without one."""
    if part.pathway is None or not (part.pathway.actual or part.pathway.target):
        return None
    pathway = metric(part.pathway, words.w)
    whole = joined(pathway.actual, pathway.target)
    wanted = whole[len(pathway.actual) :]
    envelope = lines(pathway)
    values = [0.0, *(float(value) for line in envelope for value in line.values)]
    low, high = min(values), max(values)
    (first, start), (last, end) = whole[0], whole[-1]
    said = digits(end)
    right = min(_RIGHT, _WIDE - _GAP - run_width(said, _SIZE))

    def at(year: int, value: float) -> tuple[float, float]:
        x = _LEFT + (right - _LEFT) * ((year - first) / (last - first) if last > first else 0.5)
        return x, 35 - 30 * ((value - low) / (high - low) if high > low else 0.5)

    actual = tuple(at(*pair) for pair in pathway.actual)
    target = (*actual[-1:], *(at(*pair) for pair in wanted))
    zero = at(first, 0.0)[1]
    shapes: list[Shape] = [Line(_LEFT, zero, right, zero, "strip-base")]
    if envelope.open:
        ends = [
            [at(y, float(v)) for y, v in zip(*line, strict=True)] for line in (envelope.high, envelope.low)
        ]
        shapes.append(Polyline((*ends[0], *reversed(ends[1])), "band", closed=True))
    if len(target) > 1:
        shapes.append(Polyline(target, "series-target"))
    if len(actual) > 1:
        shapes.append(Polyline(actual, "series-actual"))
    shapes += [Circle(x, y, 2.6, "point-target") for x, y in (at(*pair) for pair in wanted)]
    x, y = at(last, end)
    shapes.append(Label(x + _GAP, min(y + 4, _HIGH - _SIZE / 4), ((said, ""),), _SIZE, "series-number"))
    unit = f" {words.unit(pathway.unit, stated=True)}" if pathway.unit is not None else ""
    told = f"{first}: {digits(start)}{unit} → {last}: {said}{unit}"
    return Mark(Scene(_WIDE, _HIGH, "px", "", "", tuple(shapes), "spark"), told)
