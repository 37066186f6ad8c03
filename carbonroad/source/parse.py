"""Text to located nodes, with every finding of the family CR0."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import yaml

from carbonroad.findings import sort_key
from carbonroad.source import bites, characters, wide
from carbonroad.source.build import Builder, StopReading
from carbonroad.source.layout import Layout
from carbonroad.source.lines import end_of
from carbonroad.source.nodes import Mapping
from carbonroad.source.roots import check_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.findings import Finding
    from carbonroad.source.holes import Hole, Loss
    from carbonroad.source.text import SourceText

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


def parse(source: SourceText, *, fast: bool = yaml.__with_libyaml__) -> Parsed:
    """Read one file's text; a mistake in it is a finding and never an exception.

    Args:
        source: The text.
        fast: Whether libyaml reads it; the pure parser gives the same nodes in 7 times the time.
    """
    findings, text = characters.check(source)
    builder = Builder(source.path, text, fast=fast)
    try:
        root = builder.document()
    except (StopReading, yaml.YAMLError):
        return _read_on(source, text, findings, fast=fast)
    if builder.goes_on:
        return _read_on(source, text, findings, fast=fast)
    findings += builder.findings
    if isinstance(root, Mapping):
        findings += _bites(source.path, text, builder, root)
        if len(findings) > 1:
            findings.sort(key=sort_key)
        if len(builder.cut) > MOST_CUT:
            return Parsed(None, tuple(findings))
        return Parsed(
            root, tuple(findings), _cut_out(text, root, builder, []) if builder.cut or builder.merged else ()
        )
    return Parsed(None, (*findings, check_root(source.path, text, root)))


def _bites(path: str, text: str, builder: Builder, root: Mapping) -> Iterator[Finding]:
    """What YAML read otherwise than it was meant."""
    layout = Layout(text, root)
    yield from islice(bites.check(path, text, builder, layout), MOST_FINDINGS)
    yield from islice(wide.check(path, text, layout, builder.cut), MOST_FINDINGS)


def _cut_out(text: str, root: Mapping, builder: Builder, losses: list[Loss]) -> tuple[Hole, ...]:
    """Take out of the tree what was not read, or not as it was written."""
    from carbonroad.source.holes import Loss, cut_out, part_items

    cut = [Loss(at, end_of(text, at), "node", at) for at in builder.cut]
    parted = part_items(root, builder.merged) if builder.merged else ()
    return (*parted, *cut_out(text, root, [*losses, *cut]))


def _read_on(source: SourceText, text: str, findings: list[Finding], *, fast: bool) -> Parsed:
    """Read a file with a syntax error as far as that is honest."""
    from carbonroad.source.recover import in_regions, recover  # most files have no error

    rest = recover(source.path, text, fast=fast)
    findings += rest.findings
    if rest.root is not None and rest.builder is not None:
        findings += rest.builder.findings
        bitten = _bites(source.path, text, rest.builder, rest.root)
        findings += (finding for finding in bitten if not in_regions(rest.touched, finding.span.start))
    findings.sort(key=sort_key)
    if rest.root is None or rest.builder is None or len(rest.builder.cut) > MOST_CUT:
        return Parsed(None, tuple(findings))
    return Parsed(rest.root, tuple(findings), _cut_out(text, rest.root, rest.builder, rest.losses))
