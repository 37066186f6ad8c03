"""The sites that a browser looks at, each rendered once for all processes of a test run."""

import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from odd_roadmaps import AS_OF, ODD

_TESTS = Path(__file__).resolve().parent.parent
_SHIPPED = _TESTS.parent / "roadmaps"
_REAL = {
    "china": _SHIPPED / "china",
    "france": _SHIPPED / "france",
    "roadmaps": _SHIPPED,
    "timed": _TESTS / "data" / "timed",
    "in-progress": _TESTS / "data" / "in-progress",
}
_PATIENCE = 300


class Edition(NamedTuple):
    """The pages of one language of a site; `lang` is its folder, empty for the first language."""

    site: str
    lang: str = ""

    def __str__(self) -> str:
        return f"{self.site}-{self.lang or 'first'}"


REAL = (
    *(Edition(name, lang) for name in ("china", "france", "timed", "in-progress") for lang in ("", "zh")),
    Edition("roadmaps"),
)
ALL = (*REAL, *(Edition(name) for name in ODD))


def once(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Return `folder/name`, made by the first process that asks for it; the others wait."""
    target, failed = folder / name, folder / f"{name}.failed"
    try:
        (folder / f"{name}.lock").mkdir(parents=True)
    except FileExistsError:
        end = time.monotonic() + _PATIENCE
        while not target.exists():
            assert not failed.exists(), failed.read_text("utf-8")
            assert time.monotonic() < end, f"{name} is not made after {_PATIENCE} s"
            time.sleep(0.05)
        return target
    part = folder / f"{name}.part"
    try:
        make(part)
    except BaseException:
        failed.write_text(traceback.format_exc(), "utf-8")
        raise
    return part.rename(target)


def render(name: str, target: Path) -> None:
    """Render a site into a folder by the command line, as a user does."""
    source = _REAL.get(name)
    if source is None:
        source = target.with_name(f"{name}.source") / "roadmap"
        source.mkdir(parents=True)
        for file, text in ODD[name]().items():
            (source / file).write_text(text, "utf-8")
    command = [sys.executable, "-m", "carbonroad", "render", str(source), "-o", str(target), "--as-of", AS_OF]
    done = subprocess.run([*command, "-q"], capture_output=True, text=True, check=False, cwd=_TESTS.parent)
    assert done.returncode == 0, f"{name} is not rendered:\n{done.stderr[-3000:]}"


def pages(folder: Path, edition: Edition) -> list[Path]:
    """The HTML pages of an edition, sorted; of thirty industries one stands for all.

    Of several roadmaps only the lists and the overviews: what stands below has a site of its own.
    """
    root = folder / edition.lang
    languages = {other.lang for other in ALL if other.site == edition.site} - {"", edition.lang}
    found = [path for path in root.rglob("*.html") if path.relative_to(root).parts[0] not in languages]
    if edition.site == "30-industries":
        found = [path for path in found if path.parent in (root, root / "field00")]
    if edition.site == "roadmaps":
        found = [path for path in found if path.match("index.html") and len(path.relative_to(root).parts) < 3]
    assert len(found) > 2
    return sorted(found)
