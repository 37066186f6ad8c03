"""One walk through all pages of an edition: everything that can be measured while a page is open."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Request

_SCRIPT = (Path(__file__).parent / "survey.js").read_text("utf-8")
_SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return "";
  const wide = [...document.querySelectorAll("body *")].filter(element =>
    element.getBoundingClientRect().right > width + 0.5 && !element.closest("svg svg, .fig *, .scroll *"));
  return `${document.documentElement.scrollWidth} px: ${wide.slice(0, 3).map(element =>
    element.tagName + "." + element.className + " " + element.textContent.trim().slice(0, 40)).join(" | ")}`;
}"""


def survey(browser: Browser, paths: list[Path], target: Path) -> None:
    """Open every page and write what was found as JSON: page → facts."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    told: list[str] = []

    def request(sent: Request) -> None:
        asked.append(sent.url)

    def console(message: ConsoleMessage) -> None:
        told.append(f"{message.type}: {message.text}")

    page.on("request", request)
    page.on("console", console)
    page.on("pageerror", lambda error: told.append(str(error)))
    found: dict[str, Any] = {}
    for path in paths:
        asked.clear()
        told.clear()
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(path.as_uri())
        facts = page.evaluate(_SCRIPT)
        page.set_viewport_size({"width": 320, "height": 800})
        facts["sideways"] = page.evaluate(_SIDEWAYS)
        facts["asked"] = [url for url in asked if url != path.as_uri()]
        facts["told"] = list(told)
        found[str(path)] = facts
    context.close()
    target.write_text(json.dumps(found), "utf-8")
