"""Indicators of the "1" beside those of the fields that name them as their parent."""

from carbonroad.compute.targets.indicator_families import IndicatorFamily, TargetPair, families
from carbonroad.compute.targets.series import Entry, Series
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
from carbonroad.views.shared.values import level_words
from carbonroad.views.shared.words import Words

_VERDICTS = {
    "weaker": "weaker",
    "equal": "equal",
    "stronger": "stronger",
    "undecided": "cannot be told",
    "part": "a part of the whole: not compared",
    "not-comparable": "counts differently: not compared",
    "no-target": "no target to compare",
}


def families_section(words: Words) -> Section | None:
    """Return the section; None where no indicator names a parent."""
    w, found = words.w, families(words.system, words.facts.series)
    if not found:
        return None
    columns = (
        Column(w("Field and its indicator"), "head"),
        Column(w("Year"), "num"),
        Column(w("The “1” wants"), "wanted-of"),
        Column(w("The field wants"), "wanted-of"),
        Column(w("Against the “1”"), "status"),
    )
    groups = tuple(_group(words, family) for family in found)
    said = w("Each field's target stands beside that of the “1” for the same year. Nothing is added up.")
    blocks: tuple[Block, ...] = (
        Paragraph((Span(said),), "lede"),
        Table(columns, groups, w("Indicators of the “1” and of the fields"), "families", cards=True),
    )
    return Section(w("Indicators of the “1” and of the fields"), blocks, "families")


def _group(words: Words, family: IndicatorFamily) -> RowGroup:
    rows = [_row(words, family.parent, child, one) for child, compared in family.children for one in compared]
    return RowGroup(words.text(family.parent.indicator.title), tuple(rows))


def _row(words: Words, parent: Series, child: Series, one: TargetPair) -> Row:
    part = child.ref.partition(".")[0]
    name: tuple[Line, ...] = (
        (Span(words.part_name(child.ref), "strong", f"doc:{part}/roadmap"),),
        (Span(words.text(child.indicator.title), "small"),),
    )
    verdict = Span(words.w(_VERDICTS[one.verdict]), "late-days" if one.verdict == "weaker" else "")
    return Row(
        (
            Cell(name),
            Cell(((Span(str(one.year)),),)),
            Cell((_target(words, one.parent),)),
            Cell((_target(words, one.child), *_converted(words, parent, child, one))),
            Cell(((verdict,),)),
        )
    )


def _target(words: Words, entry: Entry | None) -> tuple[Span]:
    said = words.value(entry.item) if entry is not None and entry.item is not None else ""
    return (Span(said or "–"),)


def _converted(words: Words, parent: Series, child: Series, one: TargetPair) -> tuple[Line, ...]:
    """A level in the parent's unit, where the child counts in another."""
    units = [series.indicator.unit for series in (child, parent)]
    if units[0] == units[1] or one.child is None or one.child.measure != "level":
        return ()
    ends = [end for end in dict.fromkeys((one.low, one.high)) if end is not None]
    if not ends or units[1] is None or units[0] is None or units[0].text == units[1].text:
        return ()
    said = [level_words(units[1], float(end), words.w) for end in ends]
    if _target(words, one.child)[0].words.endswith(said[-1]):
        return ()  # 12亿吨 and 120000万吨 are both said 1.2 billion t
    return ((Span(words.w("= {value}", value=" – ".join(said)), "small"),),)
