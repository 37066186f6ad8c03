"""A tree of many odd roadmaps: broken files, bytes that are no text, links, baselines, families."""

import os
import shutil
from pathlib import Path

from corpus_files import CORPUS
from odd_roadmaps import ODD

BASELINE = '{"format": 1, "findings": []}\n'


def write_tree(root: Path, *, corpus: bool = True) -> Path:
    """Write the tree below a folder and return it; every folder in it is a roadmap."""
    root.mkdir(parents=True)
    for name, files in ODD.items():
        _write(root / f"odd-{name}", files())
    for number, case in enumerate(sorted(CORPUS.rglob("carbonroad.yaml"))[::2] if corpus else ()):
        if not any((above / "carbonroad.yaml").exists() for above in case.parent.parents[:2]):
            shutil.copytree(case.parent, root / f"case-{number:03d}-{case.parent.name[:20]}")
    for number, case in enumerate(sorted(CORPUS.glob("*/*.y*ml"))[::4] if corpus else ()):
        home = root / f"lone-{number:03d}"
        home.mkdir()
        (home / "carbonroad.yaml").write_text("title: Plan\nbefore_means: inclusive\n", encoding="utf-8")
        shutil.copy(case, home / case.name)
    _write_hostile(root)
    _write_family(root)
    return root


def _write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def _write_hostile(root: Path) -> None:
    """What can be wrong with files as such."""
    home = root / "hostile"
    _write(home, {"carbonroad.yaml": "title: Plan\n", "a.yaml": "title: A\n", "a.yml": "title: A too\n"})
    (home / "bytes.yaml").write_bytes(b"title: \xff\xfe\n")
    (home / "empty.yaml").write_bytes(b"")
    (home / "bom.yaml").write_bytes(b"\xef\xbb\xbftitle: With a mark\r\n")
    (home / "carbonroad-baseline.json").write_text("{", encoding="utf-8")
    (home / "outside.yaml").symlink_to("/etc/hostname")
    (home / "gone.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(home / "pipe.yaml")
    accepted = root / "accepted"
    _write(accepted, {"carbonroad.yaml": "title: Plan\n", "carbonroad-baseline.json": BASELINE})


def _write_family(root: Path) -> None:
    """A parent and its children, one of which divides a target wrongly."""
    whole = (
        "title: Whole\nbefore_means: inclusive\norganisations: {office: {title: Office}}\nindicators:\n"
        "  - {id: power, title: Power, unit: GW, allocation: sum, targets: {2030: 30}, source: x}\n"
    )
    _write(root / "whole", {"carbonroad.yaml": whole})
    for number in range(3):
        part = (
            f"title: Part {number}\nparent: whole\nbefore_means: inclusive\nindicators:\n"
            f"  - {{id: power, title: Power, unit: GW, targets: {{2030: {number}}}, "
            "source: x, owner: office}\n"
        )
        _write(root / f"part-{number}", {"carbonroad.yaml": part})
