"""`carbonroad explain`: what a rule, a key or a word means."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.base.texts.json_escapes import escaped
from carbonroad.base.texts.said import say
from carbonroad.cli.codes import CLEAN
from carbonroad.cli.console import Console
from carbonroad.cli.language import words
from carbonroad.cli.options.common import Colour, ColourOption, Debug, Language, Quiet, Verbose

if TYPE_CHECKING:
    from carbonroad.report.explaining.page import Page

_WIDEST = 100
"""Columns that a line of prose may take on a wide terminal."""


class Format(StrEnum):
    """How the answer is written."""

    text = "text"
    md = "md"
    json = "json"


def explain(
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[RULE|FIELD]", help="A rule's code or name, a key, a map or a word."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How the answer is written.")] = Format.text,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Say what a rule, a key or a word means, and how a value is written.

    \b
    Examples:
      carbonroad explain                      what can be asked for
      carbonroad explain CR201                a rule, also by its name: unknown-organisation
      carbonroad explain CR3                  all rules about time
      carbonroad explain deadline             a key, also in Chinese: 期限
      carbonroad explain milestone.owner      a key in one map
      carbonroad explain CR201 --format md    for a page; json for programs
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del lang, debug  # --lang is seen to for the whole run, --debug where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    from carbonroad.report.explaining.lookup import find_pages, index_page, meant

    pages = (index_page(words()),) if topic is None else find_pages(topic, words())
    if topic is not None and not pages:
        close = meant(topic)
        console.refuse(
            say('There is no rule, key or word "{topic}".', topic=topic),
            say("did you mean {close}? carbonroad explain {close}", close=close)
            if close
            else say("carbonroad explain shows what can be asked for"),
        )
    text = _written(console, pages, form)
    console.result(text if form is Format.text else text.encode())
    raise typer.Exit(CLEAN)


def _written(console: Console, pages: "tuple[Page, ...]", form: Format) -> str:
    if form is Format.md:
        from carbonroad.report.explaining.markdown import markdown_page

        return "\n".join(markdown_page(page) for page in pages)
    if form is Format.json:
        import json

        from carbonroad import __version__

        content = {
            "format": 1,
            "tool": {"name": "carbonroad", "version": __version__},
            "explained": [page.data for page in pages],
        }
        return escaped(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
    from carbonroad.report.colours import Paint
    from carbonroad.report.explaining.text import text_page

    paint = Paint(on=console.colour)
    return "\n".join(text_page(page, paint, min(console.columns, _WIDEST)) for page in pages)
