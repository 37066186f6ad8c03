"""What a zip file is: a workbook, a document, or one of the many other kinds that are zip files too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.importing.foreign.closed_kinds import save_as_docx, save_as_xlsx
from carbonroad.importing.foreign.faults import CannotRead, damaged, unsupported
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.foreign.safe_xml import elements
from carbonroad.importing.foreign.zipped import Package

if TYPE_CHECKING:
    from carbonroad.findings import Finding

_TYPES = "[Content_Types].xml"
_MIME = 200
"""Bytes of the part that names the kind of an OpenDocument file."""


def look_into(data: bytes, name: str, ending: str) -> Kind | Finding:
    """Return what a zip file is, or the finding that says why it is not read."""
    try:
        package = Package(data, name)
        if _TYPES in package:
            return _office(package, name)
        if "mimetype" in package:
            return _by_mimetype(package.read("mimetype", _MIME).decode("latin-1"), name)
    except CannotRead as error:
        return error.finding
    if any(part.endswith(".iwa") or part == "index.zip" for part in package.names()):
        return _of_apple(name, ending)
    if ending in ("xlsx", "xlsm", "docx", "docm"):
        return damaged(name, say("the part that lists its contents is missing"))
    return unsupported(
        name,
        say("{name} is an archive of files (ZIP), not one file.", name=name),
        say("unpack it and import the files one by one"),
    )


def _office(package: Package, name: str) -> Kind | Finding:
    """What an Office file is, by the types of its parts."""
    types = " ".join(
        one.get("ContentType", "") for one in elements(package.chunks(_TYPES), name, "Override", "Default")
    )
    if "sheet.binary" in types:
        return unsupported(
            name, say("{name} is a binary workbook (.xlsb), which is not read.", name=name), save_as_xlsx()
        )
    if "spreadsheetml.sheet.main" in types or "ms-excel.sheet.macroEnabled" in types:
        return Kind.xlsx
    if "spreadsheetml.template.main" in types or "ms-excel.template.macroEnabled" in types:
        return Kind.xlsx
    if "wordprocessingml" in types or "ms-word" in types:
        return Kind.docx
    if "presentationml" in types or "ms-powerpoint" in types:
        return unsupported(
            name,
            say("{name} is a presentation (PowerPoint), which is not read.", name=name),
            say("copy its text into a Word document or its table into a workbook"),
        )
    return unsupported(
        name,
        say("{name} is an Office file, but neither a workbook nor a Word document.", name=name),
        say("save its table as .xlsx or its text as .docx"),
    )


def _by_mimetype(kind: str, name: str) -> Finding:
    if "opendocument.spreadsheet" in kind:
        message = say("{name} is an OpenDocument spreadsheet (.ods), which is not read.", name=name)
        return unsupported(name, message, save_as_xlsx())
    if "opendocument.text" in kind:
        message = say("{name} is an OpenDocument text (.odt), which is not read.", name=name)
        return unsupported(name, message, save_as_docx())
    return unsupported(
        name,
        say(
            "{name} is a file of the kind {kind}, which is not read.", name=name, kind=ascii(kind[:60])[1:-1]
        ),
        say("save its table as .xlsx or its text as .docx"),
    )


def _of_apple(name: str, ending: str) -> Finding:
    if ending == "pages":
        return unsupported(
            name,
            say("{name} is a document of Pages, which is not read.", name=name),
            say("in Pages choose File > Export To > Word"),
        )
    return unsupported(
        name,
        say("{name} is a spreadsheet of Numbers, which is not read.", name=name),
        say("in Numbers choose File > Export To > Excel"),
    )
