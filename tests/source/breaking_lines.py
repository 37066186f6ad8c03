"""Lines of a good file broken in ways that happen to writers, each with the number of the broken line."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from carbonroad.source.text import from_string
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar
from carbonroad.source.yaml.parse import parse


class Line(NamedTuple):
    """A line that can be broken; `first` if its key is the first of its map."""

    number: int
    before: str
    key: str
    value: str
    first: bool


def break_lines(text: str, rng: random.Random, count: int) -> tuple[str, dict[int, str]]:
    """Return the text with some lines broken, and for each of them what was written instead."""
    lines = text.split("\n")
    candidates = list(_lines(text))
    rng.shuffle(candidates)
    broken: dict[int, str] = {}
    for line in candidates:
        if len(broken) == count:
            break
        if broken.keys().isdisjoint(range(line.number - 1, line.number + 2)):
            broken[line.number] = lines[line.number - 1] = rng.choice(list(_ways(line)))
    return "\n".join(lines), broken


def _ways(line: Line) -> Iterator[str]:
    _, before, key, value, first = line
    yield f'{before}{key}: "{value}'
    yield f"{before}{key}: [{value}"
    yield f"{before}{key}：{value}"
    yield f"{before}{key}:{value}"
    yield f"{before}{key}: {value}: more"
    yield f"{before}{key}: %{value}"
    yield f"{before}{key}: @{value}"
    yield f"{before}{key}: *{value}"
    yield f'{before}{key}: "x" {value}'
    yield f"{before}{key}: [x] {value}"
    yield f'{before}{key}: "\\q {value}"'
    yield f"{before}{key}: >{value}"
    yield f"{before}{key}: {{{{ {value} }}}}"
    yield f"{before}{key}: 'it's {value}'"
    yield f"{before}{key}:\t{value}"
    yield f"{before}{key}:\u3000{value}"
    if first:
        if "- " in before:
            yield before.replace("-", " ") + f"{key}: {value}"
            yield before.replace("-", "－") + f"{key}: {value}"
            yield f"{before}{key} {value}"
        return
    yield f" {before}{key}: {value}"
    yield f"\t{before}{key}: {value}"
    yield f"{before}{key} {value}"
    yield f"{before}{key}; {value}"
    yield f"{before[:-1]}\u3000{key}: {value}"
    if len(before) > 1:
        yield f"{before[1:]}{key}: {value}"


def _lines(text: str) -> Iterator[Line]:
    """The lines of one key and one plain value, with nothing further in below them."""
    source = from_string(text)
    root = parse(source).root
    lines = text.split("\n")
    for place, key, value in _pairs(root) if root else ():
        number, column = source.position(key.start)
        rest = text[value.end :].partition("\n")[0]
        following = lines[number] if number < len(lines) else ""
        further_in = following.strip() and len(following) - len(following.lstrip()) >= column
        if source.position(value.end)[0] == number and not rest.strip() and not further_in:
            yield Line(number, lines[number - 1][: column - 1], key.text, value.text, place == 0)


def _pairs(node: Node) -> Iterator[tuple[int, Scalar, Scalar]]:
    if isinstance(node, Scalar):
        return
    if isinstance(node, Mapping):
        for place, (key, value) in enumerate(node.pairs):
            if not node.flow and isinstance(value, Scalar) and not value.style and value.text:
                yield place, key, value
            yield from _pairs(value)
    else:
        for item in node.items:
            yield from _pairs(item)
