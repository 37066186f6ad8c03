"""The hash of a line is the one that GitHub's own upload computes, which warns of any other."""

import pytest

from carbonroad.report.line_hash import LineHashes
from carbonroad.source.text import from_string


def hashes(text: str) -> list[str]:
    source = from_string(text)
    known = LineHashes(source)
    return [known.of(number) for number in range(1, len(source.line_starts) + 1)]


# Values that GitHub's uploader gives for these texts.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "c129715d7a2bc9a3:1"),
        (" a\nb\n  \t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1"),
        (
            "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
            """e54938cc54b302f1:1 bb609acbe9138d60:1 1131fd5871777f34:1 5c482a0f8b35ea28:1
            54517377da7028d2:1 2c644846cb18d53e:1 f1b89f20de0d133:1 c129715d7a2bc9a3:1""",
        ),
    ],
)
def test_the_hash_is_the_one_that_code_scanning_computes(text: str, expected: str) -> None:
    assert hashes(text) == expected.split()


def test_equal_lines_are_numbered() -> None:
    line = "Lorem ipsum dolor sit amet.\n"
    found = hashes(line * 10)
    assert found[:6] == [f"a7f2ff13bc495cf2:{number}" for number in range(1, 7)]
    assert found[6:] == [
        "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1",
        "c129715d7a2bc9a3:1",
    ]  # fmt: skip


def test_line_ends_and_blanks_change_nothing() -> None:
    assert hashes("a b\n\tc\n") == hashes("ab\r\nc\r\n") == hashes("ab\rc\r")


def test_characters_beyond_the_basic_plane_count_as_two() -> None:
    assert hashes("\U0001f3ed" * 50 + "x\n")[0] == hashes("\U0001f3ed" * 50 + "y\n")[0]
    assert hashes("\U0001f3ed" * 49 + "x\n")[0] != hashes("\U0001f3ed" * 49 + "y\n")[0]


def test_line_beyond_the_end_is_the_last() -> None:
    assert LineHashes(from_string("a\n")).of(99) == hashes("a\n")[-1]
