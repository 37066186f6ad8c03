"""What is said where no work states a duration: the controlling orders, and the days between deadlines."""

from collections.abc import Sequence

from carbonroad.compute.scheduling.controlling import Between, is_goal
from carbonroad.compute.scheduling.paths import Path, Paths
from carbonroad.views.document import Block, Column, Document, Row, RowGroup, Section, Table
from carbonroad.views.schedule.outside import outside_sections
from carbonroad.views.schedule.path_page import chain_table
from carbonroad.views.schedule.phrases import (
    cell,
    days_of,
    iso,
    item_cell,
    link_words,
    page,
    paragraph,
    signed,
)
from carbonroad.views.shared.words import Words

_SHOWN = 15


def order_document(words: Words, paths: Paths, parts: Sequence[str]) -> Document:
    """Return the page of the controlling orders."""
    w = words.w
    orders = paths.orders(parts)
    links = sorted(
        (one for one in paths.links if not parts or one.target.partition(".")[0] in parts),
        key=lambda one: (one.days, one.link.basis == "implied", one.index),
    )
    sections = [_order_section(words, path) for path in orders]
    if links:
        sections.append(Section(w("Days between deadlines, fewest first"), _link_blocks(words, paths, links)))
    sections += outside_sections(words, parts)
    hint = w("A work that states takes: 9 months, or start and finish, gets dates and floats.")
    sections.append(Section("", (paragraph(hint, "foot"),)))
    return page(words, w("schedule"), words.sentences(_finding(words, orders, links)), sections)


def _order_section(words: Words, path: Path) -> Section:
    w, item = words.w, f"{path.ref} {words.named(path.ref)}"
    goal = is_goal(words.system.items[path.ref])
    heading = w(
        "Controlling order to the goal {item}" if goal else "Longest controlling order: to {item}", item=item
    )
    blocks: list[Block] = [chain_table(words, path)]
    if path.equals:
        blocks.append(paragraph(w("Equally near: {items}", items=words.listing(path.equals)), "foot"))
    return Section(heading, tuple(blocks))


def _link_blocks(words: Words, paths: Paths, links: Sequence[Between]) -> tuple[Block, ...]:
    w = words.w
    columns = (
        Column(w("This"), "head"),
        Column(w("waits for")),
        Column(w("Link")),
        Column(w("Deadlines")),
        Column(w("Days"), "num"),
    )
    rows = [
        Row(
            (
                item_cell(words, one.target, *((w("out of order"),) if one.days < 0 else ())),
                item_cell(words, one.source),
                cell(link_words(words, one.link), w("implied") if one.link.basis == "implied" else ""),
                cell(*(iso(paths.day(ref)) for ref in (one.source, one.target))),
                cell(signed(one.days)),
            ),
            one.target,
        )
        for one in links[:_SHOWN]
    ]
    table = Table(columns, (RowGroup("", tuple(rows)),), "", "between", cards=True)
    if len(links) <= _SHOWN:
        return (table,)
    return (table, paragraph(w("{n} more are in the JSON.", n=len(links) - _SHOWN), "foot"))


def _finding(words: Words, orders: Sequence[Path], links: Sequence[Between]) -> list[str]:
    w = words.w
    said = [w("No work states how long it takes, so there are no dates and floats to compute.")]
    if not links:
        return [*said, w("No order is stated between two dated items either.")]
    said.append(
        w.plural(
            "What decides is the order of deadlines: {n} link between dated items.",
            "What decides is the order of deadlines: {n} links between dated items.",
            len(links),
        )
    )
    wrong = sum(one.days < 0 for one in links)
    if wrong:
        said.append(w.plural("{n} of them is out of order.", "{n} of them are out of order.", wrong))
    if orders:
        longest = max(orders, key=lambda path: len(path.steps))
        said.append(
            w(
                "The longest stated chain leads to {item}: {days} from its first deadline to its last.",
                item=longest.ref,
                days=days_of(words, sum(step.days or 0 for step in longest.steps)),
            )
        )
    return said
