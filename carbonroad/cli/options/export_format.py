"""The format of `export`: named by `--to`, or by what the file of `-o` ends in."""

from pathlib import Path, PurePath

from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.export import BY_ENDING, BY_NAME, Format

_OFFICE = frozenset(("xlsx", "xlsm", "xls", "ods", "docx", "doc", "odt", "mpp", "pdf"))
"""Endings whose programs open their own format and nothing else."""


def format_named(console: Console, name: str | None, output: str | None) -> Format:
    """Return the format that is named, else the one that the file's name ends in; JSON where neither says."""
    ending = "" if output is None or _is_folder(output) else _ending(output)
    if name is None:
        return _format_of_ending(console, output or "", ending)
    if name not in BY_NAME:
        console.refuse(
            say('"{name}" is not a format.', name=name),
            say("the formats are {names}", names=", ".join(BY_NAME)),
        )
    if ending != name and ending in _OFFICE:
        console.refuse(
            say("{file} would hold {format}, and no program would open it.", file=output, format=name),
            say("write --to {ending}, or another name", ending=ending)
            if ending in BY_NAME
            else say("write such as {example}", example=f"-o roadmap.{(*BY_NAME[name].endings, name)[0]}"),
        )
    return BY_NAME[name]


def _format_of_ending(console: Console, output: str, ending: str) -> Format:
    if not ending:
        return BY_NAME["json"]
    if ending not in BY_ENDING:
        from carbonroad.cli.results.kept_files import kept_from

        console.refuse(
            *kept_from(output)
            or (
                say("The ending of {file} says no format.", file=output),
                say("name one with --to: {names}", names=", ".join(BY_NAME)),
            )
        )
    return BY_ENDING[ending]


def folder_named(console: Console, output: str) -> str:
    """Return the folder that `-o` names, with a slash at its end; where a file is named the run ends."""
    if not _is_folder(output) and _ending(output) in (*BY_ENDING, *_OFFICE):
        console.refuse(
            say("There are several files to write, and {path} is one.", path=output),
            say("name a folder with -o"),
        )
    return output if output.endswith(("/", "\\")) else f"{output}/"


def _ending(output: str) -> str:
    return PurePath(output).suffix.lower().lstrip(".")


def _is_folder(output: str) -> bool:
    return output.endswith(("/", "\\")) or Path(output).is_dir()
