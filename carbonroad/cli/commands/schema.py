"""`carbonroad schema`: the JSON Schema of the format, for editors."""

from enum import StrEnum
from typing import Annotated

import typer

from carbonroad.cli.console import Console
from carbonroad.cli.options.common import Colour, ColourOption, Debug, Language, Quiet, Verbose
from carbonroad.cli.results.delivering import check_output, write_result


class Kind(StrEnum):
    """What the schema is for."""

    any = "any"
    top = "top"
    industry = "industry"


def schema(
    kind: Annotated[
        Kind,
        typer.Option(
            "--for",
            help="any: every file, also one that stands alone; top: carbonroad.yaml; "
            "industry: the files beside it.",
        ),
    ] = Kind.any,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to a file. Default: standard output."),
    ] = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Write the JSON Schema (draft-07) of the format: editors check and complete files with it.

    \b
    Examples:
      carbonroad schema -o carbonroad.schema.json
      carbonroad schema --for top -o roadmaps/.schema/top.json
      carbonroad schema --for industry -o roadmaps/.schema/industry.json

    \b
    A file names its schema in its first line; carbonroad init writes such lines:
      # yaml-language-server: $schema=.schema/industry.json

    Keys, words and descriptions are in English and Chinese, whatever --lang says.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del lang, debug  # one schema serves both languages; --debug is seen to where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    check_output(console, output, "roadmap.schema.json")
    from carbonroad.schema.json_schema import schema_text

    text = schema_text(kind.value)
    if output is None:
        console.result(text.encode())
    else:
        write_result(console, text, output)
