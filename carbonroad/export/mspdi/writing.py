"""Microsoft Project XML: a plan that Microsoft Project and ProjectLibre open, on a calendar of seven days.

Every day has eight working hours, from eight to twelve and from one to five, so that a work of n days takes n
days, ends on its last day and its successor begins the next morning, as in the roadmap's own schedule.
"""

from collections.abc import Sequence
from itertools import pairwise

from carbonroad.base.texts.said import Said, say_count
from carbonroad.export.format import Exported
from carbonroad.export.mspdi.entries import top_entries
from carbonroad.export.mspdi.names import Names
from carbonroad.export.mspdi.plan import Plan, Plans, make_plans
from carbonroad.export.mspdi.rows import Row, make_rows
from carbonroad.export.mspdi.tasks import Tasks
from carbonroad.export.mspdi.times import Numbered, moment, span
from carbonroad.export.mspdi.xml_text import Xml
from carbonroad.importing.mspdi.fields import (
    BODY_ID,
    COLUMNS,
    FIRST_DAY,
    LAST_DAY,
    LONGEST_NAME,
    MINUTES_PER_DAY,
    NAMESPACE,
    word_in,
)
from carbonroad.importing.mspdi.remarks import remarks_text

_CALENDAR = 1
_FIRST_OF_RESOURCES = 10
_WORK = 1
_DAYS_PER_WEEK, _DAYS_PER_MONTH = 7, 30


def write(exported: Exported) -> dict[str, bytes]:
    """Return the one file."""
    return {f"{exported.system.name}.xml": plan_of(exported)}


def notes(exported: Exported) -> Sequence[Said]:
    """Return what Microsoft Project does not know of this roadmap."""
    plans = _plans(exported, make_rows(exported))
    outside = sum(plan.outside for plan in plans.by_ref.values())
    return [
        say_count(
            "{n} item has a date before 1984 or after 2149, which Microsoft Project does not know; "
            "its words stand in its place.",
            "{n} items have dates before 1984 or after 2149, which Microsoft Project does not know; "
            "their words stand in their place.",
            outside,
        )
    ] * bool(outside)


def _plans(exported: Exported, rows: Sequence[Row]) -> Plans:
    return make_plans(exported, (row.item for row in rows if row.item is not None))


def plan_of(exported: Exported) -> bytes:
    """Return a roadmap as a plan of Microsoft Project."""
    rows = make_rows(exported)
    plans, names = _plans(exported, rows), Names(exported)
    numbered = _numbered(rows, plans)
    numbers: dict[tuple[str, str], int] = {(one.row.kind, one.row.ref): one.uid for one in numbered}
    tasks = Tasks(exported, plans, names, numbers)
    assigned = [(one, names.assign(one.row.parties)) for one in numbered if one.row.item is not None]
    xml = Xml(f'Project xmlns="{NAMESPACE}"')
    _head(xml, exported, numbered)
    _custom_fields(xml, tasks)
    _calendars(xml, names)
    with xml.inside("Tasks"):
        _whole(xml, tasks, numbered)
        for one in numbered:
            tasks.put(xml, one)
    _resources(xml, exported, names)
    _assignments(xml, assigned)
    return xml.data()


def _numbered(rows: Sequence[Row], plans: Plans) -> list[Numbered]:
    """Number the rows down the plan; a summary lasts from the first day to the last of what is below it."""
    spans: list[Plan] = [Plan()] * len(rows)
    open_rows: list[int] = []
    outlines: list[str] = []
    counts = [0] * 8
    for number, row in enumerate(rows):
        counts[row.level] += 1
        counts[row.level + 1 :] = [0] * (len(counts) - row.level - 1)
        outlines.append(".".join(map(str, counts[1 : row.level + 1])))
        del open_rows[row.level - 1 :]
        if row.item is not None:
            spans[number] = plan = plans.by_ref[row.ref]
            for above in open_rows:
                spans[above] = _joined(spans[above], plan)
        open_rows.append(number)
    below = [after.level > row.level for row, after in pairwise(rows)]
    return [
        Numbered(number + 1, outlines[number], row, spans[number], number < len(below) and below[number])
        for number, row in enumerate(rows)
    ]


def _joined(span: Plan, plan: Plan) -> Plan:
    if plan.start is None or plan.finish is None:
        return span
    start = plan.start if span.start is None else min(span.start, plan.start)
    return Plan(start, max(plan.finish, span.finish or 0))


def _ends(exported: Exported, numbered: Sequence[Numbered]) -> tuple[int, int]:
    """The midnights between which everything stands that has a date."""
    starts = [one.plan.start for one in numbered if one.plan.start is not None]
    finishes = [one.plan.finish for one in numbered if one.plan.finish is not None]
    as_of = _as_of(exported)
    first = min(starts, default=as_of)
    return min(first, *(f - 1 for f in finishes)) if finishes else first, max(finishes, default=as_of + 1)


def _as_of(exported: Exported) -> int:
    """The midnight that begins the data date, or the nearest day that Project knows."""
    return min(max(exported.system.as_of, FIRST_DAY), LAST_DAY).toordinal()


