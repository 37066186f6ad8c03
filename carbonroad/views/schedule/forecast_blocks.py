"""The chains by which the forecast misses deadlines."""

from collections.abc import Iterator, Sequence

from carbonroad.compute.forecasting.forecast import Forecasts
from carbonroad.compute.forecasting.missed_chains import MissedChain
from carbonroad.compute.scheduling.paths import Step
from carbonroad.views.document import Block, Column, Row, RowGroup, Table
from carbonroad.views.schedule.path_page import beginning, link_cell
from carbonroad.views.schedule.phrases import cell, iso, item_cell, later, others_words, paragraph
from carbonroad.views.shared.words import Words

_SHOWN = 10


def chain_blocks(words: Words, found: Forecasts, chains: Sequence[MissedChain]) -> Iterator[Block]:
    """Yield each chain with why it begins when it does and what else it makes late, by most days."""
    w = words.w
    for one in chains[:_SHOWN]:
        name = f"{one.item.ref} {words.named(one.item.ref)}"
        if len(one.path.steps) > 1:
            yield paragraph(w("What the forecast of {item} is made of:", item=name))
            yield _table(words, found, one.path.steps)
        said = beginning(words, one.path)
        if said:
            yield paragraph(said, "foot")
        if one.others:
            yield paragraph(others_words(words, one.others))
    if len(chains) > _SHOWN:
        yield paragraph(w("{n} more are in the JSON.", n=len(chains) - _SHOWN), "foot")


def _table(words: Words, found: Forecasts, steps: Sequence[Step]) -> Table:
    w = words.w
    columns = (
        Column(w("Item"), "head"),
        Column(w("Link")),
        Column(w("Days"), "num"),
        Column(w("First day")),
        Column(w("Last day")),
        Column(w("Days later"), "num"),
    )
    rows = tuple(_row(words, found, step) for step in steps)
    return Table(columns, (RowGroup("", rows),), "", "chain")


def _row(words: Words, found: Forecasts, step: Step) -> Row:
    one = found.items[step.ref]
    remark = (words.w("what is left"),) if one.remaining_days else ()
    cells = (
        item_cell(words, step.ref, *remark),
        link_cell(words, step),
        cell("–" if step.duration_days is None else str(step.duration_days)),
        cell(iso(step.start)),
        cell(iso(step.finish)),
        cell("–" if one.later_days is None else later(one.later_days)),
    )
    return Row(cells, step.ref)
