"""What is not in the roadmap any more: a lane of its own, struck, at the old places."""

from carbonroad.compute.changes.drift import Was
from carbonroad.scene.labels import Run, break_runs, labels, runs_width
from carbonroad.scene.moved import moved
from carbonroad.scene.packing import Reservation
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Anchor, Group, Label, Line, Rect, Shape
from carbonroad.views.roadmap.frame import LEADING, LEFT, RIGHT, SMALL, TEXT, WIDTH, Band, heading
from carbonroad.views.roadmap.ghosts import Place, old_place
from carbonroad.views.roadmap.pieces import Piece, below, in_pieces
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.since import gone, old_words, version

_PADDING = 7.0
_LIMIT = 520.0
_WIDE = 340.0


class _Mark:
    """One of them: its hollow mark, struck through, and its label."""

    def __init__(self, subject: Subject, was: Was, place: Place | None) -> None:
        self._was = was
        self._place = place
        self._lines = break_runs(_runs(subject, was), TEXT, _WIDE)
        self._title = f"{subject.name(was.item)} · {old_words(subject, was)}"
        wide = max(runs_width(line, TEXT) for line in self._lines)
        high = LEADING * len(self._lines) + 8
        if place is None:
            self._x = LEFT + 72.0
            self.room = Reservation(self._x, self._x + wide + 9, high)
            return
        self._at_right = place.right + 8 + wide <= RIGHT + 16
        self._x = place.right + 8 if self._at_right else max(LEFT + wide, place.left - 8)
        left, right = (
            (place.left, self._x + wide) if self._at_right else (min(self._x - wide, place.left), place.right)
        )
        self.room = Reservation(left - 5, right + 9, high)

    def draw(self, top: float) -> Group:
        """Return it from a top y."""
        y = top + 11
        shapes: list[Shape] = []
        if self._place is not None:
            left, right = self._place.left, self._place.right
            shapes = [*self._place.draw(y), Line(left - 3, y, right + 3, y, "ghost-line")]
        anchor: Anchor = "start" if self._place is None or self._at_right else "end"
        shapes += labels(
            self._x, y + 4.5, self._lines, TEXT, leading=LEADING, role="item-label", anchor=anchor
        )
        return Group(tuple(shapes), "ghosted", self._was.ref, self._title)


def _runs(subject: Subject, was: Was) -> list[Run]:
    part = f"{subject.part_name(was.ref)} · " if subject.part_shown is None else ""
    words = f"{part}{subject.name(was.item)}"
    return [(words, "struck"), (" ", ""), (old_words(subject, was), "muted")]


def gone_bands(subject: Subject, axis: Axis, number: int) -> list[Band]:
    """Return the lane of what is gone, in as many bands as pages need; none where nothing is.

    Args:
        subject: What the page shows.
        axis: Where days lie.
        number: How many lanes stand above it, for its shade.
    """
    lost = gone(subject, subject.part_shown.id if subject.part_shown is not None else "")
    marks = [(_Mark(subject, was, old_place(subject, axis, was)), was) for was in lost]
    placed = [mark for mark, was in marks if (was.latest or was.first) is not None]
    undated = [mark for mark, was in marks if (was.latest or was.first) is None]
    if not marks:
        return []
    words = subject.w("No date:") if undated else ""
    label = Label(LEFT + 8, 15.5, ((words, ""),), SMALL, "muted")
    found = []
    for n, piece in enumerate(below(in_pieces(placed, _LIMIT), undated, label, _LIMIT)):
        front, height = _row(subject, piece, first=n == 0)
        shade = "lane lane-odd" if number % 2 else "lane"
        back = (Rect(0, 0, WIDTH, height, shade), Line(0, height, WIDTH, height, "lane-line"))
        found.append(Band(back, tuple(front), height))
    return found


def _row(subject: Subject, piece: Piece, *, first: bool) -> tuple[list[Shape], float]:
    title = subject.w("No longer in the roadmap")
    title = title if first else subject.w("{name} (continued)", name=title)
    remark = [subject.w("as of {version}", version=version(subject))] if first else []
    head, bottom = heading(title, remark, 4)
    shapes = [*head, *moved(piece.shapes, 0, _PADDING)]
    return shapes, max(bottom, piece.height + _PADDING) + _PADDING
