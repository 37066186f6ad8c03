"""The maps inside a file: their keys in both languages, one sentence each."""

from carbonroad.read.vocabulary import Field, Shape

_F = Field

_ID = _F("id", ("编号",), "id", "Short name, unique among its kind; others refer to it.", required=True)
TITLE = _F("title", ("标题",), "short-text", "What it is called, in one or several languages.", required=True)
NOTE = _F("note", ("备注",), "text", "A remark shown with the item.")
_SOURCE = _F(
    "source", ("来源", "依据"), "citations", "The policy documents it comes from.", attribute="citations"
)
_STATUS = _F("status", ("状态",), "word:status", "The stated state: planned, on-track, at-risk, late, done …")
_NATURE = _F("nature", ("属性",), "word:nature", "Whether it is binding or expected.")
_MEASURE = _F("measure", ("举措",), "ref", "The measure (lane of the roadmap) it joins.")
_AFTER = _F("after", ("前置",), "afters", "What must come before it.")
_CONDITION = _F("if", ("条件",), "ref", "What it is conditional on.", attribute="condition")
_REPORTS = _F(
    "reports", ("进展",), "list:report", "Monitoring reports; the latest up to the data date counts."
)
_SUPERSEDED = _F("superseded_by", ("被替代",), "ref", "What has taken its place.")
_DEADLINE = _F("deadline", ("期限",), "deadline", "Until when, in the author's words.")
DUTIES = (
    _F("owner", ("负责",), "names", "Who answers for it."),
    _F("lead", ("牵头",), "names", "Who leads among or above the owners."),
    _F("support", ("配合",), "names", "Who takes part."),
    _F(
        "owner_basis",
        ("负责依据",),
        "word:owner_basis",
        "Whether the source states the duties or they are inferred.",
    ),
)

