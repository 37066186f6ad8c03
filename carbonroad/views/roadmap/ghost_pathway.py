"""The emissions pathway of the earlier version: thin and hollow beside the one that holds now."""

from collections.abc import Callable, Mapping, Sequence

from carbonroad.model.items import Pathway
from carbonroad.scene.placing import BESIDE, Place, Placer
from carbonroad.scene.shapes import Circle, Polyline, Shape
from carbonroad.views.roadmap.frame import SMALL
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.metric import metric
from carbonroad.views.shared.units import digits

AROUND: tuple[Place, ...] = (*BESIDE, (7, -18, "start"), (-7, -18, "end"), (7, 27, "start"), (-7, 27, "end"))
"""Where the number of a point of a curve may stand."""
Points = Sequence[tuple[float, float]]


def earlier_pathway(subject: Subject, pathway: Pathway) -> dict[str, list[tuple[int, float]]]:
    """Return the series that were others, by name; empty where all are the same, or count in another unit."""
    against, source = subject.options.against, subject.source
    written = against.pathways.get(source.id) if against is not None and source is not None else None
    before = None if written is None else metric(written, subject.w)
    if before is None or before.unit != pathway.unit:
        return {}
    pairs = (
        ("actual", before.actual, pathway.actual),
        ("target", before.target, pathway.target),
        ("reference", before.reference, pathway.reference),
    )
    return {name: sorted(old) for name, old, new in pairs if old and sorted(old) != sorted(new)}


def ghost_curve(line: Points, points: Points) -> list[Shape]:
    """Return a series as it was: a thin dashed line through hollow points."""
    curve: list[Shape] = [Polyline(tuple(line), "ghost-curve")] if len(points) > 1 else []
    return [*curve, *(Circle(x, y, 3.5, "ghost") for x, y in points)]


def ghost_numbers(
    before: Mapping[str, Sequence[tuple[int, float]]],
    at: Callable[[int, float], tuple[float, float]],
    placer: Placer,
) -> list[Shape]:
    """Return the old targets' numbers, struck, where there is room; the table has all."""
    found: list[Shape] = []
    for year, value in before.get("target", ()):
        label = placer.place(
            *at(year, value), [(f"{year}: {digits(value)}", "")], SMALL, "ghost-number", AROUND
        )
        if label is not None:
            found.append(label)
    return found
