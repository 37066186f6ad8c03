"""Labels in a column beside a picture: each as near to its place as the others leave room."""

from collections.abc import Sequence
from math import fsum

from carbonroad.base.record import NamedTuple
from carbonroad.scene.labels import Run


class Entry(NamedTuple):
    """A label of one or several lines that wants to stand at a height."""

    at: float
    lines: tuple[tuple[Run, ...], ...]


def stand(entries: Sequence[Entry], leading: float, top: float, bottom: float) -> list[float]:
    """Return the top of each label, in order, none over the next, all between two heights if they fit.

    Labels that would overlap move apart together, so that their sum of squared ways is least.

    Args:
        entries: In the order in which they shall stand.
        leading: The height of a line.
        top: The highest place.
        bottom: The lowest place.
    """
    heights = [len(entry.lines) * leading for entry in entries]
    before = [fsum(heights[:n]) for n in range(len(heights))]
    runs: list[tuple[float, int]] = []
    for entry, height, above in zip(entries, heights, before, strict=True):
        runs.append((entry.at - height / 2 - above, 1))
        while len(runs) > 1 and runs[-2][0] > runs[-1][0]:
            (one, many), (other, more) = runs[-2], runs[-1]
            runs[-2:] = [((one * many + other * more) / (many + more), many + more)]
    wanted = [place for place, count in runs for _ in range(count)]
    lowest = bottom - fsum(heights)
    return [max(top, min(place, lowest)) + above for place, above in zip(wanted, before, strict=True)]


def height_of(entries: Sequence[Entry], leading: float) -> float:
    """Return how high all labels are together."""
    return sum(len(entry.lines) for entry in entries) * leading
