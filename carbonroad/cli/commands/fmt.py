"""`carbonroad fmt`: files in canonical order and spacing."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import all_of, say, say_count
from carbonroad.base.texts.visible import visible
from carbonroad.cli.codes import CLEAN, FINDINGS, USAGE
from carbonroad.cli.console import Console, complain
from carbonroad.cli.language import spoken
from carbonroad.cli.options.common import Colour, ColourOption, Debug, Language, Paths, Quiet, Verbose
from carbonroad.cli.results.differences import show_difference
from carbonroad.cli.roadmaps.choosing import STANDARD_INPUT, roadmaps_named
from carbonroad.cli.roadmaps.piped import PIPED, read_piped

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.read.vocabulary.shape import Shape
    from carbonroad.source.text import SourceText


class Keys(StrEnum):
    """The languages that keys have names in."""

    en = "en"
    zh = "zh"


class Mode(NamedTuple):
    """What is done with a file that is not in canonical form: written, unless one of these is asked for."""

    check: bool
    diff: bool
    keys: str


class Tally(NamedTuple):
    """How many files changed or would change, stayed, and could not be formatted."""

    changed: int = 0
    kept: int = 0
    refused: int = 0


def fmt(
    paths: Paths = None,
    keys: Annotated[
        Keys | None, typer.Option("--keys", help="Write keys by their English or Chinese names.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; list the files that would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Put roadmap files in canonical order and spacing; comments, quotes and the meaning stay.

    \b
    Examples:
      carbonroad fmt
      carbonroad fmt roadmaps/china/steel.yaml --diff
      carbonroad fmt --check
      carbonroad fmt --keys zh
      carbonroad fmt - < steel.yaml

    \b
    Exit codes: 0 all is in canonical form, 1 --check or --diff found a file that is not,
    2 wrong call, or a file with errors, which stays as it is.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del lang, debug  # are seen to where a call begins and where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    mode = Mode(check, diff, "" if keys is None else keys.value)
    if STANDARD_INPUT in (paths or []):
        if len(paths or []) > 1:
            console.refuse(
                say("Standard input is formatted by itself."), say("leave out the other paths, or -")
            )
        tally = _piped(console, mode)
    else:
        tally = _files(console, list(paths or []), mode)
    code = USAGE if tally.refused else FINDINGS if tally.changed and (check or diff) else CLEAN
    raise typer.Exit(code)


def _files(console: Console, paths: list[str], mode: Mode) -> Tally:
    from carbonroad.cli.ending import end_cleanly
    from carbonroad.source.text import read

    end_cleanly()
    tally = Tally()
    for one in roadmaps_named(console, paths):
        folder = one.folder
        every = (*((folder.top,) if folder.top is not None else ()), *folder.files.values())
        for path in one.only or every:
            console.progress(say("formatting {path}", path=path))
            tally = _one(console, read(path), _shape(path == folder.top, folder.top is None), mode, tally)
    console.note(say("{counts}.", counts=all_of(list(_counts(tally, written=not (mode.check or mode.diff))))))
    return tally


def _counts(tally: Tally, *, written: bool) -> Iterator[str]:
    changed, kept, refused = tally
    if changed and written:
        yield say_count("{n} file formatted", "{n} files formatted", changed)
    elif changed:
        yield say_count("{n} file would be formatted", "{n} files would be formatted", changed)
    if kept:
        yield say_count("{n} file is as it should be", "{n} files are as they should be", kept)
    if refused:
        yield say_count("{n} file cannot be formatted", "{n} files cannot be formatted", refused)


def _shape(top: bool, alone: bool) -> "Shape":
    """The map at the root of a file."""
    from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, LONE_FILE, TOP_FILE

    return TOP_FILE if top else LONE_FILE if alone else INDUSTRY_FILE


def _one(console: Console, source: "SourceText | Finding", shape: "Shape", mode: Mode, tally: Tally) -> Tally:
    """Format one file; what it becomes is written, listed or shown."""
    made = _formatted(console, source, shape, mode.keys)
    if made is None:
        return tally._replace(refused=tally.refused + 1)
    old, new = made
    if old.text == new.text:
        return tally._replace(kept=tally.kept + 1)
    if mode.check or mode.diff:
        _show(console, old, new, mode)
        return tally._replace(changed=tally.changed + 1)
    from carbonroad.output import rewrite_file

    problem = rewrite_file(old.path, new.data, old.sha256)
    if problem is not None:
        console.progress("")
        complain(problem.message, problem.help)
        return tally._replace(refused=tally.refused + 1)
    console.note(say("Formatted {path}", path=old.path))
    return tally._replace(changed=tally.changed + 1)


def _formatted(
    console: Console, source: "SourceText | Finding", shape: "Shape", keys: str
) -> "tuple[SourceText, SourceText] | None":
    """A file before and after; None, once the reason was given, for one that stays as it is."""
    from carbonroad.formatting.text import Unformatted, formatted
    from carbonroad.source.text import SourceText

    refused: Unformatted
    if isinstance(source, SourceText):
        made = formatted(source, shape, keys)
        if isinstance(made, str):
            return source, SourceText(source.path, made, bom=source.bom)
        refused = made
    else:
        message = say("{path} was left as it is: {problem}", path=source.span.path, problem=source.message)
        refused = Unformatted(message, source.help)
    console.progress("")
    complain(refused.message, refused.help)
    return None


def _show(console: Console, old: "SourceText", new: "SourceText", mode: Mode) -> None:
    if mode.diff:
        show_difference(console, old, new)
    else:
        console.result(f"{visible(spoken(say('Would format {path}', path=old.path)))}\n")


def _piped(console: Console, mode: Mode) -> Tally:
    """Format standard input; its text goes to standard output, changed or not."""
    from carbonroad.source.text import from_bytes

    source = from_bytes(read_piped(console), PIPED)
    made = _formatted(console, source, _shape(top=False, alone=True), mode.keys)
    if made is None:
        return Tally(refused=1)
    old, new = made
    changed = old.text != new.text
    if not (mode.check or mode.diff):
        console.result(new.data)
    elif changed:
        _show(console, old, new, mode)
    return Tally(changed=int(changed), kept=int(not changed))
