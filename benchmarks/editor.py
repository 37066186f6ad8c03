"""An editor's keystrokes: findings of the whole roadmap after each, and memory over ten thousand of them.

python benchmarks/editor.py FILE EDITS    makes that many edits in a file, each followed by a check
"""

import itertools
import statistics
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from editor_server import through_the_server
from national import write_nation
from national_text import industry_text, top_text
from sheet import Goal, Sheet, time_of
from timing import CHINA, ROOT, peak_mib, seconds

from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps
from carbonroad.workspace.workspace import Workspace

_DAY = date(2026, 11, 22)
_FILES = 1_000
_FEW, _MANY = 1_000, 10_000
_KEYS = 10
"""Keystrokes of a round."""


def editing(folder: Path, rounds: int) -> Sheet:
    """Findings after a keystroke, on China's roadmap and on 1,000 files in two shapes; memory."""
    sheet = Sheet("In an editor")
    tenth, second = Goal(100, 50), Goal(1000, 500)
    _typed(sheet, "China's roadmap, an industry file", CHINA / "steel.yaml", "title:", rounds, tenth)
    _typed(sheet, "China's roadmap, the top file", CHINA / "carbonroad.yaml", "pilots", rounds, tenth)
    through_the_server(
        sheet, "China's roadmap, an industry file", CHINA / "steel.yaml", "title:", tenth, CHINA
    )
    written = write_nation(folder / "nation", 0.032)
    told = f"{written.files:,} files in {written.roadmaps} roadmaps"
    nation = folder / "nation"
    _typed(
        sheet, f"{told}, a file of one", nation / "city-000" / "steel.yaml", "Step 3", rounds, second, nation
    )
    top = nation / "nation" / "carbonroad.yaml"
    _typed(sheet, f"{told}, the uppermost", top, "Step 3", rounds, second, nation)
    _typed(sheet, f"{told}, what all inherit", top, "Energy office", rounds, second, nation)
    through_the_server(
        sheet, f"{told}, a file of one", nation / "city-000" / "steel.yaml", "Step 3", second, nation
    )
    one = _one_roadmap(folder / "one")
    _typed(sheet, f"{_FILES:,} files in one roadmap", one, "Step 3", min(rounds, 3), second)
    through_the_server(sheet, f"{_FILES:,} files in one roadmap", one, "Step 3", second, folder / "one")
    few, many = (_memory(edits) for edits in (_FEW, _MANY))
    sheet.add(f"peak memory after {_MANY:,} edits", f"{many:.1f} MiB", value=many / few, goal=Goal(1.2, 1.1),
              floor=f"after {_FEW:,} edits: {few:.1f} MiB")  # fmt: skip
    sheet.remark(
        "A keystroke is a text of the editor's and the findings of its roadmap that count; what is judged is "
        "the median in milliseconds. Parents and children are loaded too, as far as it concerns them."
    )
    return sheet


def _typed(
    sheet: Sheet, what: str, file: Path, words: str, rounds: int, goal: Goal, folder: Path | None = None
) -> None:
    """Type into a word of a file."""
    workspace = Workspace(lambda: _DAY)
    workspace.roadmaps([str(folder or file.parent)])
    key = _keys(workspace, file, words)
    first = seconds(key)
    took = statistics.median(seconds(key) for _ in range(rounds * (_KEYS if first < 1 else 2)))
    sheet.add(f"{what}: findings after a keystroke", time_of(took), value=took * 1000, goal=goal)
    found = find_roadmaps(str(file.parent))
    if not isinstance(found, list):
        raise SystemExit(found.message)
    whole = statistics.median(seconds(lambda: load(found[0], None, _DAY)) for _ in range(min(rounds, 3)))
    sheet.add(
        "of that, to loading this roadmap anew", time_of(took), value=took / whole, floor=time_of(whole)
    )


def _keys(workspace: Workspace, file: Path, words: str) -> Callable[[], object]:
    """A call that types one sign more."""
    text = file.read_text(encoding="utf-8")
    at = text.index(words) + len(words)
    signs = itertools.cycle(range(1, 9))

    def key() -> object:
        workspace.put(str(file), text[:at] + "e" * next(signs) + text[at:])
        return findings(workspace, file)

    return key


def findings(workspace: Workspace, file: Path) -> object:
    """Return the findings of the roadmap that a file belongs to."""
    roadmap = workspace.roadmap(str(file))
    if roadmap is None:
        raise SystemExit(f"{file} is no roadmap's")
    return roadmap.findings()


def _one_roadmap(home: Path) -> Path:
    """Write one roadmap of a thousand industries; return the file of one."""
    home.mkdir()
    names = tuple(f"industry-{number:04d}" for number in range(_FILES - 1))
    (home / "carbonroad.yaml").write_text(top_text("the nation", names, len(names)), encoding="utf-8")
    for name in names:
        (home / f"{name}.yaml").write_text(industry_text("the nation", name), encoding="utf-8")
    return home / f"{names[500]}.yaml"


def _memory(edits: int) -> float:
    file = ROOT / "roadmaps" / "france" / "transport.yaml"
    return peak_mib(sys.executable, str(Path(__file__)), str(file), str(edits))


def _edits(text: str, count: int) -> Iterator[str]:
    """Texts of which no two are alike, whole and half typed."""
    for number in range(count):
        at = number * 7919 % len(text)
        yield f"{text[:at]}{number}{text[at if number % 3 else at + 20 :]}"


def main() -> None:
    """Make edits, so that this process's memory can be measured."""
    file, count = Path(sys.argv[1]), int(sys.argv[2])
    workspace = Workspace(lambda: _DAY)
    for text in _edits(file.read_text(encoding="utf-8"), count):
        workspace.put(str(file), text)
        findings(workspace, file)


if __name__ == "__main__":
    main()
