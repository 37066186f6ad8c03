"""The columns of a table whose headers nobody knows, each told once with the `--map` to write."""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.importing.lists.cells import Problem, finding_at
from carbonroad.importing.lists.headers import similar
from carbonroad.importing.lists.sections import Section
from carbonroad.importing.sheets.references import column_in

_OFFERED = {
    "title2": "note",
    "number": "id",
    "person": "note",
    "advance": "status",
    "period": "deadline",
    "unit-or-body": "owner",
    "": "note",
}
"""Keys as one writes them in `--map`, for what has another name here."""


def about_columns(section: Section, used: frozenset[int]) -> Iterator[Finding]:
    """Return a finding for each column with words below a header that nobody knows."""
    rows = section.table.rows
    known = {column.key for column in section.columns}
    for column in section.columns:
        if column.key or column.meaning.period or column.at not in used or column.mapped:
            continue
        block = [
            row[column.at] for row in rows[section.header.start : section.header.end] if column.at < len(row)
        ]
        at = next((cell for cell in reversed(block) if cell.text.strip()), block[-1] if block else rows[0][0])
        name = column.header or column_in(at.reference)
        near = similar(column.header) if column.header else ""
        if near in known:
            near = ""  # there is such a column already
        message = (
            say(
                'The column "{name}" ({cell}) is not known; what stands in it is kept as x-….',
                name=name,
                cell=at.reference,
            )
            if column.header
            else say("The column {name} has no header; what stands in it is kept as x-….", name=name)
        )
        help_ = say(
            'say what it is: --map "{name}={key}", or --map "{name}=ignore" to leave it out',
            name=name, key=_OFFERED.get(near, near),
        )  # fmt: skip
        yield finding_at(at, Problem("unknown-column", message, help_))
