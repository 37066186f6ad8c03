"""Findings for people and for programs; one format a file, of which only the ones wanted are imported."""

from collections.abc import Iterator
from importlib import import_module
from typing import cast

from carbonroad.report.results import Report, Results, StreamedReport, Style

_MODULES = {
    "full": "full",
    "concise": "concise",
    "json": "json_report",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
}
NAMES = tuple(_MODULES)
"""The formats, as `--format` calls them."""
_STREAMED = ("full", "concise", "json", "jsonl")


def report_named(name: str) -> Report:
    """Return the format of a name."""
    return cast("Report", import_module(f"carbonroad.report.{_MODULES[name]}"))


def pieces(name: str, results: Results, style: Style) -> Iterator[str]:
    """Yield a report, piece by piece where its format allows that: a run may find a million things."""
    report = report_named(name)
    if name in _STREAMED:
        yield from cast("StreamedReport", report).pieces(results, style)
    else:
        yield report.report(results, style)
