"""The git program, asked without shell, configuration of commands, network or writing."""

import os
import subprocess
from types import TracebackType
from typing import IO, Self

from carbonroad.base.record import NamedTuple

_QUIET = (
    "--no-pager",
    "--no-optional-locks",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=" + os.devnull),
    *("-c", "protocol.allow=never"),  # a partial clone would fetch what it lacks
)
_OUTER = ("-c", "safe.bareRepository=explicit")
"""Files that were checked out may look like a repository without a checkout, with a history of their own."""
_NAMES = ("git.exe",) if os.name == "nt" else ("git",)
_LEFT_OUT = frozenset(
    ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")
)
"""What a hook of git is called with; the folder says which repository is meant."""
_CHUNK = 1 << 20


class Answer(NamedTuple):
    """What git answered to one question: its output, and what it complained of."""

    done: bool
    output: str
    complaint: str


class GitObject(NamedTuple):
    """A commit, tree or file of a repository.

    Attributes:
        id: Hexadecimal.
        kind: `commit`, `tree`, `blob` or `tag`.
        size: In bytes.
        data: Its bytes; None where there are more than were wanted.
    """

    id: str
    kind: str
    size: int
    data: bytes | None


def find_git() -> str | None:
    """Return the path of the program; never one in the working folder, which may be anybody's."""
    for folder in os.get_exec_path():
        for name in _NAMES:
            path = os.path.join(folder, name)
            if os.path.isabs(folder) and os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    return None


def ask(git: str, folder: str, *words: str) -> Answer:
    """Ask one question about the repository that holds a folder."""
    try:
        done = subprocess.run(  # noqa: S603 - an argument list
            _arguments(git, folder, words),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_environment(),
            check=False,
        )
    except (OSError, ValueError) as error:  # ValueError: a NUL or what is no text
        return Answer(done=False, output="", complaint=getattr(error, "strerror", None) or str(error))
    return Answer(done.returncode == 0, _text(done.stdout), _text(done.stderr))


class Objects:
    """The objects of a repository, asked of one process by name, one after another."""

    def __init__(self, git: str, folder: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - an argument list
            _arguments(git, folder, ("cat-file", "--batch")),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
        )

    def __enter__(self) -> Self:
        """Return itself; the process is already at work."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.end()

    def get(self, name: str, most: int) -> GitObject | None:
        """Return an object by anything git takes for a name; None where there is none.

        Args:
            name: Never read as an option.
            most: Bytes that are kept of it.
        """
        asked, answered = self._process.stdin, self._process.stdout
        if asked is None or answered is None or "\n" in name or "\0" in name:
            return None
        try:
            asked.write(os.fsencode(name) + b"\n")
            asked.flush()
        except (OSError, ValueError, UnicodeEncodeError):  # it has ended, or the name is no text
            return None
        head = answered.readline().split()
        if len(head) != 3 or not head[2].isdigit():
            return None
        size = int(head[2])
        data = answered.read(size) if size <= most else None
        if data is None:
            _pass_over(answered, size)
        answered.read(1)
        return GitObject(head[0].decode(), head[1].decode(), size, data)

    def end(self) -> str:
        """End the process and return what it complained of."""
        if self._process.stdin is not None and self._process.stdin.closed:
            return ""
        _, complaint = self._process.communicate()
        return _text(complaint)


def _pass_over(stream: IO[bytes], size: int) -> None:
    """Read past an object, so that the next one is found."""
    while size > 0 and (chunk := stream.read(min(size, _CHUNK))):
        size -= len(chunk)


def _arguments(git: str, folder: str, words: tuple[str, ...]) -> list[str]:
    return [git, "-C", folder or ".", *_QUIET, *(_OUTER if _in_a_checkout(folder) else ()), *words]


def _in_a_checkout(folder: str) -> bool:
    """Whether a folder lies in files that git checked out."""
    path = os.path.abspath(folder or ".")
    while not os.path.lexists(os.path.join(path, ".git")):
        above = os.path.dirname(path)
        if above == path:
            return False
        path = above
    return True


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    # Older versions know nothing of GIT_NO_LAZY_FETCH, and a repository may allow protocols by name.
    never = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"}
    return {**kept, **never, "LC_ALL": "C"}


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
