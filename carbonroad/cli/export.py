"""`carbonroad export`: the data of a roadmap for other programs."""

from typing import Annotated

import typer

from carbonroad import __version__
from carbonroad.base.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.delivering import deliver
from carbonroad.cli.options import AsOf, Colour, ColourOption, Debug, Language, Quiet, Verbose, data_date
from carbonroad.cli.ready import FOLDER_TO_WRITE_TO, load_ready, one_named


def export(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...", help="A roadmap's folder. Default: the nearest roadmap from here upwards."
        ),
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="json.")] = "json",
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to a file; to a folder for several roadmaps. Default: standard output.",
        ),
    ] = None,
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
      carbonroad export roadmaps/china --to json -o china.json
      carbonroad export roadmaps --to json -o data/

    A roadmap with errors is refused: they are shown on standard error, and the exit code is 1.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del lang, debug  # the data holds every language; --debug is seen to where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    if output == "":
        console.refuse(
            say("-o names no file."),
            say("write such as {example}, or leave it out", example="-o roadmap.json"),
        )
    from carbonroad.export import ALL
    from carbonroad.source.folder import page_folders

    formats = {known.name: known for known in ALL}
    if to not in formats:
        console.refuse(
            say('"{name}" is not a format.', name=to),
            say("the formats are {names}", names=", ".join(formats)),
        )
    ready = load_ready(console, list(paths or []), data_date(as_of), below=output is not None)
    if output is None:
        one_named(console, [one.project.folder for one in ready], FOLDER_TO_WRITE_TO)
    made: dict[str, bytes] = {}
    for one, name in zip(ready, page_folders([one.project.folder for one in ready]), strict=True):
        system = one.project.system if len(ready) == 1 else one.project.system._replace(name=name)
        made |= formats[to].write(system, one.project.facts, __version__)
    deliver(console, made, output)
