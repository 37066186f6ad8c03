"""What a report is made from: the findings, the files that were checked, and their texts."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from carbonroad.findings import Finding, Severity, sort_key
from carbonroad.source.text import SourceText
from carbonroad.wording import Wording


class Results(NamedTuple):
    """One run's results.

    Attributes:
        findings: Those that count, in the order to be reported.
        paths: The files that were checked, as shown.
        text: Gives the text of a file by its path as shown; None where there is none.
        suppressed: Findings that do not count, each with the reason; in the same order.
    """

    findings: tuple[Finding, ...]
    paths: tuple[str, ...]
    text: Callable[[str], SourceText | None]
    suppressed: tuple[Finding, ...] = ()

    @property
    def all(self) -> tuple[Finding, ...]:
        """Those that count and those that do not, in the order of their places."""
        if not self.suppressed:
            return self.findings
        from heapq import merge

        return tuple(merge(self.findings, self.suppressed, key=sort_key))

    @property
    def baselined(self) -> int:
        """How many findings do not count because the baseline has them."""
        return sum(f.suppressed is not None and f.suppressed.how == "baseline" for f in self.suppressed)

    def fixable(self, *, safe: bool) -> int:
        """How many of those that count have a repair that is safe, or one that is not."""
        return sum(finding.fix is not None and finding.fix.safe is safe for finding in self.findings)

    @property
    def files(self) -> int:
        """How many files were checked."""
        return len(self.paths)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)


class Style(NamedTuple):
    """How a report looks.

    Attributes:
        colour: Whether to use the colours of a terminal.
        width: Columns that an excerpt may take.
        most: How many findings to show at most; 0 for all.
        statistics: Whether to count findings by rule instead of showing them.
        summary: Whether to end with a line that counts the findings.
        infos: Whether `full` shows infos too, or only counts them.
        words: The language of what the report itself says.
        fail_on: From which severity on a finding makes the run fail.
        root: The repository's folder, from which services that show findings beside the files count
            paths; empty for the working folder.
    """

    colour: bool = False
    width: int = 100
    most: int = 200
    statistics: bool = False
    summary: bool = True
    infos: bool = False
    words: Wording = Wording("en")
    fail_on: Severity = Severity.error
    root: str = ""


class Report(Protocol):
    """A module that writes results in one format."""

    @property
    def NAME(self) -> str:  # noqa: N802 - a constant of the module
        """What `--format` calls it."""

    @property
    def report(self) -> Callable[[Results, Style], str]:
        """Writes the results; the text ends in a line end unless it is empty."""


class Places:
    """Lines and columns of findings; each file is read once."""

    __slots__ = ("_known", "_text")

    def __init__(self, text: Callable[[str], SourceText | None]) -> None:
        self._text = text
        self._known: dict[str, SourceText | None] = {}

    def text(self, path: str) -> SourceText | None:
        """Return the text of a file, None where it cannot be shown."""
        if path not in self._known:
            self._known[path] = self._text(path)
        return self._known[path]

    def position(self, path: str, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1, columns in code points."""
        text = self.text(path)
        return (1, 1) if text is None else text.position(min(offset, len(text.text)))
