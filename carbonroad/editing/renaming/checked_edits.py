"""The edits of a renaming, tried out: after them, every name means what it meant before."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import PurePath
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.editing.answers import Refusal
from carbonroad.editing.mentioning.index_cache import index_of, index_with
from carbonroad.editing.navigation import named_by_word
from carbonroad.editing.spots import shape_of, spot_at
from carbonroad.findings import Edit
from carbonroad.source.misread.quoting import quoted
from carbonroad.source.yaml.nodes import NULLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carbonroad.editing.mentioning.index import Index, Mention
    from carbonroad.editing.mentioning.named_things import Thing
    from carbonroad.workspace.roadmap import Roadmap

Edits = dict[str, tuple[Edit, ...]]
_QUALIFIED = ("milestone", "work", "target", "indicator", "measure")


class _Changed(NamedTuple):
    """A place at which a name would mean something else."""

    path: str
    offset: int


def checked_edits(roadmap: Roadmap, thing: Thing, old: str, new: str) -> Edits | Refusal:
    """Return the edits that rename something; a refusal where names would come to mean something else.

    Args:
        roadmap: The roadmap that declares it.
        thing: What is renamed.
        old: Its id.
        new: Its new id.
    """
    if new == old:
        return {}
    index = index_of(roadmap)
    edits: dict[str, dict[tuple[int, int], str]] = {}
    for path, one in index.of(thing):
        if one.name is not None:
            text = _written(index.text(path), one, old, new)
            if text is None or _is_used_twice(index, path, one):
                return Refusal(
                    say(
                        '"{name}" in {place} cannot be changed alone.',
                        name=old,
                        place=_where(index, path, one.start),
                    ),
                    say("write it out there first"),
                )
            edits.setdefault(path, {})[one.name if one.exact else (one.start, one.end)] = text
    for path, at in _unread(roadmap, index, thing, old):
        edits.setdefault(path, {})[at, at + len(old)] = new
    for _ in range(2):
        found = {path: _sorted(one) for path, one in edits.items()}
        changed = _changed(roadmap, index, found)
        if not changed:
            return found
        for place in changed:
            _qualify(index, place, edits)
    path, offset = changed[0]
    return Refusal(
        say(
            'With the id "{id}", something else would be meant in {place}.',
            id=new,
            place=_where(index, path, offset),
        ),
        say("choose another id"),
    )


def _written(text: str, mention: Mention, old: str, new: str) -> str | None:
    """What is written in the place of an id; with quotes where it needs them."""
    scalar = mention.scalar
    if not mention.exact:  # escapes, or lines that are joined
        once = scalar.text.count(old) == 1
        end = "\n" if text[scalar.end - 1 : scalar.end] == "\n" else ""
        return quoted(scalar.text.strip().replace(old, new)) + end if once else None
    whole = not scalar.style and mention.name == (scalar.start, scalar.end)
    return quoted(new) if whole and (new in NULLS or not new.strip("-")) else new


def _is_used_twice(index: Index, path: str, mention: Mention) -> bool:
    """Whether the same id stands for something else too, by an alias."""
    here = index.at(path, mention.start)
    return any(one.name == mention.name and one.thing != mention.thing for one in here)


def _sorted(edits: dict[tuple[int, int], str]) -> tuple[Edit, ...]:
    return tuple(Edit(start, end, text) for (start, end), text in sorted(edits.items()))


def _changed(roadmap: Roadmap, index: Index, edits: Edits) -> list[_Changed]:
    """The places at which something else would be meant once the edits are made."""
    after = index_with(roadmap, {path: apply(index.text(path), some) for path, some in edits.items()})
    things = [thing for thing, _ in index.names.things()]
    renamed = [thing for thing, _ in after.names.things()]
    if len(things) != len(renamed) or after.names.twice - index.names.twice:
        return [_Changed(path, some[0].start) for path, some in edits.items()][:1]
    now = dict(zip(things, renamed, strict=True))
    found = []
    for path in index.paths:
        moved = _Moved(edits.get(path, ()))
        meant = {moved.to(at): (at, names) for at, names in _meanings(index, path, now).items()}
        means = _meanings(after, path, {})
        for at in meant.keys() | means.keys():
            before, expected = meant.get(at, (at, set[object]()))
            if expected != means.get(at, set()):
                found.append(_Changed(path, before))
    return sorted(found)


def _meanings(index: Index, path: str, now: dict[Thing, Thing]) -> dict[int, set[object]]:
    """What the words of each value mean, by where it begins; an industry before a dot adds nothing."""
    found: dict[int, set[object]] = {}
    for one in index.mentions(path):
        if one.thing.kind != "industry":
            found.setdefault(one.scalar.start, set()).add((now.get(one.thing, one.thing), one.declares))
    return found


class _Moved:
    """Where characters stand after some edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._ends = [edit.end for edit in edits]
        self._shifts = [0]
        for edit in edits:
            self._shifts.append(self._shifts[-1] + len(edit.text) - (edit.end - edit.start))

    def to(self, offset: int) -> int:
        """Return where a character stands that no edit takes away."""
        return offset + self._shifts[bisect_left(self._ends, offset)]


def _qualify(index: Index, place: _Changed, edits: dict[str, dict[tuple[int, int], str]]) -> None:
    """Write the file before a bare id that would mean something else."""
    for one in index.mentions(place.path):
        bare = one.scalar.start == place.offset and not one.declares and one.thing.kind in _QUALIFIED
        if not bare or one.name is None or not one.exact or index.text(place.path)[one.start - 1] == ".":
            continue
        if any(other.start == one.start and other.end > one.end for other in index.at(place.path, one.start)):
            continue  # the indicator of a target
        own = edits.setdefault(place.path, {})
        home = one.thing.ref.partition(".")[0]
        if one.name in own:
            own[one.name] = f"{home}.{own[one.name].removeprefix(home + '.')}"
        else:
            own[one.start, one.start] = f"{home}."


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits made, which are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, new in edits:
        parts += (text[at:start], new)
        at = end
    return "".join((*parts, text[at:]))


def _unread(roadmap: Roadmap, index: Index, thing: Thing, name: str) -> Iterator[tuple[str, int]]:
    """Where something is named in lines that could not be read, by the key and the word alone."""
    for path in index.paths:
        root, shape = roadmap.tree(path), shape_of(roadmap.folder, path)
        for at in _occurrences(index.text(path), name):
            if spot_at(root, shape, at) is None:
                named = named_by_word(index, path, at)
                if named is not None and named.thing == thing:
                    yield path, at


def _occurrences(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() or before in ("-", "_") or after.isalnum() or after in ("-", "_")):
            yield at
        at = text.find(name, at + len(name))


def _where(index: Index, path: str, offset: int) -> str:
    """A file and a line."""
    return f"{PurePath(path).name}:{index.text(path).count(chr(10), 0, offset) + 1}"
