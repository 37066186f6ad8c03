"""The whole JSON Schema (draft-07) for a kind of file."""

import json

from carbonroad.read.vocabulary.shape import Shape
from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, LONE_FILE, TOP_FILE
from carbonroad.schema.maps import Definitions
from carbonroad.schema.values import Schema

_MORE = tuple(field for field in TOP_FILE.fields if field.name not in {one.name for one in LONE_FILE.fields})
"""What only `carbonroad.yaml` may have."""
FILES = {
    "any": Shape(LONE_FILE.name, (*LONE_FILE.fields, *_MORE)),
    "top": TOP_FILE,
    "industry": INDUSTRY_FILE,
}
"""What a schema is for: any file, `carbonroad.yaml`, or the industry files beside it; and their shapes."""


def json_schema(wanted: str) -> Schema:
    """Return the schema for `any`, `top` or `industry`."""
    made = Definitions(FILES[wanted])
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made.root, "definitions": made.all()}


def schema_text(wanted: str) -> str:
    """Return the schema as the text of its file."""
    return json.dumps(json_schema(wanted), ensure_ascii=False, indent=1) + "\n"
