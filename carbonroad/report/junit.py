"""Findings as a JUnit report: a suite a file, a failure for each finding that makes the run fail."""

from collections.abc import Iterable

from carbonroad.base.texts.visible import visible as shown
from carbonroad.findings import Finding
from carbonroad.report.colours import Paint
from carbonroad.report.concise import line, visible
from carbonroad.report.full import block
from carbonroad.report.repository import Repository
from carbonroad.report.results import Places, Results, Style

NAME = "junit"


def report(results: Results, style: Style) -> str:
    """Return a report in which a file without failures is one passing case."""
    found: dict[str, list[Finding]] = {path: [] for path in results.paths}
    for finding in results.all:
        found.setdefault(finding.span.path, []).append(finding)
    writer = _Writer(results, style)
    suites = [writer.suite(path, findings) for path, findings in found.items()]
    tests, failures = writer.tests, writer.failures
    head = f'<testsuites name="carbonroad" tests="{tests}" failures="{failures}" errors="0" time="0">'
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>\n"))


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
        style, file = self._style, shown(self._repository.path(path))
        failing = [f for f in findings if f.suppressed is None and f.severity >= style.fail_on]
        idle = [f for f in findings if f.suppressed is not None]
        below = [
            line(f, self._places, self._paint, style.words)
            for f in findings
            if f.suppressed is None and f.severity < style.fail_on
        ]
        names = _Names()
        cases = [self._case(file, f, names, self._failure(f)) for f in failing]
        cases += [self._case(file, f, names, _skipped(f)) for f in idle]
        if not failing:
            cases.append(f"    <testcase{_attributes(name=file, classname=file, file=file, time='0')}/>")
        if below:
            cases.append(f"    <system-out>{_text(below)}</system-out>")
        tests = len(failing) + len(idle) + (not failing)
        self.tests += tests
        self.failures += len(failing)
        head = _attributes(
            name=file, tests=tests, failures=len(failing), errors=0, skipped=len(idle), time="0"
        )
        return "\n".join((f"  <testsuite{head}>", *cases, "  </testsuite>"))

    def _case(self, file: str, finding: Finding, names: "_Names", inside: str) -> str:
        row, _ = self._places.position(finding.span.path, finding.span.start)
        head = _attributes(name=names.of(finding), classname=file, file=file, line=row, time="0")
        return f"    <testcase{head}>\n      {inside}\n    </testcase>"

    def _failure(self, finding: Finding) -> str:
        head = _attributes(message=visible(finding.message), type=f"{finding.severity.value} {finding.code}")
        return f"<failure{head}>{_text(block(finding, self._places, self._paint, self._style))}</failure>"


class _Names:
    """Names of cases that stay from run to run, and of which no two in a suite are the same."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, finding: Finding) -> str:
        name = visible(" ".join(filter(None, (finding.code, finding.name, finding.pointer))))
        self._seen[name] = number = self._seen.get(name, 0) + 1
        return name if number == 1 else f"{name} ({number})"


def _skipped(finding: Finding) -> str:
    suppressed = finding.suppressed
    why = "" if suppressed is None else suppressed.reason or suppressed.how
    return f"<skipped{_attributes(message=visible(why))}/>"


def _attributes(**values: object) -> str:
    return "".join(f' {name}="{_escaped(str(value))}"' for name, value in values.items())


def _text(lines: Iterable[str]) -> str:
    return _escaped("\n".join(lines))


def _escaped(text: str) -> str:
    """A text that is safe in an element and in an attribute; what XML cannot hold was made visible before."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
