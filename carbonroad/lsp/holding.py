"""What is not said yet to somebody who is typing: he may be in the middle of a word."""

from collections.abc import Sequence

from lsprotocol import types as lsp

from carbonroad.base.record import NamedTuple
from carbonroad.editing.answers import Diagnostic
from carbonroad.editing.completing.unfinished import unfinished
from carbonroad.findings import Finding
from carbonroad.lsp.documents import Document
from carbonroad.workspace.roadmap import Roadmap

PAUSE = 1.0
"""Seconds without a message after which all is said."""


class Held(NamedTuple):
    """What is held back, and whether the rest is not known until it is finished."""

    findings: tuple[Finding, ...] = ()
    breaks: bool = False


def held_back(
    roadmap: Roadmap,
    document: Document,
    found: Sequence[Diagnostic],
    shown: Sequence[lsp.Diagnostic],
    lang: str,
) -> Held:
    """Return what need not be said yet.

    What was shown on the same line stays: a mark that goes and comes with each sign would be worse.

    Args:
        roadmap: As its files are now.
        document: The one that is typed in.
        found: What is found in it.
        shown: What the editor shows in it, where it stands now.
        lang: The reader's language.
    """
    if document.caret is None:
        return Held()
    known = {(one.code, one.range.start.line) for one in shown}
    lines = {one.finding: (one.code, document.lines.position(one.span.start).line) for one in found}
    late = unfinished(roadmap, document.path, document.caret, lang)
    new = tuple(one for one in late.findings if lines.get(one) not in known)
    return Held(new, late.breaks and any(one.code.startswith("CR0") for one in new))


def moved(shown: Sequence[lsp.Diagnostic], document: Document, rows: int) -> list[lsp.Diagnostic]:
    """Return what was shown when the document had so many lines, where it stands now."""
    if document.caret is None:
        return list(shown)
    line, more = line_typed(document), document.lines.count - rows
    return [
        _lower(one, more) if more and one.range.start.line > line - max(more, 0) else one for one in shown
    ]


def line_typed(document: Document) -> int:
    """The line that somebody types in."""
    return document.lines.position(document.caret or 0).line


def _lower(shown: lsp.Diagnostic, by: int) -> lsp.Diagnostic:
    """The same, some lines further down."""
    start, end = shown.range.start, shown.range.end
    return lsp.Diagnostic(
        range=lsp.Range(
            lsp.Position(max(0, start.line + by), start.character),
            lsp.Position(max(0, end.line + by), end.character),
        ),
        message=shown.message,
        severity=shown.severity,
        code=shown.code,
        source=shown.source,
        tags=shown.tags,
        related_information=shown.related_information,
        data=shown.data,
    )
