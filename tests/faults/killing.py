"""What stands on the disk whenever a command is killed, and what the run after that makes of it.

    python killing.py SCENARIO WORK SAMPLES STATES COMMAND...

SCENARIO is a folder; its copy WORK is where the command runs. One run stops just before each of its changes
of the disk, and in the middle of each write, to copy what stands there: what a kill leaves at that point.
From each of these states, or STATES of them where there are more, the command is run once more. That a kill
does leave what was copied is shown by SAMPLES real ones. One line of JSON a state says what stood there, what
stands there in the end, and what the run after it said.
"""

import hashlib
import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

CACHE = "cache"
"""What is remembered lies in the folder itself, so that it too is as a kill leaves it."""
_CHANGES = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.truncate",
    "os.link",
    "os.chmod",
    "fcntl.flock",
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_RANDOM = re.compile(r"(?<=-)[0-9a-f]{12}")


def snapshot(folder: Path) -> dict[str, str]:
    """Return the digests of all files below a folder; a folder without anything in it has none."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.startswith(CACHE):
            continue
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        elif not any(path.iterdir()):
            found[name] = "an empty folder"
    return found


def watch_changes(work: str, before: Callable[[], None]) -> None:
    """Call something just before each change of the disk, and in the middle of each write."""
    within = False

    def tell() -> None:
        nonlocal within
        within = True
        before()
        within = False

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if within:
            return
        if event == "open":
            path, flags = str(arguments[0]), arguments[2]
            inside = not path.startswith("/") or path.startswith(work)
            changes = inside and isinstance(flags, int) and bool(flags & _WRITING)
        else:
            changes = event in _CHANGES
        if changes:
            tell()

    write = os.write

    def halves(file: int, data: bytes) -> int:
        if within or file <= 2:
            return write(file, data)
        half = write(file, bytes(data)[: len(data) // 2])
        tell()
        return half + write(file, bytes(data)[half:])

    os.write = halves  # type: ignore[assignment]
    sys.addaudithook(hook)


class Copies:
    """Copies of a folder, one of each state in which it is found."""

    def __init__(self, work: Path, into: Path) -> None:
        self._work = work
        self._into = into
        self._last: object = None
        self._points = 0
        into.mkdir()

    def take(self) -> None:
        """Copy the folder, unless nothing has changed since the last time."""
        self._points += 1
        found = sorted(
            (str(path), path.lstat().st_size, path.lstat().st_mtime_ns, path.lstat().st_ino)
            for path in self._work.rglob("*")
        )
        if found != self._last:
            self._last = found
            shutil.copytree(self._work, self._into / f"{self._points:05}", symlinks=True)


def killer(point: int) -> Callable[[], None]:
    """Return what kills this process at the point of a number."""
    left = point

    def count() -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    return count


def run_once(command: list[str], work: Path, said: Path, before: Callable[[], None] | None = None) -> int:
    """Run the command in a child; return its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 99
    try:
        os.chdir(work)
        words = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(words, 1)
        os.dup2(words, 2)
        if before is not None:
            watch_changes(str(work), before)
        from carbonroad.cli.run import run

        code = run(command)
        sys.stdout.flush()
    finally:
        os._exit(code)


def warm_up(scenario: Path, work: Path, said: Path, command: list[str]) -> None:
    """Run the command in this process, so that its children need not import all of it again."""
    from carbonroad.cli.run import run

    renew(work, scenario)
    os.chdir(work)
    with said.open("w", encoding="utf-8") as words, redirect_stdout(words), redirect_stderr(words):
        run(command)
    os.chdir(scenario)


def renew(work: Path, source: Path) -> None:
    """Let the folder be as another one."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(source, work, symlinks=True)


def spread(states: list[Path], number: int) -> list[Path]:
    """Return so many of them, the first and the last among them."""
    if number >= len(states):
        return states
    return [states[place * (len(states) - 1) // max(1, number - 1)] for place in range(number)]


def prove(states: list[Path], scenario: Path, work: Path, said: Path, command: list[str]) -> None:
    """Kill the command at some points and compare what it leaves with what was copied there."""
    for state in states:
        renew(work, scenario)
        code = run_once(command, work, said, killer(int(state.name)))
        left, copied = (
            {_RANDOM.sub("", name): digest for name, digest in snapshot(one).items()} for one in (work, state)
        )
        if (code, left) != (-signal.SIGKILL, copied):
            raise SystemExit(f"killed at {state.name}: {code}, {left}, not {copied}")


def main() -> None:
    """Try the points."""
    scenario, work, samples, most = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    command = sys.argv[5:]
    os.environ["CARBONROAD_CACHE_DIR"] = CACHE
    said, into = work.with_suffix(".said"), work.with_suffix(".states")
    warm_up(scenario, work, said, command)
    renew(work, scenario)
    run_once(command, work, said, Copies(work, into).take)
    states = sorted(into.iterdir())
    prove(spread(states, samples), scenario, work, said, command)
    for state in spread(states, most):
        shutil.rmtree(work)
        killed = snapshot(state)
        state.rename(work)
        again = run_once(command, work, said)
        row = {
            "point": int(state.name),
            "killed": killed,
            "again": again,
            "said": said.read_text("utf-8"),
            "then": snapshot(work),
        }
        sys.stdout.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
