"""What editing answers: values of offsets and words, which a server puts into a protocol's form.

Offsets are code points of a file's text, as everywhere below the servers; paths are absolute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carbonroad.findings import Edit, Finding, Related, Severity, Span

__all__ = [
    "Action",
    "Completion",
    "CompletionKind",
    "Diagnostic",
    "DiagnosticTag",
    "Folding",
    "FoldingKind",
    "Highlight",
    "Hint",
    "Hover",
    "Refusal",
    "Symbol",
    "SymbolKind",
]

_FILLED_IN = lazy_pattern(r"\$\{[0-9]+:([^{}]*)\}|\$(?:[0-9]+|\{[0-9]+\})|\\([\\$}])")
CompletionKind = Literal[
    "key", "id", "organisation", "phase", "source", "industry", "word", "deadline", "snippet", "file"
]
SymbolKind = Literal[
    "roadmap",
    "industry",
    "section",
    "milestone",
    "work",
    "indicator",
    "target",
    "measure",
    "phase",
    "organisation",
    "source",
    "pathway",
]
FoldingKind = Literal["region", "comment"]
DiagnosticTag = Literal["unnecessary", "deprecated"]


class Completion(NamedTuple):
    """One thing that may be typed at the cursor.

    Attributes:
        label: What the list shows.
        insert: What is written in place of `replace`; with `snippet`, in the form of LSP's snippets.
        replace: Start and end of what it takes the place of.
        kind: What it is.
        detail: A few words beside the label.
        documentation: Markdown, shown for the one that is chosen.
        sort: The list is ordered by it.
        filter: What the typed letters are compared with; the label where it is empty.
        again: Whether to ask for completions anew after it was taken.
        snippet: Whether `insert` holds places to be filled in.
    """

    label: str
    insert: str
    replace: tuple[int, int]
    kind: CompletionKind = "id"
    detail: str = ""
    documentation: str = ""
    sort: str = ""
    filter: str = ""
    again: bool = False
    snippet: bool = False

    @property
    def plain(self) -> str:
        """What is written where nothing can be filled in."""
        return _FILLED_IN.sub(r"\1\2", self.insert) if self.snippet else self.insert


class Hover(NamedTuple):
    """What is told of the place under the mouse: the range it is about, and Markdown."""

    span: Span
    markdown: str


class Symbol(NamedTuple):
    """One thing that a file declares.

    Attributes:
        name: Its id and title, or a section's key as written.
        detail: Such as its deadline as written; in a list over all files, whose it is.
        kind: What it is.
        span: All of it.
        selection: What to show of it, inside `span`: its id.
        children: What it holds, in the order of the text.
    """

    name: str
    detail: str
    kind: SymbolKind
    span: Span
    selection: Span
    children: tuple[Symbol, ...] = ()


class Folding(NamedTuple):
    """Text that can be folded: from the line of `start` to the line of `end`, that one included."""

    start: int
    end: int
    kind: FoldingKind = "region"


class Hint(NamedTuple):
    """Words that an editor shows behind an offset without writing them."""

    offset: int
    text: str
    tooltip: str = ""


class Action(NamedTuple):
    """Something that can be done about the text at the cursor.

    Attributes:
        title: What it does.
        kind: As LSP calls it: `quickfix`, `source.fixAll`, `refactor.rewrite` …
        edits: By path, in the order of the text.
        findings: Those that it mends.
        preferred: Whether it is the one to take without asking.
        url: A page to open instead of edits.
    """

    title: str
    kind: str
    edits: Mapping[str, tuple[Edit, ...]]
    findings: tuple[Finding, ...] = ()
    preferred: bool = False
    url: str = ""


class Highlight(NamedTuple):
    """A place in the file that means the same as the one asked for."""

    start: int
    end: int
    declares: bool = False


class Refusal(NamedTuple):
    """Why something cannot be done, and what can; both may be said in the reader's language."""

    message: str
    help: str = ""


class Diagnostic(NamedTuple):
    """A finding as an editor shows it.

    Attributes:
        span: Never empty where the file is not, and on one line.
        severity: How much it weighs.
        code: `CR` and three digits.
        name: The rule's name.
        message: What is found, and in a line of its own what to write; in the reader's language.
        finding: What it was made of, in English.
        related: Other places that belong to it, also in other files.
        tags: `unnecessary` for what nothing uses, `deprecated` for what was replaced or dropped.
        fixable: Whether a repair is known.
    """

    span: Span
    severity: Severity
    code: str
    name: str
    message: str
    finding: Finding
    related: tuple[Related, ...] = ()
    tags: tuple[DiagnosticTag, ...] = ()
    fixable: bool = False
