"""What is wrong with a cell, and the words that stand for nothing."""

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.sheets.tables import Cell

_SHOWN = 60
_NOTHING = frozenset(
    (
        "",
        "-",
        "--",
        "—",
        "——",
        "–",
        "/",
        "\\",
        "n/a",
        "na",
        "n.a.",
        "nil",
        "null",
        "none",
        "无",
        "暂无",
        "略",
        "…",
        "...",
    )
)


class Problem(NamedTuple):
    """Why a cell could not be read; the words are `Said`.

    Attributes:
        rule: The name of its rule.
        message: One sentence.
        help: What to do.
    """

    rule: str
    message: str
    help: str


def is_empty(cell: Cell) -> bool:
    """Whether a cell says nothing: it is empty, or holds a sign that people put for that."""
    return fold(cell.text).lower() in _NOTHING


def words_of(cell: Cell) -> str:
    """Return a cell's words on one line, without blanks at the ends."""
    return " ".join(cell.text.split())


def cut(text: str) -> str:
    """Return words fit for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def finding_at(cell: Cell, problem: Problem) -> Finding:
    """Return the finding of one cell."""
    return found(
        BY_NAME[problem.rule], cell.span, problem.message, pointer=cell.reference, help_=problem.help
    )


def unreadable(cell: Cell, what: str, help_: str) -> Problem:
    """Return the problem of a cell whose words its column cannot hold.

    Args:
        cell: The cell.
        what: What it should hold, `Said`.
        help_: What to do, `Said`.
    """
    message = say('"{words}" in {cell} is not {what}.', words=cut(cell.text), cell=cell.reference, what=what)
    return Problem("unreadable-cell", message, help_)
