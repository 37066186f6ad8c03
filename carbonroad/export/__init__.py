"""A roadmap in the formats of other programs; one format a file."""

from carbonroad.export.format import Format
from carbonroad.export.json_export import JSON

ALL: tuple[Format, ...] = (JSON,)
