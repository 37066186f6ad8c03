"""What a run found, kept in little room until it is reported."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from carbonroad.batch.compact import pack_findings, unpack_findings
from carbonroad.findings import Finding, Severity
from carbonroad.report.results import Group, Results, Tally
from carbonroad.source.text import SourceText, read_for_display

if TYPE_CHECKING:
    from carbonroad.batch.outcome import Outcome

_NEVER = "never"


class Found:
    """Collects the outcomes of a run.

    Args:
        fail_on: From which severity on the call wants findings to make it fail; empty where it says nothing.

    Attributes:
        failing: Whether a finding makes the run fail.
    """

    def __init__(self, fail_on: str) -> None:
        self.failing = False
        self._fail_on = fail_on
        self._levels: set[Severity] = set()
        self._said: list[int] = []
        self._paths: list[str] = []
        self._beside: set[str] = set()
        self._texts: dict[str, SourceText] = {}
        self._packed: list[bytes] = []
        self._tally = Tally()
        self._roadmaps = 0

    def add(self, outcome: "Outcome", only: tuple[str, ...] = (), text: SourceText | None = None) -> None:
        """Take what was found in a roadmap.

        Args:
            outcome: As found.
            only: The files that findings are limited to; empty for all.
            text: Of a roadmap that is no file.
        """
        self._roadmaps += 1
        self._paths += only or outcome.paths
        self._beside.update(outcome.beside)
        self._beside.update(outcome.paths if only else ())
        if text is not None:
            self._texts[text.path] = text
        if outcome.most is not None:
            self._said.append(outcome.most)
        level = failing_level(self._fail_on or outcome.fail_on)
        if level is not None:
            self._levels.add(level)
        if not outcome.packed:
            return
        group = Group(*unpack_findings(outcome.packed))
        packed = outcome.packed
        if only:
            group = Group(*(tuple(one for one in some if concerns(one, only)) for some in group))
            packed = pack_findings(*group)
        self._packed.append(packed)
        self._tally.add(group)
        if level is not None and any(one.severity >= level for one in group.findings):
            self.failing = True

    @property
    def lowest(self) -> Severity:
        """The lowest of the roadmaps' levels, for reports that say what has failed."""
        return min(self._levels, default=Severity.error)

    def most(self, usual: int) -> int:
        """How many findings the roadmaps want to be shown; 0 is all."""
        return 0 if 0 in self._said else max(self._said, default=usual)

    def results(self) -> Results:
        """Return what is reported."""
        packed = self._packed

        def groups() -> Iterator[Group]:
            return (Group(*unpack_findings(one)) for one in packed)

        return Results.of(groups, tuple(self._paths), self._text(), self._roadmaps, self._tally)

    def _text(self) -> Callable[[str], SourceText | None]:
        """Texts of the files that were checked, and of no others."""
        known = self._beside.union(self._paths)

        def text(path: str) -> SourceText | None:
            return self._texts.get(path) or (read_for_display(path) if path in known else None)

        return text


def failing_level(fail_on: str) -> Severity | None:
    """Return from which severity on findings make a run fail: as `--fail-on` names it, empty for error."""
    return None if fail_on == _NEVER else Severity(fail_on or "error")


def concerns(finding: Finding, only: tuple[str, ...]) -> bool:
    """Whether a finding is about what was asked for: some files, or all where there are none of these.

    A baseline that cannot be used is about all.
    """
    return not only or finding.span.path in only or finding.name == "unreadable-baseline"
