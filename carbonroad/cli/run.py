"""The commands together, and what becomes of a call that goes wrong."""

import os
import sys
from importlib import import_module
from typing import Annotated

import typer

from carbonroad import __version__
from carbonroad.base.texts.said import say
from carbonroad.cli.codes import CLEAN, INTERNAL, INTERRUPTED, USAGE, Ended
from carbonroad.cli.console import complain, prepare_streams
from carbonroad.cli.language import ask_for
from carbonroad.cli.options.help import Grouped

# typer keeps its own copy of click from some version on; this is the base of its usage errors in all.
_UsageError: type[Exception] = typer.BadParameter.__mro__[2]

COMMANDS = (
    "init",
    "validate",
    "render",
    "show",
    "schedule",
    "status",
    "diff",
    "export",
    "import",
    "fmt",
    "explain",
    "schema",
    "serve",
    "lsp",
)
"""In the order of the help; each is a module of commands/ with a function of its name."""
_MODULES = {"import": "import_"}
"""Modules whose command has a name that Python keeps for itself."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"carbonroad {__version__}")
        raise typer.Exit(CLEAN)


def _carbonroad(
    context: typer.Context,
    _: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Climate roadmaps: written in YAML, checked, and published as timetable, roadmap and drawing.

    \b
    Examples:
      carbonroad init                         start a roadmap in roadmaps/
      carbonroad validate                     check the roadmap here or above
      carbonroad validate roadmaps/china      check one roadmap
      carbonroad render roadmaps/china        write its documents to build/
      carbonroad explain deadline             what a key or a rule means
      carbonroad COMMAND --help               what a command takes
    """  # noqa: D301 - click keeps the lines after this mark as they are
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def program(arguments: list[str]) -> typer.Typer:
    """Return the program with the command that is called, or with all where none is named."""
    app = typer.Typer(
        name="carbonroad",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_carbonroad)
    first = arguments[0] if arguments else ""
    for name in (first,) if first in COMMANDS else COMMANDS:
        module = _MODULES.get(name, name)
        app.command(name, cls=Grouped)(getattr(import_module(f"carbonroad.cli.commands.{module}"), module))
    return app


def run(arguments: list[str]) -> int:
    """Run one call and return its exit code. No mistake of a user ends in a traceback."""
    prepare_streams()
    ask_for(arguments)
    hindrance = _hindrance()
    if hindrance:
        complain(*hindrance)
        return USAGE
    try:
        code = program(arguments)(arguments, prog_name="carbonroad", standalone_mode=False)
    except _UsageError as error:
        from carbonroad.cli.options.usage import explain

        complain(*explain(error, COMMANDS))
        return USAGE
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Ended as ended:
        return ended.code
    except Exception as error:  # noqa: BLE001 - the one place where a fault of the program becomes a code
        return _faulty(error, debug="--debug" in arguments)
    return code if isinstance(code, int) else CLEAN


def _hindrance() -> tuple[str, str] | None:
    """What stands in the way of any run, and the way out."""
    if sys.flags.optimize > 1:
        return (
            say("Python runs without the explanations in programs (-OO), and the rules' pages are such."),
            say("unset PYTHONOPTIMIZE, or leave -OO out"),
        )
    try:
        os.getcwd()  # noqa: PTH109 - pathlib is slow to import
    except FileNotFoundError:
        return say("The folder of this call does not exist any more."), say("go to another folder")
    return None


def _faulty(error: Exception, *, debug: bool) -> int:
    """Say what went wrong: the machine's fault, or the program's own."""
    from carbonroad.cli.ending import explain_machine, named_fault, show_traceback

    if debug:
        show_traceback(error)
    if isinstance(error, SystemError) and "without setting an exception" in str(error):
        error = MemoryError()  # what Python says where it has no memory left to say so
    if isinstance(error, OSError | MemoryError):
        return explain_machine(error)
    if not debug:
        complain(named_fault(error), say("this is a fault of the program; --debug shows where"))
    return INTERNAL
