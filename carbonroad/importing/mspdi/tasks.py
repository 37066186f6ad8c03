"""The tasks of a plan with what their elements mean: days, lengths, links, custom fields, resources."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from carbonroad.base.lazy_pattern import lazy_pattern
from carbonroad.base.record import NamedTuple
from carbonroad.base.said import Said, say
from carbonroad.findings import found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.mspdi.fields import BODY_ID, BY_HEADER, LINK_TYPES, kind_of
from carbonroad.importing.mspdi.remarks import Remarks, read_remarks
from carbonroad.importing.mspdi.xml_tree import Document, Record, line_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carbonroad.findings import Finding

_DURATION: Final = lazy_pattern(
    r"(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d{0,9})?S)?)?"
)
_NUMBER: Final = lazy_pattern(r"-?\d{1,12}")
_MOMENT: Final = lazy_pattern(
    r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_ELAPSED: Final = frozenset(("4", "6", "8", "10", "12", "36", "38", "40", "42", "44"))
_PERCENT: Final = frozenset(("19", "20", "51", "52"))
_DAY: Final = 1440


class Bond(NamedTuple):
    """A link as a plan has it: what comes before (by its number), how, and the lag in days."""

    before: int
    type: str
    lag: int
    line: int


class Task(NamedTuple):
    """A task of the plan.

    Attributes:
        uid: Its number; what has none gets a negative one.
        level: In the outline.
        name: Its name.
        record: Its elements.
        kind: What our own field says that it is; empty where there is none.
        own: The values of our own custom fields, by key.
        others: Those of other custom fields, by header.
        remarks: Its notes.
        bonds: Its predecessors.
        bodies: The names of its resources.
        hours: Whether any of them has hours of work.
        summary: Whether tasks stand below it.
    """

    uid: int
    level: int
    name: str
    record: Record
    kind: str
    own: Mapping[str, str]
    others: Mapping[str, str]
    remarks: Remarks
    bonds: tuple[Bond, ...]
    bodies: tuple[Body, ...]
    hours: bool
    summary: bool


class Body(NamedTuple):
    """A resource: its name, and the id of the organisation where our own field gives it."""

    name: str
    id: str


class Telling:
    """Collects findings about a plan."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        self.findings: list[Finding] = list(document.findings)

    def tell(self, rule: str, line: int, message: Said, help_: Said | str = "") -> None:
        """Add a finding about a line."""
        self.findings.append(found(BY_NAME[rule], line_span(self.source, line), message, help_=help_))

    def unreadable(self, record: Record, name: str, task: str) -> None:
        """Say that a value was left out."""
        self.tell(
            "unreadable-plan-value",
            record.at(name),
            say(
                '"{text}" of "{task}" is no {name} that can be read.',
                text=record.get(name),
                task=task,
                name=name,
            ),
            say("correct it in the plan and save it anew, or add the value to the draft by hand"),
        )


def day(record: Record, name: str, task: str, telling: Telling, *, ends: bool = False) -> date | None:
    """Return the day of a moment; what ends at midnight ends the day before."""
    text = record.get(name)
    if not text or text == "NA":
        return None
    shape = _MOMENT.fullmatch(text)
    try:
        found_day = None if shape is None else date.fromisoformat(shape[1])
    except ValueError:
        found_day = None
    if found_day is None or shape is None:
        telling.unreadable(record, name, task)
        return None
    if ends and shape[2] is not None and shape[2].startswith("00:00") and found_day > date.min:
        return found_day - timedelta(days=1)
    return found_day


def minutes(record: Record, name: str, task: str, telling: Telling) -> int | None:
    """Return a length in minutes; None where there is none or it is negative."""
    text = record.get(name)
    if not text:
        return None
    shape = _DURATION.fullmatch(text)
    if shape is None or shape[1] or not any(shape.groups()[1:]):
        telling.unreadable(record, name, task)
        return None
    days, hours, mins, seconds = (int(part or 0) for part in shape.groups()[1:])
    return days * _DAY + hours * 60 + mins + seconds // 60


def whole(text: str) -> int | None:
    """Return a whole number; None for anything else."""
    return int(text) if _NUMBER.fullmatch(text) else None


