"""Deadlines as policy texts word them, in English and Chinese: read here, dated elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carbonroad.base.texts.folding import MAX_LENGTH, fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.deadline_dates import date_phrase
from carbonroad.base.times.deadline_open import read_condition, read_each, read_undated
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadline_words import Phrase, read_phrase
from carbonroad.base.times.periods import parse_period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.base.times.named_periods import NamedPeriod


def parse_deadline(
    words: str, periods: Sequence[NamedPeriod], *, exclusive: bool = False
) -> Deadline | Refusal:
    """Read a deadline.

    Args:
        words: What the author typed.
        periods: The named periods that the words may use; "every year" runs over them.
        exclusive: True if "before 2030" ends with the day before 2030 begins, not with 2030.
    """
    words = words.strip()
    text = fold(words)
    if not text or len(text) > MAX_LENGTH:
        message = (
            say("This is longer than {n} characters.", n=MAX_LENGTH)
            if text
            else say("The deadline is empty.")
        )
        return Refusal("unreadable", message, _HINT)
    strive = _STRIVE.match(text)
    rest = text[strive.end() :] if strive else text
    typed = _STRIVE.sub("", words, count=1) if strive else words
    found = _read(typed, rest, tuple(periods), exclusive=exclusive)
    if found is None:
        return _explain(words, rest, tuple(periods), exclusive=exclusive)
    if isinstance(found, Refusal) or (strive is None and found.words == words):
        return found
    return found._replace(words=words, strive=strive is not None)


def deadline_by(words: str, by: str) -> Deadline | Refusal:
    """Return a deadline of free words whose latest day the author states, as in {words: …, by: 2027-12}."""
    period = parse_period(by)
    if isinstance(period, Refusal):
        return period
    words = words.strip()
    strive = _STRIVE.match(fold(words)) is not None
    return Deadline(words, "by", latest=period.last, strive=strive, span=period)


def with_condition(deadline: Deadline, reference: str) -> Deadline:
    """Return the deadline as one that binds only once `reference` is finished; it keeps its days."""
    if deadline.kind == "conditional":
        return deadline._replace(condition=deadline.condition or reference)
    return deadline._replace(kind="conditional", base_kind=deadline.kind, condition=reference)


_STRIVE = lazy_pattern(r"(?<!\s)\s*(?:strive(?:\s+(?:for|to))?\s+|(?:力争|争取)\s*)", re.IGNORECASE)


def _read(
    typed: str, text: str, periods: tuple[NamedPeriod, ...], *, exclusive: bool
) -> Deadline | Refusal | None:
    phrase = read_phrase(text, periods)
    if isinstance(phrase, Phrase):
        return date_phrase(typed, phrase, exclusive=exclusive)
    return (
        phrase
        or read_undated(typed, text)
        or read_each(typed, text, periods)
        or read_condition(typed, text, periods)
    )


_HINT = say(
    "write such as by 2030, before 2030, around 2030, 2026..2030, from 2031, every year, after an id, none, "
    "not stated, or {words: …, by: 2027-12}"
)
_PLAN = lazy_pattern(
    r"\bfyp\b|five-year|五年规划|[一二三四五六七八九十]五(?=[”」』\"期时规末]|$)|(?:期间|时期|\bperiod)$",
    re.IGNORECASE,
)
_SEVERAL = lazy_pattern(r"[;,、]|\s(?:and|or)\s|[和及与或]", re.IGNORECASE)
_YEAR = lazy_pattern(r"[0-9]{4}")
_BRACKETED = lazy_pattern(r"(.*?\S)\s*+\([^()]*\)")


def _explain(words: str, text: str, periods: tuple[NamedPeriod, ...], *, exclusive: bool) -> Refusal:
    def reads(part: str) -> bool:
        return isinstance(_read(part, part, periods, exclusive=exclusive), Deadline)

    if (head := _BRACKETED.fullmatch(text)) and reads(head[1]):
        date = f"{fold(words)[: -len(text)]}{head[1]}"
        hint = say('write "{date}", and the rest as a note', date=date)
        return Refusal("bracket", say('"{words}" goes on in brackets after its date.', words=words), hint)
    if sum(bool(_YEAR.search(part)) or reads(part.strip()) for part in _SEVERAL.split(text)) > 1:
        hint = say("give each date an item of its own, or write the years as 2024..2025")
        return Refusal("several-dates", say('"{words}" names more than one date.', words=words), hint)
    if _PLAN.search(text):
        titles = ", ".join(period.titles[0] if period.titles else period.id for period in periods)
        hint = (
            say("declared are: {titles}", titles=titles)
            if titles
            else say("declare it among the phases, with its years")
        )
        message = say('"{words}" names a period that is not declared.', words=words)
        return Refusal("undeclared-period", message, hint)
    return Refusal("unreadable", say('"{words}" is not understood as a deadline.', words=words), _HINT)
