"""How the parts of an Office file lead to each other; nothing outside the file is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.importing.foreign.faults import CannotRead
from carbonroad.importing.foreign.safe_xml import elements

if TYPE_CHECKING:
    import zipfile
    from xml.etree.ElementTree import Element

    from carbonroad.findings import Finding
    from carbonroad.importing.foreign.zipped import Package

RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT: Final = "http://schemas.openxmlformats.org/package/2006/content-types"


def related(package: Package, part: str, strict: Finding) -> dict[str, tuple[str, str]]:
    """The kind and the target of each relationship of a part, by its id; none that leads out of the file.

    Args:
        package: The file.
        part: The part; "" for the file as a whole.
        strict: What is said of a file of the kind Strict Open XML.
    """
    folder = part.rpartition("/")[0]
    found: dict[str, tuple[str, str]] = {}
    for one in _relationships(package, part):
        kind, target = one.get("Type", ""), one.get("Target", "")
        if kind.startswith("http://purl.oclc.org/ooxml/"):
            raise CannotRead(strict)
        if one.get("TargetMode") != "External":
            found[one.get("Id", "")] = (kind.rpartition("/")[2], _joined(folder, target))
    return found


def external(package: Package, part: str) -> set[str]:
    """The kinds of relationships of a part that lead out of the file, such as `attachedTemplate`."""
    return {
        one.get("Type", "").rpartition("/")[2]
        for one in _relationships(package, part)
        if one.get("TargetMode") == "External"
    }


def _relationships(package: Package, part: str) -> list[Element]:
    folder, slash, file = part.rpartition("/")
    links = f"{folder}{slash}_rels/{file}.rels"
    return elements(package.chunks(links), package.name, "Relationship") if links in package else []


def _joined(folder: str, target: str) -> str:
    """The part that a relationship of another one leads to."""
    steps = [] if target.startswith("/") else folder.split("/")
    for step in target.replace("\\", "/").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(step for step in steps if step)


def copy_part(package: Package, part: str, target: zipfile.ZipFile, name: str) -> None:
    """Put a part into another zip file."""
    with target.open(name, "w", force_zip64=True) as file:
        for chunk in package.chunks(part):
            file.write(chunk)