def tasks_of(document: Document, telling: Telling) -> list[Task]:
    """Return the tasks that say something, in the plan's order."""
    records = [one for one in document.records["Tasks/Task"] if one.get("IsNull") != "1"]
    headers = {
        one.get("FieldID"): one.get("Alias") or one.get("FieldName")
        for one in document.records["ExtendedAttributes/ExtendedAttribute"]
    }
    bodies = _bodies_by_task(document)
    hours = {
        whole(one.get("TaskUID"))
        for one in document.records["Assignments/Assignment"]
        if one.get("Work") not in ("", "PT0H0M0S")
    }
    per_day = whole(document.project.get("MinutesPerDay")) or 480
    levels = [_level(one) for one in records]
    found_tasks = []
    known: set[int] = set()
    for number, one in enumerate(records):
        uid = whole(one.get("UID"))
        if uid is None or uid in known:
            _without_number(one, uid, telling)
            uid = -1 - number
        known.add(uid)
        own, others = _custom(one, headers)
        summary = number + 1 < len(levels) and levels[number + 1] > levels[number]
        name = " ".join(one.get("Name").split())
        bonds = tuple(_bonds(one, name, per_day, telling))
        remarks = read_remarks(one.fields.get("Notes", ""))
        kind = kind_of(own.get("kind", "")) if own.get("id") else ""
        people = tuple(bodies.get(uid, ()))
        found_tasks.append(
            Task(
                uid,
                levels[number],
                name,
                one,
                kind,
                own,
                others,
                remarks,
                bonds,
                people,
                uid in hours,
                summary,
            )
        )
    return found_tasks


def _level(record: Record) -> int:
    level = whole(record.get("OutlineLevel"))
    if level is None:
        outline = record.get("OutlineNumber")
        level = outline.count(".") + 1 if outline else 1
    return max(0, min(level, 40))


def _without_number(record: Record, uid: int | None, telling: Telling) -> None:
    message = (
        say('The task "{name}" has no number (UID).', name=record.get("Name"))
        if uid is None
        else say(
            'Two tasks have the number {uid}; this is the second: "{name}".', uid=uid, name=record.get("Name")
        )
    )
    telling.tell(
        "unreadable-plan-value",
        record.at("UID"),
        message,
        say("links to it were taken as links to the first"),
    )


def _custom(record: Record, headers: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The values of our own custom fields by key, and of others by header."""
    own: dict[str, str] = {}
    others: dict[str, str] = {}
    for one in record.parts.get("ExtendedAttribute", ()):
        field, value = one.get("FieldID"), one.get("Value")
        header = headers.get(field, "")
        column = BY_HEADER.get((field, header))
        if not value:
            continue
        if column is None:
            others[header or field] = value
        else:
            own[column.key] = value
    return own, others


def _bodies_by_task(document: Document) -> dict[int, list[Body]]:
    bodies = {}
    for one in document.records["Resources/Resource"]:
        name = " ".join(one.get("Name").split())
        uid = whole(one.get("UID"))
        if name and uid is not None and one.get("IsNull") != "1":
            ids = (
                p.get("Value") for p in one.parts.get("ExtendedAttribute", ()) if p.get("FieldID") == BODY_ID
            )
            bodies[uid] = Body(name, next(ids, ""))
    found_bodies: dict[int, list[Body]] = {}
    for one in document.records["Assignments/Assignment"]:
        task, resource = whole(one.get("TaskUID")), whole(one.get("ResourceUID"))
        if task is not None and resource in bodies:
            named = found_bodies.setdefault(task, [])
            if bodies[resource] not in named:
                named.append(bodies[resource])
    return found_bodies


def _bonds(record: Record, name: str, per_day: int, telling: Telling) -> list[Bond]:
    found_bonds = []
    for one in record.parts.get("PredecessorLink", ()):
        before, kind = whole(one.get("PredecessorUID")), whole(one.get("Type") or "1")
        if (
            one.get("CrossProject") == "1"
            or before is None
            or kind is None
            or not 0 <= kind < len(LINK_TYPES)
        ):
            telling.tell(
                "link-left-out",
                one.line,
                say('A link of "{name}" to another plan, or of no known type, was left out.', name=name),
                say('write it under "after" if the task it names is in the roadmap'),
            )
            continue
        lag = whole(one.get("LinkLag") or "0") or 0
        day_length = _DAY if one.get("LagFormat") in _ELAPSED else per_day
        days, rest = divmod(lag, day_length * 10)
        if one.get("LagFormat") in _PERCENT or rest:
            days = 0 if one.get("LagFormat") in _PERCENT else days + 1
            telling.tell(
                "not-carried-over",
                one.at("LinkLag"),
                say(
                    'The lag of a link of "{name}" is no number of days; it was taken as {n}.',
                    name=name,
                    n=days,
                ),
                say('correct "lag" in the draft'),
            )
        found_bonds.append(Bond(before, LINK_TYPES[kind], days, one.line))
    return found_bonds
