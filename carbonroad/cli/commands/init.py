"""`carbonroad init`: a roadmap to begin with."""

import os
from pathlib import Path
from typing import Annotated

import typer

from carbonroad.base.texts.said import all_of, say, say_count
from carbonroad.cli.codes import CLEAN
from carbonroad.cli.console import Console
from carbonroad.cli.language import spoken
from carbonroad.cli.options.common import Colour, ColourOption, Debug, Language, Quiet, Verbose
from carbonroad.cli.options.lists import Lists, read_list

Files = dict[Path, str]


def init(
    directory: Annotated[
        str, typer.Argument(metavar="[DIR]", help="The folder of the new roadmap.")
    ] = "roadmaps",
    source: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="NAME", help="Copy a roadmap that comes with the program: china or france."
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help="The roadmap's title, instead of the example's."),
    ] = None,
    industries: Annotated[
        Lists,
        typer.Option(
            "--industries",
            metavar="NAME,...",
            help="Industry files to begin, such as steel,cement, instead of the example's two. Repeatable.",
        ),
    ] = None,
    ci: Annotated[
        Lists,
        typer.Option(
            "--ci",
            metavar="NAME,...",
            help="Write files for checks: github, gitlab, pre-commit. Repeatable. In a folder that holds a "
            "roadmap already, only these and the editor's files are written.",
        ),
    ] = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Start a roadmap: files that validate and render at once, and the settings of editors.

    \b
    Examples:
      carbonroad init                                  an example in roadmaps/
      carbonroad init plans/city --lang zh             in Chinese, in a folder of your choice
      carbonroad init --title "City roadmap" --industries steel,cement
      carbonroad init --from china                     China's roadmap, to look at or to change
      carbonroad init --ci github,pre-commit           with the files for checks

    Nothing is ever overwritten. If the folder holds a roadmap already, nothing is written and the exit
    code is 2. Of the files for editors and checks, one that is there already stays as it is.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del debug  # is seen to where errors end up
    console = Console(color.value, quiet=quiet, verbose=verbose)
    from carbonroad.starting.ci_files import CHECKS

    folder = _folder(console, directory)
    checks = read_list(console, "--ci", ci, CHECKS)
    roadmap = _roadmap(console, folder, source, title, _names(console, industries), lang)
    if _holds(folder, roadmap):
        if not checks:
            console.refuse(
                say("{folder} holds a roadmap already; nothing was written.", folder=_shown(folder)),
                say("name another folder, such as carbonroad init plans/new"),
            )
        console.note(say("{folder} holds a roadmap already; it stays as it is.", folder=_shown(folder)))
        roadmap = {}
    _write(console, roadmap, _companions(folder, checks))
    _tell(console, folder)
    raise typer.Exit(CLEAN)


def _folder(console: Console, directory: str) -> Path:
    if not directory.strip():
        console.refuse(say("An empty path names no folder."), say("write such as carbonroad init roadmaps"))
    folder = Path(os.path.normpath(directory))
    if folder.exists() and not folder.is_dir():
        console.refuse(say("{folder} is a file.", folder=_shown(folder)), say("name a folder"))
    return folder


def _names(console: Console, industries: Lists) -> tuple[str, ...]:
    """The industries asked for; each becomes a file's name and an id."""
    from carbonroad.read.files import RESERVED
    from carbonroad.read.kinds import ID

    names = read_list(console, "--industries", industries)
    for name in names:
        if not ID.fullmatch(name) or name.lower() in {*RESERVED, "carbonroad"}:
            console.refuse(
                say('"{name}" cannot be the name of an industry.', name=name),
                say("use letters, digits, - and _, and no name of the program's own pages"),
            )
    return names


def _roadmap(
    console: Console,
    folder: Path,
    source: str | None,
    title: str | None,
    industries: tuple[str, ...],
    lang: str | None,
) -> Files:
    """The roadmap's own files: an example, or a copy of one that comes with the program."""
    from carbonroad.cli.options.lists import check_word
    from carbonroad.starting.editor_files import with_modeline
    from carbonroad.starting.roadmap_files import example_files, shipped_files, shipped_names

    if source is None:
        chinese = (lang or "").lower().split("-")[0] == "zh"
        texts = example_files("zh" if chinese else "en", (title or "").strip(), industries)
    elif title is not None or industries:
        console.refuse(
            say("--from copies a roadmap as it is; --title and --industries do not go with it."),
            say("leave them out, and change the copy"),
        )
    else:
        check_word(console, "--from", source, shipped_names())
        texts = shipped_files(source)
    return {folder / name: with_modeline(name, text) for name, text in texts.items()}


