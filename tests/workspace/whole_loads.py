"""What is found in the roadmaps of a folder, loaded anew: what a workspace must always agree with."""

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from carbonroad.batch.families import Tops, families_of
from carbonroad.findings import Finding
from carbonroad.link.family import Handed
from carbonroad.project import load
from carbonroad.source.folder import NoRoadmap, find_roadmaps
from carbonroad.workspace.workspace import Workspace

DAY = date(2026, 11, 22)
_PIECES = (
    "\n",
    ":",
    "- ",
    '"',
    "[",
    "{",
    "#",
    "  ",
    "\t",
    "2030",
    "≥",
    "：",
    "owner: x\n",
    "id: peak",
    "parent: ",
    "'",
)

Found = dict[str, tuple[tuple[Finding, ...], tuple[Finding, ...]]]


def today() -> date:
    """The day of these tests."""
    return DAY


def found_anew(root: Path) -> Found:
    """Findings, and what is suppressed, by the path of each roadmap below a folder; all read anew."""
    listed = find_roadmaps(str(root))
    folders = [] if isinstance(listed, NoRoadmap) else [one for one in listed if one.top is not None]
    families, tops, handed = families_of(folders), Tops(), dict[int, Handed]()
    found: Found = {}
    for level in families.levels:
        for number in level:
            family = families.family(number, tops, handed)
            project = load(folders[number], None, DAY, family=family)
            handed[number] = project.handed
            found[folders[number].path] = project.findings, project.suppressed
    return found


def found_now(workspace: Workspace, root: Path) -> Found:
    """The same of a workspace."""
    roadmaps = [one for one in workspace.roadmaps([str(root)]) if one.folder.top is not None]
    return {one.folder.path: (one.findings(), one.project.suppressed) for one in roadmaps}


def write(texts: Mapping[Path, str]) -> None:
    """Write files as an editor saves them."""
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def edited(chance: random.Random, text: str) -> str:
    """A text after an edit such as people make: something put in, taken out, moved or commented out."""
    lines = text.splitlines(keepends=True)
    at, kind = chance.randrange(len(text) + 1), chance.randrange(6)
    if kind == 0 or not lines:
        return text[:at] + chance.choice(_PIECES) + text[at:]
    if kind == 1:
        return text[:at] + text[at + chance.randrange(1, 30) :]
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    if kind == 2:
        lines[here], lines[there] = lines[there], lines[here]
    elif kind == 3:
        lines.insert(there, lines[here])
    elif kind == 4:
        del lines[here : here + chance.randrange(1, 5)]
    else:
        lines[here] = "#" + lines[here]
    return "".join(lines)
