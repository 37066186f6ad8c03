"""What every JSON document of this program begins with, and its bytes."""

import json

from carbonroad.base.texts.json_escapes import escaped
from carbonroad.export.json_values import Json, text_json
from carbonroad.link.system import System

FORMAT = 1


def head_json(system: System, version: str) -> Json:
    """Return how a document about one roadmap begins."""
    return {
        **tool_json(version),
        "as_of": system.as_of.isoformat(),
        "name": system.name,
        "title": text_json(system.title, system.languages[0]),
    }


def tool_json(version: str) -> Json:
    """Return what wrote the document, and in which version of its format."""
    return {"format": FORMAT, "tool": {"name": "carbonroad", "version": version}}


def json_bytes(data: Json) -> bytes:
    """Return JSON text, indented, UTF-8, with a line end."""
    return (escaped(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)) + "\n").encode()
