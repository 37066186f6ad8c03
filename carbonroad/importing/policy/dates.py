"""Deadlines in running text, Chinese and English: found by their form, read by the format's own reader."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.five_year_plans import plan_years
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.importing.policy.parts import When

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMERALS = "一二三四五六七八九"
_ORDINALS = (
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
)


def _plan(number: int) -> NamedPeriod:
    """The five-year plan of this number, from 11 to 17, by all its names."""
    first, last = plan_years(number)
    word = _ORDINALS[number - 11]
    titles = (
        f"“十{_NUMERALS[number - 11]}五”",
        f"{number}th FYP",
        f"{number}th Five-Year Plan",
        f"{word} Five-Year Plan",
        f"{word} FYP",
        f"{number}th Five Year Plan",
    )
    return NamedPeriod(f"fyp{number}", titles, date(first, 1, 1), date(last, 12, 31))


DUE = lazy_pattern(
    r"(?:完成时限|完成时间|完成期限|时间节点|时限要求|时限|时间要求)\s?[：:]\s*|(?:Deadline|Due(?:\sdate)?|Timeline"
    r"|Timing|Timeframe|By\swhen|Completion|Target\sdate)\s?:\s*"
)
"""What stands before the deadline of a whole task: 完成时限：, Timeline:."""

PLANS: tuple[NamedPeriod, ...] = tuple(_plan(number) for number in range(11, 18))
"""China's five-year plans by number: their years are law, so no text has to state them."""

_YEAR = r"(?:[0-9]{4}|[零〇○一二三四五六七八九]{4})\s?年"
_PLAN = r"[“「\"'‘]?十[一二三四五六七]五[”」\"'’]?(?:规划)?(?:时期|期间|期)?"
_RANGE = (
    r"(?:[0-9]{4}\s?年?(?:\s?[0-9]{1,2}\s?月)?\s?(?:[-—–―~～至到]{1,2})\s?[0-9]{4}\s?年(?:\s?[0-9]{1,2}\s?月)?"
    r"|[0-9]{4}\s?年\s?[0-9]{1,2}\s?月?\s?(?:[-—–―~～至到]{1,2})\s?[0-9]{1,2}\s?月)"
)
_UNIT = (
    rf"{_YEAR}(?:第?[一二三四1-4]季度|[上下]半年|年中|中(?=[，。；、前])"
    r"|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s?月份?(?:\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[日号]|[上中下]旬)?)?"
)
_HAN_DATE = lazy_pattern(
    rf"(?:(?:力争|争取|确保)(?=[在到至于]?[0-9“十]))?(?:[到至在于自从]|截至|截止到?|最迟|不晚于|不迟于)?"
    rf"(?P<core>{_RANGE}|{_PLAN}|{_UNIT})"
    r"(?P<end>年?底|年?末|年?初)?(?P<post>之前|以前|前(?!三季|两季|半|[0-9一二三四])|左右|前后|起|开始|之后|以后|后|期间|以来|内|之内|之间)?"
)
_PERIOD_AFTER = lazy_pattern(
    r"(?:碳|二氧化碳排放|碳排放)?达峰(?:之|以)?后(?=[，,])|(?:自|在)?(?P<ref>(?:本|该"
    r"|此)?[\u4e00-\u9fff]{0,12}?(?:印发|发布|公布|实施|施行|生效|批准|达峰|投产|建成))(?:之日起|之日|之?后)"
    r"\s?(?P<lag>[0-9一二三四五六七八九十两半]{1,3}\s?(?:个月|年|个工作日|日|天|周))(?:[之以]?内)?"
)
_BASE = lazy_pattern(
    r"(?:相比于?|相较于?|相对于?|对比|[比较])\s?[0-9]{4}\s?年(?:度|底|末)?(?:的?水平)?(?:相比|的?基础上|同期|实际)?"
    r"|[与同以在]\s?[0-9]{4}\s?年(?:度|底|末)?(?:的?水平)?(?:相比|的?基础上|为基[期准数年]|同期)"
)
_YEARLESS = lazy_pattern(
    r"(?<![0-9年一二三四五六七八九十])(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月(?:(?:[0-9]{1,2}"
    r"|[一二三四五六七八九十]{1,3})日|底|末|份)?(?:之?前|底|末)"
    r"|(?<![0-9每])(?:年底之?前|年内|今年底前|今年|全年(?=新增|完成|力争|实现|建成)|本年度内|[上下]半年(?=[，完建出印])|[一二三四]季度末?前|[二两三四五]年内)"
)
_NOUN_AFTER = lazy_pattern(r"度(?![内底末前中])|(?:的|以来)?(?:水平|基础上|基准)")


