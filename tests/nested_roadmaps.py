"""Folders of roadmaps of which some are the parents of others, loaded in one run."""

from datetime import date
from pathlib import Path

from carbonroad.batch.families import Families, Tops, families_of
from carbonroad.link.family import Handed  # noqa: TC001 - as all other tests import
from carbonroad.project import Project, load
from carbonroad.source.folder import Folder, find_roadmaps

NESTED = Path(__file__).parent / "data" / "nested"
DAY = date(2026, 11, 22)


def folders_of(*paths: Path) -> list[Folder]:
    """The roadmaps that paths name."""
    folders: list[Folder] = []
    for path in paths:
        found = find_roadmaps(str(path))
        assert isinstance(found, list), found
        folders += found
    return folders


def load_families(*paths: Path) -> dict[str, Project]:
    """Every roadmap of a run by its name; children are loaded before their parents."""
    folders = folders_of(*paths)
    return dict(zip((one.name for one in folders), load_folders(folders, families_of(folders)), strict=True))


def load_folders(folders: list[Folder], families: Families) -> list[Project]:
    """The roadmaps of a run in the order of the call."""
    loaded: dict[int, Project] = {}
    handed: dict[int, Handed] = {}
    tops = Tops()
    for level in families.levels:
        for place in level:
            family = families.family(place, tops, handed)
            loaded[place] = load(folders[place], None, DAY, family=family)
            handed[place] = loaded[place].handed
    return [loaded[place] for place in range(len(folders))]


def write(root: Path, **files: str) -> Path:
    """Write top files, by the folders of their roadmaps with `__` for a slash; return the root."""
    for name, text in files.items():
        folder = root / name.replace("__", "/")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "carbonroad.yaml").write_text(f"before_means: inclusive\n{text}", encoding="utf-8")
    return root


def said(project: Project) -> list[str]:
    """The findings that count, by name and message."""
    return [f"{one.name}: {one.message}" for one in project.findings]
