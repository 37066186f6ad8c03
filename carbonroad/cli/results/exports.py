"""What `export` is asked for, held against the formats and the roadmaps, and delivered."""

from datetime import date
from typing import TYPE_CHECKING

from carbonroad import __version__
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.language import words
from carbonroad.cli.options.bodies import body_named
from carbonroad.cli.options.calendar import alarms_of
from carbonroad.cli.options.export_format import folder_named, format_named
from carbonroad.cli.options.industries import limited_to
from carbonroad.cli.options.lists import Lists, check_word, read_list
from carbonroad.cli.results.delivering import deliver
from carbonroad.cli.roadmaps.ready import FOLDER_TO_WRITE_TO, load_ready, one_named
from carbonroad.export import BY_NAME, Exported, Format, Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.cli.roadmaps.ready import Ready

_OPTION_OF = {
    "tables": "--table",
    "parts": "--industry",
    "owner": "--owner",
    "todo": "--as",
    "alarms": "--alarm",
    "per_owner": "--per",
}


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
    form = format_named(console, asked.to, asked.output)
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
    ready = load_ready(console, asked.paths, asked.as_of, piped=True, below=asked.output is not None)
    ready = limited_to(console, asked.industry, ready)
    if asked.output is None:
        one_named(console, [one.project.folder for one in ready], FOLDER_TO_WRITE_TO)
    place = asked.output
    if place is not None and (len(ready) > 1 or _makes_several(form, options)):
        place = folder_named(console, place)
    deliver(console, _made(console, form, asked, options, ready), place)


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
    from carbonroad.read.columns.tables import TABLES

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
    from carbonroad.source.page_folders import page_folders

    made: dict[str, bytes] = {}
    for one, name in zip(ready, page_folders([one.project.folder for one in ready]), strict=True):
        system = one.project.system if len(ready) == 1 else one.project.system._replace(name=name)
        limits = options._replace(parts=one.parts, owner=body_named(console, asked.owner, system))
        lang = words().tag or system.languages[0]
        exported = Exported(system, one.project.facts, __version__, lang, limits)
        files = form.write(exported)
        for note in form.notes(exported):
            console.note(note)
        below = f"{name}/" if _makes_several(form, options) and len(ready) > 1 else ""
        made |= {f"{below}{file}": data for file, data in files.items()}
    return made
