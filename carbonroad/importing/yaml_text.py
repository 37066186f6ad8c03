"""A draft as the text of its files: canonical order and spacing, keys and words in one language."""

from carbonroad.formatting.order import LAST, ranks
from carbonroad.formatting.text import formatted
from carbonroad.importing.draft import Draft, Entries, Value
from carbonroad.read.vocabulary.shape import Shape
from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, LONE_FILE, SHAPES, TOP_FILE
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.writing import written

_BRACES = frozenset((
    "title", "short", "unit", "actual", "target", "reference", "baseline", "deadline", "organisations.*",
    "sources.*", "creator", "department", "document_status", "access", "publisher", "allocation", "weights",
))  # fmt: skip
"""Keys whose maps are written in braces where they fit."""
_SPACED = frozenset(("milestones", "indicators", "works"))
TOP_NAME = "carbonroad.yaml"
_MAPS = {"targets": "target", "actuals": "actual"}
_KINDS = {"citations": "list:citation"}


def texts_of(draft: Draft, keys: str = "en", name: str = TOP_NAME) -> dict[str, str]:
    """Return the text of every file of a draft, by its name.

    Args:
        draft: The draft; without parts it is one file that stands alone.
        keys: `en` or `zh`: the language of keys and of the words of fixed lists.
        name: What the file is called that stands alone.
    """
    if not draft.parts:
        return {name: text_of(draft.top, LONE_FILE, keys)}
    texts = {TOP_NAME: text_of(draft.top, TOP_FILE, keys)}
    for part, entries in draft.parts.items():
        texts[f"{part}.yaml"] = text_of(entries, INDUSTRY_FILE, keys)
    return texts


def text_of(entries: Entries, shape: Shape, keys: str) -> str:
    """Return the text of one file."""
    tree = _ordered(_spoken(entries, shape) if keys == "zh" else entries, shape)
    text = written(tree, _BRACES, _SPACED)
    made = formatted(
        SourceText("draft.yaml", text),
        TOP_FILE if shape is LONE_FILE and "industries" in tree else shape,
        keys,
    )
    return made if isinstance(made, str) else text


def _ordered(entries: Entries, shape: Shape) -> Entries:
    """The same, sections in canonical order, so that blank lines come between the right ones."""
    place = ranks(shape)
    return {key: entries[key] for key in sorted(entries, key=lambda key: place.get(key, LAST))}


def _spoken(entries: Entries, shape: Shape) -> Entries:
    """The same with the words of fixed lists in Chinese."""
    return {key: _value(value, shape, key) for key, value in entries.items()}


def _value(value: Value, shape: Shape, key: str) -> Value:
    field = shape.by_key.get(key)
    if field is None:
        return value
    family, _, name = _KINDS.get(field.kind, field.kind).partition(":")
    if family == "word" and isinstance(value, str):
        return next(iter(ENUMERATIONS[name].words.get(value, ())), value)
    if field.kind in _MAPS or family == "map":
        inner = SHAPES[_MAPS.get(field.kind, name)]
        return {one: _each(held, inner) for one, held in value.items()} if isinstance(value, dict) else value
    return _each(value, SHAPES[name]) if name in SHAPES else value


def _each(value: Value, shape: Shape) -> Value:
    if isinstance(value, list):
        return [_each(one, shape) for one in value]
    return _spoken(value, shape) if isinstance(value, dict) else value
