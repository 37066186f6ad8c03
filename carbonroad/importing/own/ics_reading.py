"""The calendar that `export --to ics` writes, read back with what people changed in it; other entries too."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carbonroad.base.texts.free_names import free_name
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.importing.draft import DUTIES, Draft
from carbonroad.importing.foreign.faults import over_limit
from carbonroad.importing.own.ics_changes import changed
from carbonroad.importing.own.ics_values import data_in, data_of, day_of, label_of, text_of, texts_of
from carbonroad.importing.own.json_members import Json, Members
from carbonroad.importing.own.json_reading import document_draft
from carbonroad.source.text import SourceText, from_bytes

if TYPE_CHECKING:
    from icalendar import Calendar, Component

MOST_ENTRIES = 50_000
_MOST_PIECES = 60_000
"""Calendars, entries and alarms."""
_MOST_FOLDS = 20_000
"""Lines of one property."""
_ID = lazy_pattern(r"[\w-]{1,100}")
_LISTS = ("milestones", "works", "indicators", "measures")
_SHARED = {"PHASE": "phases", "ORGANISATION": "organisations", "SOURCE": "sources"}


def read_own_ics(data: bytes, name: str) -> Draft:
    """Return the draft of a calendar: the roadmap that it carries, else a milestone for each entry."""
    source = from_bytes(data, name)
    if isinstance(source, Finding):
        return Draft({}, {}, (source,))
    if _is_too_much(source.text):
        return Draft({}, {}, (_too_much(name),), (source,))
    members = Members(source)
    calendars = _calendars(source, members)
    if not calendars:
        return Draft({}, {}, tuple(members.findings), (source,))
    document = _Document(members).of(calendars)
    if not document["top"] and not document["industries"]:
        message = say("The calendar holds no entry.")
        members.tell("damaged-export", "", message, say("export the calendar again"))
        return Draft({}, {}, tuple(members.findings), (source,))
    top, industries = document_draft(document, members)
    return Draft(top, industries, tuple(members.findings), (source,))


def _is_too_much(text: str) -> bool:
    """Whether a calendar holds more than is read: too many pieces, or one property of too many lines."""
    pieces = folds = 0
    for line in text.splitlines():
        folds = folds + 1 if line[:1] in (" ", "\t") else 0
        pieces += line[:6].upper() == "BEGIN:"
        if folds > _MOST_FOLDS or pieces > _MOST_PIECES:
            return True
    return False


def _too_much(name: str) -> Finding:
    message = say(
        "{name} has more than {limit:,} entries and alarms, or a property of more than {n:,} lines.",
        name=name,
        limit=_MOST_PIECES,
        n=_MOST_FOLDS,
    )
    return over_limit(name, message, say("export it in several calendars"))


def _calendars(source: SourceText, members: Members) -> "list[Calendar]":
    """The calendars of a file, or none and a finding."""
    from icalendar import Calendar

    try:
        found = [one for one in Calendar.from_ical(source.text, multiple=True) if one.name == "VCALENDAR"]
    except (ValueError, KeyError, IndexError, RecursionError) as problem:
        why = str(problem).partition("\n")[0][:200]
        message = say("This is no calendar that can be read: {why}.", why=why)
        members.tell("damaged-export", "", message, say("export the calendar again"))
        return []
    if not found:
        message = say("There is no calendar in this file.")
        members.tell("damaged-export", "", message, say("export the calendar again"))
    return found


class _Document:
    """Puts the pieces that a calendar carries together again, as the document they were taken from."""

    def __init__(self, members: Members) -> None:
        self.members = members
        self.document: Json = {"phases": [], "organisations": [], "sources": [], "links": []}
        self.parts: dict[str, Json] = {}
        self.items: dict[str, Json] = {}
        self.indicators: dict[tuple[str, str], Json] = {}
        self.hidden: list[Json] = []

    def of(self, calendars: "list[Calendar]") -> Json:
        """Return the whole document."""
        for calendar in calendars:
            self._head(calendar)
        self.members.language = next(iter(self.document.get("languages") or ()), "")
        entries = [entry for calendar in calendars for entry in _entries(calendar)]
        if len(entries) > MOST_ENTRIES:
            message = say("There are more than {n} entries; the rest is left out.", n=MOST_ENTRIES)
            self.members.tell("unreadable-member", "", message, say("export it in several calendars"))
        strangers = [entry for entry in entries[:MOST_ENTRIES] if not self._own(entry)]
        for data in self.hidden:
            self._item(data, f"{data.get('in')}.{data.get('id')}")
        for entry in entries[:MOST_ENTRIES]:
            ref = text_of(entry, "X-CARBONROAD-ID")
            if ref in self.items:
                changed(self.members, entry, self.items[ref])
        for number, entry in enumerate(strangers, 1):
            self._foreign(entry, number)
        top = self.parts.pop("top", None)
        return {**self.document, "top": top, "industries": list(self.parts.values())}

    def _head(self, calendar: "Calendar") -> None:
        members = self.members
        self.document = {**data_of(members, calendar, "X-CARBONROAD-ROADMAP"), **self.document}
        for name, key in _SHARED.items():
            known = {one.get("id") for one in self.document[key]}
            pieces = _several(members, calendar, f"X-CARBONROAD-{name}")
            self.document[key] += [one for one in pieces if one.get("id") not in known]
        for part in _several(members, calendar, "X-CARBONROAD-PART"):
            self._part(str(part.get("id", "")), part)
        for one in _several(members, calendar, "X-CARBONROAD-INDICATOR"):
            self._indicator(str(one.pop("in", "")), one)
        self.hidden += _several(members, calendar, "X-CARBONROAD-ITEM")
        title = text_of(calendar, "NAME") or text_of(calendar, "X-WR-CALNAME")
        if title:
            self.document.setdefault("title", title)

    def _part(self, home: str, part: Json) -> Json:
        known = self.parts.setdefault(home, {"id": home, "title": home, **part})
        for kind in _LISTS:
            known.setdefault(kind, [])
        return known

    def _indicator(self, home: str, one: Json) -> Json:
        ident = str(one.get("id", ""))
        if (home, ident) not in self.indicators:
            self.indicators[home, ident] = {**one, "targets": list(one.get("targets") or ())}
            self._part(home, {})["indicators"].append(self.indicators[home, ident])
        return self.indicators[home, ident]

    def _own(self, entry: "Component") -> bool:
        """Take in an entry of ours; one of several of an item that recurs adds nothing."""
        ref = text_of(entry, "X-CARBONROAD-ID")
        if not ref:
            return False
        data = data_of(self.members, entry, "X-CARBONROAD-ITEM")
        if not data:
            return ref in self.items
        return self._item(data, ref)

    def _item(self, data: Json, ref: str) -> bool:
        """Put an item where it belongs; the first of those with one id counts."""
        if f"{data.get('in')}.{data.get('id')}" != ref:
            return False
        if ref in self.items:
            return True
        self.items[ref] = data
        home, kind = str(data.pop("in", "")), data.pop("list", "")
        self.document["links"] += [one for one in data.pop("links", ()) if isinstance(one, dict)]
        if kind == "targets":
            of = str(data.pop("of", ""))
            self._indicator(home, {"id": of, "title": data.get("title", of)})["targets"].append(data)
        elif kind in _LISTS:
            self._part(home, {})[kind].append(data)
        return True

    def _foreign(self, entry: "Component", number: int) -> None:
        """A milestone of an entry that somebody else has written, or whose data another program has lost."""
        members = self.members
        ref = text_of(entry, "X-CARBONROAD-ID")
        home, _, ident = ref.partition(".")
        if not _ID.fullmatch(ident) or not _ID.fullmatch(home) or ref in self.items:
            home = "top" if "top" in self.parts or not self.parts else next(iter(self.parts))
            ident = free_name(f"entry-{number}", {one.rpartition(".")[2] for one in self.items})
        title = text_of(entry, "X-CARBONROAD-TITLE") or text_of(entry, "SUMMARY") or ident
        day = day_of(entry)
        words = text_of(entry, "X-CARBONROAD-DEADLINE") or ("not stated" if day is None else day.isoformat())
        part = self._part(home, {})
        made: Json = {"id": ident, "title": title, "deadline": words, "owner_basis": part.get("owner_basis")}
        made |= {key: texts_of(entry, f"X-CARBONROAD-{key.upper()}") for key in DUTIES}
        if not ref and (note := text_of(entry, "DESCRIPTION")):
            made["note"] = note
        part["milestones"].append(made)
        self.items[f"{home}.{ident}"] = made
        message = say('"{title}" is not from a roadmap; it is milestone {id} now.', title=title, id=ident)
        help_ = say("say who answers for it, and give it an id")
        members.tell("foreign-entry", label_of(entry), message, help_)


def _entries(calendar: "Calendar") -> "list[Component]":
    return [one for one in calendar.subcomponents if one.name in ("VEVENT", "VTODO")]


def _several(members: Members, component: "Component", name: str) -> Iterator[Json]:
    found = component.get(name)
    for value in found if isinstance(found, list) else [found] if found is not None else []:
        data = data_in(members, component, name, str(value))
        if data:
            yield data
