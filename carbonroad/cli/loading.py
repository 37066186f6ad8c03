"""The roadmaps of a call, loaded, and what is reported of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from carbonroad.base.said import say
from carbonroad.cli.choosing import STANDARD_INPUT, Chosen, choose
from carbonroad.cli.console import Console
from carbonroad.cli.piped import PIPED, read_piped
from carbonroad.source.folder import NoRoadmap

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.project import Checked, Checks
    from carbonroad.report.results import Results
    from carbonroad.source.text import SourceText

_NO_TEXTS: "Mapping[str, SourceText]" = {}


class Call(NamedTuple):
    """What every load of a run has in common."""

    as_of: date | None
    today: date
    checks: "Checks"


class Loaded(NamedTuple):
    """One roadmap as loaded.

    Attributes:
        call: How it is loaded.
        chosen: Where it is; None for standard input.
        data: Standard input's bytes.
        project: What was found in it.
    """

    call: Call
    chosen: Chosen | None
    data: bytes
    project: "Checked"

    @property
    def only(self) -> tuple[str, ...]:
        """The files that findings are limited to; empty for all."""
        return self.chosen.only if self.chosen is not None else ()

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """Those that count and were asked for."""
        return tuple(finding for finding in self.project.findings if self.concerns(finding))

    @property
    def suppressed(self) -> "tuple[Finding, ...]":
        """Those that do not count and were asked for."""
        return tuple(finding for finding in self.project.suppressed if self.concerns(finding))

    def concerns(self, finding: "Finding") -> bool:
        """Whether a finding is about what was asked for: a baseline that cannot be used is about all."""
        return not self.only or finding.span.path in self.only or finding.name == "unreadable-baseline"

    def again(self, texts: "Mapping[str, SourceText]" = _NO_TEXTS) -> "Loaded":
        """Load it anew, with texts that stand for what is on disk."""
        if self.chosen is None:
            data = texts[PIPED].data if PIPED in texts else self.data
            return _load_piped(self.call, data)
        return _load_chosen(self.call, self.chosen, texts)


def load_all(console: Console, paths: Sequence[str], call: Call) -> list[Loaded]:
    """Load what the paths name."""
    piped = STANDARD_INPUT in paths
    rest = [path for path in paths if path != STANDARD_INPUT]
    chosen = [] if piped and not rest else choose(rest)
    if isinstance(chosen, NoRoadmap):
        console.refuse(chosen.message, chosen.help)
    loaded: list[Loaded] = []
    for number, one in enumerate(chosen, 1):
        console.progress(
            say("reading {name} ({number} of {all})", name=one.folder.name, number=number, all=len(chosen))
        )
        loaded.append(_load_chosen(call, one, {}))
        checked = loaded[-1].project
        console.detail(
            say(
                "{folder}: {files} files, {items} items, as of {day}",
                folder=one.folder.path or ".",
                files=one.files,
                items=checked.items,
                day=checked.as_of,
            )
        )
    if piped:
        loaded.append(_load_piped(call, read_piped(console)))
    return loaded


def results_of(loaded: Sequence[Loaded]) -> "Results":
    """Return what is reported of roadmaps."""
    from carbonroad.report.results import Results

    texts: dict[str, Checked] = {}
    for one in loaded:
        texts.update(dict.fromkeys((*one.project.paths, *one.project.beside), one.project))
    return Results(
        tuple(finding for one in loaded for finding in one.findings),
        tuple(path for one in loaded for path in one.only or one.project.paths),
        lambda path: texts[path].text(path) if path in texts else None,
        tuple(finding for one in loaded for finding in one.suppressed),
    )


def _load_chosen(call: Call, chosen: Chosen, texts: "Mapping[str, SourceText]") -> Loaded:
    from carbonroad.project import load

    return Loaded(
        call, chosen, b"", load(chosen.folder, call.as_of, call.today, call.checks, texts).checked()
    )


def _load_piped(call: Call, data: bytes) -> Loaded:
    from carbonroad.project import load_text

    return Loaded(call, None, data, load_text(data, PIPED, call.as_of, call.today, call.checks).checked())
