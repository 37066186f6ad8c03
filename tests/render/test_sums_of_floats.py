"""Python adds floats otherwise from 3.12 on; pages are the same on all, for math.fsum adds their lengths."""

import builtins
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from site_files import render_site

from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps

ROOT = Path(__file__).resolve().parents[2]
_sum = builtins.sum


def _exact(values: Iterable[Any], /, start: Any = 0) -> Any:
    found = _sum(values, start)
    assert not isinstance(found, float), "use math.fsum: sum() of floats differs among versions of Python"
    return found


def _loaded(folder: str) -> Project:
    found = find_roadmaps(str(ROOT / folder))
    assert isinstance(found, list)
    return load(found[0], None, date(2026, 11, 22))


@pytest.mark.parametrize("folder", ["tests/data/timed", "tests/data/network", "roadmaps/france"])
def test_no_length_of_a_page_is_added_by_sum(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    project = _loaded(folder)
    monkeypatch.setattr(builtins, "sum", _exact)
    assert render_site(project, ("en", "zh"))
