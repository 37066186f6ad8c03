"""A roadmap's YAML file as dictionaries, lists and texts: what the tests of facts compare."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from carbonroad.source.text import SourceText, read
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from carbonroad.source.yaml.parse import parse


def read_plain(path: Path) -> dict[str, Any]:
    source = read(str(path))
    assert isinstance(source, SourceText)
    found = plain(parse(source).root)
    assert isinstance(found, dict)
    return found


def plain(node: Node | None) -> Any:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(one) for one in node.items]
    assert isinstance(node, Scalar)
    return node.text


def many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def texts(value: Any, tag: str) -> Iterator[str]:
    """Every text of a language, wherever it stands."""
    if isinstance(value, dict):
        if isinstance(value.get(tag), str):
            yield value[tag]
        for one in value.values():
            yield from texts(one, tag)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one, tag)
