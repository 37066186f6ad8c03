"""The roadmaps of a call: checked for a report, or loaded one by one for what changes files."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.roadmaps.choosing import STANDARD_INPUT, Chosen, roadmaps_named
from carbonroad.cli.roadmaps.piped import PIPED, read_piped
from carbonroad.cli.roadmaps.ready import tell_read, tell_reading
from carbonroad.cli.validating.found import concerns

if TYPE_CHECKING:
    from carbonroad.batch.call import Call
    from carbonroad.checking.checked import Checked
    from carbonroad.cli.validating.found import Found
    from carbonroad.findings import Finding
    from carbonroad.link.family import Family, Handed
    from carbonroad.source.text import SourceText

_NO_TEXTS: "Mapping[str, SourceText]" = {}
WORTH_REMEMBERING = 60
"""Files from which on it is faster to look for earlier results than to check."""


class Manner(NamedTuple):
    """How roadmaps are checked; it changes how long that takes, and nothing else.

    Attributes:
        jobs: How many processes; None for as many as are worth it.
        remember: Whether results of earlier runs are used and kept.
    """

    jobs: int | None = None
    remember: bool = True


class Loaded(NamedTuple):
    """One roadmap as loaded.

    Attributes:
        call: How it is loaded.
        chosen: Where it is; None for standard input.
        data: Standard input's bytes.
        family: Its relatives.
        project: What was found in it.
    """

    call: "Call"
    chosen: Chosen | None
    data: bytes
    family: "Family"
    project: "Checked"

    @property
    def only(self) -> tuple[str, ...]:
        """The files that findings are limited to; empty for all."""
        return self.chosen.only if self.chosen is not None else ()

    def concerns(self, finding: "Finding") -> bool:
        """Whether a finding is about what was asked for."""
        return concerns(finding, self.only)

    def again(self, texts: "Mapping[str, SourceText]" = _NO_TEXTS) -> "Loaded":
        """Load it anew, with texts that stand for what is on disk."""
        if self.chosen is None:
            data = texts[PIPED].data if PIPED in texts else self.data
            return _load_piped(self.call, data)
        return _load_chosen(self.call, self.chosen, self.family, texts)

    def add_to(self, found: "Found") -> None:
        """Give what was found in it to `found`."""
        from carbonroad.batch.outcome import outcome_of

        text = self.project.text(PIPED) if self.chosen is None else None
        found.add(outcome_of(self.project), self.only, text)


def roadmaps_on_disk(console: Console, paths: Sequence[str]) -> list[Chosen]:
    """Return the roadmaps that paths name, none for standard input alone; none at all ends the run."""
    rest = [path for path in paths if path != STANDARD_INPUT]
    return [] if paths and not rest else roadmaps_named(console, rest)


def check_chosen(
    console: Console, chosen: Sequence[Chosen], call: "Call", manner: Manner, found: "Found"
) -> None:
    """Check roadmaps, and give what is found to `found`, in the order of the call."""
    from carbonroad.batch.run import check_all

    store = None
    if sum(one.files for one in chosen) >= WORTH_REMEMBERING:
        from carbonroad.cli.roadmaps.remembering import open_store, tell_without

        store = open_store(console, wanted=manner.remember)
    folders = [one.folder for one in chosen]
    outcomes = check_all(folders, call, store=store, jobs=manner.jobs, tell=console.note)
    for number, (one, outcome) in enumerate(zip(chosen, outcomes, strict=True), 1):
        tell_reading(console, one.folder, number, len(chosen))
        tell_read(console, one, outcome)
        found.add(outcome, one.only)
    if store is not None:
        store.flush()
        if store.problem:
            tell_without(console, store.problem)
        console.detail(
            say(
                "{n:,} of {all:,} roadmaps have not changed since they were last checked",
                n=store.found,
                all=len(chosen),
            )
        )


def load_all(console: Console, chosen: Sequence[Chosen], call: "Call") -> list[Loaded]:
    """Load roadmaps with all that changing their files needs."""
    from carbonroad.batch.families import Tops, families_of

    families, tops = families_of([one.folder for one in chosen]), Tops()
    handed: dict[int, Handed] = {}
    loaded: dict[int, Loaded] = {}
    for index in (index for level in families.levels for index in level):
        tell_reading(console, chosen[index].folder, len(loaded) + 1, len(chosen))
        one = _load_chosen(call, chosen[index], families.family(index, tops, handed), {})
        loaded[index], handed[index] = one, one.project.handed
    return [loaded[index] for index in range(len(chosen))]


def load_piped(console: Console, call: "Call") -> Loaded:
    """Load standard input."""
    return _load_piped(call, read_piped(console))


def _load_chosen(call: "Call", chosen: Chosen, family: "Family", texts: "Mapping[str, SourceText]") -> Loaded:
    from carbonroad.project import load

    project = load(chosen.folder, call.as_of, call.today, call.checks, texts, family)
    return Loaded(call, chosen, b"", family, project.checked())


def _load_piped(call: "Call", data: bytes) -> Loaded:
    from carbonroad.link.family import NO_FAMILY
    from carbonroad.project import load_text

    checked = load_text(data, PIPED, call.as_of, call.today, call.checks).checked()
    return Loaded(call, None, data, NO_FAMILY, checked)
