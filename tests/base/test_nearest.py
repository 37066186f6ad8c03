"""Did you mean: which known word a mistyped one is taken for, against an oracle, and fast among thousands."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts import nearest as nearest_module
from carbonroad.base.texts.nearest import MOST, Near, Spelling, edits, nearest

LETTERS = st.text(alphabet="abAB01限期-", max_size=9)


def distance(a: str, b: str) -> int:
    """Optimal string alignment over the full table."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i][j] = min(
                table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])
            )
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 2 : j][::-1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def oracle(word: str, known: list[str]) -> tuple[str, ...]:
    """Every known word compared in full."""
    folded = word.casefold()

    def near(candidate: str) -> int:
        other = candidate.casefold()
        apart = distance(folded, other)
        if apart == 1:
            return 1 if len(other) > 1 else 9
        if apart == 2:
            return 2 if len(folded) >= 6 and re.findall(r"\d+", folded) == re.findall(r"\d+", other) else 9
        return apart if apart == 0 else 9

    distances = [(near(candidate), candidate) for candidate in dict.fromkeys(known)]
    least = min((apart for apart, _ in distances), default=9)
    found = tuple(candidate for apart, candidate in distances if apart == least and least < 9)
    return found if len(found) <= MOST else ()


@given(LETTERS, LETTERS, st.integers(0, 3))
def test_edits_are_counted_up_to_the_limit(a: str, b: str, limit: int) -> None:
    assert edits(a, b, limit) == min(distance(a, b), limit + 1)


@given(LETTERS, st.lists(LETTERS, max_size=12))
def test_finds_what_comparing_every_word_finds(word: str, known: list[str]) -> None:
    assert Spelling(known).near(word).words == oracle(word, known)


@given(st.text(alphabet="abc", min_size=6, max_size=8), st.data())
def test_finds_the_same_among_many(word: str, data: st.DataObject) -> None:
    others = [f"{a}{b}{c}xyz{d}" for a in "abc" for b in "abc" for c in "abcdef" for d in ("", "a")]
    known = [*others, data.draw(st.text(alphabet="abcx", min_size=6, max_size=8))]
    assert Spelling(known).near(word).words == oracle(word, known)


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("mitt", ["ndrc", "miit"], Near(("miit",), sure=True)),
        ("scarp", ["scrap"], Near(("scrap",), sure=True)),
        ("Peak", ["peak"], Near(("peak",), sure=True)),
        ("pek", ["peak", "pea"], Near(("peak", "pea"), sure=False)),
        ("stelpaek", ["steelpeak"], Near(("steelpeak",), sure=False)),
        ("目录", ["目标", "标题"], Near(("目标",), sure=False)),
        ("财政厅", ["财政部"], Near(("财政部",), sure=False)),
        ("发改委", ["改发委"], Near(("改发委",), sure=True)),
        ("ap22", ["ap21"], Near(("ap21",), sure=False)),
        ("W9", ["W1", "W2", "W3", "W4"], Near()),
        ("M120499", ["M130499"], Near(("M130499",), sure=False)),
        ("M130588", ["M120499"], Near()),
        ("owner", [], Near()),
        ("x", ["y"], Near()),
    ],
)
def test_offers_what_was_meant_and_is_sure_where_nothing_else_can_be(
    word: str, known: list[str], found: Near
) -> None:
    assert Spelling(known).near(word) == found


def test_of_several_equally_near_none_is_the_nearest() -> None:
    assert nearest("pek", ["peak", "pea"]) is None
    assert nearest("ownr", ["owner", "support"]) == "owner"


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that are compared with known ones for two slips."""
    words: list[str] = []
    real = nearest_module.edits

    def edits(a: str, b: str, limit: int) -> int:
        if limit == 2:
            words.append(a)
            assert len(words) < 1_000_000
        return real(a, b, limit)

    monkeypatch.setattr(nearest_module, "edits", edits)
    return words


@pytest.mark.parametrize("pattern", ["steel-furnace-{:05}", "M{:05}", "retrofit-of-{:05}-kilns"])
def test_ten_thousand_words_with_other_numbers_are_hardly_compared_with_ten_thousand(
    pattern: str, compared: list[str]
) -> None:
    known = [pattern.format(number) for number in range(10_000)]
    typed = [word.replace("0", "o", 1).replace("f", "ff", 1).replace("M", "N") for word in known]
    spelling = Spelling(known)
    for word in typed:
        spelling.near(word)
    assert len(compared) <= len(known)  # all with all would be a hundred million


def test_words_without_likeness_do_not_cost_the_square_of_their_number(compared: list[str]) -> None:
    letters = "abcdefghijklmnop"
    words = ["".join(word) for word in itertools.islice(itertools.permutations(letters, 8), 0, 300_000, 100)]
    spelling = Spelling(words)
    for word in words:
        spelling.near(word[::-1])
    assert 0 < len(compared) <= nearest_module._BUDGET + len(words)
