"""The only writer: files are prepared beside their places and moved there; what is not ours stays."""

import errno
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from carbonroad.base.said import say

MANIFEST = ".carbonroad.json"
_STAGE = ".carbonroad-stage-"
_ABANDONED = 600
"""Seconds after which the folder of a run that writes is one that a broken run left."""
_FORMAT = 1


class OutputProblem(NamedTuple):
    """Why nothing was written, and what to do."""

    message: str
    help: str


class Written(NamedTuple):
    """What a run did.

    Attributes:
        written: Files that are new or changed.
        unchanged: How many stood there already, byte for byte.
        removed: Files of an earlier run that are no longer made.
        kept: Such files that someone has changed since: they stay.
    """

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def write_output(
    folder: str, files: Mapping[str, bytes], *, prune: bool = True, endings: tuple[str, ...] = ()
) -> Written | OutputProblem:
    """Write a run's files below a folder, all of them or none.

    A file that an earlier run did not make is neither overwritten nor removed; one with the very same
    bytes is taken over. An interrupted run leaves every file as it was or as it shall be, never half.

    Args:
        folder: The output folder; made if it is not there.
        files: Bytes by path below it, with `/`.
        prune: Whether files of earlier runs that are not among these are removed; False for a run
            that makes only some of the documents.
        endings: Such as `.html`; of earlier files only those that end so are removed; empty for all.

    Raises:
        ValueError: For a path that leads out of the folder: names are made of checked ids alone.
    """
    for path in files:
        _check_name(path)
    root = Path(folder)
    try:
        return _write(root, files, lambda path: prune and path.endswith(endings or ""))
    except OSError as error:
        reason = error.strerror or str(error)
        return OutputProblem(
            say("{path} cannot be written: {reason}.", path=error.filename or folder, reason=reason),
            say("choose another folder with -o"),
        )


def write_file(path: str, data: bytes) -> OutputProblem | None:
    """Write one file that the user named, whole or not at all."""
    target = Path(path)
    try:
        if target.exists() and not (target.is_file() or target.is_dir()):
            target.write_bytes(data)  # a pipe or a device, such as /dev/stdout, is written to, never replaced
            return None
        target = Path(os.path.realpath(target))  # a link stays; what it leads to is written
        if target.is_symlink():  # links that lead to each other
            return _unwritable(path, OSError(errno.ELOOP, os.strerror(errno.ELOOP)))
        target.parent.mkdir(parents=True, exist_ok=True)
        with _stage(target.parent) as stage:
            prepared = stage / "file"
            prepared.write_bytes(data)
            prepared.replace(target)
    except OSError as error:
        return _unwritable(path, error)
    return None


def append_file(path: str, data: bytes) -> OutputProblem | None:
    """Write behind what a file holds already; another program owns it."""
    try:
        with Path(path).open("ab") as file:
            file.write(data)
    except OSError as error:
        return _unwritable(path, error)
    return None


def _unwritable(path: str, error: OSError) -> OutputProblem:
    reason = error.strerror or str(error)
    return OutputProblem(
        say("{path} cannot be written: {reason}.", path=path, reason=reason), say("choose another path")
    )


def rewrite_file(path: str, data: bytes, was: str) -> OutputProblem | None:
    """Put new content in a user's own file, whole or not at all; its permissions stay.

    Args:
        path: The file.
        data: Its new bytes.
        was: The SHA-256 of the bytes that it must still have.
    """
    target = Path(path)
    try:
        if target.is_symlink():
            return OutputProblem(
                say("{file} is a link, so it was not changed.", file=path), say("name the file it leads to")
            )
        mode = target.stat().st_mode
        if not mode & 0o222:
            return OutputProblem(
                say("{file} is write-protected, so it was not changed.", file=path),
                say("allow writing to it, or make the changes that --diff shows"),
            )
        if _digest(target.read_bytes()) != was:
            return OutputProblem(
                say("{file} was changed by someone else meanwhile, so nothing was written to it.", file=path),
                say("run the command again"),
            )
        with _stage(target.parent) as stage:
            prepared = stage / "file"
            prepared.write_bytes(data)
            prepared.chmod(mode & 0o7777)
            prepared.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        return OutputProblem(
            say("{file} cannot be written: {reason}.", file=path, reason=reason),
            say("check the file and its permissions"),
        )
    return None


@contextmanager
def scratch(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Lend a private folder with some files, for a program that reads files; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="carbonroad-", ignore_cleanup_errors=True) as name:
        for path, data in files.items():
            Path(name, path).write_bytes(data)
        yield Path(name)


