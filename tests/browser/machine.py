"""What this machine has of the two programs that tests cannot install: a browser and Java."""

import os
import shutil

NO_BROWSER = "no Chromium on this machine (Debian: apt-get install chromium fonts-noto-cjk)"
NO_JAVA = "no Java on this machine, which the Nu Html Checker needs (Debian: default-jre-headless)"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """The path of a Chromium, or None."""
    named = os.environ.get("CARBONROAD_CHROMIUM")
    return named or next(filter(None, map(shutil.which, _BROWSERS)), None)


def java() -> str | None:
    """The path of Java, or None."""
    return shutil.which("java")


def flags() -> list[str]:
    """How Chromium is started: without a screen, without a network."""
    alone = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--font-render-hinting=none",
    ]
    return [*alone, "--no-sandbox"] if os.geteuid() == 0 else alone
