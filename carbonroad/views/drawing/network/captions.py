"""What stands at a timed work: its name above the arrow, duration and total float below."""

from collections.abc import Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.compute.scheduling.schedule import Activity
from carbonroad.model.items import Work
from carbonroad.scene.shapes import Anchor, Label, Shape
from carbonroad.views.drawing.dependencies.connectors import signed
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.paper.marks import NODE, status_mark
from carbonroad.views.drawing.paper.sheet import RIGHT
from carbonroad.views.drawing.paper.text import backed, break_lines, longest_word, measure
from carbonroad.wording import Wording

NAME, SMALL = 3.5, 2.7
PITCH, SMALL_PITCH = NAME + 0.4, 3.1
_WIDEST, _NARROW = 82.0, 40.0
_ASIDE, _EDGE = 1.1, 1.0
_MARK = 5.0
_MOST_LINES = 2


class WorkWords(NamedTuple):
    """What is said at a work, before it is broken into lines. `mark` is its status, empty if planned."""

    name: str
    below: tuple[str, ...]
    bold: bool
    mark: str


class Caption(NamedTuple):
    """The lines at a work and where they stand; `end` anchors them on the right.

    Attributes:
        x: Of the name's lines.
        below_x: Of the lines below.
        left: Left end of it all.
        right: Right end of it all.
    """

    words: WorkWords
    names: tuple[str, ...]
    below: tuple[str, ...]
    anchor: Anchor
    x: float
    below_x: float
    left: float
    right: float

    @property
    def up(self) -> float:
        """Its height above the arrow."""
        return NODE + _ASIDE + len(self.names) * PITCH

    @property
    def down(self) -> float:
        """Its height below the arrow."""
        return 5.6 + (len(self.below) - 1) * SMALL_PITCH


def words_of(entry: Entry, activity: Activity, w: Wording, remarks: Sequence[str] = ()) -> WorkWords:
    """Return what is said at a work; remarks stand in lines of their own below it."""
    duration, spare = duration_words(entry, activity, w), short_float(activity, w)
    below = w("{duration} · {float}", duration=duration, float=spare) if duration else spare
    mark = "" if entry.mark == "planned" else entry.mark
    return WorkWords(f"{entry.no} {entry.title}{entry.notes}", (below, *remarks), activity.critical, mark)


def caption(words: WorkWords, x0: float, left: float) -> Caption:
    """Return the caption of a work with nothing behind it on its row.

    Args:
        words: What it says.
        x0: Where the work begins.
        left: Left end of the network.
    """
    extra = _MARK if words.mark else 0.0
    start = x0 + _ASIDE
    room = RIGHT - _EDGE - start - extra
    wide = measure(words.name, NAME, words.bold)
    if room >= min(wide, _NARROW) and RIGHT - _EDGE - x0 - NODE - 1 >= min(_below_width(words), 30.0):
        return _fitted(words, x0, min(_WIDEST, room))
    edge = RIGHT - _EDGE - extra
    room = min(_WIDEST, edge - left - _EDGE)
    names = break_lines(words.name, NAME, room, words.bold)
    below = _below(words, room)
    reach = max(
        *(measure(line, NAME, words.bold) for line in names), *(measure(line, SMALL) for line in below)
    )
    return Caption(words, names, below, "end", edge, RIGHT - _EDGE, edge - reach, RIGHT - _EDGE)


def short_caption(words: WorkWords, x0: float, until: float) -> Caption | None:
    """Return the caption of a work with another behind it; None if it cannot stand before that one."""
    room = until - x0 - 2 * _ASIDE - (_MARK if words.mark else 0.0)
    under = until - x0 - 2 * NODE
    if longest_word(words.name, NAME, words.bold) > room or _longest(words) > under:
        return None
    found = _fitted(words, x0, room)
    return found if max(len(found.names), len(found.below)) <= _MOST_LINES else None


def _below(words: WorkWords, room: float) -> tuple[str, ...]:
    return tuple(line for said in words.below for line in break_lines(said, SMALL, room))


def _below_width(words: WorkWords) -> float:
    return max(measure(said, SMALL) for said in words.below)


def _longest(words: WorkWords) -> float:
    return max(longest_word(said, SMALL, bold=False) for said in words.below)


def _fitted(words: WorkWords, x0: float, room: float) -> Caption:
    names = break_lines(words.name, NAME, room, words.bold)
    extra = _MARK if words.mark else 0.0
    below = _below(words, room + extra - NODE)
    start, under = x0 + _ASIDE, x0 + NODE + 0.8
    right = max(
        *(start + measure(line, NAME, words.bold) + extra for line in names),
        *(under + measure(line, SMALL) for line in below),
    )
    return Caption(words, names, below, "start", start, under, x0 - NODE, right)


def draw_caption(found: Caption, y: float, ground: str) -> list[Shape]:
    """Return a caption at a work whose arrow lies at y."""
    words = found.words
    ink = "b crit-ink" if words.bold else ""
    labels = [
        Label(found.x, y - NODE - _ASIDE - n * PITCH, ((line, ""),), NAME, ink, found.anchor)
        for n, line in enumerate(reversed(found.names))
    ]
    under = "second" + (" crit-ink" if words.bold else "")
    labels += [
        Label(found.below_x, y + 4.8 + n * SMALL_PITCH, ((line, ""),), SMALL, under, found.anchor)
        for n, line in enumerate(found.below)
    ]
    shapes = backed(labels, ground)
    if words.mark:
        shapes += status_mark(_mark_at(found), y - NODE - 2.3, words.mark)
    return shapes


def _mark_at(found: Caption) -> float:
    """The status stands behind the last line of the name."""
    last = measure(found.names[-1], NAME, found.words.bold)
    return found.x + 2.6 if found.anchor == "end" else found.x + last + 2.6


def duration_words(entry: Entry, activity: Activity | None, w: Wording) -> str:
    """Return a duration as it was stated; in days where only start and finish are."""
    takes = entry.item.written.takes if isinstance(entry.item.written, Work) else None
    if takes is not None:
        units = {"day": "{n} days", "week": "{n} weeks", "month": "{n} months", "year": "{n} years"}
        if takes.count == 1:
            units = {"day": "{n} day", "week": "{n} week", "month": "{n} month", "year": "{n} year"}
        return w(units[takes.unit], n=takes.count)
    days = activity.duration_days if activity is not None else None
    return "" if days is None else w("{n} days", n=signed(days))


def short_float(activity: Activity, w: Wording) -> str:
    """Return the total float as it stands at an arrow; the notes say what a negative one means."""
    days = activity.total_float_days
    if days is None:
        return w("finished")
    if activity.critical and days == 0:
        return w("critical")
    return w("float {n} d", n=signed(days))


def float_words(activity: Activity, w: Wording) -> str:
    """Return the total float in full: one that is negative is said in words."""
    days = activity.total_float_days
    if days is None:
        return w("finished")
    if days < 0:
        return w("cannot be met, {n} days short", n=f"{-days:,}")
    if activity.critical:
        return w("critical") if days == 0 else w("critical, float {n} d", n=f"{days:,}")
    return w("float {n} d", n=f"{days:,}")
