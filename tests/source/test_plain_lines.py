"""What is read line by line: the same nodes and remarks as YAML's own parsers give, or none at all."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carbonroad.source.misread import characters
from carbonroad.source.misread.remarks import Remarks
from carbonroad.source.text import from_string
from carbonroad.source.yaml.build import Builder, StopReading
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar
from carbonroad.source.yaml.plain import read_plain

_ROOT = Path(__file__).parents[2]
_FILES = sorted((*_ROOT.glob("roadmaps/*/*.yaml"), *_ROOT.glob("tests/corpus/**/*.yaml")))
_SHORT = 2_000  # what the slow parser reads too
_ITEM = """\
milestones:
  - id: peak
    title: {en: Emissions peak, zh: 碳达峰}
    for: [top.peak, "top.next"]
    note: >-
      Folded over
      two lines: with a colon, and a # sign.

    deadline: by 2030  # a comment
"""


def _tree(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text, node.start, node.end, node.style
    if isinstance(node, Mapping):
        pairs = [(_tree(key), _tree(value)) for key, value in node.pairs]
        return "map", node.start, node.end, bool(node.flow), pairs
    return "list", node.start, node.end, bool(node.flow), [_tree(item) for item in node.items]


def _remarks(remarks: Remarks) -> object:
    empties = [(node.start, index) for node, index in remarks.empties]
    doubled = [(node.start, item) for node, item in remarks.doubled]
    return empties, doubled, remarks.findings, remarks.cut, remarks.merged, remarks.goes_on


def _by_parser(text: str, *, fast: bool) -> tuple[Any, Any]:
    builder = Builder("file.yaml", text, fast=fast)
    root = builder.document()
    assert isinstance(root, Mapping)
    return _tree(root), _remarks(builder)


def _same(text: str) -> bool:
    """Whether the text is plain; if it is, both parsers must give the same."""
    findings, _ = characters.check(from_string(text))
    plain = None if findings else read_plain(text)
    if plain is None:
        return False
    expected = (_tree(plain[0]), _remarks(plain[1]))
    for fast in (True, False) if len(text) < _SHORT else (True,):
        assert _by_parser(text, fast=fast) == expected
    return True


def test_nearly_every_file_of_the_real_roadmaps_is_plain() -> None:
    files = [path for path in _FILES if "roadmaps" in path.parts]
    plain = [path for path in files if read_plain(path.read_text(encoding="utf-8")) is not None]
    assert len(plain) > 0.9 * len(files)


def test_plain_files_give_the_nodes_of_the_parsers() -> None:
    texts = [path.read_bytes().decode("utf-8", "replace") for path in _FILES]
    assert sum(_same(text) for text in texts) > len(texts) / 2


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n",
        "a:\nb:\n",
        "a:\n- 1\n- 2\nb: 3\n",
        "a:\n  - 1\n  -   b: 2\n      c: 3\n  - d: 4\n",
        "a: one\n  two\n  three\nb: 4\n",
        "a: [b, {c: d, e: [f]}, 'g h', \"\"]\n",
        "a: {b: c, b: d}\n",
        'a: "x: y # z"\n\n\n# end\n',
        "a: ''\n",
        "a: |\n  one\n  two\n\n\nb: >\n  three\n  four\n",
        "a:   # nothing\n  b: -5 %\n",
        "2030: ≥25\n2030年: 七成\n",
        "a: x:y #z\nb: x#y\n",
        _ITEM,
    ],
)
def test_a_plain_text_is_read_as_both_parsers_read_it(text: str) -> None:
    assert _same(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a: 1\n",
        "a: 1",
        "a:1\n",
        "a: b: c\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "<<: {a: b}\n",
        "? a\n: b\n",
        "a: 1\n---\nb: 2\n",
        "a: 1\n...\n",
        "%YAML 1.2\n---\na: 1\n",
        "a: [b,\n  c]\n",
        "a: [b: c]\n",
        "a: [b, ]\n",
        "a: {b, c}\n",
        "a: {b: c}}\n",
        "a: [b}\n",
        "a: {b: [c}]\n",
        'a: "b\n  c"\n',
        'a: "b\\n"\n',
        "a: 'it''s'\n",
        'a: "b" c\n',
        "a: |+\n  b\n",
        "a: |2\n   b\n",
        "a: >\n  b\n\n  c\n",
        "a: >\n  b\n    c\n",
        "a: >\nb: c\n",
        "a:\n  - 1\n - 2\n",
        "a:\n  b: 1\n c: 2\n",
        "a: 1\n  b: 2\n",
        "a:\n  text\n",
        "a:\n\t- b\n",
        "a: b\r\n",
        "- - a\n",
        "-\n  a: b\n",
        " a: b\nc: d\n",
        "a\n",
    ],
)
def test_what_is_not_surely_plain_is_left_to_the_parser(text: str) -> None:
    assert read_plain(text) is None


_PIECES = st.sampled_from(
    ["a", "b: ", "c:", ": ", "- ", "-", "  ", "    ", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "# ", " #",
     "#", "'", '"', "[", "]", "{", "}", ", ", ",", "|", ">-", ">", "?", "!", "&x", "*x", "…", "年", "2030: ",
     "：", "~", "--- ", "...", "\u3000", "x y", "http://a?b=c#d", "<<: ", "%", "@", "`", "=", "-1", "\\"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=24).map("".join))
@settings(max_examples=250, deadline=None)
@example("a: [b, \u3000c]")
def test_texts_of_pieces_are_read_alike_or_left(text: str) -> None:
    _alike(text + "\n")


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_damaged_items_are_read_alike_or_left(data: st.DataObject) -> None:
    text = _ITEM * 2
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(_PIECES) + text[at + data.draw(st.integers(0, 3)) :]
    _alike(text)


def _alike(text: str) -> None:
    """A text that is read line by line is one that both parsers read, and read so."""
    try:
        _same(text)
    except (yaml.YAMLError, StopReading) as error:
        raise AssertionError(f"{text!r} was read, but is refused: {error}") from None


def test_a_large_file_is_read_in_pieces_as_if_at_once() -> None:
    text = _ITEM + re.sub(r"^milestones:\n", "", _ITEM, flags=re.MULTILINE) * 1_500
    plain = read_plain(text)
    assert plain is not None
    assert (_tree(plain[0]), _remarks(plain[1])) == _by_parser(text, fast=True)
