"""What a workbook says of its sheets: names, order, dates, formats; and a copy with nothing else."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, say, sayable
from carbonroad.importing.foreign.faults import CannotRead, damaged, over_limit, unsupported
from carbonroad.importing.foreign.safe_xml import elements, survey
from carbonroad.importing.foreign.zipped_links import CONTENT, PACKAGE, RELATIONS, copy_part, related
from carbonroad.importing.sheets.builtin_formats import BUILT_IN
from carbonroad.importing.sheets.number_formats import LONGEST

if TYPE_CHECKING:
    from carbonroad.importing.foreign.zipped import Package

MAX_SHEETS = 200
"""Sheets of a workbook."""
_MAX_STYLES = 65_490
"""Cell formats of a workbook, as in Excel."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CUSTOM = 164
"""Numbers of formats below this are built in."""


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, its part in the package, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Workbook(NamedTuple):
    """A workbook.

    Attributes:
        sheets: Its worksheets, in order.
        date1904: Whether days are counted from 1904.
        formats: The number format of each cell format.
        strings: The part with the shared texts; "" for none.
        left_out: What is in the file and not read.
    """

    sheets: tuple[Sheet, ...]
    date1904: bool
    formats: tuple[str, ...]
    strings: str
    left_out: tuple[Said, ...]


def read_workbook(package: Package) -> Workbook:
    """Read what a workbook says of itself.

    Raises:
        CannotRead: It is damaged, or of the strict kind that the library does not read.
    """
    name = package.name
    strict = unsupported(
        name,
        say("{name} is of the kind Strict Open XML, which is not read.", name=name),
        say("open it and choose File > Save As > Excel Workbook (.xlsx)"),
    )
    top = related(package, "", strict)
    main = next((target for kind, target in top.values() if kind == "officeDocument"), "xl/workbook.xml")
    if main not in package:
        raise CannotRead(damaged(name, say("the part with the list of its sheets is missing")))
    links = related(package, main, strict)
    found = elements(package.chunks(main), name, "workbookPr", "sheet")
    states = [one for one in found if one.tag == "sheet"]
    if len(states) > MAX_SHEETS:
        message = say(
            "{name} has {n:,} sheets; the limit is {limit}.", name=name, n=len(states), limit=MAX_SHEETS
        )
        raise CannotRead(over_limit(name, message, say("copy those that you need into a new file")))
    sheets = []
    taken: set[str] = set()
    for one in states:
        kind, part = links.get(one.get("r:id", ""), ("", ""))
        if kind == "worksheet" and part in package:
            if part.casefold() in taken:
                raise CannotRead(damaged(name, say("two of its sheets are the same part")))
            taken.add(part.casefold())
            sheets.append(Sheet(one.get("name", ""), part, one.get("state", "visible") != "visible"))
    if not sheets:
        raise CannotRead(damaged(name, say("it has no sheet that can be read")))
    date1904 = any(one.get("date1904") in ("1", "true") for one in found)
    by_kind = {kind: target for kind, target in links.values() if target in package}
    formats = _formats(package, by_kind.get("styles", ""))
    return Workbook(tuple(sheets), date1904, formats, by_kind.get("sharedStrings", ""), _left_out(package))


def _formats(package: Package, part: str) -> tuple[str, ...]:
    """The number format of every cell format, in the order in which cells name them."""
    if not part:
        return ("",)
    found = elements(package.chunks(part), package.name, "numFmts", "cellXfs")
    codes = dict(BUILT_IN)
    numbers: list[str] = []
    for one in found:
        for child in one:
            if child.tag == "numFmt" and child.get("numFmtId", "").isdecimal():
                codes[int(child.get("numFmtId", "")[:9])] = child.get("formatCode", "")
        if one.tag == "cellXfs":
            numbers = [child.get("numFmtId", "0") for child in one if child.tag == "xf"]
    if len(numbers) > _MAX_STYLES:
        raise CannotRead(damaged(package.name, say("it has more cell formats than Excel allows")))
    codes = {number: code for number, code in codes.items() if len(code) <= LONGEST}
    return tuple(codes.get(int(one[:9]) if one.isdecimal() else 0, "") for one in numbers) or ("",)


