"""`carbonroad schedule`: the network's dates and floats, chains, what-ifs and the forecast."""

from typing import Annotated

import typer

from carbonroad.base.texts.said import say
from carbonroad.cli.codes import CLEAN
from carbonroad.cli.console import Console
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
from carbonroad.cli.options.industries import limited_to
from carbonroad.cli.options.lists import Lists, check_word
from carbonroad.cli.results.delivering import check_output, deliver
from carbonroad.cli.roadmaps.ready import FOLDER_TO_WRITE_TO, load_ready, one_named

_FORMATS = ("table", "csv", "json", "md")


def schedule(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="A roadmap's folder, one of its files, to which the lists are then limited, or - for "
            "standard input. Default: the nearest roadmap from here upwards.",
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, csv, json or md.")
    ] = "table",
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to a file; to a folder for several roadmaps. Default: standard output.",
        ),
    ] = None,
    path_to: Annotated[
        str | None, typer.Option("--path-to", metavar="ID", help="The chain that decides when an item comes.")
    ] = None,
    delay: Annotated[
        list[str] | None,
        typer.Option(
            "--delay",
            metavar="ID=TIME",
            help="What if this comes later: steel.W06=3mo, =10d, =2个月; =-3mo for earlier. Repeatable.",
        ),
    ] = None,
    forecast: Annotated[
        bool, typer.Option("--forecast", help="From the data date on, beside the plan.")
    ] = False,
    critical: Annotated[bool, typer.Option("--critical", help="Only what is critical.")] = False,
    industry: Annotated[
        Lists, typer.Option("--industry", metavar="NAMES", help="Which industries; top is the 1.")
    ] = None,
    as_of: AsOf = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Show when the works can be done: dates, floats, the critical path, what cannot be kept and why.

    \b
    Examples:
      carbonroad schedule roadmaps/city
      carbonroad schedule roadmaps/city --critical --format csv -o critical.csv
      carbonroad schedule roadmaps/city --path-to steel.M5
      carbonroad schedule roadmaps/city --delay steel.W06=3mo --delay steel.W07=-2w
      carbonroad schedule roadmaps/city --forecast --as-of 2027-06-30
      carbonroad schedule roadmaps/china        no durations: the controlling orders

    No file is changed, and the exit code is 0 whatever is found: for a check that fails, use
    carbonroad validate --select cannot-be-met --fail-on warning. A roadmap with errors is refused: they are
    shown on standard error, and the exit code is 1.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del debug, lang  # both are seen to before: where errors end up, and the language of the run
    console = Console(color.value, quiet=quiet, verbose=verbose)
    check_word(console, "--format", form, _FORMATS)
    check_output(console, output, "schedule.csv")
    asked = [
        name
        for name, given in (("--path-to", path_to), ("--delay", delay), ("--forecast", forecast))
        if given
    ]
    if len(asked) > 1:
        console.refuse(
            say("{one} and {other} answer two questions.", one=asked[0], other=asked[1]),
            say("ask one at a time"),
        )
    from carbonroad.base.collector import collector_paused
    from carbonroad.cli.options.delays import read_delays
    from carbonroad.cli.results.schedule_answers import Question, answer

    question = Question(form, path_to, read_delays(console, delay or []), forecast, critical)
    ready = load_ready(console, list(paths or []), data_date(as_of), piped=True, below=output is not None)
    ready = limited_to(console, industry, ready)
    if output is None:
        one_named(console, [one.project.folder for one in ready], FOLDER_TO_WRITE_TO)
    with collector_paused():
        made = dict(answer(console, one, question, output) for one in ready)
    deliver(console, made, output)
    raise typer.Exit(CLEAN)
