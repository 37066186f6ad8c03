"""Text to located nodes, with every finding of the family CR0."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import yaml

from carbonroad.findings import sort_key
from carbonroad.source import bites, characters, syntax, wide
from carbonroad.source.build import Builder, StopReading
from carbonroad.source.layout import Layout
from carbonroad.source.nodes import Mapping
from carbonroad.source.roots import check_root

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.source.nodes import Node
    from carbonroad.source.text import SourceText

MOST_FINDINGS = 1_000  # of each kind of check, a file


class Parsed(NamedTuple):
    """What a file says.

    Attributes:
        root: The map of the file; None where it could not be read or is no map.
        findings: In the order of their places.
    """

    root: Mapping | None
    findings: tuple[Finding, ...]


def parse(source: SourceText, *, fast: bool = yaml.__with_libyaml__) -> Parsed:
    """Read one file's text; a mistake in it is a finding and never an exception.

    Args:
        source: The text.
        fast: Whether libyaml reads it; the pure parser gives the same nodes in 7 times the time.
    """
    findings, text = characters.check(source)
    builder = Builder(source.path, text, fast=fast)
    root: Node | None = None
    try:
        root = builder.document()
    except StopReading as stop:
        findings.append(stop.finding)
    except yaml.YAMLError as error:
        findings.append(syntax.explain(source.path, text, error, fast=fast))
    else:
        findings += builder.findings
        if isinstance(root, Mapping):
            layout = Layout(text, root)
            findings += islice(bites.check(source.path, text, builder, layout), MOST_FINDINGS)
            findings += islice(wide.check(source.path, text, layout), MOST_FINDINGS)
        else:
            findings.append(check_root(source.path, text, root))
    if len(findings) > 1:
        findings.sort(key=sort_key)
    return Parsed(root if isinstance(root, Mapping) else None, tuple(findings))
