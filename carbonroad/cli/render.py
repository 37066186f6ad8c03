"""`carbonroad render`: the documents."""

from typing import Annotated

import typer

from carbonroad.cli.codes import CLEAN, FINDINGS
from carbonroad.cli.console import Console
from carbonroad.cli.lists import Lists, read_list
from carbonroad.cli.options import AsOf, Colour, ColourOption, Debug, Quiet, Verbose, data_date
from carbonroad.cli.ready import load_ready


def render(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Roadmap folders, folders of roadmaps, or one file of a roadmap, to which pages are then "
            "limited. Default: the nearest roadmap from here upwards.",
        ),
    ] = None,
    output: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="Where to write.")] = "build",
    to: Annotated[Lists, typer.Option("--to", metavar="FORMATS", help="md, html or both.")] = None,
    view: Annotated[
        Lists, typer.Option("--view", metavar="NAMES", help="Which documents, such as timetable,roadmap.")
    ] = None,
    industry: Annotated[Lists, typer.Option("--industry", metavar="NAMES", help="Which industries.")] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Render what could be read, even with errors; exit code 1.")
    ] = False,
    as_of: AsOf = None,
    lang: Annotated[
        Lists, typer.Option("--lang", metavar="TAGS", help="Which languages. Default: the roadmap's.")
    ] = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Write the documents of roadmaps: overview, timetable, roadmap, construction drawing.

    \b
    Examples:
      carbonroad render
      carbonroad render roadmaps/china -o build
      carbonroad render roadmaps/china --to html --view timetable --industry steel --lang zh
      carbonroad render roadmaps/china/steel.yaml --as-of 2026-11-22

    A roadmap with errors is refused: they are shown on standard error, what was rendered before stays as
    it is, and the exit code is 1.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del debug  # seen to where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    if not output:
        console.refuse("-o names no folder.", "write such as -o build")
    from carbonroad.render.site import FORMATS, Choice, view_names

    choice = Choice(
        formats=tuple(name for name in FORMATS if name in read_list(console, "--to", to, FORMATS, FORMATS)),
        views=read_list(console, "--view", view, view_names()),
        industries=read_list(console, "--industry", industry),
    )
    languages = read_list(console, "--lang", lang)
    ready = load_ready(console, list(paths or []), data_date(as_of), keep_going=keep_going)
    from carbonroad.cli.publishing import publish

    publish(console, ready, choice, languages, output)
    raise typer.Exit(FINDINGS if any(one.project.errors for one in ready) else CLEAN)
