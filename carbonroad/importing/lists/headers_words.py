"""The headers that offices put over their columns, in Chinese and English, by what they mean."""

from carbonroad.base.record import NamedTuple

_ZH = {
    "number": "序号 编号 任务编号 项目编号 指标编号 代码 编码",
    "title": (
        "任务 工作任务 重点任务 主要任务 具体任务 任务名称 工作事项 事项 重点事项 重点工作 工作 名称 标题"
        " 项目 项目名称 重点项目 工程 工程名称 重点工程 里程碑 节点 任务事项 目标任务 重点工作任务"
        " 任务内容 工作任务名称 任务清单 任务分解 分解任务"
    ),
    "title2": (
        "措施 主要措施 工作措施 具体措施 重点举措 具体举措 工作举措 内容 工作内容 主要内容 具体内容"
        " 建设内容 主要建设内容 建设内容及规模 任务描述 描述 简介 工作要求 具体要求 主要任务和措施"
        " 细化任务 子任务 具体工作"
    ),
    "indicator": "指标 指标名称 主要指标 核心指标 具体指标 指标项 二级指标 三级指标",
    "industry": (
        "行业 领域 行业领域 所属行业 所属领域 重点领域 重点行业 部门领域 板块 工作领域 任务领域 涉及领域"
    ),
    "measure": (
        "举措 类别 任务类别 工作类别 分类 类型 方面 大类 专项 行动 专项行动 重点行动 一级任务 一级指标"
        " 任务分类 任务类型 项目类别 项目类型 指标类别 重点方向 工作方向 方向 章节 模块"
    ),
    "deadline": (
        "期限 时限 完成时限 完成期限 完成时间 时间节点 时间要求 时间 时间安排 完成日期 截止时间 截止日期"
        " 截止期限 办结时限 办理时限 进度要求 进度安排 时间进度 计划完成时间 预计完成时间 要求完成时间"
        " 节点时间 目标时间 实施期限 实施时间 推进时间"
    ),
    "start": (
        "起 开始 开始时间 开始日期 起始时间 起始日期 计划开始时间 启动时间 开工时间 计划开工时间 开工日期"
        " 起始年份 开始年份"
    ),
    "finish": (
        "止 结束 结束时间 结束日期 计划结束时间 竣工时间 计划竣工时间 竣工日期 终止时间 建成时间 投产时间"
        " 计划建成时间 完工时间 终止年份"
    ),
    "period": ("起止时间 建设起止年限 建设周期 起止年限 实施周期 建设年限 起止日期 建设起止时间 起止年份"),
    "takes": "工期 持续时间 建设工期 工作周期",
    "owner": (
        "负责 负责单位 责任单位 责任部门 主管单位 主管部门 责任主体 承办单位 实施单位 实施主体 承担单位"
        " 建设单位 负责部门 主体责任单位 主责单位 落实单位 责任分工 职责分工 分工 责任机构 项目单位"
        " 项目业主 业主单位 任务承担单位"
    ),
    "lead": (
        "牵头 牵头单位 牵头部门 牵头责任单位 市级牵头单位 省级牵头单位 主办单位 牵头负责单位 牵头负责"
        " 牵头机构"
    ),
    "support": (
        "配合 配合单位 配合部门 参与单位 参加单位 协助单位 协办单位 协同单位 支持单位 参与部门"
        " 责任配合单位 协作单位 配合责任单位"
    ),
    "person": (
        "责任人 负责人 责任领导 牵头领导 分管领导 联系人 责任人员 项目负责人 具体责任人 联系电话 电话"
        " 邮箱 联系方式 包联领导"
    ),
    "nature": "属性 指标属性 性质 指标性质 约束性 约束性/预期性 约束性或预期性",
    "status": "状态 当前状态 完成状态 完成情况 工作状态 任务状态 进展状态 是否完成",
    "progress": "进度 完成进度 完成率 完成比例 完成百分比 工作进度 形象进度",
    "advance": (
        "进展 进展情况 工作进展 最新进展 目前进展 当前进展 目前进度 当前进度 推进情况 工作进展情况 落实情况"
        " 进展及成效"
    ),
    "note": "备注 说明 注 附注 补充说明 存在问题 问题 备注说明",
    "source": "依据 来源 政策依据 文件依据 出处 依据文件 任务来源 数据来源 文件来源",
    "clause": "条款 章节条款 条目",
    "quote": "原文 文件原文 原文表述",
    "url": "网址 链接",
    "unit": "计量单位 指标单位 数据单位",
    "unit-or-body": "单位",
    "target": "目标 目标值 指标值 规划目标 预期目标 计划值 规划值 任务目标值 预期值 年度目标 目标指标",
    "actual": "实际 实际值 完成值 现状 现状值 实际完成值 当前值 现值 实际完成 历史值 基础值",
    "baseline": "基期 基期值 基准值 基准 基数 基准年值 基期数据 期初值",
    "baseline_year": "基年 基期年 基准年 基期年份 基准年份",
    "year": "年份 年度 目标年 目标年份",
    "deliverable": (
        "成果 成果形式 预期成果 标志性成果 交付物 工作成果 成果产出 预期成效 工作目标 目标要求 目标成果"
        " 主要目标 阶段性目标"
    ),
    "acceptance": "验收标准 考核标准 完成标准 评价标准",
    "cost": ("投资 总投资 投资额 计划投资 估算投资 投资估算 资金 资金需求 预算 投资规模 总投资额 计划总投资"),
    "after": "前置 前置任务 前置条件 紧前任务",
    "finished": "实际完成时间 实际完成日期 办结时间 完成日",
    "started": "实际开始 实际开始时间 实际开工时间",
    "better": "方向性 指标方向",
    "variable": "变量",
}
_EN = {
    "number": (
        "no|no.|nr|nr.|#|number|id|ref|ref.|code|item no|task id|s/n|sn|key|task no|item number|serial no"
    ),
    "title": (
        "title|task|tasks|action|actions|activity|milestone|milestones|measure name|project|project name"
        "|name|task name|initiative|item|deliverable name|work package|work item|objective|key task"
        "|action item|subject|what|works|policy|policy action|commitment"
        "|action title|task title|project title|milestone title|action name|activity name|milestone name"
    ),
    "title2": (
        "description|details|detail|task description|action description|scope of work|content|sub-task"
        "|subtask|step|steps"
    ),
    "indicator": (
        "indicator|indicators|kpi|metric|indicator name|key indicator|performance indicator"
        "|headline indicator|indicator title"
    ),
    "industry": "industry|sector|field|area|policy area|sectors|theme area|policy field|domain",
    "measure": (
        "measure|category|type|group|theme|programme|program|workstream|work stream|pillar|strand"
        "|priority area|chapter|section|cluster|measures|lane|component"
    ),
    "deadline": (
        "deadline|due|due date|due by|by when|target date|completion date|when|timeline|timeframe"
        "|time frame|timing|completion|date|to be completed by|expected completion|planned completion"
        "|date due|delivery date|latest date"
    ),
    "start": "start|start date|begin|begins|from|starts|planned start|commencement|start of works",
    "finish": "finish|finish date|end|end date|to|ends|planned finish|planned end|completed by",
    "period": "period|duration of works|implementation period",
    "takes": "duration|takes|length|duration (months)",
    "owner": (
        "owner|responsible|responsibility|responsible body|responsible agency|responsible department"
        "|accountable|agency|department|who|assigned to|responsible party|responsible organisation"
        "|responsible organization|responsible unit|ministry|institution|responsible entity|assignee"
        "|implementing agency|implementing body|responsible institution|responsible ministry|in charge"
        "|body|organisation|organization"
    ),
    "lead": (
        "lead|lead agency|lead body|lead department|lead ministry|lead organisation|lead organization"
        "|led by|lead institution|lead unit"
    ),
    "support": (
        "support|supporting|supporting agency|supporting agencies|supported by|partners|partner"
        "|contributors|with|supporting bodies|co-responsible|consulted|other agencies|involved"
        "|stakeholders|supporting departments|supporting body|support bodies|contributing|participants"
        "|with whom|partner organisations|supporting partners"
    ),
    "person": "contact|contact person|responsible person|person|officer|email|e-mail|phone|focal point",
    "nature": "nature|binding|legal nature|binding/indicative|binding or expected",
    "status": "status|state|stage|rag|rag status|current status|completion status",
    "progress": (
        "progress (%)|% complete|percent complete|% done|completion rate|progress %|progress percent|complete"
    ),
    "advance": "progress|progress to date|progress update|latest progress|update|updates",
    "note": (
        "note|notes|comment|comments|remark|remarks|observations|additional information"
        "|further information|issues"
    ),
    "source": (
        "source|sources|reference|policy basis|basis|legal basis|policy document|document|reference document"
    ),
    "clause": "clause|article|paragraph|page",
    "quote": "quote|original text|wording|text",
    "url": "url|link|web address|website|address",
    "unit": "unit|units|unit of measure|unit of measurement|uom",
    "target": "target|targets|goal|goals|target value|objective value|planned|planned value",
    "actual": (
        "actual|actuals|actual value|current|current value|latest|latest value|measured|achieved|observed"
        "|historical"
    ),
    "baseline": "baseline|base|baseline value|base value|reference value|starting point",
    "baseline_year": "base year|baseline year|reference year",
    "year": "year|target year",
    "deliverable": (
        "deliverable|deliverables|output|outputs|expected output|expected outcome|outcome|outcomes|result"
        "|results|product|success measure|success measures|kpi / success measure|measure of success"
    ),
    "acceptance": "acceptance|acceptance criteria|success criteria|verification|means of verification",
    "cost": "cost|costs|budget|investment|funding|estimated cost|total cost|cost estimate",
    "after": "after|depends on|predecessor|predecessors|dependency|dependencies|prerequisite",
    "finished": (
        "finished|date completed|completed on|actual finish|actual end|actual completion"
        "|actual completion date"
    ),
    "started": "started|actual start|actual start date",
    "better": "better|direction|desired direction",
    "variable": "variable|iamc variable",
}


