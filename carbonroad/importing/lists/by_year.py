"""Lists that give an indicator's values year by year, each in a row of its own: one indicator of them."""

from carbonroad.base.texts.folding import fold
from carbonroad.importing.draft import Entries, Value
from carbonroad.importing.lists.headers_words import ACTUAL_WORDS, TARGET_WORDS

_YEARS = ("targets", "actual")


def sort_of_value(words: str) -> str:
    """Return `actual` or `target` for what a column of types says of a row's value; empty for other words."""
    key = fold(words).lower()
    return "actual" if key in ACTUAL_WORDS else "target" if key in TARGET_WORDS else ""


def put_together(listed: list[Value], row: Entries, join: str) -> bool:
    """Add a row's years to the same indicator of a row above; whether there is one that can take them.

    Args:
        listed: The indicators so far.
        row: That of the row; it has no id yet.
        join: Stands between two notes.
    """
    above = next((one for one in listed if isinstance(one, dict) and _is_same(one, row)), None)
    if above is None:
        return False
    for key in _YEARS:
        old, new = above.get(key, {}), row.get(key, {})
        if isinstance(old, dict) and isinstance(new, dict) and new:
            above[key] = dict(sorted({**old, **new}.items()))
    notes = [str(one["note"]) for one in (above, row) if one.get("note")]
    if notes:
        above["note"] = join.join(dict.fromkeys(notes))
    return True


def _is_same(above: Entries, row: Entries) -> bool:
    """Whether two rows differ in nothing but their years and notes."""
    for key in _YEARS:
        old, new = above.get(key, {}), row.get(key, {})
        if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
            return False
    keys = (above.keys() | row.keys()) - {"id", "note", *_YEARS}
    return all(above.get(key) == row.get(key) for key in keys)
