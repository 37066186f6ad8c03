"""Who is named with a row of a plan: by our own fields, by resources that were assigned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.texts.said import say
from carbonroad.importing.draft import DUTIES
from carbonroad.importing.mspdi.fields import resource_name
from carbonroad.importing.mspdi.row_entries import canonical
from carbonroad.read.vocabulary.words import NOBODY

if TYPE_CHECKING:
    from carbonroad.importing.draft import Entries, Value
    from carbonroad.importing.mspdi.plan_values import Telling
    from carbonroad.importing.mspdi.tasks import Task

ITEM_KINDS: Final = ("milestone", "target", "work")


class DutyReader:
    """Reads the duties of rows.

    Attributes:
        added: Bodies that the roadmap does not declare.
    """

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.added: dict[str, None] = {}
        self._told: set[int] = set()

    def named(self, task: Task) -> dict[str, Value]:
        """Return who is named with a row; who was assigned to one of ours in the plan supports it."""
        duties = dict(_duties_of(task))
        named = [name for key in DUTIES for name in duties.get(key, ()) if isinstance(name, str)]
        if not task.kind:
            self.added |= dict.fromkeys(body.name for body in task.bodies if not body.id)
            return duties
        known = tuple(map(resource_name, named))
        new = [body for body in task.bodies if body.id not in named and not body.name.startswith(known)]
        if new and task.kind in ITEM_KINDS:
            support = duties.get("support")
            duties["support"] = [
                *(support if isinstance(support, list) else ()),
                *(b.id or b.name for b in new),
            ]
            duties.setdefault("owner_basis", "stated")
            self.added |= dict.fromkeys(body.name for body in new if not body.id)
            names = ", ".join(body.name for body in new)
            message = say(
                '"{name}" was assigned to "{task}" in the plan: it supports it.', name=names, task=task.name
            )
            if task.uid not in self._told:
                self.telling.tell("changed-in-plan", task.record.line, message)
            self._told.add(task.uid)
        return duties

    def own(self, task: Task, parent: dict[str, Value]) -> Entries:
        """Return the duties that are a row's own, because they differ from those above it."""
        duties = self.named(task)
        if not duties or duties == parent:
            return {}
        basis = duties["owner_basis"]
        keep = basis != "stated" or parent.get("owner_basis") == "inferred"
        found: Entries = {}
        for key in DUTIES:
            names = duties.get(key)
            if isinstance(names, list):
                found[key] = names[0] if len(names) == 1 else names
        return {**found, **({"owner_basis": basis} if keep else {})}


def _duties_of(task: Task) -> dict[str, Value]:
    """Return who is named with a row: by our own fields, else its resources as owners."""
    found: dict[str, Value] = {}
    for key in DUTIES:
        stated = task.remarks.entries.get(key)
        text = task.own.get(key, "")
        names = (
            stated if isinstance(stated, list) else [one.strip() for one in text.split(";") if one.strip()]
        )
        if names:
            found[key] = ["none"] if names in ([NOBODY[0]], [NOBODY[1]]) else list(names)
    if not found and task.bodies and not task.kind:
        found["owner"] = [body.id or body.name for body in task.bodies]
    if found:
        found["owner_basis"] = canonical("owner_basis", task.own.get("owner_basis", "stated"))
    return found
