"""Chinese sentences: deadlines that govern what follows, targets, outcomes, works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy import words_zh as words
from carbonroad.importing.policy.dates import chinese_deadlines, recurring
from carbonroad.importing.policy.masks import HIDDEN
from carbonroad.importing.policy.names_zh import title_of
from carbonroad.importing.policy.sentences import chinese_sentences, split
from carbonroad.importing.policy.subjects_zh import read_subject
from carbonroad.importing.policy.targets_zh import Frame, read_targets
from carbonroad.importing.policy.works_zh import read_work

if TYPE_CHECKING:
    from carbonroad.importing.policy.parts import When
    from carbonroad.importing.policy.scope import Scope

_LABEL = lazy_pattern(r"[^，。；：:0-9]{1,16}[：:]")
_BETWEEN = lazy_pattern(r"[、和及与或，,\s]+")
_MOST_PAIRED = 6
_OPENING = lazy_pattern(
    r"[\s、，,]*+(?:其中|同时|并|力争|争取|确保|预计|计划|全市|全省|全县|全区|全国|我市|我省|具体目标|主要目标|总体目标|目标|是|为|[一二三四五]是)*+[\s、，,：:]*+"
)


def read_chinese(scope: Scope, start: int, end: int) -> None:
    """Read what stands between two places of a paragraph."""
    if not scope.whens:
        scope.keep(chinese_deadlines(scope.masked))
    for first, last in chinese_sentences(scope.masked, start, end):
        _sentence(scope, first, last)


def _sentence(scope: Scope, start: int, end: int) -> None:
    """A deadline at the head governs all parts; one further on only what follows it in its part."""
    head: list[When] = []
    scope.name = ""
    before = len(scope.items)
    for number, (first, last) in enumerate(split(scope.masked, start, end, "；;")):
        if words.NOTICE.search(scope.masked, first, last):
            head = []
            continue
        if _is_history(scope, first, last):
            continue
        label = _LABEL.match(scope.masked, first, last)
        begin = label.end() if label and not scope.within(first, label.end()) else first
        if label and words.WORK_NOUN.search(label[0]):
            begin = first
        made = len(scope.items)
        after = read_work(scope, begin, last)
        inside = [when for when in scope.within(begin, after) if when.deadline] if begin < after else []
        if inside and number == 0 and after < last:
            head = inside[-1:]
        if after < last:
            head = _part(scope, after, last, head, first=number == 0)
        _give(scope, made, first, last)
    if head and len(scope.items) == before and not scope.text.endswith(("：", ":"), start, end):
        scope.doubt("sentence-unclear", start, end)


def _give(scope: Scope, made: int, start: int, end: int) -> None:
    """The bodies that a part of a sentence names answer for what it asks."""
    if len(scope.items) == made:
        return
    scope.answer(made, read_subject(scope.text[start:end]))


def _is_history(scope: Scope, start: int, end: int) -> bool:
    text = words.NOT_YET.sub("", scope.masked[start:end])
    if words.HISTORY.search(text) is None:
        return False
    future = [when for when in scope.within(start, end) if not scope.is_past(when)]
    return not future or not scope.issued or "以来" in text


def _part(scope: Scope, start: int, end: int, head: list[When], *, first: bool) -> list[When]:
    """Read one part of a sentence; return the deadline that governs the parts after it."""
    governing = head or ([scope.carried] if scope.carried else [])
    frame = Frame(scope, governing)
    dated = bool(governing or scope.within(start, end))
    for place, (low, high) in enumerate(split(scope.masked, start, end, "，,")):
        whens = scope.within(low, high)
        purpose = words.PURPOSE.match(scope.masked, low, high)
        if whens and purpose and high < end:
            continue
        leading = whens and _opens(scope, low, whens[0].start)
        if whens:
            frame.governing = _group(scope, whens)
            if leading and place == 0 and (first or head):
                head = frame.governing
        if any(scope.is_past(when) for when in frame.governing):
            if whens:
                frame.past(low, high)
            continue
        if read_targets(frame, low, high) or (not dated and _undated(scope, low, high)):
            continue
        _outcome(frame, low, high, whens)
    frame.close()
    return head


def _opens(scope: Scope, low: int, start: int) -> bool:
    return bool(_OPENING.fullmatch(scope.masked, low, start))


def _group(scope: Scope, whens: list[When]) -> list[When]:
    """The deadline of a segment: its last, or several joined by 和 that are paired with their numbers."""
    group = [whens[0]]
    for when in whens[1:]:
        joined = _BETWEEN.fullmatch(scope.masked, group[-1].end, when.start)
        group = [*group, when] if joined and len(group) < _MOST_PAIRED else [when]
    return group


def _undated(scope: Scope, low: int, high: int) -> bool:
    """Read a task that comes back (每年发布报告), or a document to be made (编制指引), without a day."""
    again = recurring(scope.masked, low, high)
    if again and words.REPEATED.search(scope.masked, again.end, high):
        scope.add("milestone", title_of(scope, low, high), low, high, again)
        return True
    if again or words.PRODUCT.fullmatch(scope.masked, low, high) is None:
        return False
    scope.add("milestone", title_of(scope, low, high), low, high, None)
    scope.doubt("deadline-unclear", low, high, "none")
    return True


def _outcome(frame: Frame, low: int, high: int, whens: list[When]) -> None:
    """A segment below a deadline that says what is then the case."""
    scope = frame.scope
    begin, finish = low, high
    for when in whens:
        if when.start <= begin + 3 and _opens(scope, low, when.start):
            begin = when.end
    text = scope.masked[begin:finish].strip("，,、 \u3000").replace(HIDDEN, "")
    if len(text) < 3:
        return
    if not frame.governing:
        return
    if (
        words.CONTEXT.match(text)
        or (words.EACH.match(text) and not whens)
        or not (words.OUTCOME.search(text) or (whens and len(text) > 5))
    ):
        frame.wait(low, high)
        return
    frame.outcome(low, high)
