"""Files of closed and old kinds: known by their first bytes, and how to save each as one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.texts.said import Said, say, sayable
from carbonroad.importing.foreign.faults import protected, unsupported

if TYPE_CHECKING:
    from carbonroad.findings import Finding

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_ARCHIVES: Final = (
    b"\x1f\x8b",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
)
_OLD: Final = {
    "doc": sayable("{name} is an old Word document (.doc), which is not read."),
    "wps": sayable("{name} is a document of WPS Writer (.wps), which is not read."),
    "xls": sayable("{name} is an old Excel workbook (.xls), which is not read."),
    "et": sayable("{name} is a workbook of WPS Spreadsheets (.et), which is not read."),
    "ppt": sayable("{name} is a presentation (.ppt), which is not read."),
    "mpp": sayable("{name} is a project of Microsoft Project (.mpp), which cannot be read directly."),
}


def save_as_xlsx() -> Said:
    """How to save a spreadsheet as one that is read."""
    return say(
        "open it and save it as .xlsx (Excel: File > Save As > Excel Workbook; "
        "WPS, LibreOffice: File > Save As, type .xlsx)"
    )


def save_as_docx() -> Said:
    """How to save a text as one that is read."""
    return say(
        "open it and save it as .docx (Word: File > Save As > Word Document; "
        "WPS, LibreOffice: File > Save As, type .docx)"
    )


def closed_kind(data: bytes, name: str, ending: str) -> Finding | None:
    """The finding for a file of a kind that is not read; None for texts and unknown bytes."""
    if data.startswith(_COMPOUND):
        return _compound(data, name, ending)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return unsupported(
            name,
            say("{name} is a PDF, which holds pages and not paragraphs.", name=name),
            say(
                "ask for the Word file or the web page that it was made of; or open it in Word or WPS, "
                "check the text and save it as .docx"
            ),
        )
    if data.startswith(b"{\\rtf"):
        return unsupported(
            name,
            say("{name} is a text in Rich Text Format (.rtf), which is not read.", name=name),
            save_as_docx(),
        )
    if data.startswith(_PICTURES) or _is_bitmap(data) or _is_webp_or_heif(data):
        return unsupported(
            name,
            say("{name} is a picture; words in pictures are not read.", name=name),
            say("type the text, or have a program recognise it, and check every number"),
        )
    if data.startswith(_ARCHIVES):
        return unsupported(
            name,
            say("{name} is an archive or a compressed file.", name=name),
            say("unpack it and import the files one by one"),
        )
    return None


def _is_bitmap(data: bytes) -> bool:
    """A text may begin with BM too, but not with four zeros behind its sixth byte."""
    return data.startswith(b"BM") and data[6:10] == b"\x00" * 4


def _is_webp_or_heif(data: bytes) -> bool:
    return (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[4:12] in (b"ftypheic", b"ftypmif1")


def _compound(data: bytes, name: str, ending: str) -> Finding:
    """A compound file: the old formats of Office and WPS, and new ones with a password."""
    if _holds(data, "EncryptedPackage"):
        return protected(name)
    kind = _kind(data, ending)
    if kind in ("xls", "et"):
        return unsupported(name, say(_OLD[kind], name=name), save_as_xlsx())
    if kind in ("doc", "wps"):
        return unsupported(name, say(_OLD[kind], name=name), save_as_docx())
    if kind == "mpp":
        help_ = say("in Microsoft Project choose File > Save As > XML Format (.xml) and import that file")
        return unsupported(name, say(_OLD[kind], name=name), help_)
    if kind == "ppt":
        help_ = say("copy its text into a Word document or its table into a workbook")
        return unsupported(name, say(_OLD[kind], name=name), help_)
    return unsupported(
        name,
        say("{name} is a file of an old Office format, which is not read.", name=name),
        say("open it and save a table as .xlsx or a text as .docx"),
    )


def _kind(data: bytes, ending: str) -> str:
    """Which of the old formats a compound file has, by the names of its streams; then by its ending."""
    if ending == "mpp" or b"MSProject" in data or _holds(data, "Props14"):
        return "mpp"
    if _holds(data, "WordDocument"):
        return "wps" if ending == "wps" else "doc"
    if _holds(data, "Workbook") or _holds(data, "Book"):
        return "et" if ending == "et" else "xls"
    if _holds(data, "PowerPoint Document"):
        return "ppt"
    return ending if ending in _OLD else ""


def _holds(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in data
