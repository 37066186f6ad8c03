"""`carbonroad lsp`: the language server, which editors start."""

from typing import Annotated

import typer

from carbonroad.cli.console import Console
from carbonroad.cli.options.common import AsOf, Debug, Language, data_date
from carbonroad.cli.options.extras import need


def lsp(
    context: typer.Context,
    as_of: AsOf = None,
    lang: Language = None,
    stdio: Annotated[bool, typer.Option("--stdio", hidden=True)] = False,
    debug: Debug = False,
) -> None:
    """Serve an editor over standard input and output: findings while typing, completion, hover, rename.

    It is an editor that starts this; docs/editors.md says how to set it up. Needs the extra "lsp":
    pip install "carbonroad[lsp]".

    \b
    Examples:
      carbonroad lsp                          in the editor's own language
      carbonroad lsp --lang zh                in Chinese
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del stdio  # there is no other way; many editors say it
    from carbonroad.cli.clock import present_day

    present_day()  # a fixed day that is none is refused before the editor waits for an answer
    need(Console(), "lsp")
    from carbonroad.lsp.settings import Start
    from carbonroad.lsp.start import serve

    given = context.get_parameter_source("lang")
    told = given is not None and given.name == "COMMANDLINE"
    start = Start(
        present_day,
        lang=(lang or "") if told else "",
        usual_lang="" if told else lang or "",
        as_of=data_date(as_of),
        debug=debug,
    )
    raise typer.Exit(serve(start))
