"""What users write is shown by Markdown as it stands, wherever a hover puts it."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from carbonroad.base.texts.visible import visible
from carbonroad.editing.hovering.markdown import code, escaped, link, table

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORDS = st.text(st.sampled_from("aB1 *_`~|<>[]()!#&;+-=.)\\:/\"'{}\n年％“"), max_size=40)


def shown(markdown: str) -> list[Token]:
    """The pieces of text of some Markdown."""
    return [piece for one in READER.parse(markdown) if one.type == "inline" for piece in one.children or ()]


def text(markdown: str) -> str:
    assert {piece.type for piece in shown(markdown)} <= {
        "text",
        "code_inline",
        "strong_open",
        "strong_close",
        "hardbreak",
    }
    return "".join(piece.content for piece in shown(markdown))


def line(words: str) -> str:
    return visible(re.sub(r"\s+", " ", words).strip())


@given(WORDS)
def test_words_stand_as_they_were_written(words: str) -> None:
    assert text(f"- x: {escaped(words)}") == f"x: {line(words)}".strip()
    assert text(escaped(words)) == line(words)
    assert text(f"- {escaped(words)}") == line(words)
    assert text(f"**a**  \n{escaped(words)}") == f"a{line(words)}"


@given(WORDS)
def test_an_id_stands_as_it_was_written(words: str) -> None:
    pieces = [piece.content for piece in shown(f"- {code(words)} x") if piece.type == "code_inline"]
    assert pieces == ([line(words)] if line(words) else [])


@given(WORDS, WORDS)
def test_a_cell_stays_one_cell(one: str, two: str) -> None:
    tokens = READER.parse(table(("A", "B"), [(escaped(one), escaped(two))]))
    cells = [
        "".join(piece.content for piece in inline.children or ())
        for opening, inline in pairwise(tokens)
        if opening.type == "td_open"
    ]
    assert cells == [line(one), line(two)]


def test_only_a_web_address_becomes_a_link() -> None:
    assert link("here", "https://example.org/a_(b)") == "here"
    assert link("here", "https://example.org/a?b=c#d") == "[here](<https://example.org/a?b=c#d>)"
    assert link("here", "javascript:alert(1)") == link("here", "command:x") == link("here", "") == "here"


def test_a_text_without_end_is_cut() -> None:
    assert len(escaped("long " * 1000)) <= 300
    assert escaped("long " * 1000).endswith("…")
