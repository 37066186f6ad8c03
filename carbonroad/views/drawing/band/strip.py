"""The strip under the network: critical path or controlling order, and what comes next."""

from collections.abc import Sequence

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.items import Work
from carbonroad.scene.glyphs import diamond
from carbonroad.scene.shapes import Line, Rect, Shape, text
from carbonroad.views.drawing.dependencies.connectors import signed
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.order import Controlling
from carbonroad.views.drawing.items.relations import Relation
from carbonroad.views.drawing.paper.marks import head
from carbonroad.views.drawing.paper.sheet import LEFT, RIGHT
from carbonroad.views.drawing.paper.text import break_lines, measure
from carbonroad.wording import Wording

_HEAD, _BODY, _CHAIN = 3.1, 2.6, 2.5
_NAMED = 16
"""A critical path with more items is told by its ends; the page's list has it whole."""


def _is_timed(entry: Entry) -> bool:
    return isinstance(entry.item.written, Work) and entry.item.written.kind == "timed"


def finding(system: System, facts: Facts, part: str, entries: Sequence[Entry], w: Wording) -> str:
    """Return the sentence about the critical path."""
    works = sum(not entry.gate for entry in entries)
    if not works:
        return w("No works are stated, so there is no critical path.")
    if not any(_is_timed(entry) for entry in entries):
        return w("No critical path: 0 of {n} works state a duration.", n=works)
    path = facts.schedule.critical_path
    if not any(system.items[ref].part == part for ref in path):
        return w(
            "The critical path runs outside this sheet; {n} of {m} works state a duration.",
            n=sum(_is_timed(entry) for entry in entries),
            m=works,
        )
    floats = [
        facts.schedule.activities[ref].total_float_days for ref in path if ref in facts.schedule.activities
    ]
    spare = min((days for days in floats if days is not None), default=facts.schedule.critical_float or 0)
    said = w("no float") if spare == 0 else w("float {n} d", n=signed(spare))
    if spare < 0:
        said = w("{n} days short", n=f"{-spare:,}")
    names = [ref.partition(".")[2] if system.items[ref].part == part else ref for ref in path]
    if len(names) <= _NAMED:
        return w("Critical path: {path} ({float}).", path=" → ".join(names), float=said)
    shown = {entry.ref for entry in entries}
    here = [name for ref, name in zip(path, names, strict=True) if ref in shown]
    whole = w(
        "Critical path: {n} items from {a} to {b} ({float}).",
        n=len(path),
        a=names[0],
        b=names[-1],
        float=said,
    )
    if not here or len(here) > _NAMED:
        return whole
    return w("{whole} On this sheet: {path}.", whole=whole, path=" → ".join(here))


def outlook(system: System, facts: Facts, entries: Sequence[Entry], w: Wording) -> tuple[str, str]:
    """Return what comes next and what is past, as two sentences; a planned finish is no latest day."""
    live = [e for e in entries if not e.void]
    open_ = [e for e in live if e.standing.status not in ("done", "missed") and e.kind != "undated"]
    due = [facts.due[e.ref] for e in open_]
    latest = [one.latest or one.expected for one in due]
    ahead = [day for day in latest if day is not None and day >= system.as_of]
    if ahead:
        day = min(ahead)
        count, days = ahead.count(day), (day - system.as_of).days
        key = (
            "Next latest day {day}: {n} item, in {days} days."
            if count == 1
            else "Next latest day {day}: {n} items, in {days} days."
        )
        following = w(key, day=day.isoformat(), n=count, days=signed(days))
    else:
        following = w("No latest day lies ahead.")
    past = [e for e in live if e.standing.past_due]
    unknown = sum(e.silent for e in past)
    undated = sum(e.kind == "undated" for e in entries)
    key = "Past: {n}, of which {m} with no outcome recorded. Without a date: {k}."
    return following, w(key, n=len(past), m=unknown, k=undated)


