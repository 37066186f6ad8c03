"""The one indicator that stands for a part: measured now, and what is wanted next."""

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item
from carbonroad.model.items import Actual
from carbonroad.model.roadmap import Part
from carbonroad.views.document import Cell, Line, Span
from carbonroad.views.shared.measured import last_measured
from carbonroad.views.shared.tracks import state_words, to_go, track_of
from carbonroad.views.shared.words import Words


class Headline(NamedTuple):
    """An indicator's coming target and its last measured value."""

    target: Item
    actual: Actual | None


def headlines(words: Words, part: Part) -> list[Headline]:
    """Return each indicator's next target, those of the file's first indicators first."""
    found: list[Headline] = []
    targets = [item for item in words.system.items_of(part.id) if item.indicator is not None and item.listed]
    for indicator in part.indicators:
        coming = [
            item
            for item in targets
            if item.indicator is indicator
            and item.superseded_by is None
            and item.latest is not None
            and item.latest >= words.system.as_of
            and words.facts.standings[item.ref].status != "dropped"
        ]
        if coming:
            first = min(coming, key=lambda item: item.latest or words.system.as_of)
            found.append(Headline(first, last_measured(first)))
    return found


def headline(words: Words, part: Part) -> Headline | None:
    """Return the first indicator with a coming target, one that was measured before all others."""
    found = headlines(words, part)
    return next((one for one in found if one.actual is not None), found[0] if found else None)


def headline_cell(words: Words, found: Headline | None) -> Cell:
    """Return a headline as a cell: name, then measured → wanted, each with its year."""
    if found is None:
        return Cell(((Span(words.w("no coming target"), "small"),),))
    item, actual = found
    wanted = Span(words.value(item), "wanted")
    if actual is None:
        measured, when = Span(words.w("not measured"), "small"), "–"
    else:
        measured, when = Span(words.measured(item, actual), "actual"), words.period(actual.period)
    years = f"{when} → {words.deadline(item)}"
    found_lines: list[Line] = [
        (Span(words.title(item)),),
        (measured, Span(" → "), wanted),
        (Span(years, "small"),),
    ]
    left = track_words(words, item)
    return Cell((*found_lines, *(((Span(left, "small"),),) if left else ())))


def track_words(words: Words, item: Item) -> str:
    """Return what is still to go and whether the straight line is kept; empty where nobody can tell."""
    track = track_of(words, item)
    if track is None or track.state == "undecided":
        return ""
    left = to_go(words, item, track)
    said = [words.w("to go: {amount}", amount=left)] if left else []
    return " · ".join([*said, state_words(words, track)])
