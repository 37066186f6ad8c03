"""The whole JSON Schema (draft-07) for a kind of file."""

import json

from carbonroad.schema.maps import Definitions
from carbonroad.schema.values import Schema

FILES = {"any": "file", "top": "top", "industry": "industry"}
"""What a schema is for: any file, `carbonroad.yaml`, or the industry files beside it; and their shapes."""


def json_schema(wanted: str) -> Schema:
    """Return the schema for `any`, `top` or `industry`."""
    root = FILES[wanted]
    made = Definitions(root)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made.root, "definitions": made.all()}


def schema_text(wanted: str) -> str:
    """Return the schema as the text of its file."""
    return json.dumps(json_schema(wanted), ensure_ascii=False, indent=1) + "\n"
