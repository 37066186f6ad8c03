"""What a file declares as a tree, and what all files declare as a list to search."""

from __future__ import annotations

from functools import lru_cache
from heapq import nsmallest
from pathlib import PurePath
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.editing.answers import Symbol
from carbonroad.editing.mentioning.file_names import text_of
from carbonroad.editing.mentioning.index_cache import index_of
from carbonroad.editing.spots import shape_of
from carbonroad.findings import Span
from carbonroad.source.yaml.nodes import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carbonroad.editing.answers import SymbolKind
    from carbonroad.editing.mentioning.file_names import Declared
    from carbonroad.editing.mentioning.index import Index
    from carbonroad.editing.mentioning.named_things import Thing
    from carbonroad.model.text import Text
    from carbonroad.read.vocabulary.shape import Field, Shape
    from carbonroad.source.yaml.nodes import Node
    from carbonroad.workspace.roadmap import Roadmap

MOST = 200
"""How many symbols a search gives at most."""
_SECTION = lazy_pattern(r"(?m)^(?P<key>[^\W\d][\w-]*)[ \t]*[:：](?=\s|$)")
_ITEM = lazy_pattern(r"(?m)^[ \t]*-[ \t]+(?:id|编号)[ \t]*(?::[ \t]+|：[ \t]*)(?P<id>[\w-]+)")
_FAR = 9
"""The rank of what does not fit."""


def symbols(roadmap: Roadmap, path: str, lang: str) -> tuple[Symbol, ...]:
    """Return what a file declares: the file, its sections, their items, an indicator's targets.

    Args:
        roadmap: The file's.
        path: The file.
        lang: The BCP 47 tag of the language for titles.
    """
    index = index_of(roadmap)
    source = roadmap.source(path)
    if source is None or path not in index.paths:
        return ()
    shape = shape_of(roadmap.folder, path)
    pairs = index.file_names(path).sections
    sections = tuple(_sections(index, path, shape, lang)) if pairs else tuple(_guessed(path, source.text))
    kind: SymbolKind = "roadmap" if shape.name == "top" else "industry"
    whole = Span(path, 0, len(source.text))
    titles = (value for key, value in pairs if shape.names.get(key.text) == "title")
    title = _title(next(titles, None), lang)
    name = PurePath(path).name
    root = Symbol(title or name, name if title else "", kind, whole, Span(path, 0, 0), sections)
    return (root,)


def _sections(index: Index, path: str, shape: Shape, lang: str) -> Iterator[Symbol]:
    declared = sorted(index.file_names(path).declared, key=lambda one: (one.start, -one.end))
    for key, value in index.file_names(path).sections:
        field = shape.by_key.get(key.text)
        if field is None or not isinstance(value, Mapping | Sequence):
            continue
        span = Span(path, key.start, max(key.end, value.end))
        inner = [one for one in declared if span.start <= one.start and one.end <= span.end]
        inner = [one for one in inner if one.kind != "pathway"]
        children = tuple(_items(path, inner, lang))
        if children or field.kind.startswith(("list:", "map:", "shape:")):
            kind: SymbolKind = "pathway" if field.name == "pathway" else "section"
            here = Span(path, key.start, key.end)
            yield Symbol(key.text, _called(key.text, field, len(children), lang), kind, span, here, children)


def _items(path: str, declared: list[Declared], lang: str) -> Iterator[Symbol]:
    """The items of a section; targets stand inside their indicator."""
    for number, one in enumerate(declared):
        if one.kind == "target":
            continue
        targets = []
        for other in declared[number + 1 :] if one.kind == "indicator" else ():
            if other.start >= one.end:
                break
            if other.kind == "target":
                targets.append(_symbol(path, other, _target_name(other), other.detail))
        title = one.title.pick(lang) if one.title else ""
        detail = " · ".join(filter(None, (_short(title), one.detail)))
        yield _symbol(path, one, one.id, detail, tuple(targets))


def _symbol(path: str, one: Declared, name: str, detail: str, children: tuple[Symbol, ...] = ()) -> Symbol:
    end = max(one.end, one.name.end)
    start = min(one.start, one.name.start)
    return Symbol(
        name, detail, one.kind, Span(path, start, end), Span(path, one.name.start, one.name.end), children
    )


def _target_name(target: Declared) -> str:
    key = "" if target.key is None else target.key.text
    return f"{key}.{target.id}" if target.id else key


