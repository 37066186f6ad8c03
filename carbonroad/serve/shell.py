"""The preview's own pages: HTML from the templates in `assets/`, and the scripts and styles beside them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from carbonroad.serve.settings import OWN
from carbonroad.serve.shell_words import LANGUAGES, shell_words

ASSETS = Path(__file__).parent / "assets"
_IN_SCRIPTS = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


@cache
def assets() -> dict[str, bytes]:
    """Return the scripts and style sheets by name."""
    return {
        path.name: path.read_bytes()
        for path in sorted(ASSETS.iterdir())
        if path.suffix in (".css", ".js", ".svg")
    }


@cache
def pages() -> Environment:
    """Return the templates of our own pages."""
    made = Environment(loader=FileSystemLoader(str(ASSETS)), autoescape=True, undefined=StrictUndefined)
    made.globals.update(assets=f"{OWN}assets/", data=_data)
    return made


def shell_page(path: str, lang: str, *, fixed: bool, playground: bool) -> str:
    """Return the page that frames the roadmap's pages.

    Args:
        path: The page to show at first.
        lang: The language to begin in.
        fixed: Whether it stays in that language, whatever page is shown.
        playground: Whether there is a playground to lead to.
    """
    known = shell_words()
    tag = language(lang)
    settings = {"path": path, "lang": tag, "fixed": fixed, "playground": playground}
    return pages().get_template("shell.html").render(words=known, w=known[tag], lang=tag, settings=settings)


def language(lang: str) -> str:
    """Return the language of our own words that fits a tag best."""
    first = lang.lower().split("-")[0]
    return first if first in LANGUAGES else LANGUAGES[0]


def _data(value: Any) -> Markup:
    """A value as JSON that can stand in a `script` element."""
    return Markup(json.dumps(value, ensure_ascii=False).translate(_IN_SCRIPTS))  # noqa: S704  # nothing in it ends the element
