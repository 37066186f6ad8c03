"""What lets an editor check and complete the files of a roadmap: schemas, their settings, the first line."""

import json
from urllib.parse import quote

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.schema.json_schema import schema_text
from carbonroad.source.folder import TOP_FILE

FOLDER = ".schema"
"""Beside the roadmap's files; hidden, so that nothing takes it for one of them."""
_KINDS = ("top", "industry")
_FOUND = lazy_pattern(r"[A-Za-z0-9_@. /-]+")
"""Paths of schemas that the engine of YAML in editors takes for relative ones."""


def with_modeline(name: str, text: str) -> str:
    """Return a file's text below the line that names its schema to editors."""
    kind = "top" if name == TOP_FILE else "industry"
    return f"# yaml-language-server: $schema={FOLDER}/{kind}.json\n{text}"


def schema_files() -> dict[str, str]:
    """Return the schemas, by path below the roadmap's folder."""
    return {f"{FOLDER}/{kind}.json": schema_text(kind) for kind in _KINDS}


def vscode_files(folder: str) -> dict[str, str]:
    """Return the settings of VS Code for a roadmap's folder, by path below the project's."""
    below = "" if folder in {"", "."} else f"{folder}/"
    files, schemas = {}, {}
    # The engine compares its patterns with addresses, in which all but plain letters are escaped.
    pattern = quote(below)
    matched: dict[str, str | list[str]] = {
        "top": f"{pattern}{TOP_FILE}",
        "industry": [f"{pattern}*.yaml", f"!{pattern}{TOP_FILE}"],
    }
    for kind in _KINDS:
        schema = f"{below}{FOLDER}/{kind}.json"
        if not _FOUND.fullmatch(schema):
            # It does not find such a path itself, but follows a schema that refers to it.
            named = f".vscode/carbonroad-{kind}.json"
            files[named] = _json({"$ref": f"../{quote(schema)}"})
            schema = named
        schemas[f"./{schema}"] = matched[kind]
    return {
        ".vscode/settings.json": _json({"yaml.schemas": schemas}),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        **files,
    }


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
