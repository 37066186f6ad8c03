"""The drawing's page on a screen: a way to the whole sheet, and connectors that lead to other sheets."""

import posixpath
import re
from datetime import date
from functools import cache
from pathlib import Path

from site_files import render_site

from carbonroad.project import load
from carbonroad.render.site.choice import Choice
from carbonroad.source.folder import find_roadmaps

ROOT = Path(__file__).parents[2]


@cache
def site(formats: tuple[str, ...]) -> dict[str, str]:
    project = load(find_roadmaps(str(ROOT / "tests/data/timed"))[0], None, date(2026, 11, 22))
    files = render_site(project, ("en", "zh"), Choice(formats=formats, views=("drawing",)))
    return {path: data.decode() for path, data in files.items()}


def test_each_sheet_has_a_link_to_its_own_file() -> None:
    files = site(("md", "html"))
    page = files["heat/drawing.html"]
    assert '<a href="heat-cd-01.svg">Open the whole sheet</a>' in page
    assert "heat/heat-cd-01.svg" in files
    assert "打开整张图纸" in files["zh/heat/drawing.html"]


def test_without_files_of_their_own_there_is_no_link_but_a_hint() -> None:
    page = site(("html",))["heat/drawing.html"]
    assert "Open the whole sheet" not in page
    assert "Scroll sideways to see the whole sheet" in page


def test_connectors_lead_to_the_sheet_on_the_other_page() -> None:
    files = site(("md", "html"))
    seen = 0
    for path, page in files.items():
        for href in re.findall(r'<a href="([^"]*drawing\.html#cd-sheet-\d+)"', page):
            target, _, anchor = href.partition("#")
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            assert f'id="{anchor}"' in files[found]
            seen += 1
    assert seen >= 8
