"""`carbonroad render`: the documents."""

from typing import Annotated

import typer

from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.options.checks import Jobs
from carbonroad.cli.options.common import AsOf, Colour, ColourOption, Debug, Quiet, Verbose, data_date
from carbonroad.cli.options.drawing import Against, Asked
from carbonroad.cli.options.lists import Lists, read_list
from carbonroad.read.documents import NAMES
from carbonroad.render.formats import BY_NAME, USUAL

*_FIRST, _LAST = BY_NAME
_FORMATS = f"Of {', '.join(_FIRST)} and {_LAST}. Default: {','.join(USUAL)}."


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
    to: Annotated[
        Lists,
        typer.Option("--to", metavar="FORMATS", help=_FORMATS),
    ] = None,
    single_file: Annotated[
        bool, typer.Option("--single-file", help="All HTML pages in one file, to send or to keep.")
    ] = False,
    view: Annotated[
        Lists, typer.Option("--view", metavar="NAMES", help="Which documents, such as timetable,roadmap.")
    ] = None,
    industry: Annotated[Lists, typer.Option("--industry", metavar="NAMES", help="Which industries.")] = None,
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="BODY", help="Only what this body owns, leads or supports."),
    ] = None,
    lang: Annotated[
        Lists, typer.Option("--lang", metavar="TAGS", help="Which languages. Default: the roadmap's.")
    ] = None,
    phase: Annotated[
        str | None,
        typer.Option(
            "--phase",
            metavar="ID",
            help="The phase that drawings show to scale. Default: the one that holds the data date.",
        ),
    ] = None,
    axis: Annotated[
        str,
        typer.Option(
            "--axis", metavar="phases|linear", help="A roadmap's time axis: by phases, or every year alike."
        ),
    ] = "phases",
    frame: Annotated[
        str, typer.Option("--frame", metavar="iso|gb", help="The drawings' frame: ISO 5457 or GB/T 14689.")
    ] = "iso",
    period: Annotated[
        str,
        typer.Option(
            "--period",
            metavar="month|quarter|year",
            help="What progress statements are about: the one that holds the data date.",
        ),
    ] = "quarter",
    against: Against = None,
    mermaid: Annotated[
        bool, typer.Option("--mermaid", help="Small Mermaid diagrams in the Markdown as well.")
    ] = False,
    templates: Annotated[
        str | None,
        typer.Option("--templates", metavar="DIR", help="Your own templates and styles, before ours."),
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Render what could be read, even with errors; exit code 1.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Stay, and render again whenever a file is saved. Ctrl-C ends it.")
    ] = False,
    jobs: Jobs = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Make everything anew, also what has not changed.")
    ] = False,
    as_of: AsOf = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Write the documents of roadmaps: DOCUMENTS.

    \b
    Examples:
      carbonroad render
      carbonroad render roadmaps/china -o build
      carbonroad render roadmaps/china --to html --view timetable --industry steel --lang zh
      carbonroad render roadmaps/china --single-file        one HTML file: build/index.html
      carbonroad render roadmaps/china --to pdf             one book a language: build/china.pdf
      carbonroad render roadmaps/china --owner miit --phase fyp15 --frame gb
      carbonroad render roadmaps/china --view progress --period month --as-of 2026-11-30
      carbonroad render roadmaps/china --against HEAD~3     what moved since: old places drawn hollow
      carbonroad render roadmaps/china/steel.yaml --as-of 2026-11-22
      carbonroad render roadmaps/china --watch              again after every save

    PDF needs Chromium or Chrome, and: pip install "carbonroad[pdf]". A roadmap with errors is refused: they
    are shown on standard error, what was rendered before stays as it is, and the exit code is 1. --watch
    needs: pip install "carbonroad[serve]".
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del debug  # seen to where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    if not output:
        console.refuse(say("-o names no folder."), say("write such as {example}", example="-o build"))
    if watch:
        from carbonroad.cli.options.extras import need

        need(console, "serve", "watchfiles")
    from carbonroad.cli.rendering.publishing import publish
    from carbonroad.cli.rendering.wanted import Wanted
    from carbonroad.render.site.choice import Choice

    wanted = read_list(console, "--to", to, tuple(BY_NAME), ("html",) if single_file else USUAL)
    if single_file and "html" not in wanted:
        console.refuse(
            say("--single-file makes HTML, and --to does not name it."),
            say("write such as {example}", example="--to html"),
        )
    choice = Choice(
        formats=tuple(name for name in BY_NAME if name in wanted),
        views=read_list(console, "--view", view, NAMES),
        industries=read_list(console, "--industry", industry),
        templates=templates,
        single_file=single_file,
    )
    asked = Asked(phase, axis, frame, owner, mermaid, period, against)
    languages = read_list(console, "--lang", lang)
    day = data_date(as_of)
    wanted_pages = Wanted(
        list(paths or []), day, choice, asked, languages, output, keep_going, jobs, cached=not no_cache
    )
    if watch:
        from carbonroad.cli.rendering.watching import publish_again_and_again

        publish_again_and_again(console, wanted_pages)
    raise typer.Exit(publish(console, wanted_pages))


# The help, too, is to name every document there is.
render.__doc__ = str(render.__doc__).replace("DOCUMENTS", ", ".join(NAMES), 1)
