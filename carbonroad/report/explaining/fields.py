"""The pages of keys, maps and lists of words."""

from collections.abc import Sequence
from typing import Any

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import any_of, say, sayable
from carbonroad.base.texts.scripts import has_han
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.report.explaining.page import Block, Heading, Page, Paragraph, Rows
from carbonroad.schema.accepted import KINDS
from carbonroad.schema.both import in_chinese
from carbonroad.schema.forms import Kind, kind_name
from carbonroad.schema.meanings import MAPS, WORDS
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in


class Use(NamedTuple):
    """One key in one map."""

    shape: Shape
    field: Field

    @property
    def kind(self) -> str:
        """The name of the kind of its value."""
        return kind_name(self.shape, self.field)


KEY, CHINESE, MEANING = sayable("Key"), sayable("Chinese"), sayable("Meaning")
_WORD = sayable("Word")
_TELLING = ("deadline", "targets", "duration", "citations")
"""Kinds of values that are written in many ways."""
_HOW = sayable("How to write it")
_NOT_READ = sayable("Not read")


def key_page(name: str, uses: Sequence[Use], words: Wording) -> Page:
    """Return the page of a key: what it means in each map that has it, and how its value is written."""
    first = uses[0].field
    blocks: list[Block] = []
    for (says, kind), group in _grouped(uses).items():
        blocks.append(Paragraph(words(says)))
        blocks.append(Paragraph(said_in(words, say("Stands in: {maps}", maps=_places(group, words)))))
        blocks += value_blocks(kind, words)
    data = {
        "key": first.name,
        "chinese": list(first.zh),
        "uses": [_use(use) for use in uses],
        "kinds": {kind: _kind(kind) for kind in dict.fromkeys(use.kind for use in uses)},
    }
    spelled = " · ".join(
        dict.fromkeys(spelling for use in uses for spelling in (use.field.name, *use.field.zh))
    )
    return Page(f"{name}  ({spelled})" if "." in name else spelled, tuple(blocks), data)


def _grouped(uses: Sequence[Use]) -> dict[tuple[str, str], list[Use]]:
    groups: dict[tuple[str, str], list[Use]] = {}
    for use in uses:
        groups.setdefault((use.field.says, use.kind), []).append(use)
    return groups


def _places(uses: Sequence[Use], words: Wording) -> str:
    names = []
    for use in uses:
        if use.shape.name == "file" and len(uses) > 1:
            continue  # what stands alone has the keys of the two kinds of files
        name = _inside(words(MAPS[use.shape.name]))
        needed = said_in(words, say("{map} (required)", map=name)) if use.field.required else name
        names.append(needed)
    return "；".join(names) if words.chinese else "; ".join(names)


def _inside(name: str) -> str:
    """A map's name inside a sentence: "A milestone" without its capital."""
    return name[0].lower() + name[1:] if name.startswith(("A ", "An ", "The ")) else name


def value_blocks(kind: str, words: Wording) -> list[Block]:
    """Return how a value of a kind is written."""
    before, _, name = kind.partition(":")
    if before in {"list", "map", "shape"}:
        title = _inside(words(MAPS[name]))
        said = {
            "list": say(
                "A list; each item: {map}. carbonroad explain {name} shows its keys.", map=title, name=name
            ),
            "map": say(
                "Names, and for each: {map}. carbonroad explain {name} shows its keys.", map=title, name=name
            ),
            "shape": say("A map: {map}. carbonroad explain {name} shows its keys.", map=title, name=name),
        }[before]
        return [Paragraph(said_in(words, said))]
    if before in {"word", "boolean"}:
        return [word_rows(name or before, words)]
    made: list[Block] = [Paragraph(words(KINDS[kind].says))]
    if KINDS[kind].forms:
        made += [Heading(words(_HOW)), _forms(KINDS[kind], words)]
    if KINDS[kind].refused:
        rows = tuple((one.example, words(one.instead)) for one in KINDS[kind].refused)
        made += [Heading(words(_NOT_READ)), Rows((words(_WRITTEN), words(MEANING)), rows)]
    return made


