"""`carbonroad export`: the data of a roadmap for other programs."""

from typing import Annotated

import typer

from carbonroad.cli.console import Console
from carbonroad.cli.options.calendar import AlarmOption, AsOption, PerOption
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
from carbonroad.cli.options.lists import Lists
from carbonroad.cli.results.delivering import check_output
from carbonroad.export import ALL

_FORMATS = "; ".join(f"{form.name}: {form.says[:1].lower()}{form.says[1:].rstrip('.')}" for form in ALL)


def export(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="A roadmap's folder, or - for standard input. "
            "Default: the nearest roadmap from here upwards.",
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="FORMAT", help=f"{_FORMATS}. Default: what the file of -o ends in, else json."
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to a file; to a folder for several. Default: standard output.",
        ),
    ] = None,
    table: Annotated[
        Lists,
        typer.Option("--table", metavar="NAMES", help="Only these tables, such as timetable,assignments."),
    ] = None,
    industry: Annotated[
        Lists, typer.Option("--industry", metavar="NAMES", help="Which industries; top is the 1.")
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="BODY", help="Only what this body owns, leads or supports."),
    ] = None,
    entries: AsOption = None,
    alarm: AlarmOption = None,
    per: PerOption = None,
    as_of: AsOf = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Write a roadmap's data, linked and computed, for other programs.

    \b
    Examples:
      carbonroad export roadmaps/china --to json
      carbonroad export roadmaps/china -o china.xlsx
      carbonroad export roadmaps/china -o china.docx --lang zh --owner miit
      carbonroad export roadmaps/china --to csv --table timetable
      carbonroad export roadmaps/china -o china.ics --owner miit --alarm 3mo,7d
      carbonroad export roadmaps/china --to csv -o tables/
      carbonroad export roadmaps --to json -o data/

    Headers and names are in the language of --lang, else in the roadmap's first; texts in its other languages
    stand beside them. A roadmap with errors is refused: they are shown on standard error, and the exit code
    is 1. xlsx needs: pip install "carbonroad[xlsx]"; docx: pip install "carbonroad[docx]"; ics: pip install
    "carbonroad[ics]".
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del lang, debug  # the language of the run, and where errors end up, are seen to before
    console = Console(color.value, quiet=quiet, verbose=verbose)
    check_output(console, output, "roadmap.json")
    from carbonroad.cli.results.exports import Asked, Calendar, export_all

    calendar = Calendar(None if entries is None else entries.value, alarm, None if per is None else per.value)
    export_all(
        console, Asked(list(paths or []), to, output, table, industry, owner, data_date(as_of), calendar)
    )
