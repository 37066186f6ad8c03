"""Whoever names what is renamed is linked anew: each id of a roadmap is taken away and given back."""

import re
from pathlib import Path

import pytest
from crossed_roadmap import write_crossed
from whole_loads import DAY

from carbonroad.checking.remembered import Memory
from carbonroad.project import Project, load
from carbonroad.source.folder import Folder, find_roadmaps
from carbonroad.source.text import SourceText, from_string
from carbonroad.workspace.reading import Memories


def crossed(home: Path, seed: str) -> tuple[Folder, dict[str, SourceText]]:
    """A roadmap of three industries that name each other."""
    write_crossed(home, seed, industries=3, items=4)
    return read(home)


def read(home: Path) -> tuple[Folder, dict[str, SourceText]]:
    """A roadmap's folder, and what its files say."""
    found = find_roadmaps(str(home))
    assert isinstance(found, list)
    paths = (str(found[0].top), *found[0].files.values())
    return found[0], {path: from_string(Path(path).read_text(encoding="utf-8"), path) for path in paths}


def told(project: Project) -> tuple[object, ...]:
    system = project.system
    return system.items, system.links, system.indicators, system.measures, system.duties, project.found


def test_each_id_is_taken_away_and_given_back(tmp_path: Path) -> None:
    folder, texts = crossed(tmp_path / "crossed", "one")
    memory = Memory(Memories().read)
    assert told(load(folder, None, DAY, texts=texts, memory=memory)) == told(
        load(folder, None, DAY, texts=texts)
    )
    tried = 0
    for path, source in texts.items():
        for place in re.finditer(r"\bid: (\w+)", source.text):
            other = source.text[: place.start(1)] + "gone" + source.text[place.end(1) :]
            for now in ({**texts, path: from_string(other, path)}, texts):
                known = load(folder, None, DAY, texts=now, memory=memory)
                assert told(known) == told(load(folder, None, DAY, texts=now)), place
            tried += 1
    assert tried > 40


def test_who_does_not_name_what_changes_is_not_linked_again(tmp_path: Path) -> None:
    folder, texts = crossed(tmp_path / "crossed", "one")
    memory = Memory(Memories().read)
    before = load(folder, None, DAY, texts=texts, memory=memory).system
    path = folder.files["field-0"]
    other = from_string(texts[path].text + "\n# more\n", path)
    after = load(folder, None, DAY, texts={**texts, path: other}, memory=memory).system
    again = {item.part for ref, item in after.items.items() if before.items[ref].parties is not item.parties}
    same = {item.part for ref, item in after.items.items() if before.items[ref] is item}
    assert "field-0" not in same
    assert "field-2" in same
    assert "field-2" not in again


TOP = """\
carbonroad: 1
title: Whole
before_means: inclusive
phases: [{id: p1, title: First, years: 2024..2030}]
organisations: {office: {title: Office, short: OP}}
sources: {plan: {title: Plan, number: No. 1}}
"""
STEEL = """\
industry: steel
owner: OP
milestones:
  - {id: M1, title: One, deadline: before p1, source: No. 1}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2030}", "2033}"),
        ("inclusive", "exclusive"),
        ("short: OP", "short: OQ"),
        ("No. 1", "No. 2"),
        ("title: Whole", "title: A whole"),
    ],
)
def test_a_top_file_that_changes_changes_everything(old: str, new: str, tmp_path: Path) -> None:
    (tmp_path / "carbonroad.yaml").write_text(TOP, encoding="utf-8")
    (tmp_path / "steel.yaml").write_text(STEEL, encoding="utf-8")
    folder, texts = read(tmp_path)
    memory = Memory(Memories().read)
    load(folder, None, DAY, texts=texts, memory=memory)
    assert old in TOP
    path = str(folder.top)
    texts[path] = from_string(TOP.replace(old, new), path)
    assert told(load(folder, None, DAY, texts=texts, memory=memory)) == told(
        load(folder, None, DAY, texts=texts)
    )


def test_what_is_reported_is_reported_again_and_knows_every_name(tmp_path: Path) -> None:
    folder, texts = crossed(tmp_path / "crossed", "one")
    path, other = folder.files["field-2"], folder.files["field-1"]
    works = "works:\n"
    texts[path] = from_string(
        texts[path].text.replace(works, f"{works}  - {{id: Z, title: Z, for: novelty}}\n"), path
    )
    memory = Memory(Memories().read)
    for more in ("", "  - {id: other, title: N}\n", "  - {id: novelty, title: N}\n"):
        texts[other] = from_string(texts[other].text.replace(works, works + more), other)
        found = load(folder, None, DAY, texts=texts, memory=memory)
        assert told(found) == told(load(folder, None, DAY, texts=texts))
        unknown = [one.help for one in found.found if one.name == "unknown-item"]
        assert len(unknown) == 1
        assert ("field-1.novelty" in unknown[0]) == ("novelty" in more)
