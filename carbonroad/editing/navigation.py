"""Where something is declared, and where it is named: definition, references, highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.editing.answers import Highlight
from carbonroad.editing.mentioning.index_cache import index_of
from carbonroad.editing.mentioning.roles import role_of
from carbonroad.editing.spots import shape_of, spot_at
from carbonroad.findings import Span
from carbonroad.read.vocabulary.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carbonroad.editing.mentioning.index import Index
    from carbonroad.editing.mentioning.named_things import Thing
    from carbonroad.editing.mentioning.roles import Role
    from carbonroad.editing.spots import Step
    from carbonroad.workspace.roadmap import Roadmap

_WORD = lazy_pattern(r"[\w.@-]+")
_ENTRY = lazy_pattern(r"[^\s,\[\]{}](?:[^,\[\]{}]*[^\s,\[\]{}])?")
_HEAD = lazy_pattern(
    r"[ \t]*+(?:-[ \t]++)*+(?:\{[ \t]*+)?+(?:['\"]?+(?P<key>[\w-]++)['\"]?+[ \t]*+[:：](?:[ \t]++|$))?"
)
_REMARK = lazy_pattern(r"(?<!\s)\s++(?:#.*+)?$|(?<!\S)#.*+$")
_ALL_ROLES: tuple[Role, ...] = ("goal", "measure", "bodies", "document", "period", "industry")
"""What a word may name of which it is not known under which key it stands."""


class Named(NamedTuple):
    """What stands at a place: its words and what they mean."""

    thing: Thing
    start: int
    end: int


def definition(roadmap: Roadmap, path: str, offset: int) -> Span | None:
    """Return where that is declared which is named at an offset.

    A target leads to its key, an industry to its file, a body called by its short name to its id. What is
    inherited leads to the file of the roadmap above.
    """
    named = named_at(roadmap, path, offset, declared=False)
    return None if named is None else index_of(roadmap).place(named.thing)


def references(
    roadmap: Roadmap, path: str, offset: int, *, declaration: bool, others: Iterable[Roadmap] = ()
) -> tuple[Span, ...]:
    """Return where that is named which stands at an offset, over all files of the roadmap.

    Args:
        roadmap: The file's.
        path: The file.
        offset: In code points.
        declaration: Whether where it is declared counts too.
        others: Further roadmaps, of which those that inherit it may name it.
    """
    named = named_at(roadmap, path, offset, declared=True)
    if named is None:
        return ()
    found: dict[Span, None] = {}
    for index in (index_of(roadmap), *(index_of(one) for one in others if one is not roadmap)):
        for file, one in index.of(named.thing):
            if declaration or not one.declares:
                found[Span(file, one.start, one.end)] = None
    place = index_of(roadmap).place(named.thing)
    if declaration and place is not None and not index_of(roadmap).is_own(named.thing):
        found.setdefault(place)
    return tuple(found)


def highlights(roadmap: Roadmap, path: str, offset: int) -> tuple[Highlight, ...]:
    """Return the places of a file that mean the same as the one at an offset."""
    named = named_at(roadmap, path, offset, declared=True)
    if named is None:
        return ()
    mentions = (one for one in index_of(roadmap).mentions(path) if one.thing == named.thing)
    return tuple(Highlight(one.start, one.end, one.declares) for one in mentions)


def named_at(roadmap: Roadmap, path: str, offset: int, *, declared: bool) -> Named | None:
    """Return what is meant at an offset; where the file could not be read, by the word that stands there.

    Args:
        roadmap: The file's.
        path: The file.
        offset: In code points.
        declared: Whether of two things at one place, such as a target and the phase of its key, the one
            that is declared there is meant.
    """
    index = index_of(roadmap)
    found = index.at(path, offset)
    if found:
        first = next((one for one in found if one.declares == declared), found[0])
        return Named(first.thing, first.start, first.end)
    spot = spot_at(roadmap.tree(path), shape_of(roadmap.folder, path), offset)
    known = None if spot is None else spot.known
    if spot is not None and (spot.is_key or not _may_name(known)):
        return None  # a title, a number: words that name nothing
    return named_by_word(index, path, offset)


def named_by_word(index: Index, path: str, offset: int) -> Named | None:
    """Return what the word at an offset means, in a line that could not be read."""
    if path not in index.paths:
        return None
    text = index.text(path)
    begin = text.rfind("\n", 0, offset) + 1
    line, here = text[begin:].partition("\n")[0], offset - begin
    head = _HEAD.match(line)
    remark = _REMARK.search(line)
    first, last = 0 if head is None else head.end(), len(line) if remark is None else remark.start()
    if head is None or not first <= here <= last:
        return None
    spans = [(first, last)]
    for pattern in (_ENTRY, _WORD):
        spans += (
            one.span() for one in pattern.finditer(line, first, last) if one.start() <= here <= one.end()
        )
    for role in _roles(head["key"]):
        for start, end in spans:
            start_of_name = start + (line[start:end][:1] in ("'", '"'))
            words = line[start_of_name:end].rstrip("'\"")
            for one in index.finder.find(role, words, index.part(path)):
                if start_of_name + one.start <= here <= start_of_name + one.end:
                    shift = begin + start_of_name
                    return Named(one.thing, shift + one.start, shift + one.end)
    return None


def _may_name(step: Step | None) -> bool:
    """Whether a value may name something."""
    if step is None or step.shape is None or step.field is None:
        return False
    return role_of(step.shape, step.field) is not None


def _roles(key: str | None) -> Iterator[Role]:
    """What may be named under a key, or in a line without one."""
    fields = (
        (shape, shape.by_key[key]) for shape in SHAPES.values() if key is not None and key in shape.by_key
    )
    roles = dict.fromkeys(role for role in (role_of(shape, field) for shape, field in fields) if role)
    yield from roles or (_ALL_ROLES if key is None else ())