def _holds(folder: Path, roadmap: Files) -> bool:
    """Whether a folder holds another roadmap than the one to be written.

    A part of that one may stand there: a run that was interrupted wrote it, and this one writes the rest.
    """
    from carbonroad.source.folder import NoRoadmap, find_roadmaps

    if not folder.is_dir():
        return False
    if any(os.path.lexists(path) and not _stands(path, text) for path, text in roadmap.items()):
        return True
    found = find_roadmaps(str(folder))
    if isinstance(found, NoRoadmap):
        return False
    there = {Path(path) for one in found for path in (one.top, *one.files.values()) if path is not None}
    return not there <= set(roadmap)


def _companions(folder: Path, checks: tuple[str, ...]) -> Files:
    """The files for editors, and those for checks that were asked for."""
    from carbonroad.starting.ci_files import ci_files
    from carbonroad.starting.editor_files import schema_files, vscode_files

    root = _root(folder)
    below = Path(os.path.relpath(folder, root)).as_posix()
    roadmaps = [Path(os.path.relpath(one, root)).as_posix() for one in _roadmaps_in(folder)]
    made = [ci_files(check, below, roadmaps) for check in checks]
    files: Files = {}
    if not folder.is_dir() or any(folder.glob("*.y*ml")) or not any(folder.glob("*/*.y*ml")):
        # A folder of several roadmaps has no files that an editor could check by these.
        files |= {folder / path: text for path, text in schema_files().items()}
        made.insert(0, vscode_files(below))
    for texts in made:
        files |= {root / path: text for path, text in texts.items()}
    return files


def _roadmaps_in(folder: Path) -> list[str]:
    """The roadmaps that a folder holds now; itself where one is only to be written."""
    from carbonroad.source.folder import NoRoadmap, find_roadmaps

    found = find_roadmaps(str(folder)) if folder.is_dir() else NoRoadmap("", "")
    return [str(folder)] if isinstance(found, NoRoadmap) else [one.path for one in found]


def _root(folder: Path) -> Path:
    """The project that a folder belongs to: its repository, else the folder of this call, else itself."""
    whole, here = folder.absolute(), Path.cwd()
    for above in (whole, *whole.parents):
        if (above / ".git").exists():
            return Path(os.path.relpath(above)) if here.is_relative_to(above) else above
    return Path() if whole.is_relative_to(here) else folder


def _write(console: Console, roadmap: Files, companions: Files) -> None:
    from carbonroad.cli.ending import end_cleanly
    from carbonroad.cli.results.delivering import write_or_refuse
    from carbonroad.output import clear_remains

    end_cleanly()
    clear_remains({path.parent for path in (roadmap | companions)})
    kept = [path for path, text in companions.items() if os.path.lexists(path) and not _stands(path, text)]
    new = {path: text for path, text in (roadmap | companions).items() if not os.path.lexists(path)}
    for path, text in new.items():
        write_or_refuse(console, str(path), text.encode())
        if not console.quiet:
            console.result(spoken(say("Wrote {path}", path=_shown(path))) + "\n")
    if not new:
        console.note(say("Every file stands there already; nothing was written."))
    if kept:
        names = all_of([_shown(path) for path in kept])
        console.note(
            say_count(
                "Left as it is, because it stands there already: {names}",
                "Left as they are, because they stand there already: {names}",
                len(kept),
                names=names,
            )
        )


def _tell(console: Console, folder: Path) -> None:
    """Say what to do next."""
    if console.quiet:
        return
    where = "" if folder == Path("roadmaps") else f" {_quoted(folder)}"
    head = spoken(say("Next:"))
    console.result(f"\n{head}\n  carbonroad validate{where}\n  carbonroad render{where}\n")


def _stands(path: Path, text: str) -> bool:
    """Whether a file has exactly this text."""
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


def _shown(path: Path) -> str:
    return path.as_posix()


def _quoted(folder: Path) -> str:
    import shlex

    return shlex.quote(str(folder))
