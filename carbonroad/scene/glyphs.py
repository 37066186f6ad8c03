"""Glyphs of deadlines and statuses: functions that return shapes about a point.

Shared geometry: the small scenes of legends and tables (`views/shared/glyphs.py`) may call these, so that a
mark looks the same in a figure, a legend and a cell. A glyph's colour comes from the role of the group
around it (`tone-plan`, `tone-done` …), its form from the roles below.
"""

from carbonroad.scene.shapes import Circle, Line, Polyline, Rect, Shape

FADES = 6
"""Steps of a fading end: roles `fade fade-1` (palest) to `fade fade-6`."""


def diamond(x: float, y: float, r: float, role: str = "gate") -> Polyline:
    """Return a diamond about a point."""
    return Polyline(((x - r, y), (x, y - r), (x + r, y), (x, y + r)), role, closed=True)


def fading(left: float, right: float, y: float, height: float, *, strong_right: bool) -> list[Shape]:
    """Return a bar that fades towards one end."""
    step = (right - left) / FADES
    return [
        Rect(
            left + n * step,
            y - height / 2,
            step,
            height,
            f"fade fade-{n + 1 if strong_right else FADES - n}",
        )
        for n in range(FADES)
    ]


def by(x: float, y: float, r: float) -> list[Shape]:
    """By a day: a diamond that touches a stop; `x` is the end of that day."""
    return [diamond(x - r - 1.5, y, r), Line(x, y - r - 3, x, y + r + 3, "stop")]


def before(x: float, y: float, r: float) -> list[Shape]:
    """Before a day: a hollow diamond and a bracket."""
    bracket = ((x - 4, y - r - 3), (x, y - r - 3), (x, y + r + 3), (x - 4, y + r + 3))
    return [diamond(x - r - 2.5, y, r, "gate hollow"), Polyline(bracket, "stop open")]


def around(x: float, y: float, r: float, left: float, right: float) -> list[Shape]:
    """Around a day: a diamond on a bar that fades to both sides."""
    bar = fading(left, x, y, 7, strong_right=True) + fading(x, right, y, 7, strong_right=False)
    return [*bar, diamond(x, y, r)]


def during(left: float, right: float, y: float, r: float) -> list[Shape]:
    """Within a period: a pale bar between two stops."""
    return [
        Rect(left, y - 4.5, right - left, 9, "period"),
        Line(left, y - r - 1, left, y + r + 1, "stop thin"),
        Line(right, y - r - 1, right, y + r + 1, "stop"),
    ]


def onward(x: float, y: float, r: float) -> list[Shape]:
    """From a day on: a diamond with an arrow to the right."""
    tip = x + 2 * r + 12
    head = ((tip - 5, y - 4), (tip, y), (tip - 5, y + 4))
    return [
        Line(x, y - r - 3, x, y + r + 3, "stop thin"),
        Line(x + 2 * r, y, tip, y, "stop"),
        Polyline(head, "stop open"),
        diamond(x + r, y, r),
    ]


def each(xs: list[float], y: float, r: float) -> list[Shape]:
    """Again and again: a small diamond at each instance on a thin line."""
    line: list[Shape] = [Line(xs[0], y, xs[-1], y, "stop thin")] if len(xs) > 1 else []
    return [*line, *(diamond(x, y, min(r, 4)) for x in xs)]


def conditional(x: float, y: float, r: float) -> list[Shape]:
    """On a condition: a dashed diamond."""
    return [diamond(x - r, y, r + 1, "gate condition")]


def rule(x: float, y: float, r: float) -> list[Shape]:
    """Without an end, a standing rule: a square with a line through it."""
    return [Rect(x - r, y - r, 2 * r, 2 * r, "gate hollow"), Line(x - r - 3, y, x + r + 3, y, "stop thin")]


def not_stated(x: float, y: float, r: float) -> list[Shape]:
    """Date not stated: a dashed box."""
    return [Rect(x - r, y - r, 2 * r, 2 * r, "gate unknown")]


def status(kind: str, x: float, y: float, r: float) -> list[Shape]:  # noqa: PLR0911  # one per status
    """Return a status mark about a point: each status has a form of its own.

    `kind` is a status as computed, or `reached-early`, `not-reached`, `superseded`.
    """
    disc = Circle(x, y, r, f"mark mark-{kind}")
    tick = ((x - 0.5 * r, y), (x - 0.1 * r, y + 0.42 * r), (x + 0.55 * r, y - 0.42 * r))
    cross: list[Shape] = [
        Line(x - 0.45 * r, y - 0.45 * r, x + 0.45 * r, y + 0.45 * r, "mark-line"),
        Line(x - 0.45 * r, y + 0.45 * r, x + 0.45 * r, y - 0.45 * r, "mark-line"),
    ]
    match kind:
        case "done":
            return [disc, Polyline(tick, "mark-line")]
        case "reached-early":
            arrow = ((x - 1.9 * r, y - 0.5 * r), (x - 1.3 * r, y), (x - 1.9 * r, y + 0.5 * r))
            return [disc, Polyline(tick, "mark-line"), Polyline(arrow, "mark-arrow")]
        case "on-track":
            half = ((x, y - 0.55 * r), (x + 0.5 * r, y), (x, y + 0.55 * r))
            return [disc, Polyline(half, "mark-fill", closed=True)]
        case "at-risk":
            triangle = ((x - r, y + 0.85 * r), (x, y - r), (x + r, y + 0.85 * r))
            return [Polyline(triangle, "mark mark-at-risk", closed=True)]
        case "late":
            return [
                Rect(x - r, y - r, 2 * r, 2 * r, "mark mark-late"),
                Line(x - 0.5 * r, y, x + 0.5 * r, y, "mark-line"),
            ]
        case "missed":
            return [Rect(x - r, y - r, 2 * r, 2 * r, "mark mark-missed"), *cross]
        case "unreported":
            return [disc, *_question(x, y, r)]
        case "dropped" | "superseded":
            return [disc, Line(x - 0.7 * r, y + 0.7 * r, x + 0.7 * r, y - 0.7 * r, "mark-stroke")]
        case "not-reached":
            return [disc, Line(x - 0.5 * r, y, x + 0.5 * r, y, "mark-stroke")]
        case _:
            return [disc]


def _question(x: float, y: float, r: float) -> list[Shape]:
    """A question mark drawn with lines, so that no font is needed."""
    hook = (
        (x - 0.38 * r, y - 0.22 * r),
        (x - 0.3 * r, y - 0.52 * r),
        (x, y - 0.64 * r),
        (x + 0.32 * r, y - 0.5 * r),
        (x + 0.36 * r, y - 0.2 * r),
        (x + 0.06 * r, y + 0.04 * r),
        (x, y + 0.24 * r),
    )
    return [Polyline(hook, "mark-stroke"), Circle(x, y + 0.56 * r, 0.13 * r, "mark-dot")]
