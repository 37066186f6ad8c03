"""The page of a Word document: A4 across, its title at the head, "page X of Y" at the foot."""

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from carbonroad.export.csv_text import shown
from carbonroad.export.tables.tabled import TabledRoadmap

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_N, _ALL = "\x01", "\x02"
"""What stands for the numbers while the words around them are found."""


def set_up_page(document: "Document", tabled: TabledRoadmap) -> None:
    """Set the paper, the header and the footer."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    section.header_distance = section.footer_distance = Mm(10)
    section.header.paragraphs[0].text = shown(tabled.text(tabled.system.title))
    _number_pages(section.footer.paragraphs[0], tabled)
    _as_written_today(document)


def _number_pages(paragraph: "Paragraph", tabled: TabledRoadmap) -> None:
    words = tabled.words.w("page {n} of {all}", n=_N, all=_ALL)
    before, _, rest = words.partition(_N)
    between, _, after = rest.partition(_ALL)
    paragraph.add_run(before)
    _field(paragraph, "PAGE")
    paragraph.add_run(between)
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def _field(paragraph: "Paragraph", name: str) -> None:
    """Add a field that the program fills in; until then it shows 1."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001 - python-docx has no fields
    paragraph._p.append(field)  # noqa: SLF001


def _as_written_today(document: "Document") -> None:
    """Say that the document needs no compatibility with Word of before 2013, and which Chinese it has."""
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")
