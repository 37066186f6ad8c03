"""What every import makes: a tree in the format's own keys, and findings for what it could not read."""

from typing import TypeAlias

from carbonroad.base.record import NamedTuple
from carbonroad.findings import Finding
from carbonroad.source.text import SourceText

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""A scalar as one would type it, a list, or a map of English keys of the format (or of years, tags, ids)."""

Entries: TypeAlias = dict[str, Value]


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
