"""English sentences: deadlines before and after what they govern, targets, outcomes, works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy import bodies_en
from carbonroad.importing.policy import words_en as words
from carbonroad.importing.policy.dates import english_deadlines, recurring
from carbonroad.importing.policy.masks import HIDDEN
from carbonroad.importing.policy.sentences import english_sentences, split
from carbonroad.importing.policy.targets_en import read_targets, title_of
from carbonroad.importing.policy.works_en import read_work

if TYPE_CHECKING:
    from carbonroad.importing.policy.parts import When
    from carbonroad.importing.policy.scope import Scope

_AND_CLAUSE = lazy_pattern(
    r"(?:,\s(?:and\s|while\s|with\s)?|\sand\s)(?=(?:by|before|from|in|no\slater|until|during)\s)|,\s(?=and\s)"
)
_WORDS = lazy_pattern(r"[A-Za-z]{2,}")


def read_english(scope: Scope, start: int, end: int) -> None:
    """Read what stands between two places of a paragraph."""
    if not scope.whens:
        scope.keep(english_deadlines(scope.masked))
    for first, last in english_sentences(scope.masked, start, end):
        before = len(scope.items)
        _sentence(scope, first, last)
        if len(scope.items) > before:
            scope.answer(before, bodies_en.read_subject(scope.masked[first:last]))


def _sentence(scope: Scope, start: int, end: int) -> None:
    text = scope.masked[start:end]
    whens = scope.within(start, end)
    if words.NOTICE.search(text) or (words.TOLD.search(text) and not words.MODAL.search(text)):
        return
    if words.HISTORY.search(text) and not words.FUTURE.search(text):
        return
    live = [when for when in whens if not scope.is_past(when)]
    if whens and not live and not words.FUTURE.search(text):
        return
    if not (whens or scope.carried or words.FUTURE.search(text)) and words.STATED.search(text):
        return
    head = [when for when in live if not _WORDS.search(scope.masked[start : when.start])]
    after = read_work(scope, start, end, live)
    if after == end:
        return
    before = len(scope.items)
    for low, high in split(scope.masked, after, end, ";"):
        inside = [when for when in live if low <= when.start and when.end <= high]
        if not read_targets(scope, low, high, inside, head):
            _outcomes(scope, low, high, inside, head)
    if live and after == start and len(scope.items) == before and not scope.text.endswith(":", start, end):
        scope.doubt("sentence-unclear", start, end)


def _outcomes(scope: Scope, low: int, high: int, whens: list[When], head: list[When]) -> None:
    """Clauses without a number: each with the deadline it holds, or the one at the sentence's head."""
    carried = [scope.carried] if scope.carried else []
    if not whens and not head and not carried:
        again = recurring(scope.masked, low, high)
        asked = words.MODAL.search(scope.masked, low, high) or words.TASK.match(scope.masked, low)
        carried = [again] if again and asked else []
    if (not whens and not head and not carried) or scope.text.endswith(":", low, high):
        return
    places = _clauses(scope, low, high, whens)
    for start, end in places:
        own = [when for when in whens if start <= when.start and when.end <= end]
        when = (own or head or carried)[-1]
        title = title_of(scope, start, end)
        if len(_WORDS.findall(title.replace(HIDDEN, ""))) >= 2:
            scope.add("milestone", title, start, end, when)
            said = words.IN_WORDS.search(scope.hidden, start, end)
            if said:
                scope.doubt("number-unclear", said.start(), said.end())


def _clauses(scope: Scope, low: int, high: int, whens: list[When]) -> list[tuple[int, int]]:
    """Cut a part where a second deadline begins a clause of its own."""
    if len(whens) < 2:
        return [(low, high)]
    cuts = [low]
    for found in _AND_CLAUSE.finditer(scope.masked, low, high):
        held = any(cuts[-1] <= when.start and when.end <= found.start() for when in whens)
        follows = any(found.end() <= when.start for when in whens)
        if held and follows:
            cuts.append(found.end())
    return [(start, end) for start, end in zip(cuts, [*cuts[1:], high], strict=True) if start < end]
