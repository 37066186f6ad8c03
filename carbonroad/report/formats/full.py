"""A block a finding: the excerpt, marks under the exact characters, the other places, help."""

from collections.abc import Iterable, Iterator

from carbonroad.findings import Finding
from carbonroad.report.block import block
from carbonroad.report.colours import Paint
from carbonroad.report.one_line import finding_line, more, strongest
from carbonroad.report.results import Places, Results, Style
from carbonroad.report.summary import statistics, summary

_BLOCKS = 50
"""How many findings get a block; the others get a line."""


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield the blocks of the most severe findings, a line for each other, and the summary.

    Infos are counted only, unless the style wants them.
    """
    between = ""
    for part in _parts(results, style):
        yield f"{between}{part}\n"
        between = "\n"


def _parts(results: Results, style: Style) -> Iterator[str]:
    """What has an empty line between."""
    if style.statistics:
        counted = "\n".join(statistics(results, style.words))
        if counted:
            yield counted
    else:
        places, paint = Places(results.text), Paint(on=style.colour)
        if style.most:
            yield from _strongest(results, style, places, paint)
        else:
            yield from _blocks(results.wanted(style), style, places, paint)
    if style.summary:
        yield summary(results, style.words, hidden=not (style.infos or style.statistics))


def _strongest(results: Results, style: Style, places: Places, paint: Paint) -> Iterator[str]:
    """The most severe findings as blocks, the others as lines below."""
    shown = strongest(results.wanted(style), style.most)
    chosen = strongest(shown, _BLOCKS)
    yield from _blocks(chosen, style, places, paint)
    in_full = set(map(id, chosen))
    rest = [finding_line(one, places, paint, style.words) for one in shown if id(one) not in in_full]
    rest += more(results.count_wanted(style) - len(shown), style.words)
    if rest:
        yield "\n".join(rest)


def _blocks(findings: Iterable[Finding], style: Style, places: Places, paint: Paint) -> Iterator[str]:
    for finding in findings:
        yield "\n".join(block(finding, places, paint, style))
