"""Names of indicators and titles of milestones: the words of a Chinese text without what is not their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy import words_zh as words
from carbonroad.importing.policy.masks import HIDDEN

if TYPE_CHECKING:
    from carbonroad.importing.policy.scope import Scope

BASE = lazy_pattern(
    r"(?:相比于?|相较于?|相对于?|对比|[比较])\s?(?P<year>[0-9]{4})\s?年(?:度|底|末)?(?:的?水平)?(?:相比|的?基础上)?"
    r"|[与同以在]\s?(?P<other>[0-9]{4})\s?年(?:度|底|末)?(?:的?水平)?(?:相比|的?基础上|为基[期准数年])"
)
_FROM = lazy_pattern(r"[由从]?(?:[0-9]{4}年的?)?(?:目前的?|现在的?)?[0-9.]{1,8}[%％\u3400-\u9fff]{0,6}\Z")


def clean_name(scope: Scope, low: int, high: int) -> str:
    """The words between two places without deadlines, base years and what belongs to the verb."""
    text = scope.without_deadlines(low, high, HIDDEN)
    base = BASE.search(scope.hidden[low:high])
    if base:
        text = text[: base.start()] + text[base.end() :]
    text = text.replace(HIDDEN, "").strip(" \u3000，,、：:；;。")
    for _ in range(6):
        shorter = _FROM.sub("", words.STRIP_AFTER.sub("", text))
        opening = words.STRIP_BEFORE.match(shorter)
        shorter = shorter[opening.end() :] if opening else shorter
        if shorter == text:
            break
        text = shorter
    return text.strip(" \u3000，,、：:；;。和及与")


def title_of(scope: Scope, low: int, high: int) -> str:
    """The words of a milestone without its deadline."""
    text = scope.without_deadlines(low, high).strip(" \u3000，,、：:；;。")
    opening = (
        words.STRIP_BEFORE.match(text)
        if text.startswith(("力争", "争取", "确保", "努力", "并", "同时", "前", "内", "要"))
        else None
    )
    return text[opening.end() :] if opening else text
