"""What an export format is, and what it is given."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:  # the start of `export --help` needs none of it
    from collections.abc import Callable, Mapping, Sequence

    from carbonroad.base.texts.said import Said
    from carbonroad.base.times.durations import Duration
    from carbonroad.compute.facts import Facts
    from carbonroad.link.system import Item, System
    from carbonroad.model.roadmap import Part


class Options(NamedTuple):
    """What a call asks of a format; a format leaves aside what does not concern it.

    Attributes:
        tables: Keys of `read.columns.TABLES`; empty for all.
        parts: Ids of the parts that it is limited to; empty for all.
        owner: The body that it is limited to: its id, or its words where it is not declared; empty for all.
        todo: Whether deadlines are to-dos and not events of a calendar.
        alarms: How long before its day each deadline is called to mind; None for the format's usual.
        per_owner: Whether each body that answers for something has a file of its own.
    """

    tables: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    owner: str = ""
    todo: bool = False
    alarms: "tuple[Duration, ...] | None" = None
    per_owner: bool = False


NO_OPTIONS = Options()


class Exported(NamedTuple):
    """What is exported.

    Attributes:
        system: The roadmap, linked.
        facts: What is computed from it.
        version: The program's.
        lang: The language of headers and names.
        options: What the call asks for.
    """

    system: "System"
    facts: "Facts"
    version: str
    lang: str
    options: Options = NO_OPTIONS

    @property
    def parts(self) -> "tuple[Part, ...]":
        """The parts that `--industry` leaves, the top first."""
        wanted = self.options.parts
        return tuple(part for part in self.system.parts if not wanted or part.id in wanted)

    @property
    def chinese(self) -> bool:
        """Whether headers and names are Chinese."""
        return self.lang.lower().split("-")[0] == "zh"

    def chosen(self, item: "Item") -> bool:
        """Return whether `--industry` and `--owner` leave an item."""
        options, duties = self.options, item.parties
        if options.parts and item.part not in options.parts:
            return False
        named = (*duties.owner, *duties.lead, *duties.support)
        return not options.owner or any(party.key == options.owner for party in named)


class Format(NamedTuple):
    """One format that a roadmap can be exported to.

    Attributes:
        name: As `export --to` names it.
        says: One sentence for `--help`.
        module: Where its function `write` stands, which is imported when it is used.
        extra: What has to be installed for it, such as `xlsx`; empty for nothing.
        heeds: The options that it knows, by their names in `Options`; others are refused.
        binary: Whether its file is no text, and is not shown in a terminal.
        many: Whether it makes several files, which need a folder.
        tells: Whether its module has a function `notes`: what the format leaves out of this roadmap.
        tables: The tables that `--table` may name; empty for all.
        endings: What the names of its files end in, where that is not its name.
    """

    name: str
    says: str
    module: str
    extra: str = ""
    heeds: tuple[str, ...] = ()
    binary: bool = False
    many: bool = False
    tells: bool = False
    tables: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    def notes(self, exported: Exported) -> "Sequence[Said]":
        """Return what is said beside the result: what the format leaves out of this roadmap."""
        return cast("Sequence[Said]", self._function("notes")(exported)) if self.tells else ()

    def write(self, exported: Exported) -> "Mapping[str, bytes]":
        """Return file name → bytes."""
        return cast("Mapping[str, bytes]", self._function("write")(exported))

    def _function(self, name: str) -> "Callable[[Exported], object]":
        module = import_module(f"carbonroad.export.{self.module}")
        return cast("Callable[[Exported], object]", getattr(module, name))
