"""`carbonroad show`: the timetable and a time strip in the terminal."""

from typing import TYPE_CHECKING, Annotated

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
from carbonroad.cli.options.lists import Lists
from carbonroad.cli.roadmaps.ready import load_ready, one_named

if TYPE_CHECKING:
    from carbonroad.cli.roadmaps.ready import Ready
    from carbonroad.views.shared.words import Words


def show(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="A roadmap's folder, one of its files, or - for standard input. Default: the nearest "
            "roadmap from here upwards.",
        ),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="BODY", help="Only what this body owns, leads or supports."),
    ] = None,
    industry: Annotated[
        Lists, typer.Option("--industry", metavar="NAMES", help="Which industries; top is the 1.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only what is due from then on; as for --until."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until", metavar="DATE", help="Only what is due by then, such as 2030, 2027年底 or a phase."
        ),
    ] = None,
    status: Annotated[
        Lists,
        typer.Option("--status", metavar="WORDS", help="Only these, such as late,unreported or 滞后."),
    ] = None,
    as_of: AsOf = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Show the timetable and a time strip in the terminal.

    \b
    Examples:
      carbonroad show
      carbonroad show roadmaps/china --owner miit --until 2027
      carbonroad show roadmaps/china --industry steel,power --since 2026 --until fyp15
      carbonroad show roadmaps/china --status late,missed,unreported
      carbonroad show roadmaps/china --lang zh --status 结果未载 | head
      carbonroad show - < steel.yaml

    What nobody reported on is counted; -v lists it. A roadmap with errors is refused: they are shown on
    standard error, and the exit code is 1.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del lang, debug  # both are seen to before: the language of the run, and where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    ready = load_ready(console, list(paths or []), data_date(as_of), piped=True, below=False)
    ready = limited_to(console, industry, ready)
    one_named(console, [one.project.folder for one in ready], say("name one of them"))
    from carbonroad.cli.options.show_filters import Asked, choice_of
    from carbonroad.cli.results.showing import columns_of, shown
    from carbonroad.views.show import build_document

    one = ready[0]
    asked = Asked(since, until, status)
    choice = choice_of(console, asked, one.project.system, one.parts, outcomes=verbose)
    document = build_document(_words(console, one, owner), choice, columns_of(console))
    console.result(shown(console, document, "text", to_file=False))
    raise typer.Exit(CLEAN)


def _words(console: Console, one: "Ready", owner: str | None) -> "Words":
    """The roadmap in the run's language, limited to a body."""
    from carbonroad.cli.language import words
    from carbonroad.cli.options.bodies import body_named
    from carbonroad.views.options import Options
    from carbonroad.views.shared.words import Words

    system = one.project.system
    options = Options(owner=body_named(console, owner, system))
    return Words(system, one.project.facts, words().tag or "en", options)
