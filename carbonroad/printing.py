"""Printing pages with an installed Chromium: private, without network, and never waited for without end."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from carbonroad.base.os_reasons import reason_of
from carbonroad.base.texts.said import Said, say
from carbonroad.output import scratch
from carbonroad.render.faults import RenderFault

VARIABLE = "CARBONROAD_CHROMIUM"
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
_MAC = "/Applications/{0}.app/Contents/MacOS/{0}"
_ELSEWHERE = tuple(_MAC.format(name) for name in ("Google Chrome", "Chromium", "Microsoft Edge"))
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
    "--no-pdf-header-footer",
)
_SECONDS = 600.0


def find_chromium() -> str:
    """Return the browser to print with: the one that CARBONROAD_CHROMIUM names, else the first installed.

    Raises:
        RenderFault: If there is none, saying what to install.
    """
    named = os.environ.get(VARIABLE, "")
    if named:
        found = shutil.which(named)
        if found is None:
            raise RenderFault(
                say("{variable} names no program: {name}.", variable=VARIABLE, name=named),
                say("let it name a Chromium or Chrome"),
            )
        return found
    for name in (*_NAMES, *_ELSEWHERE):
        found = shutil.which(name)
        if found is not None:
            return found
    raise RenderFault(
        say("PDF needs Chromium or Google Chrome, and none was found."),
        say("install one, or let {variable} name it", variable=VARIABLE),
    )


def print_page(browser: str, html: str, seconds: float = _SECONDS) -> bytes:
    """Return a page as the browser prints it, as PDF.

    Args:
        browser: What `find_chromium` gave.
        html: A file that needs nothing else.
        seconds: How long it may take; tests give less.

    Raises:
        RenderFault: If it does not start, fails or takes too long.
    """
    with scratch({"page.html": html.encode()}) as folder:
        made = folder / "page.pdf"
        command = [
            browser,
            *_flags(),
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={made}",
            (folder / "page.html").as_uri(),
        ]
        said, code = _run(command, folder, seconds)
        if code is None:
            said = say(
                "{browser} did not finish printing within {seconds:g} s and was ended.",
                browser=browser,
                seconds=seconds,
            )
            raise RenderFault(said, _HELP)
        if code or not made.is_file():
            raise RenderFault(_nothing_printed(browser, code, said), _HELP)
        return made.read_bytes()


def _nothing_printed(browser: str, code: int, words: str) -> Said:
    if code >= 0:
        return say(
            "{browser} ended with {code} and printed nothing{words}.", browser=browser, code=code, words=words
        )
    return say(
        "{browser} was ended by {signal} and printed nothing{words}.",
        browser=browser,
        signal=signal.Signals(-code).name,
        words=words,
    )


_HELP = say(
    "render fewer documents (--industry, --view), or let {variable} name another Chromium", variable=VARIABLE
)


def _flags() -> Iterator[str]:
    yield from _FLAGS
    # Chromium refuses its sandbox to the superuser, as whom containers often run; the pages are our own.
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield "--no-sandbox"


def _run(command: list[str], folder: Path, seconds: float) -> tuple[str, int | None]:
    """Its last words and its exit code, None if it had to be ended."""
    with tempfile.TemporaryFile(dir=folder) as words:
        try:
            process = subprocess.Popen(  # noqa: S603  # the user's own browser, named by path
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=words,
                cwd=folder,
                start_new_session=True,
            )
        except OSError as error:
            reason = reason_of(error)
            problem = say("{browser} cannot be started: {reason}.", browser=command[0], reason=reason)
            raise RenderFault(problem, _HELP) from error
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _end(process)
        words.seek(0)
        lines = words.read().decode("utf-8", "replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return (f": {last[:200]}" if last else "", code)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the browser with all that it started; its children outlive it otherwise."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()
