"""The maps inside a file: their keys in both languages, one sentence each."""

from carbonroad.base.texts.said import sayable
from carbonroad.read.vocabulary import Field, Shape

_F = Field

_ID = _F(
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
_SOURCE = _F(
    "source",
    ("来源", "依据"),
    "citations",
    sayable("The policy documents it comes from."),
    attribute="citations",
)
_STATUS = _F(
    "status", ("状态",), "word:status", sayable("The stated state: planned, on-track, at-risk, late, done …")
)
_NATURE = _F("nature", ("属性",), "word:nature", sayable("Whether it is binding or expected."))
_MEASURE = _F("measure", ("举措",), "ref", sayable("The measure (lane of the roadmap) it joins."))
_AFTER = _F("after", ("前置",), "afters", sayable("What must come before it."))
_CONDITION = _F("if", ("条件",), "ref", sayable("What it is conditional on."), attribute="condition")
_REPORTS = _F(
    "reports", ("进展",), "list:report", sayable("Monitoring reports; the latest up to the data date counts.")
)
_SUPERSEDED = _F("superseded_by", ("被替代",), "ref", sayable("What has taken its place."))
_DEADLINE = _F("deadline", ("期限",), "deadline", sayable("Until when, in the author's words."))
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

MILESTONE = Shape(
    "milestone",
    (
        _ID,
        TITLE,
        _F("deadline", ("期限",), "deadline", sayable("Until when, in the author's words."), required=True),
        *DUTIES,
        _NATURE,
        _AFTER,
        _CONDITION,
        _F("for", ("支撑",), "refs", sayable("The goals it serves."), attribute="serves"),
        _MEASURE,
        _F("indicator", ("指标",), "refs", sayable("The indicators that decide it."), attribute="indicators"),
        _F("goal", ("总目标",), "word:goal", sayable("Whether it is a peak or a neutrality goal.")),
        _STATUS,
        _F("finished", ("完成日期",), "finished", sayable("The day it was reached.")),
        _REPORTS,
        _SUPERSEDED,
        _SOURCE,
        NOTE,
    ),
)
TARGET = Shape(
    "target",
    (
        _F("id", ("编号",), "id", sayable("Tells two targets under one key apart.")),
        _F("value", ("数值",), "words", sayable("The value in the author's words."), required=True),
        _F(
            "baseline",
            ("基期",),
            "baseline",
            sayable("What a change is measured against: a year, or words in one or several languages."),
        ),
        _F("stretch", ("力争值",), "words", sayable("A second value that is striven for.")),
        _F("change", ("变化",), "boolean", sayable("Whether a signed value is a change or a level.")),
        _DEADLINE,
        *DUTIES,
        _NATURE,
        _STATUS,
        _F("finished", ("完成日期",), "last-day", sayable("The day it was reached.")),
        _SUPERSEDED,
        _SOURCE,
        NOTE,
    ),
)
ACTUAL = Shape(
    "actual",
    (
        _F("value", ("数值",), "words", sayable("The measured value."), required=True),
        _F(
            "baseline",
            ("基期",),
            "baseline",
            sayable("What a change is measured against: a year, or words in one or several languages."),
        ),
        _F("estimate", ("估计",), "boolean", sayable("Whether the value is an estimate.")),
        _SOURCE,
        NOTE,
    ),
)
ALLOCATION = Shape(
    "allocation",
    (
        _F(
            "method",
            ("方法",),
            "word:allocation",
            sayable("Whether the children's targets are added up or averaged."),
            required=True,
        ),
        _F(
            "weights",
            ("权重",),
            "weights",
            sayable("What each child weighs in a mean."),
        ),
        _F(
            "among",
            ("分解对象",),
            "refs",
            sayable("The roadmaps below that take part, by their names; all where it is left out."),
        ),
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
            sayable("The unit of its values, in one or several languages."),
            required=True,
        ),
        *DUTIES,
        _NATURE,
        _F("better", ("方向",), "word:better", sayable("Whether higher or lower values are better.")),
        _F(
            "baseline",
            ("基期",),
            "baseline",
            sayable("What a change is measured against: a year, or words in one or several languages."),
        ),
        _F("change", ("变化",), "boolean", sayable("Whether signed values are changes or levels.")),
        _F(
            "actual",
            ("实际值",),
            "actuals",
            sayable("Measured values by year, month or day."),
            attribute="actuals",
        ),
        _F("targets", ("目标",), "targets", sayable("Target values by year, month, phase or range.")),
        _F("for", ("支撑",), "refs", sayable("The goals it serves."), attribute="serves"),
        _MEASURE,
        _F(
            "parent",
            ("上级指标",),
            "ref",
            sayable("The indicator of the top file, or of a roadmap above, that it belongs to."),
        ),
        _F(
            "allocation",
            ("分解", "指标分解"),
            "allocation",
            sayable("How its targets are divided among the roadmaps that name this one as their parent."),
        ),
        _F("variable", ("变量",), "line", sayable("Its name in the IAMC variable list.")),
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
        _F("takes", ("工期",), "duration", sayable("How long it takes.")),
        _F("start", ("开始",), "first-day", sayable("Not before this day; with finish, exactly this day.")),
        _F("finish", ("结束",), "last-day", sayable("Its last day.")),
        _DEADLINE,
        _F("started", ("实际开始",), "last-day", sayable("The day it really began.")),
        _F(
            "finished",
            ("完成日期",),
            "finished",
            sayable("The day it was finished; a map of years to days if it recurs."),
        ),
        _REPORTS,
        _AFTER,
        _CONDITION,
        _F("for", ("支撑",), "refs", sayable("The milestones it delivers."), attribute="serves"),
        _MEASURE,
        _F("deliverable", ("成果", "交付物"), "short-text", sayable("What it hands over.")),
        _F("acceptance", ("验收标准",), "short-text", sayable("How the deliverable is accepted.")),
        _STATUS,
        _F("progress", ("进度",), "percent", sayable("Progress in percent.")),
        _F("cost", ("投资",), "money", sayable("Its cost with an ISO 4217 currency.")),
        _SUPERSEDED,
        _SOURCE,
        NOTE,
    ),
)
MEASURE = Shape("measure", (_ID, TITLE, *DUTIES, _SOURCE, NOTE))
AFTER = Shape(
    "after",
    (
        _F("id", ("编号",), "ref", sayable("What must come before."), required=True, attribute="ref"),
        _F("type", ("关系",), "word:relation", sayable("FS, SS, FF, SF or informs.")),
        _F("lag", ("间隔",), "lag", sayable("The time between the two; may be negative.")),
        _F("basis", ("判据",), "word:basis", sayable("Whether the source states the link or it is implied.")),
        _SOURCE,
        NOTE,
    ),
)
CITATION = Shape(
    "citation",
    (
        _F(
            "id",
            ("编号",),
            "ref",
            sayable("The document's id, number or title."),
            required=True,
            attribute="ref",
        ),
        _F("clause", ("条款",), "line", sayable("Where in the document.")),
        _F("quote", ("原文",), "text", sayable("The document's own words.")),
        _DEADLINE,
        _F("url", ("网址",), "line", sayable("The page that was read.")),
        _F("evidence", ("核实",), "word:evidence", sayable("seen, partly or memory.")),
        NOTE,
    ),
)
REPORT = Shape(
    "report",
    (
        _F("date", ("日期",), "last-day", sayable("The day of the report."), required=True),
        _F("progress", ("进度",), "percent", sayable("Progress in percent.")),
        _STATUS,
        NOTE,
        _SOURCE,
    ),
)
DEADLINE = Shape(
    "deadline",
    (
        _F("words", ("原话",), "words", sayable("The author's words."), required=True),
        _F("by", ("不晚于",), "words", sayable("The latest day that the words mean.")),
    ),
)
BASELINE = Shape(
    "baseline",
    (
        _F("year", ("年度",), "line", sayable("The base year."), required=True),
        _F("value", ("数值",), "words", sayable("The value in that year.")),
    ),
)
PATHWAY = Shape(
    "pathway",
    (
        _F(
            "unit",
            ("单位", "计量单位"),
            "text",
            sayable("The unit, such as Mt CO2/yr, in one or several languages."),
            required=True,
        ),
        _F("gas", ("气体",), "line", sayable("The gas or gases counted.")),
        _F("scope", ("范围",), "text", sayable("What is counted.")),
        _F("actual", ("实际值",), "series", sayable("Measured emissions by year.")),
        _F("target", ("目标",), "ranges", sayable("Targeted emissions by year.")),
        _F("reference", ("基准情景",), "ranges", sayable("What current policy would give.")),
        _F("variable", ("变量",), "line", sayable("Its name in the IAMC variable list.")),
        _SOURCE,
        NOTE,
    ),
)
REVISION = Shape(
    "revision",
    (
        _F("rev", ("版次",), "line", sayable("Its letter or number."), required=True),
        _F("date", ("日期",), "last-day", sayable("The day of the change.")),
        NOTE,
        _F("by", ("编制",), "line", sayable("Who made it.")),
        _F("items", ("条目",), "refs", sayable("The items it touches.")),
    ),
)
DRAWING = Shape(
    "drawing",
    (
        _F("number", ("文号",), "line", sayable("The drawing's number, instead of the computed one.")),
        _F("creator", ("设计",), "line", sayable("Who drew it.")),
        _F("checked", ("校核",), "line", sayable("Who checked it.")),
        _F("approved", ("批准",), "line", sayable("Who approved it.")),
        _F("department", ("部门",), "text", sayable("The department in charge.")),
        _F("document_status", ("文件状态",), "text", sayable("Such as draft or issued.")),
        _F("access", ("密级",), "text", sayable("Who may see it.")),
    ),
)
PHASE = Shape(
    "phase",
    (
        _ID,
        TITLE,
        _F("years", ("年份",), "years", sayable("First and last year, such as 2026..2030."), required=True),
        _F("zoom", ("缩放",), "number", sayable("Its weight on a time axis.")),
    ),
)
ORGANISATION = Shape(
    "organisation",
    (
        TITLE,
        _F("short", ("简称",), "texts", sayable("Short names by which it may be called.")),
        _F("kind", ("类别",), "line", sayable("What kind of body it is.")),
    ),
)
DOCUMENT = Shape(
    "document",
    (
        TITLE,
        _F("number", ("文号",), "line", sayable("Its official number.")),
        _F("publisher", ("发文机关",), "text", sayable("Who published it.")),
        _F("issued", ("成文日期",), "last-day", sayable("The day it was issued.")),
        _F("published", ("公布日期",), "last-day", sayable("The day it was made public.")),
        _F("url", ("网址",), "line", sayable("Its official address.")),
        NOTE,
    ),
)
