"""What one file says: the top file's declarations, and a part (the top itself or an industry)."""

from carbonroad.base.record import NamedTuple
from carbonroad.base.times.periods import Period
from carbonroad.model.items import (
    Indicator,
    Measure,
    Milestone,
    Pathway,
    Revision,
    TitleBlock,
    Work,
)
from carbonroad.model.place import Place
from carbonroad.model.terms import NO_DUTIES, Day, Duties, Words
from carbonroad.model.text import EMPTY, Text

TOP = "top"


class Phase(NamedTuple):
    """A named run of years, such as a five-year plan; `zoom` is its weight on a time axis."""

    place: Place
    id: str
    title: Text
    years: Period
    zoom: float | None = None


class Organisation(NamedTuple):
    """A body that owns or supports; `short` may hold several short names."""

    place: Place
    id: str
    title: Text
    short: tuple[Text, ...] = ()
    kind: str = ""


class PolicyDocument(NamedTuple):
    """A declared source, with Dublin Core's meanings of issued and published."""

    place: Place
    id: str
    title: Text
    number: str = ""
    publisher: Text = EMPTY
    issued: Day | None = None
    published: Day | None = None
    url: str = ""
    note: Text = EMPTY


class Part(NamedTuple):
    """The top file's or an industry's own content. `id` is `top` or the industry's name."""

    place: Place
    id: str
    title: Text
    code: str = ""
    note: Text = EMPTY
    duties: Duties = NO_DUTIES
    pathway: Pathway | None = None
    indicators: tuple[Indicator, ...] = ()
    measures: tuple[Measure, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    works: tuple[Work, ...] = ()
    revisions: tuple[Revision, ...] = ()
    title_block: TitleBlock | None = None


class Declarations(NamedTuple):
    """What the top file declares for all; empty where there is no top file.

    `languages` is never empty once read; `before_means` is None until stated; `settings` of the checks are
    the node as written, for what judges findings reads them. `phases_lost`: not all phases could be read.
    """

    place: Place
    region: str = ""
    languages: tuple[str, ...] = ()
    as_of: Day | None = None
    before_means: str | None = None
    industries: tuple[Words, ...] | None = None
    phases: tuple[Phase, ...] = ()
    organisations: tuple[Organisation, ...] | None = None
    documents: tuple[PolicyDocument, ...] = ()
    settings: object = None
    phases_lost: bool = False
    parent: Words | None = None


class RoadmapFile(NamedTuple):
    """One file as read: its part, and its declarations where it is (or stands for) the top file."""

    path: str
    part: Part
    declarations: Declarations | None
