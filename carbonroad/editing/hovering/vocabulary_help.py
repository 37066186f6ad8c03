"""What the format says of a key or a word of a list: a few lines of Markdown for hover and completion."""

from collections.abc import Iterable

from carbonroad.base.texts.said import say
from carbonroad.base.texts.scripts import has_han
from carbonroad.editing.hovering.markdown import code, paragraphs, points
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.schema.accepted import KINDS
from carbonroad.schema.forms import kind_name
from carbonroad.schema.meanings import MAPS, WORDS
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in, sentences

_MOST_FORMS = 12
_MOST_EXAMPLES = 3
_UNTOLD = frozenset(("line", "words", "list", "number", "text"))
"""Kinds of values that say no more than their key does."""


def key_help(shape: Shape, field: Field, lang: str, *, typed: str = "") -> str:
    """Return what a key means, its names, and how its value may be written.

    Args:
        shape: The map that it stands in.
        field: The key.
        lang: The reader's language.
        typed: The key as written in the file; its other names stand beside it.
    """
    words = sentences(lang)
    names = [field.name, *field.zh]
    first = typed if typed in names else (field.zh[0] if words.chinese and field.zh else field.name)
    others = [name for name in names if name != first]
    head = f"**{first}**" + (f" · {' · '.join(others)}" if others else "")
    where = words(MAPS[shape.name])
    says = words(field.says)
    said = said_in(words, say("Required. {says}", says=say(field.says))) if field.required else says
    return paragraphs(
        f"{head}  \n*{where}*", said, _value_help(shape, field, words, chinese=first in field.zh)
    )


def _value_help(shape: Shape, field: Field, words: Wording, *, chinese: bool) -> str:
    """How the value of a key is written."""
    kind = kind_name(shape, field)
    before, _, name = kind.partition(":")
    if before in ("list", "map", "shape"):
        return _map_help(before, SHAPES[name], words, chinese=chinese)
    if before in ("word", "boolean"):
        return _words_help(name or before, words)
    known = KINDS[kind]
    if kind in _UNTOLD:
        return ""
    forms = points(
        f"{_examples(form.examples, words)} — {words(form.says)}" for form in known.forms[:_MOST_FORMS]
    )
    return paragraphs(words(known.says), forms)


def _examples(examples: Iterable[str], words: Wording) -> str:
    """A few examples: to who reads English only those without Chinese, to others theirs first."""
    ordered = sorted(examples, key=lambda one: has_han(one) != words.chinese)
    if words.english:
        ordered = [one for one in ordered if not has_han(one)] or ordered
    return " · ".join(code(one) for one in ordered[:_MOST_EXAMPLES])


def _words_help(name: str, words: Wording) -> str:
    """The words of a fixed list, each with its other names and its meaning."""
    lines = []
    for word, chinese in ENUMERATIONS[name].words.items():
        spelled = " · ".join(code(one) for one in (*chinese, word)) if words.chinese else code(word)
        spelled += "" if words.chinese or not chinese else f" · {' · '.join(code(one) for one in chinese)}"
        lines.append(f"{spelled} — {words(WORDS[name][word])}")
    return points(lines)


def _map_help(how: str, shape: Shape, words: Wording, *, chinese: bool) -> str:
    """The keys of what stands below a key, those that it must have apart."""

    def listed(fields: Iterable[Field]) -> str:
        names = (field.zh[0] if chinese and field.zh else field.name for field in fields)
        return "、".join(map(code, names)) if words.chinese else ", ".join(map(code, names))

    needed = listed(field for field in shape.fields if field.required)
    others = listed(field for field in shape.fields if not field.required)
    made = {
        "list": say("A list; every item begins with a dash and a blank."),
        "map": say("A name for each, and below it:"),
        "shape": "",
    }[how]
    must = said_in(words, say("Required: {keys}", keys=needed)) if needed else ""
    may = said_in(words, say("Optional: {keys}", keys=others)) if others else ""
    return paragraphs(said_in(words, made), points(line for line in (must, may) if line))


def word_help(name: str, word: str, lang: str) -> str:
    """Return what a word of a fixed list means; empty for a word that it has not.

    Args:
        name: The list, such as `status`.
        word: As written, in either language.
        lang: The reader's language.
    """
    listed = ENUMERATIONS.get(name)
    known = None if listed is None else listed.by_word.get(word)
    if listed is None or known is None:
        return ""
    others = [one for one in (known, *listed.words[known]) if one != word]
    head = f"**{word}**" + (f" · {' · '.join(others)}" if others else "")
    return paragraphs(head, sentences(lang)(WORDS[name][known]))
