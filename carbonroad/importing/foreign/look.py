"""What a file is that was not written for this program: known by its content, then by its ending."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Final

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.importing.foreign.faults import damaged, over_limit, unsupported

if TYPE_CHECKING:
    from carbonroad.findings import Finding

MAX_BYTES: Final = 50_000_000
"""Bytes of a foreign file."""
_HEAD: Final = 4096


class Kind(enum.Enum):
    """A kind of file that can be read; `docm` and `xlsm` are `docx` and `xlsx` with macros."""

    xlsx = "xlsx"
    csv = "csv"
    tsv = "tsv"
    mspdi = "mspdi"
    json = "json"
    ics = "ics"
    docx = "docx"
    html = "html"
    txt = "txt"
    md = "md"


_BY_ENDING: Final = {
    "csv": Kind.csv,
    "tsv": Kind.tsv,
    "tab": Kind.tsv,
    "json": Kind.json,
    "ics": Kind.ics,
    "ical": Kind.ics,
    "html": Kind.html,
    "htm": Kind.html,
    "xhtml": Kind.html,
    "txt": Kind.txt,
    "text": Kind.txt,
    "md": Kind.md,
    "markdown": Kind.md,
}
_SHEET_ENDINGS: Final = frozenset({"xls", "xlsx", "xlsm", "et"})
_XML: Final = lazy_pattern(r"\s*+(?:<\?xml|<[A-Za-z:]++[ >][^>]*+xmlns)")
_MARKUP: Final = lazy_pattern(
    r"\s*+(?:<!--(?:(?!-->).){0,2000}+-->\s*+)*+<(?:!doctype html|html|head|body|table|meta|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_ROOT: Final = lazy_pattern(r"<([A-Za-z_][\w.-]*+:)?([A-Za-z_][\w.-]*+)(?=[\s/>])")


def look(data: bytes, name: str) -> Kind | Finding:
    """Return what a file is, or the one finding that says why it cannot be read and what to do instead.

    Args:
        data: Its bytes.
        name: As the user named it; its ending decides between kinds that look alike (`.csv`, `.txt`, `.md`).
    """
    if len(data) > MAX_BYTES:
        return _too_large(data, name)
    ending = name.rpartition(".")[2].casefold() if "." in name.rpartition("/")[2] else ""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        from carbonroad.importing.foreign.zip_kinds import look_into

        return look_into(data, name, ending)
    from carbonroad.importing.foreign.closed_kinds import closed_kind

    return closed_kind(data, name, ending) or _open_kind(data, name, ending)


def _too_large(data: bytes, name: str) -> Finding:
    message = say(
        "{name} has {size:,} MB; the limit is {limit} MB.",
        name=name,
        size=len(data) // 1_000_000 + 1,
        limit=MAX_BYTES // 1_000_000,
    )
    return over_limit(name, message, say("copy the list or the text alone into a new file"))


def _open_kind(data: bytes, name: str, ending: str) -> Kind | Finding:
    """What bytes are that have no mark of a closed kind: a text, or nothing known."""
    from carbonroad.importing.foreign.decoding import decode, is_binary

    if is_binary(data):
        return unsupported(
            name,
            say("{name} is no text and of no kind that is known here.", name=name),
            say("save it as .xlsx, .csv, .docx, .html or .txt"),
        )
    text = decode(data[: _HEAD * 4], name).text
    if not text.strip() and not data[_HEAD * 4 :].strip():
        return damaged(name, say("it is empty"))
    return _of_text(text, data, name, ending)


def _of_text(text: str, data: bytes, name: str, ending: str) -> Kind | Finding:
    """What a text is, by its first signs and then by its ending."""
    if ending in ("yaml", "yml"):
        return unsupported(
            name,
            say("{name} is YAML already; there is nothing to import.", name=name),
            say("check it with `carbonroad validate`"),
        )
    return _by_signs(text.lstrip("\ufeff \t\r\n"), data, name, ending) or _by_ending(text, name, ending)


def _by_signs(head: str, data: bytes, name: str, ending: str) -> Kind | Finding | None:
    """What a text says of itself at its head; None where it says nothing."""
    if head[:15].upper() == "BEGIN:VCALENDAR":
        return Kind.ics
    if ending not in ("md", "markdown", "csv", "tsv"):
        if _MARKUP.match(head):
            return Kind.html
        if _XML.match(head):
            return _of_xml(head, name)
    return Kind.json if _is_json(data, head, ending) else None


def _by_ending(text: str, name: str, ending: str) -> Kind | Finding:
    known = _BY_ENDING.get(ending)
    if known is Kind.json:
        return damaged(name, say("it is not JSON"))
    if known is Kind.ics:
        return damaged(name, say("it does not begin with BEGIN:VCALENDAR"))
    if known is not None:
        return known
    return _plain(text, ending)


def _is_json(data: bytes, head: str, ending: str) -> bool:
    if head[:1] not in ("{", "[") or ending in ("md", "markdown", "csv", "tsv", "txt"):
        return False
    tail = data[-64:].replace(b"\x00", b"").rstrip()
    return tail.endswith((b"}", b"]"))


def _of_xml(head: str, name: str) -> Kind | Finding:
    """What an XML file is, by its first element."""
    root = _ROOT.search(head)
    local = root[2] if root else ""
    opening = head[root.start() : head.find(">", root.start()) + 1] if root else ""
    if local == "Project" and "schemas.microsoft.com/project" in opening:
        return Kind.mspdi
    if local.casefold() == "html":
        return Kind.html
    if local == "Workbook":
        return unsupported(
            name,
            say("{name} is an XML spreadsheet of Excel 2003, which is not read.", name=name),
            say("open it and choose File > Save As > Excel Workbook (.xlsx)"),
        )
    if local in ("wordDocument", "package"):
        return unsupported(
            name,
            say("{name} is a Word document as XML, which is not read.", name=name),
            say("open it and choose File > Save As > Word Document (.docx)"),
        )
    return unsupported(
        name,
        say("{name} is XML, but not a project of Microsoft Project.", name=name),
        say("in Microsoft Project choose File > Save As > XML Format (.xml); save other data as .xlsx"),
    )


def _plain(text: str, ending: str) -> Kind:
    """A text without a telling ending: a table if its lines divide evenly."""
    from carbonroad.importing.sheets.csv_text import separator_of

    lines = [line for line in text.splitlines()[:20] if line.strip()]
    for sign, kind in (("\t", Kind.tsv), (separator_of(text), Kind.csv)):
        counts = {line.count(sign) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0}:
            return kind
    return Kind.csv if ending in _SHEET_ENDINGS else Kind.txt
