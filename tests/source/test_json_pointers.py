"""The pointer of a place names the innermost key or item that holds it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.source.text import from_string
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar
from carbonroad.source.yaml.parse import parse
from carbonroad.source.yaml.pointers import json_pointer

TEXT = """title: {en: Steel, zh: 钢铁}
milestones:
  - id: peak
    after: [a, b]
    owner:
  - note: |
      long
      text
  # a remark
a/b~c: x
"""


@pytest.mark.parametrize(
    ("words", "pointer"),
    [
        ("Steel", "/title/en"),
        ("zh", "/title/zh"),
        ("milestones", "/milestones"),
        ("peak", "/milestones/0/id"),
        ("b]", "/milestones/0/after"),
        ("a,", "/milestones/0/after"),
        ("[a, b]", "/milestones/0/after"),
        ("owner", "/milestones/0/owner"),
        ("text\n", "/milestones/1/note"),
        ("id: peak\n    after", "/milestones/0"),
        ("- id", "/milestones"),
        ("a/b~c", "/a~1b~0c"),
        ("x", "/milestones/1/note"),
        (TEXT, ""),
    ],
)
def test_a_pointer_names_the_innermost_key_or_item(words: str, pointer: str) -> None:
    root = parse(from_string(TEXT)).root
    assert root is not None
    start = TEXT.index(words)
    assert json_pointer(root, start, start + len(words)) == pointer


def test_whole_file_has_the_empty_pointer() -> None:
    root = parse(from_string("a: 1\n")).root
    assert root is not None
    assert json_pointer(root, 0, 0) == ""
    assert json_pointer(root, 0, 1) == "/a"


KEYS = st.text("ab~/ c1", min_size=1, max_size=4)
VALUES = st.recursive(
    st.integers(0, 9).map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
)


def resolve(value: Any, pointer: str) -> Any:
    """What RFC 6901 says a pointer leads to."""
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_pointer_of_every_value_leads_to_it(value: dict[str, Any]) -> None:
    text = json.dumps(value)
    root = parse(from_string(text)).root
    assert root is not None

    def look(node: Node) -> None:
        found = resolve(value, json_pointer(root, node.start, node.end))
        if isinstance(node, Scalar):
            assert found == node.text
        elif isinstance(node, Mapping):
            assert found == {} or set(found) == {key.text for key, _ in node.pairs}
            for _, inner in node.pairs:
                look(inner)
        else:
            assert len(found) == len(node.items)
            for inner in node.items:
                look(inner)

    for _, inner in root.pairs:
        look(inner)
