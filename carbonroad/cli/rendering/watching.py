"""`carbonroad render --watch`: the files of a run, made again whenever something is saved."""

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NoReturn

import typer

from carbonroad.base.texts.said import Said, say, say_count
from carbonroad.batch.families import families_of
from carbonroad.batch.store import MemoryStore
from carbonroad.cli.clock import present_day, seconds, time_of_day, today
from carbonroad.cli.codes import FINDINGS
from carbonroad.cli.console import Console
from carbonroad.cli.ending import end_cleanly
from carbonroad.cli.rendering.publishing import make_pages, publish
from carbonroad.cli.roadmaps.choosing import choose
from carbonroad.live.places import Places, places_of
from carbonroad.live.watching import Watch
from carbonroad.render.templates.environment import forget_templates
from carbonroad.source.folder import NoRoadmap

if TYPE_CHECKING:
    from carbonroad.cli.rendering.wanted import Wanted


def publish_again_and_again(console: Console, wanted: "Wanted") -> NoReturn:
    """Publish roadmaps, and again after every change, until ctrl-C.

    A roadmap with errors leaves the pages that stand; what is wrong with the call itself ends the run.

    Raises:
        KeyboardInterrupt: By ctrl-C.
    """
    end_cleanly()
    where = _Where(wanted)
    watch, kept = Watch(where.places, Event(), present_day), MemoryStore()
    try:
        publish(console, wanted, kept)
    except typer.Exit as refused:
        if refused.exit_code != FINDINGS:
            raise
    console.note(say("Watching for changes. Ctrl-C ends it."))
    still = Console("always" if console.error_colour else "never", quiet=True, verbose=console.verbose)
    while watch.wait():
        today.cache_clear()
        forget_templates()
        _publish_once_more(console, still, wanted, kept)
        where.look()
    raise KeyboardInterrupt


def _publish_once_more(console: Console, still: Console, wanted: "Wanted", kept: MemoryStore) -> None:
    """Publish after a change, and say in one line what was done."""
    begun = seconds()
    try:
        done = make_pages(still, wanted, kept)
    except typer.Exit:
        console.note(say("{at} Nothing was rendered; the last pages stay.", at=time_of_day()))
        return
    written = len(done.written.written)
    console.note(
        say(
            "{at} {files} in {seconds} s, {findings}",
            at=time_of_day(),
            files=say_count("{n} file written", "{n} files written", written),
            seconds=f"{seconds() - begun:.1f}",
            findings=_warnings(done.warnings),
        )
    )


def _warnings(number: int) -> Said:
    return say_count("{n} warning", "{n} warnings", number) if number else say("no warnings")


class _Where:
    """Where the changes of a call may come from; looked for again after each of them."""

    def __init__(self, wanted: "Wanted") -> None:
        self._wanted = wanted
        self._places = places_of(wanted.paths, (), None)
        self.look()

    def places(self) -> Places:
        """Return it as it was last."""
        return self._places

    def look(self) -> None:
        """Look for it again; without a roadmap it is where the last one was."""
        wanted = self._wanted
        chosen = choose(wanted.paths)
        if isinstance(chosen, NoRoadmap):
            return
        folders = [one.folder for one in chosen]
        templates, against = wanted.choice.templates, wanted.asked.against
        whole = [templates] if templates is not None else []
        if against is not None and Path(against).is_dir():
            whole.append(against)
        self._places = places_of(wanted.paths, folders, families_of(folders), whole, [wanted.output])
