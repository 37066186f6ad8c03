"""What may be typed at the cursor: keys, names of what is declared, fixed words, forms of values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.editing.completing import rules as checks
from carbonroad.editing.completing import words
from carbonroad.editing.completing.ask import MOST, Ask, Offer, written
from carbonroad.editing.completing.bodies import last_name, undeclared
from carbonroad.editing.completing.keys import INDENT, keys, new_item, newline
from carbonroad.editing.completing.known import Known
from carbonroad.editing.completing.place import Place, place_of
from carbonroad.editing.completing.times import years
from carbonroad.editing.completing.values import TEXTS, values
from carbonroad.editing.cursors.cursor import cursors_at
from carbonroad.editing.spots import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carbonroad.editing.answers import Completion
    from carbonroad.editing.cursors.levels import Cursor
    from carbonroad.read.vocabulary import Shape
    from carbonroad.workspace.roadmap import Roadmap

__all__ = ["MOST", "complete"]

_OPEN_MAPS = ("targets", "actuals", "series", "ranges", "levels", "file-ignores")
_YEARS = ("targets", "actuals", "series", "ranges", "finished")


def complete(roadmap: Roadmap, path: str, offset: int, lang: str) -> list[Completion]:
    """Return what may be typed at an offset, the likeliest first; at most `MOST`.

    Args:
        roadmap: With the text as it stands, which need not parse.
        path: The file.
        offset: The cursor, in code points.
        lang: The reader's language; what is written is in the language of the file's keys.
    """
    source = roadmap.source(path)
    if source is None or not 0 <= offset <= len(source.text):
        return []
    root = shape_of(roadmap.folder, path)
    found: list[Completion] = []
    for number, cursor in enumerate(cursors_at(source.text, offset)):
        outer, place = place_of(root, cursor.levels)
        chinese = _is_chinese(cursor, root, source.text, lang)
        ask = Ask(roadmap, path, source.text, cursor, lang, chinese, root, outer, place)
        made = _answer(ask)
        found += [one._replace(sort=f"{number}{one.sort}") for one in made]
    return found


def _answer(ask: Ask) -> list[Completion]:
    cursor = ask.cursor
    if "\n" in ask.word or "\r" in ask.word:
        return []
    if cursor.asked == "comment":
        return written(*checks.comment(ask))
    if cursor.asked == "key":
        return written(ask, _keys(ask))
    begun = list(_map_begun(ask) if cursor.fresh or cursor.asked == "item" else _below(ask))
    return written(_narrowed(ask), [*begun, *values(ask)])


def _map_begun(ask: Ask) -> Iterator[Offer]:
    """Where a map may begin in the lines below: its first keys, or a whole new item of a list."""
    place, cursor = ask.place, ask.cursor
    how = place.kind.partition(":")[0]
    item = place.item if ask.begins_line else place
    shape = (item or place).map_shape
    if cursor.quote:
        return
    if shape is None:
        yield from _free_keys(ask, place) if ask.begins_line else ()
    elif how in ("shape", "list"):
        if how == "list" or cursor.levels[-1].listed:
            yield from new_item(ask, shape)
        if how == "shape" and cursor.asked != "item":
            yield from keys(ask, shape)
    elif place.kind in ("target", "actual"):
        yield from keys(ask, shape)
    elif cursor.asked != "item":
        yield from keys(ask, shape, needed=True)


def _below(ask: Ask) -> Iterator[Offer]:
    """Behind a colon: what begins on the line below."""
    cursor, place = ask.cursor, ask.place
    level = cursor.levels[-1] if cursor.levels else None
    if level is None or cursor.flow or cursor.quote or ask.word.strip():
        return
    how = place.kind.partition(":")[0]
    if how not in ("list", "shape", "map") and place.kind not in _OPEN_MAPS:
        return
    column = level.column + len(INDENT)
    inner = ask._replace(cursor=cursor._replace(fresh=True, column=column))
    margin = newline(ask) + " " * column
    for offer in _map_begun(inner):
        yield offer._replace(text=margin + offer.text)


def _keys(ask: Ask) -> Iterator[Offer]:
    shape = ask.outer.map_shape
    if shape is not None and not (shape.name == "baseline" and _has_tags(ask)):
        yield from keys(ask, shape)
    else:
        yield from _free_keys(ask, ask.outer)


def _has_tags(ask: Ask) -> bool:
    """Whether a baseline is words in languages."""
    return any(key in ("en", "zh") for key in ask.present)


def _free_keys(ask: Ask, place: Place) -> Iterator[Offer]:
    """Keys of a map whose keys are the writer's own: years, languages, rules, files."""
    kind = place.kind
    present = ask.present if ask.cursor.asked == "key" else set()
    offers: Iterable[Offer] = ()
    if kind in _YEARS:
        offers = years(ask._replace(place=place), Known(ask), phases=kind == "targets")
    elif kind in TEXTS or kind == "baseline":
        offers = (Offer(tag) for tag in words.tags(ask, Known(ask)))
    elif kind == "levels":
        offers = checks.named_rules(ask)
    elif kind == "file-ignores":
        offers = (Offer(name) for name in ask.roadmap.folder.files)
    elif kind in ("map:organisation", "map:document"):
        offers = undeclared(ask, Known(ask), kind.partition(":")[2])
    end = "" if ask.cursor.keyed else ": "
    if end and kind.startswith("map:") and not ask.cursor.flow:
        margin = newline(ask) + " " * ask.cursor.column + INDENT
        end = f":{margin}{ask.says('title', '标题')}: "
    for offer in offers:
        if offer.text not in present:
            text = offer.text + end
            yield offer._replace(text=text, kind="key", label=offer.text, raw=True, again=bool(end))


def _narrowed(ask: Ask) -> Ask:
    """Of several names in one string, only the one at the cursor is replaced."""
    if ask.place.kind != "names":
        return ask
    start, end = last_name(ask.text, ask.cursor.start, ask.cursor.at, ask.cursor.end)
    return ask._replace(cursor=ask.cursor._replace(start=start, end=end))


def _is_chinese(cursor: Cursor, root: Shape, text: str, lang: str) -> bool:
    """Whether most keys round the cursor are Chinese; in an empty file, the reader's language decides."""
    counted = 0
    for level in cursor.levels:
        for entry in level.entries:
            if entry.key:
                counted += 1 if any("\u3400" <= sign <= "\u9fff" for sign in entry.key) else -1
    if not counted and root.names:
        seen = [key for key in root.names if f"\n{key}:" in f"\n{text}"]
        counted = sum(1 if "\u3400" <= key[0] <= "\u9fff" else -1 for key in seen)
    return counted > 0 or (not counted and lang.lower().startswith("zh"))
