"""Findings and changes as one text; a comment on a pull request has a limit, a run's summary hardly any."""

import re
from collections.abc import Iterator, Sequence

MARK = "<!-- carbonroad -->"
"""The first line, by which a workflow finds its own comment again."""
_MOST = 60_000
"""Characters; GitHub takes 65,536, counted its own way."""
_FEW = 20
"""Errors that stand before the changes; the others stand after them."""
_ERRORS = ("| error |", "| 错误 |")
_HEADING = re.compile(r"^#", re.MULTILINE)


def whole(findings: str, changes: Sequence[str], also: str, closing: str) -> list[str]:
    """Return the parts of the text in the order in which they matter: errors, changes, all else.

    Args:
        findings: A heading with the counts, and a table.
        changes: A page for each roadmap.
        also: What stands above findings that come after the changes.
        closing: Where the pages are; empty for nowhere.
    """
    heading, _, table = findings.strip().partition("\n")
    lines = table.strip().splitlines()
    head, rows = lines[:2], lines[2:]
    errors = [row for row in rows if row.startswith(_ERRORS)]
    first = errors[:_FEW] if changes else rows
    rest = [row for row in rows if row not in first]
    pages = [_HEADING.sub("##", page) if page.startswith("# ") else page for page in changes]
    before, after = ("\n".join([*head, *some]) if some else "" for some in (first, rest))
    parts = (heading, before, *pages, also if after else "", after, closing)
    return [part.strip() for part in parts if part.strip()]


def short_enough(parts: Sequence[str], more: str) -> str:
    """Return the comment: what does not fit is left out, a table from its end, and `more` says so."""
    room = _MOST - len(MARK) - len(more) - 8
    return "\n\n".join([MARK, *_fitting(parts, room, more)]) + "\n"


def _fitting(parts: Sequence[str], room: int, more: str) -> Iterator[str]:
    left_out = False
    for part in parts:
        text = part
        if len(text) + 2 > room:
            left_out = True
            text = text[: text.rfind("\n", 0, max(room - 2, 0)) + 1].rstrip() if text.startswith("| ") else ""
        if text.count("\n") > 1 or len(text) == len(part):
            room -= len(text) + 2
            yield text
    if left_out:
        yield more


def as_code(text: str) -> str:
    """Return a text as Markdown shows code, whatever is in it."""
    flat = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    fence = "`"
    while fence in flat:
        fence += "`"
    room = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{room}{flat}{room}{fence}"
