"""What every import makes: a tree in the format's own keys, and findings for what it could not read."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from carbonroad.base.record import NamedTuple
from carbonroad.findings import Finding
from carbonroad.source.text import SourceText

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""A scalar as one would type it, a list, or a map of English keys of the format (or of years, tags, ids)."""

Entries: TypeAlias = dict[str, Value]


def given(entries: "Mapping[str, Value | None]") -> Entries:
    """Return the entries that say something."""
    return {key: value for key, value in entries.items() if value}


def one_or_all(values: Sequence[Value]) -> Value:
    """Return one value alone, several as a list, none as an empty list, which `given` leaves out."""
    return values[0] if len(values) == 1 else list(values)


DUTIES = ("owner", "lead", "support")
"""Keys that name bodies."""
_CONTENT = ("milestones", "indicators", "works", "measures", "pathway", "organisations", "sources", "phases")


class Draft(NamedTuple):
    """A roadmap that was read from a foreign file, not yet written and not yet checked.

    Attributes:
        top: What stands in `carbonroad.yaml`; with no parts, everything, in one file that stands alone.
        parts: What stands in each industry's file, by its name, in the order shown.
        findings: What could not be understood; they point into `sources`.
        sources: The foreign texts as findings show them.
    """

    top: Entries
    parts: dict[str, Entries]
    findings: tuple[Finding, ...] = ()
    sources: tuple[SourceText, ...] = ()

    @property
    def language(self) -> str:
        """The first language of its texts, such as `zh`; English where it states none."""
        stated = self.top.get("languages")
        first = stated[0] if isinstance(stated, list) and stated else stated
        return first if isinstance(first, str) and first else "en"

    @property
    def chinese(self) -> bool:
        """Whether its texts are Chinese before all."""
        return self.language.lower().startswith("zh")

    @property
    def empty(self) -> bool:
        """Whether it has nothing but its head."""
        return not self.parts and not any(self.top.get(key) for key in _CONTENT)
