"""Files that are more than plain lines, read by the YAML parser; its import takes a fifth of a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from carbonroad.findings import sort_key
from carbonroad.source.yaml.build import Builder, StopReading
from carbonroad.source.yaml.nodes import Mapping
from carbonroad.source.yaml.parsed import MOST_CUT, Parsed, bitten, checked, without_losses

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.source.text import SourceText


def parse_events(
    source: SourceText, text: str, findings: list[Finding], *, fast: bool = yaml.__with_libyaml__
) -> Parsed:
    """Read a file's text from the parser's events.

    Args:
        source: The file.
        text: Its text without what the parser would refuse.
        findings: What was found in it so far.
        fast: Whether libyaml reads it, or the pure parser: the same nodes in 7 times the time. Tests ask for
            either.
    """
    builder = Builder(source.path, text, fast=fast)
    try:
        root = builder.document()
    except (StopReading, yaml.YAMLError):
        return _read_on(source, text, findings, fast=fast)
    if builder.goes_on:
        return _read_on(source, text, findings, fast=fast)
    findings += builder.findings
    if isinstance(root, Mapping):
        return checked(source.path, text, findings, root, builder)
    from carbonroad.source.misread.roots import check_root

    return Parsed(None, (*findings, check_root(source.path, text, root)))


def _read_on(source: SourceText, text: str, findings: list[Finding], *, fast: bool) -> Parsed:
    """Read a file with a syntax error as far as that is honest."""
    from carbonroad.source.syntax.recover import in_regions, recover  # most files have no error

    rest = recover(source.path, text, fast=fast)
    findings += rest.findings
    if rest.root is not None and rest.builder is not None:
        findings += rest.builder.findings
        swallowed = bitten(source.path, text, rest.builder, rest.root)
        findings += (finding for finding in swallowed if not in_regions(rest.touched, finding.span.start))
    findings.sort(key=sort_key)
    if rest.root is None or rest.builder is None or len(rest.builder.cut) > MOST_CUT:
        return Parsed(None, tuple(findings))
    holes = without_losses(text, rest.root, rest.builder, rest.losses)
    return Parsed(rest.root, tuple(findings), holes)
