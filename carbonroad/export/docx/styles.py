"""The styles of a Word document: fonts for both scripts, headings, tables, notes."""

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

TABLE, TABLE_TEXT, TABLE_HEAD, TABLE_SMALL = "Roadmap Table", "Table Text", "Table Head", "Table Small"
AS_OF, REMARK, SOURCE, STRUCK = "As Of", "Remark", "Source Entry", "Struck"


class _Look(NamedTuple):
    """A paragraph style: its fonts for Latin and for Chinese, size in points, spaces before and after."""

    name: str
    latin: str
    han: str
    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    centred: bool = False


_CHINESE = (
    _Look("Normal", "Times New Roman", "仿宋", 12, after=4),
    _Look("Title", "Times New Roman", "黑体", 22, before=6, after=6, centred=True),
    _Look("Subtitle", "Times New Roman", "楷体", 16, after=4, centred=True),
    _Look("Heading 1", "Times New Roman", "黑体", 16, before=16, after=6),
    _Look("Heading 2", "Times New Roman", "楷体", 14, before=12, after=4, bold=True),
    _Look(AS_OF, "Times New Roman", "仿宋", 12, after=6, centred=True),
    _Look(TABLE_TEXT, "Times New Roman", "宋体", 9),
    _Look(TABLE_SMALL, "Times New Roman", "宋体", 8),
    _Look(TABLE_HEAD, "Times New Roman", "黑体", 9, centred=True),
    _Look(REMARK, "Times New Roman", "楷体", 10, before=3, after=3),
    _Look(SOURCE, "Times New Roman", "宋体", 9, after=2),
    _Look("Header", "Times New Roman", "宋体", 9),
    _Look("Footer", "Times New Roman", "宋体", 9, centred=True),
)
_OTHERS = (
    _Look("Normal", "Calibri", "宋体", 11, after=4),
    _Look("Title", "Calibri", "黑体", 22, before=6, after=6, bold=True, centred=True),
    _Look("Subtitle", "Calibri", "宋体", 15, after=4, centred=True),
    _Look("Heading 1", "Calibri", "黑体", 16, before=16, after=6, bold=True),
    _Look("Heading 2", "Calibri", "黑体", 13, before=12, after=4, bold=True),
    _Look(AS_OF, "Calibri", "宋体", 11, after=6, centred=True),
    _Look(TABLE_TEXT, "Calibri", "宋体", 9),
    _Look(TABLE_SMALL, "Calibri", "宋体", 8),
    _Look(TABLE_HEAD, "Calibri", "黑体", 9, bold=True, centred=True),
    _Look(REMARK, "Calibri", "宋体", 9.5, before=3, after=3),
    _Look(SOURCE, "Calibri", "宋体", 9, after=2),
    _Look("Header", "Calibri", "宋体", 9),
    _Look("Footer", "Calibri", "宋体", 9, centred=True),
)
_BLACK = RGBColor(0, 0, 0)
_TABLE_XML = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="RoadmapTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>
      <w:left w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>
      <w:right w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>
      <w:insideV w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
      <w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/><w:vAlign w:val="center"/></w:tcPr>
  </w:tblStylePr>
</w:style>
"""


def set_up_styles(document: "Document", lang: str, *, chinese: bool) -> None:
    """Give a new document its styles, and say in which languages its words are."""
    styles = document.styles
    for look in _CHINESE if chinese else _OTHERS:
        known = look.name in styles
        style = styles[look.name] if known else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        if not known:
            style.base_style = styles["Normal"]
        _dress(style, look)
    struck = styles.add_style(STRUCK, WD_STYLE_TYPE.CHARACTER)
    struck.font.strike = True
    styles.element.append(parse_xml(_TABLE_XML))
    _say_language(document, lang, chinese=chinese)


def _dress(style: "ParagraphStyle", look: _Look) -> None:
    font, form = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(look.size), look.bold, False
    font.color.rgb = _BLACK
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), 1.0
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER if look.centred else WD_ALIGN_PARAGRAPH.LEFT
    _set_fonts(style, look)
    borders = style.element.pPr.find(qn("w:pBdr")) if style.element.pPr is not None else None
    if borders is not None:
        style.element.pPr.remove(borders)


def _set_fonts(style: "CharacterStyle", look: _Look) -> None:
    """Name the fonts themselves: a theme's would win over them."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), look.latin)
    fonts.set(qn("w:eastAsia"), look.han)


def _say_language(document: "Document", lang: str, *, chinese: bool) -> None:
    """Tell the spelling checker; Chinese words in any document are Chinese."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    known = {"zh": "zh-CN", "en": "en-GB"}.get(lang.lower(), lang)
    if defaults is None:
        return
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = parse_xml(f"<w:lang {nsdecls('w')}/>")
        defaults.append(language)
    language.set(qn("w:val"), known)
    language.set(qn("w:eastAsia"), known if chinese else "zh-CN")
