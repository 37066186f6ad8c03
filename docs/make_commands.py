"""The page of all commands and options, made from what `--help` says."""

import inspect
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import typer
from typer.main import get_command

from carbonroad.cli.run import COMMANDS, program

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """\
# All commands and options

Made from what `carbonroad --help` and `carbonroad COMMAND --help` say; those show the same in the terminal.
What to do with them: [tutorial.md](tutorial.md), [how-to/](how-to/README.md).

A word in capitals stands for one of yours; what stands in square brackets may be left out; `...` may be
repeated. Options stand anywhere after the command. Exit codes of all commands: 0 done, 1 findings (or what an
option such as `--check` asks about), 2 a call that cannot be carried out, 3 a fault of the program.
"""
_COMMON = "Options of most commands"
_SHARED_BY = 6
"""An option that this many commands describe with the same words stands once, at the end of the page."""

Group = tuple[str, list[tuple[str, str]]]


def commands_page() -> str:
    """Return the page: a list of the commands, each with its options, and the options of most commands."""
    app: Any = get_command(program([]))
    whole = typer.Context(app, info_name="carbonroad", **app.context_settings)
    groups = {
        name: _groups(typer.Context(app.commands[name], parent=whole, info_name=name)) for name in COMMANDS
    }
    counted = Counter(row for held in groups.values() for _, rows in held for row in rows)
    common = [row for row, times in counted.items() if times >= _SHARED_BY]
    parts = [_HEAD.rstrip("\n"), _overview(app)]
    parts += [part for name in COMMANDS for part in _command(app.commands[name], name, groups[name], common)]
    parts += [f"## {_COMMON}", _table(common)]
    return "\n\n".join(parts) + "\n"


def _overview(app: Any) -> str:
    rows = [(f"[{name}](#{name})", _paragraphs(app.commands[name])[0].removesuffix(".")) for name in COMMANDS]
    return "\n".join(["| command | does |", "|---|---|", *(f"| {name} | {does} |" for name, does in rows)])


def _command(command: Any, name: str, groups: list[Group], common: list[tuple[str, str]]) -> "Iterator[str]":
    """What a command does, its examples, its options by group."""
    yield f"## {name}"
    arguments = " ".join(
        param.make_metavar(typer.Context(command)) for param in command.params if _is_argument(param)
    )
    yield f"`carbonroad {name} [OPTIONS]{' ' * bool(arguments)}{arguments}`"
    for paragraph in _paragraphs(command):
        yield f"```text\n{paragraph}\n```" if "\n  " in paragraph else _escaped(paragraph)
    for title, rows in groups:
        own = [row for row in rows if row not in common]
        if own:
            yield f"**{_escaped(title)}**"
            yield _table(own)
    if any(row in common for _, rows in groups for row in rows):
        shared = [row[0].split(",")[-1].split()[0] for _, rows in groups for row in rows if row in common]
        yield f"And, as [most commands](#{_COMMON.lower().replace(' ', '-')}): " + ", ".join(
            f"`{option}`" for option in shared
        )


def _is_argument(param: Any) -> bool:
    return str(param.param_type_name) == "argument"


def _paragraphs(command: Any) -> list[str]:
    """The paragraphs of a command's help; examples keep their lines, all others are one line."""
    text = inspect.cleandoc(command.help or "")
    return [
        paragraph.removeprefix("\b\n").removeprefix("\b").strip("\n")
        if "\b" in paragraph
        else " ".join(paragraph.split())
        for paragraph in re.split(r"\n\n++", text)
    ]


def _groups(context: typer.Context) -> list[Group]:
    """The options of a command in the groups of its help; those without a group come last."""
    held: dict[str, list[tuple[str, str]]] = {}
    for param in context.command.get_params(context):
        record = param.get_help_record(context)
        if record is not None:
            title = getattr(param, "rich_help_panel", None)
            title = title or ("Arguments" if _is_argument(param) else "Options")
            held.setdefault(title, []).append((record[0], " ".join(record[1].split())))
    last = held.pop("Options", [])
    return [*held.items(), ("Options", last)]


def _table(rows: list[tuple[str, str]]) -> str:
    written = (f"| `{_cell(name)}` | {_escaped(_cell(says))} |" for name, says in rows)
    return "\n".join(["| option | meaning |", "|---|---|", *written])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _escaped(text: str) -> str:
    """Text of a help as Markdown shows it: no mark of its own is read as one."""
    return re.sub(r"([<*_\[\]])", r"\\\1", text)
