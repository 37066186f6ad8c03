"""`carbonroad validate`: the findings."""

import sys
from contextlib import redirect_stdout
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import typer

from carbonroad.base.said import say
from carbonroad.cli.check_options import (
    MOST,
    BaselineFile,
    Diff,
    FailOn,
    FailOnOption,
    Fix,
    Formats,
    Ignore,
    Most,
    NoBaseline,
    PruneBaseline,
    Select,
    SeverityOf,
    Statistics,
    Unsafe,
    WriteBaseline,
)
from carbonroad.cli.choosing import STANDARD_INPUT
from carbonroad.cli.codes import CLEAN, FINDINGS, USAGE
from carbonroad.cli.console import Console
from carbonroad.cli.formats import Look, read_formats, write_reports
from carbonroad.cli.language import words
from carbonroad.cli.options import (
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

if TYPE_CHECKING:
    from carbonroad.checking.settings import Settings
    from carbonroad.cli.loading import Loaded
    from carbonroad.findings import Severity


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

    @property
    def prints_text(self) -> bool:
        """Whether standard output is for the repaired text of standard input."""
        return self.fix and STANDARD_INPUT in self.paths


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
        fix, unsafe_fixes, diff,
    )  # fmt: skip
    _check(console, asked)
    from carbonroad.cli.rule_options import read_settings

    loaded, complete = _work(console, asked, read_settings(console, select, ignore, severity))
    from carbonroad.cli.loading import results_of

    look = Look(_most(most, loaded), statistics, _lowest(fail_on, loaded), words())
    with redirect_stdout(sys.stderr if asked.prints_text else sys.stdout):
        write_reports(console, results_of(loaded), wanted, look)
    failing = any(_fails(fail_on, one) for one in loaded)
    raise typer.Exit(USAGE if not complete else FINDINGS if failing else CLEAN)


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


def _work(console: Console, asked: _Asked, settings: "Settings") -> "tuple[list[Loaded], bool]":
    """Load, and change what is to be changed.

    Returns:
        The roadmaps as they are then, and whether everything could be written.
    """
    from carbonroad.cli.clock import today
    from carbonroad.cli.loading import Call, load_all
    from carbonroad.project import Checks

    checks = Checks(settings, "" if asked.no_baseline else asked.baseline)
    loaded = load_all(console, asked.paths, Call(asked.as_of, today(), checks))
    if asked.baseline is not None or asked.write_baseline or asked.prune_baseline:
        from carbonroad.cli.baselines import check_file, prune_baselines, write_baselines

        check_file(console, asked.baseline, loaded, write=asked.write_baseline)
        if asked.write_baseline or asked.prune_baseline:
            (write_baselines if asked.write_baseline else prune_baselines)(console, loaded, asked.baseline)
            return [one.again() for one in loaded], True
    if asked.fix or asked.diff:
        from carbonroad.cli.fixing import repair, show_diff

        if asked.diff:
            raise typer.Exit(FINDINGS if show_diff(console, loaded, unsafe=asked.unsafe) else CLEAN)
        return repair(console, loaded, unsafe=asked.unsafe)
    return loaded, True


def _fail_on(asked: FailOn | None, one: "Loaded") -> "Severity | None":
    """From which severity on a roadmap's findings make the run fail; None for never."""
    from carbonroad.findings import Severity

    word = asked.value if asked is not None else one.project.settings.fail_on or FailOn.error.value
    return None if word == FailOn.never.value else Severity(word)


def _fails(asked: FailOn | None, one: "Loaded") -> bool:
    level = _fail_on(asked, one)
    return level is not None and any(finding.severity >= level for finding in one.findings)


def _lowest(asked: FailOn | None, loaded: "list[Loaded]") -> "Severity":
    """The lowest of the roadmaps' levels, for reports that say what has failed."""
    from carbonroad.findings import Severity

    return min((level for one in loaded if (level := _fail_on(asked, one))), default=Severity.error)


def _most(asked: int | None, loaded: "list[Loaded]") -> int:
    """How many findings to show: as asked, else the most that a roadmap says; 0 is all."""
    if asked is not None:
        return asked
    said = [one.project.settings.most for one in loaded if one.project.settings.most is not None]
    return 0 if 0 in said else max(said, default=MOST)