def _called(key: str, field: Field, count: int, lang: str) -> str:
    """A section's name in the reader's language, where it is written in another, and how much it holds."""
    name = field.zh[0] if lang.lower().startswith("zh") and field.zh else field.name
    return " · ".join(filter(None, ("" if name == key else name, str(count) if count else "")))


def _title(node: Node | None, lang: str) -> str:
    return _short(text_of(node).pick(lang))


def _short(text: str) -> str:
    return " ".join(text.split())


def _guessed(path: str, text: str) -> Iterator[Symbol]:
    """The sections and items of a text that could not be read, by its lines."""
    found = list(_SECTION.finditer(text))
    for number, one in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        items = tuple(
            Symbol(
                item["id"], "", "section", Span(path, item.start(), item.end()), Span(path, *item.span("id"))
            )
            for item in _ITEM.finditer(text, one.end(), end)
        )
        if items:
            span = Span(path, one.start(), one.start() + len(text[one.start() : end].rstrip()))
            yield Symbol(one["key"], str(len(items)), "section", span, Span(path, *one.span("key")), items)


def find_symbols(roadmaps: Iterable[Roadmap], query: str, lang: str) -> tuple[Symbol, ...]:
    """Return what all files declare that fits some letters, the best first, no more than `MOST`.

    A query may be an id, a qualified id, words of a title in any language, a short name, a document's number,
    or letters of an id in their order.
    The name holds the qualified id and the title that fits; the detail says in which roadmap.
    """
    wanted = _folded(query)
    ranked = nsmallest(MOST, _ranked(roadmaps, wanted, lang), key=lambda one: one[:4])
    return tuple(_listed(*one[4:], wanted, lang) for one in ranked)


_Ranked = tuple[int, int, str, str, str, "Thing", "Declared"]


def _ranked(roadmaps: Iterable[Roadmap], wanted: str, lang: str) -> Iterator[_Ranked]:
    for roadmap in roadmaps:
        index = index_of(roadmap)
        home = _home(index, roadmap, lang)
        for thing, declared in index.names.things():
            one = declared if declared.of < 0 else _titled(index, thing, declared)
            rank = _rank(thing, one, wanted)
            if rank < _FAR:
                yield rank, len(thing.ref), thing.ref, thing.path, home, thing, one


def _titled(index: Index, thing: Thing, target: Declared) -> Declared:
    """A target with the title of its indicator."""
    return target._replace(title=index.file_names(thing.path).declared[target.of].title)


def _rank(thing: Thing, one: Declared, wanted: str) -> int:
    """How well something fits: from 0, its id itself, to letters of its id in their order."""
    ref, ident = _folded(thing.ref), _folded(thing.id)
    others = _names_of(one.title, one.also)
    fits = (
        not wanted or wanted in (ref, ident),
        wanted in others,
        ident.startswith(wanted) or ref.startswith(wanted),
        any(name.startswith(wanted) for name in others),
        wanted in ref,
        any(wanted in name for name in others),
        _holds_words(wanted, (ref, *others)),
        _holds_letters(wanted, ident),
    )
    return fits.index(True) if any(fits) else _FAR


@lru_cache(maxsize=1 << 15)
def _names_of(title: Text, also: tuple[str, ...]) -> tuple[str, ...]:
    """What something is called beside its id."""
    return tuple(_folded(words) for words in (*(words for _, words in title.entries), *also))


def _holds_words(wanted: str, names: tuple[str, ...]) -> bool:
    words = wanted.split()
    return len(words) > 1 and all(any(word in name for name in names) for word in words)


def _holds_letters(wanted: str, ident: str) -> bool:
    """Whether the letters stand in an id in their order, from its first on."""
    letters = iter(ident)
    return len(wanted) > 1 and wanted[0] == ident[:1] and all(letter in letters for letter in wanted)


def _listed(home: str, thing: Thing, one: Declared, wanted: str, lang: str) -> Symbol:
    title = one.title.pick(lang) if one.title else ""
    if wanted not in _folded(title):
        fitting = (words for _, words in one.title.entries if wanted in _folded(words))
        title = next(fitting, title)
    name = " ".join(filter(None, (thing.ref, _short(title or one.detail))))
    return _symbol(thing.path, one, name, home)


def _home(index: Index, roadmap: Roadmap, lang: str) -> str:
    """What the roadmap is called."""
    first = roadmap.paths[0] if roadmap.paths else ""
    titles = (value for key, value in index.file_names(first).sections if key.text in ("title", "标题"))
    return _title(next(titles, None), lang) or roadmap.folder.name


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