def chinese_deadlines(masked: str) -> list[When]:
    """Find the deadlines of a Chinese text whose titles and brackets are hidden."""
    bases = [found.span() for found in _BASE.finditer(masked)]
    taken = [(found.start(), found.end(), found[0]) for found in _PERIOD_AFTER.finditer(masked)]
    taken += [(found.start(), found.end(), found[0]) for found in _YEARLESS.finditer(masked)]
    for found in _HAN_DATE.finditer(masked):
        start, end = found.span()
        if any(low < end and start < high for low, high in bases) and found["core"][:1] not in "“「\"'‘十":
            continue
        if _NOUN_AFTER.match(masked, end) or found["post"] == "以来":
            continue
        if masked[end - 1] == "期" and masked[end : end + 1] in ("末", "初"):
            end += 1
        taken.append((start, end, masked[start:end]))
    return [_when(*one) for one in _in_order(taken)]


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DATE = (
    rf"(?:(?:[0-3]?[0-9](?:st|nd|rd|th)?\s(?:of\s)?)?{_MONTH},?\s(?:[0-3]?[0-9](?:st|nd"
    rf"|rd|th)?,?\s)?(?:19|20)[0-9]{{2}}"
    r"|[QH][1-4][\s-](?:of\s)?(?:19|20)[0-9]{2}"
    r"|(?:19|20)[0-9]{2}-(?:Q[1-4]|H[12]|[01][0-9](?:-[0-3][0-9])?)"
    r"|(?:the\s)?(?:first|second|third|fourth|1st|2nd|3rd|4th)\s(?:quarter"
    r"|half),?\s(?:of\s)?(?:19|20)[0-9]{2}"
    r"|(?:mid|end|year-end)[\s-](?:19|20)[0-9]{2}"
    r"|(?:early|late|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\s(?:of\s|in\s)?(?:19|20)[0-9]{2}"
    r"|(?:the\sfinancial\syear\s)?(?:19|20)[0-9]{2})"
)
_ENGLISH_PLAN = (
    r"(?:the\s)?(?:1[1-7]th|[Ee]leventh|[Tt]welfth|[Tt]hirteenth|[Ff]ourteenth|[Ff]ifteenth|[Ss]ixteenth)\s"
    r"(?:Five[- ]Year\sPlan|FYP|five-year\splan)(?:\speriod)?"
)
_ENGLISH_DATE = lazy_pattern(
    r"(?<![A-Za-z0-9])"
    r"(?:(?P<each>[Ee]very\syear|[Ee]ach\syear|[Aa]nnually|[Yy]early),?\s)?"
    r"(?:(?P<lead>[Bb]y\sno\slater\sthan|[Nn]o\slater\sthan|[Nn]ot\slater\sthan"
    r"|[Oo]n\sor\sbefore|[Aa]s\sof|[Ss]tarting\s(?:in|from)"
    r"|[Bb]eginning\s(?:in|from)|[Bb]y|[Bb]efore|[Pp]rior\sto|[Ff]rom|[Uu]ntil|[Tt]ill"
    r"|[Ii]n|[Dd]uring|[Tt]hroughout|[Oo]ver|[Aa]fter"
    r"|[Bb]etween|[Aa]round|[Ss]ince|[Oo]n|[Ww]ithin|[Tt]o|[Ff]or|[Aa]t)\s(?:around\s"
    r"|about\s|at\sthe\slatest\s)?)?"
    r"(?P<edge>(?:the\s)?(?:very\s)?(?P<which>end|middle|start|beginning|close)\sof\s(?:the\s)?(?:year\s)?)?"
    rf"(?P<core>{_ENGLISH_PLAN}|{_DATE}(?P<to>\s?[–—-]\s?{_DATE}|\s(?:to|and|until"
    rf"|through)\s(?:the\send\sof\s)?{_DATE})?)"
    r"(?![A-Za-z0-9%]|[.,][0-9]|\s(?:million|billion|tonnes|MW|GW|kW"
    r"|km)\b)(?P<onward>\s?onwards?|\sonward|\sat\sthe\slatest)?"
)
_LAG = lazy_pattern(
    r"[Ww]ithin\s(?:[0-9]{1,3}|six|three|nine|twelve|eighteen|one|two|four"
    r"|five)\s(?:months?|years?|weeks?|days?)\s(?:of|from|after)\s"
    r"(?P<ref>(?:the\s|its\s)?[A-Za-z-]{3,20}(?:\sof\s(?:this\s|the\s)?[A-Za-z]{3,20})?)"
)
_LEVELS = lazy_pattern(
    r"\s(?:levels?|baseline|base|average|values?|figures?|emissions|population|census)\b|’s|'s"
)
_BEFORE_BASE = lazy_pattern(
    r"(?<![A-Za-z])(?:compared\s(?:with|to)|relative\sto|against|versus|vs\.?|below|above"
    r"|than(?:\sin)?|on|over)\s(?:the\s)?(?:level\sof\s)?\Z"
)
_NAMED_PART = lazy_pattern(r"mid|end|early|late|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter")
_EVERY = lazy_pattern(
    r"\b(?:(?:once|twice)\sa\s(?:year|month|quarter)|(?:every|each)\s(?:(?:second|other|two|three|four|five|six)\s)?"
    rf"(?:years?|quarters?|months?|spring|summer|autumn|winter|{_MONTH})|annually|quarterly|monthly|half-yearly)"
    r"(?![A-Za-z])(?:,\s(?:next\sby|for\sthe\sfirst\stime\s(?:in|by))\s[A-Za-z0-9 ]{4,20}[0-9]{4})?",
    re.IGNORECASE,
)
_EVERY_HAN = lazy_pattern(
    r"每(?:半?年(?:度)?(?:[0-9一二三四五六七八九十]{1,2}月(?:[0-9]{1,2}日|底|末|份|中旬|上旬|下旬)?(?:之?前)?|年底前?|[上下]半年)?|季度?|月|两年|三年)"
)
_NO_LEAD = frozenset({"since", "to", "for", "at", "on", "as of"})


