"""The fixed lists of words, with their Chinese names."""

from carbonroad.read.vocabulary import Enumeration

ENUMERATIONS: dict[str, Enumeration] = {
    e.name: e
    for e in (
        Enumeration(
            "status",
            {
                "planned": ("计划",),
                "on-track": ("按期推进", "进行中"),
                "at-risk": ("有风险",),
                "late": ("滞后",),
                "done": ("已完成",),
                "missed": ("未完成",),
                "dropped": ("已取消",),
            },
        ),
        Enumeration("nature", {"binding": ("约束性",), "expected": ("预期性",)}),
        Enumeration("better", {"higher": ("越高越好",), "lower": ("越低越好",)}),
        Enumeration("goal", {"peak": ("达峰",), "neutrality": ("碳中和",)}),
        Enumeration("before_means", {"inclusive": ("含当年",), "exclusive": ("不含当年",)}),
        Enumeration("owner_basis", {"stated": ("明文",), "inferred": ("推定",)}),
        Enumeration("basis", {"stated": ("明文",), "implied": ("推断",)}),
        Enumeration("evidence", {"seen": ("已核",), "partly": ("部分",), "memory": ("未核",)}),
        Enumeration("relation", {"FS": (), "SS": (), "FF": (), "SF": (), "informs": ("参考",)}),
        Enumeration("level", {"error": ("错误",), "warning": ("警告",), "info": ("提示",), "off": ("关闭",)}),
        Enumeration(
            "fail_on", {"error": ("错误",), "warning": ("警告",), "info": ("提示",), "never": ("从不",)}
        ),
        Enumeration("boolean", {"true": ("是",), "false": ("否",)}),
    )
}

NOBODY = ("none", "无")
"""How `owner` says that the source names no one."""

SYNONYMS = {
    "时限": "期限",
    "完成时限": "期限",
    "截止时间": "期限",
    "截止日期": "期限",
    "责任单位": "负责",
    "责任部门": "负责",
    "牵头单位": "牵头",
    "牵头部门": "牵头",
    "配合单位": "配合",
    "参与单位": "配合",
    "序号": "编号",
    "名称": "标题",
    "现状": "实际值",
    "目标值": "目标",
    "说明": "备注",
    "开始时间": "开始",
    "结束时间": "结束",
    "name": "title",
    "responsible": "owner",
    "due": "deadline",
    "due_date": "deadline",
    "duration": "takes",
    "depends_on": "after",
    "predecessor": "after",
    "predecessors": "after",
    "budget": "cost",
    "comment": "note",
    "organizations": "organisations",
}
"""Keys that people type and the format does not read, with the one that it does."""

WORD_SYNONYMS = {
    "finished": "done",
    "complete": "done",
    "completed": "done",
    "delayed": "late",
    "overdue": "late",
    "cancelled": "dropped",
    "canceled": "dropped",
    "mandatory": "binding",
    "indicative": "expected",
    "完成": "已完成",
    "延期": "滞后",
    "延迟": "滞后",
    "取消": "已取消",
    "强制性": "约束性",
    "指导性": "预期性",
    "yes": "true",
    "no": "false",
}
"""The same for the words of fixed lists."""
