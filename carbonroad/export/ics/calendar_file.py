"""Deadlines as an iCalendar file (RFC 5545, 7986, 9074): all-day events, or to-dos with a due day."""

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from carbonroad.base.texts.free_names import free_name
from carbonroad.base.texts.said import Said, say_count
from carbonroad.export.format import Exported
from carbonroad.export.ics.alarms import USUAL, triggers
from carbonroad.export.ics.data import Carried
from carbonroad.export.ics.entries import Entry, entries, stable_uid, without_day
from carbonroad.export.ics.words import categories, description, summary
from carbonroad.export.lines import one_line, some_of
from carbonroad.views.shared.words import Words

if TYPE_CHECKING:
    from icalendar import Alarm, Component

_EPOCH = date(2000, 1, 1)
_LONGEST_NAME = 60
_STATUS = {"on-track": "IN-PROCESS", "at-risk": "IN-PROCESS", "late": "IN-PROCESS"}
_DAY = timedelta(days=1)
_NOON = time(12)
"""The hour at which it is the same day almost everywhere, for what has to be a moment."""


def write(exported: Exported) -> dict[str, bytes]:
    """Return one calendar for all, or one for each body that owns or leads something."""
    found = entries(exported)
    name = exported.system.name
    maker = _Maker(exported)
    if not exported.options.per_owner:
        return {f"{name}.ics": maker.calendar(found, "")}
    words = maker.words
    bodies: dict[str, tuple[str, list[Entry]]] = {}
    for entry in found:
        duties = entry.item.parties
        for key, party in {party.key: party for party in (*duties.owner, *duties.lead)}.items():
            bodies.setdefault(key, (words.body(party), []))[1].append(entry)
        if not duties.answering:
            bodies.setdefault("", (words.w("No owner stated"), []))[1].append(entry)
    shown = {key: own for key, own in bodies.items() if maker.shown(own[1])}  # none may be without an entry
    files = _file_names(name, shown)
    return {files[key]: maker.calendar(some, title) for key, (title, some) in shown.items()}


def notes(exported: Exported) -> Sequence[Said]:
    """Return what is left out: without a day, nothing can be an event."""
    if exported.options.todo:
        return ()
    lacking = without_day(entries(exported))
    if not lacking:
        return ()
    return (
        say_count(
            "{n} item has no day and is not in the calendar: {names}; --as todo lists it without one.",
            "{n} items have no day and are not in the calendar: {names}; --as todo lists them without one.",
            len(lacking),
            names=some_of([entry.item.ref for entry in lacking]),
        ),
    )


