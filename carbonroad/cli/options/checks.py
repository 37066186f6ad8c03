"""The options of `validate` alone: which findings count, what is accepted, what is repaired, and reports."""

from enum import StrEnum
from typing import Annotated

import typer

from carbonroad.cli.options.lists import Lists
from carbonroad.report import BY_NAME

_WHICH = "Which findings count (also settings of carbonroad.yaml: docs/validating.md)"
_ACCEPTED = "Findings that are accepted for now"
_REPAIRS = "Repairs"
_REPORTS = "Reports"
_WAYS = "How the work is done; the results are the same"
_FORMATS = tuple(BY_NAME)
MOST = 200
"""Findings that are shown where nothing else is said."""


class FailOn(StrEnum):
    """From which severity on a finding makes the run fail."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


Select = Annotated[
    Lists,
    typer.Option(
        "--select",
        metavar="RULES",
        help="Check only these rules: names, codes or beginnings of codes such as CR3, with commas.",
        rich_help_panel=_WHICH,
    ),
]
Ignore = Annotated[
    Lists, typer.Option("--ignore", metavar="RULES", help="Do not check these.", rich_help_panel=_WHICH)
]
SeverityOf = Annotated[
    Lists,
    typer.Option(
        "--severity",
        metavar="RULE=LEVEL",
        help="Let a rule be an error, warning, info, or off.",
        rich_help_panel=_WHICH,
    ),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on", help="Severity from which the exit code is 1. Default: error.", rich_help_panel=_WHICH
    ),
]
BaselineFile = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Findings in FILE do not count. Default: carbonroad-baseline.json beside the roadmap.",
        rich_help_panel=_ACCEPTED,
    ),
]
NoBaseline = Annotated[
    bool, typer.Option("--no-baseline", help="Let these findings count too.", rich_help_panel=_ACCEPTED)
]
WriteBaseline = Annotated[
    bool,
    typer.Option("--write-baseline", help="Put all that is found now in it.", rich_help_panel=_ACCEPTED),
]
PruneBaseline = Annotated[
    bool,
    typer.Option(
        "--prune-baseline", help="Take out of it what is not found any more.", rich_help_panel=_ACCEPTED
    ),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="Repair what can be repaired without a doubt, then report the rest.",
        rich_help_panel=_REPAIRS,
    ),
]
Unsafe = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes",
        help="With --fix or --diff: also repairs that need a look, since something else may be meant.",
        rich_help_panel=_REPAIRS,
    ),
]
Diff = Annotated[
    bool,
    typer.Option(
        "--diff",
        help="Show what --fix would change and write nothing; exit code 1 if it would.",
        rich_help_panel=_REPAIRS,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME[=FILE]",
        help=f"{', '.join(_FORMATS[:-1])} or {_FORMATS[-1]}; to FILE, else to standard output. "
        "Repeatable. Default: full.",
        rich_help_panel=_REPORTS,
    ),
]
Most = Annotated[
    int | None,
    typer.Option(
        "--max-findings",
        metavar="N",
        min=0,
        help=f"How many findings to show; 0 shows all, in full. Default: {MOST}.",
        rich_help_panel=_REPORTS,
    ),
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Count findings by rule.", rich_help_panel=_REPORTS)
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        max=512,
        help="How many processes to use. Default: as many as there are cores, where it is worth it.",
        rich_help_panel=_WAYS,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Check every roadmap anew, also those that have not changed since they were last checked.",
        rich_help_panel=_WAYS,
    ),
]