def _head(xml: Xml, exported: Exported, numbered: Sequence[Numbered]) -> None:
    system = exported.system
    start, finish = _ends(exported, numbered)
    title = " ".join(system.title.pick(exported.lang, system.languages).split())
    as_of = moment(_as_of(exported), begins=True)
    xml.put("SaveVersion", 14)
    xml.put("Name", f"{system.name}.xml")
    xml.put("Title", title[:LONGEST_NAME])
    xml.put("ScheduleFromStart", 1)
    xml.put("StartDate", moment(start, begins=True))
    xml.put("FinishDate", moment(finish, begins=False))
    xml.put("CriticalSlackLimit", max(0, exported.facts.schedule.critical_float or 0))
    xml.put("CalendarUID", _CALENDAR)
    xml.put("DefaultStartTime", "08:00:00")
    xml.put("DefaultFinishTime", "17:00:00")
    xml.put("MinutesPerDay", MINUTES_PER_DAY)
    xml.put("MinutesPerWeek", MINUTES_PER_DAY * _DAYS_PER_WEEK)
    xml.put("DaysPerMonth", _DAYS_PER_MONTH)
    xml.put("DefaultTaskType", 1)
    xml.put("DurationFormat", 7)
    xml.put("WorkFormat", 2)
    xml.put("HonorConstraints", 1)
    xml.put("MultipleCriticalPaths", 0)
    xml.put("NewTasksEffortDriven", 0)
    xml.put("NewTasksEstimated", 0)
    xml.put("SplitsInProgressTasks", 0)
    xml.put("WeekStartDay", 1)
    xml.put("StatusDate", as_of)
    xml.put("CurrentDate", as_of)
    xml.put("NewTasksAreManual", 0)


def _custom_fields(xml: Xml, tasks: Tasks) -> None:
    with xml.inside("ExtendedAttributes"):
        for column in COLUMNS:
            with xml.inside("ExtendedAttribute"):
                xml.put("FieldID", column.field)
                xml.put("FieldName", column.name)
                xml.put("Alias", column.chinese if tasks.columns.chinese else column.english)
        with xml.inside("ExtendedAttribute"):
            xml.put("FieldID", BODY_ID)
            xml.put("FieldName", "Text1")
            xml.put("Alias", "编号" if tasks.columns.chinese else "ID")


def _calendars(xml: Xml, names: Names) -> None:
    """One calendar on which every day is worked, and one like it for each resource."""
    with xml.inside("Calendars"):
        with xml.inside("Calendar"):
            xml.put("UID", _CALENDAR)
            xml.put("Name", "Standard")
            xml.put("IsBaseCalendar", 1)
            xml.put("BaseCalendarUID", -1)
            with xml.inside("WeekDays"):
                for day in range(1, 8):
                    _working_day(xml, day)
        for key, number in names.resources.items():
            with xml.inside("Calendar"):
                xml.put("UID", _FIRST_OF_RESOURCES + number)
                xml.put("Name", names.called(key))
                xml.put("IsBaseCalendar", 0)
                xml.put("BaseCalendarUID", _CALENDAR)


def _working_day(xml: Xml, day: int) -> None:
    with xml.inside("WeekDay"):
        xml.put("DayType", day)
        xml.put("DayWorking", 1)
        with xml.inside("WorkingTimes"):
            for begins, ends in (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")):
                with xml.inside("WorkingTime"):
                    xml.put("FromTime", begins)
                    xml.put("ToTime", ends)


def _whole(xml: Xml, tasks: Tasks, numbered: Sequence[Numbered]) -> None:
    """The row of the whole plan, whose notes are the project's comments."""
    exported = tasks.exported
    system = exported.system
    start, finish = _ends(exported, numbered)
    title, titles = tasks.native(system.title)
    entries = top_entries(system)
    with xml.inside("Task"):
        xml.put("UID", 0)
        xml.put("ID", 0)
        xml.put("Name", " ".join(title.split())[:LONGEST_NAME])
        xml.put("Type", 1)
        xml.put("IsNull", 0)
        xml.put("WBS", "0")
        xml.put("OutlineNumber", "0")
        xml.put("OutlineLevel", 0)
        xml.put("Start", moment(start, begins=True))
        xml.put("Finish", moment(finish, begins=False))
        xml.put("Duration", span(finish - start))
        xml.put("DurationFormat", 7)
        xml.put("Milestone", 0)
        xml.put("Summary", 1)
        more = {"title": titles} if titles else {}
        xml.put("Notes", remarks_text("", {"language": exported.lang, **more, **entries}))
        for key, value in (
            ("id", system.name),
            ("kind", word_in("mspdi", "roadmap", chinese=tasks.columns.chinese)),
        ):
            with xml.inside("ExtendedAttribute"):
                xml.put("FieldID", next(column.field for column in COLUMNS if column.key == key))
                xml.put("Value", value)


def _resources(xml: Xml, exported: Exported, names: Names) -> None:
    with xml.inside("Resources"):
        for key, number in names.resources.items():
            body = exported.system.organisations.get(key)
            with xml.inside("Resource"):
                xml.put("UID", number)
                xml.put("ID", number)
                xml.put("Name", names.called(key))
                xml.put("Type", _WORK)
                xml.put("IsNull", 0)
                xml.put("MaxUnits", 1)
                xml.put("CalendarUID", _FIRST_OF_RESOURCES + number)
                if body is not None:
                    with xml.inside("ExtendedAttribute"):
                        xml.put("FieldID", BODY_ID)
                        xml.put("Value", key)


def _assignments(xml: Xml, assigned: Sequence[tuple[Numbered, list[int]]]) -> None:
    """Who is named with each task, without any hours of work."""
    count = 0
    with xml.inside("Assignments"):
        for one, numbers in assigned:
            lasting = one.plan.days
            for number in numbers:
                count += 1
                with xml.inside("Assignment"):
                    xml.put("UID", count)
                    xml.put("TaskUID", one.uid)
                    xml.put("ResourceUID", number)
                    if one.plan.start is not None and one.plan.finish is not None:
                        begins = bool(lasting) or one.plan.opens
                        xml.put("Finish", moment(one.plan.finish, begins=one.plan.opens))
                        xml.put("Start", moment(one.plan.start, begins=begins))
                    xml.put("Units", 0)
                    xml.put("Work", "PT0H0M0S")
