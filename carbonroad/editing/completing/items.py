"""Items, indicators and measures, offered where one is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.editing.completing.ask import MOST, Ask, Offer
from carbonroad.editing.completing.known_roadmap import (
    KnownRoadmap,
    file_name,
    inherited,
    picked,
    told,
)
from carbonroad.editing.cursors.levels import ID_KEYS
from carbonroad.link.names import TOP_NAMES
from carbonroad.model.items import PATHWAY_NAMES
from carbonroad.model.roadmap import TOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.editing.completing.known_files import KnownThing

_ITEMS = ("milestone", "work", "target")
_WANTED = {
    "after": _ITEMS,
    "if": _ITEMS,
    "superseded_by": _ITEMS,
    "for": ("milestone", "work", "target", "indicator"),
    "items": ("milestone", "work", "target", "indicator", "measure"),
    "measure": ("measure",),
    "indicator": ("indicator",),
    "parent": ("indicator",),
    "weights": ("indicator",),
}
"""What each key names."""


class _Candidate(NamedTuple):
    """Something that a key may name; the least come first."""

    group: int
    used: int
    place: int
    thing: KnownThing
    ref: str
    part: str


def items(ask: Ask, known: KnownRoadmap, key: str) -> Iterator[Offer]:
    """Offer items, indicators or measures, as the key asks; not itself, nor what the list names already."""
    found = sorted(_candidates(ask, known, key), key=lambda one: one[:3])
    for one in found[:MOST]:
        yield _item(ask, known, one.thing, one.ref, one.part, one.group)
    if key in ("parent", "for"):
        wanted = _WANTED[key]
        yield from (_item(ask, known, t, t.id, "", 5) for t in inherited(known) if t.kind in wanted)
    if key == "items":
        yield Offer(ask.says(*PATHWAY_NAMES), "id", group=6)


def _candidates(ask: Ask, known: KnownRoadmap, key: str) -> Iterator[_Candidate]:
    """What a key may name; of very many, those with what is typed in one of their names."""
    wanted, used = _WANTED[key], known.named()
    itself, taken = _itself(ask), _everywhere(ask.taken, known.part)
    own_ids = {thing.id for thing in known.own.things if thing.kind in wanted}
    many = sum(len(one.things) for one in known.declared.values()) > MOST
    typed = ask.typed.strip().casefold() if many else ""
    for part, declared in known.declared.items():
        if key == "parent" and part != TOP and TOP in known.parts:
            continue
        own, home = part == known.part, "" if part == known.part else f"{file_name(part, ask)}."
        groups = {kind: _group(key, part, own=own, kind=kind, ask=ask) for kind in wanted}
        alone = own and key not in ("items", "indicator", "measure")
        for place, thing in enumerate(declared.things):
            if thing.kind not in wanted or (alone and thing.id == itself):
                continue
            if taken and f"{part}.{thing.id}" in taken:
                continue
            ref = home + thing.id
            if typed and not _has(typed, ref, thing):
                continue
            times = used.get(ref, 0)
            if part == TOP and home and thing.id not in own_ids:
                times += used.get(thing.id, 0)
            yield _Candidate(groups[thing.kind], -times, place, thing, ref, part)


def _has(typed: str, ref: str, thing: KnownThing) -> bool:
    """Whether some letters stand in a name of a thing."""
    return typed in ref.casefold() or any(typed in words.casefold() for _, words in thing.titles)


def _group(key: str, part: str, *, own: bool, kind: str, ask: Ask) -> int:
    """Which of them come first: those of this file; of goals that a milestone serves, the top file's."""
    shape = ask.expected.shape.name if ask.expected.shape else ""
    top_first = key == "for" and shape in ("milestone", "indicator")
    order = (1 if top_first else 0) if own else (0 if top_first else 1) if part == TOP else 2
    return 2 * order + (kind in ("target", "indicator") and key not in ("indicator", "parent", "weights"))


def _itself(ask: Ask) -> str:
    """The id of the item that the cursor is in."""
    for outer, level in zip(ask.cursor.levels, ask.cursor.levels[1:], strict=False):
        if outer.listed and not level.listed:
            return level.value(*ID_KEYS)
    return ""


def _everywhere(names: set[str], part: str) -> set[str]:
    """Qualified forms of what a list names already."""
    found = set()
    for name in names:
        head, dot, rest = name.partition(".")
        found |= {
            f"{part}.{name}",
            f"{TOP}.{name}",
            f"{TOP if head in TOP_NAMES else head}.{rest}" if dot else "",
        }
    return found


def _item(ask: Ask, known: KnownRoadmap, thing: KnownThing, ref: str, part: str, group: int) -> Offer:
    title = picked(thing.titles, ask.lang, known.top.languages)
    detail = " · ".join(filter(None, (title, _short(thing.more))))
    return Offer(
        ref,
        "id",
        detail=detail,
        documentation=told(ask, thing, part),
        words=(thing.id, *(words for _, words in thing.titles)),
        group=group,
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
