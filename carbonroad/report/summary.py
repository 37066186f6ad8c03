"""The line that counts, and the table of findings by rule."""

from carbonroad.findings import Severity
from carbonroad.report.results import Results

_NOUNS = (
    (Severity.error, "error", "errors"),
    (Severity.warning, "warning", "warnings"),
    (Severity.info, "info", "infos"),
)


def summary(results: Results, *, hidden: bool = False) -> str:
    """Return the counts in words: 3 errors, 1 warning in 2 of 11 files. `hidden`: infos were not shown."""
    files = f"{results.files} file{'' if results.files == 1 else 's'}"
    if not results.findings:
        return f"No findings in {files}."
    counts = ((results.count(severity), one, many) for severity, one, many in _NOUNS)
    said = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)
    if hidden and results.count(Severity.info):
        said += " (-v shows them)" if results.count(Severity.info) > 1 else " (-v shows it)"
    touched = len({finding.span.path for finding in results.findings})
    return f"{said} in {touched} of {files}." if touched <= results.files else f"{said}."


def statistics(results: Results) -> list[str]:
    """Return a line for each rule: how often, code, severity, name; the commonest first."""
    counts: dict[tuple[str, str, str], int] = {}
    for finding in results.findings:
        key = (finding.code, finding.severity.value, finding.name)
        counts[key] = counts.get(key, 0) + 1
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    width = len(str(rows[0][1])) if rows else 0
    return [f"{number:>{width}}  {code}  {severity:<7}  {name}" for (code, severity, name), number in rows]
