"""Chinese interface words that several documents use."""

WORDS: dict[str, str] = {
    "planned": "计划",
    "on track": "按期推进",
    "at risk": "有风险",
    "late": "滞后",
    "done": "已完成",
    "missed": "未完成",
    "dropped": "已取消",
    "outcome not recorded": "结果未载",
    "reached early": "提前达到",
    "not reached": "未达到",
    "superseded": "已被替代",
    "Timetable": "时间表",
    "Roadmap": "路线图",
    "Construction drawing": "施工图",
    "Overview": "总览",
    "binding": "约束性",
    "expected": "预期性",
}
