"""What a file says once it has nodes: what YAML read otherwise than it was meant, and what was not read."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.findings import sort_key
from carbonroad.source.misread import cut_values, full_width
from carbonroad.source.yaml.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.findings import Finding
    from carbonroad.source.misread.remarks import Remarks
    from carbonroad.source.yaml.holes import Hole, Loss
    from carbonroad.source.yaml.nodes import Mapping

MOST_FINDINGS = 1_000  # of each kind of check, a file
MOST_CUT = 200  # values that were cut by a comma; a file with more of them is not taken for read


class Parsed(NamedTuple):
    """What a file says.

    Attributes:
        root: The map of the file; None where it could not be read or is no map.
        findings: In the order of their places.
        holes: What was not read because of syntax errors; the map is without it.
    """

    root: Mapping | None
    findings: tuple[Finding, ...]
    holes: tuple[Hole, ...] = ()


def checked(path: str, text: str, findings: list[Finding], root: Mapping, remarks: Remarks) -> Parsed:
    """The nodes of a text that YAML could read, and what it read otherwise than it was meant."""
    findings += bitten(path, text, remarks, root)
    if len(findings) > 1:
        findings.sort(key=sort_key)
    if len(remarks.cut) > MOST_CUT:
        return Parsed(None, tuple(findings))
    holes = without_losses(text, root, remarks, []) if remarks.cut or remarks.merged else ()
    return Parsed(root, tuple(findings), holes)


def bitten(path: str, text: str, remarks: Remarks, root: Mapping) -> Iterator[Finding]:
    """What YAML read otherwise than it was meant."""
    layout = Layout(text, root)
    yield from islice(cut_values.check(path, text, remarks, layout), MOST_FINDINGS)
    yield from islice(full_width.check(path, text, layout, remarks.cut), MOST_FINDINGS)


def without_losses(text: str, root: Mapping, remarks: Remarks, losses: list[Loss]) -> tuple[Hole, ...]:
    """Take out of the tree what was not read, or not as it was written."""
    from carbonroad.source.yaml.holes import Loss, cut_out, part_items
    from carbonroad.source.yaml.lines import end_of

    cut = [Loss(at, end_of(text, at), "node", at) for at in remarks.cut]
    parted = part_items(root, remarks.merged) if remarks.merged else ()
    return (*parted, *cut_out(text, root, [*losses, *cut]))
