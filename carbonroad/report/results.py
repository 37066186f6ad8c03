"""What a report is made from: the findings, the files that were checked, and their texts."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from carbonroad.base.record import NamedTuple
from carbonroad.findings import Finding, Severity, sort_key
from carbonroad.source.text import SourceText
from carbonroad.wording import Wording

_ROOM = 8_000_000
"""Characters of texts that are kept at hand."""
_FILES = 4
"""Files of which more than the text is kept at hand."""
Value = TypeVar("Value")


class Group(NamedTuple):
    """What was found in one roadmap: the findings that count, and those that do not, in order."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...] = ()


class Tally:
    """Counts of findings.

    Attributes:
        severities: How many of those that count have a severity.
        safe: How many of those that count have a safe repair.
        unsafe: How many have one that is not.
        suppressed: How many do not count.
        baselined: How many of these are in the baseline.
        touched: The files that findings which count are about.
        rules: How many there are, and how many with a safe repair, by code, name and severity.
    """

    def __init__(self) -> None:
        self.severities = dict.fromkeys(Severity, 0)
        self.safe = 0
        self.unsafe = 0
        self.suppressed = 0
        self.baselined = 0
        self.touched: set[str] = set()
        self.rules: dict[tuple[str, str, str], list[int]] = {}

    def add(self, group: Group) -> None:
        """Count what was found in one roadmap."""
        for finding in group.findings:
            self.severities[finding.severity] += 1
            self.touched.add(finding.span.path)
            numbers = self.rules.setdefault((finding.code, finding.name, finding.severity.value), [0, 0])
            numbers[0] += 1
            if finding.fix is not None:
                numbers[1] += finding.fix.safe
                self.safe += finding.fix.safe
                self.unsafe += not finding.fix.safe
        self.suppressed += len(group.suppressed)
        for finding in group.suppressed:
            self.baselined += finding.suppressed is not None and finding.suppressed.how == "baseline"


class Results:
    """One run's results. The findings may be made anew each time they are asked for: they are many.

    Args:
        findings: Those that count, in the order to be reported.
        paths: The files that were checked, as shown.
        text: Gives the text of a file by its path as shown; None where there is none.
        suppressed: Findings that do not count, each with the reason; in the same order.
    """

    def __init__(
        self,
        findings: Iterable[Finding],
        paths: tuple[str, ...],
        text: Callable[[str], SourceText | None],
        suppressed: Iterable[Finding] = (),
    ) -> None:
        group = Group(tuple(findings), tuple(suppressed))
        self.groups: Callable[[], Iterable[Group]] = lambda: (group,)
        self.paths = paths
        self.text = text
        self.roadmaps = 1

    @classmethod
    def of(
        cls,
        groups: Callable[[], Iterable[Group]],
        paths: tuple[str, ...],
        text: Callable[[str], SourceText | None],
        roadmaps: int,
        tally: Tally,
    ) -> "Results":
        """Return the results of several roadmaps.

        Args:
            groups: Gives what was found in each, in the order of the call, as often as it is asked.
            paths: As above.
            text: As above.
            roadmaps: How many there are.
            tally: The counts of what `groups` gives.
        """
        made = cls((), paths, text)
        made.groups = groups
        made.roadmaps = roadmaps
        made.tally = tally
        return made

    def with_each(self, change: Callable[[Finding], Finding]) -> "Results":
        """Return the same results with changed findings, which count as these do."""
        groups = self.groups

        def changed() -> Iterator[Group]:
            for findings, suppressed in groups():
                yield Group(tuple(map(change, findings)), tuple(map(change, suppressed)))

        return Results.of(changed, self.paths, self.text, self.roadmaps, self.tally)

    @cached_property
    def tally(self) -> Tally:
        """The counts."""
        tally = Tally()
        for group in self.groups():
            tally.add(group)
        return tally

    @property
    def findings(self) -> Iterator[Finding]:
        """Those that count, in the order to be reported."""
        for group in self.groups():
            yield from group.findings

    @property
    def all(self) -> Iterator[Finding]:
        """Those that count and those that do not: roadmap by roadmap, in the order of their places."""
        for found in self.merged():
            yield from found

    def merged(self) -> Iterator[tuple[Finding, ...]]:
        """Yield for each roadmap those that count and those that do not, in the order of their places."""
        from heapq import merge

        for findings, suppressed in self.groups():
            yield tuple(merge(findings, suppressed, key=sort_key)) if suppressed else findings

    @property
    def total(self) -> int:
        """How many findings count."""
        return sum(self.tally.severities.values())

    @property
    def files(self) -> int:
        """How many files were checked."""
        return len(self.paths)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return self.tally.severities[severity]

    def wanted(self, style: "Style") -> Iterator[Finding]:
        """Those that are shown: infos, which are only good to know, must not drown the others."""
        return (one for one in self.findings if style.infos or one.severity is not Severity.info)

    def count_wanted(self, style: "Style") -> int:
        """How many `wanted` gives."""
        return self.total - (0 if style.infos else self.count(Severity.info))


class Style(NamedTuple):
    """How a report looks.

    Attributes:
        colour: Whether to use the colours of a terminal.
        width: Columns that an excerpt may take.
        most: How many findings to show at most; 0 for all.
        statistics: Whether to count findings by rule instead of showing them.
        summary: Whether to end with a line that counts the findings.
        infos: Whether formats that show what counts most show infos too, or only count them.
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


class Places:
    """Lines and columns of findings. The texts last asked for are kept at hand, not those of a whole run."""

    __slots__ = ("_known", "_size", "_text")

    def __init__(self, text: Callable[[str], SourceText | None]) -> None:
        self._text = text
        self._known: dict[str, SourceText | None] = {}
        self._size = 0

    def text(self, path: str) -> SourceText | None:
        """Return the text of a file, None where it cannot be shown."""
        if path not in self._known:
            text = self._known[path] = self._text(path)
            self._size += _size(text)
            while self._size > _ROOM and len(self._known) > 1:
                self._size -= _size(self._known.pop(next(iter(self._known))))
        return self._known[path]

    def position(self, path: str, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1, columns in code points."""
        text = self.text(path)
        return (1, 1) if text is None else text.position(min(offset, len(text.text)))


def forget_oldest(known: dict[str, Value]) -> None:
    """Make room for one more of what is made of a file: findings come file by file."""
    while len(known) >= _FILES:
        del known[next(iter(known))]


def _size(text: SourceText | None) -> int:
    return 100 if text is None else 100 + len(text.text)
