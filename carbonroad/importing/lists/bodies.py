"""The bodies that a list names: collected first, so that each is declared once and slips show."""

from collections import Counter

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.nearest import Spelling
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.importing.draft import Entries
from carbonroad.importing.ids import Ids
from carbonroad.importing.lists.cells import Problem, cut, finding_at
from carbonroad.importing.lists.cells_names import read_bodies, split_and
from carbonroad.importing.sheets.tables import Cell

_LEVELS = "国省市区县镇乡街州盟旗"
"""Characters at the head of a body's name that tell two offices of one kind apart."""
_OFTEN = 3
"""How often a name must stand for a similar one that stands once to look like a slip."""
_LONGEST = 60


class _Body(NamedTuple):
    """A body as it was first written, and where."""

    name: str
    cell: Cell


def _key(name: str) -> str:
    folded = fold(name).lower()
    return folded.replace(" & ", " and ") if name.isascii() else folded.replace(" ", "")


class Directory:
    """All bodies of a list, by their folded names."""

    def __init__(self) -> None:
        self._bodies: dict[str, _Body] = {}
        self._times: Counter[str] = Counter()
        self._ids: dict[str, str] = {}

    def meet(self, cell: Cell) -> None:
        """Take note of the bodies in a cell."""
        for names in read_bodies(cell.text).names.values():
            for name in names:
                self._bodies.setdefault(_key(name), _Body(name, cell))
                self._times[_key(name)] += 1

    def settle(self) -> None:
        """Give every body its id, once all are met; "A and B" is two where both stand alone elsewhere."""
        ids = Ids()
        for key, body in self._bodies.items():
            parts = split_and(body.name)
            if len(parts) > 1 and all(_key(part) in self._bodies for part in parts):
                continue
            if len(body.name) <= _LONGEST:
                self._ids[key] = ids.named(body.name)

    def ids_of(self, name: str) -> list[str]:
        """Return the ids of the bodies that one name stands for; the name itself where it is none's."""
        own = self._ids.get(_key(name))
        if own is not None:
            return [own]
        parts = [self._ids.get(_key(part)) for part in split_and(name)]
        return [part for part in parts if part is not None] if all(parts) and parts else [name]

    def declared(self) -> Entries:
        """Return what stands under `organisations`."""
        return {ident: {"title": self._bodies[key].name} for key, ident in self._ids.items()}

    def slips(self) -> list[Finding]:
        """Return a finding for each name that stands once and is like one that stands often."""
        spelling = Spelling({key: count for key, count in self._times.items() if count >= _OFTEN})
        found: list[Finding] = []
        for key, body in self._bodies.items():
            near = None if self._times[key] > 1 else self._with_level(key) or spelling.near(key).one
            if near is None or (_differ_in_level(key, near) and not near.endswith(key)):
                continue
            other = self._bodies[near].name
            message = say(
                '"{name}" in {cell} looks like "{other}", which stands {count} times.',
                name=cut(body.name), cell=body.cell.reference, other=other, count=self._times[near],
            )  # fmt: skip
            help_ = say(
                'did you mean "{other}"? correct the cell, or leave it if it is another body', other=other
            )
            found.append(finding_at(body.cell, Problem("similar-body", message, help_)))
        return found

    def _with_level(self, key: str) -> str | None:
        """The same body as most rows write it: 县住建局 for 住建局."""
        return next((level + key for level in _LEVELS if self._times[level + key] > 1), None)


def _differ_in_level(one: str, other: str) -> bool:
    return one[:1] != other[:1] and (one[:1] in _LEVELS or other[:1] in _LEVELS)
