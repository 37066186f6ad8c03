"""A roadmap in the formats of other programs; one format a file, which is imported when it is used."""

from carbonroad.export.format import Exported, Format, Options

__all__ = ["ALL", "BY_ENDING", "BY_NAME", "Exported", "Format", "Options"]

_CHOICE = ("parts", "owner")
"""The options that limit a format to some industries and to one body."""

ALL: tuple[Format, ...] = (
    Format("json", "One document with everything that is linked and computed.", "json_export"),
    Format("csv", "One table, or all in a folder.", "csv_export", heeds=("tables", *_CHOICE), many=True),
    Format(
        "xlsx",
        "A workbook with a sheet a table.",
        "xlsx.workbook",
        extra="xlsx",
        heeds=("tables", *_CHOICE),
        binary=True,
    ),
    Format(
        "docx",
        "A document: timetable and assignments.",
        "docx.document",
        extra="docx",
        heeds=("tables", *_CHOICE),
        binary=True,
        tables=("timetable", "assignments"),
    ),
    Format(
        "ics",
        "A calendar: deadlines as events or to-dos, with alarms.",
        "ics.calendar_file",
        extra="ics",
        heeds=("todo", "alarms", "per_owner", *_CHOICE),
        tells=True,
    ),
    Format(
        "mermaid",
        "Deadlines and dependencies as diagrams, in a folder.",
        "mermaid_export",
        heeds=("parts",),
        many=True,
        tells=True,
        endings=("mmd",),
    ),
    Format(
        "iamc",
        "A table of scenarios that pyam and nomenclature read.",
        "iamc_export",
        heeds=("parts",),
        tells=True,
    ),
    Format(
        "mspdi",
        "A plan for Microsoft Project and ProjectLibre (XML).",
        "mspdi.writing",
        heeds=_CHOICE,
        tells=True,
        endings=("xml",),
    ),
)
"""In the order of the help."""

BY_NAME = {known.name: known for known in ALL}
BY_ENDING = {ending: known for known in ALL for ending in (known.name, *known.endings)}
"""What the name of a file ends in, without its dot → the format that it says."""