def _write(root: Path, files: Mapping[str, bytes], goes: Callable[[str], bool]) -> Written | OutputProblem:
    ours = _read_manifest(root)
    if isinstance(ours, OutputProblem):
        return ours
    changed = {path: data for path, data in files.items() if _differs(root / path, data)}
    foreign = list(_foreign(root, changed, ours))
    if foreign:
        return _refuse(root, foreign)
    stale = [path for path in ours if path not in files and goes(path)]
    kept = tuple(path for path in stale if _was_changed(root / path, ours[path]))
    removed = tuple(path for path in stale if path not in kept)
    made = {path: _digest(data) for path, data in files.items()}
    lasting = {path: digest for path, digest in ours.items() if path not in made and path not in stale}
    root.mkdir(parents=True, exist_ok=True)
    with _stage(root) as stage:
        for number, data in enumerate(changed.values()):
            (stage / str(number)).write_bytes(data)
        if changed or removed:
            # Should the run end here, the next one still knows the old files and the new ones as ours.
            _write_manifest(root, stage, {**ours, **made})
        for number, path in enumerate(changed):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (stage / str(number)).replace(target)
        _remove(root, removed)
        _write_manifest(root, stage, {**lasting, **made})
    return Written(tuple(changed), len(files) - len(changed), removed, kept)


def _check_name(path: str) -> None:
    parts = path.split("/")
    if any(part in ("", ".", "..") or "\\" in part or "\0" in part or part.startswith(".") for part in parts):
        raise ValueError(f"not a name for a file of the output: {path!r}")


def _refuse(root: Path, foreign: list[str]) -> OutputProblem:
    shown = ", ".join(foreign[:3])
    if len(foreign) > 3:
        shown = say("{names} and {n} more", names=shown, n=len(foreign) - 3)
    return OutputProblem(
        say(
            "{folder} holds files that carbonroad did not write: {names}. Nothing was written over them.",
            folder=root,
            names=shown,
        ),
        say("move them away, or choose another folder with -o"),
    )


def _read_manifest(root: Path) -> dict[str, str] | OutputProblem:
    """The files of earlier runs with their digests; a name that leads elsewhere is passed over."""
    path = root / MANIFEST
    unreadable = OutputProblem(
        say("{path} is no list of files that carbonroad wrote.", path=path),
        say("remove it, or choose another folder with -o"),
    )
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except ValueError:
        return unreadable
    files = loaded.get("files") if isinstance(loaded, dict) else None
    if not isinstance(files, dict):
        return unreadable
    return {name: str(digest) for name, digest in files.items() if _is_plain(name)}


def _is_plain(name: str) -> bool:
    try:
        _check_name(name)
    except ValueError:
        return False
    return True


def _write_manifest(root: Path, stage: Path, files: Mapping[str, str]) -> None:
    content = {"format": _FORMAT, "tool": "carbonroad", "files": dict(sorted(files.items()))}
    data = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    if _differs(root / MANIFEST, data):
        prepared = stage / "manifest"
        prepared.write_bytes(data)
        prepared.replace(root / MANIFEST)


def _foreign(root: Path, paths: Iterable[str], ours: Mapping[str, str]) -> Iterator[str]:
    """The paths where something stands that is not ours, or that lead out of the folder by a link."""
    inside = Path(os.path.realpath(root))
    for path in paths:
        target = root / path
        taken = target.is_dir() or (path not in ours and (target.exists() or target.is_symlink()))
        if (
            taken
            or not Path(os.path.realpath(target.parent)).is_relative_to(inside)
            or _blocked(root, target)
        ):
            yield path


def _blocked(root: Path, target: Path) -> bool:
    """Whether a file stands where a folder must be."""
    for above in target.parents:
        if above == root:
            return False
        if above.exists() and not above.is_dir():
            return True
    return False


def _differs(path: Path, data: bytes) -> bool:
    try:
        return path.is_symlink() or path.stat().st_size != len(data) or path.read_bytes() != data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return True


def _was_changed(path: Path, digest: str) -> bool:
    """Whether a file of an earlier run is no longer what that run wrote; one that is gone is not changed."""
    try:
        return path.is_symlink() or _digest(path.read_bytes()) != digest
    except (FileNotFoundError, NotADirectoryError):
        return False
    except IsADirectoryError:
        return True


def _remove(root: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that held nothing else."""
    for path in paths:
        target = root / path
        target.unlink(missing_ok=True)
        for above in target.parents:
            if above == root or any(above.iterdir() if above.is_dir() else ["x"]):
                break
            above.rmdir()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextmanager
def _stage(root: Path) -> Iterator[Path]:
    """A folder beside the files' places, on the same disk; gone afterwards, as are those of broken runs."""
    stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=root))
    try:
        _clear(root, stage)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _clear(root: Path, stage: Path) -> None:
    """Remove what broken runs left; a young folder may be of a run that writes here at this moment."""
    now = stage.stat().st_mtime  # as the disk counts time
    for left in root.glob(f"{_STAGE}*"):
        try:
            old = left.stat().st_mtime < now - _ABANDONED
        except FileNotFoundError:  # that run is done
            continue
        if old:
            shutil.rmtree(left, ignore_errors=True)
