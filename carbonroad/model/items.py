"""What an industry file holds: milestones, indicators and their targets, works, measures, the pathway."""

from fractions import Fraction

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.durations import Duration
from carbonroad.base.times.periods import Period
from carbonroad.base.values.money import Money
from carbonroad.base.values.units import Unit
from carbonroad.base.values.value import Value
from carbonroad.base.values.value_words import ValueKind
from carbonroad.model.place import Place
from carbonroad.model.terms import (
    NO_DUTIES,
    After,
    Baseline,
    Citation,
    Day,
    DeadlineWords,
    Duties,
    Report,
    TermDays,
    Words,
)
from carbonroad.model.text import EMPTY, Text


class Milestone(NamedTuple):
    """A state to be reached by a deadline."""

    place: Place
    id: str
    title: Text
    deadline: DeadlineWords | None
    duties: Duties = NO_DUTIES
    nature: str | None = None
    after: tuple[After, ...] = ()
    condition: Words | None = None
    serves: tuple[Words, ...] = ()
    measure: Words | None = None
    indicators: tuple[Words, ...] = ()
    goal: str | None = None
    status: str | None = None
    finished: Day | TermDays | None = None
    reports: tuple[Report, ...] = ()
    superseded_by: Words | None = None
    citations: tuple[Citation, ...] = ()
    note: Text = EMPTY


class Target(NamedTuple):
    """One value an indicator shall have; `key` is the year, month, phase or range as typed."""

    place: Place
    key: Words
    id: str = ""
    value: Value | None = None
    words: str = ""
    baseline: Baseline | None = None
    stretch: Value | None = None
    deadline: DeadlineWords | None = None
    duties: Duties = NO_DUTIES
    nature: str | None = None
    status: str | None = None
    finished: Day | None = None
    superseded_by: Words | None = None
    citations: tuple[Citation, ...] = ()
    note: Text = EMPTY


class Actual(NamedTuple):
    """A measured value, in the indicator's unit, for the period `period` (a year, month or day)."""

    place: Place
    key: str
    period: Period
    value: float
    words: str
    baseline: Baseline | None = None
    estimate: bool = False
    citations: tuple[Citation, ...] = ()
    note: Text = EMPTY


class Allocation(NamedTuple):
    """How a target is divided among the roadmaps below.

    Attributes:
        place: Where it stands.
        method: `sum` or `mean`.
        weights: For a mean: the indicator that weighs, or `equal`; None where it says neither.
        shares: For a mean: the children with their numbers, exact.
        among: The children that take part; empty for all.
    """

    place: Place
    method: str
    weights: Words | None = None
    shares: tuple[tuple[Words, Fraction], ...] = ()
    among: tuple[Words, ...] = ()


class Indicator(NamedTuple):
    """A quantity with its targets and measured values."""

    place: Place
    id: str
    title: Text
    unit: Unit | None
    duties: Duties = NO_DUTIES
    nature: str | None = None
    better: str | None = None
    baseline: Baseline | None = None
    change: bool | None = None
    serves: tuple[Words, ...] = ()
    actuals: tuple[Actual, ...] = ()
    targets: tuple[Target, ...] = ()
    measure: Words | None = None
    parent: Words | None = None
    variable: str = ""
    citations: tuple[Citation, ...] = ()
    note: Text = EMPTY
    allocation: Allocation | None = None


class Work(NamedTuple):
    """A work package; what is stated decides whether it is timed, a window or undated."""

    place: Place
    id: str
    title: Text
    duties: Duties = NO_DUTIES
    takes: Duration | None = None
    start: Day | None = None
    finish: Day | None = None
    deadline: DeadlineWords | None = None
    started: Day | None = None
    finished: Day | TermDays | None = None
    reports: tuple[Report, ...] = ()
    after: tuple[After, ...] = ()
    condition: Words | None = None
    serves: tuple[Words, ...] = ()
    measure: Words | None = None
    deliverable: Text = EMPTY
    acceptance: Text = EMPTY
    status: str | None = None
    progress: float | None = None
    cost: Money | None = None
    superseded_by: Words | None = None
    citations: tuple[Citation, ...] = ()
    note: Text = EMPTY

    @property
    def kind(self) -> str:
        """`timed`, `window` or `undated`."""
        if self.takes is not None or (self.start is not None and self.finish is not None):
            return "timed"
        if self.deadline is not None or self.start is not None or self.finish is not None:
            return "window"
        return "undated"


class Measure(NamedTuple):
    """A course of action that items join: a lane of the roadmap."""

    place: Place
    id: str
    title: Text
    duties: Duties = NO_DUTIES
    citations: tuple[Citation, ...] = ()
    note: Text = EMPTY


class Asked(NamedTuple):
    """What a pathway's target or reference says of a year other than in one plain number.

    `kind` speaks as the author does (`range`, `around`, `at-most` …); only a range has two ends that differ.
    """

    series: str
    year: int
    kind: ValueKind
    low: float
    high: float


class Pathway(NamedTuple):
    """Emissions per year in `unit`; the series map years to numbers, a sink's are negative.

    A range stands in its series with the number half-way between its ends; `asked` has the ends.
    """

    place: Place
    unit: Unit | None = None
    gas: str = ""
    scope: Text = EMPTY
    actual: tuple[tuple[int, float], ...] = ()
    target: tuple[tuple[int, float], ...] = ()
    reference: tuple[tuple[int, float], ...] = ()
    asked: tuple[Asked, ...] = ()
    variable: str = ""
    citations: tuple[Citation, ...] = ()
    note: Text = EMPTY


PATHWAY_NAMES = ("pathway", "路径")
"""What a revision calls the emissions pathway of a part."""


class Revision(NamedTuple):
    """One entry of the revision table; `items` may name what it removed."""

    place: Place
    rev: str = ""
    date: Day | None = None
    note: Text = EMPTY
    by: str = ""
    items: tuple[Words, ...] = ()


class TitleBlock(NamedTuple):
    """The drawing's title block; what is not given stays empty, for a signature."""

    place: Place
    number: str = ""
    creator: str = ""
    checked: str = ""
    approved: str = ""
    department: Text = EMPTY
    document_status: Text = EMPTY
    access: Text = EMPTY
