"""What a value of each kind may be."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from carbonroad.editing.completing import rules as checks
from carbonroad.editing.completing import words
from carbonroad.editing.completing.ask import Ask, Offer
from carbonroad.editing.completing.bodies import documents, organisations
from carbonroad.editing.completing.items import items
from carbonroad.editing.completing.keys import newline, next_id
from carbonroad.editing.completing.known import Known
from carbonroad.editing.completing.times import days, deadlines
from carbonroad.source.parents import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

TEXTS = ("text", "short-text", "texts")


def values(ask: Ask) -> Iterator[Offer]:
    """Offer what a value of the kind may be."""
    kind = ask.place.kind
    how, _, name = kind.partition(":")
    if how in ("word", "boolean"):
        yield from words.fixed(ask, name or "boolean")
    elif kind == "id":
        yield from _ids(ask)
    elif kind in _BY_KIND:
        yield from _BY_KIND[kind](ask)
    elif kind in ("line", "text", "short-text", "texts"):
        yield from _lines(ask)
    else:
        yield from words.examples(ask, kind)


def _ids(ask: Ask) -> Iterator[Offer]:
    """The id that follows those of the list."""
    following = next_id(ask)
    if following:
        yield Offer(following, "id")


def _weights(ask: Ask) -> Iterator[Offer]:
    yield Offer(ask.says("equal", "等权"), words=("equal", "等权"))
    yield from items(ask, Known(ask), "weights")


def _refs(ask: Ask) -> Iterator[Offer]:
    """Names of items, indicators, measures, roadmaps or files: the key decides."""
    field, shape = ask.place.field, ask.place.shape
    if field is None or shape is None:
        return
    known = Known(ask)
    if field.name == "industries":
        yield from _files(ask)
    elif field.name == "among":
        yield from (Offer(name, "file") for name in _children(ask) if name not in ask.taken)
    elif shape.name == "citation":
        yield from documents(ask, known)
    else:
        yield from items(ask, known, "after" if shape.name == "after" else field.name)


def _files(ask: Ask) -> Iterator[Offer]:
    for name in ask.roadmap.folder.files:
        if name not in ask.taken:
            yield Offer(name, "industry")


def _roadmaps(ask: Ask) -> Iterator[Offer]:
    """The folders in which a parent is looked for."""
    here = os.path.realpath(ask.roadmap.folder.path)
    for name in Shelf().names_around(here):
        yield Offer(name, "file")


def _children(ask: Ask) -> list[str]:
    family = ask.roadmap.project.system.family
    return list(dict.fromkeys((*(child.name for child in family.children), *family.absent)))


def _lines(ask: Ask) -> Iterator[Offer]:
    """Plain words: units and gases, a file's own name, and texts in several languages."""
    name = ask.place.field.name if ask.place.field is not None else ""
    if name == "unit":
        yield from words.units(ask, Known(ask))
    elif name == "gas":
        yield from words.gases()
    elif name == "industry":
        own = next((part for part, one in ask.roadmap.folder.files.items() if one == ask.path), "")
        if own:
            yield Offer(own, "industry")
    elif name == "carbonroad":
        yield Offer("1")
    if ask.place.kind in TEXTS and not ask.word.strip():
        yield from _languages(ask)


def _languages(ask: Ask) -> Iterator[Offer]:
    """A text in each language of the roadmap, one a line."""
    cursor = ask.cursor
    tags = Known(ask).top.languages
    if len(tags) < 2 or cursor.flow or cursor.fresh or cursor.quote:
        return
    level = next((one for one in reversed(cursor.levels) if not one.flow), None)
    margin = newline(ask) + " " * (level.column + 2 if level is not None else 2)
    text = "".join(f"{margin}{tag}: " for tag in tags)
    yield Offer(text, "snippet", label=" · ".join(tags), group=1, raw=True)


def _tags(ask: Ask) -> Iterator[Offer]:
    for tag in words.tags(ask, Known(ask)):
        if tag not in ask.taken:
            yield Offer(tag)


def _allocation(ask: Ask) -> Iterator[Offer]:
    yield from words.fixed(ask, "allocation")


_BY_KIND: dict[str, Callable[[Ask], Iterable[Offer]]] = {
    "names": lambda ask: organisations(ask, Known(ask)),
    "citations": lambda ask: documents(ask, Known(ask)),
    "afters": lambda ask: items(ask, Known(ask), "after"),
    "roadmap": _roadmaps,
    "ref": _refs,
    "refs": _refs,
    "weights": _weights,
    "tags": _tags,
    "allocation": _allocation,
    "rules": checks.named_rules,
    "deadline": lambda ask: deadlines(ask, Known(ask)),
    "first-day": lambda ask: days(ask, Known(ask), "first-day"),
    "last-day": lambda ask: days(ask, Known(ask), "last-day"),
    "finished": lambda ask: days(ask, Known(ask), "finished"),
    "target": lambda ask: () if ask.begins_line else words.examples(ask, "value"),
    "actual": lambda ask: () if ask.begins_line else words.examples(ask, "measured"),
}
