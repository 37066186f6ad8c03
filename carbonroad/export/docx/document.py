"""Timetable and assignments as a Word document that an office can send out; the same bytes always."""

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from carbonroad.export.csv_text import shown
from carbonroad.export.docx.content import Content
from carbonroad.export.docx.page import set_up_page
from carbonroad.export.docx.styles import set_up_styles
from carbonroad.export.format import Exported
from carbonroad.export.office_text import EARLIEST
from carbonroad.export.tables.tabled import TabledRoadmap

if TYPE_CHECKING:
    from docx.document import Document as Written

_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the package: there is no clock here."""


def write(exported: Exported) -> dict[str, bytes]:
    """Return the document."""
    tabled = TabledRoadmap(exported)
    document = Document()
    _drop_thumbnail(document)
    set_up_styles(document, tabled.exported.lang, chinese=tabled.chinese)
    set_up_page(document, tabled)
    _properties(document, tabled)
    Content(document, tabled).write()
    into = io.BytesIO()
    document.save(into)
    return {f"{exported.system.name}.docx": _timeless(into.getvalue())}


def _drop_thumbnail(document: "Written") -> None:
    """Let go of the picture of an empty page that python-docx's template carries."""
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[name]


def _properties(document: "Written", tabled: TabledRoadmap) -> None:
    """What the file says of itself; its time is the data date."""
    system, said = tabled.system, document.core_properties
    said.title = shown(tabled.text(system.title))[:255]
    said.subject = tabled.words.w("as of {day}", day=system.as_of.isoformat())
    said.author = said.last_modified_by = said.keywords = ""
    said.comments = f"carbonroad {tabled.exported.version} · {system.fingerprint}"
    said.language = tabled.exported.lang
    day = max(system.as_of, EARLIEST)
    said.created = said.modified = datetime.combine(day, datetime.min.time(), UTC)
    said.revision = 1


def _timeless(package: bytes) -> bytes:
    """The same package with one time for all its files."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _FIRST_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return into.getvalue()
