"""The sheet of ISO 5457: frame, grid reference border, centring and trimming marks; zones by place."""

from itertools import pairwise

from carbonroad.scene.shapes import Line, Path, Rect, Shape
from carbonroad.views.drawing.text import text

WIDTH, HEIGHT = 420.0, 297.0
LEFT, TOP, RIGHT, BOTTOM = 20.0, 10.0, 410.0, 287.0
_BORDER, _FIELD = 5.0, 50.0
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def _cuts(low: float, high: float, middle: float) -> list[float]:
    """Where the fields end: 50 mm each from the centre line; the end fields absorb the rest."""
    count = max(1, int((middle - low) / _FIELD + 0.5))
    inner = [middle + n * _FIELD for n in range(-count + 1, count)]
    return [low, *(cut for cut in inner if low < cut < high), high]


COLUMNS = _cuts(LEFT, RIGHT, WIDTH / 2)
ROWS = _cuts(TOP, BOTTOM, HEIGHT / 2)


def zone(x: float, y: float) -> str:
    """Return the grid reference of a place: `B3`."""
    column = next((n for n, cut in enumerate(COLUMNS[1:], 1) if x <= cut), len(COLUMNS) - 1)
    row = next((n for n, cut in enumerate(ROWS[1:]) if y <= cut), len(ROWS) - 2)
    return f"{_LETTERS[row]}{column}"


def paper() -> list[Shape]:
    """Return what lies under everything."""
    return [Rect(0, 0, WIDTH, HEIGHT, "paper")]


def frame() -> list[Shape]:
    """Return frame, border, zones and marks; drawn last, over everything."""
    shapes: list[Shape] = [
        Rect(LEFT - _BORDER, TOP - _BORDER, RIGHT - LEFT + 2 * _BORDER, BOTTOM - TOP + 2 * _BORDER, "border"),
        Rect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, "frame"),
    ]
    for n, (a, b) in enumerate(pairwise(COLUMNS), 1):
        shapes += [text((a + b) / 2, y, str(n), 3.5, "zone", "middle") for y in (TOP - 1.3, BOTTOM + 3.7)]
        if n > 1:
            shapes += [
                Line(a, TOP - _BORDER, a, TOP, "border"),
                Line(a, BOTTOM, a, BOTTOM + _BORDER, "border"),
            ]
    for n, (a, b) in enumerate(pairwise(ROWS)):
        beside = (LEFT - _BORDER / 2, RIGHT + _BORDER / 2)
        shapes += [text(x, (a + b) / 2 + 1.25, _LETTERS[n], 3.5, "zone", "middle") for x in beside]
        if n:
            shapes += [
                Line(LEFT - _BORDER, a, LEFT, a, "border"),
                Line(RIGHT, a, RIGHT + _BORDER, a, "border"),
            ]
    return [*shapes, *_marks()]


def _marks() -> list[Shape]:
    """Centring marks end at the frame: inside it they would cross the lanes' names."""
    middle_x, middle_y = WIDTH / 2, HEIGHT / 2
    centring = [
        Line(middle_x, 0, middle_x, TOP, "centring"),
        Line(middle_x, HEIGHT, middle_x, BOTTOM, "centring"),
        Line(0, middle_y, LEFT, middle_y, "centring"),
        Line(WIDTH, middle_y, RIGHT, middle_y, "centring"),
    ]
    trimming = [
        Path("M0 0H10V5H5V10H0z", "trimming"),
        Path(f"M{WIDTH:g} 0H{WIDTH - 10:g}V5H{WIDTH - 5:g}V10H{WIDTH:g}z", "trimming"),
        Path(f"M0 {HEIGHT:g}H10V{HEIGHT - 5:g}H5V{HEIGHT - 10:g}H0z", "trimming"),
        Path(
            f"M{WIDTH:g} {HEIGHT:g}H{WIDTH - 10:g}V{HEIGHT - 5:g}H{WIDTH - 5:g}V{HEIGHT - 10:g}H{WIDTH:g}z",
            "trimming",
        ),
    ]
    return [*centring, *trimming]
