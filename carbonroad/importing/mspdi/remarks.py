"""The notes of a task: the note itself, and below a line of their own what Project has no field for.

Each further line is `key: value`; the key of a value inside another is a path, with `#` before the number of
an entry of a list:

    carbonroad:
    title/zh: 钢铁碳达峰
    source/#1/id: plan
    source/#1/quote: 碳达峰
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.importing.draft import Entries, Value

HEAD: Final = "carbonroad:"
DEEPEST: Final = 12
_ESCAPES: Final = {"%": "%25", "/": "%2F", ":": "%3A", "#": "%23", "\n": "%0A", "\r": "%0D"}
_QUOTED: Final = str.maketrans(_ESCAPES)
_LINE: Final = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r"})


class Remarks(NamedTuple):
    """What a task's notes hold.

    Attributes:
        note: The note, as people read it.
        entries: What stands below it, by key.
        unread: Lines below it that are none of ours, such as what was typed there later.
    """

    note: str
    entries: Entries
    unread: tuple[str, ...] = ()


def remarks_text(note: str, entries: Entries) -> str:
    """Write the notes of a task."""
    if not entries and HEAD not in note.split("\n"):
        return note
    lines = [HEAD, *(f"{path}: {words.translate(_LINE)}" for path, words in _flat(entries, ""))]
    return f"{note}\n\n" * bool(note) + "\n".join(lines)


def _flat(value: Value, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
        return
    inner = value.items() if isinstance(value, dict) else enumerate(value, 1)
    for key, child in inner:
        step = f"#{key}" if isinstance(key, int) else key.translate(_QUOTED)
        yield from _flat(child, f"{path}/{step}" if path else step)


def read_remarks(text: str) -> Remarks:
    """Read the notes of a task; text without our line is a note and nothing else."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    heads = [number for number, line in enumerate(lines) if line.rstrip() == HEAD]
    if not heads:
        return Remarks("\n".join(lines), {})
    head = heads[-1]
    note = lines[: head - 1] if head and not lines[head - 1] else lines[:head]
    root: Entries = {}
    unread = []
    for line in lines[head + 1 :]:
        path, colon, words = line.partition(": ")
        if colon and _put(root, path.lstrip(), _unescaped(words)):
            continue
        if line.strip():
            unread.append(line)
    return Remarks("\n".join(note), {key: _listed(value) for key, value in root.items()}, tuple(unread))


def _put(root: Entries, path: str, words: str) -> bool:
    """Put a value where its path says; False where that cannot be."""
    steps = path.split("/")
    if not all(steps) or len(steps) > DEEPEST or any(" " in step or "\t" in step for step in steps[:1]):
        return False
    at = root
    for step in steps[:-1]:
        inner = at.setdefault(step, {})
        if not isinstance(inner, dict):
            return False
        at = inner
    if steps[-1] in at:
        return False
    at[steps[-1]] = words
    return True


def _listed(value: Value) -> Value:
    """Make lists of the maps whose keys are numbers of a list, and take the escapes off keys."""
    if not isinstance(value, dict):
        return value
    inner = {key: _listed(child) for key, child in value.items()}
    if inner and all(key.startswith("#") for key in inner):
        return list(inner.values())
    return {_key(key): child for key, child in inner.items()}


def _key(key: str) -> str:
    for sign, escape in reversed(_ESCAPES.items()):
        key = key.replace(escape, sign)
    return key


def _unescaped(words: str) -> str:
    if "\\" not in words:
        return words
    parts = words.split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace("\\r", "\r") for part in parts)
