"""What lets an editor check and complete the files of a roadmap: schemas, their settings, the first line."""

import json

from carbonroad.schema.json_schema import schema_text

FOLDER = ".schema"
"""Beside the roadmap's files; hidden, so that nothing takes it for one of them."""
_KINDS = ("top", "industry")


def with_modeline(name: str, text: str) -> str:
    """Return a file's text below the line that names its schema to editors."""
    kind = "top" if name == "carbonroad.yaml" else "industry"
    return f"# yaml-language-server: $schema={FOLDER}/{kind}.json\n{text}"


def schema_files() -> dict[str, str]:
    """Return the schemas, by path below the roadmap's folder."""
    return {f"{FOLDER}/{kind}.json": schema_text(kind) for kind in _KINDS}


def vscode_files(folder: str) -> dict[str, str]:
    """Return the settings of VS Code for a roadmap's folder, by path below the project's."""
    below = "" if folder in {"", "."} else f"{folder}/"
    settings = {
        "yaml.schemas": {
            f"./{below}{FOLDER}/top.json": f"{below}carbonroad.yaml",
            f"./{below}{FOLDER}/industry.json": [f"{below}*.yaml", f"!{below}carbonroad.yaml"],
        }
    }
    extensions = {"recommendations": ["redhat.vscode-yaml"]}
    return {
        ".vscode/settings.json": _json(settings),
        ".vscode/extensions.json": _json(extensions),
    }


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
