"""The columns of the tables of what holds for the whole, and of what hangs on items."""

from carbonroad.read.columns.column import Column, Sheet
from carbonroad.read.columns.shared import BY, DUTIES, ID, INDUSTRY, NOTE, SOURCE, TITLE

_C = Column

ROADMAP = Sheet(
    "roadmap",
    "About",
    "说明",
    (_C("key", "Item", "项目", "line"), _C("value", "Content", "内容", "text")),
)
"""What holds for the whole; its rows are `ROADMAP_ROWS`."""

ROADMAP_ROWS: tuple[Column, ...] = (
    _C("title", "Title", "标题", "text"),
    _C("name", "Name", "名称", "line", computed=True),
    _C("region", "Region", "地区", "line"),
    _C("parent", "Parent roadmap", "上级路线图", "line"),
    _C("languages", "Languages", "语言", "line"),
    _C("as_of", "Data as of", "数据截至", "date"),
    _C("before_means", "“Before” means", "年前口径", "word", words="before_means"),
    _C("lang", "Language of this file", "本文件语言", "line"),
    _C("limited", "Limited to", "仅限", "line", computed=True),
    _C("fingerprint", "Fingerprint of the data", "数据指纹", "line", computed=True),
    _C("tool", "Made with", "生成工具", "line", computed=True),
)
"""What the rows of `ROADMAP` say; `lang` is the language of the columns without a tag."""

MEASURES = Sheet("measures", "Measures", "举措", (ID, INDUSTRY, TITLE, *DUTIES, SOURCE, NOTE))
BODIES = Sheet(
    "bodies",
    "Organisations",
    "单位一览",
    (
        ID,
        TITLE,
        _C("short", "Short names", "简称", "text"),
        _C("kind", "Kind of body", "单位类别", "line", rare=True),
        _C("owns", "Owner of", "负责项数", "whole", computed=True),
        _C("leads", "Leads", "牵头项数", "whole", computed=True),
        _C("supports", "Supports", "配合项数", "whole", computed=True),
    ),
)
SOURCES = Sheet(
    "sources",
    "Sources",
    "依据文件",
    (
        ID,
        TITLE,
        _C("number", "Document number", "文号", "line"),
        _C("publisher", "Publisher", "发文机关", "text"),
        _C("issued", "Issued", "成文日期", "date"),
        _C("published", "Published", "公布日期", "date"),
        _C("url", "Address", "网址", "url"),
        NOTE,
    ),
)
CITATIONS = Sheet(
    "citations",
    "Citations",
    "条款引文",
    (
        _C("of", "What", "对象", "word", words="cited"),
        _C("item", "Item", "对象编号", "id"),
        _C("source", "Source", "依据", "refs"),
        _C("document", "Document", "文件名称", computed=True),
        _C("clause", "Clause", "条款", "line"),
        _C("quote", "Quote", "原文", "text"),
        _C("deadline", "Deadline there", "原文期限", "words", rare=True),
        BY,
        _C("url", "Read at", "查阅网址", "url"),
        _C("evidence", "Evidence", "核实", "word", words="evidence"),
        NOTE,
    ),
)
LINKS = Sheet(
    "links",
    "Links",
    "前后关系",
    (
        _C("from", "Predecessor", "前置编号", "id"),
        _C("from_title", "Predecessor title", "前置名称", computed=True),
        _C("to", "Successor", "后续编号", "id"),
        _C("to_title", "Successor title", "后续名称", computed=True),
        _C("type", "Relation", "关系", "word", words="relation"),
        _C("lag", "Lag", "间隔", "words"),
        _C("basis", "Basis", "判据", "word", words="basis"),
        _C("by", "Written as", "写法", "word", words="link"),
        SOURCE,
        NOTE,
    ),
)
REPORTS = Sheet(
    "reports",
    "Progress reports",
    "进展报告",
    (
        _C("item", "Item", "事项编号", "id"),
        _C("title", "Title", "名称", computed=True),
        _C("date", "Date", "日期", "date"),
        _C("progress", "Progress", "进度", "percent"),
        _C("status", "Status", "状态", "word", words="status"),
        SOURCE,
        NOTE,
    ),
)
PHASES = Sheet(
    "phases",
    "Phases",
    "时期",
    (
        ID,
        TITLE,
        _C("years", "Years", "年份", "words"),
        _C("first", "First day", "首日", "date", computed=True),
        _C("last", "Last day", "末日", "date", computed=True),
        _C("zoom", "Zoom", "缩放", "number", rare=True),
    ),
)
INDUSTRIES = Sheet(
    "industries",
    "Industries",
    "行业",
    (
        _C("id", "Industry ID", "行业编号", "id"),
        TITLE,
        _C("code", "Code", "代号", "line"),
        *DUTIES[:4],
        _C("drawing_number", "Drawing number", "图号", "line", rare=True),
        _C("creator", "Drawn by", "设计", "line", rare=True),
        _C("checked", "Checked by", "校核", "line", rare=True),
        _C("approved", "Approved by", "批准", "line", rare=True),
        _C("department", "Department", "部门", "text", rare=True),
        _C("document_status", "Document status", "文件状态", "text", rare=True),
        _C("access", "Access", "密级", "text", rare=True),
        NOTE,
    ),
)
REVISIONS = Sheet(
    "revisions",
    "Revisions",
    "修订",
    (
        _C("industry", "Industry ID", "行业编号", "id"),
        _C("rev", "Revision", "版次", "line"),
        _C("date", "Date", "日期", "date"),
        _C("by", "Made by", "编制", "line"),
        _C("items", "Items", "条目", "refs"),
        NOTE,
    ),
)
