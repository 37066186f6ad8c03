"""Findings for people and for programs; one format a file."""

from carbonroad.report import concise, full, json_report
from carbonroad.report.results import Report

ALL: tuple[Report, ...] = (full, concise, json_report)
