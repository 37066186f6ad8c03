"""Columns that several tables have."""

from carbonroad.read.columns.column import Column

_C = Column

ID = _C("id", "ID", "编号", "id")
INDUSTRY = _C("industry", "Industry", "行业")
KIND = _C("kind", "Kind", "类别", "word", words="item")
TITLE = _C("title", "Title", "名称", "text")
DEADLINE = _C("deadline", "Deadline", "期限", "words")
SAID = _C("deadline_said", "Deadline in English", "期限（中文表述）", computed=True, rare=True)
BY = _C("by", "No later than", "不晚于", "words", rare=True)
VALUE = _C("value", "Target", "目标值", computed=True, rare=True)
LATEST = _C("latest", "Latest day", "最迟日", "date", computed=True)
DUTIES = (
    _C("owner", "Owner", "负责单位", "names"),
    _C("lead", "Lead", "牵头单位", "names"),
    _C("support", "Support", "配合单位", "names"),
    _C("owner_basis", "Basis of duties", "负责依据", "word", words="owner_basis"),
    _C("inherited", "Inherited", "沿用上级", "fields"),
)
"""Duties as they hold; what `inherited` names is not the row's own (the owner stands for the lead too)."""
NATURE = _C("nature", "Nature", "属性", "word", words="nature", rare=True)
STATUS = _C("status", "Stated status", "填报状态", "word", words="status")
STANDING = _C("standing", "Status", "当前状态", "word", computed=True, words="standing")
FINISHED = _C("finished", "Finished", "完成日期", "dates", rare=True)
MEASURE = _C("measure", "Measure", "举措", "refs")
MEASURE_TITLE = _C("measure_title", "Measure title", "举措名称", computed=True, rare=True)
AFTER = _C("after", "After", "前置", "refs")
CONDITION = _C("if", "If", "条件", "refs", rare=True)
FOR = _C("for", "For", "支撑", "refs")
SUPERSEDED = _C("superseded_by", "Superseded by", "被替代", "refs", rare=True)
SOURCE = _C("source", "Source", "依据", "refs")
NOTE = _C("note", "Note", "备注", "text")
UNIT = _C("unit", "Unit", "计量单位", "text")
BASELINE = _C("baseline", "Baseline", "基期", "text", rare=True)
CHANGE = _C("change", "Change", "是否变化值", "word", words="boolean", rare=True)
SCHEDULE = (
    _C("early_start", "Early start", "最早开始", "date", computed=True, rare=True),
    _C("early_finish", "Early finish", "最早完成", "date", computed=True, rare=True),
    _C("late_finish", "Late finish", "最迟完成", "date", computed=True, rare=True),
    _C("total_float", "Total float (days)", "总时差（天）", "whole", computed=True, rare=True),
    _C("critical", "Critical", "关键", "word", computed=True, words="boolean", rare=True),
)
NUMBER = _C("number", "Number", "数字", "number", computed=True)
LOW = _C("low", "From", "下限", "number", computed=True, rare=True)
HIGH = _C("high", "To", "上限", "number", computed=True, rare=True)
