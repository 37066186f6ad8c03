"""What a text says of itself: title, document number, who issued it and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.texts.folding import fold, plain_numerals
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.periods import parse_period
from carbonroad.importing.policy.names_en import names_in
from carbonroad.importing.policy.numbering import labels
from carbonroad.importing.policy.parts import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.importing.texts.paragraphs import Paragraph

_NUMBER_FORM = (
    r"[\u3400-\u9fffA-Za-z]{1,16}\s?[〔\[［（(【]\s?(?:19|20)[0-9]{2}\s?[〕\]］）)】]"
    r"\s?(?:第\s?)?[0-9]{1,5}\s?号"
)
_NUMBER = lazy_pattern(_NUMBER_FORM)
_LABELLED_NUMBER = lazy_pattern(rf"(?:发文字号|文\s?号|文件编号)[:：]\s?({_NUMBER_FORM})")
_ENGLISH_NUMBER = lazy_pattern(
    r"(?:(?:Document|Reference|Ref\.?|Doc\.?|File)\s?(?:[Nn]umber|[Nn]o\.?|№)?\s?[:.]?\s?"
    r"(?P<plain>(?:[A-Z][A-Z-]{1,9}\s)?[A-Z0-9][A-Za-z0-9./()–-]{0,24}[0-9)](?:/[0-9]{2,4})?)"
    r"|(?P<named>(?:Decree|Order|Decision|Resolution|Ordinance|Regulation|Circular|Notice|Directive|Act|Bill)"
    r"\s(?:[Nn]umber\s|[Nn]o\.?\s?|№\s?)?[A-Z0-9][A-Za-z0-9./()–-]{0,24}[0-9)](?:/[0-9]{2,4})?)"
    r"|(?P<coded>\A[A-Z]{1,6}(?:[ -][A-Z]{1,6})?[ ][0-9]{2,4}[/-][0-9]{1,4}\Z)"
    r"|(?:[Nn]o\.|№|[Nn]umber:)\s?(?P<number>[A-Z0-9][A-Za-z0-9./()–-]{0,24}[0-9)](?:/[0-9]{2,4})?))"
)
_DATE_LINE = lazy_pattern(
    r"[（(]?((?:[0-9]{4}|[〇○零一二三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日)(?:印发|发布)?[）)]?"
)
_SIGNED = lazy_pattern(
    r"(?P<who>[\u3400-\u9fff]{2,30}(?:政府|委员会|办公厅|办公室|局|厅|部|委|院))[ \u3000]++"
    r"(?P<day>[0-9]{4}\s?年[^，。；]{4,14}日)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH_DAY = lazy_pattern(
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\s(?:19|20)[0-9]{{2}}"
    rf"|(?:{_MONTHS})\s[0-9]{{1,2}},?\s(?:19|20)[0-9]{{2}}|(?:19"
    rf"|20)[0-9]{{2}}-[01][0-9]-[0-3][0-9]"
)
_DAY_WORDS = lazy_pattern(
    r"\b(?:issued|adopted|published|approved|dated?|signed|promulgated|decided|updated)\b", re.IGNORECASE
)
_BY = lazy_pattern(r"\b(?:by|before|until|from|in|on)\s\Z", re.IGNORECASE)
_ABOUT = lazy_pattern(
    r"(?P<who>.{2,60}?)关于(?:印发|发布|公布|转发|批转)\s?[《“]?(?P<title>[^《》]{2,80}?)[》”]?\s?的(?:通知|公告|函|批复)"
)
_ISSUER = lazy_pattern(r"[\u3400-\u9fff]{2,30}(?:政府|委员会|办公厅|办公室|局|厅|部|委|院)")
_ISSUED_BY = lazy_pattern(
    r"\b(?:Issued|Published|Adopted"
    r"|Approved)\sby:?\s(?:the\s)?(?P<who>[A-Z].{2,80}?)(?=\s(?:on|in)\s|[.,;]|\Z)"
    r"|\b(?:Issuer|Publisher|Issuing (?:body|authority)):\s?(?P<whom>.{2,80})"
)
_SALUTATION = lazy_pattern(r".{0,80}[：:]\Z")
_NOT_TITLE = lazy_pattern(
    r"(?:目\s*录|附件|此件|抄送|contents|table of contents|draft|annex)[：:0-9]{0,3}\Z", re.IGNORECASE
)
_HEAD = 14
"""Paragraphs at the head of a text in which its title, number and date are looked for."""
_TAIL = 6
_HAN = lazy_pattern(r"[\u3400-\u9fff]")
_FILE_WORDS = lazy_pattern(r"方案|规划|计划|意见|纲要|办法|通知|决定|条例|行动|路线图|措施")


def read_header(paragraphs: Sequence[Paragraph]) -> tuple[Document, int]:
    """Read the head and the end of a text.

    Returns:
        What it says of itself, and the number of the paragraph after its title.
    """
    title, after, issuer = _title(paragraphs)
    same = [number for number, one in enumerate(paragraphs[:20]) if title and _same(one.text, title)]
    after = max([after, *(number + 1 for number in same)])
    shown = [paragraph for paragraph in paragraphs[:_HEAD] if paragraph.kind != "cell"]
    lines = [
        *(one.text for one in shown),
        *(one.text for one in paragraphs[max(len(paragraphs) - _TAIL, _HEAD) :]),
    ]
    number, issued, publisher = "", "", issuer
    for place, line in enumerate(lines):
        if place < len(shown) and after and place >= after and _is_formal(line):
            after = place + 1
        number = number or _number(line, head=place < _HEAD)
        day = _day(line)
        if day and not issued:
            issued = day
            before = lines[place - 1].strip() if place else ""
            signed = _SIGNED.fullmatch(line.strip(" \u3000#*"))
            if not publisher and (signed or _ISSUER.fullmatch(before)):
                publisher = signed["who"] if signed else before
        by = _ISSUED_BY.search(line) if len(line) < 200 else None
        if by and not publisher:
            publisher = (by["who"] or by["whom"]).strip(" .")
        if not publisher and place < 4 and _ISSUER.fullmatch(line.strip("# ")):
            publisher = line.strip("# ")
    return Document(title, number, publisher, issued), after


def is_signature(text: str) -> bool:
    """Whether a line only says who signed and when."""
    return _SIGNED.fullmatch(text.strip()) is not None


def _same(text: str, title: str) -> bool:
    return "".join(text.split()).strip("#*") == "".join(title.split())


def _is_formal(line: str) -> bool:
    """Whether a line below the title only says who, when and under which number."""
    return len(line) < 160 and bool(
        _number(line, head=True) or _day(line) or _ISSUED_BY.match(line) or _ISSUER.fullmatch(line.strip())
    )


def _title(paragraphs: Sequence[Paragraph]) -> tuple[str, int, str]:
    """The title, the paragraph after it, and the body that a notice names as its issuer."""
    first: list[tuple[int, Paragraph]] = []
    for number, paragraph in enumerate(paragraphs[:_HEAD]):
        text = paragraph.text.strip("# *")
        about = _ABOUT.search(text)
        if about:
            return (
                about["title"].strip("“”"),
                number + 1,
                about["who"] if _ISSUER.fullmatch(about["who"]) else "",
            )
        if any(labels(text, paragraph.number)) or paragraph.kind == "cell":
            break
        first.append((number, paragraph))
    for number, paragraph in first:
        text = paragraph.text.strip("# *")
        if paragraph.level == 1 or paragraph.kind == "heading":
            return text, number + 1, ""
    for number, paragraph in first[:6]:
        text = paragraph.text.strip("# *　")
        if _is_title(text):
            text = _DRAFT.sub("", text)
            following = paragraphs[number + 1].text.strip() if number + 1 < len(paragraphs) else ""
            if (
                _HAN.search(text)
                and not _FILE_WORDS.search(text)
                and _FILE_WORDS.search(following)
                and len(following) <= 40
                and _is_title(following)
            ):
                return text + following, number + 2, ""
            return text, number + 1, ""
    return "", 0, ""


_DRAFT = lazy_pattern(r",\s(?:[a-z]+\s)?draft\b[^,]{0,80}\Z", re.IGNORECASE)
"""What a title says of its version: , draft 3 (please comment by Friday)."""


def _is_title(text: str) -> bool:
    if not 4 <= len(text) <= 120 or text[-1] in "。；;：:.，," or _NOT_TITLE.match(text):
        return False
    if (
        _NUMBER.fullmatch(text)
        or _DATE_LINE.fullmatch(text)
        or _ISSUER.fullmatch(text)
        or _SALUTATION.fullmatch(text)
    ):
        return False
    names, odd = names_in(text.title() if text.isupper() else text, strict=True)
    return bool(_HAN.search(text)) or (
        len(text.split()) >= 2
        and (bool(odd) or not names)
        and text[0].isupper()
        and not _ENGLISH_DAY.search(text)
        and not text.lower().startswith(("issued", "no.", "ref"))
    )


def _number(line: str, *, head: bool) -> str:
    if len(line) > 200:
        return ""
    plain = line.strip("# （()）")
    if found := _NUMBER.fullmatch(plain) or _LABELLED_NUMBER.search(plain):
        return found[found.lastindex or 0].replace(" ", "")
    if not head or _HAN.search(line):
        return ""
    english = _ENGLISH_NUMBER.search(plain)
    return english[english.lastgroup or 0] if english and len(plain) < 160 else ""


def _day(line: str) -> str:
    """The day of issue as ISO, where a line is a date alone or says that it is the day."""
    if len(line) > 160:
        return ""
    plain = line.strip(" \u3000#*")
    signed = _SIGNED.fullmatch(plain)
    if found := _DATE_LINE.fullmatch((signed["day"] if signed else plain).replace(" ", "")):
        return _iso(plain_numerals(fold(found[1])))
    english = _ENGLISH_DAY.search(plain)
    if english is None:
        return ""
    rest = plain.replace(english[0], "").strip(" .,:;")
    words = len(rest.split())
    said = words <= 16 and _DAY_WORDS.search(rest) is not None
    return _iso(english[0]) if said or (words <= 4 and not _BY.search(plain[: english.start()])) else ""


def _iso(words: str) -> str:
    period = parse_period(words)
    return "" if isinstance(period, Refusal) or period.first != period.last else period.last.isoformat()