class Spelling(NamedTuple):
    """A header as people write it, and what it means."""

    text: str
    key: str


SPELLINGS: tuple[Spelling, ...] = (
    *(Spelling(text, key) for key, words in _ZH.items() for text in words.split()),
    *(Spelling(text, key) for key, words in _EN.items() for text in words.split("|")),
)
TARGET_WORDS = frozenset((
    "by", "goal", "goals", "objective", "plan", "planned", "target", "target value", "targets",
    "任务目标", "力争", "发展目标", "年度目标", "指标值", "控制目标", "目标", "目标值", "规划",
    "规划值", "规划目标", "计划", "计划值", "预期", "预期值", "预期目标",
))  # fmt: skip
ACTUAL_WORDS = frozenset((
    "achieved", "actual", "actual value", "actuals", "base", "base year", "baseline", "baseline value",
    "current", "estimate", "estimated", "historical", "measured", "observed", "value", "历史值",
    "基准", "基准值", "基数", "基期", "基期值", "基础", "基础值", "完成", "完成值", "完成情况",
    "实现值", "实绩", "实际", "实际值", "实际完成", "实际完成值", "数据", "现值", "现状", "现状值",
    "统计值", "预计", "预计值",
))  # fmt: skip
BASE_WORDS = frozenset((
    "base", "base year", "baseline", "baseline value", "基准", "基准值", "基数", "基期", "基期值",
))  # fmt: skip
"""Words beside a year that say what stands below it; those of `BASE_WORDS` name the base year too."""
