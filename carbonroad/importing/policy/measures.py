"""Measures: numbered sections and headings that bundle tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.lazy_pattern import lazy_pattern
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
        r"(?i)\b(?:where we want|targets?|goals?|objectives?|ambition|milestones?"
        r"|general provisions|overall requirements|indicators)\b"
    ),
}
_GENERIC = {
    "zh": lazy_pattern(
        r"(?:主要|重点|工作|具体)?(?:任务|举措|措施|行动|工作|内容|工程|任务和措施|工作任务|任务措施|工作内容)(?:分工)?|保障措施|组织实施"
        r"|组织保障|实施保障|工作要求|政策保障|有关要求|其他|其它|(?:附件|附录|附表|专栏).{0,4}"
    ),
    "en": lazy_pattern(
        r"(?i)(?:the )?(?:(?:main|key|priority|specific|our)?\s?(?:tasks?|actions?|measures?"
        r"|activities|priorities|work(?: programme)?|implementation|policies and measures"
        r"|governance|delivery|monitoring|annex|appendix|action plan|projects?"
        r"|investment projects?|works))"
    ),
}
_TITLE_SKIPPED = 30


def skipped_sections(shape: Outline, language: str) -> frozenset[int]:
    """The sections that tell and explain, and all below them."""
    found: set[int] = set()
    for number, section in enumerate(shape.sections):
        title = section.title[:_TITLE_SKIPPED]
        tells = _SKIPPED[language].search(title) if language == "zh" else _SKIPPED[language].match(title)
        goal = _GOALS[language].search(section.title)
        if (tells and not goal) or section.parent in found:
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
        if _GENERIC[language].fullmatch(title.strip(" .:：")) and (below or number not in busy):
            continue
        if section.form == "heading" and section.level <= 1 and _is_whole(shape, number):
            continue
        if number in busy or any(child in busy for child in below):
            start = paragraphs[section.paragraph].text.find(title, section.title_start)
            start = max(start, 0)
            place = Place(section.paragraph, start, start + len(title))
            duties = assigned.of_section(number)
            measures.append(Item("measure", title, place, section.clause, duties=duties, section=number))
    return measures


def _is_whole(shape: Outline, number: int) -> bool:
    """Whether a heading of the first level is the title of the text: all other sections stand below it."""
    return (
        number == 0
        and all(section.parent != -1 for section in shape.sections[1:])
        and len(shape.sections) > 2
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
