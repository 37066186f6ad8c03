"""The options that every command has."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say

_TAG = lazy_pattern(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class Colour(StrEnum):
    """When to use colours."""

    auto = "auto"
    always = "always"
    never = "never"


def _language(tag: str | None) -> str | None:
    if tag is not None and not _TAG.fullmatch(tag):
        raise typer.BadParameter(say('"{tag}" is no language tag; write such as en, zh or zh-Hans.', tag=tag))
    return tag


def _data_date(words: str | None) -> str | None:
    if words is not None:
        data_date(words)
    return words


def data_date(words: str | None) -> date | None:
    """Return the day that `--as-of` asks for: the last of what is written; `today` is the system's."""
    if words is None:
        return None
    if words.strip().lower() == "today":
        from carbonroad.cli.clock import today

        return today()
    from carbonroad.base.texts.refusal import Refusal
    from carbonroad.base.times.periods import parse_period

    period = parse_period(words)
    if isinstance(period, Refusal):
        raise typer.BadParameter(say("{problem} Write such as 2026-11-22, or today.", problem=period.message))
    return period.last


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Roadmap folders, folders of roadmaps, YAML files, or - for standard input. "
        "Default: the nearest roadmap from here upwards.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        callback=_data_date,
        help="The data date: a day such as 2026-11-22, or today. Default: the roadmap's as_of, else today.",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="TAG",
        envvar="CARBONROAD_LANG",
        callback=_language,
        help="Language, such as en or zh.",
    ),
]
ColourOption = Annotated[Colour, typer.Option("--color", help="Whether to use colours.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but results and refusals.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Say what is read; validate shows infos too.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")]
