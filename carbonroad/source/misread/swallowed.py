"""Lines that YAML read as part of the text above them, without an error."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.found import found
from carbonroad.source.syntax.signs import unclosed
from carbonroad.source.yaml.lines import shape_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.findings import Finding
    from carbonroad.source.misread.remarks import Remarks
    from carbonroad.source.yaml.layout import Layout

_MOST = 10_000
_SWALLOWED = lazy_pattern(r"\n( *)- (?!.*:(?: |$)).*\n\1 +(-) ", re.MULTILINE)
_OPEN_QUOTE = lazy_pattern(r":[ ]+([\"'])(?![^\r\n]*?\1)")
_KEY_LINE = lazy_pattern(r"[ ]*(?:-[ ]+)*[^\s#\"'\[\]{}:：]{1,24}(?::(?: |$)|：)")


def swallowed_items(path: str, text: str, layout: Layout, remarks: Remarks) -> Iterator[Finding]:
    """Items that stand too far in: they became part of the text above."""
    for match in _SWALLOWED.finditer(text):
        place = layout.plain(match.start(2))
        if place:
            remarks.cut.append(place.scalar.start)
            yield found(path, "swallowed-item", *match.span(2))


def unclosed_quotes(path: str, text: str, layout: Layout, remarks: Remarks) -> Iterator[Finding]:
    """Quotes that close lines below: the keys between were read as text, though they stand as far out."""
    for match in islice(_OPEN_QUOTE.finditer(text), _MOST):
        at = match.start(1)
        place = layout.at(at)
        if place is None or place.scalar.start != at or place.part == "key" or text[at] != place.scalar.style:
            continue
        column = shape_at(text, at).column
        lines = text[at : place.scalar.end].splitlines()[1:]
        if any(_KEY_LINE.match(line) for line in lines if _indent(line) <= column):
            remarks.cut.append(at)
            yield unclosed(path, text, at)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
