"""Numbers at the head of a paragraph: 一、 （一） 1. （1） ① 第三章 1.2.3, Action 4, (a)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HAN = "一二三四五六七八九十百"


class Label(NamedTuple):
    """A number at the head of a paragraph.

    Attributes:
        form: What it looks like; numbers of one form stand on one level.
        text: As a clause names it: 二, （一）, 3.2, Action 4.
        end: After its last character, and the blanks that follow it.
    """

    form: str
    text: str
    end: int


_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", lazy_pattern(rf"(?P<text>第[{_HAN}0-9]{{1,4}}[编篇部]分?)[ \t\u3000]*+")),
    ("chapter", lazy_pattern(rf"(?P<text>第[{_HAN}0-9]{{1,4}}章)[ \t\u3000]*+")),
    ("section", lazy_pattern(rf"(?P<text>第[{_HAN}0-9]{{1,4}}节)[ \t\u3000]*+")),
    ("article", lazy_pattern(rf"(?P<text>第[{_HAN}0-9]{{1,5}}条)[ \t\u3000：:]*+")),
    (
        "annex",
        lazy_pattern(
            rf"(?P<text>(?:附件|附录|附表|专栏)[ ]?[{_HAN}0-9A-Z]{{0,3}})(?=[：:.．、\s]|\Z)"
            r"[：:.．、 \u3000]*+"
        ),
    ),
    (
        "action",
        lazy_pattern(
            rf"(?P<text>(?:专项)?(?:行动|任务|工程|专项|措施|重点|举措)[{_HAN}0-9]{{1,3}})"
            r"(?:[、：:．.][ \t\u3000]*+|[ \t\u3000]++)"
        ),
    ),
    (
        "han",
        lazy_pattern(
            rf"(?P<text>[{_HAN}]{{1,4}})(?:[、．.，][ \t\u3000]*+"
            r"|[ \t\u3000]++(?=[\u3400-\u9fff、]{2,20}\s*\Z))"
        ),
    ),
    ("han-bracket", lazy_pattern(rf"(?P<text>[（(][{_HAN}]{{1,4}}[）)])[、．.]?[ \t\u3000]*+")),
    (
        "dotted",
        lazy_pattern(
            r"(?P<text>[0-9]{1,2}(?:[.．][0-9]{1,2}){1,4})[.．、]?(?:[ \t\u3000]++"
            r"|(?=[\u3400-\u9fff]))(?![亿万个倍%％月年日家千])"
        ),
    ),
    ("bracket", lazy_pattern(r"(?P<text>[（(][0-9]{1,3}[）)])[、．.]?[ \t\u3000]*+")),
    (
        "number",
        lazy_pattern(
            r"(?P<text>[0-9]{1,3})(?:[、．]|[.](?=(?:19|20)[0-9]{2}\s?[年—–-])|[.](?![0-9])|[)）])"
            r"[ \t\u3000]*+"
        ),
    ),
    ("circled", lazy_pattern(r"(?P<text>[\u2460-\u2473])[、．.]?[ \t\u3000]*+")),
    (
        "named",
        lazy_pattern(
            r"(?P<text>(?:Action|Measure|Task|Chapter|Article|Section|Part|Goal|Objective"
            r"|Priority|Annex|Appendix"
            r"|Pillar|Step|Schedule|Strand|Workstream|Point|Item|Programme|Program|Initiative"
            r"|Commitment|Policy)"
            r"[ ]+(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}|[IVXLC]{1,6}|[A-Z](?:\.?[0-9]{1,2})?)(?![A-Za-z0-9]))"
            r"(?:[ ]*[.:：—–-]++[ ]*|[ ]+|\Z)"
        ),
    ),
    (
        "roman",
        lazy_pattern(r"(?P<text>\((?:i{1,3}|iv|vi{0,3}|ix|xi{0,3})\)|(?:i{1,3}|iv|vi{1,3}|ix)\))[ \t]*+"),
    ),
    ("letter", lazy_pattern(r"(?P<text>\([a-z]\)|[a-z]\)|[a-h](?=\.[ \t]|[ \t][–-][ \t]))[ \t.–-]*+")),
    ("upper", lazy_pattern(r"(?P<text>[IVX]{1,4}|[A-H][0-9]{0,2})[.)](?:[ \t]++)(?=[A-Z\"“])")),
    ("plain", lazy_pattern(r"(?P<text>[0-9]{1,2})[ \t\u3000]++(?=[A-Z][a-z]|[\u3400-\u9fff])")),
    ("sign", lazy_pattern(r"§[ ]?(?P<text>[0-9]{1,3}(?:\.[0-9]{1,2}){0,3})[ \t]*+")),
)
_MEASURED = lazy_pattern(
    r"(?:[GMk]?W(?:h|p)?|TWh|Mt|kt|km|m2|m²|ha|per ?cent|percent|million|billion|tonnes?"
    r"|GJ|PJ)(?![A-Za-z])|[%％亿万倍个家座项条件处台辆吨年月日]"
)


def labels(text: str, printed: str = "") -> Iterator[Label]:
    """Find the number of a paragraph, and those that follow it: 第三章 一、.

    Args:
        text: The paragraph.
        printed: Its automatic number; bullets are none.
    """
    found = _label(printed.strip() + " ", 0) if printed.strip() else None
    if found is not None:
        yield found._replace(end=0)
    place = len(text) - len(text.lstrip())
    for _ in range(2):
        label = _label(text, place)
        if label is None or (found is not None and found.form == label.form):
            return
        yield label
        place, found = label.end, label


def _label(text: str, place: int) -> Label | None:
    for form, pattern in _FORMS:
        found = pattern.match(text, place)
        if found is None:
            continue
        if form in ("dotted", "number", "plain") and _MEASURED.match(text, found.end()):
            if form == "dotted":
                continue
            return None
        shown = found["text"].replace("．", ".")
        if form in ("letter", "number") and shown[0] not in "(（":
            shown = shown.rstrip(")")
        if form == "han-bracket" or (form == "bracket" and "（" in shown):
            shown = f"（{shown[1:-1]}）"
        return Label(_level(form, shown), shown, found.end())
    return None


def _level(form: str, shown: str) -> str:
    """The form that decides the level: 1.2 and 1.2.3 stand on two."""
    if form == "dotted":
        return f"dotted{shown.count('.')}"
    return "number" if form == "plain" else form


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def value_of(label: str) -> int:
    """The number that a label says, such as 4 of 4, IV, 四 and （四）; 0 where it says none."""
    plain = label.rsplit(" ", maxsplit=1)[-1].strip("()（）第章节条编部分篇§.")
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if plain and all(sign in _ROMAN for sign in plain):
        sizes = [_ROMAN[sign] for sign in plain]
        return sum(
            -one if one < following else one for one, following in zip(sizes, [*sizes[1:], 0], strict=True)
        )
    if plain and all(sign in _HAN[:10] for sign in plain):
        tens, _, ones = plain.rpartition("十")
        digit = _HAN.find(ones) + 1 if ones else 0
        if "十" not in plain:
            return digit if len(plain) == 1 else 0
        return (_HAN.find(tens) + 1 if tens else 1) * 10 + digit
    return 0
