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
        Enumeration("boolean", {"true": ("是",), "false": ("否",)}),
    )
}

NOBODY = ("none", "无")
"""How `owner` says that the source names no one."""

SYNONYMS = {
    "时限": "期限",
    "截止时间": "期限",
    "责任单位": "负责",
    "牵头单位": "牵头",
    "序号": "编号",
    "现状": "实际值",
}
"""Chinese keys that people type and the format does not read, with the one that it does."""
