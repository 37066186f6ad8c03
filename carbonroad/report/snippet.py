"""The places of a finding as lines of their files: those of one file together, in the file's order."""

from collections.abc import Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.visible import columns, visible_blanks
from carbonroad.findings import Finding, Span
from carbonroad.report.colours import Paint
from carbonroad.report.excerpt import Marked, excerpt
from carbonroad.report.one_line import one_line
from carbonroad.report.results import Places

_SLACK = 3
"""Columns beyond the width that words may take to stay under their mark; the terminal has a few more."""


class _Note(NamedTuple):
    """One marked line, and the words at the mark."""

    mark: Marked
    label: str
    first: bool


class Snippet:
    """What is shown of one file for one finding."""

    def __init__(self, path: str, places: Places, width: int) -> None:
        self._path = path
        self._places = places
        self._width = width
        self._place: tuple[int, int] | None = None
        self._first = False
        self._notes: list[_Note] = []
        self._unmarked: list[str] = []

    def add(self, span: Span, label: str, *, first: bool) -> None:
        """Mark a range; `first` is the finding's own place, the others only belong to it."""
        text = self._places.text(span.path)
        if self._place is None:
            self._place = self._places.position(span.path, span.start)
            self._first = first
        words = one_line(label)
        # A finding about a whole file has no characters to mark.
        if text is None or not text.text or span.start == span.end == 0:
            self._unmarked += [words] if words else []
            return
        marks = excerpt(text, span.start, span.end, self._width)
        for number, mark in enumerate(marks, 1):
            self._notes.append(_Note(mark, words if number == len(marks) else "", first))

    @property
    def gutter(self) -> int:
        """How many columns the numbers of lines take."""
        return max((len(str(note.mark.number)) for note in self._notes), default=1)

    def lines(self, gutter: int, paint: Paint, role: str) -> Iterator[str]:
        """Yield the arrow line, and the lines of the file with their marks."""
        row, column = self._place or (1, 1)
        arrow = "-->" if self._first else ":::"
        words = "; ".join(self._unmarked)
        where = f"{visible_blanks(self._path)}:{row}:{column}"
        yield f"{' ' * gutter}{paint('frame', arrow)} {where}" + (
            f"  {paint(role if self._first else 'frame', words)}" if words else ""
        )
        if not self._notes:
            return
        bar = paint("frame", "|")
        yield f"{' ' * gutter} {bar}"
        shown: tuple[int, str] | None = None
        for note in sorted(self._notes, key=lambda one: (one.mark.number, one.mark.before)):
            mark = note.mark
            if shown is not None and mark.number > shown[0]:
                yield from self._between(shown[0], mark.number, gutter, paint)
            if (mark.number, mark.text) != shown:
                yield f"{paint('frame', str(mark.number).rjust(gutter))} {bar} {mark.text}".rstrip()
                shown = (mark.number, mark.text)
            for under in self._under(note):
                yield f"{' ' * gutter} {bar} " + under(paint, role)

    def _between(self, last: int, following: int, gutter: int, paint: Paint) -> Iterator[str]:
        """The line between two marked ones where it is one; dots where there are more."""
        if following == last + 1:
            return
        text = self._places.text(self._path)
        if following > last + 2 or text is None:
            yield paint("frame", "...")
            return
        start = text.line_starts[last]
        (mark,) = excerpt(text, start, start, self._width)
        yield f"{paint('frame', str(last + 1).rjust(gutter))} {paint('frame', '|')} {mark.text}".rstrip()

    def _under(self, note: _Note) -> "Iterator[_Under]":
        mark, label = note.mark, note.label
        sign = "^" if note.first else "-"
        wide = columns(label)
        if label and mark.before and mark.before + mark.length + 1 + wide > self._width:
            yield _Under(mark.before, sign * mark.length, note.first)
            fits = mark.before + wide <= self._width + _SLACK
            yield _Under(mark.before if fits else max(0, self._width - wide), label, note.first)
        else:
            yield _Under(mark.before, sign * mark.length + (f" {label}" if label else ""), note.first)


class _Under(NamedTuple):
    """Marks or words below a line."""

    before: int
    text: str
    first: bool

    def __call__(self, paint: Paint, role: str) -> str:
        return " " * self.before + paint(role if self.first else "frame", self.text)


def snippets(finding: Finding, places: Places, width: int) -> list[Snippet]:
    """Return the files of a finding with what is marked in them, its own first."""
    made: dict[str, Snippet] = {}
    for number, (span, label) in enumerate(
        ((finding.span, finding.label), *((other.span, other.message) for other in finding.related))
    ):
        if span.path not in made:
            made[span.path] = Snippet(span.path, places, width)
        made[span.path].add(span, label, first=number == 0)
    return list(made.values())
