"""What people changed in a calendar after the export: another day, another title, done."""

from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.importing.own.ics_values import completed_on, day_of, label_of, text_of
from carbonroad.importing.own.json_members import Json, Members

if TYPE_CHECKING:
    from icalendar import Component

_HELP = say("if that was not meant, write into the draft what stood there before")


def changed(members: Members, entry: "Component", item: Json) -> None:
    """Take what was changed in an entry over into the item that it was made of."""
    _day(members, entry, item)
    _title(members, entry, item)
    _done(members, entry, item)


def _day(members: Members, entry: "Component", item: Json) -> None:
    was, day = text_of(entry, "X-CARBONROAD-DAY"), day_of(entry)
    if day is None or day.isoformat() == was or _recurs(item):
        return
    said = item.get("deadline")
    words = said.get("text", "") if isinstance(said, dict) else ""
    at = label_of(entry)
    key = "finish" if "finish" in item and not words else "deadline"
    item[key] = day.isoformat() if key == "finish" else {"text": day.isoformat()}
    item.pop("if", None)
    message = say(
        "{item} was moved in the calendar from {was} to {day}; its deadline was worded “{words}”.",
        item=at,
        was=was or say("no day"),
        day=day.isoformat(),
        words=words,
    )
    members.tell("changed-elsewhere", f"{at}.{key}", message, _HELP)


def _recurs(item: Json) -> bool:
    said = item.get("deadline")
    return isinstance(said, dict) and said.get("kind") == "each"


def _title(members: Members, entry: "Component", item: Json) -> None:
    """A new title; a target's stands at its indicator, and its summary holds the value too."""
    was, summary = text_of(entry, "X-CARBONROAD-TITLE"), text_of(entry, "SUMMARY")
    if not was or not summary or was in " ".join(summary.split()) or "title" not in item:
        return
    at = label_of(entry)
    title = summary.removeprefix("✓").strip()
    spoken = str(getattr(entry.get("X-CARBONROAD-TITLE"), "params", {}).get("LANGUAGE", ""))
    old = item["title"]
    item["title"] = {**old, spoken: title} if isinstance(old, dict) and spoken in old else title
    message = say("{item} was renamed in the calendar from “{was}” to “{now}”.", item=at, was=was, now=title)
    members.tell("changed-elsewhere", f"{at}.title", message, _HELP)


def _done(members: Members, entry: "Component", item: Json) -> None:
    """What was ticked off: done on that day, or stated as done where no day is known."""
    if text_of(entry, "STATUS").upper() != "COMPLETED" or text_of(entry, "X-CARBONROAD-STATUS") == "done":
        return
    if item.get("finished") or _recurs(item):
        return
    day = completed_on(entry)
    at = label_of(entry)
    item |= {"status": "done"} if day is None else {"finished": day.isoformat()}
    message = say("{item} was ticked off in the calendar.", item=at)
    members.tell("changed-elsewhere", f"{at}.finished", message, _HELP)
