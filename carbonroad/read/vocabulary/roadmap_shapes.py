"""The maps of what holds for many items: pathways, revisions, phases, bodies, documents, title blocks."""

from carbonroad.base.texts.said import sayable
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shared_fields import ID, NOTE, SOURCE, TITLE, VARIABLE

_F = Field

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
        VARIABLE,
        SOURCE,
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
        ID,
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
