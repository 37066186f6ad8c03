"""A block a finding: the excerpt, marks under the exact characters, the other places, help."""

from collections.abc import Iterator

from carbonroad.findings import Finding, Severity, Span
from carbonroad.report.colours import Paint
from carbonroad.report.concise import line, more, strongest
from carbonroad.report.concise import visible as one_line
from carbonroad.report.excerpt import Marked, excerpt
from carbonroad.report.results import Places, Results, Style
from carbonroad.report.summary import statistics, summary
from carbonroad.report.visible import visible_blanks

NAME = "full"
BLOCKS = 50
"""How many findings get a block; the others get a line."""


def report(results: Results, style: Style) -> str:
    """Return the blocks of the most severe findings, a line for each other, and the summary.

    Infos are counted only, unless the style wants them.
    """
    places, paint = Places(results.text), Paint(on=style.colour)
    parts: list[str] = []
    if style.statistics:
        parts.append("\n".join(statistics(results)))
    else:
        wanted = results.findings if style.infos else _above_info(results.findings)
        shown = strongest(wanted, style.most)
        in_full = strongest(shown, BLOCKS if style.most else 0)
        chosen = set(map(id, in_full))
        parts += ["\n".join(block(finding, places, paint, style.width)) for finding in in_full]
        rest = [line(finding, places, paint) for finding in shown if id(finding) not in chosen]
        rest += more(len(wanted) - len(shown))
        parts.append("\n".join(rest))
    if style.summary:
        parts.append(summary(results, hidden=not (style.infos or style.statistics)))
    return "".join(f"{part}\n\n" for part in parts if part)[:-1]


def _above_info(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Errors and warnings: what is only good to know must not drown them."""
    return tuple(finding for finding in findings if finding.severity is not Severity.info)


def block(finding: Finding, places: Places, paint: Paint, width: int) -> list[str]:
    """Return one finding's lines."""
    role = finding.severity.value
    views = [_View(finding.span, finding.label, places, width)]
    views += [_View(other.span, other.message, places, width) for other in finding.related]
    gutter = max((len(str(mark.number)) for view in views for mark in view.marks), default=1)
    message = paint("bold", one_line(finding.message))
    lines = [f"{paint(role, f'{role}[{finding.code}]')} {message}  ({finding.name})"]
    for number, view in enumerate(views):
        lines += view.lines(gutter, paint, role if number == 0 else "frame", first=number == 0)
    pad = " " * (gutter + 1)
    for what, words in (*(("note", note) for note in finding.notes), ("help", finding.help)):
        if words:
            lines.append(f"{pad}{paint('frame', '=')} {paint('bold', f'{what}:')} {one_line(words)}")
    return lines


class _View:
    """One place of a finding: where it is, its lines and the words at the mark."""

    def __init__(self, span: Span, label: str, places: Places, width: int) -> None:
        text = places.text(span.path)
        row, column = places.position(span.path, span.start)
        self.where = f"{visible_blanks(span.path)}:{row}:{column}"
        self.label = one_line(label)
        # A finding about a whole file has no characters to mark.
        nothing = text is None or not text.text or (span.start == span.end == 0)
        self.marks: list[Marked] = (
            [] if nothing or text is None else excerpt(text, span.start, span.end, width)
        )

    def lines(self, gutter: int, paint: Paint, role: str, *, first: bool) -> Iterator[str]:
        """Yield the arrow line, the excerpt and the marks."""
        arrow, sign = ("-->", "^") if first else (":::", "-")
        yield f"{' ' * gutter}{paint('frame', arrow)} {self.where}" + (
            f"  {paint(role, self.label)}" if self.label and not self.marks else ""
        )
        bar = paint("frame", "|")
        if self.marks:
            yield f"{' ' * gutter} {bar}"
        for index, mark in enumerate(self.marks):
            if index and mark.number > self.marks[0].number + 1:
                yield paint("frame", "...")
            yield f"{paint('frame', str(mark.number).rjust(gutter))} {bar} {mark.text}".rstrip()
            label = f" {self.label}" if self.label and index == len(self.marks) - 1 else ""
            yield f"{' ' * gutter} {bar} {' ' * mark.before}{paint(role, sign * mark.length + label)}"
