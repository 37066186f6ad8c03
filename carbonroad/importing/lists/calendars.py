"""Months, quarters or years as columns with marks below them: when the tasks of a bar chart run."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.periods import Period, parse_period
from carbonroad.importing.sheets.tables import Cell

Spans = dict[int, Period]
"""What each column of a calendar stands for, by its place from 0."""
FEWEST = 3
"""Columns that a calendar has at least."""
_MARK = lazy_pattern(r"[xX×✓✔√●○■□▇█▲△◆◇★☆→=>]{1,3}")
_EVENT = lazy_pattern(r"[▲△◆◇★☆]")
_YEAR = lazy_pattern(r"((?:19|20)\d\d) ?年?(?:度)?")
_MONTH = lazy_pattern(r"0?([1-9]|1[0-2])")
_QUARTER, _HALF, _WHOLE = 2, 5, 11
"""Months between the first month and the last of a quarter, half a year and a year."""


def calendar_of(paths: tuple[tuple[str, ...], ...], year: str = "") -> Spans:
    """Return the columns whose headers are months, quarters or years that follow each other.

    Args:
        paths: For each column the texts that stand over it, the group's first.
        year: That of months which name none.
    """
    spans: Spans = {}
    if any(_YEAR.fullmatch(text.strip()) for path in paths for text in path[:-1]):
        year = ""
    for at, path in enumerate(paths):
        span = _span(path, year) if path else None
        if span is None:
            continue
        if spans and span.first <= list(spans.values())[-1].last:
            return {}
        spans[at] = span
    return spans if len(spans) >= FEWEST else {}


def _span(path: tuple[str, ...], year: str) -> Period | None:
    """What a column's header stands for; None where it is no month, quarter or year."""
    own = path[-1].strip()
    above = next((found[1] for text in path[:-1] if (found := _YEAR.fullmatch(text.strip()))), "")
    if len(path) > 1 and not above:
        return None
    forms = [own]
    if above or year:
        forms += [f"{own} {above or year}", f"{above or year}年{own}"]
    month = _MONTH.fullmatch(own)
    if month is not None:
        forms = [f"{above}-{int(month[1]):02}"] if above else []
    for form in forms:
        made = parse_period(form)
        if not isinstance(made, Refusal) and made.first.day == 1 and made.last != made.first:
            return made
    return None


def marked(spans: Spans, rows: list[tuple[Cell, ...]]) -> bool | None:
    """Return whether what stands below a calendar is marks alone; None where nothing does."""
    texts = [text for row in rows for at in spans if at < len(row) and (text := row[at].text.strip())]
    return all(_MARK.fullmatch(text) for text in texts) if texts else None


def runs_of(spans: Spans, row: tuple[Cell, ...]) -> list[tuple[Period, Period]]:
    """Return the stretches of a row that are marked, each by its first and last column."""
    runs: list[tuple[Period, Period]] = []
    goes_on = False
    for at, span in spans.items():
        filled = at < len(row) and bool(row[at].text.strip())
        if filled and goes_on:
            runs[-1] = (runs[-1][0], span)
        elif filled:
            runs.append((span, span))
        goes_on = filled
    return runs


def is_event(spans: Spans, row: tuple[Cell, ...]) -> bool:
    """Whether all that is marked in a row is one event, such as ◆."""
    texts = [text for at in spans if at < len(row) and (text := row[at].text.strip())]
    return len(texts) == 1 and _EVENT.fullmatch(texts[0]) is not None


def as_typed(span: Period) -> str:
    """Return a month, quarter, half or year as the format reads it."""
    year, months = span.first.year, span.last.month - span.first.month
    if months == _WHOLE:
        return f"{year}"
    if months in (_QUARTER, _HALF):
        return f"{year}-{'Q' if months == _QUARTER else 'H'}{span.last.month // (months + 1)}"
    return f"{year}-{span.first.month:02}"
