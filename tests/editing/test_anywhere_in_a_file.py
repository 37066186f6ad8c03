"""An editor may ask at any place of any text: it is answered, inside the text, and never by a fault."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_files import DATA_DATE
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonroad.editing.acting.at_cursor import actions, fix_all
from carbonroad.editing.diagnostics import diagnostics
from carbonroad.editing.formatting import formatted
from carbonroad.editing.hints import hints
from carbonroad.editing.hovering.at_cursor import hover
from carbonroad.workspace.workspace import Roadmap, Workspace

ROOT = Path(__file__).parent.parent.parent
HEAT = ROOT / "tests" / "data" / "timed" / "heat.yaml"
REAL = [HEAT, HEAT.parent / "carbonroad.yaml", ROOT / "roadmaps" / "france" / "transport.yaml"]
STEEL = ROOT / "roadmaps" / "china" / "steel.yaml"


def workspace_of() -> Workspace:
    return Workspace(lambda: DATA_DATE, DATA_DATE)


def state(workspace: Workspace, path: Path, text: str | None = None) -> Roadmap:
    if text is not None:
        workspace.put(str(path), text)
    roadmap = workspace.roadmap(str(path))
    assert roadmap is not None
    return roadmap


def ask_at(roadmap: Roadmap, path: Path, offset: int, lang: str) -> int:
    """Ask for all that is told of a place; how much it was."""
    source = roadmap.source(str(path))
    size = len(source.text) if source is not None else 0
    told = hover(roadmap, str(path), offset, lang)
    if told is not None:
        assert 0 <= told.span.start <= offset <= told.span.end <= size
        assert told.markdown.strip()
    done = actions(roadmap, str(path), offset, min(offset + 1, size), lang)
    for action in done:
        assert action.title
        for file, edits in action.edits.items():
            there = roadmap.source(file)
            assert there is not None
            assert all(0 <= edit.start <= edit.end <= len(there.text) for edit in edits)
    return len(done) + (told is not None)


def ask_all(roadmap: Roadmap, path: Path, lang: str) -> None:
    """Ask for all that is told of a whole file."""
    source = roadmap.source(str(path))
    size = len(source.text) if source is not None else 0
    for one in diagnostics(roadmap, str(path), lang):
        assert 0 <= one.span.start <= one.span.end <= size
    for hint in hints(roadmap, str(path), 0, size, lang):
        assert 0 <= hint.offset <= size
        assert hint.text
    for edit in formatted(roadmap, str(path)):
        assert 0 <= edit.start <= edit.end <= size


@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_place_of_a_real_file_is_answered(path: Path) -> None:
    roadmap = state(workspace_of(), path)
    text = path.read_text(encoding="utf-8")
    told = [ask_at(roadmap, path, offset, "en" if offset % 2 else "zh") for offset in range(len(text) + 1)]
    assert sum(map(bool, told)) > len(text) / 5
    ask_all(roadmap, path, "en")


def beginnings(text: str, step: int) -> Iterator[str]:
    yield from (text[:end] for end in range(0, len(text), step))


@pytest.mark.parametrize(("path", "step"), [(HEAT, 23), (STEEL, 601)], ids=["heat", "steel"])
def test_a_file_that_is_half_typed_is_answered_where_it_is_typed_and_before(path: Path, step: int) -> None:
    workspace = workspace_of()
    for number, text in enumerate(beginnings(path.read_text(encoding="utf-8"), step)):
        roadmap = state(workspace, path, text)
        lang = "zh" if number % 2 else "en"
        for offset in {*range(max(0, len(text) - 8), len(text) + 1), len(text) // 2, len(text) // 3}:
            ask_at(roadmap, path, offset, lang)
        ask_all(roadmap, path, lang)


_SIGNS = st.sampled_from(
    ["\n", " ", ":", "- ", "[", "{", "'", '"', "|", "#", "：", "}", "&a ", "*a", "\t", "\r\n", ""]
)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_damaged_files_are_answered_too(data: st.DataObject) -> None:
    text = HEAT.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 40, len(text))))
        text = text[:start] + data.draw(_SIGNS) + text[end:]
    roadmap = state(workspace_of(), HEAT, text)
    for offset in data.draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=12)):
        ask_at(roadmap, HEAT, offset, "zh")
    ask_all(roadmap, HEAT, "en")
    action = fix_all(roadmap, str(HEAT), "en")
    assert action is None or action.edits[str(HEAT)]


@pytest.mark.parametrize("offset", [-1, 10**9])
def test_a_place_outside_the_text_is_no_fault(offset: int) -> None:
    roadmap = state(workspace_of(), HEAT)
    assert hover(roadmap, str(HEAT), offset, "en") is None
    assert hover(roadmap, str(HEAT.parent / "gone.yaml"), 0, "en") is None
    assert hints(roadmap, str(HEAT.parent / "gone.yaml"), 0, 9, "en") == ()
    assert diagnostics(roadmap, str(HEAT.parent / "gone.yaml"), "en") == []
