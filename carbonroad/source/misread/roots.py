"""Files whose root is no map: empty, one text, or a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import by_number
from carbonroad.source.found import found, repair
from carbonroad.source.misread.spaces import ODD_SPACES
from carbonroad.source.yaml.nodes import Scalar

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.source.yaml.nodes import Node

_FULL_WIDTH = lazy_pattern(r"^[ ]*(?:-[ ]+)*([^\s:：]{1,24})(：)[ ]*", re.MULTILINE)
_NO_SPACE = lazy_pattern(r"^[ ]*([^\s:：]{1,24})(:)(?=[^\s/])", re.MULTILINE)
_ODD_SPACE = lazy_pattern(f"^[ ]*([^\\s:：]{{1,24}}):([{ODD_SPACES}]+)", re.MULTILINE)


def check_root(path: str, text: str, root: Node | None) -> Finding:
    """The one finding on a file without a map at its root."""
    if root is None or (isinstance(root, Scalar) and not root.text and not root.style):
        return found(path, "empty-file", 0, 0)
    if not isinstance(root, Scalar):
        return found(path, "root-list", root.start, root.start + 1)
    for pattern, wording, sign in (
        (_ODD_SPACE, "root-odd-space", " "),
        (_FULL_WIDTH, "root-full-width", ": "),
        (_NO_SPACE, "root-no-space", ": "),
    ):
        matches = list(pattern.finditer(text, root.start, root.end))
        if matches and not root.style:
            first = matches[0]
            edits = (
                (
                    match.start(2),
                    match.end(),
                    sign.rstrip() if text[match.end() : match.end() + 1] in "\r\n" else sign,
                )
                for match in matches
            )
            fix = repair(say("write plain colons and blanks"), *edits)
            char = by_number(first[2][0])
            return found(path, wording, *first.span(2), fix=fix, key=first[1], char=char)
    return found(path, "root-text", root.start, root.end)
