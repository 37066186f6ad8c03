"""Rows of a plan to the parts of a roadmap: what stands below what, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.base.texts.scripts import has_han
from carbonroad.importing.ids import Ids, slug
from carbonroad.importing.mspdi.changes import changed_entries
from carbonroad.importing.mspdi.duties import ITEM_KINDS, DutyReader
from carbonroad.importing.mspdi.leftovers import Leftovers
from carbonroad.importing.mspdi.links import Placed, add_links
from carbonroad.importing.mspdi.row_entries import (
    custom_entries,
    in_languages,
    ordered,
    own_entries,
    plan_entries,
    shortened,
)
from carbonroad.model.roadmap import TOP
from carbonroad.read.kinds import ID_SIGNS

if TYPE_CHECKING:
    from carbonroad.importing.draft import Entries, Value
    from carbonroad.importing.mspdi.plan_values import Telling
    from carbonroad.importing.mspdi.tasks import Task
    from carbonroad.importing.mspdi.xml_tree import Document


class Group(NamedTuple):
    """A summary that rows stand below.

    Attributes:
        level: Its own.
        kind: part, measure or indicator.
        part: The part it belongs to.
        id: Of a measure.
        entries: Its own, added to.
        duties: As they hold for what is below.
    """

    level: int
    kind: str
    part: str
    id: str
    title: str
    entries: Entries
    duties: dict[str, Value]


class Builder:
    """Makes parts, measures, indicators and items of tasks.

    Attributes:
        whole: The row of the whole plan.
        ours: Whether the plan is an export of ours.
        top: What stands in the top file.
        parts: What stands in the others.
        bare: The parts that have an item for which nobody is named.
        duties: Reads who is named with each row.
    """

    def __init__(self, document: Document, telling: Telling, tasks: list[Task]) -> None:
        self.document, self.telling = document, telling
        self.whole, self.tasks = whole_and_rest(tasks)
        self.ours = any(task.kind for task in tasks)
        self.top: Entries = {}
        self.parts: dict[str, Entries] = {}
        self.placed: dict[int, Placed] = {}
        self.groups: list[Group] = []
        self.ids: dict[str, Ids] = {}
        self.part_ids = Ids()
        self.bare: set[str] = set()
        self.left = Leftovers(telling, document.project.get("CurrencyCode"))
        self.duties = DutyReader(telling)
        self.taken: set[tuple[str, str]] = set()
        self.languages = self._languages()

    def build(self) -> None:
        """Make parts, measures and items of the tasks, in order."""
        for task in self.tasks:
            if task.kind in ITEM_KINDS:
                part, _, ident = task.own["id"].partition(".")
                self._ids(part).named(ident)
        self.part_ids.named(TOP)
        for task in self.tasks:
            while self.groups and self.groups[-1].level >= task.level:
                self.groups.pop()
            self._take(task)
        add_links(self.tasks, self.placed, self.telling)
        self.left.tell_once()

    def _languages(self) -> tuple[str, ...]:
        """The language of the plan, then the roadmap's, in its order."""
        entries = {} if self.whole is None else self.whole.remarks.entries
        stated, listed = entries.get("language"), entries.get("languages")
        if isinstance(stated, str):
            known = [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
            return (stated, *known)
        names = "".join(task.name for task in self.tasks[:50])
        return ("zh" if has_han(names) else "en",)

    def _ids(self, part: str) -> Ids:
        return self.ids.setdefault(part, Ids())

    def _take(self, task: Task) -> None:
        kind = task.kind or self._kind(task)
        if kind == "part":
            self._part(task)
        elif kind == "measure":
            self._measure(task)
        elif kind == "indicator":
            self._indicator(task)
        elif kind == "target":
            self._target(task)
        elif kind in ITEM_KINDS:
            self._item(task, kind)

    def _kind(self, task: Task) -> str:
        """What a task is that does not say so itself."""
        if task.summary:
            return "measure" if any(group.kind == "part" for group in self.groups) else "part"
        record = task.record
        at_once = record.get("Duration").startswith("PT0H0M0") and record.get("Start")
        return "milestone" if record.get("Milestone") == "1" or at_once else "work"

    def _part(self, task: Task) -> None:
        ident = task.own.get("id", "") if task.kind else ""
        if not ident or ident in self.parts or ID_SIGNS.search(ident):  # a file will be called so
            ident = self.part_ids.named(slug(ident or task.name) or "part")
        entries = self.top if ident == TOP else self.parts.setdefault(ident, {})
        duties = self._described(task, entries, "industry" if ident != TOP else "top", {})
        self.groups.append(Group(task.level, "part", ident, "", task.name, entries, duties))

    def _measure(self, task: Task) -> None:
        group = self._above("part")
        part, entries, title = self._home(), dict[str, "Value"](), task.name
        outer = self._above("measure")
        if outer is not None and not task.kind:
            title = f"{outer.title} / {task.name}"
        ident = task.own.get("id", "").partition(".")[2] or self._ids(f"{part} measures").named(
            slug(task.name) or "m"
        )
        entries["id"] = ident
        self._list(part, "measures").append(entries)
        duties = self._described(task._replace(name=title), entries, "measure", group.duties if group else {})
        self.groups.append(Group(task.level, "measure", part, ident, title, entries, duties))

    def _indicator(self, task: Task) -> None:
        part = self._home()
        entries: Entries = {"id": task.own.get("id", "").partition(".")[2]}
        self._list(part, "indicators").append(entries)
        self._join(entries)
        duties = self._described(task, entries, "indicator", self._duties_above())
        self.groups.append(Group(task.level, "indicator", part, "", task.name, entries, duties))

    def _target(self, task: Task) -> None:
        group = self._above("indicator")
        entries = changed_entries(task, own_entries(task), self.telling)
        key = entries.pop("key", "")
        if group is None or not isinstance(key, str) or not key:
            self._lost(task)
            return
        ident = entries.pop("target_id", "")
        note = in_languages(task.remarks.note, "note", task, self.languages)
        found = {"id": ident, **entries, **self.duties.own(task, group.duties), "note": note}
        found, unknown = ordered("target", found)
        self.left.unknown(task, unknown)
        value: Value = found if set(found) != {"value"} else found["value"]
        targets = group.entries.setdefault("targets", {})
        if isinstance(targets, dict):
            old = targets.get(key)
            targets[key] = value if old is None else [*(old if isinstance(old, list) else [old]), value]
        self.placed[task.uid] = Placed(group.part, task.own["id"].partition(".")[2], "target", found)

    def _item(self, task: Task, kind: str) -> None:
        part = self._home()
        ident = task.own.get("id", "").partition(".")[2] if task.kind else ""
        if not ident or ID_SIGNS.search(ident) or (part, ident) in self.taken:
            ident = self._ids(part).named(f"t{task.uid}")
        self.taken.add((part, ident))
        entries: Entries = {"id": ident, **own_entries(task)}
        if task.kind:
            entries = changed_entries(task, entries, self.telling)
        else:
            entries = {**plan_entries(task, kind, self.telling), **entries}
            self.left.not_carried(task, entries, kind)
        self._join(entries)
        self._described(task, entries, kind, self._duties_above(), entries)
        self._list(part, f"{kind}s").append(entries)
        self.placed[task.uid] = Placed(part, ident, kind, entries)

    def _described(
        self,
        task: Task,
        entries: Entries,
        shape: str,
        parent: dict[str, Value],
        given: Entries | None = None,
    ) -> dict[str, Value]:
        """Add title, note, duties and what else stands at a row; return the duties that hold there."""
        title, rest = shortened(task)
        note = "\n".join(filter(None, (rest, task.remarks.note)))
        own = own_entries(task) if given is None else given
        found: dict[str, Value] = {
            **own,
            **{key: entries[key] for key in ("id", "measure") if key in entries},
            "title": in_languages(title, "title", task, self.languages),
            **self.duties.own(task, parent),
            "note": in_languages(note, "note", task, self.languages),
            **custom_entries(task.others),
        }
        self.left.kept_aside(task)
        found, unknown = ordered(shape, found)
        self.left.unknown(task, unknown)
        entries.clear()
        entries.update(found)
        own_duties = self.duties.named(task)
        if shape in ITEM_KINDS and not own_duties and not parent:
            self.bare.add(self._home())
        return own_duties or parent

    def _join(self, entries: Entries) -> None:
        """Let an item join the measure that it stands below."""
        measure = self._above("measure")
        if measure is not None:
            entries["measure"] = measure.id

    def _above(self, kind: str) -> Group | None:
        return next((group for group in reversed(self.groups) if group.kind == kind), None)

    def _home(self) -> str:
        group = self._above("part")
        return group.part if group is not None else TOP

    def _duties_above(self) -> dict[str, Value]:
        return self.groups[-1].duties if self.groups else {}

    def _list(self, part: str, key: str) -> list[Value]:
        entries = self.top if part == TOP else self.parts[part]
        found = entries.setdefault(key, [])
        assert isinstance(found, list)  # noqa: S101 - made here
        return found

    def _lost(self, task: Task) -> None:
        self.telling.tell(
            "not-carried-over",
            task.record.line,
            say('The target "{name}" stands below no indicator and was left out.', name=task.name),
            say("move it back below its indicator in the plan, or add it to the draft by hand"),
        )


def whole_and_rest(tasks: list[Task]) -> tuple[Task | None, list[Task]]:
    """Return the row of the whole plan, and the others; a summary alone at the top is that row."""
    first = next((task for task in tasks if task.level == 0), None)
    rest = [task for task in tasks if task is not first]
    if any(task.kind for task in rest):
        return first, rest
    heads = [task for task in rest if task.level == 1]
    below = [task for task in rest if task.level > 1]
    if len(heads) == 1 and heads[0].summary and any(task.summary for task in below):
        return heads[0], [task._replace(level=task.level - 1) for task in below]
    return first, rest
