"""All files of a run in one call: what tests of the output begin with."""

from collections.abc import Callable, Mapping
from pathlib import Path

from carbonroad.output import MANIFEST, OutputProblem, Writing, Written, begin

OLD = {"index.html": b"old", "steel/timetable.html": b"old"}
NEW = {"index.html": b"new", "steel/timetable.html": b"new", "power/timetable.html": b"new"}


def write_output(
    folder: str,
    files: Mapping[str, bytes],
    *,
    prune: bool = True,
    keep: tuple[str, ...] = (),
    tell: Callable[[str], None] = print,
) -> Written | OutputProblem:
    """Write files below a folder as one run does, to its end."""
    begun = begin(folder, tell)
    if isinstance(begun, OutputProblem):
        return begun
    with begun as run:
        problem = run.add(files)
        return problem if problem is not None else run.finish(prune=prune, keep=keep)


def finish(run: Writing) -> Written | OutputProblem:
    """End a run that makes all files."""
    return run.finish(prune=True, keep=())


def begun(folder: Path) -> Writing:
    run = begin(str(folder), print)
    assert isinstance(run, Writing), run
    return run


def written(folder: Path, files: dict[str, bytes]) -> Written:
    done = write_output(str(folder), files)
    assert isinstance(done, Written), done
    return done


def pages(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
