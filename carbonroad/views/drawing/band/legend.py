"""The legend: only what the sheet uses, and the count of each status."""

from collections.abc import Callable, Iterable, Sequence

from carbonroad.scene.shapes import Circle, Line, Polyline, Rect, Shape, text
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Ends, Relation
from carbonroad.views.drawing.network.ghosts import RADIUS, hollow
from carbonroad.views.drawing.network.triangles import triangle
from carbonroad.views.drawing.paper.marks import gate_glyph, head, status_mark, wave
from carbonroad.views.drawing.paper.text import break_lines
from carbonroad.views.shared.since import version
from carbonroad.views.shared.status_marks import STATUS_WORDS
from carbonroad.views.shared.words import Words
from carbonroad.wording import Wording

Glyph = Callable[[float, float], list[Shape]]
_ROW = 3.5
_TITLE = 5.6
_SIZE = 2.5
_GATE_PLACES = {"around": 6.0, "during": 13.0 - 1.9, "from": 4.0 - 1.9}
"""Where the middle of a gate's diamond stands in its sample, where that is not near its right end."""
_ALWAYS = ("unreported", "reached-early", "missed", "planned")


class Legend:
    """The legend in three columns, measured before it is drawn; `scale` enlarges its type."""

    def __init__(
        self,
        columns: Sequence[Sequence[tuple[Glyph, str]]],
        status: Sequence[tuple[str, int]],
        w: Wording,
        scale: float = 1.0,
    ) -> None:
        self.w = w
        self.columns = columns
        self.status = status
        self.size, self.pitch = _SIZE * scale, _ROW * scale

    def scaled(self, scale: float) -> "Legend":
        """Return the same legend in another type."""
        return Legend(self.columns, self.status, self.w, scale)

    def _lines(self, column: int) -> list[tuple[Glyph, tuple[str, ...]]]:
        return [(glyph, break_lines(words, self.size, 45.0)) for glyph, words in self.columns[column]]

    @property
    def rows(self) -> int:
        """How many lines the longest column has."""
        tallest = max(sum(len(lines) for _, lines in self._lines(n)) for n in (0, 1))
        return max(tallest, len(self.status))

    @property
    def height(self) -> float:
        """Its height."""
        return max(20.0, _TITLE + 2.4 + self.pitch * self.rows)

    def draw(self, x: float, y: float, width: float, height: float) -> list[Shape]:
        """Return the legend with its upper left corner at (x, y); its rows share the height."""
        pitch = min(self.pitch * 1.5, max(self.pitch, (height - _TITLE - 2.4) / max(1, self.rows)))
        shapes: list[Shape] = [
            Rect(x, y, width, height, "panel"),
            text(x + 2, y + 4.0, self.w("Legend"), 3.1, "b"),
        ]
        step = (width + 9) / 3
        below = self.size * 0.36
        for n, left in enumerate((x + 3.0, x + step)):
            at = y + _TITLE + 1.6 + (pitch - _ROW) / 2
            for glyph, lines in self._lines(n):
                shapes += glyph(left, at)
                shapes += [
                    text(left + 15.5, at + below + k * pitch, line, self.size) for k, line in enumerate(lines)
                ]
                at += pitch * len(lines)
        left = x + 2 * step
        shapes.append(text(left - 1.6, y + 4.0, self.w("Status (count)"), _SIZE, "second"))
        at = y + _TITLE + 1.6 + (pitch - _ROW) / 2
        for mark, count in self.status:
            shapes += status_mark(left, at, mark)
            shapes.append(text(left + 3.2, at + below, f"{self.w(STATUS_WORDS[mark])}  {count}", self.size))
            at += pitch
        return shapes


def make_legend(
    entries: Sequence[Entry],
    ends: Ends,
    controlling: Sequence[Relation],
    as_of: str,
    w: Wording,
    *,
    critical: bool,
    revised: bool = False,
) -> Legend:
    """Return the legend of a sheet that shows these items and dependencies."""
    links = _links(entries, ends, controlling, as_of, w)
    if revised:
        links.append((lambda x, y: triangle(x + 6.5, y, "A"), w("changed by that revision")))
    counts = {mark: sum(e.mark == mark for e in entries) for mark in STATUS_WORDS}
    status = [(mark, n) for mark, n in counts.items() if n or mark in _ALWAYS]
    return Legend((_items(entries, w, critical=critical), links), status, w)