_PARTS = (
    ("xl/vbaproject", sayable("macros")),
    ("xl/externallinks/externallink", sayable("links to other files")),
    ("xl/connections.xml", sayable("data connections")),
    ("xl/embeddings/", sayable("embedded objects")),
    ("xl/comments", sayable("comments")),
    ("xl/threadedcomments", sayable("comments")),
    ("xl/macrosheets/", sayable("macros")),
    ("xl/activex/", sayable("controls")),
)


def _left_out(package: Package) -> tuple[Said, ...]:
    """What is in the file and not read, as words."""
    names = list(package.names())
    return tuple(say(words) for start, words in _PARTS if any(one.startswith(start) for one in names))


def reduced(package: Package, workbook: Workbook) -> BytesIO:
    """A copy for the library: the sheets and their texts as they are, a list of them and of number formats.

    Nothing else of the file reaches the library: no macro, no link, no style, no name.
    """
    copy = BytesIO()
    types = Element("Types", xmlns=CONTENT)
    book = Element("workbook", {"xmlns": _MAIN, "xmlns:r": RELATIONS})
    SubElement(book, "workbookPr", date1904="1" if workbook.date1904 else "0")
    sheets = SubElement(book, "sheets")
    links = Element("Relationships", xmlns=PACKAGE)
    with zipfile.ZipFile(copy, "w") as target:
        for number, sheet in enumerate(workbook.sheets, 1):
            name = f"xl/worksheets/sheet{number}.xml"
            _declare(types, name, "worksheet")
            values = {"name": f"sheet{number}", "sheetId": f"{number}", "r:id": f"rId{number}"}
            SubElement(sheets, "sheet", values)
            SubElement(
                links, "Relationship", Id=f"rId{number}", Type=f"{RELATIONS}/worksheet", Target=f"/{name}"
            )
            copy_part(package, sheet.part, target, name)
        if workbook.strings:
            survey(package.chunks(workbook.strings), package.name)
            _declare(types, "xl/sharedStrings.xml", "sharedStrings")
            copy_part(package, workbook.strings, target, "xl/sharedStrings.xml")
        _declare(types, "xl/workbook.xml", "sheet.main")
        _declare(types, "xl/styles.xml", "styles")
        target.writestr("xl/workbook.xml", tostring(book))
        target.writestr("xl/_rels/workbook.xml.rels", tostring(links))
        target.writestr("xl/styles.xml", tostring(_styles(workbook.formats)))
        target.writestr("[Content_Types].xml", tostring(types))
    copy.seek(0)
    return copy


def _declare(types: Element, part: str, kind: str) -> None:
    SubElement(types, "Override", PartName=f"/{part}", ContentType=f"{_SHEET}.{kind}+xml")


def _styles(formats: tuple[str, ...]) -> Element:
    """Number formats alone, each by a number of its own."""
    styles = Element("styleSheet", xmlns=_MAIN)
    known = {code: number for number, code in enumerate(dict.fromkeys(formats), _CUSTOM)}
    codes = SubElement(styles, "numFmts")
    for code, number in known.items():
        SubElement(codes, "numFmt", numFmtId=f"{number}", formatCode=code or "General")
    SubElement(SubElement(styles, "fonts"), "font")
    SubElement(SubElement(SubElement(styles, "fills"), "fill"), "patternFill", patternType="none")
    SubElement(SubElement(styles, "borders"), "border")
    SubElement(SubElement(styles, "cellStyleXfs"), "xf")
    cells = SubElement(styles, "cellXfs")
    for code in formats:
        SubElement(cells, "xf", numFmtId=f"{known[code]}", fontId="0", fillId="0", borderId="0", xfId="0")
    return styles
