"""Keys as written, or in the other language."""

import unicodedata

from carbonroad.formatting.cursor import Cursor, StopFormatting
from carbonroad.formatting.forms import Form
from carbonroad.formatting.order import LAST, ranks
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.source.yaml.nodes import Mapping, Scalar


def known(shape: Shape | None, key: str) -> Field | None:
    """Return the field that a key is."""
    if shape is None:
        return None
    return shape.by_key.get(key) or shape.by_key.get(unicodedata.normalize("NFC", key))


def written_key(cursor: Cursor, key: Scalar, names: dict[str, str]) -> str:
    """Step over a key and the blanks behind it, up to its colon; return it as it is to be written."""
    start = ""
    if cursor.sign == "&":
        start = cursor.name() + " "
        cursor.scan()
    if cursor.sign == "*":
        text = cursor.name() + " "
    else:
        text = cursor.written(key)
        if "\n" in text or (not key.style and text[:2] in ("?", "? ")):
            raise StopFormatting(key.start)
        name = names.get(key.text)
        if name is not None:
            text = f"{key.style}{name}{key.style}"
    while cursor.sign in (" ", "\t"):
        cursor.at += 1
    return start + text


def renamed(cursor: Cursor, node: Mapping, form: Form) -> dict[str, str]:
    """Return the new names of a map's keys, by the keys as they are."""
    keys, shape = cursor.keys, form.shape
    if not keys or shape is None or id(node) in cursor.fixed:
        return {}
    names: dict[str, str] = {}
    fields = [known(shape, key.text) for key, _ in node.pairs]
    for (key, _), field in zip(node.pairs, fields, strict=True):
        if field is None or fields.count(field) > 1:
            continue  # a key in both spellings is an error, and would be one twice
        wanted = field.zh if keys == "zh" else (key.text if key.text not in field.zh else field.name,)
        if wanted and key.text not in wanted:
            names[key.text] = wanted[0]
    return names


def order(cursor: Cursor, node: Mapping, form: Form) -> list[int]:
    """Return the places of a map's pairs in the order in which they are to be written."""
    places = list(range(len(node.pairs)))
    if id(node) in cursor.fixed:
        return places
    if form.shape is not None:
        rank = ranks(form.shape)
        of = [rank.get(key.text, -1) for key, _ in node.pairs]
        for place in places:
            if of[place] < 0:
                field = known(form.shape, node.pairs[place][0].text)
                of[place] = LAST if field is None else rank[field.name]
        places.sort(key=of.__getitem__)
    elif form.years:
        years = [key.text for key, _ in node.pairs]
        if all(len(year) == 4 and year.isascii() and year.isdigit() for year in years):
            places.sort(key=years.__getitem__)
    return places
