"""The tasks of a plan with what their elements mean: days, lengths, links, custom fields, resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.importing.mspdi.fields import BODY_ID, BY_HEADER, LINK_TYPES, MINUTES_PER_DAY, kind_of
from carbonroad.importing.mspdi.plan_values import MINUTES_OF_A_DAY, Telling, whole
from carbonroad.importing.mspdi.remarks import Remarks, read_remarks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carbonroad.importing.mspdi.xml_tree import Document, Record


_ELAPSED: Final = frozenset(("4", "6", "8", "10", "12", "36", "38", "40", "42", "44"))
_PERCENT: Final = frozenset(("19", "20", "51", "52"))


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


def tasks_of(document: Document, telling: Telling) -> list[Task]:
    """Return the tasks that say something, in the plan's order."""
    records = [one for one in document.records["Tasks/Task"] if one.get("IsNull") != "1"]
    headers = {
        one.get("FieldID"): one.get("Alias") or one.get("FieldName")
        for one in document.records["ExtendedAttributes/ExtendedAttribute"]
    }
    bodies, hours = _bodies_by_task(document), _with_hours(document)
    per_day = whole(document.project.get("MinutesPerDay")) or MINUTES_PER_DAY
    levels = [*map(_level, records), 0]
    tasks: list[Task] = []
    taken: set[int] = set()
    for number, one in enumerate(records):
        own, others = _custom(one, headers)
        name = " ".join(one.get("Name").split())
        uid = _uid(one, -1 - number, taken, telling)
        taken.add(uid)
        tasks.append(
            Task(
                uid=uid,
                level=levels[number],
                name=name,
                record=one,
                kind=kind_of(own.get("kind", "")) if own.get("id") else "",
                own=own,
                others=others,
                remarks=read_remarks(one.fields.get("Notes", "")),
                bonds=tuple(_bonds(one, name, per_day, telling)),
                bodies=tuple(bodies.get(uid, ())),
                hours=uid in hours,
                summary=levels[number + 1] > levels[number],
            )
        )
    return tasks


def _with_hours(document: Document) -> set[int | None]:
    """The numbers of the tasks that somebody is to work on for hours."""
    return {
        whole(one.get("TaskUID"))
        for one in document.records["Assignments/Assignment"]
        if one.get("Work") not in ("", "PT0H0M0S")
    }


def _level(record: Record) -> int:
    level = whole(record.get("OutlineLevel"))
    if level is None:
        outline = record.get("OutlineNumber")
        level = outline.count(".") + 1 if outline else 1
    return max(0, min(level, 40))


def _uid(record: Record, instead: int, taken: set[int], telling: Telling) -> int:
    """A task's number; one that has none, or another's, is told and gets a number that no link names."""
    uid = whole(record.get("UID"))
    if uid is not None and uid not in taken:
        return uid
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
    return instead


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
        day_length = MINUTES_OF_A_DAY if one.get("LagFormat") in _ELAPSED else per_day
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
