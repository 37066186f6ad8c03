"""What would be an error in a draft is put aside, so that a draft never has one and nothing is lost."""

from carbonroad.base.texts.free_names import free_name
from carbonroad.importing.draft import Draft, Entries, Value, one_or_all
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from carbonroad.source.yaml.parse import parse

Steps = list["str | int"]
"""The keys and indexes that lead from a file's root to a value."""
_LISTS = ("milestones", "indicators", "works", "measures", "phases", "revisions")
_MAPS = ("organisations", "sources")
_YEARS = ("targets", "actual")


def put_aside(draft: Draft, file: str, text: str, offset: int, *, whole: bool, chinese: bool) -> str:
    """Take what stands at a place of a draft's text out of the draft, and keep its words beside it.

    Args:
        draft: Is changed.
        file: The industry whose file it is; empty for the top file.
        text: The file's text, with English keys.
        offset: The place, in code points.
        whole: Whether the whole item goes, because less did not help.
        chinese: Whether words that stand in for what must be there are Chinese, else English.

    Returns:
        The key that the words are kept under; empty where nothing could be taken out.
    """
    root = parse(SourceText(file, text)).root
    entries = draft.parts.get(file, draft.top) if file else draft.top
    path = _path(root, offset) if root is not None else []
    if not path:
        return ""
    if whole and len(path) > 1:
        return _whole(entries, path)
    return _field(entries, path, chinese=chinese)


def _path(node: Node, offset: int) -> Steps:
    """The keys and indexes that lead to the place."""
    made: Steps = []
    while not isinstance(node, Scalar):
        if isinstance(node, Mapping):
            pairs = [(key, value) for key, value in node.pairs if key.start <= offset]
            if not pairs:
                break
            key, node = pairs[-1]
            made.append(key.text)
        elif isinstance(node, Sequence):
            items = [index for index, item in enumerate(node.items) if item.start <= offset]
            if not items:
                break
            made.append(items[-1])
            node = node.items[items[-1]]
    return made


def _field(entries: Entries, path: Steps, *, chinese: bool) -> str:
    """Put one field of an item aside; one value of a year, where years have values."""
    place: Value = entries
    depth = 0
    if path[0] in _LISTS or path[0] in _MAPS:
        depth = 2
    for step in path[:depth]:
        place = _step(place, step)
    if not isinstance(place, dict) or len(path) <= depth:
        return ""
    field = key = str(path[depth])
    holder, kept, years = place, f"x-{field}", place.get(field)
    if field in _YEARS and len(path) > depth + 1 and isinstance(years, dict):
        holder, key = years, str(path[depth + 1])
        kept = f"x-{field}-{key}"
    if key not in holder or key.startswith("x-"):
        return ""
    words = _taken(holder, key, path[depth + 1 :])
    if not holder:
        place.pop(field, None)
    kept = free_name(kept, place)
    if words:
        place[kept] = words
    _refill(place, str(path[0]), key, chinese=chinese)
    return kept


def _taken(holder: Entries, key: str, rest: Steps) -> str:
    """Take a value out, or one name of a list of names, and return its words."""
    value = holder[key]
    if isinstance(value, list) and len(rest) == 1 and isinstance(rest[0], int) and len(value) > 1:
        words = _on_one_line(value.pop(rest[0]))
        holder[key] = one_or_all(value)
        return words
    return _on_one_line(holder.pop(key))


def _refill(item: Entries, family: str, key: str, *, chinese: bool) -> None:
    """Give an item again what it must have."""
    stand_in = {
        "deadline": "未明确" if chinese else "not stated",
        "unit": "未注明" if chinese else "not given",
    }
    shape = SHAPES.get(family.removesuffix("s"))
    if shape is not None and any(field.name == key for field in shape.required) and key in stand_in:
        item[key] = stand_in[key]


def _whole(entries: Entries, path: Steps) -> str:
    """Put a whole item aside."""
    family = str(path[0])
    items = entries.get(family)
    if isinstance(items, list) and isinstance(path[1], int):
        words = _on_one_line(items.pop(path[1]))
    elif isinstance(items, dict):
        words = f"{path[1]}: {_on_one_line(items.pop(str(path[1])))}"
    else:
        words = _on_one_line(entries.pop(family, ""))
    if family in entries and not entries[family]:
        del entries[family]
    kept = free_name("x-left-out", entries)
    entries[kept] = words
    return kept


def _step(place: Value, step: "str | int") -> Value:
    if isinstance(place, list) and isinstance(step, int) and step < len(place):
        return place[step]
    return place.get(str(step), "") if isinstance(place, dict) else ""


def _on_one_line(value: Value) -> str:
    """Any value as words."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return "; ".join(_on_one_line(one) for one in value)
    return ", ".join(f"{key}: {_on_one_line(one)}" for key, one in value.items())
