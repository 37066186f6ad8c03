"""Glyphs: a diamond for each kind of deadline, a mark for each status, heads of arrows."""

from carbonroad.scene.glyphs import diamond
from carbonroad.scene.shapes import Circle, Label, Line, Path, Polyline, Rect, Shape

RADIUS, PEAK_RADIUS = 2.05, 2.6
NODE = 2.25
"""Radius of an event."""
STOP = 0.55
"""From a gate's tip to its bar: the bar is its latest day."""
STUB = 13.0
FADE = 6.0
ARROW = 6.0
STATUS_RADIUS = 1.45
_PITCH, _AMPLITUDE = 2.4, 1.15
"""Of a wave: the length of one, and how far it swings."""


def reach(kind: str, r: float) -> tuple[float, float]:
    """Return how far a gate's glyph reaches left and right of the middle of its diamond."""
    right = r + 0.85
    if kind == "during":
        return STUB + 0.5, right
    if kind == "around":
        return r + FADE, r + FADE
    if kind == "from":
        return r, r + ARROW + 0.6
    if kind == "each":
        return r + 2.4, right
    return r, right


def gate_glyph(  # noqa: PLR0911  # one return for each kind
    x: float, y: float, kind: str, *, r: float = RADIUS, role: str = ""
) -> list[Shape]:
    """Return a gate's glyph: diamond around (x, y) with what its kind of deadline adds."""
    extra = f" {role}" if role else ""
    edge = x + r + STOP
    bar = Line(edge, y - r - 0.35, edge, y + r + 0.35, "stop" + extra)
    solid, hollow = diamond(x, y, r, "gate" + extra), diamond(x, y, r, "gate hollow" + extra)
    match kind:
        case "before":
            top, bottom = y - r - 0.3, y + r + 0.3
            bracket = ((edge - 0.9, top), (edge, top), (edge, bottom), (edge - 0.9, bottom))
            return [hollow, Polyline(bracket, "stop" + extra)]
        case "during":
            stub = Rect(x - STUB, y - 0.85, STUB, 1.7, "span")
            return [stub, Line(x - STUB, y - 1.5, x - STUB, y + 1.5, "stop" + extra), solid, bar]
        case "around":
            return [*_fading(x, y, r), solid]
        case "from":
            tip = x + r + ARROW
            line = Line(x + r, y, tip - 1.4, y, "stop" + extra)
            return [line, solid, head(tip, y, "right", "headline" + extra, 1.6)]
        case "each":
            behind = [diamond(x - back, y, r, "gate hollow" + extra) for back in (2.4, 1.2)]
            return [*behind, solid, bar]
        case "conditional":
            return [diamond(x, y, r, "gate conditional")]
        case "none" | "not-stated":
            return [diamond(x, y, r, "gate open" + extra)]
        case _:
            return [solid, bar]


def _fading(x: float, y: float, r: float) -> list[Shape]:
    """The steps of a bar that fades to both sides of a diamond."""
    step = FADE / 3
    return [
        Rect(x + side * (r + n * step) - (step if side < 0 else 0), y - 0.85, step, 1.7, f"span fade{3 - n}")
        for side in (-1, 1)
        for n in range(3)
    ]


def wave(x0: float, x1: float, y: float) -> Path:
    """Return the wavy line of free float."""
    count = max(1, round((x1 - x0) / _PITCH) * 2)
    half = (x1 - x0) / count
    parts = [
        f"q{half / 2:.3f} {-_AMPLITUDE if n % 2 == 0 else _AMPLITUDE:.2f} {half:.3f} 0" for n in range(count)
    ]
    return Path(f"M{x0:.2f} {y:.2f}" + "".join(parts), "float")


def event(x: float, y: float, number: int, *, critical: bool) -> list[Shape]:
    """Return an event: a circle with its number."""
    size = 2.5 if number < 100 else 2.1
    return [
        Circle(x, y, NODE, "event crit" if critical else "event"),
        Label(x, y + size * 0.36, ((str(number), ""),), size, "sign-in", "middle"),
    ]


def head(x: float, y: float, way: str, role: str, size: float = 1.6) -> Polyline:
    """Return an arrowhead whose tip is at (x, y)."""
    half = size * 0.47
    dx, dy = {"right": (-1, 0), "left": (1, 0), "down": (0, -1), "up": (0, 1)}[way]
    base = (x + dx * size, y + dy * size)
    side = (dy * half, dx * half)
    points = ((x, y), (base[0] + side[0], base[1] + side[1]), (base[0] - side[0], base[1] - side[1]))
    return Polyline(points, f"head {role}".strip(), closed=True)


def status_mark(x: float, y: float, status: str) -> list[Shape]:  # noqa: PLR0911  # one return for each status
    """Return the mark of a status around a point; shape and colour say the same."""
    r = STATUS_RADIUS
    tick = Path(f"M{x - 0.75:.2f} {y + 0.05:.2f}l.5 .55l.95 -1.15", "mark-tick")
    match status:
        case "unreported":
            return [
                Circle(x, y, r, "mark-unreported"),
                Label(x, y + 0.85, (("?", "b"),), 2.3, "sign-in", "middle"),
            ]
        case "done":
            return [Circle(x, y, r, "mark-done"), tick]
        case "reached-early":
            arrow = Path(f"M{x - 1.15:.2f} {y + 1.9:.2f}l1 -.62v.4h1.3v.44h-1.3v.4z", "mark-done")
            return [Circle(x, y, r, "mark-done"), tick, arrow]
        case "missed":
            cross = Path(f"M{x - 0.7:.2f} {y - 0.7:.2f}l1.4 1.4m0 -1.4l-1.4 1.4", "mark-tick")
            return [Rect(x - 1.35, y - 1.35, 2.7, 2.7, "mark-missed"), cross]
        case "late":
            hand = Path(f"M{x:.2f} {y - 0.85:.2f}V{y:.2f}H{x + 0.7:.2f}", "mark-tick")
            return [Circle(x, y, r, "mark-missed"), hand]
        case "at-risk":
            points = ((x, y - 1.5), (x + 1.6, y + 1.25), (x - 1.6, y + 1.25))
            return [Polyline(points, "mark-risk", closed=True), Line(x, y - 0.5, x, y + 0.65, "mark-tick")]
        case "on-track":
            return [Circle(x, y, 1.2, "mark-planned"), Circle(x, y, 0.55, "mark-dot")]
        case "not-reached":
            return [Circle(x, y, 1.2, "mark-planned"), Line(x - 0.7, y, x + 0.7, y, "mark-strike")]
        case "dropped" | "superseded":
            return [
                Circle(x, y, 1.2, "mark-planned"),
                Line(x - 1.2, y + 1.2, x + 1.2, y - 1.2, "mark-strike"),
            ]
        case _:
            return [Circle(x, y, 1.2, "mark-planned")]
