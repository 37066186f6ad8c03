"""What was changed in a plan since the roadmap was exported: the plan's values, each of them told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.importing.mspdi.fields import MINUTES_PER_DAY, MUST_START, START_FROM, Held, held
from carbonroad.importing.mspdi.plan_values import Telling, day, minutes

if TYPE_CHECKING:
    from carbonroad.importing.draft import Entries
    from carbonroad.importing.mspdi.tasks import Task


def changed_entries(task: Task, entries: Entries, telling: Telling) -> Entries:
    """Return our own entries with what differs from what was exported; each change is told."""
    before = held(task.own.get("as_exported", ""))
    if before is None:
        return entries
    changes = _Changes(task, entries, before, telling)
    changes.look()
    for key, (old, new) in changes.told.items():
        telling.tell(
            "changed-in-plan",
            task.record.line,
            say(
                '"{key}" of "{name}" was changed in the plan: {old} → {new}.',
                key=key,
                name=task.name,
                old=old or "–",
                new=new,
            ),
        )
    return changes.entries


class _Changes:
    """Compares a task with what it held.

    Attributes:
        entries: With the plan's values.
        told: Key → the value before and the plan's.
    """

    def __init__(self, task: Task, entries: Entries, before: Held, telling: Telling) -> None:
        self.task, self.before, self._telling = task, before, telling
        self.entries = dict(entries)
        self.told: dict[str, tuple[str, str]] = {}
        self._works = task.kind == "work"
        self._manual = task.record.get("Manual") == "1"

    def look(self) -> None:
        """Compare everything that people change in a plan."""
        self._length()
        if self._manual:
            self._window()
        else:
            self._constraint()
        self._day("deadline", "Deadline", self.before.deadline)
        if self._works:
            self._day("started", "ActualStart", self.before.began)
            percent = self.task.record.get("PercentComplete") or "0"
            if self.before.percent and percent != self.before.percent:
                self._put("progress", self.before.percent, percent)
        self._day("finished", "ActualFinish", self.before.ended)

    def _put(self, key: str, old: str, new: str) -> None:
        self.entries[key] = new
        self.told[key] = (old, new)

    def _read(self, element: str, *, ends: bool = False) -> date | None:
        return day(self.task.record, element, self.task.name, self._telling, ends=ends)

    def _day(self, key: str, element: str, old: str) -> None:
        found = self._read(element)
        if found is not None and found.isoformat() != old:
            self._put(key, old, found.isoformat())

    def _length(self) -> None:
        """A duration that was changed stands in place of a stated finish."""
        length = minutes(self.task.record, "Duration", self.task.name, self._telling)
        days = -(-(length or 0) // MINUTES_PER_DAY)
        if self._works and self.before.days and days and str(days) != self.before.days:
            self._put("takes", f"{self.before.days}d", f"{days}d")
            self.entries.pop("finish", None)

    def _constraint(self) -> None:
        """Where a bar was dragged to: a work's start, a milestone's deadline."""
        kind, bound = self.task.record.get("ConstraintType") or "0", self._read("ConstraintDate")
        if bound is None or f"{kind} {bound}" == self.before.constraint:
            return
        old = self.before.constraint.partition(" ")[2]
        if not self._works:
            self._put("deadline", old, bound.isoformat())
        elif kind in (str(MUST_START), str(START_FROM)):
            self._put("start", old, bound.isoformat())
            if "finish" in self.entries and "takes" not in self.entries and self.before.days.isdecimal():
                finish = bound + timedelta(days=int(self.before.days) - 1)
                self.entries["finish"] = finish.isoformat()

    def _window(self) -> None:
        """Days between which something falls, dragged to others."""
        start, finish = self._read("Start"), self._read("Finish", ends=True)
        if self.before.span and start is not None and finish is not None:
            span = f"{start}..{finish}"
            if span != self.before.span:
                self._put("deadline", self.before.span, span)
