"""Words with a look, for a terminal: a document's lines as runs, broken into lines, painted."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.textwidth import cells, wrap_cells
from carbonroad.base.texts.visible import visible
from carbonroad.views.document import Line, Mark, Span
from carbonroad.views.shared.signs import SIGNS
from carbonroad.views.shared.status_marks import STATUS_WORDS

_CODES = {"strong": "1", "dim": "2", "struck": "2;9", "id": "36", "good": "32", "bad": "31", "risk": "33"}
_LOOKS = {
    **dict.fromkeys(("strong", "value"), "strong"),
    **dict.fromkeys(("small", "note", "src", "iso", "foot", "dim"), "dim"),
    **dict.fromkeys(("code", "id"), "id"),
    **dict.fromkeys(("good", "st-done", "st-reached-early"), "good"),
    **dict.fromkeys(("bad", "st-late", "st-missed"), "bad"),
    **dict.fromkeys(("soon", "st-at-risk"), "risk"),
    "struck": "struck",
}
_BY_TITLE = {STATUS_WORDS[key]: (key, sign) for key, sign in SIGNS.items()}
_BREAK = re.compile(r"\r\n|[\r\n]")
_STRUCK = "~~"


class Run(NamedTuple):
    """Words of one look: `strong`, `dim`, `struck`, `id`, `good`, `bad`, `risk`, or none."""

    words: str
    look: str = ""


Text = tuple[Run, ...]


class Pen(NamedTuple):
    """How to write.

    Attributes:
        columns: Of the terminal; None for a pipe, where nothing is broken into lines.
        colour: Whether looks are painted.
    """

    columns: int | None
    colour: bool

    def text(self, line: Line) -> Text:
        """Return a line of a document as runs."""
        found: list[Run] = []
        for part in line:
            if isinstance(part, Span):
                found.extend(self.runs(part.words, look_of(part.role)))
            else:
                found.extend(self._mark(part))
        return tuple(found)

    def runs(self, words: str, look: str = "") -> Text:
        """Return words that nothing in them lets act on the terminal."""
        if not words:
            return ()
        shown = clean(words, self.columns is not None)
        if look == "struck" and not self.colour and shown.strip():
            shown = f"{_STRUCK}{shown.strip()}{_STRUCK}"
        return (Run(shown, look),)

    def _mark(self, mark: Mark) -> Text:
        """A mark as its sign, if it has one, and its words."""
        known = _BY_TITLE.get(mark.scene.title) if mark.scene.role == "mark-box" else None
        if known is None:
            return self.runs(mark.words)
        key, sign = known
        words = f"{sign.shown}\xa0{mark.words}" if mark.words else sign.shown
        return self.runs(words, look_of(f"st-{key}"))

    def paint(self, text: Sequence[Run]) -> str:
        """Return a line without blanks at its end; no-break blanks have done their work."""
        runs = list(text)
        while runs and not runs[-1].words.strip():
            runs.pop()
        if not runs:
            return ""
        runs[-1] = Run(runs[-1].words.rstrip(), runs[-1].look)
        return "".join(self._painted(run) for run in runs).replace("\xa0", " ")

    def _painted(self, run: Run) -> str:
        code = _CODES.get(run.look) if self.colour and run.words.strip() else None
        return run.words if code is None else f"\x1b[{code}m{run.words}\x1b[0m"


@cache
def look_of(role: str) -> str:
    """Return how words of a role look: of several the first that has a look."""
    return next((_LOOKS[one] for one in role.split() if one in _LOOKS), "")


def clean(words: str, lines: bool) -> str:  # noqa: FBT001
    """Return a user's words as they can be shown; the line ends in them are kept where there are `lines`."""
    if words.isascii() and words.isprintable():
        return words
    between = "\n" if lines else " "
    return between.join(visible(part.replace("\t", " ")) for part in _BREAK.split(words))


def width_of(text: Iterable[Run]) -> int:
    """Return how many columns runs fill."""
    return sum(cells(run.words) for run in text)


def plain(text: Sequence[Run]) -> str:
    """Return the words alone."""
    if len(text) == 1:
        return text[0].words
    return "".join(run.words for run in text)


def joined(texts: Iterable[Text], between: str) -> Text:
    """Return texts as one, those that say something."""
    found: list[Run] = []
    for text in texts:
        if text:
            found += (Run(between), *text) if found else text
    return tuple(found)


def wrapped(text: Text, room: int | None) -> list[Text]:
    """Break runs into lines of at most so many columns; nothing is cut."""
    words = plain(text)
    if room is None or (width_of(text) <= room and "\n" not in words):
        return [text]
    found, at = [], 0
    for line in wrap_cells(words, room):
        start = words.index(line, at)
        at = start + len(line)
        found.append(_slice(text, start, at))
    return found or [()]


def _slice(text: Text, start: int, end: int) -> Text:
    found, at = [], 0
    for run in text:
        words = run.words[max(start - at, 0) : max(end - at, 0)]
        if words:
            found.append(Run(words, run.look))
        at += len(run.words)
    return tuple(found)


def hanging(first: Text, text: Text, room: int | None) -> list[Text]:
    """Break runs into lines behind `first`, which the later lines are set in by."""
    taken = width_of(first)
    if room is not None and taken > room // 2:
        return [*wrapped(first, room), *((Run("  "), *line) for line in wrapped(text, room - 2))]
    lines = wrapped(text, None if room is None else room - taken)
    return [(*(first if n == 0 else (Run(" " * taken),)), *line) for n, line in enumerate(lines)]
