"""The vocabulary of format version 1: every map, its keys in both languages, one sentence each."""

from carbonroad.base.texts.said import sayable
from carbonroad.read.check_shape import VALIDATE
from carbonroad.read.item_shapes import (
    ACTUAL,
    AFTER,
    ALLOCATION,
    BASELINE,
    CITATION,
    DEADLINE,
    DOCUMENT,
    DRAWING,
    DUTIES,
    INDICATOR,
    MEASURE,
    MILESTONE,
    NOTE,
    ORGANISATION,
    PATHWAY,
    PHASE,
    REPORT,
    REVISION,
    TARGET,
    TITLE,
    WORK,
)
from carbonroad.read.vocabulary import Field, Shape

__all__ = [
    "ACTUAL",
    "AFTER",
    "ALLOCATION",
    "BASELINE",
    "CITATION",
    "DEADLINE",
    "DOCUMENT",
    "DRAWING",
    "INDICATOR",
    "INDUSTRY_FILE",
    "LONE_FILE",
    "MEASURE",
    "MILESTONE",
    "ORGANISATION",
    "PATHWAY",
    "PHASE",
    "REPORT",
    "REVISION",
    "SHAPES",
    "TARGET",
    "TOP_FILE",
    "VALIDATE",
    "WORK",
]

_F = Field

_CONTENT = (
    _F("pathway", ("路径",), "shape:pathway", sayable("Emissions per year.")),
    _F("indicators", ("指标",), "list:indicator", sayable("Quantities with targets and measured values.")),
    _F("measures", ("举措",), "list:measure", sayable("Courses of action; lanes of the roadmap.")),
    _F("milestones", ("里程碑",), "list:milestone", sayable("States to be reached by a deadline.")),
    _F("works", ("工程", "工作包"), "list:work", sayable("Work packages.")),
    _F("revisions", ("修订",), "list:revision", sayable("The revision table.")),
    _F(
        "drawing",
        ("图签",),
        "shape:drawing",
        sayable("The title block of the drawings."),
        attribute="title_block",
    ),
)
_DECLARATIONS = (
    _F("carbonroad", ("格式",), "line", sayable("The version of the format: 1.")),
    _F("region", ("地区",), "line", sayable("ISO 3166 code of the country or region.")),
    _F("parent", ("上级路线图", "上级"), "ref", sayable("The roadmap above this one, by its folder's name.")),
    _F("languages", ("语言",), "tags", sayable("BCP 47 tags, the default first.")),
    _F("as_of", ("数据截至",), "last-day", sayable("The data date that overdue is measured against.")),
    _F("before_means", ("年前口径",), "word:before_means", sayable("Whether before 2030 includes 2030.")),
    _F("industries", ("行业",), "refs", sayable("The industry files, in the order shown.")),
    _F("phases", ("时期",), "list:phase", sayable("Named runs of years, such as five-year plans.")),
    _F("organisations", ("单位",), "map:organisation", sayable("The bodies that own and support.")),
    _F("sources", ("来源", "依据"), "map:document", sayable("The policy documents."), attribute="documents"),
    _F("validate", ("校验",), "shape:validate", sayable("Settings of the checks."), attribute="settings"),
)
TOP_FILE = Shape(
    "top",
    (
        *_DECLARATIONS[:1],
        TITLE._replace(required=False),
        NOTE,
        *_DECLARATIONS[1:-1],
        *DUTIES,
        *_CONTENT,
        _DECLARATIONS[-1],
    ),
)
INDUSTRY_FILE = Shape(
    "industry",
    (
        _F("industry", ("行业",), "line", sayable("Its name; equals the file's name.")),
        _F("code", ("代号",), "line", sayable("Short code for drawing numbers.")),
        TITLE._replace(required=False),
        NOTE,
        *DUTIES,
        *_CONTENT,
    ),
)
LONE_FILE = Shape(
    "file",
    (
        *INDUSTRY_FILE.fields[:2],
        *(f for f in TOP_FILE.fields if f.name not in ("industries", "parent")),
        _F("industries", (), "refs", sayable("The industry files.")),
    ),
)

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        MILESTONE, TARGET, ACTUAL, INDICATOR, ALLOCATION, WORK, MEASURE, AFTER, CITATION, REPORT, DEADLINE,
        BASELINE, PATHWAY, REVISION, DRAWING, PHASE, ORGANISATION, DOCUMENT, VALIDATE, TOP_FILE,
        INDUSTRY_FILE, LONE_FILE,
    )
}  # fmt: skip
