"""WCAG 2.2 AA by axe-core, in light and dark, on a wide screen and a telephone: no violation.

China's pages and those of a schedule are tested as a whole in one setting and in part in another; other
editions, which come from the same templates, in one setting each, by turns. Of an edition's industries all
but the first are tested in one of three settings. One setting takes nearly all of a page, without contrast
where that is large (test_contrast computes it for every colour); the others take the beginning of each page
without the shapes of its drawings, whose contrast axe-core cannot judge.
"""

from collections.abc import Callable
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser
from sites import REAL, Edition

_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
_RUN = """contrast => axe.run(document, {resultTypes: ["violations"], runOnly: {type: "tag", values:
  ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
  rules: {"color-contrast": {enabled: contrast}}}).then(result => ({
  rules: result.passes.length,
  violations: result.violations.map(found =>
    [found.id, found.nodes.length, found.nodes[0].html.slice(0, 200)])}))
"""
_PREPARE = """([rows, drawings]) => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const section of [...document.querySelectorAll("main > section")].slice(rows)) section.remove();
  for (const body of document.querySelectorAll("tbody"))
    for (const row of [...body.rows].slice(rows)) row.remove();
  if (!drawings)
    for (const shape of document.querySelectorAll("svg :not(title, desc, g, a, svg, a *)")) shape.remove();
  return document.querySelectorAll("*").length;
}"""
_LARGE = 4000


class Setting(NamedTuple):
    """How a reader looks, and how much of a page: so many rows and sections, with or without drawings."""

    scheme: Any
    width: int
    rows: int
    drawings: bool

    def __str__(self) -> str:
        return f"{self.scheme}-{self.width}"


SETTINGS = (
    Setting("light", 1440, 60, drawings=True),
    Setting("dark", 390, 12, drawings=False),
    Setting("light", 390, 12, drawings=False),
    Setting("dark", 1440, 12, drawings=False),
)
_WHOLE = (Edition("china"), Edition("timed"))
_IN_PART = (
    *(edition for edition in REAL if edition not in _WHOLE),
    *(Edition(name) for name in ("scripts", "long-word", "40-owners", "chinese-only")),
)
CASES = [
    *product(_WHOLE, SETTINGS[:2]),
    *((edition, SETTINGS[2 + number % 2]) for number, edition in enumerate(_IN_PART)),
]


def _chosen(paths: list[Path], setting: Setting) -> list[Path]:
    root = min((path.parent for path in paths), key=lambda folder: len(folder.parts))
    industries = sorted({path.parent for path in paths} - {root})
    number = SETTINGS.index(setting) % 3
    return [
        path
        for path in paths
        if path.parent in (root, industries[0]) or industries.index(path.parent) % 3 == number
    ]


@pytest.mark.parametrize(("edition", "setting"), CASES, ids=str)
def test_axe_finds_nothing(
    edition: Edition, setting: Setting, browser: Browser, pages_of: Callable[[Edition], list[Path]]
) -> None:
    context = browser.new_context(
        viewport={"width": setting.width, "height": 900}, color_scheme=setting.scheme, offline=True
    )
    page = context.new_page()
    found = []
    for path in _chosen(pages_of(edition), setting):
        page.goto(path.as_uri())
        large = page.evaluate(_PREPARE, [setting.rows, setting.drawings]) > _LARGE
        page.evaluate(_AXE)
        result = page.evaluate(_RUN, not large)
        assert result["rules"] > 10, "axe-core did not run"
        found += [f"{path}: {violation}" for violation in result["violations"]]
    context.close()
    assert not found