def english_deadlines(masked: str) -> list[When]:
    """Find the deadlines of an English text whose brackets are hidden."""
    taken = [(found.start(), found.end(), found[0]) for found in _LAG.finditer(masked)]
    for found in _ENGLISH_DATE.finditer(masked):
        lead = (found["lead"] or "").lower().split(" at the")[0].strip()
        if _is_base(masked, found, lead):
            continue
        if not (lead or found["edge"] or found["to"] or _NAMED_PART.match(found["core"]) or found["each"]):
            continue
        if lead == "between" and not found["to"]:
            continue
        words = found[0]
        start = found.start()
        if lead in _NO_LEAD and not (lead == "on" and len(found["core"]) > 4):
            if lead in ("since", "as of", "at") or not (found["to"] or found["edge"] or " " in found["core"]):
                continue
            start += len(found["lead"]) + (1 if masked[start + len(found["lead"])].isspace() else 0)
            words = masked[start : found.end()]
        taken.append((start, found.end(), words))
    return [_when(*one) for one in _in_order(taken)]


def _is_base(masked: str, found: re.Match[str], lead: str) -> bool:
    """Whether a year is the one that a change is measured against."""
    if _LEVELS.match(masked, found.end()):
        return True
    if found["to"] or len(found["core"]) > 4:
        return bool(not lead and _BEFORE_BASE.search(masked[: found.start()][-40:]))
    before = masked[max(found.start() - 40, 0) : found.start("core")]
    return bool(_BEFORE_BASE.search(before)) and lead in ("", "over", "on")


def _in_order(taken: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    last = -1
    for start, end, words in sorted(taken):
        if start >= last:
            yield start, end, words
            last = end


_LATEST = lazy_pattern(r"\sat\sthe\slatest\Z")
_LEADS_OFF = lazy_pattern(r"\A(?:确保|截至|预计)")
_EDGE = lazy_pattern(r"(?:the\s)?close\sof\s")


def _when(start: int, end: int, words: str) -> When:
    plain = _EDGE.sub("end of ", _LATEST.sub("", _LEADS_OFF.sub("", words)))
    found = parse_deadline(plain, PLANS)
    known = found if isinstance(found, Deadline) and found.kind != "not-stated" else None
    return When(start, end, words, known)


def deadlines_in(masked: str, language: str) -> list[When]:
    """Find the deadlines of a text in Chinese (`zh`) or English."""
    return chinese_deadlines(masked) if language == "zh" else english_deadlines(masked)


def recurring(masked: str, start: int, end: int) -> When | None:
    """What comes back, such as every year, every December, 每年, 每年1月31日前; None where nothing does."""
    found = _EVERY_HAN.search(masked, start, end) or _EVERY.search(masked, start, end)
    words = found[0].rstrip(".") if found else ""
    return _when(found.start(), found.start() + len(words), words) if found else None


def is_whole_deadline(text: str) -> bool:
    """Whether a text, such as what brackets hold, is a deadline and nothing else."""
    plain = text.strip()
    if not 4 <= len(plain) <= 40:
        return False
    return isinstance(parse_deadline(plain, PLANS), Deadline)
