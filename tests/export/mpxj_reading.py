"""What MPXJ reads in plans, and what its own scheduler makes of them; a process of its own with Java.

Usage: mpxj_reading.py PLAN.xml... > result.json
"""

import importlib
import json
import sys
from typing import Any

jpype: Any = importlib.import_module("jpype")
importlib.import_module("mpxj")  # puts MPXJ on Java's path


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _days(duration: Any, properties: Any) -> float | None:
    unit = _java("org.mpxj.TimeUnit").DAYS
    return None if duration is None else float(duration.convertUnits(unit, properties).getDuration())


def _fields(project: Any, task: Any) -> dict[str, str]:
    found = {}
    for field in project.getCustomFields():
        value = task.getCachedValue(field.getFieldType())
        if value is not None and field.getAlias() is not None:
            found[str(field.getAlias())] = str(value)
    return found


def _task(project: Any, task: Any) -> dict[str, Any]:
    properties = project.getProjectProperties()
    return {
        "name": _text(task.getName()),
        "level": int(task.getOutlineLevel()),
        "wbs": _text(task.getWBS()),
        "milestone": bool(task.getMilestone()),
        "summary": bool(task.getSummary()),
        "active": bool(task.getActive()),
        "manual": str(task.getTaskMode()) == "MANUALLY_SCHEDULED",
        "start": _text(task.getStart()),
        "finish": _text(task.getFinish()),
        "days": _days(task.getDuration(), properties),
        "constraint": _text(task.getConstraintType()),
        "bound": _text(task.getConstraintDate()),
        "deadline": _text(task.getDeadline()),
        "percent": _text(task.getPercentageComplete()),
        "began": _text(task.getActualStart()),
        "ended": _text(task.getActualFinish()),
        "baseline": [_text(task.getBaselineStart()), _text(task.getBaselineFinish())],
        "notes": _text(task.getNotes()),
        "early": [_text(task.getEarlyStart()), _text(task.getEarlyFinish())],
        "late": [_text(task.getLateStart()), _text(task.getLateFinish())],
        "float": _days(task.getTotalSlack(), properties),
        "free": _days(task.getFreeSlack(), properties),
        "critical": bool(task.getCritical()),
        "links": [
            [
                int(link.getPredecessorTask().getUniqueID()),
                str(link.getType()),
                _days(link.getLag(), properties),
            ]
            for link in task.getPredecessors()
        ],
        "resources": [
            [_text(one.getResource().getName()), _days(one.getWork(), properties)]
            for one in task.getResourceAssignments()
            if one.getResource() is not None
        ],
        "fields": _fields(project, task),
    }


def _read(path: str) -> dict[str, Any]:
    project = _java("org.mpxj.mspdi.MSPDIReader")().read(path)
    found = {
        "title": _text(project.getProjectProperties().getProjectTitle()),
        "calendar": [
            float(project.getDefaultCalendar().getWork(day, _java("org.mpxj.TimeUnit").HOURS).getDuration())
            for day in _java("java.time.DayOfWeek").values()
        ],
        "resources": [_text(one.getName()) for one in project.getResources()],
        "tasks": {int(task.getUniqueID()): _task(project, task) for task in project.getTasks()},
    }
    start = project.getProjectProperties().getStartDate()
    _java("org.mpxj.cpm.MicrosoftScheduler")().schedule(project, start)
    found["scheduled"] = {int(task.getUniqueID()): _task(project, task) for task in project.getTasks()}
    return found


def _java(name: str) -> Any:
    return jpype.JClass(name)


def _hours() -> Any:
    """Return MPXJ's unit of hours."""
    return _java("org.mpxj.TimeUnit").HOURS


def _orders() -> dict[str, list[str]]:
    """The order of the elements that the format asks for, in small letters, by what they stand in."""
    kind = _java("jakarta.xml.bind.annotation.XmlType").class_
    found = {}
    for name in ("", *_INNER):
        shape = _java(f"org.mpxj.mspdi.schema.Project{name}").class_.getAnnotation(kind)
        found[name.rpartition("$")[2] or "Project"] = [str(one).lower() for one in shape.propOrder()]
    return found


_INNER = (
    "$Tasks$Task",
    "$Tasks$Task$PredecessorLink",
    "$Tasks$Task$Baseline",
    "$Resources$Resource",
    "$Assignments$Assignment",
    "$Calendars$Calendar",
)


def main() -> None:
    """Write what is read to standard output."""
    # One plan is read once: a compiler that optimises and a collector with threads cost more than they save.
    jpype.startJVM("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
    read = {path: _read(path) for path in sys.argv[1:]}
    sys.stdout.write(json.dumps({"orders": _orders(), "plans": read}))


if __name__ == "__main__":
    main()
