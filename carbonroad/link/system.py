"""The linked system: every reference resolved, every deadline dated, every duty inherited."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.durations import Duration
from carbonroad.findings import Span
from carbonroad.link.family import NO_FAMILY, Family
from carbonroad.model.items import Indicator, Measure, Milestone, Target, Work
from carbonroad.model.place import Place
from carbonroad.model.roadmap import Organisation, Part, Phase, PolicyDocument
from carbonroad.model.terms import Citation, Words
from carbonroad.model.text import Text

if TYPE_CHECKING:
    from carbonroad.link.fingerprints import Fingerprints

ItemKind = Literal["milestone", "target", "work"]


class Party(NamedTuple):
    """A body named in a duty. `id` is empty for words that name no declared one ("and 10 others")."""

    id: str
    words: str

    @property
    def key(self) -> str:
        """What tells bodies apart: the declared one's id, else the words."""
        return self.id or self.words


class Parties(NamedTuple):
    """An item's duties, inherited where not its own. `nobody`: the source names none (`owner: none`)."""

    owner: tuple[Party, ...] = ()
    lead: tuple[Party, ...] = ()
    support: tuple[Party, ...] = ()
    inferred: bool = False
    nobody: bool = False

    @property
    def answering(self) -> tuple[Party, ...]:
        """Who stands in the lead column: the leads, else the owners."""
        return self.lead or self.owner


class PartDuties(NamedTuple):
    """The duties that a part, its measures and its indicators state or inherit, the latter by local id."""

    own: Parties
    measures: Mapping[str, Parties]
    indicators: Mapping[str, Parties]


class LinkedCitation(NamedTuple):
    """A citation, its policy document (None where not declared) and that document's own deadline."""

    citation: Citation
    document: PolicyDocument | None
    deadline: Deadline | None


class Item(NamedTuple):
    """One row of every document: a milestone, a target or a work.

    Attributes:
        ref: Qualified id: `steel.M1`, `top.peak`, `steel.eaf@2030`, `steel.eaf@2030.draft`.
        id: Local id, without the part.
        part: `top` or the industry's name.
        written: What the file says.
        indicator: The indicator a target belongs to.
        deadline: Dated, in the sense of the roadmap; None for a work without one.
        measure: Qualified id of the measure it joins, else empty.
        serves: Qualified goals named in `for`, the indicator's too.
        condition: What `if` or a conditional deadline waits for, qualified; None if unconditional or unknown.
        indicators: Qualified indicators that a milestone is met by.
        stand_in: The milestone of the same year that stands for a target in the documents, qualified.
    """

    ref: str
    id: str
    part: str
    kind: ItemKind
    written: Milestone | Target | Work
    title: Text
    place: Place
    deadline: Deadline | None
    parties: Parties
    note: Text
    indicator: Indicator | None = None
    nature: str | None = None
    status: str | None = None
    measure: str = ""
    serves: tuple[str, ...] = ()
    condition: str | None = None
    indicators: tuple[str, ...] = ()
    superseded_by: str | None = None
    citations: tuple[LinkedCitation, ...] = ()
    stand_in: str | None = None

    @property
    def listed(self) -> bool:
        """Whether it has a row of its own in the documents."""
        return self.stand_in is None

    @property
    def indicator_ref(self) -> str:
        """The qualified id of the indicator that a target belongs to; empty for anything else."""
        return "" if self.indicator is None else f"{self.part}.{self.indicator.id}"

    @property
    def earliest(self) -> date | None:
        """First day: of the deadline, else of a work's `start`."""
        if self.deadline is not None and self.deadline.earliest is not None:
            return self.deadline.earliest
        if isinstance(self.written, Work) and self.written.start is not None:
            return self.written.start.day
        return None

    @property
    def latest(self) -> date | None:
        """Latest day: of the deadline, else of a work's `finish`."""
        if self.deadline is not None:
            return self.deadline.latest
        if isinstance(self.written, Work) and self.written.finish is not None:
            return self.written.finish.day
        return None


class Link(NamedTuple):
    """A dependency between two items: `successor` waits for `predecessor` (both qualified).

    `by` is `after` or `for`; `type` FS, SS, FF, SF or `informs` (drawn, binds nothing).
    """

    predecessor: str
    successor: str
    type: str
    lag: Duration | None
    by: str
    basis: str
    citations: tuple[LinkedCitation, ...]
    note: Text
    span: Span


class System(NamedTuple):
    """A whole roadmap, linked.

    Mappings keep the order of the files; parts hold the top first; `duties` is by part; `meant` is where that
    stands which mistyped names may mean. Of what is inherited, it holds what something of its own names;
    `inherited` says which roadmap above it comes from.
    """

    name: str
    path: str
    title: Text
    region: str
    languages: tuple[str, ...]
    as_of: date
    before_means: str | None
    phases: tuple[Phase, ...]
    organisations: Mapping[str, Organisation]
    documents: Mapping[str, PolicyDocument]
    parts: tuple[Part, ...]
    has_top: bool
    codes: Mapping[str, str]
    items: Mapping[str, Item]
    indicators: Mapping[str, Indicator]
    measures: Mapping[str, Measure]
    links: tuple[Link, ...]
    files: tuple[str, ...]
    fingerprints: "Fingerprints"
    duties: Mapping[str, PartDuties] = MappingProxyType({})
    unread: frozenset[str] = frozenset()
    meant: frozenset[Span] = frozenset()
    family: Family = NO_FAMILY
    parent: Words | None = None
    inherited: Mapping[str, str] = MappingProxyType({})

    def fingerprint_of(self, part: str) -> str:
        """Return the fingerprint of the files that a part's pages depend on; the whole's is of all."""
        return self.fingerprints.of(part)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of all files."""
        return self.fingerprints.whole

    @property
    def top(self) -> Part | None:
        """The top file's part; None for a roadmap without a "1"."""
        return self.parts[0] if self.has_top else None

    @property
    def industries(self) -> tuple[Part, ...]:
        """The parts below the top, in the order shown."""
        return self.parts[1:] if self.has_top else self.parts

    def phase_at(self, day: date) -> Phase | None:
        """Return the first phase that holds a day; None outside all of them."""
        return next((one for one in self.phases if one.years.first <= day <= one.years.last), None)

    def shown_as(self, ref: str) -> str:
        """Return what the documents show for a reference: for a target the milestone that stands for it."""
        item = self.items.get(ref)
        return ref if item is None or item.stand_in is None else item.stand_in

    def items_of(self, part: str) -> list[Item]:
        """The items of one part, in the file's order."""
        return [item for item in self.items.values() if item.part == part]
