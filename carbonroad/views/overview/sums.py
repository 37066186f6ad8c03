"""The sum of the fields: the picture of who contributes what, its table, and what the sum decides."""

from collections.abc import Iterator
from fractions import Fraction

from carbonroad.compute.pathways.contributions import Amount
from carbonroad.compute.pathways.coverage import TargetGap
from carbonroad.views.document import Block, Bullets, Figure, Folded, Paragraph, Section, Span
from carbonroad.views.overview.contribution_table import contribution_table, counted, finding
from carbonroad.views.overview.figures import Figures
from carbonroad.views.overview.wedge_figure import Picture
from carbonroad.views.overview.wedge_plot import NARROW
from carbonroad.views.overview.wedges import make_wedges
from carbonroad.views.shared.undecided import undecided_words
from carbonroad.views.shared.words import Words

_OPEN_ROWS = 16
"""A table of more rows is folded away on a screen."""


def sums_section(words: Words) -> Section | None:
    """Return the section; None where no field states a pathway."""
    w, balance = words.w, words.facts.balance
    if not balance.added and not balance.left_out:
        return None
    found = words.facts.contributions
    blocks = list(_added(words)) if balance.added else []
    open_ = [undecided_words(words, one) for one in balance.undecided]
    if found.undecided is not None:
        open_.append(undecided_words(words, found.undecided))
    if open_:
        blocks.append(Paragraph((Span(w("Not decided by the data"), "strong"),), "over"))
        blocks.append(Bullets(tuple((Span(line),) for line in dict.fromkeys(open_))))
    return Section(w("The fields and the whole"), tuple(blocks), "sums")


def _added(words: Words) -> Iterator[Block]:
    """The picture, its table, and what the sum decides."""
    balance, found = words.facts.balance, words.facts.contributions
    wedges = make_wedges(balance, found)
    figures = Figures(words, balance, max((abs(one) for one in _levels(words)), default=Fraction(0)))
    if wedges is not None:
        said = finding(words, found, wedges.step, figures)
        picture = Picture(words, balance, found, wedges)
        summary = words.sentences((said, *_against(words), *_in_words(words, figures)))
        yield Figure(picture.wide(said, summary), "", "wedges", narrow=picture.scene(NARROW, said, summary))
        table = contribution_table(words, found, figures)
        rows = sum(len(group.rows) for group in table.groups)
        yield table if rows <= _OPEN_ROWS else Folded(words.w("What each field contributes"), (table,))
    yield Bullets(tuple((Span(line),) for line in _decided(words, figures)))


def _levels(words: Words) -> Iterator[Fraction]:
    balance = words.facts.balance
    for step in words.facts.contributions.steps:
        yield step.whole.before.middle
        yield step.whole.after.middle
    yield from balance.sums.middle.values


def _against(words: Words) -> Iterator[str]:
    """What the changes are measured against."""
    w, found = words.w, words.facts.contributions
    if found.against == "reference":
        yield w("Each field is measured against its own reference: what current policy would give.")
    elif found.steps:
        yield w(
            "Each field is measured against its level of {year}, the last year in which all were measured.",
            year=found.steps[0].first,
        )


def _in_words(words: Words, figures: Figures) -> Iterator[str]:
    """The picture's numbers in words, for those who do not see it."""
    w, step = words.w, words.facts.contributions.main
    if step is None:
        return
    titles = {part.id: words.text(part.title) for part in words.system.industries}
    values = [
        w("{name}: {value}", name=titles[one.industry], value=figures.change(one.change))
        for one in step.parts
    ]
    yield w("{list}.", list=words.listing(values))
    yield w(
        "{who}: {before} → {after}.",
        who=counted(words, step),
        before=figures.amount(step.whole.before),
        after=figures.with_unit(figures.amount(step.whole.after)),
    )


def _decided(words: Words, figures: Figures) -> Iterator[str]:
    w, balance = words.w, words.facts.balance
    yield from _against(words)
    if any(m.envelope.open for m in balance.added):
        yield w("Where a target is a range, its middle is drawn and the band shows both ends.")
    measured = balance.measured
    if measured is not None:
        yield w(
            "Measured in {year}: all fields {total}, the “1” {whole}; the fields cover {share}.",
            year=measured.year,
            total=figures.plain(measured.total),
            whole=figures.with_unit(figures.plain(measured.whole)),
            share=figures.percent(measured.share * 100),
        )
    for gap in balance.gaps:
        yield _gap(words, gap, figures)
    peaks = balance.peak_years
    if peaks:
        yield _peak(words, peaks, lasts=balance.peak_lasts)
    if balance.neutral_year is not None:
        yield w("From {year} on the sum is not above zero.", year=balance.neutral_year)
    if balance.relapses:
        years = words.listing(str(year) for year in balance.relapses)
        yield w("Before that it rises above zero again in {years}.", years=years)
    yield w(
        "Between stated years a straight line is taken. The fields are taken as separate: nothing here looks"
        " for what two of them both count."
    )


def _peak(words: Words, peaks: tuple[int, ...], *, lasts: bool) -> str:
    w = words.w
    if lasts:
        return w(
            "The sum is highest in {year}; the ranges leave open until when it stays there.", year=peaks[0]
        )
    if len(peaks) == 1:
        return w("The sum is highest in {year}.", year=peaks[0])
    if peaks[-1] - peaks[0] == len(peaks) - 1:
        return w(
            "The sum is highest from {first} to {last}: it no longer grows from {first} on and falls after"
            " {last}.",
            first=peaks[0],
            last=peaks[-1],
        )
    years = words.listing(str(year) for year in peaks)
    return w("The sum is equally high in {years}; after {last} it is lower.", years=years, last=peaks[-1])


def _gap(words: Words, gap: TargetGap, figures: Figures) -> str:
    total = _span(gap.total, gap.total_low, gap.total_high)
    top = _span(gap.top, gap.top_low, gap.top_high)
    apart = {"above": total.low - top.high, "below": top.low - total.high}.get(gap.verdict, Fraction(0))
    return words.w(
        _VERDICTS[gap.verdict],
        year=gap.year,
        total=figures.amount(total),
        top=figures.amount(top),
        apart=figures.plain(apart),
    )


def _span(middle: float, low: float, high: float) -> Amount:
    return Amount(*(Fraction(repr(float(one))) for one in (middle, low, high)))


_VERDICTS = {
    "within": "Targets for {year}: the fields add up to {total}, the “1” states {top}: within rounding.",
    "above": "Targets for {year}: the fields add up to {total}, {apart} more than the {top} of the “1”.",
    "below": "Targets for {year}: the fields add up to {total}, {apart} less than the {top} of the “1”.",
    "kept": "Targets for {year}: the fields add up to {total}, not more than the {top} of the “1”.",
    "undecided": "Targets for {year}: the fields add up to {total}, the “1” states {top}; the ranges"
    " leave open whether that is enough.",
}
