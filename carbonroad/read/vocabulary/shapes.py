"""The maps of whole files, format version 1; and every map by its name."""

from carbonroad.base.texts.said import sayable
from carbonroad.read.vocabulary.item_shapes import (
    ACTUAL,
    ALLOCATION,
    INDICATOR,
    MEASURE,
    MILESTONE,
    TARGET,
    WORK,
)
from carbonroad.read.vocabulary.roadmap_shapes import (
    DOCUMENT,
    DRAWING,
    ORGANISATION,
    PATHWAY,
    PHASE,
    REVISION,
)
from carbonroad.read.vocabulary.settings_shape import VALIDATE
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shared_fields import DUTIES, NOTE, TITLE
from carbonroad.read.vocabulary.term_shapes import AFTER, BASELINE, CITATION, DEADLINE, REPORT

_F = Field

_VERSION = _F("carbonroad", ("格式",), "line", sayable("The version of the format: 1."))
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
    _F("region", ("地区",), "line", sayable("ISO 3166 code of the country or region.")),
    _F("parent", ("上级路线图", "上级"), "ref", sayable("The roadmap above this one, by its folder's name.")),
    _F("languages", ("语言",), "tags", sayable("BCP 47 tags, the default first.")),
    _F("as_of", ("数据截至",), "last-day", sayable("The data date that overdue is measured against.")),
    _F("before_means", ("年前口径",), "word:before_means", sayable("Whether before 2030 includes 2030.")),
    _F("industries", ("行业",), "refs", sayable("The industry files, in the order shown.")),
    _F("phases", ("时期",), "list:phase", sayable("Named runs of years, such as five-year plans.")),
    _F("organisations", ("单位",), "map:organisation", sayable("The bodies that own and support.")),
    _F("sources", ("来源", "依据"), "map:document", sayable("The policy documents."), attribute="documents"),
)
_SETTINGS = _F(
    "validate", ("校验",), "shape:validate", sayable("Settings of the checks."), attribute="settings"
)
_TITLE = TITLE._replace(required=False)
_INDUSTRY = (
    _F("industry", ("行业",), "line", sayable("Its name; equals the file's name.")),
    _F("code", ("代号",), "line", sayable("Short code for drawing numbers.")),
)
TOP_FILE = Shape("top", (_VERSION, _TITLE, NOTE, *_DECLARATIONS, *DUTIES, *_CONTENT, _SETTINGS))
INDUSTRY_FILE = Shape("industry", (*_INDUSTRY, _TITLE, NOTE, *DUTIES, *_CONTENT))
LONE_FILE = Shape(
    "file",
    (
        *_INDUSTRY,
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
