"""What Chinese policy texts say where something is asked for, was done, or is only the way to it."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern

HISTORY = lazy_pattern(
    r"以来|近年来|目前|截至目前|去年|上年|已(?!经批准)(?:经|建|达|完|累|超|成|有|形|实|提|纳|基|全|连|初|投|启|出|累计)?"
    r"|取得了|达到了|下降了|提高了|增长了|提升了|建成了|完成了|形成了|实现了|同比|较上年|比上年|较去年|居全[国省]|位居|现有|曾"
)
"""A sentence with one of these tells what was, not what shall be."""

NOT_YET = lazy_pattern(
    r"已批|已纳入|已列入|已出台|已建成投产的|已有|具备条件|已核准|已开工|已建(?:的|项目|建筑)?"
)
"""What follows 已 in a sentence that asks for something: 已批未建项目."""

OUTCOME = lazy_pattern(
    r"形成|建立|建成|完成|实现|达峰|达到峰值|峰值|优化|提升|提高|改善|取得|健全|完善|确立|成熟|全覆盖|覆盖|出台|印发|制定|发布|公布|编制|修订"
    r"|投产|投运|投用|运行|启用|淘汰|退出|关停|关闭|转型|下降|降低|减少|增强|见效|突破|清零|接轨|达标|达到|纳入|启动|开工|竣工|通车|并网|并轨"
    r"|上线|建设|开展|报送|提交|备案|验收|取消|停止|禁止|替代|更新|更换|置换|改造|执行|实行|实施|推广|落地|摸清|查清|培育|打造|构建|搭建|组建|设立|成立"
    r"|明显|显著|大幅|有力|有效|基本|全面|初步|加快|率先|合理|更加|更为|趋于|得到|控制|占主导|主导地位|常态化|规模化|市场化|领先|先进水平|稳中有降|只减不增|有序|翻番|夯实|巩固|扩大"
)
"""A segment below a deadline with one of these is an outcome of its own."""

CONTEXT = lazy_pattern(
    r"(?:在[^，。]{0,30}(?:基础上|前提下|方面|领域|中|下|上|时)|按照|根据|依托|依据|通过|结合|以[^，。]{1,40}为|围绕|为(?!止)"
    r"|对于|对照|对标|针对|坚持|立足|锚定|聚焦|面向|对[^，。]{1,40}的\Z"
    r"|除[^，。]{1,30}外|其中\Z|同时\Z|一是|二是|三是|首先|此外)"
)
"""A segment that begins like this is the way to an outcome, or its frame."""

EACH = lazy_pattern(r"每(?:年|季度?|月|半年)|定期")

PURPOSE = lazy_pattern(
    r"(?:为|为了|围绕|锚定|对标|对照|按照|根据|依据|落实|确保如期|如期|贯彻|聚焦|紧扣|支撑|助力|服务)"
)
"""A segment that begins like this names a goal of elsewhere: 为实现2030年前碳达峰目标."""

SUPPORT_MONEY = lazy_pattern(r"奖励|奖补|补贴|补助|资金|贷款|罚款|投资|经费|融资|注册资本|信贷")
GENERIC = frozenset(
    [
        "占比",
        "比重",
        "比例",
        "总量",
        "规模",
        "总规模",
        "占比均",
        "数量",
        "总数",
        "面积",
        "产值",
        "其占比",
        "总装机",
        "占",
    ]
)
"""Names that say nothing without what stands before them."""

STRIP_BEFORE = lazy_pattern(
    r"(?:力争|争取|确保|努力|推动|推进|促进|使得|使|其中|并且|并|且|同时|将|把|要|应|需|均|再|也|还|到那时|届时|主要目标是|总体目标是"
    r"|主要目标|以及|及|和|与|实现|保持|各|力促|引导|的|比|较|预计|有望|中[，,]?|内|前|年)(?=[\u3400-\u9fffA-Za-z“])"
)
STRIP_AFTER = lazy_pattern(
    r"(?:累计|年均|平均|力争|争取|分别|应当|总体上|总体|进一步|稳步|持续|逐步|基本|能够|必须|要求|原则上|不得|全部|同比|明显|显著|大幅|由原来的|合计|总计"
    r"|(?<![产功效性节储智动热势])能|(?<!许)可|(?<![供响反效])应|(?<![需主重])要|(?<![平人户])均|(?<![急内供])需|(?<![首成])都|(?<![占对])比"
    r"|[再也将须由从较，,、：:\s])\Z"
)
NOTICE = lazy_pattern(
    r"有效期[至为到限]|起(?:施行|生效)(?=[，。；]|\Z)|负责解释|会议通知|(?:召开|举行|定于)[^，。；]{0,40}会(?=议|[，。；]|\Z)"
    r"|(?:安排|措施|意见|通知|要求|任务|事项)如下|传真|联系人|联系电话|电话[:：]|邮箱|备案号"
)
"""Meetings, contacts and the validity of the text itself: no tasks of a roadmap."""
REPEATED = lazy_pattern(
    r"组织|开展|报送|报告|发布|公布|通报|更新|评估|总结|调度|编制|举办|修订|核查|检查|监测|公开"
)
"""What is done again and again: 每年发布, 每季度公布."""
PRODUCT = lazy_pattern(
    r"(?:研究|抓紧|加快)?(?:编制|制定|出台|印发|发布|制修订|修订|起草)(?:出台|印发|发布|实施)?[^，。；]{2,40}"
    r"(?:办法|指引|指南|目录|清单|方案|规划|导则|规程|规范|条例|细则|台账|名录|手册)\Z"
    r"|建立[^，。；]{2,40}(?:清单|台账|名录|目录)(?:并动态更新|，?实行动态管理)?\Z"
)
"""A document to be made, which is a task even where no day is named."""
ONLY_TIME = lazy_pattern(
    r"(?:计划|拟)?(?:实施|建设|工程|施工|改造)?(?:期限|时间|周期|工期)?(?:为|是|：|:)?\ue000+(?:实施|建设|完成|推进|进行|施工)?"
)
"""A segment that only says when what stands before it is carried out."""
LEVEL = lazy_pattern(r"达到|不低于|不超过|以上|以下|以内|降至|下降|提高|不少于")
WORK_NOUN = lazy_pattern(
    r"工程|项目|改造|基地|电站|电厂|线路|园区|管网|枢纽|厂房|线\Z|平台|行动|试点|中心|设施|码头|大桥|通道"
)
STARTS = lazy_pattern(r"开工|动工|启动|始建|开始建设|开建|起建|启动建设|开始实施|起实施")
ENDS = lazy_pattern(
    r"建成|竣工|完工|投产|投运|投用|投入使用|投入运行|通车|并网|全面完成|完成|全容量并网|交付"
)
DOING = lazy_pattern(r"实施|建设|开展|推进|组织")
LASTS = lazy_pattern(
    r"(?:工期|建设周期|建设期|建设工期|实施周期|实施期|周期|为期|历时)(?:为|约|约为)?\s?(?P<takes>[0-9一二三四五六七八九十两]{1,3}\s?(?:个月|年|天|周))"
)
COST = lazy_pattern(
    r"(?:总投资|计划投资|投资总额|估算投资|概算投资|投资估算|投资)(?:额)?(?:约|为|约为|达|达到)?\s?(?P<cost>[0-9]+(?:\.[0-9]+)?\s?[万亿]?元)"
)