MILESTONE = Shape(
    "milestone",
    (
        _ID,
        TITLE,
        _F("deadline", ("期限",), "deadline", "Until when, in the author's words.", required=True),
        *DUTIES,
        _NATURE,
        _AFTER,
        _CONDITION,
        _F("for", ("支撑",), "refs", "The goals it serves.", attribute="serves"),
        _MEASURE,
        _F("indicator", ("指标",), "refs", "The indicators that decide it.", attribute="indicators"),
        _F("goal", ("总目标",), "word:goal", "Whether it is a peak or a neutrality goal."),
        _STATUS,
        _F("finished", ("完成日期",), "finished", "The day it was reached."),
        _REPORTS,
        _SUPERSEDED,
        _SOURCE,
        NOTE,
    ),
)
TARGET = Shape(
    "target",
    (
        _F("id", ("编号",), "id", "Tells two targets under one key apart."),
        _F("value", ("数值",), "words", "The value in the author's words.", required=True),
        _F(
            "baseline",
            ("基期",),
            "baseline",
            "What a change is measured against: a year, or words in one or several languages.",
        ),
        _F("stretch", ("力争值",), "words", "A second value that is striven for."),
        _F("change", ("变化",), "boolean", "Whether a signed value is a change or a level."),
        _DEADLINE,
        *DUTIES,
        _NATURE,
        _STATUS,
        _F("finished", ("完成日期",), "last-day", "The day it was reached."),
        _SUPERSEDED,
        _SOURCE,
        NOTE,
    ),
)
ACTUAL = Shape(
    "actual",
    (
        _F("value", ("数值",), "words", "The measured value.", required=True),
        _F(
            "baseline",
            ("基期",),
            "baseline",
            "What a change is measured against: a year, or words in one or several languages.",
        ),
        _F("estimate", ("估计",), "boolean", "Whether the value is an estimate."),
        _SOURCE,
        NOTE,
    ),
)
INDICATOR = Shape(
    "indicator",
    (
        _ID,
        TITLE,
        _F(
            "unit",
            ("单位", "计量单位"),
            "text",
            "The unit of its values, in one or several languages.",
            required=True,
        ),
        *DUTIES,
        _NATURE,
        _F("better", ("方向",), "word:better", "Whether higher or lower values are better."),
        _F(
            "baseline",
            ("基期",),
            "baseline",
            "What a change is measured against: a year, or words in one or several languages.",
        ),
        _F("change", ("变化",), "boolean", "Whether signed values are changes or levels."),
        _F("actual", ("实际值",), "actuals", "Measured values by year, month or day.", attribute="actuals"),
        _F("targets", ("目标",), "targets", "Target values by year, month, phase or range."),
        _F("for", ("支撑",), "refs", "The goals it serves.", attribute="serves"),
        _MEASURE,
        _F("parent", ("上级指标",), "ref", "The top file's indicator it belongs to."),
        _F("variable", ("变量",), "line", "Its name in the IAMC variable list."),
        _SOURCE,
        NOTE,
    ),
)
WORK = Shape(
    "work",
    (
        _ID,
        TITLE,
        *DUTIES,
        _F("takes", ("工期",), "duration", "How long it takes."),
        _F("start", ("开始",), "first-day", "Not before this day; with finish, exactly this day."),
        _F("finish", ("结束",), "last-day", "Its last day."),
        _DEADLINE,
        _F("started", ("实际开始",), "last-day", "The day it really began."),
        _F(
            "finished",
            ("完成日期",),
            "finished",
            "The day it was finished; a map of years to days if it recurs.",
        ),
        _REPORTS,
        _AFTER,
        _CONDITION,
        _F("for", ("支撑",), "refs", "The milestones it delivers.", attribute="serves"),
        _MEASURE,
        _F("deliverable", ("成果", "交付物"), "short-text", "What it hands over."),
        _F("acceptance", ("验收标准",), "short-text", "How the deliverable is accepted."),
        _STATUS,
        _F("progress", ("进度",), "percent", "Progress in percent."),
        _F("cost", ("投资",), "money", "Its cost with an ISO 4217 currency."),
        _SUPERSEDED,
        _SOURCE,
        NOTE,
    ),
)
MEASURE = Shape("measure", (_ID, TITLE, *DUTIES, _SOURCE, NOTE))
AFTER = Shape(
    "after",
    (
        _F("id", ("编号",), "ref", "What must come before.", required=True, attribute="ref"),
        _F("type", ("关系",), "word:relation", "FS, SS, FF, SF or informs."),
        _F("lag", ("间隔",), "lag", "The time between the two; may be negative."),
        _F("basis", ("判据",), "word:basis", "Whether the source states the link or it is implied."),
        _SOURCE,
        NOTE,
    ),
)
CITATION = Shape(
    "citation",
    (
        _F("id", ("编号",), "ref", "The document's id, number or title.", required=True, attribute="ref"),
        _F("clause", ("条款",), "line", "Where in the document."),
        _F("quote", ("原文",), "text", "The document's own words."),
        _DEADLINE,
        _F("url", ("网址",), "line", "The page that was read."),
        _F("evidence", ("核实",), "word:evidence", "seen, partly or memory."),
        NOTE,
    ),
)
REPORT = Shape(
    "report",
    (
        _F("date", ("日期",), "last-day", "The day of the report.", required=True),
        _F("progress", ("进度",), "percent", "Progress in percent."),
        _STATUS,
        NOTE,
        _SOURCE,
    ),
)
DEADLINE = Shape(
    "deadline",
    (
        _F("words", ("原话",), "words", "The author's words.", required=True),
        _F("by", ("不晚于",), "words", "The latest day that the words mean."),
    ),
)
BASELINE = Shape(
    "baseline",
    (
        _F("year", ("年度",), "line", "The base year.", required=True),
        _F("value", ("数值",), "words", "The value in that year."),
    ),
)
PATHWAY = Shape(
    "pathway",
    (
        _F(
            "unit",
            ("单位", "计量单位"),
            "text",
            "The unit, such as Mt CO2/yr, in one or several languages.",
            required=True,
        ),
        _F("gas", ("气体",), "line", "The gas or gases counted."),
        _F("scope", ("范围",), "text", "What is counted."),
        _F("actual", ("实际值",), "series", "Measured emissions by year."),
        _F("target", ("目标",), "series", "Targeted emissions by year."),
        _F("reference", ("基准情景",), "series", "What current policy would give."),
        _F("variable", ("变量",), "line", "Its name in the IAMC variable list."),
        _SOURCE,
        NOTE,
    ),
)
REVISION = Shape(
    "revision",
    (
        _F("rev", ("版次",), "line", "Its letter or number.", required=True),
        _F("date", ("日期",), "last-day", "The day of the change."),
        NOTE,
        _F("by", ("编制",), "line", "Who made it."),
        _F("items", ("条目",), "refs", "The items it touches."),
    ),
)
DRAWING = Shape(
    "drawing",
    (
        _F("number", ("文号",), "line", "The drawing's number, instead of the computed one."),
        _F("creator", ("设计",), "line", "Who drew it."),
        _F("checked", ("校核",), "line", "Who checked it."),
        _F("approved", ("批准",), "line", "Who approved it."),
        _F("department", ("部门",), "text", "The department in charge."),
        _F("document_status", ("文件状态",), "text", "Such as draft or issued."),
        _F("access", ("密级",), "text", "Who may see it."),
    ),
)
PHASE = Shape(
    "phase",
    (
        _ID,
        TITLE,
        _F("years", ("年份",), "years", "First and last year, such as 2026..2030.", required=True),
        _F("zoom", ("缩放",), "number", "Its weight on a time axis."),
    ),
)
ORGANISATION = Shape(
    "organisation",
    (
        TITLE,
        _F("short", ("简称",), "texts", "Short names by which it may be called."),
        _F("kind", ("类别",), "line", "What kind of body it is."),
    ),
)
DOCUMENT = Shape(
    "document",
    (
        TITLE,
        _F("number", ("文号",), "line", "Its official number."),
        _F("publisher", ("发文机关",), "text", "Who published it."),
        _F("issued", ("成文日期",), "last-day", "The day it was issued."),
        _F("published", ("公布日期",), "last-day", "The day it was made public."),
        _F("url", ("网址",), "line", "Its official address."),
        NOTE,
    ),
)
