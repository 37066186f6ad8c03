"""What is drafted of one industry: its items, lanes and ids, as they come."""

from typing import TYPE_CHECKING

from carbonroad.importing.draft import Entries, Value
from carbonroad.importing.ids import Ids

if TYPE_CHECKING:
    from carbonroad.importing.sheets.tables import Cell

_LETTERS = {"milestones": "t", "works": "w", "indicators": "i"}


class Part:
    """One file of a draft.

    Attributes:
        title: Of the industry; empty for the top file.
        lists: Items by the key of their list.
        numbers: Ids of items by the number that the list gives them.
        above: Lines over its tables, such as who filled them in.
        notes: Texts that stand below its tables.
        waiting: Items that wait for others, the cells that say so, and their headers.
    """

    def __init__(self, title: str) -> None:
        self.title = title
        self.lists: dict[str, list[Value]] = {"measures": [], "milestones": [], "indicators": [], "works": []}
        self.numbers: dict[str, str] = {}
        self.above: list[str] = []
        self.notes: list[str] = []
        self.waiting: list[tuple[Entries, Cell, str]] = []
        self._items, self._indicators, self._measures = Ids(), Ids(), Ids()
        self._lanes: dict[tuple[str, ...], str] = {}

    def lane(self, titles: tuple[str, ...], number: str, join: str) -> str:
        """Return the id of a measure; a new one the first time.

        Args:
            titles: Its title, after those of the groups that it stands in.
            number: As the list has it; may be empty.
            join: Stands between two titles.
        """
        if titles not in self._lanes:
            ident = self._measures.take(number, "", "m", len(self._lanes) + 1)
            self._lanes[titles] = ident
            note = {"note": join.join(titles[:-1])} if len(titles) > 1 else {}
            self.lists["measures"].append({"id": ident, "title": titles[-1], **note})
        return self._lanes[titles]

    def add(self, family: str, item: Entries, number: str, group: str) -> Entries:
        """Add an item with an id of its own, and return it."""
        namespace = self._indicators if family == "indicators" else self._items
        ident = namespace.take(number, group, _LETTERS[family], len(self.lists[family]) + 1)
        if number:
            self.numbers.setdefault(number, ident)
        made: Entries = {"id": ident, **item}
        self.lists[family].append(made)
        return made

    def entries(self) -> Entries:
        """Return what stands in its file."""
        made: Entries = {"title": self.title} if self.title else {}
        if self.notes:
            made["note"] = "\n".join(dict.fromkeys(self.notes))
        made |= {key: items for key, items in self.lists.items() if items}
        if self.above:
            made["x-above"] = "\n".join(dict.fromkeys(self.above))
        return made
