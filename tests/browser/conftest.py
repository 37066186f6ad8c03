"""A Chromium for each test file, and the sites, rendered and surveyed once a run."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from machine import NO_BROWSER, chromium, flags
from playwright.sync_api import Browser, sync_playwright
from sites import Edition, once, pages, render
from survey import survey

Facts = dict[str, dict[str, Any]]


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags())
        yield browser
        browser.close()


@pytest.fixture(name="shared", scope="session")
def _shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "browser"


@pytest.fixture(name="site", scope="session")
def _site(shared: Path) -> Callable[[str], Path]:
    """Return the folder of a rendered site."""
    return lambda name: once(shared, name, lambda target: render(name, target))


@pytest.fixture(name="pages_of", scope="session")
def _pages_of(site: Callable[[str], Path]) -> Callable[[Edition], list[Path]]:
    """Return the pages of an edition."""
    return lambda edition: pages(site(edition.site), edition)


@pytest.fixture(name="surveyed", scope="module")
def _surveyed(
    browser: Browser, shared: Path, pages_of: Callable[[Edition], list[Path]]
) -> Callable[[Edition], Facts]:
    """Return what a browser found on the pages of an edition."""

    def facts(edition: Edition) -> Facts:
        found = once(shared, f"{edition}.json", lambda target: survey(browser, pages_of(edition), target))
        return json.loads(found.read_text("utf-8"))

    return facts
