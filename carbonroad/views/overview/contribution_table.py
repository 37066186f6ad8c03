"""Who contributes what, as a table and as a sentence."""

from fractions import Fraction

from carbonroad.compute.pathways.contributions import Amount, Contribution, Contributions, Step
from carbonroad.views.document import Cell, Column, Row, RowGroup, Span, Table
from carbonroad.views.overview.figures import Figures
from carbonroad.views.shared.words import Words

_TELLING = Fraction(1, 4)
"""A part of the change that is worth a headline of its own."""
_LEADS = {
    (False, True): "{name} carries {share} of the fall to {year}.",
    (False, False): "{name} carries {share} of the rise to {year}.",
    (True, True): "{name} carries {share} of the cut below current policy in {year}.",
    (True, False): "{name} carries {share} of the excess over current policy in {year}.",
}
_FEW = {
    (False, True): "{n} of {all} fields carry {share} of the fall to {year}.",
    (False, False): "{n} of {all} fields carry {share} of the rise to {year}.",
    (True, True): "{n} of {all} fields carry {share} of the cut below current policy in {year}.",
    (True, False): "{n} of {all} fields carry {share} of the excess over current policy in {year}.",
}
_TOGETHER = {
    (False, True): "{who} together fall by {size} to {year}.",
    (False, False): "{who} together rise by {size} to {year}.",
    (True, True): "{who} together are {size} below current policy in {year}.",
    (True, False): "{who} together are {size} above current policy in {year}.",
}
_ALONE = {
    (False, True): "{who} falls by {size} to {year}.",
    (False, False): "{who} rises by {size} to {year}.",
    (True, True): "{who} is {size} below current policy in {year}.",
    (True, False): "{who} is {size} above current policy in {year}.",
}


def contribution_table(words: Words, found: Contributions, figures: Figures) -> Table:
    """Return each field's level before and after, its change and its part, for each year with targets."""
    w = words.w
    reference = found.against == "reference"
    columns = (
        Column(w("Field"), "head"),
        Column(w("Current policy") if reference else w("Before"), "num"),
        Column(w("Target"), "num"),
        Column(w("Change of level"), "num"),
        Column(w("In percent"), "num"),
        Column(w("Part of all"), "num"),
    )
    titles = {part.id: words.text(part.title) for part in words.system.industries}
    groups = []
    for step in found.steps:
        rows = [
            _row(figures, one, step.whole, Span(titles[one.industry], "", f"doc:{one.industry}/roadmap"))
            for one in step.parts
        ]
        rows.append(_row(figures, step.whole, step.whole, Span(counted(words, step), "strong")))
        rows += [_lacking(words, titles[one.industry], one.years) for one in step.lacking]
        span = str(step.year) if reference else f"{step.first} → {step.year}"
        groups.append(RowGroup(f"{span} · {figures.unit}" if figures.unit else span, tuple(rows)))
    return Table(columns, tuple(groups), w("What each field contributes"), "contributions")


def _row(figures: Figures, one: Contribution, whole: Contribution, name: Span) -> Row:
    look = "strong" if one is whole else ""
    said = (
        figures.amount(one.before),
        figures.amount(one.after),
        figures.change(one.change),
        figures.percents(one),
        figures.share(one, whole),
    )
    return Row((Cell(((name,),)), *(Cell(((Span(text, look),),)) for text in said)))


def _lacking(words: Words, name: str, years: str) -> Row:
    said = words.w("not counted: no value for {years}", years=years)
    empty = (Cell(((Span("–", "small"),),)),) * 4
    return Row((Cell(((Span(name),), (Span(said, "small"),))), Cell(((Span("–", "small"),),)), *empty))


def counted(words: Words, step: Step) -> str:
    """Return whom a step adds up: all fields that state a pathway, or how many of them."""
    balance = words.facts.balance
    n, every = len(step.parts), len(balance.added) + len(balance.left_out)
    return words.w("All fields") if n == every else words.w("{n} of {all} fields", n=n, all=every)


def finding(words: Words, found: Contributions, step: Step, figures: Figures) -> str:
    """Return the sentence that the picture shows: who carries most, or where the sum goes."""
    w, whole = words.w, step.whole.change
    reference, year = found.against == "reference", step.year
    leader = next((one for one in step.parts if one.industry == step.leader), None)
    if leader is not None and len(step.parts) > 1 and leader.share and leader.share <= 1 and not whole.open:
        title = _title(words, step.leader)
        if leader.share >= _TELLING:
            share = figures.percent(leader.share * 100)
            return w(_LEADS[reference, whole.middle < 0], name=title, share=share, year=year)
        count, sum_ = _half(step)
        share = figures.percent(sum_ * 100)
        return w(_FEW[reference, whole.middle < 0], n=count, all=len(step.parts), share=share, year=year)
    if whole.low < 0 < whole.high:
        return w("Whether emissions fall or rise to {year}, the ranges leave open.", year=year)
    alone = len(step.parts) == 1
    who = _title(words, step.parts[0].industry) if alone else counted(words, step)
    if not whole.open and not whole.middle:
        level = figures.with_unit(figures.amount(step.whole.after))
        if alone:
            return w("{who} stays at {level} to {year}.", who=who, level=level, year=year)
        return w("{who} together stay at {level} to {year}.", who=who, level=level, year=year)
    ends = sorted((abs(whole.low), abs(whole.high)))
    size = figures.with_unit(figures.amount(Amount(abs(whole.middle), *ends)))
    return w((_ALONE if alone else _TOGETHER)[reference, whole.middle < 0], who=who, size=size, year=year)


def _title(words: Words, industry: str) -> str:
    return next(words.text(part.title) for part in words.system.industries if part.id == industry)


def _half(step: Step) -> tuple[int, Fraction]:
    """How many of the largest parts make up half of the change, and how much of it they are."""
    shares = sorted((one.share or Fraction(0) for one in step.parts), reverse=True)
    found = Fraction(0)
    for count, share in enumerate(shares, 1):
        found += share
        if found >= Fraction(1, 2):
            return count, found
    return len(shares), found
