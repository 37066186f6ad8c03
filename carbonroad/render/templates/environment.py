"""Where the templates lie, and the Jinja2 environment that compiles each of them once."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from carbonroad.base.texts.said import say
from carbonroad.render.characters import isolated, visible
from carbonroad.render.faults import RenderFault
from carbonroad.render.templates.own_templates import THEME, OwnEnvironment, OwnLoader
from carbonroad.render.templates.shipped import template_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

STYLES = ("base", "marks", "page", "roadmap", "wedges", "sheet")
"""The style sheets, in the order they stand in; a page holds those that exist, and those it asks for."""

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_BLANK = re.compile(r"(?<!\s)\s*\n\s*")


@cache
def environment(own: str | None = None) -> Environment:
    """Return the environment; `own` is a user's folder whose templates come before the shipped ones.

    A user's templates are a guest's: they run in a sandbox, and the shipped ones with them.
    """
    shipped = FileSystemLoader(str(template_folder()))
    made = (Environment if own is None else OwnEnvironment)(
        loader=shipped if own is None else ChoiceLoader([OwnLoader(own), shipped]),
        autoescape=_escaped,  # all but Markdown, which has signs of its own
        undefined=StrictUndefined,
        finalize=visible,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    made.filters.update(n=number, points=points, isolated=isolated)
    return made


def forget_templates() -> None:
    """Let all templates be read anew: a user may have changed some while the program goes on running."""
    for known in (environment, module, styles):
        known.cache_clear()


@cache
def module(name: str, own: str | None = None) -> Any:
    """Return a template's macros as attributes.

    Raises:
        RenderFault: If a user's template lacks one that the shipped one has.
    """
    found = environment(own).get_template(name).module
    if own is not None:
        lacking = [one for one in vars(module(name)) if not one.startswith("_") and not hasattr(found, one)]
        if lacking:
            raise RenderFault(
                say('{file} has no macro "{name}".', file=f"{own}/{name}", name=lacking[0]),
                say("copy it from the shipped template"),
            )
    return found


@cache
def styles(names: tuple[str, ...], own: str | None = None) -> Markup:
    """Return the style sheets of these names, those that exist, without comments; a user's theme last.

    Raises:
        RenderFault: If a user's style sheet would end the style element that it stands in.
    """
    found = [_style(f"css/{name}.css", own) for name in names]
    if own is not None:
        found.append(_style(THEME, own))
    return Markup("\n".join(filter(None, found)) + "\n")  # noqa: S704  # style sheets, no user's words in them


def _style(name: str, own: str | None) -> str:
    made = environment(own)
    try:
        text, file, _ = made.loader.get_source(made, name)  # type: ignore[union-attr]
    except TemplateNotFound:
        return ""
    if "</" in text:
        line = text[: text.index("</")].count("\n") + 1
        said = say('{place}: "</" cannot stand in a style sheet.', place=f"{file}:{line}")
        raise RenderFault(said, say("take it out"))
    return _BLANK.sub("\n", _COMMENT.sub("", text)).strip()


@lru_cache(maxsize=1 << 16)
def number(value: float) -> Markup:
    """Write a coordinate with at most two digits after the point; it holds nothing to escape."""
    text = f"{value:.2f}"
    if text.endswith("00"):
        text = text[:-3]
    elif text.endswith("0"):
        text = text[:-1]
    return Markup("0" if text == "-0" else text)  # noqa: S704


def points(values: "Iterable[tuple[float, float]]") -> Markup:
    """Write points as SVG does."""
    return Markup(" ".join([f"{number(x)!s},{number(y)!s}" for x, y in values]))  # noqa: S704


def _escaped(name: str | None) -> bool:
    return name is None or not name.endswith(".md")
