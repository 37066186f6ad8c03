"""Results to standard output, to a file, or to files in a folder."""

from collections.abc import Mapping
from pathlib import Path

from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console


def check_output(console: Console, output: str | None, example: str) -> None:
    """Refuse `-o` without a name, before any work is done."""
    if output == "":
        console.refuse(
            say("-o names no file."), say("write such as {example}, or leave it out", example=f"-o {example}")
        )


def deliver(console: Console, made: Mapping[str, str | bytes], output: str | None) -> None:
    """Write what was made: several files only into a folder.

    Args:
        console: Where it is said.
        made: File name → text or bytes.
        output: What `-o` names; None for standard output.
    """
    if output is None:
        for name, data in made.items():
            # Markdown is a file, wherever it goes: the terminal's encoding would make another one of it.
            console.result(_encoded(data) if name.endswith(".md") else data)
        return
    into = len(made) > 1 or output.endswith(("/", "\\")) or Path(output).is_dir()
    for name, data in made.items():
        write_result(console, data, str(Path(output) / name) if into else output)


def write_result(console: Console, data: str | bytes, path: str) -> None:
    """Write one file and say so; neither a roadmap's file nor a baseline is ever replaced."""
    from carbonroad.cli.results.kept_files import kept_from

    kept = kept_from(path)
    if kept is not None:
        console.refuse(*kept)
    write_or_refuse(console, path, _encoded(data))
    console.note(say("Wrote {path}", path=path))


def write_or_refuse(console: Console, path: str, data: bytes) -> None:
    """Write one file; one that cannot be written ends the run."""
    from carbonroad.output import write_file

    problem = write_file(path, data)
    if problem is not None:
        console.refuse(problem.message, problem.help)


def _encoded(data: str | bytes) -> bytes:
    return data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
