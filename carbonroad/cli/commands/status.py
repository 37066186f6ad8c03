"""`carbonroad status`: how a roadmap stands, and whether that is good enough."""

from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import all_of, say
from carbonroad.cli.codes import CLEAN, FINDINGS
from carbonroad.cli.console import Console
from carbonroad.cli.options.bodies import body_named
from carbonroad.cli.options.common import AsOf, Colour, ColourOption, Debug, Language, Quiet, data_date
from carbonroad.cli.options.fail_on import WORDS, Failing, day_ahead, failures, read_failing, read_time
from carbonroad.cli.options.industries import limited_to
from carbonroad.cli.options.lists import Lists, check_word
from carbonroad.cli.results.delivering import check_output, deliver
from carbonroad.cli.results.showing import file_name, shown
from carbonroad.cli.roadmaps.ready import FOLDER_TO_WRITE_TO, Ready, load_ready, one_named

if TYPE_CHECKING:
    from carbonroad.base.times.durations import Duration
    from carbonroad.compute.reviews.review import Review
    from carbonroad.link.system import Item

_FORMATS = ("text", "md", "json")


class _Reviewed(NamedTuple):
    """A roadmap with what was asked of it."""

    ready: Ready
    owner: str
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
    check_output(console, output, "status.md")
    failing = read_failing(console, fail_on)
    time = read_time(console, "--within", within)
    several = form != "json" or output is not None
    ready = load_ready(console, list(paths or []), data_date(as_of), piped=True, below=several)
    ready = limited_to(console, industry, ready)
    found = [_review(one, body_named(console, owner, one.project.system), time) for one in ready]
    language = lang or "en"
    if form == "json":
        _write_json(console, found, output)
    else:
        _write_text(console, found, form, language, output, everything=verbose)
    raise typer.Exit(_verdict(console, found, failing))


def _review(ready: Ready, owner: str, time: "Duration") -> _Reviewed:
    """Review what is asked of one roadmap, and look so far ahead."""
    from carbonroad.compute.reviews.review import review
    from carbonroad.views.shared.selection import concerns

    system, facts = ready.project.system, ready.project.facts
    items = [
        item
        for item in system.items.values()
        if item.listed and (not ready.parts or item.part in ready.parts) and concerns(item.parties, owner)
    ]
    return _Reviewed(ready, owner, items, review(system, facts, items, day_ahead(system.as_of, time)))


def _write_json(console: Console, found: list[_Reviewed], output: str | None) -> None:
    """One document a roadmap: of several each in a file of its own."""
    from carbonroad import __version__
    from carbonroad.export.json_document import json_bytes
    from carbonroad.export.json_status import status_json

    if output is None:
        one_named(console, [one.ready.project.folder for one in found], FOLDER_TO_WRITE_TO)
    made: dict[str, str | bytes] = {}
    for one in found:
        limits = (one.ready.parts, one.owner)
        project = one.ready.project
        data = status_json(project.system, project.facts, one.now, one.items, limits, __version__)
        made[f"{one.name}-status.json"] = json_bytes(data)
    deliver(console, made, output)


def _write_text(
    console: Console, found: list[_Reviewed], form: str, lang: str, output: str | None, *, everything: bool
) -> None:
    """One document of all roadmaps."""
    from carbonroad.views.options import Options
    from carbonroad.views.progress.summary import Summary, summary, summary_of_several
    from carbonroad.views.shared.words import Words

    made = [
        Summary(
            Words(one.ready.project.system, one.ready.project.facts, lang, Options(owner=one.owner)),
            one.now,
            one.items,
            one.ready.parts,
            everything,
        )
        for one in found
    ]
    document = summary(made[0]) if len(made) == 1 else summary_of_several(made, lang)
    name = f"{found[0].name}-status" if len(found) == 1 else "status"
    text = shown(console, document, form, to_file=output is not None)
    deliver(console, {file_name(name, form): text}, output)


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
