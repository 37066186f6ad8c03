"""Every colour of the pages is told apart from its ground: computed for light, dark and print.

A browser's checker cannot judge words in drawings, so the tokens themselves are checked: each colour token is
either words, ground, lines or decoration, and each declaration of the style sheets may only use it as that.
"""

import re
from itertools import product
from pathlib import Path

import pytest

from carbonroad.render.templates.shipped import template_folder

TEXT = ("ink", "ink2", "crit", "blue", "teal", "amber", "purple")
"""Words: at least 4.5 on every ground they may stand on."""
GROUND = ("paper", "bg", "tint", "tint2", "critbg", "bluebg", "tealbg", "amberbg", "purplebg")
"""What words may stand on."""
GRAPHIC = ("line",)
"""Lines and outlines that carry meaning: at least 3 on the grounds of drawings and pages."""
DECORATION = ("hair",)
"""Grid lines and borders that carry nothing: no bound, and no words in it."""
REVERSED = ("ink", "ink2", "blue", "crit", "teal", "amber")
"""Grounds of words and ticks in the colour of paper."""

_VARIABLE = re.compile(r"--([a-z0-9]+):(#[0-9A-Fa-f]{6})\b")
_WORDS_IN = re.compile(r"(?:^|[;{\s])color:\s*([^;}]+)")
_GROUND_IN = re.compile(r"(?:^|[;{\s])background(?:-color)?:\s*([^;}]+)")
_USED = re.compile(r"var\(--([a-z0-9]+)")


def _styles() -> str:
    return "\n".join(path.read_text("utf-8") for path in _sheets())


def _sheets() -> list[Path]:
    return sorted((template_folder() / "css").glob("*.css"))


def _schemes() -> dict[str, dict[str, str]]:
    """The colours of each scheme: the root's, and those that a medium puts in their place."""
    text = (template_folder() / "css" / "base.css").read_text("utf-8")
    dark, printed = text.index("@media (prefers-color-scheme:dark)"), text.index("@media print")
    assert dark < printed
    light = dict(_VARIABLE.findall(text[:dark]))
    return {
        "light": light,
        "dark": dict(_VARIABLE.findall(text[dark:printed])),
        "print": dict(_VARIABLE.findall(text[printed:])),
    }


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_gives_what_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_every_colour_has_its_place_in_every_scheme(scheme: str) -> None:
    assert set(_schemes()[scheme]) == {*TEXT, *GROUND, *GRAPHIC, *DECORATION}


def test_print_is_light() -> None:
    assert _schemes()["print"] == _schemes()["light"]


@pytest.mark.parametrize(
    ("scheme", "words", "ground"), list(product(("light", "dark", "print"), TEXT, GROUND))
)
def test_words_can_be_read_on_every_ground(scheme: str, words: str, ground: str) -> None:
    colours = _schemes()[scheme]
    assert contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize(("scheme", "ground"), list(product(("light", "dark", "print"), REVERSED)))
def test_words_in_the_colour_of_paper_can_be_read(scheme: str, ground: str) -> None:
    colours = _schemes()[scheme]
    assert contrast(colours["paper"], colours[ground]) >= 4.5


@pytest.mark.parametrize(
    ("scheme", "line", "ground"), list(product(("light", "dark", "print"), GRAPHIC, GROUND))
)
def test_lines_can_be_seen_on_every_ground(scheme: str, line: str, ground: str) -> None:
    colours = _schemes()[scheme]
    assert contrast(colours[line], colours[ground]) >= 3


def test_words_and_grounds_use_no_other_colours() -> None:
    styles = re.sub(r"/\*.*?\*/", "", _styles(), flags=re.DOTALL)
    words = {name for value in _WORDS_IN.findall(styles) for name in _USED.findall(value)}
    grounds = {name for value in _GROUND_IN.findall(styles) for name in _USED.findall(value)}
    assert len(words) > 5
    assert words <= {*TEXT, "paper"}
    assert grounds <= {*GROUND, *REVERSED}


def test_colours_are_named_in_one_place() -> None:
    raw = {
        f"{path.name}: {colour}"
        for path in _sheets()
        if path.stem != "base"
        for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b(?=[;}\s!])", path.read_text("utf-8"))
        if colour.lower() not in ("#fff", "#ffffff")
    }
    assert not raw, "use a token of base.css"
