"""A file while it is typed: no exception at any prefix, nothing made up about other files, nothing kept."""

import gc
import shutil
import weakref
from pathlib import Path

import pytest
from whole_loads import today

from carbonroad.findings import Finding, Severity
from carbonroad.source.text import SourceText
from carbonroad.workspace.workspace import Workspace

ROADMAPS = Path(__file__).parents[2] / "roadmaps"
MOST_NEW = 6
"""Findings of other files that a half-typed one may add: what it has not declared yet is really missing."""
MOST_OWN = 12


def known_by(found: tuple[Finding, ...]) -> set[tuple[str, str, str]]:
    """Findings by what does not change while something else is typed."""
    return {(one.span.path, one.name, one.pointer) for one in found}


@pytest.mark.parametrize(
    ("roadmap", "name", "step"),
    [
        ("france", "agriculture.yaml", 1),
        ("france", "transport.yaml", 11),
        ("france", "carbonroad.yaml", 97),
        ("china", "technology.yaml", 449),
    ],
)
def test_no_prefix_of_a_real_file_raises_or_says_much(roadmap: str, name: str, step: int) -> None:
    home, path = ROADMAPS / roadmap, str(ROADMAPS / roadmap / name)
    workspace = Workspace(today)
    whole = workspace.roadmap(path)
    assert whole is not None
    text = (home / name).read_text(encoding="utf-8")
    others = {one for one in known_by(whole.findings()) if one[0] != path}
    for end in (*range(0, len(text), step), len(text)):
        workspace.put(path, text[:end])
        now = workspace.roadmap(path)
        assert now is not None
        found = now.findings()
        now.tree(path)
        # What only that file would have used is unused for now; the rest of other files is as it was.
        said = {one for one in known_by(found) if one[0] != path and one[1] != "declared-and-never-used"}
        assert len(said - others) <= MOST_NEW, (end, sorted(said - others))
        own = [one for one in now.findings(path) if one.severity is not Severity.info]
        assert len(own) <= MOST_OWN, (end, own)
    assert found == whole.findings()


def test_an_item_typed_into_a_whole_file_sign_by_sign() -> None:
    path = str(ROADMAPS / "china" / "carbonroad.yaml")
    workspace = Workspace(today)
    whole = workspace.roadmap(path)
    assert whole is not None
    source = whole.source(path)
    assert source is not None
    before = known_by(whole.findings())
    at = source.text.index("  - id: dual-budget")
    typed = '  - id: new\n    title: {en: "A title", zh: 标题}\n    owner: [ndrc]\n    after: [{id: peak}]\n'
    for end in range(3, len(typed), 5):
        workspace.put(path, f"{source.text[:at]}{typed[:end]}\n{source.text[at:]}")
        now = workspace.roadmap(path)
        assert now is not None
        new = [one for one in now.findings() if (one.span.path, one.name, one.pointer) not in before]
        assert len(new) <= MOST_NEW, (typed[:end], new)
        assert {one.span.path for one in new} <= {path}


def test_nothing_of_an_earlier_state_is_kept(tmp_path: Path) -> None:
    shutil.copytree(ROADMAPS / "france", tmp_path / "france")
    path = tmp_path / "france" / "transport.yaml"
    text = path.read_text(encoding="utf-8")
    workspace = Workspace(today)
    projects = []
    for number in range(60):
        at = number * 7919 % len(text)
        workspace.put(str(path), f"{text[:at]}{number}{text[at if number % 3 else at + 20 :]}")
        roadmap = workspace.roadmap(str(path))
        assert roadmap is not None
        if number % 4:  # not every state is asked what is found in it
            assert roadmap.findings(str(path)) is not None
            roadmap.tree(str(path))
            projects.append(weakref.ref(roadmap.project))
    del roadmap
    gc.collect()
    assert sum(one() is not None for one in projects) <= 2
    # Texts have no slot for weak references; the collector knows the containers that hold them.
    assert len({id(one) for one in _texts_of(str(path))}) <= 4


def _texts_of(path: str) -> list[SourceText]:
    """Every text of a file that something in this process still holds."""
    held = (other for one in gc.get_objects() for other in gc.get_referents(one))
    return [one for one in held if isinstance(one, SourceText) and one.path == path]
