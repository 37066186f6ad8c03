"""The corpus of broken files: what each says must be reported in it, and what the program reports."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from nested_roadmaps import folders_of, load_folders

from carbonroad.batch.families import families_of
from carbonroad.findings import Finding
from carbonroad.project import Project, load
from carbonroad.source.text import SourceText

CORPUS = Path(__file__).parent / "corpus"
DATA_DATE = date(2026, 11, 22)
_EXPECT = re.compile(r"^# expect: (\d+):(\d+)-(\d+):(\d+) ([a-z0-9-]+)$")
_AS_OF = re.compile(r"^# as-of: (\d{4}-\d{2}-\d{2})$")
_STATEMENT = re.compile(r"^#\s*(expect|as-of)\b")


class Place(NamedTuple):
    """A finding as the corpus states it: the file below the case, start, end, and the rule's name."""

    file: str
    start: tuple[int, int]
    end: tuple[int, int]
    rule: str


class Stated(NamedTuple):
    """What a case says of itself."""

    places: list[Place]
    as_of: date


def cases() -> list[Path]:
    """Every case: a file that stands alone, or a roadmap's folder."""
    found = []
    for family in sorted(path for path in CORPUS.iterdir() if path.is_dir()):
        entries = sorted(family.iterdir())
        found += [path for path in entries if path.is_dir() or path.suffix in (".yaml", ".yml")]
    return found


def files_of(case: Path) -> list[Path]:
    """The YAML files of a case, and its baseline."""
    if case.is_file():
        return [case]
    found = (*case.rglob("*.y*ml"), *case.glob("carbonroad-baseline.json"))
    return sorted(path for path in found if path.is_file())


def stated(case: Path) -> Stated:
    """What must be reported in a case.

    Raises:
        ValueError: A line begins like a statement and is none, so it would be passed over.
    """
    places, as_of = [], DATA_DATE
    for file in files_of(case):
        beside = file.with_name(f"{file.name}.expect")
        data = beside.read_bytes() if beside.exists() else file.read_bytes()
        for line in re.split(r"\r\n|\r|\n", data.decode("utf-8-sig", "replace")):
            if not _STATEMENT.match(line):
                continue
            if place := _EXPECT.match(line):
                row, column, last_row, last_column = (int(place[n]) for n in range(1, 5))
                name = file.relative_to(case if case.is_dir() else case.parent).as_posix()
                places.append(Place(name, (row, column), (last_row, last_column), place[5]))
            elif day := _AS_OF.match(line):
                as_of = date.fromisoformat(day[1])
            else:
                raise ValueError(f"{file}: not a statement: {line}")
    return Stated(sorted(places), as_of)


class Together(NamedTuple):
    """A case of several roadmaps in one run: what is found in all of them."""

    findings: tuple[Finding, ...]
    projects: tuple[Project, ...]
    text: Callable[[str], SourceText | None]


def loaded(case: Path, as_of: date) -> Project | Together:
    """The case, loaded as a roadmap, or as several of one run."""
    roadmaps = folders_of(case)
    if len(roadmaps) == 1:
        return load(roadmaps[0], as_of, as_of)
    projects = load_folders(roadmaps, families_of(roadmaps))
    findings = tuple(finding for one in projects for finding in one.findings)
    return Together(findings, tuple(projects), projects[0].text)


def reported(case: Path, project: Project | Together) -> list[Place]:
    """What the program reports in a case."""
    return sorted(_place(case, project, finding) for finding in project.findings)


def _place(case: Path, project: Project | Together, finding: Finding) -> Place:
    path = Path(finding.span.path)
    name = path.relative_to(case if case.is_dir() else case.parent).as_posix()
    text = project.text(finding.span.path)
    return Place(name, _at(text, finding.span.start), _at(text, finding.span.end), finding.name)


def _at(text: SourceText | None, offset: int) -> tuple[int, int]:
    return (1, 1) if text is None else text.position(min(offset, len(text.text)))
