"""Bytes of strangers to text: encodings by mark, by what the file says, by content; clean characters."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import Said, say, say_count
from carbonroad.findings import Span, found
from carbonroad.importing.codes import BY_NAME

if TYPE_CHECKING:
    from carbonroad.findings import Finding

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "windows-1252": "cp1252",
}
_SAMPLE: Final = 65_536
_BREAKS: Final = lazy_pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL: Final = lazy_pattern(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_UNSEEN: Final = lazy_pattern(
    "[\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f]"
)
_SPACES: Final = lazy_pattern("[\xa0\u1680\u2000-\u200a\u202f\u205f]")
_ODD: Final = lazy_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)


class Decoded(NamedTuple):
    """A text, without the mark of its encoding, and what was found on the way."""

    text: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, name: str, stated: str = "") -> Decoded:
    """Decode a file's bytes; whatever they are, there is a text.

    Args:
        data: The bytes.
        name: How findings name the file.
        stated: The encoding that the file itself gives, if it does.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name, encoding)
    if (wide := _wide(data)) is not None:
        return _decoded(data, name, wide)
    known = _KNOWN.get(stated.strip().lower(), "")
    if known and known != "utf-8" and not _is_utf_8(data):
        return _decoded(data, name, known)
    if _is_utf_8(data):
        return Decoded(data.decode("utf-8"))
    if _is_mostly_utf_8(data):
        return _decoded(data, name, "utf-8")
    chinese = _is_chinese(data)
    text, found_ = _decoded(data, name, "gb18030" if chinese else "cp1252")
    encoding = say("GBK (GB18030)") if chinese else say("Windows-1252")
    return Decoded(text, (_guessed(name, encoding), *found_))


def _decoded(data: bytes, name: str, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - (data.count("\ufffd".encode(encoding)) if encoding != "cp1252" else 0)
    if lost <= 0:
        return Decoded(text)
    first = text.index("\ufffd")
    message = say_count(
        "{n} place of {name} holds no character of its encoding and stands as U+FFFD.",
        "{n} places of {name} hold no characters of their encoding and stand as U+FFFD.",
        lost,
        name=name,
    )
    help_ = say("look them up in the original, or save the file anew as UTF-8")
    return Decoded(
        text, (found(BY_NAME["characters-left-out"], Span(name, first, first + 1), message, help_=help_),)
    )


def _guessed(name: str, encoding: Said) -> Finding:
    return found(
        BY_NAME["encoding-guessed"],
        Span(name, 0, 0),
        say("{name} does not say its encoding; it was read as {encoding}.", name=name, encoding=encoding),
        help_=say("look at a few names in the draft; where they are wrong, save the file anew as UTF-8"),
    )


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf_8(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 were so before something damaged or cut them."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - damaged > 4 * damaged


def _is_chinese(data: bytes) -> bool:
    """Whether bytes read as GB18030 are mostly common Chinese characters."""
    start = next((at for at, byte in enumerate(data) if byte >= 0x80), 0)
    start = data.rfind(b"\n", 0, start) + 1
    sample = data[start : start + _SAMPLE].decode("gb18030", "replace")
    foreign = [char for char in sample[:-1] if char >= "\x80"]
    common = sum(
        "\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u303f" or char >= "\uff00" for char in foreign
    )
    return bool(foreign) and foreign.count("\ufffd") * 50 <= len(foreign) and common * 10 >= len(foreign) * 9


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of the head is zero, as in no other text."""
    head = data[:256]
    even, odd = head[0::2], head[1::2]
    if len(odd) >= 2 and odd.count(0) * 3 >= len(odd) * 2 and not even.count(0):
        return "utf-16-le"
    if len(odd) >= 2 and even.count(0) * 3 >= len(even) * 2 and not odd.count(0):
        return "utf-16-be"
    return None


def clean(text: str) -> tuple[str, int]:
    """The text with plain line ends and blanks, without what cannot be seen; and how many signs were bad.

    Control characters, and signs that turn the direction of text, count as bad.
    """
    if not _ODD.search(text):
        return text, 0
    text = _BREAKS.sub("\n", text)
    text, bad = _CONTROL.subn("", text)
    return _SPACES.sub(" ", _UNSEEN.sub("", text)), bad


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding that is read here."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(data) is not None:
        return False
    head = data[:8192]
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b" for byte in head)
    return b"\x00" in head or controls * 20 > len(head)
