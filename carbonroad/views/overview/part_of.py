"""Targets that the roadmap above divides: what this one takes on of them."""

from collections.abc import Sequence

from carbonroad.base.values.units import parse_unit
from carbonroad.compute.allocation.handed import UNREAD
from carbonroad.compute.allocation.part_of import PartOf, parts_of
from carbonroad.compute.allocation.shares import times_of
from carbonroad.link.family import HandedTarget
from carbonroad.views.document import Cell, Column, Paragraph, Row, RowGroup, Section, Span, Table
from carbonroad.views.overview.parts import as_float, kind_of, value_of
from carbonroad.views.shared.units import digits
from carbonroad.views.shared.values import value_words
from carbonroad.views.shared.words import Words


def part_of_section(words: Words) -> Section | None:
    """Return what this roadmap takes on of what the one above divides; None where nothing is divided."""
    found = parts_of(words.system, words.facts.series)
    if not found:
        return None
    w, family = words.w, words.system.family
    name = family.ancestors[0].part.title.pick(words.lang, words.system.languages)
    link = Span(name, "", f"run:{family.ancestors[0].path}")
    said = w("What the roadmap above divides among its roadmaps, and what this one takes on:")
    blocks = (Paragraph((Span(said), Span(" "), link), "lede"), _above(words, found))
    return Section(w("Part of {parent}", parent=name), blocks, "part-of")


def _above(words: Words, parts: Sequence[PartOf]) -> Table:
    w = words.w
    columns = (
        Column(w("Indicator"), "head"),
        Column(w("Year"), "num"),
        Column(w("The divided target"), "wanted-of"),
        Column(w("This roadmap"), "wanted-of"),
        Column(w("Share"), "num"),
    )
    rows = tuple(_above_row(words, one) for one in parts)
    return Table(
        columns, (RowGroup("", rows),), w("Divided targets of the roadmap above"), "families", cards=True
    )


def _above_row(words: Words, one: PartOf) -> Row:
    value = one.target.value
    whole = one.target.words.strip()
    if value is not None:
        whole = value_words(value, whole, one.indicator.unit, words.w)
    own = words.w("none stated") if one.own is None else _stated(words, one.own)
    if one.others:
        own = words.w("only for {years}", years=times_of(one.others))
    share = "–" if one.share is None else f"{digits(float(round(one.share * 100, 1)))}%"
    title = one.indicator.title.pick(words.lang, words.system.languages)
    texts = (title, str(one.year), whole, own, share)
    return Row(tuple(Cell(((Span(text, "strong" if not n else ""),),)) for n, text in enumerate(texts)))


def _stated(words: Words, target: HandedTarget) -> str:
    """A child's target in its own unit."""
    if target.measure == UNREAD:
        return target.words
    low, high = as_float(target.low), as_float(target.high)
    value = value_of(target.measure, kind_of(target), low, high, target.direction, strive=target.strive)
    return value_words(value, "", parse_unit(target.unit), words.w)
