"""What `export` is asked for, held against the formats and the roadmaps, and delivered."""

from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from carbonroad import __version__
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.delivering import deliver
from carbonroad.cli.language import words
from carbonroad.cli.options.calendar import alarms_of
from carbonroad.cli.options.lists import Lists, check_word, read_list
from carbonroad.cli.rendering.ready import FOLDER_TO_WRITE_TO, load_ready, one_named
from carbonroad.export import BY_ENDING, BY_NAME, Exported, Format, Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.cli.rendering.ready import Ready
    from carbonroad.link.system import System

_OPTION_OF = {
    "tables": "--table",
    "parts": "--industry",
    "owner": "--owner",
    "todo": "--as",
    "alarms": "--alarm",
    "per_owner": "--per",
}

_OFFICE = frozenset(("xlsx", "xlsm", "xls", "ods", "docx", "doc", "odt", "mpp", "pdf"))
"""Endings whose programs open their own format and nothing else."""


class Calendar(NamedTuple):
    """What is asked of a calendar, as typed."""

    entries: str | None = None
    alarm: str | None = None
    per: str | None = None


class Asked(NamedTuple):
    """What `export` is asked for, as typed."""

    paths: list[str]
    to: str | None
    output: str | None
    table: Lists
    industry: Lists
    owner: str | None
    as_of: date | None
    calendar: Calendar = Calendar()

    @property
    def named(self) -> dict[str, object]:
        """What is asked for, by the names of `Options`."""
        entries, alarm, per = self.calendar
        calendar = {"todo": entries, "alarms": alarm, "per_owner": per}
        return {"tables": self.table, "parts": self.industry, "owner": self.owner, **calendar}


def export_all(console: Console, asked: Asked) -> None:
    """Write the roadmaps in one format; what cannot be meant ends the run."""
    form = _format(console, asked)
    for name, value in asked.named.items():
        if value is not None and name not in form.heeds:
            known = ", ".join(other.name for other in BY_NAME.values() if name in other.heeds)
            console.refuse(
                say("{option} says nothing to {format}.", option=_OPTION_OF[name], format=form.name),
                say("it is for {names}", names=known),
            )
    if form.extra:
        from carbonroad.cli.options.extras import need

        need(console, form.extra)
    options = _options(console, form, asked)
    if asked.output is None:
        _check_stream(console, form, options)
    ready = load_ready(console, asked.paths, asked.as_of, below=asked.output is not None)
    if asked.output is None:
        one_named(console, [one.project.folder for one in ready], FOLDER_TO_WRITE_TO)
    place = _place(console, asked, several=len(ready) > 1 or _makes_several(form, options))
    deliver(console, _made(console, form, asked, options, ready), place)


def _format(console: Console, asked: Asked) -> Format:
    """The format that is named, else the one that the file's name ends in."""
    ending = "" if asked.output is None or _is_folder(asked.output) else _ending(asked.output)
    if asked.to is None:
        return _format_of_ending(console, asked.output or "", ending)
    if asked.to not in BY_NAME:
        console.refuse(
            say('"{name}" is not a format.', name=asked.to),
            say("the formats are {names}", names=", ".join(BY_NAME)),
        )
    if ending != asked.to and ending in _OFFICE:
        console.refuse(
            say(
                "{file} would hold {format}, and no program would open it.",
                file=asked.output,
                format=asked.to,
            ),
            say("write --to {ending}, or another name", ending=ending)
            if ending in BY_NAME
            else say(
                "write such as {example}", example=f"-o roadmap.{(*BY_NAME[asked.to].endings, asked.to)[0]}"
            ),
        )
    return BY_NAME[asked.to]


def _format_of_ending(console: Console, output: str, ending: str) -> Format:
    """What a file's ending says; JSON where it has none."""
    if not ending:
        return BY_NAME["json"]
    if ending not in BY_ENDING:
        from carbonroad.cli.rendering.keeping import kept_from

        console.refuse(
            *kept_from(output)
            or (
                say("The ending of {file} says no format.", file=output),
                say("name one with --to: {names}", names=", ".join(BY_NAME)),
            )
        )
    return BY_ENDING[ending]


def _ending(output: str) -> str:
    return PurePath(output).suffix.lower().lstrip(".")


def _is_folder(output: str) -> bool:
    return output.endswith(("/", "\\")) or Path(output).is_dir()


