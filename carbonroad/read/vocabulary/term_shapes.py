"""The small maps that items are made of: links, citations, reports, deadlines, baselines."""

from carbonroad.base.texts.said import sayable
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shared_fields import ITEM_DEADLINE, NOTE, SOURCE, STATUS

_F = Field

AFTER = Shape(
    "after",
    (
        _F("id", ("编号",), "ref", sayable("What must come before."), required=True, attribute="ref"),
        _F("type", ("关系",), "word:relation", sayable("FS, SS, FF, SF or informs.")),
        _F("lag", ("间隔",), "lag", sayable("The time between the two; may be negative.")),
        _F("basis", ("判据",), "word:basis", sayable("Whether the source states the link or it is implied.")),
        SOURCE,
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
        ITEM_DEADLINE,
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
        STATUS,
        NOTE,
        SOURCE,
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
