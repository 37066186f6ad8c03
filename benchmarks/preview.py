"""From a save to the new page on the screen: the live preview of the real roadmap of China, in Chromium."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from sheet import Goal, Sheet, time_of
from timing import AS_OF, CHINA, ENVIRONMENT, PROGRAM

from carbonroad.printing import find_chromium
from carbonroad.render.faults import RenderFault

_PAGES = ("steel/timetable", "index", "timetable", "roadmap", "drawing", "assignments", "zh/drawing")
"""From a small page to the largest drawing."""
_OLD = "{en: Iron and steel, zh: 钢铁}"
_GOAL = Goal(1.0, 0.5)
"""Seconds."""
_FRONT = """words => new Promise(resolve => {
  const look = () => {
    const frame = document.querySelector("iframe.front");
    const body = frame?.contentDocument?.body;
    if (body && frame !== window.last && body.textContent.includes(words)) {
      window.last = frame;
      resolve(Date.now() / 1000);
    } else requestAnimationFrame(look);
  };
  look();
})"""


def preview(home: Path, rounds: int) -> Sheet:
    """A line for each page: a file is saved while the page is looked at."""
    sheet = Sheet("Preview")
    try:
        browser = find_chromium()
    except RenderFault:
        sheet.remark("No Chromium on this machine: nothing was measured.")
        return sheet
    folder = home / "china"
    shutil.copytree(CHINA, folder)
    with _served(folder) as address:
        for page in _PAGES:
            taken = median(_waits(browser, f"{address}{page}.html", folder / "steel.yaml", max(rounds, 3)))
            sheet.add(
                f"a save → the new {page}.html is on the screen", time_of(taken), value=taken, goal=_GOAL
            )
    return sheet


def _waits(browser: str, url: str, file: Path, rounds: int) -> Iterator[float]:
    """How long each of some saves took to be seen, in seconds."""
    from playwright.sync_api import sync_playwright

    arguments = ["--disable-gpu", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    text = file.read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=arguments)
        page = started.new_page(viewport={"width": 1440, "height": 900})
        page.goto(url)
        page.wait_for_selector("iframe.front")
        for number in range(rounds + 1):
            words = f"Steel{number}"
            page.evaluate("window.last = document.querySelector('iframe.front')")
            begin = time.time()
            file.write_text(text.replace(_OLD, f"{{en: {words}, zh: {words}}}"), encoding="utf-8")
            taken = page.evaluate(_FRONT, words) - begin
            if number:  # the first time warms up
                yield taken
        started.close()
    file.write_text(text, encoding="utf-8")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The server in a process of its own; gives its address."""
    command = [*PROGRAM, "serve", str(folder), "--port", "0", "--as-of", AS_OF]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT
    )
    try:
        said = process.stdout.readline() if process.stdout is not None else ""
        yield re.findall(r"http\S+", said)[0]
    finally:
        process.terminate()
        process.communicate()
