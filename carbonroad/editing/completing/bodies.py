"""Bodies and policy documents, offered where they are named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import sayable
from carbonroad.editing.completing.ask import Ask, Offer
from carbonroad.editing.completing.known_roadmap import KnownRoadmap, picked, told
from carbonroad.link.splitting import counted
from carbonroad.read.kinds import ID
from carbonroad.read.vocabulary.words import NOBODY
from carbonroad.wording.saying import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from carbonroad.editing.completing.known_files import KnownThing

_BETWEEN = lazy_pattern(r"(?:(?<!\s)\s++)?[、，,;；]\s*+|(?<!\s)\s++and\s++")


def last_name(text: str, start: int, at: int, end: int) -> tuple[int, int]:
    """Return where the name at the cursor begins and ends in a string of several."""
    for found in _BETWEEN.finditer(text, start, end):
        if found.end() <= at:
            start = found.end()
        elif found.start() >= at:
            return start, found.start()
    return start, end


def organisations(ask: Ask, known: KnownRoadmap) -> Iterator[Offer]:
    """Offer bodies, by the name that the roadmap calls each by; in one string of several, the last alone."""
    used = known.named("names")
    bodies = known.shared("organisation")
    style = _style(bodies, used)
    taken = ask.taken | set(_BETWEEN.split(ask.typed)[:-1]) | _beside(ask)
    offers, declared = [], set(NOBODY)
    for number, body in enumerate(bodies):
        names = (body.id, *body.shorts, *(words for _, words in body.titles))
        declared.update(names)
        if not taken.isdisjoint(names):
            continue
        name = _called(body, used, style, ask)
        title = picked(body.titles, ask.lang, known.top.languages)
        detail = title if title != name else next((one for one in (*body.shorts, body.id) if one != name), "")
        times = sum(used[one] for one in dict.fromkeys(names))
        offer = Offer(name, "organisation", detail=detail, documentation=told(ask, body), words=names)
        offers.append((-times, number, offer))
    offers.sort(key=lambda one: one[:2])
    yield from (offer for _, _, offer in offers)
    for name in _free(ask, used, declared | taken):
        if not bodies or counted(name):  # any other would have to be declared
            yield Offer(name, "organisation", group=1)
    if ask.expected.field is not None and ask.expected.field.name == "owner" and not ask.taken:
        yield Offer(ask.says(*NOBODY), detail=sentences(ask.lang)(_NOBODY), words=NOBODY, group=2)


def undeclared(ask: Ask, known: KnownRoadmap, kind: str) -> Iterator[Offer]:
    """Offer to declare what is named and not declared, under an id that it may have."""
    used = known.named("names" if kind == "organisation" else "citations")
    declared = {
        name
        for thing in known.shared(kind)
        for name in (thing.id, thing.more, *thing.shorts, *(words for _, words in thing.titles))
    }
    for name in _free(ask, used, declared | set(NOBODY)):
        if ID.fullmatch(name):
            yield Offer(name)


_OWNERS = ("owner", "lead", "负责", "牵头")
_SUPPORT = ("support", "配合")
_SIGNS = lazy_pattern(r"[\[\]\"']")


def _beside(ask: Ask) -> set[str]:
    """Who has another duty of the same item: nobody supports what is his own."""
    level = next((one for one in reversed(ask.cursor.levels) if not one.listed), None)
    if level is None:
        return set()
    others = _OWNERS if level.key in _SUPPORT else _SUPPORT
    given = (_SIGNS.sub("", entry.value) for entry in level.entries if entry.key in others)
    return {name.strip() for value in given for name in _BETWEEN.split(value)} - {""}


def _free(ask: Ask, used: Counter[str], known: set[str]) -> list[str]:
    """Words that name nothing declared and stand elsewhere: "and 4 others"; in a small file, any body."""
    found = (name for words, _ in used.most_common() for name in _BETWEEN.split(words))
    return [one for one in dict.fromkeys(found) if one and one not in known and one != ask.word]


_NOBODY = sayable("the source names none (for owner)")


def _style(bodies: Iterable[KnownThing], used: Mapping[str, int]) -> str:
    """How the roadmap mostly names bodies: by `id`, `short` or `title`."""
    ways: Counter[str] = Counter()
    for body in bodies:
        titles = {words for _, words in body.titles}
        for name in (body.id, *body.shorts, *titles):
            how = "id" if name == body.id else "short" if name in body.shorts else "title"
            ways[how] += used.get(name, 0)
    return ways.most_common(1)[0][0] if ways.total() else "id"


def _called(body: KnownThing, used: Mapping[str, int], style: str, ask: Ask) -> str:
    titles = [words for _, words in body.titles]
    names = [body.id, *body.shorts, *titles]
    most = max(names, key=lambda name: used.get(name, 0))
    if used.get(most, 0):
        return most
    if style == "short" and body.shorts:
        return body.shorts[0]
    return picked(body.titles, ask.lang) if style == "title" and titles else body.id


def documents(ask: Ask, known: KnownRoadmap) -> Iterator[Offer]:
    """Offer the policy documents; none behind `#`, where a clause is written."""
    if "#" in ask.typed:
        return
    used = known.named("citations")
    taken = {one.partition("#")[0] for one in ask.taken}
    papers = known.shared("document")
    for paper in sorted(papers, key=lambda one: -used[one.id]):
        title = picked(paper.titles, ask.lang, known.top.languages)
        yield Offer(
            paper.id,
            "source",
            detail=" · ".join(filter(None, (title, paper.more))),
            documentation=told(ask, paper),
            words=(paper.id, paper.more, *(words for _, words in paper.titles)),
            group=1 if paper.id in taken else 0,  # another clause of it may be meant
        )
    if not papers:
        yield from (Offer(one, "source", group=2) for one in _free(ask, used, set()))
