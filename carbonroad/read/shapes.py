"""The vocabulary of format version 1: every map, its keys in both languages, one sentence each."""

from carbonroad.read.item_shapes import (
    ACTUAL,
    AFTER,
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
    "WORK",
]

_F = Field

_CONTENT = (
    _F("pathway", ("路径",), "shape:pathway", "Emissions per year."),
    _F("indicators", ("指标",), "list:indicator", "Quantities with targets and measured values."),
    _F("measures", ("举措",), "list:measure", "Courses of action; lanes of the roadmap."),
    _F("milestones", ("里程碑",), "list:milestone", "States to be reached by a deadline."),
    _F("works", ("工程", "工作包"), "list:work", "Work packages."),
    _F("revisions", ("修订",), "list:revision", "The revision table."),
    _F("drawing", ("图签",), "shape:drawing", "The title block of the drawings.", attribute="title_block"),
)
_DECLARATIONS = (
    _F("carbonroad", ("格式",), "line", "The version of the format: 1."),
    _F("region", ("地区",), "line", "ISO 3166 code of the country or region."),
    _F("languages", ("语言",), "tags", "BCP 47 tags, the default first."),
    _F("as_of", ("数据截至",), "last-day", "The data date that overdue is measured against."),
    _F("before_means", ("年前口径",), "word:before_means", "Whether before 2030 includes 2030."),
    _F("industries", ("行业",), "refs", "The industry files, in the order shown."),
    _F("phases", ("时期",), "list:phase", "Named runs of years, such as five-year plans."),
    _F("organisations", ("单位",), "map:organisation", "The bodies that own and support."),
    _F("sources", ("来源", "依据"), "map:document", "The policy documents.", attribute="documents"),
    _F("validate", ("校验",), "raw", "Settings of the checks.", attribute="settings"),
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
        _F("industry", ("行业",), "line", "Its name; equals the file's name."),
        _F("code", ("代号",), "line", "Short code for drawing numbers."),
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
        *(f for f in TOP_FILE.fields if f.name != "industries"),
        _F("industries", (), "refs", "The industry files."),
    ),
)

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        MILESTONE, TARGET, ACTUAL, INDICATOR, WORK, MEASURE, AFTER, CITATION, REPORT, DEADLINE, BASELINE,
        PATHWAY, REVISION, DRAWING, PHASE, ORGANISATION, DOCUMENT, TOP_FILE, INDUSTRY_FILE, LONE_FILE,
    )
}  # fmt: skip