class Strip:
    """The strip, measured before it is drawn: a long chain takes more lines."""

    def __init__(
        self,
        system: System,
        facts: Facts,
        part: str,
        entries: Sequence[Entry],
        relations: Sequence[Relation],
        controlling: Controlling,
        w: Wording,
    ) -> None:
        self.right = outlook(system, facts, entries, w)
        self.sentence = finding(system, facts, part, entries, w)
        widest = max(measure(self.right[0], 2.8, True), measure(self.right[1], _BODY))
        self.room = RIGHT - 2 - widest - 6 - (LEFT + 2)
        self.head = break_lines(self.sentence, _HEAD, self.room, True)
        self.intro = "" if any(e.kind == "timed" for e in entries) else _intro(relations, controlling, w)
        self.chain = _chain(controlling, w) if self.intro else []
        self.rows = self._rows()

    def _rows(self) -> list[list[tuple[str, str, float]]]:
        """The controlling order in rows: (words, kind, x)."""
        rows: list[list[tuple[str, str, float]]] = [[]]
        x = 0.0
        for words in break_lines(self.intro, _BODY, self.room) if self.intro else ():
            if rows[-1]:
                rows.append([])
            rows[-1].append((words, "words", 0.0))
            x = measure(words, _BODY) + 3.5
        for days, name in self.chain:
            link = max(measure(days, 2.3) + 4.0, 11.0) if days else 0.0
            wide = link + 3.6 + measure(name, _CHAIN, True) + 2.0
            if x + wide > self.room and rows[-1]:
                rows.append([])
                x = 0.0
            if days:
                rows[-1].append((days, "days", x))
            rows[-1].append((name, "name", x + link))
            x += wide
        return [row for row in rows if row]

    @property
    def height(self) -> float:
        """Its height; two lines as a rule."""
        return max(10.4, 3.0 + 4.0 * len(self.head) + 4.1 * len(self.rows) - 0.7)

    def draw(self, y: float, height: float) -> list[Shape]:
        """Return the strip with its upper edge at y."""
        shapes: list[Shape] = [Rect(LEFT, y, RIGHT - LEFT, height, "panel")]
        at = y + 4.4
        for line in self.head:
            shapes.append(text(LEFT + 2, at, line, _HEAD, "b"))
            at += 4.0
        at += 0.2
        for row in self.rows:
            for words, kind, x in row:
                shapes += _piece(words, kind, LEFT + 2 + x, at)
            at += 4.1
        shapes.append(text(RIGHT - 2, y + 4.4, self.right[0], 2.8, "b", "end"))
        shapes.append(text(RIGHT - 2, y + 8.6, self.right[1], _BODY, "", "end"))
        return shapes


def _piece(words: str, kind: str, x: float, y: float) -> list[Shape]:
    if kind == "words":
        return [text(x, y, words, _BODY)]
    if kind == "name":
        return [diamond(x + 1.2, y - 0.9, 1.2, "gate"), text(x + 3.2, y, words, _CHAIN, "b")]
    wide = max(measure(words, 2.3) + 4.0, 11.0)
    return [
        Line(x, y - 0.6, x + wide - 2.4, y - 0.6, "link controlling"),
        head(x + wide - 1.0, y - 0.6, "right", "", 1.7),
        text(x + (wide - 2.0) / 2, y - 1.3, words, 2.15, "", "middle"),
    ]


def _chain(controlling: Controlling, w: Wording) -> list[tuple[str, str]]:
    if not controlling.relations:
        return []
    names = [ref.partition(".")[2] for ref in controlling.refs]
    days = ["", *(w("{n} d", n=signed(relation.days or 0)) for relation in controlling.relations)]
    return list(zip(days, names, strict=True))


def _intro(relations: Sequence[Relation], controlling: Controlling, w: Wording) -> str:
    if not relations:
        return w("No dependency is stated or implied.")
    implied = sum(not relation.stated for relation in relations)
    stated = len(relations) - implied
    if controlling.goal and controlling.relations:
        return w(
            "Controlling order to {goal}, days between latest days:", goal=controlling.goal.partition(".")[2]
        )
    if controlling.goal:
        key = (
            "Controlling order to {goal}: none stated. {n} implied links (dashed), {m} stated; "
            "days are between latest days."
        )
        return w(key, goal=controlling.goal.partition(".")[2], n=implied, m=stated)
    if controlling.relations:
        return w("No peak milestone in this roadmap. Tightest stated order, days between latest days:")
    return w("No peak milestone in this roadmap; no stated order between its items.")
