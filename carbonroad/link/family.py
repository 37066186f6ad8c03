"""What passes between roadmaps of one run: parents' declarations downwards, children's targets upwards."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, cast

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import as_id
from carbonroad.findings import Finding
from carbonroad.model.items import Indicator
from carbonroad.model.roadmap import Organisation, Phase, PolicyDocument, RoadmapFile

_NOTHING: Mapping[str, int] = MappingProxyType({})
Plain = str | int | float | bool | None | Sequence["Plain"]


class HandedTarget(NamedTuple):
    """A child's target that counts for an indicator of its parent.

    Bounds are exact numbers as `Fraction` writes them; None where open.

    Attributes:
        indicator: The parent's indicator, by its local id.
        ref: The child's own, by its qualified id.
        unit: The child's unit as written.
        year: The last year of the target's time.
        length: How many years it stands for.
        words: The value as typed.
        kind: How the value speaks: `exact`, `at-least`, `range` …
        strive: Whether it is only striven for.
        measure: What its bounds count: `level`, `percent`, `points`, `units`, `multiple`.
        base: What a change is measured against: a year, or words; empty for a level.
        low: Its lower bound.
        high: Its upper bound.
        direction: 1 for a rise, -1 for a fall, 0 for a level.
        level_low: The lower bound as a level; None where open or not known.
        level_high: The upper bound, likewise.
        path: The file it stands in, and from where to where.
        start: Offset of its first character.
        end: Offset after its last.
    """

    indicator: str
    ref: str
    unit: str
    year: int
    length: int
    words: str
    kind: str
    strive: bool
    measure: str
    base: str
    low: str | None
    high: str | None
    direction: int
    level_low: str | None
    level_high: str | None
    path: str
    start: int
    end: int


class HandedLevel(NamedTuple):
    """A child's level of an indicator that weighs its targets: measured, else a target of one number.

    `number` is exact, as `Fraction` writes it.
    """

    indicator: str
    unit: str
    year: int
    measured: bool
    number: str


class Handed(NamedTuple):
    """What a roadmap hands to its parent; nothing in it but text, numbers and tuples.

    Attributes:
        name: The roadmap's name.
        path: Its top file, as findings name it.
        title: (BCP 47 tag, words) as written.
        complete: Whether all its files could be read: else a target may have been lost.
        targets: Those that count for indicators that its parent allocates, in the order of its files.
        levels: What they may be weighted with.
        declared: Where it declares an indicator that its parent allocates: its id, and the place.
        borrowed: What of its parent's declarations it names, or its own children: `organisations[mee]` …
    """

    name: str = ""
    path: str = ""
    title: tuple[tuple[str, str], ...] = ()
    complete: bool = True
    targets: tuple[HandedTarget, ...] = ()
    levels: tuple[HandedLevel, ...] = ()
    declared: tuple[tuple[str, str, int, int], ...] = ()
    borrowed: tuple[str, ...] = ()


class Family(NamedTuple):
    """A roadmap's relatives.

    Attributes:
        ancestors: Top files as read of the parent, its parent and so on, nearest first.
        children: What those of its children that are in the run hand to it, by name.
        names: What the ancestors are called.
        digests: The SHA-256 of their top files.
        absent: Children that lie beside and are not in the run.
        lost: Whether an ancestor is missing or unread: what it declares is not known.
        problems: What is wrong with the name of the parent, for the roadmap's own findings.
    """

    ancestors: tuple[RoadmapFile, ...] = ()
    children: tuple[Handed, ...] = ()
    names: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    lost: bool = False
    problems: tuple[Finding, ...] = ()


NO_FAMILY = Family()


class Heritage(NamedTuple):
    """What ancestors declare and no nearer roadmap does.

    Attributes:
        names: The ancestors, nearest first.
        organisations: Those inherited.
        documents: The sources inherited.
        phases: Those inherited; none in years that a nearer roadmap's own phases cover.
        indicators: Those inherited, by id.
        bodies: By the id of an inherited organisation, how many generations above it was declared.
        papers: The same of sources.
        lost: Whether more may be declared above, which could not be read.
    """

    names: tuple[str, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    documents: tuple[PolicyDocument, ...] = ()
    phases: tuple[Phase, ...] = ()
    indicators: Mapping[str, tuple[int, Indicator]] = MappingProxyType({})
    bodies: Mapping[str, int] = _NOTHING
    papers: Mapping[str, int] = _NOTHING
    lost: bool = False

    def indicator(self, text: str) -> str | None:
        """Return the id of the inherited indicator that a reference means: bare, or behind its roadmap."""
        name = as_id(text)
        found = self.indicators.get(name)
        if found is not None:
            return name
        home, dot, ident = name.rpartition(".")
        found = self.indicators.get(ident) if dot else None
        return ident if found is not None and self.names[found[0] - 1].endswith(home) else None


NO_HERITAGE = Heritage()


def nearest(names: Mapping[str, list[str]], generations: Mapping[str, int]) -> dict[str, list[str]]:
    """Return names with those of their bearers that are of the nearest generation; own ones have none."""
    found = {}
    for name, bearers in names.items():
        least = min(generations.get(one, 0) for one in bearers)
        found[name] = [one for one in bearers if generations.get(one, 0) == least]
    return found


def as_plain(handed: Handed) -> Plain:
    """Return what is handed as lists, for marshal and JSON."""
    return _plain(handed)


def _plain(value: object) -> Plain:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(value)


def from_plain(values: Sequence[object]) -> Handed:
    """Return what `as_plain` made lists of; raises TypeError or ValueError for what it did not make."""
    name, path, title, complete, targets, levels, declared, borrowed = cast("Sequence[Any]", values)
    return Handed(
        name,
        path,
        tuple(tuple(one) for one in title),
        complete,
        tuple(HandedTarget(*one) for one in targets),
        tuple(HandedLevel(*one) for one in levels),
        tuple(tuple(one) for one in declared),
        tuple(borrowed),
    )
