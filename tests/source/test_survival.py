"""Input that broke other checkers: one finding, quickly, and never an exception."""

import time

import pytest
from either_parser import parse_by
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carbonroad.findings import Finding
from carbonroad.source import limits
from carbonroad.source.text import from_bytes, from_string
from carbonroad.source.yaml.nodes import Mapping, Scalar, Sequence
from carbonroad.source.yaml.parse import parse

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


_HANGS = 60
"""Seconds of a processor; where work grows with the square of these texts, it is minutes."""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[" * 100_000, "too-deep"),
        ("a: " + "{a: " * 100_000, "too-deep"),
        ("- " * 100_000, "too-deep"),
        ("? " * 100_000, "too-deep"),
        (BOMB, "too-many-nodes"),
        ("a: b\n" + "\x00" * 100_000, "control-character"),
        ("a: '" + "x\n" * 100_000, "unclosed-quote"),
        ("a: '" + "[" * 300_000 + "'\nunit: %\n", "reserved-sign"),
        ("a: '" + "[" * 300_000 + "，'\nb:\tc\n", "tab"),
        ("# " + "\tx" * 100_000 + "\nb:\tc #d\n", "cut-by-comment"),
        ("a: " + "x #x" * 50_000 + "\n", "cut-by-comment"),
        ("t: {" + "a b, " * 50_000 + "}\n", "emptied-value"),
        ("t:\n" + "  2030:\n" * 50_000, "duplicate-key"),
        ("t:\n" + "  zh：x\n" * 50_000, "full-width-sign"),
        ("t:\r" + "  - a #b\r" * 50_000, "cut-by-comment"),
        ("t: x\n" + "<<<<<<< a\nb: c\n=======\nb: d\n>>>>>>> e\n" * 10_000, "merge-conflict"),
        ("t: x\n---\n" * 20_000, "second-document"),
        ("t: x\n" + "| a | b |\n" * 50_000, "pasted-table"),
        ("t: x\n" + "a：x\n" * 50_000, "full-width-sign"),
        ("t: x\n" + "a = x\n" * 50_000, "not-a-colon"),
        ("t: " + "&amp;" * 50_000, "html-entity"),
        ("t: " + '"' * 100_000, "text-after-value"),
        ("t: “" + "a: " * 100_000 + "”\n", "typographic-quote"),
        ('t: "' + "C:\\t " * 50_000 + '"\n', "bad-escape"),
    ],
)
def test_bomb_is_refused_and_does_not_hang(text: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_LINE", 1_000_000)  # else most of them are refused before they are read
    begin = time.process_time()
    names = {finding.name for finding in parse(from_string(text)).findings}
    assert name in names
    assert time.process_time() - begin < _HANGS


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("title: 钢铁行业碳达峰实施方案\n".encode("gbk"), "GBK or GB18030"),
        ("title: 钢铁\n".encode("utf-16"), "UTF-16"),
        ("title: Steel\n".encode("utf-16-le"), "UTF-16"),
        ("titre: acier d'été à l'échelle\n".encode("latin-1"), "Latin-1 or Windows-1252"),
        (("title: " + "钢铁" * 50).encode()[:-1] + b"\n", "damaged UTF-8"),
    ],
)
def test_other_encodings_are_named(data: bytes, encoding: str) -> None:
    finding = from_bytes(data, "x.yaml")
    assert isinstance(finding, Finding)
    assert (finding.name, encoding in finding.message) == ("not-utf-8", True)


def test_limit_of_nodes_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_NODES", 10)
    assert [f.name for f in parse(from_string("a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]\n")).findings] == [
        "too-many-nodes"
    ]


def check(text: str, *, libyaml: bool) -> None:
    source = from_string(text)
    parsed = parse_by(source, libyaml=libyaml)
    for finding in parsed.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(source.text)
        assert finding.message
        line, column = source.position(finding.span.start)
        assert line >= 1 <= column
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(source.text)


SIGNS = "abz钢：，－［］｛｝１\u3000 \n\n\t\"'#%@*&!`|>?,[]{}-<"
PIECES = (
    *(": ", "- ", "\n  ", "\n- ", "id: ", "2030", "---\n", "...\n", "<<: ", "&a ", "*a", "\\"),
    *("\u2028", "\x85", "\ufeff", "😀", "\r\n", "\r", "\xa0", "\u202e", "\x00"),
)
YAML_LIKE = st.lists(
    st.sampled_from([*SIGNS, *PIECES]),
    max_size=40,
).map("".join)


@settings(max_examples=600, deadline=None)
@given(YAML_LIKE, st.booleans())
@example('"\\', False)
@example("&a \n- &a ", False)
def test_yaml_like_text_never_raises(text: str, libyaml: bool) -> None:
    check(text, libyaml=libyaml)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_never_raises(text: str) -> None:
    check(text, libyaml=True)


@settings(max_examples=200, deadline=None)
@given(st.binary())
def test_any_bytes_never_raise(data: bytes) -> None:
    source = from_bytes(data)
    if isinstance(source, Finding):
        assert source.name == "not-utf-8"
    else:
        check(source.text, libyaml=True)


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-zé钢😀]{1,5}", fullmatch=True), st.from_regex(r"[\w.%+/]{1,9}", fullmatch=True)
    )
)
def test_plain_scalars_are_kept_as_typed_at_their_offsets(values: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in values.items() if value[0] != "%")
    root = parse(from_string(text)).root
    pairs = root.pairs if root else []
    assert [(k.text, v.text) for k, v in pairs if isinstance(v, Scalar)] == [
        p for p in values.items() if p[1][0] != "%"
    ]
    scalars = [node for pair in pairs for node in pair if isinstance(node, Scalar)]
    assert all(text[node.start : node.end] == node.text for node in scalars)


@pytest.mark.parametrize("libyaml", [True, False], ids=["libyaml", "pure"])
def test_offsets_count_code_points_past_astral_signs_and_line_ends(libyaml: bool) -> None:
    text = 'a: 😀b\r\nc:\r  - "d"\n  - &x e\nf: [g, *x]\nh: {i: j}\n'
    root = parse_by(from_string(text), libyaml=libyaml).root
    assert isinstance(root, Mapping)
    (_, first), (_, items), (_, flow), (last, inner) = root.pairs
    assert isinstance(first, Scalar)
    assert text[first.start : first.end] == "😀b"
    assert isinstance(items, Sequence)
    assert [text[item.start : item.end] for item in items.items] == ['"d"', "e"]
    assert text[flow.start : flow.end] == "[g, *x]"
    assert text[last.start : last.end] == "h"
    assert text[inner.start : inner.end] == "{i: j}"
    assert text[root.start : root.end] == text.rstrip("\n")
