"""Saving what was typed in the playground: only the roadmap's own files, only over what was read."""

from collections.abc import Iterator, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.output import rewrite_file
from carbonroad.serve.playground.drafts import Draft
from carbonroad.serve.playground.texts import matching, typed, with_line_feeds
from carbonroad.source.text import SourceText, inside, read

_AROUND = 3
"""Lines that stand before and after a difference."""
_MOST_ROWS = 400


class Saved(NamedTuple):
    """A file was written; `digest` is the SHA-256 of what it holds now."""

    digest: str


class Conflict(NamedTuple):
    """A file was changed underneath, so nothing was written.

    Attributes:
        digest: The SHA-256 of what it holds.
        theirs: Its text as the page shows it.
        rows: The difference: `=` for a line of both, `-` for one on disk alone, `+` for one typed alone, each
            with its line number (on disk, or as typed for `+`) and its text; `…` where lines are left out.
    """

    digest: str
    theirs: str
    rows: tuple[tuple[str, int, str], ...]


class Refused(NamedTuple):
    """Nothing was written: why, and what to do."""

    message: str
    help: str


def save(draft: Draft, name: str, text: str, was: str) -> Saved | Conflict | Refused:
    """Write a file of a draft to disk.

    Comments, order, line ends and a BOM stay; only what was typed changes.

    Args:
        draft: The draft.
        name: One of its files.
        text: What the text field holds.
        was: The SHA-256 of the bytes that the file must still have.
    """
    path = _path(draft, name)
    if isinstance(path, Refused):
        return path
    disk = read(path)
    if isinstance(disk, Finding):
        return Refused(disk.message, disk.help)
    if disk.sha256 == was:
        now = typed(disk, text)
        problem = rewrite_file(path, now.data, was)
        if problem is None:
            draft.look()
            draft.type({name: text}, whole=False)
            return Saved(now.sha256)
        disk = read(path)  # it may have changed at the last moment
        if isinstance(disk, Finding) or disk.sha256 == was:
            return Refused(problem.message, problem.help)
    return _conflict(disk, text)


def _path(draft: Draft, name: str) -> str | Refused:
    """The file on disk that a name stands for: one of the roadmap's, and below its folder."""
    path, found = draft.paths.get(name), draft.roadmap
    if path is None or found is None:
        return Refused(
            say("{file} is none of this roadmap's files.", file=name), say("reload the page to see its files")
        )
    if draft.original.texts:
        return Refused(
            say("The example stands in no folder, so it cannot be saved."),
            say("download the file, or begin a roadmap of your own with: carbonroad init"),
        )
    top = found.folder.top
    if top is not None and not inside(found.folder.path, path):
        return Refused(
            say("{file} leads out of the roadmap's folder, so it was not changed.", file=name),
            say("open the file that the link leads to"),
        )
    return path


def _conflict(disk: SourceText, text: str) -> Conflict:
    theirs = with_line_feeds(disk.text)
    rows = tuple(_rows(theirs.split("\n"), with_line_feeds(text).split("\n")))
    return Conflict(disk.sha256, theirs, rows[:_MOST_ROWS])


def _rows(theirs: Sequence[str], yours: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """The lines that differ, with a few around them."""
    at, mine = 0, 0
    runs = [*matching(theirs, yours), (len(theirs), len(yours), 0)]
    for then, now, size in runs:
        yield from (("-", number + 1, theirs[number]) for number in range(at, then))
        yield from (("+", number + 1, yours[number]) for number in range(mine, now))
        at, mine = then + size, now + size
        first = (then, now) == (0, 0)
        last = at == len(theirs) and mine == len(yours)
        shown = range(then, at)
        behind = shown[: 0 if first else _AROUND]
        before = shown[len(behind) :][-_AROUND:] if not last else range(0)
        yield from (("=", number + 1, theirs[number]) for number in behind)
        if len(behind) + len(before) < size:
            yield "…", 0, ""
        yield from (("=", number + 1, theirs[number]) for number in before)
