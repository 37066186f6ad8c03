"""YAML text of plain data, as a careful person would have typed it: what it says reads back the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.textwidth import cells
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Mapping, Scalar, is_null
from carbonroad.source.yaml.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.source.yaml.nodes import Node

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""A scalar as one would type it, a list, or a map."""

WIDEST = 100
"""Columns that a map or a list in brackets may reach; a longer one is written line by line."""
_BARE = lazy_pattern(r"(?![0-9.,%]*+[０-９])[\w一-鿿][\w一-鿿 ./%()（）、；。“”《》〔〕+-]*+")
"""Text that is surely plain, wherever it stands, unless it ends in a blank or is no text at all."""
_ESCAPED = lazy_pattern('[\x00-\x1f\x7f-\x9f"\\\\\u2028\u2029\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_HIDDEN = lazy_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)


def written(tree: dict[str, Tree], braces: frozenset[str], spaced: frozenset[str]) -> str:
    """Return a map as the text of a file.

    Args:
        tree: What to write, in this order.
        braces: Keys whose maps stand in braces where they fit on a line; a list of short words always may.
        spaced: Keys whose lists have a blank line between items of several lines.
    """
    lines: list[str] = []
    block = False
    for key, value in tree.items():
        made = list(_pair(key, value, 0, braces, spaced))
        if lines and (len(made) > 1 or block):
            lines.append("")
        block = len(made) > 1
        lines += made
    return "".join(f"{line}\n" for line in lines)


def _pair(
    key: str, value: Tree, indent: int, braces: frozenset[str], spaced: frozenset[str]
) -> Iterator[str]:
    """The lines of a key and its value."""
    blanks = " " * indent
    head = f"{blanks}{scalar(key)}:"
    if isinstance(value, str):
        if "\n" in value and not _HIDDEN.search(value) and _in_lines(value):
            yield f"{head} |-"
            yield from (f"{blanks}  {line}" if line else "" for line in value.split("\n"))
        else:
            yield f"{head} {scalar(value)}" if value else head
        return
    flow = _flow(value, key in braces)
    if flow is not None and cells(head) + 1 + cells(flow) <= WIDEST:
        yield f"{head} {flow}"
    elif isinstance(value, dict):
        yield head
        inner = braces | frozenset(value) if f"{key}.*" in braces else braces
        for name, one in value.items():
            yield from _pair(name, one, indent + 2, inner, spaced)
    else:
        yield head
        yield from _items(value, indent + 2, braces, spaced, apart=key in spaced)


def _items(
    items: list[Tree], indent: int, braces: frozenset[str], spaced: frozenset[str], *, apart: bool
) -> Iterator[str]:
    """The lines of a list's items."""
    blanks = " " * indent
    for number, item in enumerate(items):
        lines = [f"{blanks}- {scalar(item)}"] if isinstance(item, str) else []
        if isinstance(item, dict) and item:
            pairs = [
                line for key, value in item.items() for line in _pair(key, value, indent + 2, braces, spaced)
            ]
            lines = [f"{blanks}- {pairs[0][indent + 2 :]}", *pairs[1:]]
        elif not isinstance(item, str) and (flow := _flow(item, braces=True)) is not None:
            lines = [f"{blanks}- {flow}"]
        elif isinstance(item, list):
            inner = list(_items(item, indent + 2, braces, spaced, apart=False))
            lines = [f"{blanks}- {inner[0][indent + 2 :]}", *inner[1:]]
        if apart and number and len(lines) > 1:
            yield ""
        yield from lines


def _flow(value: Tree, braces: bool) -> str | None:  # noqa: FBT001
    """A list of scalars, or a map of such, in brackets; None where it has to be written line by line."""
    if isinstance(value, str):
        return scalar(value, flow=True) if value and "\n" not in value else None
    if isinstance(value, list):
        items = [_flow(item, braces=False) if isinstance(item, str) else None for item in value]
        return None if None in items else "[" + ", ".join(filter(None, items)) + "]"
    if value and not braces:
        return None
    pairs = {scalar(key, flow=True): _flow(one, braces=True) for key, one in value.items()}
    return (
        None
        if None in pairs.values()
        else "{" + ", ".join(f"{key}: {one}" for key, one in pairs.items()) + "}"
    )


def _in_lines(text: str) -> bool:
    """Whether a text can stand in a block line by line, without blanks at its ends."""
    lines = text.split("\n")
    return bool(lines[0].strip() and lines[-1].strip()) and not lines[0].startswith((" ", "\t"))


@lru_cache(maxsize=8192)
def scalar(text: str, *, flow: bool = False) -> str:
    """Return one value as YAML: as it is where it reads back the same without a remark, else in quotes."""
    if _BARE.fullmatch(text) and text[-1] != " " and not text.endswith((" -", ".")) and " #" not in text:
        if not is_null(Scalar(text, 0, 0)):
            return text
    elif text and _reads_back(text, text, flow=flow):
        return text
    single = "'" + text.replace("'", "''") + "'"
    if '"' in text and not _HIDDEN.search(text) and "\n" not in text and _reads_back(single, text, flow=flow):
        return single
    return '"' + _ESCAPED.sub(lambda found: _escape(found[0]), text) + '"'


def _escape(sign: str) -> str:
    code = ord(sign)
    return _SHORT.get(sign) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _reads_back(wrote: str, text: str, *, flow: bool) -> bool:
    """Whether the reader takes a value for exactly this text, and finds nothing odd about it."""
    if "\n" in wrote:
        return False
    line = f"title: {{a: {wrote}, b: c}}\nid: x\n" if flow else f"title: {wrote}\nid: x\n"
    parsed = parse(SourceText("", line))
    value: Node | None = parsed.root.pairs[0][1] if parsed.root is not None else None
    if flow and isinstance(value, Mapping) and len(value.pairs) == 2:
        value = value.pairs[0][1]
    return not parsed.findings and isinstance(value, Scalar) and value.text == text and not is_null(value)
