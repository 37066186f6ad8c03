"""`carbonroad import`: a draft from a file that others made."""

from enum import StrEnum
from typing import Annotated, Literal

import typer

from carbonroad.base.texts.said import say
from carbonroad.cli.codes import CLEAN, FINDINGS, USAGE
from carbonroad.cli.commands.fmt import Keys
from carbonroad.cli.console import Console
from carbonroad.cli.options.checks import FailOnOption, Formats, Most
from carbonroad.cli.options.common import (
    AsOf,
    Colour,
    ColourOption,
    Debug,
    Language,
    Quiet,
    Verbose,
    data_date,
)

_COLUMNS = "What the columns of a list are"
_DRAFT = "What the draft is like"


class Dates(StrEnum):
    """How 03/04/2027 is read."""

    day_first = "day-first"
    month_first = "month-first"


_ORDERS: dict[Dates, Literal["day-first", "month-first"]] = {
    Dates.day_first: "day-first",
    Dates.month_first: "month-first",
}


class As(StrEnum):
    """What of a text is read."""

    text = "text"
    table = "table"


def import_(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="An xlsx, csv, docx, html, md or txt file, an export of this program, Microsoft Project's "
            "XML; or a folder of exported csv files.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR|FILE.yaml",
            help="A new folder for a roadmap with a file an industry, or one file. Default: standard output.",
        ),
    ] = None,
    sheet: Annotated[
        list[str] | None,
        typer.Option(
            "--sheet",
            metavar="NAME",
            help="Read only this sheet, by name or number. Repeatable.",
            rich_help_panel=_COLUMNS,
        ),
    ] = None,
    header_row: Annotated[
        int | None,
        typer.Option(
            "--header-row",
            metavar="N",
            min=1,
            help="The row in which the headers begin. Default: they are looked for.",
            rich_help_panel=_COLUMNS,
        ),
    ] = None,
    maps: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="HEADER=KEY",
            help='What a column is, by header or letter: --map "责任部门=owner", --map D=deadline, '
            '--map "2026=actual 2026", --map X=ignore. Repeatable.',
            rich_help_panel=_COLUMNS,
        ),
    ] = None,
    dates: Annotated[
        Dates | None, typer.Option("--dates", help="How 03/04/2027 is to be read.", rich_help_panel=_COLUMNS)
    ] = None,
    as_: Annotated[
        As | None,
        typer.Option("--as", help="Of a text: its sentences, or the tables in it.", rich_help_panel=_COLUMNS),
    ] = None,
    industry: Annotated[
        str,
        typer.Option(
            "--industry",
            metavar="NAME",
            help="The industry that everything belongs to.",
            rich_help_panel=_DRAFT,
        ),
    ] = "",
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="The roadmap's title.", rich_help_panel=_DRAFT)
    ] = "",
    keys: Annotated[
        Keys | None,
        typer.Option(
            "--keys",
            help="Write keys by their English or Chinese names. Default: as the list.",
            rich_help_panel=_DRAFT,
        ),
    ] = None,
    formats: Formats = None,
    most: Most = None,
    fail_on: FailOnOption = None,
    as_of: AsOf = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Make a draft of a roadmap from a spreadsheet, a policy text or another program's file.

    \b
    Examples:
      carbonroad import tasks.xlsx -o roadmaps/city      a folder with a file an industry
      carbonroad import tasks.csv > city.yaml            one file
      carbonroad import tasks.xlsx --sheet 2 --map "责任部门=owner" -o city.yaml
      carbonroad import plan.docx -o roadmaps/plan       from the sentences of a text
      carbonroad import plan.docx --as table             from the tables in it

    The draft is checked before it is written. What could not be understood, or would be an error, is told
    with its cell, and its words are kept in the draft. Nothing is ever overwritten.

    \b
    Exit codes: 0 a draft, 1 a finding at or above --fail-on (the draft is written all the same),
    2 nothing could be read, or a wrong call, 3 internal error.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del debug, lang  # are seen to before the call is read (cli/run.py)
    console = Console(color.value, quiet=quiet, verbose=verbose)
    from carbonroad.cli.clock import today
    from carbonroad.cli.importing.drafting import Call, check_target, finish, is_one_file, read_file
    from carbonroad.cli.options.formats import read_formats
    from carbonroad.importing.options import Options

    wanted = read_formats(formats or ["full"])
    if isinstance(wanted, tuple):
        console.refuse(*wanted)
    check_target(console, output)
    single = output is None or is_one_file(output)
    options = Options(
        sheets=tuple(sheet or ()),
        header_row=header_row or 0,
        maps=_pairs(console, maps or []),
        industry=industry.strip(),
        title=title.strip(),
        dates="" if dates is None else _ORDERS[dates],
        year=(data_date(as_of) or today()).year,
        single=single,
    )
    draft = read_file(console, file, options, table=as_ is As.table)
    call = Call(
        file,
        output,
        "" if keys is None else keys.value,
        fail_on.value if fail_on else "",
        data_date(as_of),
        wanted,
        most,
    )
    made = finish(console, draft, call)
    raise typer.Exit({"read": CLEAN, "failed": FINDINGS, "nothing": USAGE}[made])


def _pairs(console: Console, maps: list[str]) -> tuple[tuple[str, str], ...]:
    """The two sides of every `--map`."""
    from carbonroad.importing.lists.headers import KEYS, mapped

    pairs = []
    for one in maps:
        left, equals, right = one.rpartition("=")
        if not equals or not left.strip() or mapped(right) is None:
            console.refuse(
                say('"{words}" does not say what a column is.', words=one),
                say('write "header=key" with a key such as {keys}', keys=", ".join(KEYS)),
            )
        pairs.append((left.strip(), right.strip()))
    return tuple(pairs)
