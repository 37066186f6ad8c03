"""Keys that several kinds of maps have."""

from carbonroad.base.texts.said import sayable
from carbonroad.read.vocabulary.shape import Field

_F = Field

ID = _F(
    "id", ("编号",), "id", sayable("Short name, unique among its kind; others refer to it."), required=True
)
TITLE = _F(
    "title",
    ("标题",),
    "short-text",
    sayable("What it is called, in one or several languages."),
    required=True,
)
NOTE = _F("note", ("备注",), "text", sayable("A remark shown with the item."))
SOURCE = _F(
    "source",
    ("来源", "依据"),
    "citations",
    sayable("The policy documents it comes from."),
    attribute="citations",
)
STATUS = _F(
    "status", ("状态",), "word:status", sayable("The stated state: planned, on-track, at-risk, late, done …")
)
NATURE = _F("nature", ("属性",), "word:nature", sayable("Whether it is binding or expected."))
JOINED_MEASURE = _F("measure", ("举措",), "ref", sayable("The measure (lane of the roadmap) it joins."))
PREDECESSORS = _F("after", ("前置",), "afters", sayable("What must come before it."))
CONDITION = _F("if", ("条件",), "ref", sayable("What it is conditional on."), attribute="condition")
REPORTS = _F(
    "reports", ("进展",), "list:report", sayable("Monitoring reports; the latest up to the data date counts.")
)
SUPERSEDED = _F("superseded_by", ("被替代",), "ref", sayable("What has taken its place."))
ITEM_DEADLINE = _F("deadline", ("期限",), "deadline", sayable("Until when, in the author's words."))
SERVES = _F("for", ("支撑",), "refs", sayable("The goals it serves."), attribute="serves")
MEASURED_AGAINST = _F(
    "baseline",
    ("基期",),
    "baseline",
    sayable("What a change is measured against: a year, or words in one or several languages."),
)
VARIABLE = _F("variable", ("变量",), "line", sayable("Its name in the IAMC variable list."))
DUTIES = (
    _F("owner", ("负责",), "names", sayable("Who answers for it.")),
    _F("lead", ("牵头",), "names", sayable("Who leads among or above the owners.")),
    _F("support", ("配合",), "names", sayable("Who takes part.")),
    _F(
        "owner_basis",
        ("负责依据",),
        "word:owner_basis",
        sayable("Whether the source states the duties or they are inferred."),
    ),
)
