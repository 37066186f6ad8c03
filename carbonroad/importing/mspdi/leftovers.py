"""What a plan has and a roadmap has not: each told at its line, or once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say, say_count
from carbonroad.importing.mspdi.fields import ALAP, START_BY
from carbonroad.importing.mspdi.plan_values import Telling, whole
from carbonroad.importing.mspdi.row_entries import custom_key

if TYPE_CHECKING:
    from carbonroad.importing.draft import Entries
    from carbonroad.importing.mspdi.tasks import Task

_CENTS = 100


class Leftovers:
    """Tells what is left out or put aside.

    Args:
        telling: Where it is told.
        currency: The plan's currency, empty where it names none.
    """

    def __init__(self, telling: Telling, currency: str) -> None:
        self.telling, self._currency = telling, currency
        self._headers: set[str] = set()
        self._stated = 0
        self._hours = 0

    def kept_aside(self, task: Task) -> None:
        """Tell once of each custom field that no key of the format holds."""
        for header in task.others:
            if header not in self._headers:
                self._headers.add(header)
                self.telling.tell(
                    "unknown-column",
                    task.record.line,
                    say(
                        'The custom field "{header}" is kept under {key}, which no page shows.',
                        header=header,
                        key=custom_key(header),
                    ),
                    say("rename it in the draft to the key that it means"),
                )

    def unknown(self, task: Task, unknown: Entries) -> None:
        """Tell of keys and lines of the notes that a row cannot have."""
        for key in unknown:
            self.telling.tell(
                "not-carried-over",
                task.record.at("Notes"),
                say(
                    '"{key}" of "{name}" is no key that stands there, and was left out.',
                    key=key,
                    name=task.name,
                ),
            )
        for line in task.remarks.unread:
            self.telling.tell(
                "not-carried-over",
                task.record.at("Notes"),
                say('A line in the notes of "{name}" was left out: {line}', name=task.name, line=line[:80]),
                say('write remarks above the line "carbonroad:"'),
            )

    def not_carried(self, task: Task, entries: Entries, kind: str) -> None:
        """Say what a plan has and a roadmap has not."""
        record = task.record
        if kind == "work" and "start" in entries and "finish" in entries:
            self._stated = self._stated or record.line
        self._hours += task.hours
        if "1" in map(record.get, ("Recurring", "IsSubproject", "ExternalTask")):
            message = say(
                '"{name}" recurs or belongs to another plan; it was taken as one task.', name=task.name
            )
            self.telling.tell("not-carried-over", record.line, message)
        if record.get("ConstraintType") in (str(ALAP), str(START_BY)):
            message = say(
                'The constraint of "{name}" (as late as possible, or start no later than) was left out.',
                name=task.name,
            )
            self.telling.tell("not-carried-over", record.at("ConstraintType"), message)
        if record.get("HyperlinkAddress"):
            entries["x-hyperlink"] = record.get("HyperlinkAddress")
        cost = whole(record.get("Cost").partition(".")[0])
        if cost and cost >= _CENTS and self._currency and kind == "work":
            entries.setdefault("cost", f"{cost // _CENTS} {self._currency}")

    def tell_once(self) -> None:
        """Tell what holds for the whole plan."""
        if self._stated:
            self.telling.tell(
                "working-days",
                self._stated,
                say(
                    "Works stand with the days they have in the plan (start and finish): "
                    "a roadmap counts calendar days."
                ),
                say('where a work should move with what comes before it, write "takes" in place of "finish"'),
            )
        if self._hours:
            self.telling.tell(
                "not-carried-over",
                1,
                say_count(
                    "Hours of work of {n} task were left out.",
                    "Hours of work of {n} tasks were left out.",
                    self._hours,
                ),
            )
