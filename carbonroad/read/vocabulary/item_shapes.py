"""The maps of what an industry file lists: milestones, indicators with their values, works, measures."""

from carbonroad.base.texts.said import sayable
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shared_fields import (
    CONDITION,
    DUTIES,
    ID,
    ITEM_DEADLINE,
    JOINED_MEASURE,
    MEASURED_AGAINST,
    NATURE,
    NOTE,
    PREDECESSORS,
    REPORTS,
    SERVES,
    SOURCE,
    STATUS,
    SUPERSEDED,
    TITLE,
    VARIABLE,
)

_F = Field

MILESTONE = Shape(
    "milestone",
    (
        ID,
        TITLE,
        ITEM_DEADLINE._replace(required=True),
        *DUTIES,
        NATURE,
        PREDECESSORS,
        CONDITION,
        SERVES,
        JOINED_MEASURE,
        _F("indicator", ("指标",), "refs", sayable("The indicators that decide it."), attribute="indicators"),
        _F("goal", ("总目标",), "word:goal", sayable("Whether it is a peak or a neutrality goal.")),
        STATUS,
        _F("finished", ("完成日期",), "finished", sayable("The day it was reached.")),
        REPORTS,
        SUPERSEDED,
        SOURCE,
        NOTE,
    ),
)
TARGET = Shape(
    "target",
    (
        _F("id", ("编号",), "id", sayable("Tells two targets under one key apart.")),
        _F("value", ("数值",), "words", sayable("The value in the author's words."), required=True),
        MEASURED_AGAINST,
        _F("stretch", ("力争值",), "words", sayable("A second value that is striven for.")),
        _F("change", ("变化",), "boolean", sayable("Whether a signed value is a change or a level.")),
        ITEM_DEADLINE,
        *DUTIES,
        NATURE,
        STATUS,
        _F("finished", ("完成日期",), "last-day", sayable("The day it was reached.")),
        SUPERSEDED,
        SOURCE,
        NOTE,
    ),
)
ACTUAL = Shape(
    "actual",
    (
        _F("value", ("数值",), "words", sayable("The measured value."), required=True),
        MEASURED_AGAINST,
        _F("estimate", ("估计",), "boolean", sayable("Whether the value is an estimate.")),
        SOURCE,
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
        ID,
        TITLE,
        _F(
            "unit",
            ("单位", "计量单位"),
            "text",
            sayable("The unit of its values, in one or several languages."),
            required=True,
        ),
        *DUTIES,
        NATURE,
        _F("better", ("方向",), "word:better", sayable("Whether higher or lower values are better.")),
        MEASURED_AGAINST,
        _F("change", ("变化",), "boolean", sayable("Whether signed values are changes or levels.")),
        _F(
            "actual",
            ("实际值",),
            "actuals",
            sayable("Measured values by year, month or day."),
            attribute="actuals",
        ),
        _F("targets", ("目标",), "targets", sayable("Target values by year, month, phase or range.")),
        SERVES,
        JOINED_MEASURE,
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
        VARIABLE,
        SOURCE,
        NOTE,
    ),
)
WORK = Shape(
    "work",
    (
        ID,
        TITLE,
        *DUTIES,
        _F("takes", ("工期",), "duration", sayable("How long it takes.")),
        _F("start", ("开始",), "first-day", sayable("Not before this day; with finish, exactly this day.")),
        _F("finish", ("结束",), "last-day", sayable("Its last day.")),
        ITEM_DEADLINE,
        _F("started", ("实际开始",), "last-day", sayable("The day it really began.")),
        _F(
            "finished",
            ("完成日期",),
            "finished",
            sayable("The day it was finished; a map of years to days if it recurs."),
        ),
        REPORTS,
        PREDECESSORS,
        CONDITION,
        _F("for", ("支撑",), "refs", sayable("The milestones it delivers."), attribute="serves"),
        JOINED_MEASURE,
        _F("deliverable", ("成果", "交付物"), "short-text", sayable("What it hands over.")),
        _F("acceptance", ("验收标准",), "short-text", sayable("How the deliverable is accepted.")),
        STATUS,
        _F("progress", ("进度",), "percent", sayable("Progress in percent.")),
        _F("cost", ("投资",), "money", sayable("Its cost with an ISO 4217 currency.")),
        SUPERSEDED,
        SOURCE,
        NOTE,
    ),
)
MEASURE = Shape("measure", (ID, TITLE, *DUTIES, SOURCE, NOTE))
