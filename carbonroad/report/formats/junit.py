"""Findings as a JUnit report: a suite a file, a failure for each finding that makes the run fail."""

from collections.abc import Iterable, Iterator

from carbonroad.base.texts.visible import visible
from carbonroad.base.texts.xml_text import xml_attributes, xml_text
from carbonroad.findings import Finding
from carbonroad.report.block import block
from carbonroad.report.colours import Paint
from carbonroad.report.one_line import finding_line, one_line
from carbonroad.report.repository import Repository
from carbonroad.report.results import Places, Results, Style


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield a report in which a file without failures is one passing case."""
    found: dict[str, list[Finding]] = {path: [] for path in results.paths}
    for finding in results.all:
        found.setdefault(finding.span.path, []).append(finding)
    writer = _Writer(results, style)
    suites = [writer.suite(path, findings) for path, findings in found.items()]
    tests, failures = writer.tests, writer.failures
    head = f'<testsuites name="carbonroad" tests="{tests}" failures="{failures}" errors="0" time="0">'
    for line in ('<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"):
        yield f"{line}\n"


class _Writer:
    """Writes suites and counts what is in them."""

    def __init__(self, results: Results, style: Style) -> None:
        self.tests = 0
        self.failures = 0
        self._places = Places(results.text)
        self._paint = Paint(on=False)
        self._style = style
        self._repository = Repository(style.root)

    def suite(self, path: str, findings: list[Finding]) -> str:
        """Return the suite of a file."""
        style, file = self._style, visible(self._repository.path(path))
        failing = [f for f in findings if f.suppressed is None and f.severity >= style.fail_on]
        idle = [f for f in findings if f.suppressed is not None]
        below = [
            finding_line(f, self._places, self._paint, style.words)
            for f in findings
            if f.suppressed is None and f.severity < style.fail_on
        ]
        names = _Names()
        cases = [self._case(file, f, names, self._failure(f)) for f in failing]
        cases += [self._case(file, f, names, _skipped(f)) for f in idle]
        if not failing:
            cases.append(f"    <testcase{xml_attributes(name=file, classname=file, file=file, time='0')}/>")
        if below:
            cases.append(f"    <system-out>{_lines(below)}</system-out>")
        tests = len(failing) + len(idle) + (not failing)
        self.tests += tests
        self.failures += len(failing)
        head = xml_attributes(
            name=file, tests=tests, failures=len(failing), errors=0, skipped=len(idle), time="0"
        )
        return "\n".join((f"  <testsuite{head}>", *cases, "  </testsuite>"))

    def _case(self, file: str, finding: Finding, names: "_Names", inside: str) -> str:
        row, _ = self._places.position(finding.span.path, finding.span.start)
        head = xml_attributes(name=names.of(finding), classname=file, file=file, line=row, time="0")
        return f"    <testcase{head}>\n      {inside}\n    </testcase>"

    def _failure(self, finding: Finding) -> str:
        head = xml_attributes(
            message=one_line(finding.message), type=f"{finding.severity.value} {finding.code}"
        )
        return f"<failure{head}>{_lines(block(finding, self._places, self._paint, self._style))}</failure>"


class _Names:
    """Names of cases that stay from run to run, and of which no two in a suite are the same."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, finding: Finding) -> str:
        name = one_line(" ".join(filter(None, (finding.code, finding.name, finding.pointer))))
        self._seen[name] = number = self._seen.get(name, 0) + 1
        return name if number == 1 else f"{name} ({number})"


def _skipped(finding: Finding) -> str:
    suppressed = finding.suppressed
    why = "" if suppressed is None else suppressed.reason or suppressed.how
    return f"<skipped{xml_attributes(message=one_line(why))}/>"


def _lines(lines: Iterable[str]) -> str:
    return xml_text("\n".join(lines))
