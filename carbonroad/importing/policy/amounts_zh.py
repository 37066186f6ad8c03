"""Numbers that a Chinese text asks for: 比重达到25%左右, 建成50个园区, 比2020年下降18%以上."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value
from carbonroad.importing.policy.parts import Quantity

if TYPE_CHECKING:
    import re


class Amount(NamedTuple):
    """A number in a text, with the words around it.

    Attributes:
        start: Where its first word begins: 达到, 下降, 建成, or the number.
        number: Where the digits begin.
        end: After its last word: 以上, 左右.
        how: level, change, made (建成50个…) or bare.
        verb: Of made: the verb.
        quantity: What it asks for; None where it cannot be read.
        unit: The unit; "" where none is written.
        each: Whether 分别 stands before it.
        strive: Whether 力争 stands before it.
    """

    start: int
    number: int
    end: int
    how: str
    verb: str
    quantity: Quantity | None
    unit: str
    each: bool
    strive: bool


_LEVEL = (
    "达到|达|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增长至|扩大到|扩大至|上升到|上升至|升至|升到|增至|降至|降到|下降到|下降至"
    "|降低到|降低至|减少到|减少至|减至|压减到|压减至|控制到|控制在|保持在|稳定在|维持在|不低于|不少于|不小于|不超过|不高于|不大于|不多于"
    "|超过|突破|高于|低于|大于|小于|少于|至少|约为|大约|约|为|占|力争|争取|超|不足|原则上|至|到|可达|有望"
)
_CHANGE = "下降|降低|减少|削减|压减|提高|提升|增加|增长|上升|缩减|降"
_MAKE = (
    "新增|新建成|新建|建成|建设|建立|改造|完成|推广|应用|培育|创建|打造|形成|淘汰|退出|布局|投放|更新|组织|实施|遴选|发展|制修订|制定|制订|发布"
    "|开展|实现|扶持|支持|配备|配建|布设|建好|建|种植|营造|造林|修复|治理|盘活|替代|关停|整合|引进|认定|打通|回收|储备|消纳|带动|拉动|节约"
    "|节能|减排|转化|选取|评选|推出|组建|开通|增设|新设|设立|创成|置换|处置|举办|培训|引育|聚集|聚焦"
)
_ADVERB = "累计|年均|平均|每年|分别|均|再|总计|合计|逐年"
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\.[0-9]++)?"
_ONE = (
    "个百分点|百分点|千瓦时|千瓦|兆瓦时|吉瓦时|兆瓦|吉瓦|瓦时|瓦|千克标准煤|克标准煤|吨标准煤|吨标煤|吨二氧化碳当量|吨二氧化碳|千克二氧化碳|克二氧化碳"
    "|吨|千克|公斤|毫克|微克|克|标准立方米|立方米|平方米|平方公里|公顷|公里|千米|米|亩|元|美元|欧元|辆次|辆|标准台|台套|台|套|个|家|座|项|条|件|处|户"
    "|人次|人天|人|名|倍|千焦|吉焦|万焦|焦耳|升|天|小时|分钟|次|只|艘|片|株|批|种|类|所|标准箱|标箱|车位|泊位|度电|度|头|栋|宗|组|期|场"
    "|班|米2|m2|MW|GW|kWh|kW|TWh|GWh|MWh"
)
_UNIT = (
    rf"(?:[%％‰]|[十百千万亿]{{0,2}}(?:{_ONE})(?:(?:/|／|每)(?:[十百千万亿]{{0,2}}(?:{_ONE}|元|年|人|日|天)"
    rf"|单位[\u3400-\u9fff]{{1,8}})"
    r"(?:·年|·天|/年)?)?|(?:MW|GW|kWh|kW|TWh|GWh|MWh|Mt|PUE))"
)
_BASE = (
    r"(?:(?:相比于?|相较于?|相对于?|对比|[比较])\s?[0-9]{4}\s?年(?:度|底|末)?(?:的?水平)?(?:相比|的?基础上)?"
    r"|[与同以在]\s?[0-9]{4}\s?年(?:度|底|末)?(?:的?水平)?(?:相比|的?基础上|为基[期准数年]))[，,]?"
)
_AMOUNT = lazy_pattern(
    rf"(?P<base>{_BASE})?"
    rf"(?P<pre>(?:(?:{_LEVEL}|{_CHANGE}|{_MAKE}|{_ADVERB})\s?){{0,6}}+)"
    rf"(?:了)?(?P<num>(?<![0-9.])(?P<n1>{_NUMBER})\s?(?P<u1>{_UNIT})?"
    rf"(?:\s?(?:[-—–―~～]{{1,2}}|至|到)\s?(?P<n2>{_NUMBER}))?"
    rf"\s?(?P<u2>{_UNIT})?|翻[一两二三]?番|减半)(?P<more>余|多)?(?P<u3>{_UNIT})?"
    r"(?P<post>(?:及以上|及以下|以上|以下|以内|之内|之间|左右|上下)?)"
)
_WORD = lazy_pattern(f"{_LEVEL}|{_CHANGE}|{_MAKE}|{_ADVERB}")
_SETS = {
    name: frozenset(words.split("|"))
    for name, words in (("level", _LEVEL), ("change", _CHANGE), ("made", _MAKE))
}
_KEEP_LEVEL = _SETS["level"] - {"占", "原则上", "可达", "有望"}
_KEEP_ADVERB = frozenset({"年均", "每年", "平均"})
_OF = lazy_pattern("的(?!目标|水平|要求)")
_LABELS = lazy_pattern(r"年|月|日|号|款|批次|季度")


def amounts(masked: str, start: int, end: int) -> list[Amount]:
    """Find the numbers between two places of a text whose titles, brackets and deadlines are hidden."""
    return [
        _amount(masked, found, end)
        for found in _AMOUNT.finditer(masked, start, end)
        if not _is_label(masked, found)
    ]


def _is_label(masked: str, found: re.Match[str]) -> bool:
    """Whether a number is part of a name or of a date: 第3批, 5G, 12月."""
    start = found.start("num")
    before, after = masked[start - 1 : start], masked[found.end() : found.end() + 1]
    if before in ("第", "-") or (before.isascii() and before.isalpha()):
        return True
    unit = found["u1"] or found["u2"] or found["u3"]
    return not unit and (bool(_LABELS.match(masked, found.end())) or (after.isascii() and after.isalpha()))


def _amount(masked: str, found: re.Match[str], limit: int) -> Amount:
    words = _WORD.findall(found["pre"])
    unit = found["u2"] or found["u1"] or found["u3"] or ""
    if found["num"].startswith(("翻", "减")):
        unit = "倍"
    how, verb = _how(words, bare=found["base"] is not None)
    if _OF.match(masked, found.end(), limit):
        how = "attribute"
    followed = _is_word(masked[found.end() : min(found.end() + 1, limit)])
    if followed and (how == "bare" or (how == "made" and found["post"] in ("以下", "及以下", "及以上"))):
        how = "attribute"
    elif how == "made" and not followed:
        how = "bare"
    quantity = None if found["more"] else _quantity(masked, found, words, unit)
    return Amount(
        found.start(),
        found.start("num"),
        found.end(),
        how,
        verb,
        quantity,
        unit,
        "分别" in words,
        bool({"力争", "争取"} & set(words)),
    )


def _is_word(sign: str) -> bool:
    return bool(sign) and ("\u3400" <= sign <= "\u9fff") and sign not in "和及与以并且或等目任"


def _how(words: list[str], *, bare: bool) -> tuple[str, str]:
    made = next((word for word in reversed(words) if word in _SETS["made"]), "")
    if any(word in _SETS["change"] for word in words):
        return "change", ""
    if made:
        return "made", made
    if any(word in _SETS["level"] for word in words):
        return "level", ""
    return ("change" if bare else "bare"), ""


def _quantity(masked: str, found: re.Match[str], words: list[str], unit: str) -> Quantity | None:
    """The author's words for the value, without those that belong to the sentence: 累计, 分别, 新增."""
    kept = [word for word in words if word in _KEEP_LEVEL or word in _SETS["change"] or word in _KEEP_ADVERB]
    if any(word in _SETS["made"] for word in words):
        kept = [word for word in kept if word not in ("达到", "达", "为", "占", "到", "至")]
    number = masked[found.start("num") : found.end()]
    base = (found["base"] or "").rstrip("，,")
    for text in (f"{base}{''.join(kept)}{number}", f"{''.join(kept)}{number}", number):
        value = parse_value(text, parse_unit(unit) if unit else None)
        if isinstance(value, Value) and value.understood:
            return Quantity(text, unit, value)
    return None
