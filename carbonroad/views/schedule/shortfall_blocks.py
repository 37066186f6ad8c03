"""Days that cannot be kept: the chain that makes it so, and where the days can be found."""

from collections.abc import Iterator, Sequence

from carbonroad.compute.shortfalls.remedies import Remedy
from carbonroad.compute.shortfalls.shortfalls import Shortfall
from carbonroad.views.document import Block, Paragraph, Section, Span
from carbonroad.views.schedule.path_page import chain_table, mend_bullets
from carbonroad.views.schedule.phrases import beside_words, days_of, others_words, paragraph
from carbonroad.views.shared.words import Words

_SHOWN = 10


def shortfall_section(words: Words, found: Sequence[Shortfall]) -> Section:
    """Return the section of what cannot be kept, by most days short."""
    w = words.w
    blocks = [block for one in found[:_SHOWN] for block in _blocks(words, one)]
    if len(found) > _SHOWN:
        blocks.append(paragraph(w("{n} more are in the JSON.", n=len(found) - _SHOWN), "foot"))
    return Section(w("What cannot be kept"), tuple(blocks), "short")


def _blocks(words: Words, one: Shortfall) -> Iterator[Block]:
    w = words.w
    values = {
        "item": one.ref,
        "name": words.named(one.ref),
        "day": one.latest.isoformat(),
        "comes": one.comes.isoformat(),
    }
    if one.fixed:
        said = w("{item} {name} is stated to start on {day}; what it waits for allows {comes}:", **values)
    else:
        said = w("{item} {name} is due on {day} and comes on {comes}:", **values)
    short = w("{days} short.", days=days_of(words, one.days))
    yield Paragraph((Span(said), Span(" " if w(": ") == ": " else ""), Span(short, "bad")))
    yield chain_table(words, one.path)
    if one.others:
        yield paragraph(others_words(words, one.others))
    if one.beside:
        yield paragraph(beside_words(words, one.beside))
    yield paragraph(w("Where the days can be found:"))
    yield mend_bullets([_remedy(words, one, remedy) for remedy in one.remedies])


def _remedy(words: Words, one: Shortfall, remedy: Remedy) -> str:
    w = words.w
    day = "" if remedy.day is None else remedy.day.isoformat()
    if remedy.where == "deadline":
        return w("a later deadline for {item}: {day}", item=remedy.ref, day=day)
    if remedy.where == "fixed":
        return w("a later start for {item}: {day}", item=remedy.ref, day=day)
    taken = min(one.days, remedy.days)
    values = {"item": remedy.ref, "all": days_of(words, remedy.days), "taken": days_of(words, taken)}
    if remedy.where == "work":
        said = w("{item} takes {all}: {taken} less", **values)
    elif remedy.where == "lag":
        said = w("{item} waits {all} after {other}: {taken} less", other=remedy.other, **values)
    else:
        said = w("{item} begins earlier: {day}", item=remedy.ref, day=day)
    if remedy.left is None:
        return said
    if remedy.left:
        return w("{remedy}, and {days} would still be short", remedy=said, days=days_of(words, remedy.left))
    return w("{remedy} would be enough", remedy=said)
