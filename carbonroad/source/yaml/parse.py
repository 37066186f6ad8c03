"""Text to located nodes, with every finding of the family CR0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.source.limits import long_line
from carbonroad.source.misread import characters
from carbonroad.source.yaml.parsed import Parsed, checked
from carbonroad.source.yaml.plain import read_plain

if TYPE_CHECKING:
    from carbonroad.source.text import SourceText


def parse(source: SourceText) -> Parsed:
    """Read one file's text; a mistake in it is a finding and never an exception."""
    too_long = long_line(source)
    if too_long is not None:
        return Parsed(None, (too_long,))
    findings, text = characters.check(source)
    plain = None if findings else read_plain(text)
    if plain is not None:
        return checked(source.path, text, findings, *plain)
    from carbonroad.source.yaml.by_parser import parse_events

    return parse_events(source, text, findings)
