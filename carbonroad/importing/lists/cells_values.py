"""Numbers, values, shares and words of fixed lists in cells."""

from decimal import Decimal

from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.values.numbers import parse_number
from carbonroad.importing.lists.cells import is_empty, words_of
from carbonroad.importing.sheets.tables import Cell
from carbonroad.read.vocabulary.words import ENUMERATIONS, WORD_SYNONYMS

_STATUS = {
    "on-track": (
        "green|绿灯|on track|on schedule|under way|underway|in work|running|wip|ok|正常|正常推进"
        "|按计划推进|序时推进|有序推进|推进|正在实施|实施中|在建|已启动|按序时进度推进|达到序时进度"
        "|基本完成"
    ),
    "at-risk": "amber|yellow|黄灯|at risk|on hold|存在风险|有困难|暂停",
    "late": "behind schedule|overdue|滞后|进度滞后|推进缓慢|超期",
    "planned": "not yet started|to do|todo|未开工|待启动|尚未启动|未开展",
    "done": "done|complete|已办结|办结|已落实|已建成|全部完成",
    "dropped": "stopped|撤销|已撤销",
    "missed": "未完成",
}
_NATURE = {"binding": "binding target", "expected": "指导性指标"}
_MORE_WORDS = {
    name: {spelling: word for word, spellings in words.items() for spelling in spellings.split("|")}
    for name, words in (("status", _STATUS), ("nature", _NATURE))
}
"""What lists write for the words of the format, beside those that it reads itself or knows as mistakes."""
_DONE = lazy_pattern(r"^(?:累计|已|总体|目前)?(?:累计)?(?:完成|进度)率?[:：]? ?(?=[\d.]+ ?[%％]$)")
"""What stands before a share in a column of progress, as in 已完成45%."""
_PERCENT = lazy_pattern(r"[-+]?[\d.,]++ ?[%％]")
_THOUSANDS = lazy_pattern(r"(?<!\d )(?<![\d.,])\d{1,3}(?: \d{3}){1,4}+(?! ?\d)")
"""Thousands parted by blanks, as in 10 000."""
_SCALE = {"%": Decimal(100), "％": Decimal(100), "‰": Decimal(1000)}


def read_word(text: str, name: str) -> str:
    """Return the word of a fixed list that some words stand for; empty where they stand for none."""
    key = fold(text).lower().strip("。.!！ ")
    words = ENUMERATIONS[name].by_word
    own = _MORE_WORDS.get(name, {})
    for one in (key, key.replace(" ", "-"), own.get(key, ""), WORD_SYNONYMS.get(key, "")):
        if one in words:
            return words[one]
    return ""


def read_value(cell: Cell) -> str:
    """Return a value as one would type it: shown digits unless the cell knows more of them."""
    if is_empty(cell):
        return ""
    words = _THOUSANDS.sub(lambda found: found[0].replace(" ", ","), words_of(cell))
    if isinstance(cell.value, bool) or not isinstance(cell.value, Decimal):
        return words
    sign = fold(words)[-1:]
    exact = cell.value * _SCALE[sign] if sign in _SCALE else cell.value
    shown = parse_number(words.rstrip("%％‰ "))
    if not isinstance(shown, Refusal) and Decimal(str(float(shown))) == exact:
        return words
    number = plain(exact)
    return f"{number}{sign}" if sign in _SCALE else number


_COMMA = lazy_pattern(r"[^\d,.]*+(?:\d{1,3}(?:\.\d{3})*+|\d++),(?:\d{1,2}|\d{4,9})[^\d,.]*+")
_POINT = lazy_pattern(r"(?<![\d.])\d++\.\d{1,2}(?!\d)")


def decimal_commas(texts: list[str]) -> bool:
    """Whether numbers have a decimal comma: some can be read in no other way, and none has a point."""
    return any(_COMMA.fullmatch(text) for text in texts) and not any(_POINT.search(text) for text in texts)


def with_point(text: str) -> str:
    """Return a value with a decimal comma as one with a decimal point."""
    return text.replace(".", "").replace(",", ".") if _COMMA.fullmatch(text) else text


def plain(number: Decimal) -> str:
    """Return a number in digits, without an exponent and without noise behind its twelfth digit."""
    rounded = Decimal(f"{float(number):.12g}")
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def without_percent(value: str) -> str:
    """Return a value for a field whose unit is % already."""
    return fold(value).rstrip("%").strip() if _PERCENT.fullmatch(fold(value)) else value


def is_number(value: str) -> bool:
    """Whether a value is one number alone."""
    return not isinstance(parse_number(value), Refusal)


def read_percent(cell: Cell) -> str:
    """Return a share of 100 for a column of progress; empty where the cell holds no such thing."""
    if is_empty(cell):
        return ""
    text = _DONE.sub("", read_value(cell))
    bare = fold(text).rstrip("%").strip()
    number = parse_number(bare)
    if isinstance(number, Refusal):
        return ""
    if "%" not in fold(text) and isinstance(cell.value, Decimal) and 0 < cell.value <= 1:
        number, bare = number * 100, plain(cell.value * 100)
    return bare if 0 <= number <= 100 else ""