def _items(entries: Sequence[Entry], w: Wording, *, critical: bool) -> list[tuple[Glyph, str]]:
    named = {
        "by": w("gate, “by …” (bar = latest day)"),
        "before": w("gate, “before …”"),
        "during": w("gate, “in the period …”"),
        "around": w("gate, “around …”"),
        "from": w("gate, “from …”"),
        "each": w("gate, due again and again"),
        "conditional": w("gate, waits for a condition"),
    }
    kinds = {e.glyph for e in entries if e.kind == "gate"}
    rows: list[tuple[Glyph, str]] = [(_gate(kind), words) for kind, words in named.items() if kind in kinds]
    windows = [e for e in entries if e.kind == "window"]
    if any(e.first is not None for e in windows):
        rows.append((lambda x, y: [Rect(x, y - 1.3, 13, 2.6, "window")], w("window: first to latest day")))
    if any(e.first is None or e.latest is None for e in windows):
        rows.append((_open_window, w("window, one end not stated")))
    if any(e.kind == "undated" for e in entries):
        rows.append((lambda x, y: [Rect(x, y - 1.3, 13, 2.6, "window undated")], w("no date")))
    if any(e.kind == "timed" for e in entries):
        rows.append((_work("work"), w("work, length = duration")))
        if critical:
            rows.append((_work("work crit"), w("critical work")))
        rows.append((lambda x, y: [wave(x, x + 13, y)], w("free float")))
        rows.append((lambda x, y: [Circle(x + 6, y, 1.5, "event")], w("event with its number")))
    return rows


def _links(
    entries: Sequence[Entry], ends: Ends, controlling: Sequence[Relation], as_of: str, w: Wording
) -> list[tuple[Glyph, str]]:
    shown = {e.ref: e for e in entries}
    plain = [r for r in ends.lines if shown[r.target].kind != "timed"]
    order = {r.index for r in controlling}
    rows: list[tuple[Glyph, str]] = []
    if any(r.index in order for r in plain):
        rows.append((_link("link controlling"), w("stated, controlling order")))
    if any(r.stated and r.index not in order for r in plain):
        rows.append((_link("link stated"), w("stated dependency")))
    if any(not r.stated for r in plain):
        rows.append((_link("link implied"), w("implied dependency")))
    if any(shown[r.target].kind == "timed" for r in ends.lines):
        rows.append((_link("dummy"), w("dependency between events")))
    outside = ends.leaving
    own = [r for r in outside if r.source.partition(".")[0] == r.target.partition(".")[0]]
    foreign = [r for r in outside if r not in own]
    if any(r.stated for r in foreign):
        rows.append((_flag("flag"), w("other industry, stated")))
    if any(not r.stated for r in foreign):
        rows.append((_flag("flag dashed"), w("other industry, implied")))
    if own:
        rows.append((_flag("flag own"), w("other sheet, or without a date")))
    if any(e.standing.progress for e in entries if e.kind == "timed"):
        rows.append((lambda x, y: [Rect(x, y - 0.45, 13, 0.9, "progress")], w("progress reported")))
    rows.append((lambda x, y: [Line(x, y, x + 13, y, "today")], w("data date {day}", day=as_of)))
    return rows


def _gate(kind: str) -> Glyph:
    right = _GATE_PLACES.get(kind, 10.5)
    return lambda x, y: gate_glyph(x + right, y, kind, r=1.5)


def _open_window(x: float, y: float) -> list[Shape]:
    fading: list[Shape] = [Rect(x + n * 1.2, y - 1.3, 1.2, 2.6, f"window-fill fade{n}") for n in range(8)]
    edge = Polyline(
        ((x + 9.6, y - 1.3), (x + 13, y - 1.3), (x + 13, y + 1.3), (x + 9.6, y + 1.3)), "window-edge"
    )
    return [*fading, Rect(x + 9.6, y - 1.3, 3.4, 2.6, "window-fill"), edge]


def _work(role: str) -> Glyph:
    return lambda x, y: [Line(x, y, x + 11.8, y, role), head(x + 13, y, "right", role.partition(" ")[2], 1.8)]


def _link(role: str) -> Glyph:
    thin = "thin" if "implied" in role else ""
    return lambda x, y: [Line(x, y, x + 11.8, y, role), head(x + 13, y, "right", thin, 1.7)]


def _flag(role: str) -> Glyph:
    return lambda x, y: [
        Polyline(
            ((x, y - 1.4), (x + 10.8, y - 1.4), (x + 13, y), (x + 10.8, y + 1.4), (x, y + 1.4)),
            role,
            closed=True,
        )
    ]


def with_ghosts(legend: Legend, words: Words, entries: Iterable[Entry]) -> Legend:
    """Return a sheet's legend with what hollow diamonds mean, if it has one."""
    if all(entry.before is None or entry.kind != "gate" for entry in entries):
        return legend
    items, links = legend.columns
    meaning = words.w("hollow: as of {version}", version=version(words))
    return Legend((items, [*links, (_ghost, meaning)]), legend.status, legend.w, legend.size / _SIZE)


def _ghost(x: float, y: float) -> list[Shape]:
    return [hollow(x + RADIUS, y), Line(x + 2 * RADIUS, y, x + 13, y, "ghost-way")]
