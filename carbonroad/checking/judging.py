"""From everything that was found to what counts: settings, then comments, then the baseline."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.checking.baseline import Baseline, Entry, compare, file_name, report_stale
from carbonroad.checking.bench import Bench
from carbonroad.checking.comments import Comment
from carbonroad.checking.levels import Levels
from carbonroad.checking.settings import Settings, read_settings, stem
from carbonroad.checking.suppressing import suppress
from carbonroad.findings import Finding, sort_key
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Node


class Subject(NamedTuple):
    """What is judged: one roadmap.

    Attributes:
        found: All that reading, linking and the rules found, in order.
        settings: The value of `validate` by file, where one is written.
        top: The file whose settings are for all; None where each file's are for itself.
        comments: Suppression comments of all files.
        paths: Its files.
        as_of: The data date.
        complete: Whether every file was read: else nothing is known to be repaired.
        baseline: The baseline, where there is one.
        whole: Whether the baseline's folder holds this roadmap alone.
        text: The text of a file by its path as shown.
    """

    found: Sequence[Finding]
    settings: Mapping[str, Node]
    top: str | None
    comments: Sequence[Comment]
    paths: tuple[str, ...]
    as_of: date
    complete: bool
    baseline: Baseline | None
    whole: bool
    text: Callable[[str], SourceText | None]


class Verdict(NamedTuple):
    """What counts.

    Attributes:
        findings: Those that count, in order.
        suppressed: Those that do not, each with the reason, in order.
        settings: The roadmap's own.
        stale: Entries of the baseline that nothing is found of any more.
        checks: Whether a rule is checked in a file, by its code and the file's path.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    settings: Settings
    stale: tuple[Entry, ...]
    checks: Callable[[str, str], bool]


def judge(subject: Subject, call: Settings) -> Verdict:
    """Decide which findings count, and how much.

    Args:
        subject: What was found, and what the roadmap says of its checks.
        call: What the command line says of them.
    """
    own: list[Finding] = []
    read = {path: _settings(own, path, node, subject.paths) for path, node in subject.settings.items()}
    levels = _Levels(subject.top, read, call)
    found = _judged(levels, subject.found)
    applied = suppress(found, subject.comments, subject.as_of, subject.text, levels.checks)
    own += (f for f in applied.findings if subject.complete or f.name != "unused-suppression")
    kept, suppressed, stale = applied.kept, applied.suppressed, []
    baseline = subject.baseline
    if baseline is not None and baseline.finding is not None:
        own.append(baseline.finding)
    elif baseline is not None and baseline.entries:
        from carbonroad.checking.fingerprints import fingerprints

        made = fingerprints(found, subject.text)
        marks = {id(finding): mark for finding, mark in zip(found, made, strict=True)}
        files = None if subject.whole else {file_name(path) for path in subject.paths}
        compared = compare(kept, [marks[id(finding)] for finding in kept], baseline, files)
        here = set(made)
        kept, suppressed = compared.kept, suppressed + compared.suppressed
        if subject.complete:
            stale = [
                one
                for one in compared.stale
                if one.fingerprint not in here and levels.checks(one.code, one.path)
            ]
            own += report_stale(baseline, stale)
    kept = sorted((*kept, *_judged(levels, own)), key=sort_key)
    settings = read.get(subject.top or "", next(iter(read.values()), Settings()))
    return Verdict(
        tuple(kept), tuple(sorted(suppressed, key=sort_key)), settings, tuple(stale), levels.checks
    )


class _Levels:
    """Levels by file: the top file's settings are for all, those of files without a top for themselves."""

    def __init__(self, top: str | None, read: Mapping[str, Settings], call: Settings) -> None:
        self._common = Levels(read.get(top or "", Settings()), call)
        self._own = {} if top is not None else {path: Levels(one, call) for path, one in read.items()}

    def of(self, path: str) -> Levels:
        return self._own.get(path, self._common)

    def checks(self, code: str, path: str) -> bool:
        return self.of(path).checks(code, path)


def _judged(levels: _Levels, found: Iterable[Finding]) -> list[Finding]:
    judged = (levels.of(finding.span.path).judged(finding) for finding in found)
    return [finding for finding in judged if finding is not None]


def _settings(own: list[Finding], path: str, node: Node, paths: Iterable[str]) -> Settings:
    bench = Bench(path)
    settings = read_settings(bench, node, frozenset(stem(one) for one in paths))
    own += bench.findings
    return settings
