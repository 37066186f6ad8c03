"""The examples of the rules' pages, written as files and loaded."""

import re
from datetime import date
from pathlib import Path

from nested_roadmaps import folders_of, load_folders

from carbonroad.batch.families import families_of, family_of
from carbonroad.findings import RulePage
from carbonroad.project import Project, load

TODAY = date(2026, 11, 22)


def write_example(folder: Path, page: RulePage, *, fine: bool = False) -> Path:
    """Write an example's files and return what to load: the folder, or its one file."""
    text = page.fine if fine else page.flagged
    pieces = re.split(r"(?m)^# file (\S+)\n", text)
    if len(pieces) == 1:
        (folder / "steel.yaml").write_bytes(data(text, escaped=page.escaped and not fine))
        return folder / "steel.yaml"
    for name, content in zip(pieces[1::2], pieces[2::2], strict=True):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content.encode())
    return folder


def data(text: str, *, escaped: bool) -> bytes:
    """The bytes of an example; an escaped one shows by `\\x` what no text can show."""
    return text.encode("ascii").decode("unicode_escape").encode("latin-1") if escaped else text.encode()


class Together:
    """Several roadmaps of one run, as one that has all their findings."""

    def __init__(self, projects: list[Project]) -> None:
        self.projects = projects
        self.findings = tuple(finding for one in projects for finding in one.findings)
        self.text = projects[0].text


def load_path(path: Path) -> Project | Together:
    folders = folders_of(path)
    if len(folders) > 1:
        return Together(load_folders(folders, families_of(folders)))
    (folder,) = folders
    return load(folder, None, TODAY, family=family_of(folder))


def places(project: Project | Together, *, name: str = "") -> list[tuple[str, int, int, str]]:
    """File, line, column and name of the findings, all or those of one name."""
    found = []
    for finding in project.findings:
        if finding.name == name or not name:
            text = project.text(finding.span.path)
            line, column = text.position(min(finding.span.start, len(text.text))) if text else (1, 1)
            found.append((Path(finding.span.path).name, line, column, finding.name))
    return sorted(found)