_WRITTEN = sayable("Written")


def _forms(kind: Kind, words: Wording) -> Rows:
    """Each form with its examples; those in the reader's script first."""
    rows = []
    for form in kind.forms:
        latin = [one for one in form.examples if one.isascii() or not has_han(one)]
        ordered = (
            sorted(form.examples, key=has_han, reverse=True)
            if words.chinese
            else [*latin, *(one for one in form.examples if one not in latin)]
        )
        rows.append((" · ".join(ordered), words(form.says)))
    return Rows((words(_WRITTEN), words(MEANING)), tuple(rows))


def word_rows(name: str, words: Wording) -> Rows:
    """Return the table of a list of words."""
    rows = tuple(
        (one, " · ".join(chinese), words(WORDS[name][one]))
        for one, chinese in ENUMERATIONS[name].words.items()
    )
    return Rows((words(_WORD), words(CHINESE), words(MEANING)), rows, 2)


def map_page(shape: Shape, words: Wording) -> Page:
    """Return the page of a map: its keys."""
    data = {
        "map": shape.name,
        "title": {"en": MAPS[shape.name], "zh": in_chinese(MAPS[shape.name])},
        "keys": [_use(Use(shape, field)) for field in shape.fields],
    }
    telling = next((field for field in shape.fields if field.kind in _TELLING), shape.fields[0])
    more = say("carbonroad explain {name} shows how a value is written.", name=f"{shape.name}.{telling.name}")
    blocks: list[Block] = [key_rows(shape, words), Paragraph(said_in(words, more))]
    return Page(words(MAPS[shape.name]), tuple(blocks), data)


def key_rows(shape: Shape, words: Wording) -> Rows:
    """Return the table of the keys of a map."""
    rows = tuple(
        (
            field.name,
            " · ".join(field.zh),
            said_in(words, say("Required. {says}", says=say(field.says)))
            if field.required
            else words(field.says),
        )
        for field in shape.fields
    )
    return Rows((words(KEY), words(CHINESE), words(MEANING)), rows, 2)


def word_page(word: str, words: Wording) -> Page:
    """Return the page of a word: every list that has it, and the keys that take the list."""
    blocks: list[Block] = []
    found: dict[str, Any] = {}
    for name, enumeration in ENUMERATIONS.items():
        if word not in enumeration.by_word:
            continue
        keys = dict.fromkeys(
            field.name
            for shape in SHAPES.values()
            for field in shape.fields
            if field.kind in {f"word:{name}", name}
        )
        taken = say("A word of {keys}.", keys=any_of(tuple(keys)) or name)
        blocks += [Paragraph(said_in(words, taken)), word_rows(name, words)]
        found[name] = _kind(f"word:{name}")
    return Page(word, tuple(blocks), {"word": word, "lists": found})


def _use(use: Use) -> dict[str, Any]:
    return {
        "map": use.shape.name,
        "key": use.field.name,
        "chinese": list(use.field.zh),
        "required": use.field.required,
        "kind": use.kind,
        "says": {"en": str(use.field.says), "zh": in_chinese(use.field.says)},
    }


def _kind(kind: str) -> dict[str, Any]:
    before, _, name = kind.partition(":")
    if before in {"word", "boolean"}:
        listed = ENUMERATIONS[name or before].words
        meanings = WORDS[name or before]
        return {
            "words": {
                one: {
                    "chinese": list(chinese),
                    "says": {"en": meanings[one], "zh": in_chinese(meanings[one])},
                }
                for one, chinese in listed.items()
            }
        }
    if before in {"list", "map", "shape"}:
        return {before: name}
    known = KINDS[kind]
    return {
        "says": {"en": known.says, "zh": in_chinese(known.says)},
        "forms": [
            {"says": {"en": form.says, "zh": in_chinese(form.says)}, "examples": list(form.examples)}
            for form in known.forms
        ],
    }
