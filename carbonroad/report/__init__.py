"""Findings for people and for programs: one format a file in `formats/`, imported when it is used."""

from carbonroad.report.format import Format

ALL: tuple[Format, ...] = (
    Format("full", "full"),
    Format("concise", "concise"),
    Format("json", "json_report", "json", "json"),
    Format("jsonl", "jsonl", "jsonl", "jsonl"),
    Format("sarif", "sarif", "sarif", "json"),
    Format("github", "github", syntax="commands", summarises=True),
    Format("gitlab", "gitlab", "json", "json"),
    Format("junit", "junit", "xml", "xml"),
)
"""In the order of the help."""

BY_NAME = {known.name: known for known in ALL}
