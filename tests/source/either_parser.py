"""A text read by the YAML parser of one's choice, though it may be plain."""

from carbonroad.source.limits import long_line
from carbonroad.source.misread import characters
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.by_parser import parse_events
from carbonroad.source.yaml.parsed import Parsed


def parse_by(source: SourceText, *, libyaml: bool) -> Parsed:
    """Read a text as `parse` does, but never line by line: by libyaml or by the pure parser."""
    too_long = long_line(source)
    if too_long is not None:
        return Parsed(None, (too_long,))
    findings, text = characters.check(source)
    return parse_events(source, text, findings, fast=libyaml)
