"""Hostile texts on every page in a real browser: nothing runs, nothing is asked for, the words are there."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from strings import HTML

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
from machine import NO_BROWSER, chromium, flags

_TRAPS = """
window.caught = [];
for (const name of ["alert", "confirm", "prompt", "print", "open", "boo"])
  window[name] = () => window.caught.push(name);
"""
_INJECTED = """
() => {
  const done = [];
  window.boo = () => done.push("handler");
  const add = (name, set) => {
    const e = document.createElement(name); set(e); document.body.append(e); return e;
  };
  const host = document.createElement("div");
  host.innerHTML = "<img src=x onerror=boo()><p style='color: rgb(1, 2, 3)' onclick=boo()>x</p>";
  document.body.append(host);
  host.querySelector("p").click();
  add("script", e => { e.textContent = "window.ran = 1"; });
  add("style", e => { e.textContent = "html {outline: 7px solid}"; });
  add("iframe", e => { e.src = "data:text/html,x"; });
  const base = document.createElement("base"); base.href = "https://x.test/"; document.head.append(base);
  return [done.length, window.ran === undefined,
          getComputedStyle(document.documentElement).outlineWidth !== "7px",
          !document.baseURI.startsWith("https://x.test")];
}
"""


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags())
        yield browser
        browser.close()


class _Seen:
    """A page, and all that it did besides showing itself."""

    def __init__(self, browser: Browser, traps: str = _TRAPS) -> None:
        self.page: Page = browser.new_page()
        self.page.add_init_script(traps)
        self.did: list[str] = []
        self.page.on("dialog", lambda dialog: (self.did.append(f"dialog {dialog.message}"), dialog.dismiss()))
        self.page.on("console", lambda message: self.did.append(f"console {message.text}"))
        self.page.on("pageerror", lambda error: self.did.append(f"error {error}"))
        self.page.on("request", self._request)
        self.page.on("popup", lambda _: self.did.append("popup"))
        self.own = ""

    def _request(self, request: Any) -> None:
        if request.url.partition("#")[0] != self.own:
            self.did.append(f"request {request.url}")

    def open(self, file: Path) -> None:
        self.did.clear()
        self.own = file.as_uri()
        self.page.goto(self.own)
        self.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def _poked(page: Page) -> list[str]:
    """What was caught after every element was pointed at, clicked and given the focus."""
    return page.evaluate(
        """() => {
          for (const e of document.querySelectorAll("*")) {
            if (e.closest("a")) continue;
            for (const name of ["mouseover", "click", "focus", "toggle", "load", "error", "begin"])
              e.dispatchEvent(new Event(name));
          }
          return window.caught;
        }"""
    )


def test_nothing_runs_and_nothing_leaves(browser: Browser, pages: Path) -> None:
    seen = _Seen(browser)
    files = sorted((*pages.rglob("*.html"), *pages.rglob("*.svg")))
    assert len(files) > 15
    for file in files:
        seen.open(file)
        assert _poked(seen.page) == [], file
        assert seen.did == [], file


def test_the_words_are_there_as_words(browser: Browser, pages: Path) -> None:
    seen = _Seen(browser)
    said = ""
    for file in sorted(pages.rglob("*.html")):
        seen.open(file)
        said += seen.page.evaluate("document.documentElement.textContent")
    lost = [text for text in HTML if text.isprintable() and len(text) < 60 and text not in said]
    assert len(lost) < len(HTML) * 0.1, lost


def test_what_would_be_injected_is_refused(browser: Browser, pages: Path) -> None:
    for file in (pages / "index.html", pages / "one" / "index.html"):
        seen = _Seen(browser, "")
        seen.open(file)
        handlers, no_script, no_style, no_base = seen.page.evaluate(_INJECTED)
        assert handlers == 0
        assert no_script
        assert no_style
        assert no_base
        assert any("Content Security Policy" in one for one in seen.did)
        assert not any(one.startswith("request http") for one in seen.did)
