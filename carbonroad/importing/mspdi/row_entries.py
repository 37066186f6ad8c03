"""Tasks to milestones and works: what our own fields say, else what the plan's own elements mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.importing.draft import DUTIES
from carbonroad.importing.ids import slug
from carbonroad.importing.mspdi.fields import BY_KEY, MINUTES_PER_DAY, NO_LATER_FINISH
from carbonroad.importing.mspdi.plan_values import Telling, day, minutes, whole
from carbonroad.read.texts import LONGEST_TITLE
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import ENUMERATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from carbonroad.importing.draft import Entries, Value
    from carbonroad.importing.mspdi.tasks import Task

SECTIONS: Final = frozenset(("measures", "indicators", "targets", "milestones", "works", "industries"))
"""Keys whose entries are rows of their own."""
_NO_KEYS: Final = SECTIONS | {"id", "kind", "title", "note", *DUTIES, "owner_basis"}


def own_entries(task: Task) -> Entries:
    """Return what our own fields and notes say of a row, by key; its title, note and duties apart."""
    entries: Entries = {}
    for key, text in task.own.items():
        column = BY_KEY[key]
        if key not in _NO_KEYS and not column.shown:
            values = [one.strip() for one in text.split(";")] if column.several else [text]
            words = [canonical(column.words, one) for one in values if one]
            if words:
                entries[key] = words[0] if len(words) == 1 else list(words)
    entries |= {key: value for key, value in task.remarks.entries.items() if key not in _NO_KEYS}
    return entries


def canonical(words: str, text: str) -> str:
    """Return the program's word for a word of a fixed list in either language."""
    return ENUMERATIONS[words].by_word.get(text, text) if words in ENUMERATIONS else text


def in_languages(native: str, key: str, task: Task, languages: Sequence[str]) -> Value:
    """Return a text: the plan's words, with those of other languages that stand in the notes.

    Args:
        native: The plan's words.
        key: Of the text.
        task: The row.
        languages: The plan's, then the roadmap's in their order.
    """
    others = task.remarks.entries.get(key)
    if not isinstance(others, dict) or not others:
        return others if isinstance(others, str) and not native else native
    lang, *listed = languages
    full = others.get(lang)
    if isinstance(full, str) and native and not " ".join(full.split()).startswith(" ".join(native.split())):
        return {**others, lang: native}  # it was changed in the plan
    if not native or lang in others or native in others.values():
        return others
    texts: dict[str, Value] = {lang: native, **others}
    return dict(
        sorted(texts.items(), key=lambda text: listed.index(text[0]) if text[0] in listed else len(listed))
    )


def plan_entries(task: Task, kind: str, telling: Telling) -> Entries:
    """Return what the plan's own elements say of a task that is none of ours."""
    record, name = task.record, task.name
    start, finish = day(record, "Start", name, telling), day(record, "Finish", name, telling, ends=True)
    deadline = day(record, "Deadline", name, telling, ends=True)
    if record.get("ConstraintType") == str(NO_LATER_FINISH) and deadline is None:
        deadline = day(record, "ConstraintDate", name, telling, ends=True)
    if start is not None and finish is not None and finish < start:
        telling.unreadable(record, "Finish", name)
        finish = None
    entries: dict[str, Value] = {}
    began, ended = (day(record, one, name, telling) for one in ("ActualStart", "ActualFinish"))
    percent = whole(record.get("PercentComplete")) or 0
    if kind == "milestone":
        latest = deadline or finish or start
        entries["deadline"] = latest.isoformat() if latest is not None else "not stated"
    else:
        length = minutes(record, "Duration", name, telling)
        entries |= _length(start, finish, length)
        entries["deadline"] = "" if deadline is None else deadline.isoformat()
        entries["started"] = "" if began is None else began.isoformat()
        entries["progress"] = str(percent) if 0 < percent <= 100 else ""
    entries["finished"] = "" if ended is None else ended.isoformat()
    if percent == 100 and ended is None:
        entries["status"] = "done"
    if record.get("Active") == "0":
        entries["status"] = "dropped"
    return {key: value for key, value in entries.items() if value}


def _length(start: date | None, finish: date | None, length: int | None) -> dict[str, Value]:
    """A work's days as the plan has them."""
    if start is not None and finish is not None:
        return {"start": start.isoformat(), "finish": finish.isoformat()}
    days = f"{-(-length // MINUTES_PER_DAY)}d" if length else ""
    if start is not None:
        return {"start": start.isoformat(), "takes": days}
    return {"finish": "" if finish is None else finish.isoformat()}


def custom_entries(others: Mapping[str, str]) -> Entries:
    """Return other custom fields under keys that the program keeps and ignores."""
    return {custom_key(header): value for header, value in others.items()}


def custom_key(header: str) -> str:
    """Return the key under which another custom field is kept."""
    return f"x-{slug(header) or 'field'}"


def ordered(shape: str, entries: Entries) -> tuple[Entries, Entries]:
    """Return the entries in the order of a shape, and those that it does not know."""
    names = [field.name for field in SHAPES[shape].fields]
    known = {name: entries[name] for name in names if entries.get(name)}
    known |= {key: value for key, value in entries.items() if key.startswith("x-")}
    return known, {key: value for key, value in entries.items() if key not in known and value}


def shortened(task: Task) -> tuple[str, str]:
    """Return a name that a page can show, and what of it belongs into the note."""
    name = task.name or f"{task.record.get('WBS') or task.uid}"
    return (name, "") if len(name) <= LONGEST_TITLE else (f"{name[: LONGEST_TITLE - 1]}…", name)
