"""`carbonroad status`: how a roadmap stands, and whether that is good enough."""

from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import all_of, say
from carbonroad.cli.codes import CLEAN, FINDINGS
from carbonroad.cli.console import Console
from carbonroad.cli.delivering import deliver
from carbonroad.cli.failing import WORDS, Failing, day_ahead, failures, read_failing, read_time
from carbonroad.cli.options.common import AsOf, Colour, ColourOption, Debug, Language, Quiet, data_date
from carbonroad.cli.options.drawing import Asked, options_for
from carbonroad.cli.options.lists import Lists, check_word, read_list
from carbonroad.cli.rendering.ready import FOLDER_TO_WRITE_TO, Ready, check_industries, load_ready, one_named
from carbonroad.cli.showing import columns_of

if TYPE_CHECKING:
    from datetime import date

    from carbonroad.compute.reviews.review import Review
    from carbonroad.link.system import Item
    from carbonroad.views.options import Options

_FORMATS = ("text", "md", "json")
_ENDINGS = {"text": "txt", "md": "md", "json": "json"}


class _Reviewed(NamedTuple):
    """A roadmap with what was asked of it."""

    ready: Ready
    options: "Options"
    parts: tuple[str, ...]
    items: "list[Item]"
    now: "Review"

    @property
    def name(self) -> str:
        """The roadmap's."""
        return self.ready.project.system.name


def status(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Roadmap folders, folders of roadmaps, or one file of a roadmap, to which the status is "
            "then limited. Default: the nearest roadmap from here upwards.",
        ),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="text|md|json", help="How to write it.")] = "text",
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write to a file, or a folder. Default: standard output."
        ),
    ] = None,
    industry: Annotated[Lists, typer.Option("--industry", metavar="NAMES", help="Which industries.")] = None,
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="BODY", help="Only what this body owns, leads or supports."),
    ] = None,
    within: Annotated[
        str, typer.Option("--within", metavar="TIME", help="How far ahead is looked: 30d, 6w, 3mo.")
    ] = "90d",
    fail_on: Annotated[
        Lists,
        typer.Option(
            "--fail-on",
            metavar="WORDS",
            help=f"Exit with 1 if there is any: {', '.join(WORDS)}, due:30d.",
        ),
    ] = None,
    as_of: AsOf = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Annotated[
        bool,
        typer.Option("-v", "--verbose", help="Lists in full, what was done, counts by body."),
    ] = False,
    debug: Debug = False,
) -> None:
    """Say how a roadmap stands: what is past due, due next, at risk, not recorded; counts by field and owner.

    \b
    Examples:
      carbonroad status roadmaps/china
      carbonroad status roadmaps/china -v --industry steel,power
      carbonroad status roadmaps/china --owner miit --within 6mo --format md -o miit.md
      carbonroad status roadmaps/china --fail-on late,missed,due:30d      for CI: exit code 1
      carbonroad status roadmaps --format json -o data/

    A roadmap with errors is refused: they are shown on standard error, and the exit code is 1.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del debug  # seen to where errors end up
    console = Console(color.value, quiet=quiet)
    check_word(console, "--format", form, _FORMATS)
    if output == "":
        console.refuse(
            say("-o names no file."), say("write such as {example}, or leave it out", example="-o status.md")
        )
    failing = read_failing(console, fail_on)
    time = read_time(console, "--within", within)
    industries = read_list(console, "--industry", industry)
    several = form != "json" or output is not None
    ready = load_ready(console, list(paths or []), data_date(as_of), piped=True, below=several)
    check_industries(console, ready, industries)
    found = []
    for one in ready:
        options = options_for(console, Asked(None, "phases", "iso", owner, mermaid=False), one.project.system)
        until = day_ahead(one.project.system.as_of, time)
        found.append(_review(one, options, industries or one.parts, until))
    language = lang or "en"
    if form == "json":
        _write_json(console, found, output)
    else:
        _write_text(console, found, form, language, output, everything=verbose)
    raise typer.Exit(_verdict(console, found, failing))


def _review(ready: Ready, options: "Options", parts: tuple[str, ...], until: "date") -> _Reviewed:
    """Review what is asked of one roadmap."""
    from carbonroad.compute.reviews.review import review
    from carbonroad.views.selection import concerns

    system, facts = ready.project.system, ready.project.facts
    items = [
        item
        for item in system.items.values()
        if item.listed and (not parts or item.part in parts) and concerns(item, options.owner)
    ]
    return _Reviewed(ready, options, parts, items, review(system, facts, items, until))


def _write_json(console: Console, found: list[_Reviewed], output: str | None) -> None:
    """One document a roadmap: of several each in a file of its own."""
    from carbonroad import __version__
    from carbonroad.export.json_export import to_bytes
    from carbonroad.export.json_status import status_json

    if output is None:
        one_named(console, [one.ready.project.folder for one in found], FOLDER_TO_WRITE_TO)
    made: dict[str, str | bytes] = {}
    for one in found:
        limits = (one.parts, one.options.owner)
        project = one.ready.project
        data = status_json(project.system, project.facts, one.now, one.items, limits, __version__)
        made[f"{one.name}-status.json"] = to_bytes(data)
    deliver(console, made, output)


def _write_text(
    console: Console, found: list[_Reviewed], form: str, lang: str, output: str | None, *, everything: bool
) -> None:
    """One document of all roadmaps."""
    from carbonroad.views.progress.summary import Summary, summary, summary_of_several
    from carbonroad.views.words import Words

    made = [
        Summary(
            Words(one.ready.project.system, one.ready.project.facts, lang, one.options),
            one.now,
            one.items,
            one.parts,
            everything,
        )
        for one in found
    ]
    document = summary(made[0]) if len(made) == 1 else summary_of_several(made, lang)
    if form == "md":
        from carbonroad.render.markdown.alone import render_markdown_alone

        text = render_markdown_alone(document)
    else:
        from carbonroad.render.terminal.document import render_terminal

        columns = columns_of(console) if output is None else None
        text = render_terminal(document, columns=columns, colour=console.colour and output is None)
    name = f"{found[0].name}-status" if len(found) == 1 else "status"
    deliver(console, {f"{name}.{_ENDINGS[form]}": text}, output)


def _verdict(console: Console, found: list[_Reviewed], failing: tuple[Failing, ...]) -> int:
    """Say what is not good enough, also where little is to be said: it is the reason of the exit code."""
    code = CLEAN
    for one in found:
        project = one.ready.project
        said = failures(failing, project.system, project.facts, one.now)
        if said:
            code = FINDINGS
            console.verdict(say("{roadmap} fails: {reasons}.", roadmap=one.name, reasons=all_of(said)))
    return code
