"""Measured values against the straight line to the next target of each indicator."""

from collections.abc import Iterable

from carbonroad.compute.tracks.track import Point, Track
from carbonroad.link.system import Item
from carbonroad.model.roadmap import TOP
from carbonroad.views.document import Cell, Column, Line, Row, RowGroup, Span, Table
from carbonroad.views.shared.places import item_link
from carbonroad.views.shared.selection import by_day
from carbonroad.views.shared.tracks import distance, level_of, state_words, to_go, yearly
from carbonroad.views.shared.words import Words

_TONES = {"met": "st-done", "on-track": "st-done", "off-track": "st-late"}


def leading_tracks(words: Words, items: Iterable[Item], *, whole: bool) -> tuple[list[Track], int]:
    """Return the tracks that a statement shows, by day, and of how many indicators nothing can be said.

    Of the whole roadmap they are those of its top file, and what is off the line in any field.

    Args:
        words: The system in the page's language.
        items: What is asked about, with the targets that a milestone stands for.
        whole: Whether the statement is about the whole roadmap.
    """
    tracks = words.facts.next_tracks
    found = [tracks[item.ref] for item in by_day(words, items) if item.ref in tracks]
    leading = whole and words.system.has_top
    shown = [
        track
        for track in found
        if track.state != "undecided"
        and (not leading or track.state == "off-track" or track.ref.startswith(f"{TOP}."))
    ]
    return shown, sum(track.state == "undecided" for track in found)


def measured_table(words: Words, tracks: Iterable[Track], *, whole: bool) -> Table:
    """Return where each indicator stands against the straight line to its next target."""
    w = words.w
    columns = (
        Column(w("Indicator and next target"), "head"),
        Column(w("Line begins"), "when"),
        Column(w("Last measured"), "when"),
        Column(w("The line then"), "when"),
        Column(w("Still to go"), "when"),
        Column(w("Verdict"), "status"),
    )
    rows = tuple(_row(words, track, whole=whole) for track in tracks)
    return Table(columns, (RowGroup("", rows),), w("Measured against the line"), "pr measured", cards=True)


def _row(words: Words, track: Track, *, whole: bool) -> Row:
    item = words.system.items[track.ref]
    verdict: Line = (Span(state_words(words, track), f"st {_TONES.get(track.state, '')}".strip()),)
    return Row(
        (
            Cell(_head(words, item, whole=whole)),
            Cell(_point(words, item, track, track.start)),
            Cell(_point(words, item, track, track.latest)),
            Cell(_expected(words, item, track)),
            Cell(_to_go(words, item, track)),
            Cell((verdict, *_distance(words, item, track))),
        ),
        track.ref,
    )


def _head(words: Words, item: Item, *, whole: bool) -> tuple[Line, ...]:
    lines: list[Line] = [
        (Span(words.title(item), "strong", item_link(item)),),
        (Span(f"{words.value(item)} · {words.deadline(item)}", "wanted"),),
    ]
    if whole:
        lines.append((Span(words.part_name(item.ref), "small"),))
    return tuple(lines)


def _point(words: Words, item: Item, track: Track, point: Point | None) -> tuple[Line, ...]:
    if point is None:
        return ()
    value = Span(level_of(words, item, track, float(point.value)))
    return ((value,), (Span(words.w("{year}", year=point.year), "small"),))


def _expected(words: Words, item: Item, track: Track) -> tuple[Line, ...]:
    """The line's level, with as many digits as a reader can use: it was computed, not measured."""
    if track.expected is None:
        return ()
    return ((Span(level_of(words, item, track, float(f"{float(track.expected):.3g}"))),),)


def _to_go(words: Words, item: Item, track: Track) -> tuple[Line, ...]:
    """What is still to go, and how much a year that is."""
    left = to_go(words, item, track)
    if not left:
        return ()
    lines: list[Line] = [(Span(left),)]
    if track.required_per_year is not None:
        change = yearly(words, item, track, track.required_per_year)
        lines.append((Span(words.w("{value} a year", value=change), "small"),))
    return tuple(lines)


def _distance(words: Words, item: Item, track: Track) -> tuple[Line, ...]:
    if not track.behind or track.state == "met":
        return ()
    english = "{value} behind" if track.behind > 0 else "{value} ahead"
    return ((Span(words.w(english, value=distance(words, item, track)), "note"),),)
