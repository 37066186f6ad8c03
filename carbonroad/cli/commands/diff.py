"""`carbonroad diff`: what changed between two versions of a roadmap."""

from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.base.texts.said import say, say_count
from carbonroad.cli.codes import CLEAN, FINDINGS
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
from carbonroad.cli.options.lists import Lists, check_word
from carbonroad.cli.results.delivering import check_output, deliver

if TYPE_CHECKING:
    from carbonroad.cli.comparing.compared import Compared

_FORMATS = ("text", "md", "json")


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="The earlier version: a roadmap's folder, a git revision such as HEAD~3, or REV:FOLDER.",
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(metavar="[NEW]", help="The later version. Default: the files as they are now."),
    ] = None,
    roadmap: Annotated[
        str | None,
        typer.Option(
            "--roadmap",
            metavar="PATH",
            help="The roadmap that is meant by revisions. Default: the nearest one from here upwards.",
        ),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="text|md|json", help="How to write it.")] = "text",
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to a file. Default: standard output."),
    ] = None,
    industry: Annotated[
        Lists, typer.Option("--industry", metavar="NAMES", help="Only these industries; top is the 1.")
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="BODY", help="Only what this body owned, led or supported, or does."),
    ] = None,
    ratchet: Annotated[
        bool,
        typer.Option(
            "--ratchet",
            help="Exit with 1 if anything slipped, was weakened or dropped without a new entry under "
            "revisions that names it.",
        ),
    ] = False,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Compare what could be read, even with errors; exit code 1.")
    ] = False,
    own_dates: Annotated[
        bool,
        typer.Option(
            "--own-dates",
            help="Each version as of its own data date, so that what fell due in between shows.",
        ),
    ] = False,
    as_of: AsOf = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Say what changed between two versions of a roadmap: slipped, weakened, dropped, added, renamed.

    \b
    Examples:
      carbonroad diff HEAD                             what is not committed yet
      carbonroad diff HEAD~3                           since three commits ago
      carbonroad diff v1.2 HEAD --roadmap roadmaps/china
      carbonroad diff old/china new/china --lang zh
      carbonroad diff origin/main --format md -o changes.md --ratchet      for a pull request
      carbonroad diff HEAD~1 --format json

    Both versions are compared as of the later one's data date, so that time that passed is no change.
    A later version with errors is refused, unless --keep-going is given; of an earlier one what can be
    read is compared.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del debug  # seen to where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    check_word(console, "--format", form, _FORMATS)
    check_output(console, output, "changes.md")
    if own_dates and as_of is not None:
        console.refuse(say("--own-dates and --as-of exclude each other."), say("leave out one of the two"))
    from carbonroad.cli.comparing.compared import Wanted, compared
    from carbonroad.cli.comparing.written import written

    wanted = Wanted(old, new, roadmap, industry, owner, data_date(as_of), own_dates, keep_going)
    found = compared(console, wanted)
    deliver(console, written(console, found, form, lang or "en", to_file=output is not None), output)
    code = _ratchet(console, found) if ratchet else CLEAN
    raise typer.Exit(FINDINGS if found.damaged else code)


def _ratchet(console: Console, found: "Compared") -> int:
    """Name what needs an entry, with the lines to paste."""
    needs = found.needs
    if not needs:
        return CLEAN
    console.verdict(
        say_count(
            "error: {n} change takes something back, and no new entry under revisions names it.",
            "error: {n} changes take something back, and no new entry under revisions names them.",
            len(needs),
        )
    )
    console.verdict(say("help: add to the files, and fill in:"))
    for line in found.entries_to_add():
        console.verdict(line)
    return FINDINGS
