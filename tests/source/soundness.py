"""What must hold for any input: no exception, findings in order, every place inside the file."""

from datetime import date

from carbonroad.findings import Finding, Span, sort_key
from carbonroad.project import load_text

TODAY = date(2026, 11, 22)


def check_bytes(data: bytes) -> tuple[Finding, ...]:
    """Validate bytes as one file, see that the findings are sound, and return them."""
    project = load_text(data, "steel.yaml", None, TODAY)
    source = project.text("steel.yaml")
    assert source is not None
    size = len(source.text)
    assert list(project.findings) == sorted(project.findings, key=sort_key)
    for finding in project.findings:
        assert finding.message.endswith((".", "?")), finding
        for span in (finding.span, *(other.span for other in finding.related)):
            _check_span(span, size, finding)
        edits = finding.fix.edits if finding.fix else ()
        assert all(0 <= edit.start <= edit.end <= size for edit in edits), finding
    return project.findings


def _check_span(span: Span, size: int, finding: Finding) -> None:
    assert span.path == "steel.yaml", finding
    assert 0 <= span.start <= span.end <= size, finding
