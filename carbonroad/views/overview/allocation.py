"""Targets divided among the roadmaps below: what each of them takes on, and whether it is enough."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value_words import ValueKind
from carbonroad.compute.allocation.allocated import Allocated
from carbonroad.compute.allocation.shares import Share, times_of
from carbonroad.model.text import Text
from carbonroad.views.document import (
    Block,
    Cell,
    Column,
    Line,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Span,
    Table,
)
from carbonroad.views.overview.parts import as_float, kind_of, value_of
from carbonroad.views.shared.units import digits, unit_name
from carbonroad.views.shared.values import value_words
from carbonroad.views.shared.words import Words

_MOST = 40
"""Roadmaps that a table shows; of more, those without a number and the largest parts."""
_OPEN = {
    "absent": "not in this run",
    "unknown": "no such roadmap",
    "missing": "none stated",
    "incomplete": "file not read",
    "unit": "another unit",
    "unread": "not understood",
    "change": "base year's level not known",
    "several": "more than one",
    "side": "bound on the other side",
    "weight": "no weight",
}


def allocation_section(words: Words) -> Section | None:
    """Return what is divided among the roadmaps below; None where nothing is."""
    if not words.facts.allocations:
        return None
    return Section(words.w("Allocation"), tuple(_below(words)), "allocation")


def _below(words: Words) -> Iterator[Block]:
    w = words.w
    found = words.facts.allocations
    count = len(words.system.family.children)
    missed = sum(one.verdict == "missed" for one in found)
    undecided = sum(one.verdict == "undecided" for one in found)
    said = [
        w.plural(
            "{n} target is divided among the roadmaps below.",
            "{n} targets are divided among the roadmaps below.",
            len(found),
        )
    ]
    if missed:
        said.append(w.plural("{n} is not met by its parts.", "{n} are not met by their parts.", missed))
    if undecided:
        said.append(w.plural("{n} is open.", "{n} are open.", undecided))
    said.append(w.plural("{n} roadmap below is in this run.", "{n} roadmaps below are in this run.", count))
    yield Paragraph((Span(words.sentences(said)),), "lede")
    by_indicator: dict[str, list[Allocated]] = {}
    for one in found:
        by_indicator.setdefault(one.indicator.id, []).append(one)
    for several in by_indicator.values():
        yield _table(words, several)


def _table(words: Words, found: Sequence[Allocated]) -> Table:
    """One indicator: a row for each roadmap, a column for each target."""
    w, first = words.w, found[0]
    weighed = first.weighed is not None
    columns = [Column(w("Roadmap"), "head")]
    columns += [
        Column(words.key(one.entry.item) if one.entry.item else one.entry.key, "wanted-of") for one in found
    ]
    if weighed:
        columns.append(Column(_weight_heading(words, first), "num"))
    shown, left = _chosen(found)
    rows = [_child_row(words, found, index, weighed=weighed) for index in shown]
    if left:
        rest = w.plural("{n} more roadmap", "{n} more roadmaps", len(left))
        rows.append(_row(((Span(rest, "small"),),), [()] * (len(columns) - 1)))
    rows += _closing(words, found, len(columns) - 1)
    title = words.text(first.indicator.title)
    return Table(tuple(columns), (RowGroup(title, tuple(rows)),), title, "families", cards=True)


def _chosen(found: Sequence[Allocated]) -> tuple[list[int], list[int]]:
    """The places of the roadmaps that are shown, and of those that are not."""
    every = list(range(len(found[0].shares)))
    if len(every) <= _MOST:
        return every, []

    def rank(place: int) -> tuple[bool, float]:
        shares = [one.shares[place] for one in found]
        largest = max(abs(as_float(share.low or share.high) or 0.0) for share in shares)
        return all(not share.why for share in shares), -largest

    ranked = sorted(every, key=rank)
    return sorted(ranked[:_MOST]), ranked[_MOST:]


def _child_row(words: Words, found: Sequence[Allocated], place: int, *, weighed: bool) -> Row:
    child = found[0].shares[place].child
    handed = child.handed
    title = (
        child.name
        if handed is None
        else Text(handed.title).pick(words.lang, words.system.languages) or child.name
    )
    name: Line = (Span(title, "strong", "" if handed is None else f"run:{handed.path}"),)
    cells: list[Line] = [_share(words, one, one.shares[place]) for one in found]
    if weighed:
        weight = found[0].shares[place].weight
        cells.append((Span("–" if weight is None else digits(as_float(weight) or 0.0)),))
    return _row((name,), cells)


def _row(name: tuple[Line, ...], cells: Sequence[Line]) -> Row:
    return Row((Cell(name), *(Cell((line,)) for line in cells)))


def _share(words: Words, one: Allocated, share: Share) -> Line:
    target = share.target
    if share.others:
        return (Span(words.w("only for {years}", years=times_of(share.others)), "small"),)
    if target is None or (share.low is None and share.high is None):
        return (Span(words.w(_OPEN[share.why or "missing"]), "small"),)
    return (Span(_amount(words, one, kind_of(target), share.low, share.high, strive=target.strive)),)


def _closing(words: Words, found: Sequence[Allocated], width: int) -> Iterator[Row]:
    """What the parts come to, what is wanted, and whether that is met."""
    w = words.w
    mean = found[0].weighed is not None
    empty: list[Line] = [()] * (width - len(found))
    totals: list[Line] = [(Span(_total(words, one), "strong"),) for one in found]
    yield _row(((Span(w("Weighted mean") if mean else w("Sum")),),), [*totals, *empty])
    wanted: list[Line] = [
        (Span(words.value(one.entry.item) if one.entry.item else one.entry.value.words),) for one in found
    ]
    yield _row(((Span(w("Wanted")),),), [*wanted, *empty])
    verdicts: list[Line] = [(_verdict(words, one),) for one in found]
    yield _row(((Span(w("Verdict")),),), [*verdicts, *empty])


def _total(words: Words, one: Allocated) -> str:
    if one.low is None and one.high is None:
        return "–"
    kind: ValueKind = "at-least" if one.high is None else "at-most" if one.low is None else "range"
    return _amount(words, one, "exact" if one.low == one.high else kind, one.low, one.high)


def _verdict(words: Words, one: Allocated) -> Span:
    w = words.w
    if one.verdict == "met":
        return Span(w("met"))
    if one.verdict == "undecided":
        counted = w("open: {n} of {all} counted", n=len(one.counted), all=len(one.shares))
        return Span(counted if len(one.counted) < len(one.shares) else w("open"))
    if not one.gap:
        return Span(w("not quite met"), "late-days")
    size = as_float(abs(one.gap))
    value = value_of("points" if one.in_points else one.terms, "exact", size, size, 0)
    gap = value_words(value, "", one.indicator.unit, w)
    more = w("{gap} too much", gap=gap) if one.is_too_much else w("{gap} too little", gap=gap)
    return Span(more, "late-days")


def _weight_heading(words: Words, one: Allocated) -> str:
    w, weighed = words.w, one.weighed
    if weighed is None or not weighed.indicator:
        return w("Weight")
    top = words.system.top
    titles = {known.id: words.text(known.title) for known in (top.indicators if top is not None else ())}
    name = titles.get(weighed.indicator, weighed.indicator)
    if weighed.year is None:
        return name
    heading, unit = f"{name} {weighed.year}", unit_name(parse_unit(weighed.unit), w)
    return w("{name} ({unit})", name=heading, unit=unit) if unit else heading


def _amount(
    words: Words,
    one: Allocated,
    kind: ValueKind,
    low: Fraction | None,
    high: Fraction | None,
    *,
    strive: bool = False,
) -> str:
    direction = one.entry.value.direction
    value = value_of(one.terms, kind, as_float(low), as_float(high), direction, strive=strive)
    return value_words(value, "", one.indicator.unit, words.w)
