"""What services say that their files are like: the schemas that check-jsonschema carries."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import check_jsonschema
import yaml
from jsonschema.validators import validator_for

_FOLDER = Path(check_jsonschema.__file__).parent / "builtin_schemas" / "vendor"


def faults(schema: str, text: str) -> list[str]:
    """Return what is wrong with a YAML file by a schema such as github-workflows."""
    content = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe one
    return [f"{error.json_path}: {error.message[:300]}" for error in _validator(schema).iter_errors(content)]


@cache
def _validator(name: str) -> Any:
    schema = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    return validator_for(schema)(schema)


class _Loader(yaml.SafeLoader):
    """Reads `on` as a word, as GitHub does."""


_Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool" or sign not in "oO"]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> Any:
    """Return the content of a YAML file."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe one
