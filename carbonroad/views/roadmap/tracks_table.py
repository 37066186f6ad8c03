"""Where the targets stand: measured, asked for, to go, needed a year, against the straight line."""

from collections.abc import Iterator

from carbonroad.compute.item_state import is_void
from carbonroad.compute.tracks.track import Track
from carbonroad.link.system import Item
from carbonroad.views.document import Cell, Column, Line, Row, RowGroup, Span, Table
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.tracks import (
    distance,
    goal_level,
    level_of,
    moment,
    rate,
    state_words,
    to_go,
    yearly,
    years_ahead,
    years_so_far,
)
from carbonroad.views.shared.undecided import undecided_words


def tracks_table(subject: Subject) -> Table | None:
    """Return the targets of the page for which something was measured; None without any."""
    w = subject.w
    rows = tuple(_row(subject, item, track) for item, track in _tracked(subject))
    if not rows:
        return None
    columns = (
        Column(w("target"), "wide"),
        Column(w("measured"), "narrow"),
        Column(w("to go"), "num"),
        Column(w("needed a year")),
        Column(w("straight line")),
        Column(w("first met"), "num"),
    )
    caption = w("Targets against the straight line")
    return Table(columns, (RowGroup("", rows),), caption, "tracks", cards=True)


def _tracked(subject: Subject) -> Iterator[tuple[Item, Track]]:
    for item in subject.items:
        track = subject.facts.tracks.get(item.ref)
        if track is not None and track.latest is not None and not is_void(item):
            yield item, track


def _row(subject: Subject, item: Item, track: Track) -> Row:
    w = subject.w
    level = goal_level(subject, item, track)
    link = Span(subject.name(item), "", subject.row_of(item))
    name: list[Line] = [(link, Span(f" · {subject.key(item)}", "small"))]
    if level:
        name.append((Span(level, "small"),))
    line: list[Line] = [(Span(state_words(subject, track)),)]
    if track.expected is not None and track.behind is not None and track.state in ("on-track", "off-track"):
        line.append((Span(_against(subject, item, track), "small"),))
    if track.missing is not None:
        line.append((Span(undecided_words(subject, track.missing), "small"),))
    left = to_go(subject, item, track)
    return Row(
        (
            Cell(tuple(name)),
            Cell(_measured(subject, item, track)),
            Cell(((Span(left or "–"),),)),
            Cell(_needed(subject, item, track)),
            Cell(tuple(line)),
            Cell(((Span("–" if track.first_met is None else w("{year}", year=track.first_met)),),)),
        )
    )


def _measured(subject: Subject, item: Item, track: Track) -> tuple[Line, ...]:
    """The latest number and its year; a total says since when it adds up."""
    w, latest = subject.w, track.latest
    if latest is None:
        return ()
    said = level_of(subject, item, track, float(latest.value))
    when = moment(subject, latest)
    if track.counts == "total" and track.start is not None:
        when = w("{first}–{last}", first=track.start.year + 1, last=latest.year)
    if latest.estimate:
        when = w("{value} (estimate)", value=when)
    return ((Span(said),), (Span(when, "small"),))


def _needed(subject: Subject, item: Item, track: Track) -> tuple[Line, ...]:
    """The change a year from the latest value to the goal, below it as a rate, and the one so far."""
    change, w = track.required_per_year, subject.w
    if change is None:
        return ((Span("–"),),)
    said, years = rate(item, track), years_ahead(subject, track)
    below = [w("{years}: {rate} a year", years=years, rate=said) if said else years]
    if track.pace is not None:
        pace = yearly(subject, item, track, track.pace)
        below.append(w("so far {amount} a year, {years}", amount=pace, years=years_so_far(subject, track)))
    lines: list[Line] = [(Span(yearly(subject, item, track, change)),)]
    return (*lines, *((Span(one, "small"),) for one in below))


def _against(subject: Subject, item: Item, track: Track) -> str:
    """How far the latest number is off the line: behind it or ahead of it."""
    if not track.behind:
        return subject.w("exactly on it")
    english = "{amount} behind" if track.behind > 0 else "{amount} ahead"
    return subject.w(english, amount=distance(subject, item, track))
