"""Works of an English sentence: a project that begins and ends, or lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy import words_en as words
from carbonroad.importing.policy.amounts_en import amounts

if TYPE_CHECKING:
    import re

    from carbonroad.importing.policy.parts import When
    from carbonroad.importing.policy.scope import Scope

_SUBJECT_END = lazy_pattern(
    r"\s(?:will|shall|is|are|must|starts?|begins?|commences?|runs?|takes?|lasts?|to\sbe)\b|,|:|\s\("
)
_OPENING = lazy_pattern(
    r"(?:[Cc]onstruction|[Bb]uilding|[Ww]orks?|[Ii]mplementation)\s(?:works?\s)?(?:of|on"
    r"|for)\s(?:the\s)?|[Tt]he\s"
)


def read_work(scope: Scope, start: int, end: int, whens: list[When]) -> int:
    """Read a sentence as a work; return where what belongs to it ends, `start` where it is none."""
    masked = scope.masked
    lasts = words.LASTS.search(masked, start, end)
    opening = _near(masked, whens, words.STARTS, start, end)
    ending = _near(masked, [when for when in whens if when is not opening], words.ENDS, start, end)
    period = next((when for when in whens if when.deadline and when.deadline.kind == "during"), None)
    ranged = period is not None and bool(
        period.deadline and not period.deadline.periods and period.deadline.span
    )
    project = bool(words.PROJECT.search(masked, start, end)) and not any(
        one.unit for one in amounts(masked, start, end)
    )
    timed = bool(opening and ending and not _is_later(opening, ending))
    if not timed and not (lasts and project) and not (ranged and project and period and _is_span(period)):
        return start
    title = _title(scope, start, end, whens)
    if not title:
        scope.doubt("sentence-unclear", start, end)
        return end
    when = ending if timed else (period or (whens[0] if whens else None))
    if lasts and opening and not ending:
        when = None
    item = scope.add("work", title, start, end, when)
    if opening and opening.deadline is None and (timed or lasts):
        scope.doubt("deadline-unreadable", opening.start, opening.end)
    scope.items[-1] = item._replace(
        start=opening.words if opening and (timed or lasts) else "",
        finish=ending.words if timed and ending else "",
        takes=lasts["takes"] if lasts else "",
    )
    return end


def _is_later(opening: When, ending: When) -> bool:
    """Whether a start lies behind an end, so that the two are no start and end of one thing."""
    if opening.deadline is None or ending.deadline is None or opening.deadline.span is None:
        return opening.start > ending.start
    latest = ending.deadline.latest
    return latest is not None and opening.deadline.span.first > latest


def _is_span(when: When) -> bool:
    """Whether the words name two dates and no single quarter or half."""
    span = when.deadline.span if when.deadline else None
    if span is None:
        return False
    return span.first.year < span.last.year or (span.last.month - span.first.month) not in (0, 2, 5, 11)


def _near(masked: str, whens: list[When], verbs: re.Pattern[str], start: int, end: int) -> When | None:
    """The date that stands right behind a verb, or in the same clause before it."""
    for place, when in enumerate(whens):
        before = whens[place - 1].end if place else start
        if verbs.search(masked, max(before, when.start - 40), when.start):
            return when
        limit = whens[place + 1].start if place + 1 < len(whens) else end
        following = masked[when.end : min(limit, when.end + 40)]
        if place and verbs.search(following.split(",")[0].split(".")[0]):
            return when
    return None


def _title(scope: Scope, start: int, end: int, whens: list[When]) -> str:
    begin = start
    if whens and not scope.masked[start : whens[0].start].strip(" ,"):
        begin = whens[0].end
    text = " ".join(scope.text[begin:end].split()).strip(" ,.;")
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    stop = _SUBJECT_END.search(text)
    subject = text[: stop.start()] if stop else text
    if len(subject.split()) >= 2:
        return subject.strip(" ,.;")
    for when in whens:
        text = text.replace(" ".join(when.words.split()), "")
    return " ".join(text.split()).strip(" ,.;")
