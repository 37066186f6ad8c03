"""Each limit, with its finding; and files that would take long, which do not."""

from pathlib import Path

import pytest
from running import run

from carbonroad.checking.bounding import told_of
from carbonroad.findings import Finding, Severity, Span
from carbonroad.link.bench import Bench
from carbonroad.read.lengths import LONGEST, LONGEST_PROSE
from carbonroad.read.reader import Reader
from carbonroad.source.limits import MAX_FINDINGS, MAX_LINE, long_line
from carbonroad.source.text import MAX_BYTES, from_bytes, from_string
from carbonroad.source.yaml.parse import parse


def _names(text: str) -> list[str]:
    return [finding.name for finding in parse(from_string(text)).findings]


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("a: " + "[" * 65 + "]" * 65, "too-deep", "64"),
        ("title: " + "x" * MAX_LINE, "too-large", f"{MAX_LINE:,}"),
    ],
)
def test_a_limit_is_named(text: str, name: str, number: str) -> None:
    found = [one for one in parse(from_string(text)).findings if one.name == name]
    assert found
    assert number in found[0].message
    assert found[0].help


def test_a_large_file_is_not_read() -> None:
    found = from_bytes(b" " * (MAX_BYTES + 1))
    assert isinstance(found, Finding)
    assert found.name == "too-large"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_line_of_the_longest_kind_is_read(end: str) -> None:
    line = "x" * MAX_LINE
    assert long_line(from_string(f"a{end}{line}{end}{line}")) is None
    for text in (f"{line}x", f"a{end}{line}x{end}b", f"a{end}b{end}{line}x"):
        found = long_line(from_string(text))
        assert found is not None
        assert found.span.end - found.span.start == MAX_LINE + 1


@pytest.mark.parametrize(
    ("where", "most"),
    [
        ("milestones: [{id: a, title: b, deadline: 'VALUE'}]", LONGEST),
        ("milestones: [{id: VALUE, title: b, deadline: 2030}]", LONGEST),
        ("milestones: [{id: a, title: b, deadline: 2030, owner: [c, VALUE]}]", LONGEST),
        ("indicators: [{id: a, title: b, unit: t, targets: {2030: 'VALUE'}}]", LONGEST),
        ("indicators: [{id: a, title: b, unit: t, actual: {VALUE: 3}}]", LONGEST),
        ("note: VALUE", LONGEST_PROSE),
        ("milestones: [{id: a, title: b, deadline: 2030, note: {en: VALUE}}]", LONGEST_PROSE),
    ],
)
def test_a_value_that_is_too_long_is_reported_once_and_cut(tmp_path: Path, where: str, most: int) -> None:
    file = tmp_path / "x.yaml"
    size = most + 1
    text = where.replace("VALUE", "9" * size).replace(", ", ",\n ")
    if most == LONGEST_PROSE:
        text = where.replace("VALUE", '"' + "\n ".join(["9" * 999] * (size // 1000 + 1)) + '"').replace(
            ", ", ",\n "
        )
    file.write_text(f"title: x\n{text}\n", "utf-8")
    done = run("validate", file, "--format", "concise", "--select", "CR1,CR2,CR3,CR4")
    lines = [line for line in done.stdout.decode().splitlines() if "error[" in line]
    assert len(lines) == 1, lines
    assert "CR111" in lines[0]
    assert f"{most:,}" in lines[0]


def _finding(number: int, severity: Severity) -> Finding:
    return Finding("CR999", "x", severity, "m", Span("f", number, number + 1))


def test_findings_of_a_file_are_bounded_by_severity() -> None:
    many = [_finding(n, Severity.info) for n in range(MAX_FINDINGS + 5)] + [_finding(10**6, Severity.error)]
    kept = told_of(many)
    assert len(kept) == MAX_FINDINGS + 2
    assert kept[-1].severity is Severity.error
    notice = kept[-2]
    assert notice.name == "too-many-findings"
    assert notice.severity is Severity.info
    assert f"{MAX_FINDINGS:,}" in notice.message


def test_as_many_as_may_be_are_all_kept() -> None:
    many = [_finding(n, Severity.error) for n in range(MAX_FINDINGS)]
    assert told_of(many) == many


def test_reading_and_linking_keep_no_more_than_that() -> None:
    reader, bench = Reader("f"), Bench()
    for number in range(MAX_FINDINGS + 50):
        reader.report("wrong-type", Span("f", number, number), "m")
        bench.report("unknown-item", Span("f", number, number), "m")
    assert len(reader.findings) == len(bench.findings) == MAX_FINDINGS + 1
    bench.report("unknown-item", Span("g", 1, 1), "m")
    assert len(bench.findings) == MAX_FINDINGS + 2


@pytest.mark.parametrize(
    "number", ["1e999999", "9" * 900, "-" + "9" * 900, "0." + "0" * 900 + "1", "1" + ",000" * 200, "٣" * 500]
)
def test_enormous_numbers_years_and_spans_are_findings(tmp_path: Path, number: str) -> None:
    quoted = f"'{number}'"
    (tmp_path / "x.yaml").write_text(
        f"title: x\nas_of: {quoted}\nphases: [{{id: p, title: p, years: {quoted}, zoom: {quoted}}}]\n"
        f"validate: {{max_findings: {quoted}}}\n"
        f"pathway: {{unit: Mt CO2, actual: {{2025: {quoted}, {quoted}: 3}}}}\n"
        f"indicators: [{{id: i, title: t, unit: t, baseline: {quoted}, targets: {{2030: {quoted}}}, "
        f"actual: {{2020: {quoted}}}}}]\n"
        f"milestones: [{{id: m, title: t, deadline: {quoted}}}]\n"
        f"works: [{{id: w, title: t, takes: '{number} months', cost: '{number} CNY', progress: {quoted}, "
        f"start: {quoted},"
        f" after: [{{id: m, lag: '{number}d'}}]}}]\n",
        "utf-8",
    )
    done = run("validate", tmp_path, "--format", "json")
    assert done.returncode == 1, done.stderr


def test_an_enormous_revision_is_refused(tmp_path: Path) -> None:
    done = run("diff", "HEAD~" + "9" * 5000, tmp_path)
    assert done.returncode == 2
    assert len(done.stderr) < 20_000
