"""What may be named in a roadmap, and what is told of it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from carbonroad.editing.completing.known_files import (
    KnownFile,
    KnownThing,
    known_file,
    outlined,
    part_of,
    parts_of,
)
from carbonroad.editing.hovering.markdown import code, escaped
from carbonroad.link.names import CHINESE_TOP
from carbonroad.model.roadmap import TOP
from carbonroad.model.text import Text
from carbonroad.read.vocabulary.shapes import TOP_FILE
from carbonroad.schema.meanings import MAPS
from carbonroad.source.folder import TOP_FILE as TOP_FILE_NAME
from carbonroad.wording.saying import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.editing.completing.ask import Ask


class KnownRoadmap:
    """What may be named in a roadmap, by its parts."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.part = part_of(ask.roadmap, ask.path)
        self.parts = dict(parts_of(ask.roadmap))
        self.declared: dict[str, KnownFile] = {
            part: known_file(ask.roadmap, path) for part, path in self.parts.items()
        }
        industries = self.top.industries
        if industries is not None:  # what is not named there is left out of the roadmap
            kept = {TOP, self.part, *industries}
            self.declared = {part: one for part, one in self.declared.items() if part in kept}
        own = self.declared.get(self.part, KnownFile())
        lost = outlined(ask.text, own.things, ask.root)
        if lost:
            things = sorted((*own.things, *lost), key=lambda thing: thing.at)
            self.declared[self.part] = own._replace(things=tuple(things))

    @property
    def own(self) -> KnownFile:
        """What the file itself declares."""
        return self.declared.get(self.part, KnownFile())

    @property
    def top(self) -> KnownFile:
        """What the file declares that speaks for the whole roadmap."""
        return self.declared.get(TOP, self.own)

    def named(self, kind: str = "others") -> Counter[str]:
        """How often each word names something, in this file ten times as much as in others."""
        counted: Counter[str] = Counter()
        for part, declared in self.declared.items():
            counted.update(declared.named.get(kind, {}))
            if part == self.part:
                for word, times in declared.named.get(kind, {}).items():
                    counted[word] += 9 * times
        return counted

    def shared(self, kind: str) -> list[KnownThing]:
        """Bodies, documents or phases: the top file's, every file's where there is none; then inherited."""
        homes = [self.top] if TOP in self.parts else list(self.declared.values())
        own = [thing for home in homes for thing in home.things if thing.kind == kind]
        ids = {thing.id for thing in own}
        for thing in inherited(self):
            if thing.kind == kind and thing.id not in ids:
                ids.add(thing.id)
                own.append(thing)
        return own


def inherited(known: KnownRoadmap) -> Iterator[KnownThing]:
    """What the roadmaps above declare, the nearest first."""
    roadmap = known.ask.roadmap
    for path in roadmap.inputs.sources:
        if path not in roadmap.paths and PurePath(path).name == TOP_FILE_NAME:
            yield from known_file(roadmap, path, TOP_FILE).things


def file_name(part: str, ask: Ask) -> str:
    """Return what a part is called before the dot of a reference."""
    return CHINESE_TOP if part == TOP and ask.chinese else part


def told(ask: Ask, thing: KnownThing, part: str = "") -> str:
    """Return what is told of a thing, as Markdown."""
    home = file_name(part, ask) if part else ""
    return _markdown(thing._replace(at=0), home, ask.lang)


@lru_cache(maxsize=1 << 14)
def _markdown(thing: KnownThing, home: str, lang: str) -> str:
    """A thing's titles in all languages, what it is and where, and when."""
    titles = list(dict.fromkeys(escaped(words) for _, words in thing.titles if words))
    head = [f"**{titles[0]}**", *titles[1:]] if titles else []
    shorts = [" · ".join(map(escaped, thing.shorts))] if thing.shorts else []
    kind = f"*{sentences(lang)(MAPS[thing.kind])}*" + (f" · {escaped(home)}" if home else "")
    more = [code(thing.more)] if thing.more else []
    return "  \n".join((*head, *shorts, kind, *more))


def picked(titles: tuple[tuple[str, str], ...], lang: str, languages: tuple[str, ...] = ()) -> str:
    """Return a title in the reader's language."""
    return _picked(titles, lang, languages)


@lru_cache(maxsize=1 << 14)
def _picked(titles: tuple[tuple[str, str], ...], lang: str, languages: tuple[str, ...]) -> str:
    return " ".join(Text(titles).pick(lang, languages).split()) if titles else ""
