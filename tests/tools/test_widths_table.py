import make_widths
import pytest
from make_widths import FACES, measured, missing_fonts, source

from carbonroad.base.texts.advances import hundredths, is_zero_width

STYLES = {
    "SANS": {},
    "SANS_BOLD": {"bold": True},
    "SERIF": {"serif": True},
    "SERIF_BOLD": {"bold": True, "serif": True},
}
# Advances in em that no version of these fonts has changed: the least that the table must hold anywhere.
KNOWN = {
    "SANS": {
        "0": 0.636,
        "W": 0.989,
        "m": 0.974,
        "i": 0.278,
        "é": 0.615,
        "“": 1.0,
        "→": 1.0,
        "钢": 1.0,
        "，": 1.0,
    },
    "SANS_BOLD": {"0": 0.696, "W": 1.103, "m": 1.042, "i": 0.343, "钢": 1.0, "…": 1.0},
    "SERIF": {"0": 0.636, "m": 0.974, "钢": 1.0},
    "SERIF_BOLD": {"0": 0.696, "m": 1.058, "钢": 1.0, "《": 1.0},
}


@pytest.mark.parametrize("face", FACES)
def test_no_character_is_wider_than_the_table_says(face: str) -> None:
    letters = {chr(code): advance for code, advance in measured(face).items() if code < 0x3400}
    compared = {character: advance for character, advance in letters.items() if _is_tabled(character)}
    assert missing_fonts() or len(compared) > 1500
    for character, advance in {**KNOWN[face], **compared}.items():
        assert hundredths(character, **STYLES[face]) >= advance * 100 - 1e-6, (character, advance)


@pytest.mark.parametrize("face", FACES)
def test_no_character_is_given_more_than_a_hundredth_too_much(face: str) -> None:
    real = {chr(code): advance for code, advance in measured(face).items()} if not missing_fonts() else {}
    for character, advance in {**KNOWN[face], **{c: real[c] for c in "AaQgi09.,-(%é" if c in real}}.items():
        assert hundredths(character, **STYLES[face]) < advance * 100 + 1


def test_the_table_is_what_the_generator_writes() -> None:
    written = make_widths.TARGET.read_text(encoding="utf-8")
    assert "SANS_BOLD = {" in written
    if not missing_fonts():
        assert written == source()


def _is_tabled(character: str) -> bool:
    return any(first <= ord(character) < last for first, last in make_widths.RANGES) and (
        character.isprintable() and not is_zero_width(character)
    )