def _options(console: Console, form: Format, asked: Asked) -> Options:
    """What does not depend on the roadmap."""
    calendar = asked.calendar
    return Options(
        tables=_tables(console, form, asked.table),
        todo=calendar.entries == "todo",
        alarms=alarms_of(console, calendar.alarm),
        per_owner=calendar.per is not None,
    )


def _tables(console: Console, form: Format, asked: Lists) -> tuple[str, ...]:
    """The tables named, by key or by the name of their sheet."""
    from carbonroad.read.columns import TABLES

    known = [sheet for sheet in TABLES if not form.tables or sheet.key in form.tables]
    names: dict[str, str] = {}
    for sheet in known:
        for name in (sheet.key, sheet.english, sheet.chinese):
            names.setdefault(name.casefold(), sheet.key)
    wanted = read_list(console, "--table", asked)
    for name in wanted:
        if name.casefold() not in names:
            check_word(console, "--table", name, [sheet.key for sheet in known])
    return tuple(dict.fromkeys(names[name.casefold()] for name in wanted))


def _makes_several(form: Format, options: Options) -> bool:
    """Whether one roadmap is several files."""
    return options.per_owner or (form.many and len(options.tables) != 1)


def _check_stream(console: Console, form: Format, options: Options) -> None:
    """Refuse what standard output cannot hold."""
    if _makes_several(form, options):
        console.refuse(
            say("{format} is several files.", format=form.name),
            say("name a folder with -o, or one table with --table")
            if "tables" in form.heeds
            else say("name a folder with -o"),
        )
    if form.binary and console.terminal:
        console.refuse(
            say("{format} is not text, and would upset the terminal.", format=form.name),
            say("write such as {example}", example=f"-o roadmap.{form.name}"),
        )


def _made(
    console: Console, form: Format, asked: Asked, options: Options, ready: "Sequence[Ready]"
) -> dict[str, bytes]:
    """Every file's bytes; several roadmaps whose formats make several files have a folder each."""
    from carbonroad.source.folder import page_folders

    made: dict[str, bytes] = {}
    check_industries(console, asked.industry, [one.project.system for one in ready])
    for one, name in zip(ready, page_folders([one.project.folder for one in ready]), strict=True):
        system = one.project.system if len(ready) == 1 else one.project.system._replace(name=name)
        limited = options._replace(
            parts=_parts(asked.industry, system) or one.parts, owner=_owner(console, asked, system)
        )
        lang = words().tag or system.languages[0]
        exported = Exported(system, one.project.facts, __version__, lang, limited)
        files = form.write(exported)
        for note in form.notes(exported):
            console.note(note)
        below = f"{name}/" if _makes_several(form, options) and len(ready) > 1 else ""
        made |= {f"{below}{file}": data for file, data in files.items()}
    return made


def check_industries(console: Console, asked: Lists, systems: "Sequence[System]") -> None:
    """Refuse names that no part of any roadmap has."""
    known = {part.id: None for system in systems for part in system.parts}
    names = {name for system in systems for name in _part_names(system)}
    for name in read_list(console, "--industry", asked):
        if name.casefold() not in names:
            check_word(console, "--industry", name, list(known))


def _parts(asked: Lists, system: "System") -> tuple[str, ...]:
    """The parts named, by id or title."""
    names = _part_names(system)
    typed = (word for several in asked or () for word in several.replace("，", ",").split(","))
    wanted = {word.strip().casefold() for word in typed}
    named = {names[name] for name in wanted if name in names}
    return tuple(part.id for part in system.parts if part.id in named)


def _part_names(system: "System") -> dict[str, str]:
    found: dict[str, str] = {}
    for part in system.parts:
        for name in (part.id, *(title for _, title in part.title.entries)):
            found.setdefault(name.casefold(), part.id)
    return found


def _owner(console: Console, asked: Asked, system: "System") -> str:
    if asked.owner is None:
        return ""
    from carbonroad.cli.options.drawing import body_called

    return body_called(console, asked.owner.strip(), system)


def _place(console: Console, asked: Asked, *, several: bool) -> str | None:
    """Where to write; several files only into a folder."""
    output = asked.output
    if output is None or not several:
        return output
    if not _is_folder(output) and _ending(output) in (*BY_ENDING, *_OFFICE):
        console.refuse(
            say("There are several files to write, and {path} is one.", path=output),
            say("name a folder with -o"),
        )
    return output if output.endswith(("/", "\\")) else f"{output}/"
