"""A plan's links as `after`: between what became milestones and works, and without cycles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.importing.mspdi.fields import digest, held

if TYPE_CHECKING:
    from carbonroad.importing.draft import Entries, Value
    from carbonroad.importing.mspdi.plan_values import Telling
    from carbonroad.importing.mspdi.tasks import Bond, Task


class Placed(NamedTuple):
    """A task that became an item.

    Attributes:
        part: Its part's id; empty in a file that stands alone.
        id: Its local id.
        kind: milestone, target or work.
        entries: What stands at it, added to.
    """

    part: str
    id: str
    kind: str
    entries: Entries

    @property
    def ref(self) -> str:
        """Its qualified id."""
        return f"{self.part}.{self.id}" if self.part else self.id


def add_links(tasks: list[Task], placed: dict[int, Placed], telling: Telling) -> None:
    """Write every task's links at it, where they are not there as they were exported."""
    bonds = {task.uid: _kept(task, placed, telling) for task in tasks if task.bonds}
    _open_cycles(tasks, bonds, telling)
    for task in tasks:
        item = placed.get(task.uid)
        if item is None or item.kind == "target":
            continue
        own = bonds.get(task.uid, [])
        before = held(task.own.get("as_exported", ""))
        said = digest((placed[one.before].ref, one.type, one.lag) for one in own)
        if before is not None and before.links == said:
            continue
        if before is not None:
            telling.tell(
                "changed-in-plan",
                task.record.line,
                say('The links of "{name}" were changed in the plan.', name=task.name),
            )
        after = _after(item, own, placed)
        if after:
            item.entries["after"] = after
        else:
            item.entries.pop("after", None)


def _after(item: Placed, bonds: list[Bond], placed: dict[int, Placed]) -> list[Value]:
    """The links as entries; what was said of one before is kept."""
    known = {}
    stated = item.entries.get("after", [])
    for one in stated if isinstance(stated, list) else [stated]:
        ref = one.get("id") if isinstance(one, dict) else one
        known[str(ref)] = one
    found: list[Value] = []
    for bond in bonds:
        before = placed[bond.before]
        name = before.id if before.part == item.part else before.ref
        old = known.get(name, known.get(before.ref))
        more: dict[str, Value] = dict(old) if isinstance(old, dict) else {}
        more.pop("type", None)
        more.pop("lag", None)
        more |= {"type": bond.type} if bond.type != "FS" else {}
        more |= {"lag": f"{bond.lag}d"} if bond.lag else {}
        more.pop("id", None)
        found.append({"id": name, **more} if more else name)
    informing = [one for one in known.values() if isinstance(one, dict) and one.get("type") == "informs"]
    return [*found, *informing]


def _kept(task: Task, placed: dict[int, Placed], telling: Telling) -> list[Bond]:
    """The links whose two ends are items."""
    found = []
    item = placed.get(task.uid)
    known: set[int] = set()
    for bond in task.bonds:
        name = task.name
        if item is None:
            reason = say(
                'A link of the summary "{name}" was left out: only milestones and works are linked.',
                name=name,
            )
        elif item.kind == "target" and held(task.own.get("as_exported", "")) is None:
            reason = say('A link of the target "{name}" was left out.', name=name)
        elif bond.before == task.uid or bond.before in known:
            reason = say(
                'A link of "{name}" to itself, or a second one to the same task, was left out.', name=name
            )
        elif bond.before not in placed:
            reason = say(
                'A link of "{name}" was left out: the task {uid} is not in the plan, or is a summary.',
                name=name,
                uid=bond.before,
            )
        else:
            known.add(bond.before)
            found.append(bond)
            continue
        telling.tell("link-left-out", bond.line, reason, say('write it under "after" where it is meant'))
    return found


def _open_cycles(tasks: list[Task], bonds: dict[int, list[Bond]], telling: Telling) -> None:
    """Leave out the links that close a cycle, found by walking from each task to its predecessors."""
    state: dict[int, int] = {}
    names = {task.uid: task.name for task in tasks}
    for task in tasks:
        if task.uid in state:
            continue
        state[task.uid] = 1
        stack = [(task.uid, 0)]
        while stack:
            uid, at = stack[-1]
            own = bonds.get(uid, [])
            if at == len(own):
                state[uid] = 2
                stack.pop()
                continue
            before = own[at].before
            if state.get(before) == 1:
                telling.tell(
                    "link-left-out",
                    own[at].line,
                    say('A link of "{name}" was left out: it closes a circle.', name=names.get(uid, "")),
                    say('write it under "after" where it is meant, and take another one of the circle out'),
                )
                del own[at]
                continue
            stack[-1] = (uid, at + 1)
            if before not in state:
                state[before] = 1
                stack.append((before, 0))
