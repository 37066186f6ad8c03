"""What is at risk: in its own words, by the numbers measured, by the plan's dates."""

from collections.abc import Mapping

from carbonroad.compute.reviews.review import Entry, Review
from carbonroad.compute.tracks.track import Track
from carbonroad.views.document import Cell, Column, Line, Row, RowGroup, Span, Table
from carbonroad.views.progress.rows import item_lines, outcome_lines, who_lines
from carbonroad.views.shared.tracks import distance, state_words
from carbonroad.views.shared.words import Words

DOUBTS = ("at-risk", "off-track", "cannot-be-met", "forecast-late", "behind-plan")
"""The lists of a review that are about risks: the first as stated, the others as computed."""


class Risk:
    """An item with the reasons for which it is at risk."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.reasons: list[str] = []


def risks(review: Review) -> list[Risk]:
    """Return what is at risk for any reason, each item once, what is stated first, then by day."""
    found: dict[str, Risk] = {}
    for name in DOUBTS:
        for one in review.lists[name]:
            found.setdefault(one.item.ref, Risk(one)).reasons.append(name)
    return list(found.values())


def risk_table(words: Words, found: list[Risk], *, whole: bool) -> Table:
    """Return what is at risk, with the reasons."""
    w = words.w
    tracks = words.facts.item_tracks
    columns = (
        Column(w("Item"), "head"),
        Column(w("Why"), "why"),
        Column(w("Owner or lead"), "who"),
        Column(w("Status"), "status"),
    )
    rows = tuple(
        Row(
            (
                Cell(item_lines(words, one.entry.item, whole=whole)),
                Cell(tuple(_reason(words, one, name, tracks) for name in one.reasons)),
                Cell(who_lines(words, one.entry.item)),
                Cell(outcome_lines(words, one.entry)),
            ),
            one.entry.item.ref,
            "",
            (f"s-{one.entry.state}",),
        )
        for one in found
    )
    return Table(columns, (RowGroup("", rows),), w("At risk"), "pr entries", cards=True)


def reason(words: Words, one: Risk, name: str, tracks: Mapping[str, tuple[Track, ...]]) -> str:
    """Return one reason in words."""
    w, item = words.w, one.entry.item
    if name == "at-risk":
        return w("reported as at risk")
    if name == "off-track":
        return next(_behind(words, track) for track in tracks[item.ref] if track.state == "off-track")
    activity = words.facts.schedule.activities[item.ref]
    if name == "cannot-be-met":
        short = -(activity.total_float_days or 0)
        return w.plural("cannot be met: {n} day short", "cannot be met: {n} days short", short)
    if name == "forecast-late":
        late = words.facts.forecast.items[item.ref].missed_days
        return w.plural(
            "forecast to miss its deadline by {n} day", "forecast to miss its deadline by {n} days", late
        )
    finish = activity.early_finish
    return w("planned to finish on {day}", day="…" if finish is None else words.day(finish))


def _reason(words: Words, one: Risk, name: str, tracks: Mapping[str, tuple[Track, ...]]) -> Line:
    return (Span(reason(words, one, name, tracks)),)


def _behind(words: Words, track: Track) -> str:
    """How far a measured value is behind the straight line to its target."""
    if track.behind is None or track.latest is None:
        return state_words(words, track)
    return words.w(
        "{year}: {value} behind the straight line to the target",
        year=track.latest.year,
        value=distance(words, words.system.items[track.ref], track),
    )
