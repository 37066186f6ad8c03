"""One row of a list of tasks: a milestone, or a work where it says when it begins or how long it takes."""

from carbonroad.base.quantities import parse_money
from carbonroad.base.refusal import Refusal
from carbonroad.importing.draft import Entries
from carbonroad.importing.lists.cells import words_of
from carbonroad.importing.lists.row import RowReader
from carbonroad.importing.lists.times import read_times

_TAKEN = frozenset((
    "deadline", "start", "finish", "period", "takes", "owner", "lead", "support", "nature", "status",
    "advance", "progress", "finished", "started", "source",
))  # fmt: skip
"""What is read of milestones and works alike; the rest of a row goes into the note."""


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
    reader.item.pop("nature", None)
    cell = reader.cell("cost")
    unit = next((column.meaning.unit for column in reader.columns if column.key == "cost"), "")
    for typed in (
        () if cell is None else (words_of(cell), f"{words_of(cell)}{unit}", f"{words_of(cell)} {unit}")
    ):
        words = f"{typed[:-1]} CNY" if typed.endswith("元") else typed
        if not isinstance(parse_money(words), Refusal):
            reader.item["cost"] = words
            taken.add("cost")
            break
    return taken


def _of_milestone(reader: RowReader) -> None:
    """What a milestone cannot hold goes into its note; what it must have is there."""
    for key in ("progress", "started"):
        words = reader.item.pop(key, None)
        if isinstance(words, str):
            shown = (
                reader.cell("progress") or reader.cell("advance") or reader.cell("status")
                if key == "progress"
                else reader.cell(key)
            )
            header = (
                "progress" if reader.cell("progress") else "advance" if reader.cell("advance") else "status"
            )
            if shown is not None:
                reader.keep(shown, header if key == "progress" else key)
    reader.item.setdefault("deadline", reader.context.word("not stated"))
