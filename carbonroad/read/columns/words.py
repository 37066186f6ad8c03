"""The fixed lists of words that only tables have, in both languages."""

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "item": {
        "milestone": ("milestone", "里程碑"),
        "target": ("target", "目标"),
        "work": ("work", "工程"),
    },
    "role": {"owner": ("owner", "负责"), "lead": ("lead", "牵头"), "support": ("support", "配合")},
    "value": {"target": ("target", "目标"), "actual": ("actual", "实际值")},
    "series": {
        "actual": ("actual", "实际值"),
        "target": ("target", "目标"),
        "reference": ("reference", "基准情景"),
    },
    "cited": {
        "milestone": ("milestone", "里程碑"),
        "target": ("target", "目标"),
        "work": ("work", "工程"),
        "indicator": ("indicator", "指标"),
        "measure": ("measure", "举措"),
        "actual": ("actual", "实际值"),
        "report": ("report", "进展报告"),
        "pathway": ("pathway", "路径"),
        "link": ("link", "前后关系"),
    },
    "link": {"after": ("after", "前置"), "for": ("for", "支撑")},
    "standing": {
        "planned": ("planned", "计划"),
        "on-track": ("on track", "按期推进"),
        "at-risk": ("at risk", "有风险"),
        "late": ("late", "滞后"),
        "done": ("done", "已完成"),
        "missed": ("missed", "未完成"),
        "dropped": ("dropped", "已取消"),
        "unreported": ("outcome not recorded", "结果未载"),
        "reached-early": ("reached early", "提前达到"),
        "not-reached": ("not reached", "未达到"),
        "superseded": ("superseded", "已被替代"),
    },
}
"""Words of the lists that only tables have: key → its English and Chinese spelling."""
