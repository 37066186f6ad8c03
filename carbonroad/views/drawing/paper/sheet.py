"""The A3 sheet: frame, grid reference border, centring and trimming marks; zones by place.

Everything is laid out in the frame of ISO 5457. GB/T 14689 has the same width and 10 mm more height, so
its sheets are laid out with a lower edge 10 mm deeper and then moved into its frame.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from carbonroad.base.record import NamedTuple
from carbonroad.scene.boxes import Box, flat
from carbonroad.scene.moved import moved
from carbonroad.scene.shapes import Label, Line, Path, Rect, Shape, text
from carbonroad.views.drawing.paper.text import backing
from carbonroad.views.shared.words import Words

WIDTH, HEIGHT = 420.0, 297.0
LEFT, TOP, RIGHT, BOTTOM = 20.0, 10.0, 410.0, 287.0
_BORDER, _FIELD, _INSIDE = 5.0, 50.0, 5.0
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def _cuts(low: float, high: float, middle: float) -> tuple[float, ...]:
    """Where the fields end: 50 mm each from the centre line; the end fields absorb the rest."""
    count = max(1, int((middle - low) / _FIELD + 0.5))
    inner = [middle + n * _FIELD for n in range(-count + 1, count)]
    return (low, *(cut for cut in inner if low < cut < high), high)


class Form(NamedTuple):
    """A frame: its standard, its edges on the paper, and how what is laid out is moved into it."""

    standard: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def shift(self) -> tuple[float, float]:
        """How far what is laid out moves right and down."""
        return self.left - LEFT, self.top - TOP

    @property
    def floor(self) -> float:
        """The lower edge of what is laid out, before it is moved."""
        return self.bottom - self.shift[1]

    @property
    def columns(self) -> tuple[float, ...]:
        """The edges of the numbered fields."""
        return _cuts(self.left, self.right, WIDTH / 2)

    @property
    def rows(self) -> tuple[float, ...]:
        """The edges of the lettered fields."""
        return _cuts(self.top, self.bottom, HEIGHT / 2)

    def zone(self, x: float, y: float) -> str:
        """Return the grid reference of a place as it is laid out: `B3`."""
        x, y = x + self.shift[0], y + self.shift[1]
        column = next((n for n, cut in enumerate(self.columns[1:], 1) if x <= cut), len(self.columns) - 1)
        row = next((n for n, cut in enumerate(self.rows[1:]) if y <= cut), len(self.rows) - 2)
        return f"{_LETTERS[row]}{column}"


ISO = Form("ISO 5457", LEFT, TOP, RIGHT, BOTTOM)
GB = Form("GB/T 14689", 25.0, 5.0, 415.0, 292.0)
_FORMS = {"iso": ISO, "gb": GB}


def form_of(words: Words) -> Form:
    """Return the frame that the options ask for."""
    return _FORMS[words.options.frame]


def placed(shapes: Sequence[Shape], form: Form) -> list[Shape]:
    """Return a whole sheet: paper, what was laid out, and the frame over everything."""
    inside = moved(shapes, *form.shift) if form.shift != (0.0, 0.0) else list(shapes)
    texts = [
        backing(shape) for shape in flat(inside) if isinstance(shape, Label) and _near_centring(shape, form)
    ]
    return [Rect(0, 0, WIDTH, HEIGHT, "paper"), *inside, *_frame(form, texts)]


def _frame(form: Form, texts: Iterable[Box]) -> list[Shape]:
    left, top, right, bottom = form.left, form.top, form.right, form.bottom
    shapes: list[Shape] = [
        Rect(left - _BORDER, top - _BORDER, right - left + 2 * _BORDER, bottom - top + 2 * _BORDER, "border"),
        Rect(left, top, right - left, bottom - top, "frame"),
    ]
    for n, (a, b) in enumerate(pairwise(form.columns), 1):
        shapes += [text((a + b) / 2, y, str(n), 3.5, "zone", "middle") for y in (top - 1.3, bottom + 3.7)]
        if n > 1:
            shapes += [
                Line(a, top - _BORDER, a, top, "border"),
                Line(a, bottom, a, bottom + _BORDER, "border"),
            ]
    for n, (a, b) in enumerate(pairwise(form.rows)):
        beside = (left - _BORDER / 2, right + _BORDER / 2)
        shapes += [text(x, (a + b) / 2 + 1.25, _LETTERS[n], 3.5, "zone", "middle") for x in beside]
        if n:
            shapes += [
                Line(left - _BORDER, a, left, a, "border"),
                Line(right, a, right + _BORDER, a, "border"),
            ]
    trimming = _trimming() if form is ISO else []
    return [*shapes, *_centring(form, list(texts)), *trimming]


def _near_centring(label: Label, form: Form) -> bool:
    """Whether a label may stand as high as one of the centring marks: only such labels are measured."""
    reach = _INSIDE + 2 * label.size + 1.0
    return min(abs(label.y - form.top), abs(label.y - form.bottom), abs(label.y - HEIGHT / 2)) <= reach


def _centring(form: Form, texts: Sequence[Box]) -> list[Shape]:
    """Centring marks reach 5 mm into the frame, or as far as no text stands in their way."""
    x, y = WIDTH / 2, HEIGHT / 2
    across = [b for b in texts if b.left - 0.5 < x < b.right + 0.5]
    along = [b for b in texts if b.top - 0.5 < y < b.bottom + 0.5]
    upper = min([form.top + _INSIDE, *(b.top - 0.4 for b in across if b.bottom > form.top)])
    lower = max([form.bottom - _INSIDE, *(b.bottom + 0.4 for b in across if b.top < form.bottom)])
    left = min([form.left + _INSIDE, *(b.left - 0.4 for b in along if b.right > form.left)])
    right = max([form.right - _INSIDE, *(b.right + 0.4 for b in along if b.left < form.right)])
    return [
        Line(x, 0, x, max(upper, form.top), "centring"),
        Line(x, HEIGHT, x, min(lower, form.bottom), "centring"),
        Line(0, y, max(left, form.left), y, "centring"),
        Line(WIDTH, y, min(right, form.right), y, "centring"),
    ]


def _trimming() -> list[Shape]:
    """Two overlapping rectangles of 10 by 5 mm in each corner."""
    w, h = WIDTH, HEIGHT
    return [
        Path("M0 0H10V5H5V10H0z", "trimming"),
        Path(f"M{w:g} 0H{w - 10:g}V5H{w - 5:g}V10H{w:g}z", "trimming"),
        Path(f"M0 {h:g}H10V{h - 5:g}H5V{h - 10:g}H0z", "trimming"),
        Path(f"M{w:g} {h:g}H{w - 10:g}V{h - 5:g}H{w - 5:g}V{h - 10:g}H{w:g}z", "trimming"),
    ]
