"""Where the templates lie, and the Jinja2 environment that compiles each of them once."""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from carbonroad.render.characters import isolated, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

STYLES = ("base", "marks", "page", "roadmap", "sheet")
"""The style sheets, in the order they stand in; a page holds those that exist."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")


def template_folder() -> Path:
    """Return the folder of the templates: in the installed package, else beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@cache
def environment(own: str | None = None) -> Environment:
    """Return the environment; `own` is a user's folder whose templates come before the shipped ones."""
    folders = [own] if own is not None else []
    loader = ChoiceLoader([FileSystemLoader(folder) for folder in [*folders, str(template_folder())]])
    made = Environment(  # escapes everything but Markdown, which has signs of its own
        loader=loader,
        autoescape=_escaped,  # noqa: S701  # all but Markdown, which has signs of its own
        undefined=StrictUndefined,
        finalize=visible,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    made.filters.update(n=number, points=points, isolated=isolated)
    return made


@cache
def module(name: str, own: str | None = None) -> Any:
    """Return a template's macros as attributes."""
    return environment(own).get_template(name).module


@cache
def styles(names: tuple[str, ...] = STYLES, own: str | None = None) -> Markup:
    """Return the style sheets of these names, those that exist, without comments."""
    made = environment(own)
    found = []
    for name in names:
        try:
            text, _, _ = made.loader.get_source(made, f"css/{name}.css")  # type: ignore[union-attr]
        except TemplateNotFound:
            continue
        found.append(_BLANK.sub("\n", _COMMENT.sub("", text)).strip())
    return Markup("\n".join(found) + "\n")  # noqa: S704  # our own files, no user's words in them


def number(value: float) -> str:
    """Write a coordinate with at most two digits after the point."""
    text = f"{value:.2f}"
    if text.endswith("00"):
        text = text[:-3]
    elif text.endswith("0"):
        text = text[:-1]
    return "0" if text == "-0" else text


def points(values: "Iterable[tuple[float, float]]") -> str:
    """Write points as SVG does."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in values)


def _escaped(name: str | None) -> bool:
    return name is None or not name.endswith(".md")
