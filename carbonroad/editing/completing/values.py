"""What a value of each kind may be."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from carbonroad.editing.completing.ask import Ask, Offer
from carbonroad.editing.completing.bodies import documents, organisations
from carbonroad.editing.completing.fixed_words import examples, fixed_words, gases, language_tags, units
from carbonroad.editing.completing.items import items
from carbonroad.editing.completing.keys import next_id
from carbonroad.editing.completing.known_roadmap import KnownRoadmap
from carbonroad.editing.completing.rule_names import named_rules
from carbonroad.editing.completing.times import days, deadlines
from carbonroad.editing.text_lines import new_line
from carbonroad.source.parents import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

TEXTS = ("text", "short-text", "texts")


def values(ask: Ask) -> Iterator[Offer]:
    """Offer what a value of the kind may be."""
    kind = ask.expected.kind
    how, _, name = kind.partition(":")
    if how in ("word", "boolean"):
        yield from fixed_words(ask, name or "boolean")
    elif kind == "id":
        yield from _ids(ask)
    elif kind in _BY_KIND:
        yield from _BY_KIND[kind](ask)
    elif kind in ("line", "text", "short-text", "texts"):
        yield from _lines(ask)
    else:
        yield from examples(ask, kind)


def _ids(ask: Ask) -> Iterator[Offer]:
    """The id that follows those of the list."""
    following = next_id(ask)
    if following:
        yield Offer(following, "id")


def _weights(ask: Ask) -> Iterator[Offer]:
    yield Offer(ask.says("equal", "等权"), words=("equal", "等权"))
    yield from items(ask, KnownRoadmap(ask), "weights")


def _refs(ask: Ask) -> Iterator[Offer]:
    """Names of items, indicators, measures, roadmaps or files: the key decides."""
    field, shape = ask.expected.field, ask.expected.shape
    if field is None or shape is None:
        return
    known = KnownRoadmap(ask)
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
    name = ask.expected.field.name if ask.expected.field is not None else ""
    if name == "unit":
        yield from units(ask, KnownRoadmap(ask))
    elif name == "gas":
        yield from gases()
    elif name == "industry":
        own = next((part for part, one in ask.roadmap.folder.files.items() if one == ask.path), "")
        if own:
            yield Offer(own, "industry")
    elif name == "carbonroad":
        yield Offer("1")
    if ask.expected.kind in TEXTS and not ask.word.strip():
        yield from _languages(ask)


def _languages(ask: Ask) -> Iterator[Offer]:
    """A text in each language of the roadmap, one a line."""
    cursor = ask.cursor
    tags = KnownRoadmap(ask).top.languages
    if len(tags) < 2 or cursor.flow or cursor.fresh or cursor.quote:
        return
    level = next((one for one in reversed(cursor.levels) if not one.flow), None)
    margin = new_line(ask.text) + " " * (level.column + 2 if level is not None else 2)
    text = "".join(f"{margin}{tag}: " for tag in tags)
    yield Offer(text, "snippet", label=" · ".join(tags), group=1, raw=True)


def _tags(ask: Ask) -> Iterator[Offer]:
    for tag in language_tags(ask, KnownRoadmap(ask)):
        if tag not in ask.taken:
            yield Offer(tag)


_BY_KIND: dict[str, Callable[[Ask], Iterable[Offer]]] = {
    "names": lambda ask: organisations(ask, KnownRoadmap(ask)),
    "citations": lambda ask: documents(ask, KnownRoadmap(ask)),
    "afters": lambda ask: items(ask, KnownRoadmap(ask), "after"),
    "roadmap": _roadmaps,
    "ref": _refs,
    "refs": _refs,
    "weights": _weights,
    "tags": _tags,
    "allocation": lambda ask: fixed_words(ask, "allocation"),
    "rules": named_rules,
    "deadline": lambda ask: deadlines(ask, KnownRoadmap(ask)),
    "first-day": lambda ask: days(ask, KnownRoadmap(ask), "first-day"),
    "last-day": lambda ask: days(ask, KnownRoadmap(ask), "last-day"),
    "finished": lambda ask: days(ask, KnownRoadmap(ask), "finished"),
    "target": lambda ask: () if ask.begins_line else examples(ask, "value"),
    "actual": lambda ask: () if ask.begins_line else examples(ask, "measured"),
}
