"""From the roadmaps of a call to the files of a run: checked first, then made one after the other."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.cli.codes import CLEAN, FINDINGS
from carbonroad.cli.console import Console
from carbonroad.cli.language import spoken
from carbonroad.cli.roadmaps.choosing import roadmaps_named

if TYPE_CHECKING:
    from carbonroad.batch.store import Store
    from carbonroad.cli.rendering.wanted import Wanted
    from carbonroad.cli.roadmaps.choosing import Chosen
    from carbonroad.output import Writing, Written


class Published(NamedTuple):
    """What a run did.

    Attributes:
        code: The exit code.
        first: The page to open.
        written: What was written.
        warnings: How many warnings there are.
    """

    code: int
    first: str
    written: "Written"
    warnings: int


def publish(console: Console, wanted: "Wanted", kept: "Store | None" = None) -> int:
    """Check roadmaps, render them, write their files and say which to open; return the exit code.

    Args:
        console: Where it is said.
        wanted: What is asked for.
        kept: Remembers pages where nothing else does.
    """
    done = make_pages(console, wanted, kept)
    if not console.quiet:
        page = f"{wanted.output.rstrip('/') or '/'}/{done.first}"
        console.result(spoken(say("Open {page}", page=page)) + "\n")
    return done.code


def make_pages(console: Console, wanted: "Wanted", kept: "Store | None" = None) -> Published:
    """Check roadmaps, render them and write their files; the arguments are those of `publish`.

    Nothing that stands in the output changes before all files are prepared.
    """
    from carbonroad.cli.ending import end_cleanly
    from carbonroad.cli.rendering.printing_press import PrintingPress
    from carbonroad.output import OutputProblem, begin
    from carbonroad.render.faults import RenderFault

    end_cleanly()
    chosen = roadmaps_named(console, wanted.paths)
    if len(chosen) > 1 and any(one.only for one in chosen):
        console.refuse(
            say("Single files were named of more than one roadmap."), say("render one roadmap at a time")
        )
    press = PrintingPress(console, wanted, chosen, kept)
    failing = press.check()
    if wanted.choice.templates is not None:
        look_at_templates(console, wanted.choice.templates)
    begun = begin(wanted.output, console.note)
    if isinstance(begun, OutputProblem):
        console.refuse(begun.message, begun.help)
    with begun as run:
        if run.recovered:
            console.note(run.recovered)
        try:
            number, files = press.run(run)
        except RenderFault as fault:
            console.refuse(fault.message, fault.help)
        if not files:
            console.refuse(say("There is no such document to write."), say("leave out --view or --industry"))
        console.progress(say("writing {n} files", n=number))
        written = _finish(console, wanted, chosen, run)
    press.remember()
    return Published(FINDINGS if failing else CLEAN, _first(files), written, press.warnings)


def _finish(console: Console, wanted: "Wanted", chosen: "list[Chosen]", run: "Writing") -> "Written":
    """Move everything into place, and say what was done."""
    from carbonroad.output import OutputProblem
    from carbonroad.render.formats import ALL, USUAL

    choice = wanted.choice
    limited = (
        choice.views
        or choice.industries
        or wanted.languages
        or wanted.asked.owner
        or any(c.only for c in chosen)
    )
    whole = not limited and set(USUAL) <= set(choice.formats)
    done = run.finish(prune=whole, keep=tuple(f".{form.name}" for form in ALL if form.stays))
    if isinstance(done, OutputProblem):
        console.refuse(done.message, done.help)
    _tell(console, wanted.output, done)
    return done


def _tell(console: Console, output: str, done: "Written") -> None:
    for path in done.kept:
        console.note(
            say("Kept {path}: it is no longer made, but someone has changed it.", path=f"{output}/{path}")
        )
    console.detail(
        say(
            "{written} files written, {unchanged} unchanged, {removed} removed",
            written=len(done.written),
            unchanged=done.unchanged,
            removed=len(done.removed),
        )
    )


def look_at_templates(console: Console, folder: str) -> None:
    """Refuse a folder that is not there; say which of its files nothing reads."""
    from carbonroad.render.templates.own_templates import unknown_files
    from carbonroad.render.templates.shipped import template_names

    if not Path(folder).is_dir():
        console.refuse(
            say("--templates: {folder} is no folder.", folder=folder or '""'),
            say("name the folder of your templates"),
        )
    for name, meant in unknown_files(folder, template_names()):
        hint = (
            say('did you mean "{close}"?', close=meant)
            if meant
            else say("docs/templates.md lists the names.")
        )
        console.note(
            say(
                "warning: {file} is no template that anything uses; {hint}",
                file=Path(folder) / name,
                hint=hint,
            )
        )


def _first(paths: Sequence[str]) -> str:
    """The file to open: the overview or list as HTML, else the first page, else a book, else a picture."""
    from carbonroad.render.formats import ALL

    for form in sorted(ALL, key=lambda one: (one.name != "html", one.media.startswith("image/"))):
        pages = [path for path in paths if path.endswith(f".{form.name}")]
        if pages:
            index = f"index.{form.name}"
            return index if index in pages else pages[0]
    return paths[0]