def _file_names(name: str, bodies: Iterable[str]) -> dict[str, str]:
    """Return a file's name for each body: its id, or its words as far as every system takes them."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for key in bodies:
        normal = unicodedata.normalize("NFC", key)
        kept = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in normal)
        base = kept[:_LONGEST_NAME].strip("-") or ("no-owner" if not key else "body")
        folded = free_name(base.casefold(), taken)  # on some systems A.ics and a.ics are one file
        taken.add(folded)
        names[key] = f"{name}-{base}{folded.removeprefix(base.casefold())}.ics"
    return names


class _Maker:
    """Makes calendars of one roadmap."""

    def __init__(self, exported: Exported) -> None:
        self.exported = exported
        self.words = Words(exported.system, exported.facts, exported.lang)
        self.carried = Carried(exported)
        day = exported.system.as_of
        self.stamp = datetime.combine(day, time(), UTC)
        self.sequence = max((day - _EPOCH).days, 0)
        chosen = exported.options.alarms
        self.alarms = USUAL if chosen is None else chosen

    def shown(self, found: list[Entry]) -> list[Entry]:
        """Return the entries that stand in a calendar: as events, those with a day."""
        return [entry for entry in found if self.exported.options.todo or entry.day is not None]

    def calendar(self, found: list[Entry], body: str) -> bytes:
        """Return a calendar of entries; `body` is whose they are, empty for all."""
        from icalendar import Calendar

        words, system = self.words, self.exported.system
        title = one_line(words.text(system.title) or system.name)
        title = words.w("{name}: {value}", name=title, value=one_line(body)) if body else title
        made = Calendar()
        made.add("VERSION", "2.0")
        made.add("PRODID", f"-//carbonroad//carbonroad {self.exported.version}//EN")
        made.add("CALSCALE", "GREGORIAN")
        made.add("UID", stable_uid(system.name, "calendar", body))
        made.add("LAST-MODIFIED", self.stamp)
        made.add("NAME", title, parameters=self._language)
        made.add("X-WR-CALNAME", _text(title))
        about = f"{words.w('Data date')}{words.w(': ')}{system.as_of.isoformat()}"
        made.add("DESCRIPTION", about, parameters=self._language)
        made.add("X-WR-CALDESC", _text(about))
        refs = {entry.item.ref: None for entry in found}
        hidden = [] if self.exported.options.todo else [one.item.ref for one in without_day(found)]
        for name, value in self.carried.shared(refs, hidden):
            made.add(name, _text(value))
        for entry in self.shown(found):
            made.add_component(self._entry(entry, refs))
        data: bytes = made.to_ical(sorted=False)
        return data

    @property
    def _language(self) -> dict[str, str]:
        return {"LANGUAGE": self.exported.lang}

    def _entry(self, entry: Entry, refs: Collection[str]) -> "Component":
        from icalendar import Event, Todo

        words, todo = self.words, self.exported.options.todo
        made: Component = Todo() if todo else Event()
        made.add("UID", entry.uid)
        made.add("DTSTAMP", self.stamp)
        made.add("SEQUENCE", self.sequence)
        made.add("SUMMARY", summary(words, entry), parameters=self._language)
        made.add("DESCRIPTION", description(words, entry), parameters=self._language)
        made.add("CATEGORIES", categories(words, entry.item), parameters=self._language)
        if todo:
            self._todo(made, entry)
        else:
            self._event(made, entry)
        if entry.day is not None and not entry.closed:
            self._remind(made, entry, entry.day)
        self._own(made, entry, refs)
        return made

    def _event(self, made: "Component", entry: Entry) -> None:
        day = entry.day or self.exported.system.as_of
        made.add("DTSTART", day)
        if day < date.max:
            made.add("DTEND", day + _DAY)
        tentative = entry.role == "expected"
        made.add("STATUS", "CANCELLED" if entry.void else "TENTATIVE" if tentative else "CONFIRMED")
        made.add("TRANSP", "TRANSPARENT")

    def _todo(self, made: "Component", entry: Entry) -> None:
        if entry.day is not None:
            made.add("DTSTART" if entry.role == "begins" else "DUE", entry.day)
        standing = self.exported.facts.standings[entry.item.ref]
        status = "COMPLETED" if entry.done else _STATUS.get(standing.state, "NEEDS-ACTION")
        made.add("STATUS", "CANCELLED" if entry.void else status)
        if entry.done and not entry.void:
            made.add("PERCENT-COMPLETE", 100)
            if entry.finished is not None:
                made.add("COMPLETED", datetime.combine(entry.finished, _NOON, UTC))
        elif standing.progress is not None and not entry.void:
            made.add("PERCENT-COMPLETE", min(max(round(standing.progress), 0), 100))

    def _remind(self, made: "Component", entry: Entry, day: date) -> None:
        for trigger in triggers(day, self.alarms, self.exported.system.as_of):
            made.add_component(self._alarm(entry, trigger))

    def _alarm(self, entry: Entry, trigger: timedelta) -> "Alarm":
        from icalendar import Alarm

        made = Alarm()
        made.add("ACTION", "DISPLAY")
        ends = self.exported.options.todo and entry.role != "begins"
        made.add("TRIGGER", trigger, parameters={"RELATED": "END"} if ends else {})
        made.add("UID", stable_uid(entry.uid, str(trigger)))
        made.add("DESCRIPTION", summary(self.words, entry), parameters=self._language)
        return made

    def _own(self, made: "Component", entry: Entry, refs: Collection[str]) -> None:
        """The properties by which other programs, and `import`, know an entry again."""
        item, duties = entry.item, entry.item.parties
        made.add("X-CARBONROAD-ID", _text(item.ref))
        if item.deadline is not None:
            made.add("X-CARBONROAD-DEADLINE", _text(one_line(item.deadline.words)))
        for name, parties in (("OWNER", duties.owner), ("LEAD", duties.lead), ("SUPPORT", duties.support)):
            for party in parties:
                made.add(f"X-CARBONROAD-{name}", _text(one_line(party.key)))
        made.add("X-CARBONROAD-STATUS", _text(self.exported.facts.standings[item.ref].state))
        made.add("X-CARBONROAD-TITLE", _text(one_line(self.words.title(item))), parameters=self._language)
        if entry.day is not None:
            made.add("X-CARBONROAD-DAY", _text(entry.day.isoformat()))
        if entry.term is None or entry.term == (item.deadline and item.deadline.instances[0]):
            made.add("X-CARBONROAD-ITEM", _text(self.carried.item(item.ref, refs)))


def _text(value: str) -> "object":
    """A text as a value of an `X-` property, marked as text so that every reader takes its escapes off."""
    from icalendar import vText

    made = vText(value)
    made.params["VALUE"] = "TEXT"
    return made
