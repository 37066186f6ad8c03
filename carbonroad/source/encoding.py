"""Bytes to text, and a guess at the encoding where they are not UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.source.found import found

if TYPE_CHECKING:
    from carbonroad.findings import Finding

BOM = b"\xef\xbb\xbf"

_SAMPLE = 65_536
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, path: str) -> str | Finding:
    """The text of the bytes, the BOM kept as U+FEFF, or a `not-utf-8` finding.

    The finding's span counts the code points before the first bad byte.
    """
    if data[:2] in _UTF_16 or _has_utf_16_zeros(data):
        return found(path, "not-utf-8", 0, 0, byte=0, line=1, encoding="UTF-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        line = 1 + before.count("\n")
        place = len(before)
        encoding = guess(data, error.start)
        return found(path, "not-utf-8", place, place + 1, byte=error.start, line=line, encoding=encoding)


def _has_utf_16_zeros(data: bytes) -> bool:
    """Whether every second byte of the head is zero, as in UTF-16 without a BOM."""
    head = data[:64]
    pairs = len(head) // 2
    return (
        pairs >= 2
        and any(head[side::2].count(0) >= pairs * 3 // 4 > 0 for side in (0, 1))
        and not (head[0::2].count(0) and head[1::2].count(0))
    )


def guess(data: bytes, bad: int) -> str:
    """The likely encoding of bytes that are not UTF-8 at offset `bad`."""
    start = max(0, bad - _SAMPLE // 2)
    # Whole lines, so that no character of two bytes is cut; a newline byte is never half of one.
    start = data.rfind(b"\n", 0, start) + 1
    end = data.find(b"\n", start + _SAMPLE)
    sample = data[start : end if end != -1 else start + _SAMPLE]
    lossy = sample.decode("utf-8", "replace")
    damaged = lossy.count("\ufffd")
    if sum(char >= "\x80" for char in lossy) - damaged > 4 * damaged:
        return say("damaged UTF-8")
    chinese = sample.decode("gb18030", "replace")
    foreign = [char for char in chinese if char >= "\x80"]
    common = sum(
        "\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u303f" or char >= "\uff00" for char in foreign
    )
    if foreign and "\ufffd" not in foreign and common * 10 >= len(foreign) * 9:
        return say("GBK or GB18030")
    return say("Latin-1 or Windows-1252")
