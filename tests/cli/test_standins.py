"""Characters that an encoding lacks: signs and punctuation of the same width stand in for them."""

import codecs

import pytest
from rich.cells import cell_len

from carbonroad.cli.console import prepare_streams
from carbonroad.views.shared.signs import SIGNS


def written(text: str, encoding: str) -> str:
    prepare_streams()
    return text.encode(encoding, "carbonroad.stand-in").decode(encoding)


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252", "big5"])
def test_every_sign_is_written_in_one_column(encoding: str) -> None:
    for sign in SIGNS.values():
        shown = written(sign.shown, encoding)
        assert shown in (sign.shown, sign.plain)
        assert cell_len(shown) == 1


def test_punctuation_stays_where_the_encoding_has_it() -> None:
    assert written("“a” – −5% †", "gbk") == "“a” – -5% *"
    assert written("“a” – −5% †", "ascii") == '"a" - -5% *'


def test_anything_else_is_shown_by_its_number() -> None:
    assert written("a钢é", "ascii") == "a\\u94a2\\xe9"


def test_what_is_read_wrong_is_not_our_matter() -> None:
    prepare_streams()
    with pytest.raises(UnicodeDecodeError):
        codecs.decode(b"\xff", "utf-8", "carbonroad.stand-in")
