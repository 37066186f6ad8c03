"""Findings for people and for programs; one format a file, of which only the ones wanted are imported."""

from importlib import import_module
from typing import cast

from carbonroad.report.results import Report

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


def report_named(name: str) -> Report:
    """Return the format of a name."""
    return cast("Report", import_module(f"carbonroad.report.{_MODULES[name]}"))
