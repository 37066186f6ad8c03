"""What may be typed at the cursor: keys, names of what is declared, fixed words, forms of values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.scripts import has_han
from carbonroad.editing.completing.ask import Ask, Offer, written
from carbonroad.editing.completing.bodies import last_name, undeclared
from carbonroad.editing.completing.expected import Expected, expected_by
from carbonroad.editing.completing.fixed_words import language_tags
from carbonroad.editing.completing.keys import INDENT, OPEN_MAPS, keys, new_item
from carbonroad.editing.completing.known_roadmap import KnownRoadmap
from carbonroad.editing.completing.rule_names import comment, named_rules
from carbonroad.editing.completing.times import years
from carbonroad.editing.completing.values import TEXTS, values
from carbonroad.editing.cursors.cursor import cursors_at
from carbonroad.editing.spots import shape_of
from carbonroad.editing.text_lines import new_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carbonroad.editing.answers import Completion
    from carbonroad.editing.cursors.levels import Cursor
    from carbonroad.read.vocabulary.shape import Shape
    from carbonroad.workspace.roadmap import Roadmap

_YEARS = ("targets", "actuals", "series", "ranges", "finished")


def complete(roadmap: Roadmap, path: str, offset: int, lang: str) -> list[Completion]:
    """Return what may be typed at an offset, the likeliest first; at most `ask.MOST` of them.

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
        outer, expected = expected_by(root, cursor.levels)
        chinese = _is_chinese(cursor, root, source.text, lang)
        ask = Ask(roadmap, path, source.text, cursor, lang, chinese, root, outer, expected)
        made = _answer(ask)
        found += [one._replace(sort=f"{number}{one.sort}") for one in made]
    return found


def _answer(ask: Ask) -> list[Completion]:
    cursor = ask.cursor
    if "\n" in ask.word or "\r" in ask.word:
        return []
    if cursor.asked == "comment":
        return written(*comment(ask))
    if cursor.asked == "key":
        return written(ask, _keys(ask))
    begun = list(_map_begun(ask) if cursor.fresh or cursor.asked == "item" else _below(ask))
    return written(_narrowed(ask), [*begun, *values(ask)])


def _map_begun(ask: Ask) -> Iterator[Offer]:
    """Where a map may begin in the lines below: its first keys, or a whole new item of a list."""
    expected, cursor = ask.expected, ask.cursor
    how = expected.kind.partition(":")[0]
    item = expected.item if ask.begins_line else expected
    shape = (item or expected).map_shape
    if cursor.quote:
        return
    if shape is None:
        yield from _free_keys(ask, expected) if ask.begins_line else ()
    elif how in ("shape", "list"):
        if how == "list" or cursor.levels[-1].listed:
            yield from new_item(ask, shape)
        if how == "shape" and cursor.asked != "item":
            yield from keys(ask, shape)
    elif expected.kind in ("target", "actual"):
        yield from keys(ask, shape)
    elif cursor.asked != "item":
        yield from keys(ask, shape, needed=True)


def _below(ask: Ask) -> Iterator[Offer]:
    """Behind a colon: what begins on the line below."""
    cursor, expected = ask.cursor, ask.expected
    level = cursor.levels[-1] if cursor.levels else None
    if level is None or cursor.flow or cursor.quote or ask.word.strip():
        return
    how = expected.kind.partition(":")[0]
    if how not in ("list", "shape", "map") and expected.kind not in OPEN_MAPS:
        return
    column = level.column + len(INDENT)
    inner = ask._replace(cursor=cursor._replace(fresh=True, column=column))
    margin = new_line(ask.text) + " " * column
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


def _free_keys(ask: Ask, expected: Expected) -> Iterator[Offer]:
    """Keys of a map whose keys are the writer's own: years, languages, rules, files."""
    kind = expected.kind
    present = ask.present if ask.cursor.asked == "key" else set()
    offers: Iterable[Offer] = ()
    if kind in _YEARS:
        offers = years(ask._replace(expected=expected), KnownRoadmap(ask), phases=kind == "targets")
    elif kind in TEXTS or kind == "baseline":
        offers = (Offer(tag) for tag in language_tags(ask, KnownRoadmap(ask)))
    elif kind == "levels":
        offers = named_rules(ask)
    elif kind == "file-ignores":
        offers = (Offer(name) for name in ask.roadmap.folder.files)
    elif kind in ("map:organisation", "map:document"):
        offers = undeclared(ask, KnownRoadmap(ask), kind.partition(":")[2])
    end = "" if ask.cursor.keyed else ": "
    if end and kind.startswith("map:") and not ask.cursor.flow:
        margin = new_line(ask.text) + " " * ask.cursor.column + INDENT
        end = f":{margin}{ask.says('title', '标题')}: "
    for offer in offers:
        if offer.text not in present:
            text = offer.text + end
            yield offer._replace(text=text, kind="key", label=offer.text, raw=True, again=bool(end))


def _narrowed(ask: Ask) -> Ask:
    """Of several names in one string, only the one at the cursor is replaced."""
    if ask.expected.kind != "names":
        return ask
    start, end = last_name(ask.text, ask.cursor.start, ask.cursor.at, ask.cursor.end)
    return ask._replace(cursor=ask.cursor._replace(start=start, end=end))


def _is_chinese(cursor: Cursor, root: Shape, text: str, lang: str) -> bool:
    """Whether most keys round the cursor are Chinese; in an empty file, the reader's language decides."""
    counted = 0
    for level in cursor.levels:
        for entry in level.entries:
            if entry.key:
                counted += 1 if has_han(entry.key) else -1
    if not counted and root.names:
        seen = [key for key in root.names if f"\n{key}:" in f"\n{text}"]
        counted = sum(1 if has_han(key) else -1 for key in seen)
    return counted > 0 or (not counted and lang.lower().startswith("zh"))
