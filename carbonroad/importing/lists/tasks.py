"""One row of a list of tasks: a milestone, or a work where it says when it begins or how long it takes."""

import re

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.values.money import parse_money
from carbonroad.importing.draft import Entries
from carbonroad.importing.lists.cells import words_of
from carbonroad.importing.lists.row_reader import RowReader
from carbonroad.importing.lists.times import read_times

_TAKEN = frozenset((
    "deadline", "start", "finish", "period", "takes", "owner", "lead", "support", "nature", "status",
    "advance", "progress", "finished", "started", "source",
))  # fmt: skip
"""What is read of milestones and works alike; the rest of a row goes into the note."""


_SIGN = lazy_pattern(r"(k|m|mn|bn|million|billion)? ?([€£]) ?(k|m|mn|bn|million|billion)?", re.IGNORECASE)
_CURRENCIES = {"€": "EUR", "£": "GBP"}
"""Signs that stand for one currency alone."""


def task(reader: RowReader) -> tuple[str, Entries]:
    """Return the list that a row of tasks belongs to, and its entries without an id."""
    begins = read_times(reader)
    work = begins or any(key in reader.item for key in ("takes", "start", "finish"))
    reader.duties()
    reader.words("nature", "nature")
    reader.status()
    for key in ("finished", "started"):
        reader.dated(key, key)
    taken = set(_TAKEN)
    if work:
        taken |= _texts_of_work(reader)
    else:
        _of_milestone(reader)
    reader.rest(frozenset(taken))
    return ("works" if work else "milestones"), reader.item


def _texts_of_work(reader: RowReader) -> set[str]:
    """What works alone have; returns the keys that were read."""
    taken = {"deliverable", "acceptance"}
    for key in ("deliverable", "acceptance"):
        cell = reader.cell(key)
        if cell is not None:
            reader.item[key] = words_of(cell)
    nature = reader.cell("nature")
    if reader.item.pop("nature", None) and nature is not None:
        reader.keep(nature, "nature")
    cell = reader.cell("cost")
    unit = next((column.meaning.unit for column in reader.columns if column.key == "cost"), "")
    cost = "" if cell is None else _cost(words_of(cell), unit)
    if cost:
        reader.item["cost"] = cost
        taken.add("cost")
    return taken


def _cost(words: str, unit: str) -> str:
    """An amount with its currency as the format writes it; empty where the words and the unit give none.

    Args:
        words: As the cell shows them.
        unit: Of the column: 亿元, million EUR, €m.
    """
    sign = _SIGN.fullmatch(unit)
    if sign is not None:
        unit = f"{sign[1] or sign[3] or ''} {_CURRENCIES[sign[2]]}".strip()
    scaled = words[-1:] in "万亿" and unit.endswith("元")
    for typed in (words, *((f"{words}元",) if scaled else (f"{words}{unit}", f"{words} {unit}"))):
        made = f"{typed[:-1]} CNY" if typed.endswith("元") else typed
        if not isinstance(parse_money(made), Refusal):
            return made
    return ""


def _of_milestone(reader: RowReader) -> None:
    """What a milestone cannot hold goes into its note; what it must have is there."""
    for key, columns in (("progress", ("progress", "advance", "status")), ("started", ("started",))):
        if reader.item.pop(key, None) is None:
            continue
        column = next((one for one in columns if reader.cell(one) is not None), "")
        cell = reader.cell(column)
        if cell is not None:
            reader.keep(cell, column)
    reader.item.setdefault("deadline", reader.context.word("not stated"))
