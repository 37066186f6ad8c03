"""Single values of a calendar's entries: texts, days, and the data of ours that they carry."""

import json
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.importing.own.json_members import Json, Members

if TYPE_CHECKING:
    from icalendar import Component

_DAY = timedelta(days=1)


def text_of(component: "Component", name: str) -> str:
    """Return the text of a property; of several the first; empty where there is none."""
    found = component.get(name)
    if isinstance(found, list):
        found = found[0] if found else None
    return "" if found is None else str(found).strip()


def texts_of(component: "Component", name: str) -> list[str]:
    """Return the texts of a property that may be there several times."""
    found = component.get(name)
    return [str(one).strip() for one in (found if isinstance(found, list) else [found]) if one is not None]


def data_of(members: Members, component: "Component", name: str) -> Json:
    """Return the data that one property carries; empty where there are none."""
    text = text_of(component, name)
    return data_in(members, component, name, text) if text else {}


def data_in(members: Members, component: "Component", name: str, text: str) -> Json:
    """Return the data in the text of one property; what is damaged is told and left out."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        return found
    members.wrong(f"{label_of(component)}.{name}", say("its data were changed by another program"))
    return {}


def label_of(component: "Component") -> str:
    """Return what findings call it: its id in the roadmap, else its summary's first words, else its kind."""
    ref = text_of(component, "X-CARBONROAD-ID")
    return ref or text_of(component, "SUMMARY")[:60] or str(component.name)


def day_of(component: "Component") -> date | None:
    """Return the day an entry stands under: a to-do's due day, an event's last day, else the first."""
    due = _day(component, "DUE")
    if due is not None:
        return due
    end, start = _day(component, "DTEND"), _day(component, "DTSTART")
    if end is None or start is None or end <= start:
        return start if start is not None else end
    return end - _DAY if _whole_days(component) else end


def _whole_days(component: "Component") -> bool:
    value = getattr(component.get("DTEND"), "dt", None)
    return isinstance(value, date) and not isinstance(value, datetime)


def _day(component: "Component", name: str) -> date | None:
    """The day of a date or a time, in the time's own zone."""
    value = component.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    value = getattr(value, "dt", None)
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def completed_on(component: "Component") -> date | None:
    """Return the day a to-do was marked as done."""
    return _day(component, "COMPLETED")
