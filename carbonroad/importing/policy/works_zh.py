"""Works of a Chinese sentence: a project that begins and ends, or lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy import words_zh as words
from carbonroad.importing.policy.dates import is_whole_deadline
from carbonroad.importing.policy.masks import HIDDEN, brackets
from carbonroad.importing.policy.sentences import split

if TYPE_CHECKING:
    import re

    from carbonroad.importing.policy.parts import When
    from carbonroad.importing.policy.scope import Scope

_TITLE_ENDS = "，,、：: 。；;（("
_SCALE = lazy_pattern(r"[0-9]")


def read_work(scope: Scope, start: int, end: int) -> int:
    """Read a part of a sentence as a work; return where what belongs to it ends, `start` where it is none."""
    whens = scope.within(start, end)
    masked = scope.masked
    lasts = words.LASTS.search(masked, start, end)
    opening = _followed(masked, whens, words.STARTS, end)
    ending = _followed(masked, [when for when in whens if when is not opening], words.ENDS, end)
    period = next((when for when in whens if when.deadline and when.deadline.kind == "during"), None)
    if not (
        (opening and ending)
        or (lasts and words.WORK_NOUN.search(masked, start, end))
        or _is_project(scope, period, start, end)
        or _is_dated_project(scope, period, start, end)
    ):
        return start
    title = _title(scope, start, end, whens)
    if not title:
        scope.doubt("sentence-unclear", start, end)
        return end
    last = ending or opening or period
    finish = _rest(scope, max(last.end if last else start, lasts.end() if lasts else start), end)
    if period is not None and not opening and not _is_dated_project(scope, period, start, end):
        finish = next(
            (
                high
                for low, high in split(masked, start, end, "，,")
                if words.WORK_NOUN.search(masked, low, high)
            ),
            end,
        )
    when = ending or (None if lasts and opening else opening or period)
    if lasts and finish < lasts.end():
        finish = lasts.end()
    item = scope.add("work", title, start, finish, when)
    cost = words.COST.search(masked, start, end)
    scope.items[-1] = item._replace(
        start=_words(opening) if opening and (ending or lasts) else "",
        finish=_words(ending) if opening and ending else "",
        takes=lasts["takes"] if lasts else "",
        cost=cost["cost"] if cost else "",
    )
    return finish


def _rest(scope: Scope, place: int, end: int) -> int:
    """Where the segments about the project end: before one that asks for a number."""
    finish = place
    for low, high in split(scope.masked, place, end, "，,"):
        asks = _SCALE.search(scope.hidden, low, high) and words.LEVEL.search(scope.masked, low, high)
        if low > place and asks and not words.COST.search(scope.masked, low, high):
            break
        finish = high
    return finish


def _is_dated_project(scope: Scope, period: When | None, start: int, end: int) -> bool:
    """Whether a segment only says when the project before it is carried out: …工程，2026年4月实施."""
    if period is None or period.deadline is None or period.deadline.periods:
        return False
    before = start
    for low, high in split(scope.masked, start, end, "，,"):
        if low <= period.start and period.end <= high and low > before:
            only = words.ONLY_TIME.fullmatch(scope.hidden, low, high)
            return bool(only and words.WORK_NOUN.search(scope.hidden, start, low)) and not _SCALE.search(
                scope.hidden, start, low
            )
        if high < period.start:
            before = start
    return False


def _words(when: When | None) -> str:
    return when.words if when else ""


def _followed(masked: str, whens: list[When], verbs: re.Pattern[str], end: int) -> When | None:
    """The date behind which a verb stands, before the next date."""
    for place, when in enumerate(whens):
        limit = whens[place + 1].start if place + 1 < len(whens) else end
        if verbs.search(masked, when.end, min(limit, when.end + 24)):
            return when
    return None


def _is_project(scope: Scope, period: When | None, start: int, end: int) -> bool:
    """Whether a range of years stands at a project that is carried out: 2026—2028年，实施…工程."""
    if period is None or period.deadline is None or period.deadline.periods:
        return False
    for low, high in split(scope.masked, start, end, "，,"):
        if high < period.start:
            continue
        plain = scope.masked[low:high].replace(HIDDEN, "")
        noun = words.WORK_NOUN.search(plain)
        inside = low <= period.start and period.end <= high
        if noun and (words.DOING.search(plain) or (inside and period.start > low + 2)):
            return not _SCALE.search(plain.replace(period.words, ""))
        if not inside:
            return False
    return False


def _title(scope: Scope, start: int, end: int, whens: list[When]) -> str:
    """The project's name: what stands before its first date, else the object of the verb."""
    first = whens[0].start if whens else end
    segment = max(scope.masked.rfind("，", start, first) + 1, start)
    near = scope.text[segment:first].removesuffix("争取").strip(_TITLE_ENDS + "于在由从自将计划拟力争")
    if len(near) >= 4 and not words.ONLY_TIME.fullmatch(f"{near}{HIDDEN}"):
        return _short(near)
    later = [
        scope.text[when.end : _segment_end(scope, when.end, end)].strip(_TITLE_ENDS) for when in whens[:1]
    ]
    if later and words.WORK_NOUN.search(later[0]):
        verb = words.STARTS.match(later[0]) or words.DOING.match(later[0])
        return _short(later[0][verb.end() :] if verb else later[0])
    before = scope.text[start:first].strip(_TITLE_ENDS + "于在由从自将计划拟力争")
    if len(before) >= 4:
        return _short(before)
    for low, high in split(scope.masked, start, end, "，,"):
        inner = [when for when in whens if low <= when.start and when.end <= high]
        text = scope.text[max([low, *(when.end for when in inner)]) : high].strip(_TITLE_ENDS)
        found = words.DOING.match(text)
        text = text[found.end() :] if found and len(text) > found.end() + 3 else text
        if words.WORK_NOUN.search(text):
            return _short(text)
    return ""


def _segment_end(scope: Scope, start: int, end: int) -> int:
    place = scope.masked.find("，", start, end)
    return place if place >= 0 else end


def _short(text: str) -> str:
    for low, high in brackets(text):
        if is_whole_deadline(text[low + 1 : high]):
            text = text[:low] + text[high + 1 :]
            break
    return text.split("，")[0].split("工期")[0].strip(_TITLE_ENDS)
