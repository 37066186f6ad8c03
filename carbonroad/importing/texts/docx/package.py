"""A Word document's parts as trees: python-docx reads a copy with its text, styles, lists and notes."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, tostring

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, say
from carbonroad.importing.foreign.faults import CannotRead, damaged, unsupported
from carbonroad.importing.foreign.safe_xml import survey
from carbonroad.importing.foreign.zipped import Package
from carbonroad.importing.foreign.zipped_links import (
    CONTENT,
    PACKAGE,
    RELATIONS,
    copy_part,
    external,
    related,
)
from carbonroad.importing.texts.docx.tree import Tree

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN: Final = "word/document.xml"
_PARTS: Final = ("styles", "numbering", "footnotes", "endnotes")


class Parts(NamedTuple):
    """The trees of a document; None for a part that it does not have.

    Attributes:
        body: The document's root.
        styles: Its styles.
        numbering: Its lists.
        footnotes: Notes at the foot of pages.
        endnotes: Notes at the end.
        left_out: What is in the file and not read.
    """

    body: Tree
    styles: Tree | None
    numbering: Tree | None
    footnotes: Tree | None
    endnotes: Tree | None
    left_out: list[Said]


def read_parts(data: bytes, name: str) -> Parts:
    """Read the parts of a document that hold text.

    Raises:
        CannotRead: It is damaged, protected, or larger than what is read.
    """
    package = Package(data, name)
    strict = unsupported(
        name,
        say("{name} is of the kind Strict Open XML, which is not read.", name=name),
        say("open it and choose File > Save As > Word Document (.docx)"),
    )
    top = related(package, "", strict)
    main = next((target for kind, target in top.values() if kind == "officeDocument"), _MAIN)
    if main not in package:
        raise CannotRead(damaged(name, say("the part with its text is missing")))
    links = {kind: target for kind, target in related(package, main, strict).values() if target in package}
    parts = {"document.main": main} | {kind: links[kind] for kind in _PARTS if kind in links}
    for part in parts.values():
        survey(package.chunks(part), name)
    trees = _trees(_reduced(package, parts), name)
    if trees["document.main"] is None or not trees["document.main"].word:
        raise CannotRead(damaged(name, say("the part with its text is none of Word's")))
    return Parts(
        trees["document.main"],
        trees.get("styles"),
        trees.get("numbering"),
        trees.get("footnotes"),
        trees.get("endnotes"),
        _left_out(package, main),
    )


def _reduced(package: Package, parts: dict[str, str]) -> BytesIO:
    """A copy for the library: no picture, no macro, no template, nothing that leads out of the file."""
    copy = BytesIO()
    types = Element("Types", xmlns=CONTENT)
    SubElement(
        types,
        "Default",
        Extension="rels",
        ContentType="application/vnd.openxmlformats-package.relationships+xml",
    )
    top = Element("Relationships", xmlns=PACKAGE)
    SubElement(top, "Relationship", Id="rId1", Type=f"{RELATIONS}/officeDocument", Target=_MAIN)
    links = Element("Relationships", xmlns=PACKAGE)
    with zipfile.ZipFile(copy, "w") as target:
        for number, (kind, part) in enumerate(parts.items()):
            name = _MAIN if not number else f"word/{kind}.xml"
            SubElement(types, "Override", PartName=f"/{name}", ContentType=f"{_TYPE}.{kind}+xml")
            if number:
                values = {"Id": f"rId{number}", "Type": f"{RELATIONS}/{kind}", "Target": f"{kind}.xml"}
                SubElement(links, "Relationship", values)
            copy_part(package, part, target, name)
        target.writestr("_rels/.rels", tostring(top))
        target.writestr("word/_rels/document.xml.rels", tostring(links))
        target.writestr("[Content_Types].xml", tostring(types))
    copy.seek(0)
    return copy


def _trees(copy: BytesIO, name: str) -> dict[str, Any]:
    """The trees that the library makes, by the kind of their parts."""
    from docx.opc.package import OpcPackage
    from docx.oxml.parser import parse_xml

    try:
        main = OpcPackage.open(copy).main_document_part
        found = {"document.main": main} | {
            one.reltype.rpartition("/")[2]: one.target_part for one in main.rels.values()
        }
        roots = {
            kind: part.element if hasattr(part, "element") else parse_xml(part.blob)
            for kind, part in found.items()
        }
    except Exception as error:  # python-docx raises anything on a damaged file
        raise CannotRead(damaged(name, say("its text cannot be read"))) from error
    return {kind: Tree(root) for kind, root in roots.items()}


def _left_out(package: Package, main: str) -> list[Said]:
    """What is in the file and not read, as words."""
    names = list(package.names())
    folder = main.rpartition("/")[0]
    outside = external(package, main) | external(package, f"{folder}/settings.xml")
    found: list[Said] = []

    def there(words: Said, *starts: str) -> None:
        if any(one.startswith(start) for start in starts for one in names):
            found.append(words)

    there(say("macros"), "word/vbaproject")
    if "attachedTemplate" in outside:
        found.append(say("a template of another file"))
    if outside & {"image", "oleObject", "subDocument", "frame", "aFChunk", "video"}:
        found.append(say("links to other files"))
    there(say("embedded objects"), "word/embeddings/")
    there(say("comments"), "word/comments")
    there(say("pictures"), "word/media/")
    there(say("inserted files of other kinds"), "word/afchunk", "word/alt")
    return found
