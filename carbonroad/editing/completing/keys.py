"""Keys of the map at the cursor, and new items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import sayable
from carbonroad.editing.completing.ask import Ask, Offer
from carbonroad.editing.cursors.levels import ID_KEYS
from carbonroad.editing.hovering.markdown import example
from carbonroad.editing.hovering.vocabulary_help import key_help
from carbonroad.editing.text_lines import new_line
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import SYNONYMS
from carbonroad.schema.meanings import MAPS
from carbonroad.wording.saying import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.read.vocabulary.shape import Field, Shape

INDENT = "  "
OPEN_MAPS = ("targets", "actuals", "series", "ranges", "levels", "file-ignores")
"""Kinds of maps whose keys are the writer's own."""
_NUMBERED = lazy_pattern(r"(.*\D|)(\d+)")
_SHORT = frozenset(("after", "citation", "deadline", "baseline", "target", "actual", "allocation"))
"""Maps that mostly stand in brackets or behind one another: their keys hold single values."""


_WANTED = {
    "milestone": (
        "owner", "lead", "support", "source", "after", "for", "indicator", "measure", "nature", "status",
        "finished",
    ),
    "work": (
        "owner", "lead", "support", "deadline", "takes", "start", "finish", "for", "after", "source",
        "measure", "deliverable", "cost", "status", "progress",
    ),
    "indicator": (
        "targets", "actual", "better", "baseline", "owner", "support", "source", "measure", "nature",
    ),
}  # fmt: skip
"""The keys that policy texts give most, behind those that an item needs."""


def keys(ask: Ask, shape: Shape, *, needed: bool = False) -> Iterator[Offer]:
    """Offer the keys that a map does not have yet, those that it needs first; or these alone."""
    present = {shape.names.get(key, key) for key in ask.present}
    if shape.name == "file" and "industries" not in present:
        present.add("industries")  # a file that stands alone has no others beside it
    fields = [field for field in shape.fields if field.name not in present]
    wanted = _WANTED.get(shape.name, ())
    ranks = {name: number - len(wanted) for number, name in enumerate(wanted)}
    for field in sorted(fields, key=lambda field: ranks.get(field.name, 0)):
        if field.required or not needed:
            yield _key(ask, shape, field)


def _key(ask: Ask, shape: Shape, field: Field) -> Offer:
    chinese = ask.chinese and bool(field.zh)
    name = field.zh[0] if chinese else field.name
    synonyms = [word for word, meant in SYNONYMS.items() if meant in (field.name, *field.zh)]
    other = field.name if chinese else next(iter(field.zh), "")
    needs = sentences(ask.lang)(sayable("required")) if field.required else ""
    behind = "" if ask.cursor.keyed else _behind(ask, field, chinese=chinese)
    quote = ask.cursor.quote if not ask.cursor.keyed else ""
    if quote and ask.text.startswith(quote, ask.cursor.end):
        behind = quote = ""
    return Offer(
        name + quote + behind,
        "key",
        label=name,
        detail=" · ".join(filter(None, (other, needs))),
        documentation=key_help(shape, field, ask.lang, typed=name),
        words=(field.name, *field.zh, *synonyms),
        group=0 if field.required else 1,
        raw=True,
        again=bool(behind),
    )


def _behind(ask: Ask, field: Field, *, chinese: bool) -> str:
    """What is written behind a new key: a colon, and the beginning of what stands below it."""
    how, _, name = field.kind.partition(":")
    if ask.cursor.flow:
        return ": "
    margin = new_line(ask.text) + " " * ask.cursor.column + INDENT
    if how == "list":
        return f":{margin}- {_first(name, chinese=chinese)}: "
    if how in ("map", "shape") or field.kind in OPEN_MAPS or field.name in ("severity", "per_file_ignores"):
        return f":{margin}"
    return ": "


def _first(name: str, *, chinese: bool) -> str:
    """The key that an item begins with."""
    field = next(iter(SHAPES[name].required), SHAPES[name].fields[0])
    return field.zh[0] if chinese and field.zh else field.name


def new_item(ask: Ask, shape: Shape) -> Iterator[Offer]:
    """Offer a new item of a list with all the keys that it needs."""
    alone = len(shape.required) == 1 and _is_behind_dash(ask)
    if ask.cursor.flow or not shape.required or alone or shape.name in _SHORT:
        return
    names = [ask.says(field.name, field.zh[0]) for field in shape.required]
    ident = next_id(ask)
    given = [ident if name in ID_KEYS else "" for name in names]
    lines = [f"{name}: {value}" for name, value in zip(names, given, strict=True)]
    stops = [*range(1, len(names)), 0]
    filled = [
        f"{name}: {f'${{{stop}:{value}}}' if value else f'${stop}'}"
        for name, value, stop in zip(names, given, stops, strict=True)
    ]
    column = ask.cursor.column + (0 if _is_behind_dash(ask) else len(INDENT))
    text = (new_line(ask.text) + " " * column).join(filled)
    if ask.begins_line:
        text = f"- {text}"
    yield Offer(
        text,
        "snippet",
        label=sentences(ask.lang)(MAPS[shape.name]),
        detail=" · ".join(names),
        documentation=example("- " + "\n  ".join(lines)),
        words=(*names, "-", shape.name),
        group=-1,
        raw=True,
        again=True,
        snippet=True,
    )


def _is_behind_dash(ask: Ask) -> bool:
    return ask.cursor.asked == "value" and ask.cursor.levels[-1].listed


def next_id(ask: Ask) -> str:
    """The id that follows those of the list, where the last ends in a number: M3 after M2."""
    level = next((one for one in reversed(ask.cursor.levels) if one.listed), None)
    known = [] if level is None else [one for one in level.others() if one]
    last = _NUMBERED.fullmatch(known[-1]) if known else None
    if last is None or len(last[2]) > 4:
        return ""
    numbers = [found for one in known if (found := _NUMBERED.fullmatch(one)) and found[1] == last[1]]
    highest = max((one[2] for one in numbers), key=int)
    return f"{last[1]}{int(highest) + 1:0{len(highest) if highest[0] == '0' else 1}d}"
