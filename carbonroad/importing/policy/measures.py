"""Measures: numbered sections and headings that bundle tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy.parts import Item, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.importing.policy.duties import Assigned
    from carbonroad.importing.policy.outline import Outline
    from carbonroad.importing.texts.paragraphs import Paragraph

_SKIPPED = {
    "zh": lazy_pattern(
        r"指导思想|原则|总体思路|背景|发展基础|工作基础|面临形势|形势|重要意义|现状|主要成效|工作成效|取得成效|成效|附则|术语|名词解释|适用范围|编制依据"
        r"|目录|联系方式|联系人|存在问题|^其他|^其它|有关说明|解读"
    ),
    "en": lazy_pattern(
        r"(?i)(?:background|introduction|context|foreword|preface|principles|guiding"
        r"|definitions?|glossary|scope|contact|contents|references"
        r"|legal basis|where we (?:are|stand)|current situation|progress (?:so far|to date)"
        r"|achievements|baseline|purpose|rationale|vision|why|acknowledg|abbreviations"
        r"|executive summary|entry into force|final provisions)"
    ),
}
_GOALS = {
    "zh": lazy_pattern(r"目标|总体要求|主要指标|总则"),
    "en": lazy_pattern(
        r"(?i)\b(?:where we want|targets?|goals?|objectives?|ambitions?|milestones?|commitments?"
        r"|general provisions|overall requirements|indicators)\b"
    ),
}
_GENERIC = {
    "zh": lazy_pattern(
        r"(?:主要|重点|工作|具体)?(?:任务|举措|措施|行动|工作|内容|工程|任务和措施|工作任务|任务措施|工作内容|任务举措)(?:分工|安排)?"
        r"|(?:进度|时间|实施|工作)(?:安排|步骤|计划)|有关要求|工作要求|其他|其它|(?:政策|组织|实施)?保障(?:措施|机制)?|组织(?:领导|实施)|其他(?:事项|要求)|(?:附件|附录|附表|专栏).{0,4}"
    ),
    "en": lazy_pattern(
        r"(?i)(?:(?:the|our)\s)?(?P<one>(?:(?:main|key|priority|specific|our)\s)?(?:tasks?|actions?|measures?"
        r"|activities|priorities|work(?:\sprogramme)?|implementation|policies|action\splan"
        r"|governance|delivery|monitoring|annex|appendix|projects?|investment\sprojects?"
        r"|works|funding|finance|financing|budget|resources|money|review|reporting|evaluation"
        r"|timetable|timeline|schedule|coordination|communications?|overall|general|other"
        r"|other\smatters|miscellaneous|next\ssteps|oversight|accountability|enforcement))"
        r"(?:(?:,|\sand|,\sand|\s&|\s/)\s(?P<more>implementation|delivery|monitoring|funding|finance|financing"
        r"|measures|actions|budget|resources|review|reporting|evaluation|timetable|timeline|coordination"
        r"|communications?|next\ssteps|oversight|accountability|enforcement|governance)){0,3}+"
    ),
}
"""Headings that name a part of a document and nothing that is to be done."""
_SAFEGUARDS = {
    "zh": lazy_pattern(
        r"(?:政策|组织|实施|服务|要素)?保障(?:措施|机制|体系)?|组织(?:领导|实施)(?:和保障|与保障|保障)?"
        r"|(?:切实|进一步)?(?:加强|强化|健全|完善|压实|落实|严格|做好|注重)(?:各项|工作|党的)?(?:组织|统筹|监督|督导|督查|督促|考核|跟踪|评估|调度|宣传|舆论"
        r"|教育|政策|资金|财政|金融|要素|法治|法律|人才|责任|领导|协调)(?:[\u3400-\u9fff、]{0,12})"
    ),
    "en": lazy_pattern(r"(?!)"),
}
"""Headings of what only carries a plan out: below them a section is a measure by its tasks alone."""
_TITLE_SKIPPED = 30


def skipped_sections(shape: Outline, language: str) -> frozenset[int]:
    """The sections that tell and explain, and all below them."""
    found: set[int] = set()
    for number, section in enumerate(shape.sections):
        title = section.title[:_TITLE_SKIPPED]
        tells = _SKIPPED[language].search(title) if language == "zh" else _SKIPPED[language].match(title)
        goal = _GOALS[language].search(section.title)
        if not goal and (tells or section.parent in found):
            found.add(number)
    return frozenset(found)


def find_measures(
    paragraphs: Sequence[Paragraph],
    shape: Outline,
    skipped: frozenset[int],
    items: Sequence[Item],
    assigned: Assigned,
    language: str,
) -> list[Item]:
    """Find the sections with a title and with tasks, their own or of numbered paragraphs right below."""
    busy = _busy(paragraphs, shape, items, assigned)
    children: dict[int, list[int]] = {}
    for number, section in enumerate(shape.sections):
        children.setdefault(section.parent, []).append(number)
    measures = []
    for number, section in enumerate(shape.sections):
        title = section.title
        if not title or number in skipped or _GOALS[language].search(title):
            continue
        below = children.get(number, [])
        if _GENERIC[language].fullmatch(title.strip(" .:：")) or _is_whole(shape, number):
            continue
        if _carries_out(shape, number, language) and not _has_tasks(shape, number, items, assigned):
            continue
        if number in busy or any(child in busy for child in below):
            start = paragraphs[section.paragraph].text.find(title, section.title_start)
            start = max(start, 0)
            place = Place(section.paragraph, start, start + len(title))
            duties = assigned.of_section(number)
            measures.append(Item("measure", title, place, section.clause, duties=duties, section=number))
    return measures


def _carries_out(shape: Outline, number: int, language: str) -> bool:
    """Whether a section, or one around it, is about organisation, money and control."""
    while number >= 0:
        if _SAFEGUARDS[language].fullmatch(shape.sections[number].title.strip(" .:：")):
            return True
        number = shape.sections[number].parent
    return False


def _has_tasks(shape: Outline, number: int, items: Sequence[Item], assigned: Assigned) -> bool:
    """Whether a section holds two tasks, or one that bodies are named for."""
    own = sum(_is_in(shape, item.section, number) for item in items)
    return own > 1 or (own == 1 and assigned.has_section(number))


def _is_in(shape: Outline, section: int, number: int) -> bool:
    while section >= 0 and section != number:
        section = shape.sections[section].parent
    return section == number


def _is_whole(shape: Outline, number: int) -> bool:
    """Whether a heading stands over the whole text: all other sections are below the first one."""
    return (
        number == 0
        and len(shape.sections) > 2
        and shape.sections[0].form in ("heading", "named", "chapter", "part")
        and all(section.parent != -1 for section in shape.sections[1:])
    )


def _busy(
    paragraphs: Sequence[Paragraph], shape: Outline, items: Sequence[Item], assigned: Assigned
) -> frozenset[int]:
    """The sections with text of their own that is more than a line before a list."""
    found = {item.section for item in items}
    for block in shape.blocks:
        if block.heading or block.section < 0 or block.paragraph in assigned.whole:
            continue
        text = paragraphs[block.paragraph].text[block.body :].strip()
        if len(text) >= 4 and paragraphs[block.paragraph].kind != "cell":
            found.add(block.section)
    return frozenset(found)
