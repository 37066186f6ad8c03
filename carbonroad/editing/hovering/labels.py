"""How hovers name things: by the keys of the format, and by all of a thing's titles."""

from carbonroad.editing.hovering.markdown import escaped
from carbonroad.model.text import Text
from carbonroad.read.vocabulary.shape import Shape
from carbonroad.views.shared.words import Words
from carbonroad.wording import Wording

_MOST_TITLES = 2


def label(w: Wording, shape: Shape, key: str, told: str) -> str:
    """Return a line of a hover: the key that it is written under, in the reader's language, and the value."""
    return f"**{key_name(w, shape, key)}**{w(': ')}{told}"


def key_name(w: Wording, shape: Shape, key: str) -> str:
    """Return a key as a heading in the reader's language."""
    field = shape.by_key[key]
    if w.chinese and field.zh:
        return field.zh[0]
    return "URL" if key == "url" else key.replace("_", " ").capitalize()


def titles(words: Words, title: Text) -> str:
    """Return a title in strong words, and below it the same in the other languages."""
    own = words.text(title)
    others = list(dict.fromkeys(text for _, text in title.entries if text and text != own))
    first = escaped(own)
    strong = [f"**{first}**"] if first else []
    return "  \n".join((*strong, *map(escaped, others[:_MOST_TITLES])))
