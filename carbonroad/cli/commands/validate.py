"""`carbonroad validate`: the findings."""

import sys
from contextlib import redirect_stdout
from datetime import date
from typing import TYPE_CHECKING

import typer

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.cli.codes import CLEAN, FINDINGS, USAGE
from carbonroad.cli.console import Console
from carbonroad.cli.language import words
from carbonroad.cli.options.checks import (
    MOST,
    BaselineFile,
    Diff,
    FailOnOption,
    Fix,
    Formats,
    Ignore,
    Jobs,
    Most,
    NoBaseline,
    NoCache,
    PruneBaseline,
    Select,
    SeverityOf,
    Statistics,
    Unsafe,
    WriteBaseline,
)
from carbonroad.cli.options.common import (
    AsOf,
    Colour,
    ColourOption,
    Debug,
    Language,
    Paths,
    Quiet,
    Verbose,
    data_date,
)
from carbonroad.cli.options.formats import Look, read_formats, write_reports
from carbonroad.cli.roadmaps.choosing import STANDARD_INPUT

if TYPE_CHECKING:
    from carbonroad.batch.call import Call
    from carbonroad.checking.settings import Settings
    from carbonroad.cli.roadmaps.choosing import Chosen
    from carbonroad.cli.validating.found import Found
    from carbonroad.cli.validating.loading import Loaded


_APART = (
    ("--fix", "--diff", "--write-baseline", "--prune-baseline"),
    ("--no-baseline", "--write-baseline", "--prune-baseline"),
    ("--no-baseline", "--baseline"),
)
"""Options of which a call may have one."""


class _Asked(NamedTuple):
    """What a call asks for, beside reports."""

    paths: list[str]
    as_of: date | None
    baseline: str | None
    no_baseline: bool
    write_baseline: bool
    prune_baseline: bool
    fix: bool
    unsafe: bool
    diff: bool
    jobs: int | None
    no_cache: bool

    @property
    def changes(self) -> bool:
        """Whether it changes files, or shows how it would."""
        return self.write_baseline or self.prune_baseline or self.fix or self.diff

    @property
    def piped(self) -> bool:
        """Whether standard input is one of the roadmaps."""
        return STANDARD_INPUT in self.paths

    @property
    def prints_text(self) -> bool:
        """Whether standard output is for the repaired text of standard input."""
        return self.fix and self.piped


def validate(
    paths: Paths = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: SeverityOf = None,
    fail_on: FailOnOption = None,
    baseline: BaselineFile = None,
    no_baseline: NoBaseline = False,
    write_baseline: WriteBaseline = False,
    prune_baseline: PruneBaseline = False,
    fix: Fix = False,
    unsafe_fixes: Unsafe = False,
    diff: Diff = False,
    formats: Formats = None,
    most: Most = None,
    statistics: Statistics = False,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    as_of: AsOf = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Check roadmaps and say what is wrong, where, and what to write instead.

    \b
    Examples:
      carbonroad validate                               the roadmap here or above
      carbonroad validate roadmaps/china/steel.yaml     what is found in one file
      carbonroad validate --select CR2,no-owner         some rules only
      carbonroad validate --diff                        what --fix would change
      carbonroad validate --write-baseline              accept what is found today, report what is new
      carbonroad validate --fail-on warning --format concise --format json=findings.json

    \b
    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong call or no roadmap, 3 internal error.
    """  # noqa: D301 - click keeps the lines after this mark as they are
    del debug, lang  # are seen to before the call is read (cli/run.py)
    console = Console(color.value, quiet=quiet, verbose=verbose)
    wanted = read_formats(formats or ["full"])
    if isinstance(wanted, tuple):
        console.refuse(*wanted)
    asked = _Asked(
        list(paths or []), data_date(as_of), baseline, no_baseline, write_baseline, prune_baseline,
        fix, unsafe_fixes, diff, jobs, no_cache,
    )  # fmt: skip
    _check(console, asked)
    from carbonroad.cli.options.rules import read_settings
    from carbonroad.cli.validating.found import Found

    found = Found(fail_on.value if fail_on is not None else "")
    complete = _work(console, asked, read_settings(console, select, ignore, severity), found)
    look = Look(found.most(MOST) if most is None else most, statistics, found.lowest, words())
    with redirect_stdout(sys.stderr if asked.prints_text else sys.stdout):
        write_reports(console, found.results(), wanted, look)
    raise typer.Exit(USAGE if not complete else FINDINGS if found.failing else CLEAN)


def _check(console: Console, asked: _Asked) -> None:
    """Refuse what cannot be meant."""
    options = {
        "--fix": asked.fix,
        "--diff": asked.diff,
        "--baseline": asked.baseline is not None,
        "--no-baseline": asked.no_baseline,
        "--write-baseline": asked.write_baseline,
        "--prune-baseline": asked.prune_baseline,
    }
    for group in _APART:
        given = [name for name in group if options[name]]
        if len(given) > 1:
            console.refuse(
                say("{first} and {second} do not go together.", first=given[0], second=given[1]),
                say("leave one of the two out"),
            )
    if asked.unsafe and not (asked.fix or asked.diff):
        console.refuse(
            say("--unsafe-fixes alone does nothing."),
            say("write --fix --unsafe-fixes or --diff --unsafe-fixes"),
        )
    if asked.prints_text and len(asked.paths) > 1:
        console.refuse(
            say("--fix writes the text of standard input to standard output."),
            say("repair other files in a run of their own"),
        )


def _work(console: Console, asked: _Asked, settings: "Settings", found: "Found") -> bool:
    """Change what is to be changed, then check, and give what is found to `found`.

    Returns:
        Whether everything could be written.
    """
    from carbonroad.batch.call import Call
    from carbonroad.checking.checked import Checks
    from carbonroad.cli.clock import today
    from carbonroad.cli.validating.loading import Manner, check_chosen, load_piped, roadmaps_on_disk

    call = Call(asked.as_of, today(), Checks(settings, "" if asked.no_baseline else asked.baseline))
    chosen = roadmaps_on_disk(console, asked.paths)
    if asked.baseline is not None:
        from carbonroad.cli.validating.baselines import check_file

        check_file(console, asked.baseline, len(chosen) + asked.piped, write=asked.write_baseline)
    complete, piped = _change(console, asked, chosen, call) if asked.changes else (True, None)
    check_chosen(console, chosen, call, Manner(asked.jobs, not asked.no_cache), found)
    if asked.piped:
        (piped or load_piped(console, call)).add_to(found)
    return complete


def _change(
    console: Console, asked: _Asked, chosen: "list[Chosen]", call: "Call"
) -> "tuple[bool, Loaded | None]":
    """Change baselines or files, or only show how.

    Returns:
        Whether everything could be written, and standard input as it is then.
    """
    from carbonroad.cli.validating.loading import load_all, load_piped

    loaded = load_all(console, chosen, call)
    piped = load_piped(console, call) if asked.piped else None
    every = [*loaded, piped] if piped is not None else loaded
    if asked.write_baseline or asked.prune_baseline:
        from carbonroad.cli.validating.baselines import prune_baselines, write_baselines

        (write_baselines if asked.write_baseline else prune_baselines)(console, every, asked.baseline)
        return True, piped.again() if piped is not None else None
    from carbonroad.cli.validating.fixing import repair, show_diff

    if asked.diff:
        raise typer.Exit(FINDINGS if show_diff(console, every, unsafe=asked.unsafe) else CLEAN)
    return repair(console, every, unsafe=asked.unsafe)
