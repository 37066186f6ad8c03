"""Targets of a Chinese sentence: the words before the verb are the indicator, the number is its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy import words_zh as words
from carbonroad.importing.policy.amounts_zh import Amount, amounts
from carbonroad.importing.policy.names_zh import BASE, clean_name, title_of

if TYPE_CHECKING:
    from carbonroad.importing.policy.parts import Item, Quantity, When
    from carbonroad.importing.policy.scope import Scope

_NAMES = lazy_pattern(r"[、和及与]|以及")
_ONLY_JOIN = lazy_pattern(r"[\s、，,和及与以]*")
_LONGEST_NAME = 60


class Frame:
    """One part of a sentence while it is read.

    Attributes:
        scope: The paragraph.
        governing: The deadline that governs; several where they are paired with numbers.
        name: The indicator of the number before.
        subject: A segment that may be the name of what the next one says.
        base: A base year that stood in a segment of its own.
    """

    __slots__ = ("base", "governing", "name", "scope", "subject", "target", "waiting", "yielded")

    def __init__(self, scope: Scope, governing: list[When]) -> None:
        self.scope = scope
        self.governing = governing
        self.name = scope.name
        self.subject = ""
        self.base = ""
        self.target = -1
        self.waiting: list[tuple[int, int]] = []
        self.yielded = 0

    @property
    def when(self) -> When | None:
        """The deadline of an item that has no pair."""
        return self.governing[-1] if self.governing else None

    def wait(self, low: int, high: int) -> None:
        """Keep a segment that is no outcome: the subject or the way of the next one."""
        self.waiting.append((low, high))
        base = BASE.search(self.scope.masked, low, high)
        if base:
            self.base = base["year"] or base["other"]
        self.subject = clean_name(self.scope, low, high)

    def outcome(self, low: int, high: int) -> None:
        """Add a milestone for each deadline that governs."""
        for when in self.governing:
            inside = low <= when.start and when.end <= high
            start = min(low, when.start) if inside else low
            title = title_of(self.scope, low, high)
            if title:
                self.scope.add("milestone", title, start, high, when)
                self.yielded += 1
        self.waiting.clear()
        self.subject = ""

    def past(self, low: int, high: int) -> None:
        """A deadline before the document itself: told, or a slip of the pen."""
        self.scope.doubt("deadline-unclear", low, high, "past")

    def close(self) -> None:
        """What only prepared and never came to an outcome is one: the deadline must hold for something."""
        if not self.waiting or self.yielded or not self.governing or self.governing == [self.scope.carried]:
            return
        words_left = [one for one in self.waiting if title_of(self.scope, *one)]
        if words_left and not any(self.scope.is_past(when) for when in self.governing):
            low, high = words_left[0][0], words_left[-1][1]
            self.outcome(low, high)
            self.scope.doubt("sentence-unclear", low, high)


def read_targets(frame: Frame, low: int, high: int) -> bool:
    """Read the numbers of a segment; False where it asks for none."""
    scope = frame.scope
    hidden = scope.hidden
    found = amounts(hidden, low, high)
    asked = [one for one in found if one.how != "attribute" and not _is_support(hidden, one, low, high)]
    asked = [one for one in asked if hidden[max(one.start - 2, low) : one.start] != "涉及"]
    asked = [one for one in asked if one.unit or one.how in ("level", "change")]
    if not asked:
        return False
    groups: list[list[Amount]] = []
    for amount in asked:
        if groups and amount.how == "bare" and _ONLY_JOIN.fullmatch(hidden, groups[-1][-1].end, amount.start):
            groups[-1].append(amount)
        else:
            groups.append([amount])
    after = low
    for place, group in enumerate(groups):
        limit = groups[place + 1][0].start if place + 1 < len(groups) else high
        _read_group(frame, group, after, limit)
        after = group[-1].end
    return True


def _is_support(masked: str, amount: Amount, low: int, high: int) -> bool:
    """Whether a sum of money is support or a cost, and nothing that is to be reached."""
    if not amount.unit.endswith("元"):
        return False
    return amount.how != "change" and bool(words.SUPPORT_MONEY.search(masked[max(low - 40, 0) : high]))


def _read_group(frame: Frame, group: list[Amount], low: int, limit: int) -> None:
    """One name and its number; names and numbers that are paired; or one name, its years and its numbers."""
    first, last = group[0], group[-1]
    name, end = _name(frame, first, low, limit)
    strive = first.strive and not name and frame.target >= 0
    if strive and _add_stretch(frame, first):
        return
    if not name:
        name = frame.subject or frame.name
        if not name:
            frame.scope.doubt("indicator-unclear", low, last.end)
            return
    elif name in words.GENERIC and frame.name and frame.name not in words.GENERIC:
        frame.scope.doubt("indicator-unclear", low, last.end, name)
        name = f"{frame.name}{name}"
    start = low
    while start < first.start and frame.scope.masked[start] in "、，,和及与 ":
        start += 1
    names = _paired(name, len(group)) if len(group) > 1 else [name]
    if first.each and len(group) == 1 and len(frame.governing) < 2:
        names = [name]
    finish = max(end, last.end)
    for place, amount in enumerate(group):
        when = frame.when
        if len(group) > 1 and len(frame.governing) == len(group) and len(names) != len(group):
            when = frame.governing[place]
        elif len(group) > 1 and len(names) != len(group):
            frame.scope.doubt("indicator-unclear", start, last.end, name)
        one = names[place] if len(names) == len(group) else name
        _add_target(
            frame,
            one,
            amount,
            when,
            start if place == 0 else amount.start,
            finish if place == len(group) - 1 else amount.end,
        )
    frame.name, frame.subject = name, ""
    frame.scope.name = name
    frame.waiting.clear()


def _name(frame: Frame, amount: Amount, low: int, limit: int) -> tuple[str, int]:
    """The indicator's name, and where the words of the target end."""
    scope = frame.scope
    if amount.how == "made":
        thing = clean_name(scope, amount.end, limit)
        return (
            f"{amount.verb}{thing}" if thing else "",
            amount.end + len(scope.masked[amount.end : limit].rstrip("，,、和及与")),
        )
    stop = amount.number if amount.how == "bare" else amount.start
    return clean_name(scope, low, stop), amount.end


def _paired(name: str, count: int) -> list[str]:
    parts = [part for part in _NAMES.split(name) if part]
    return parts if len(parts) == count else [name]


def _add_stretch(frame: Frame, amount: Amount) -> bool:
    """A second number to strive for belongs to the target before it, where it has its unit and deadline."""
    items = frame.scope.items
    target = items[frame.target] if frame.target < len(items) else None
    if (
        target is None
        or target.quantity is None
        or target.quantity.unit != amount.unit
        or amount.quantity is None
    ):
        return False
    if target.when != frame.when or target.stretch:
        return False
    place = target.place._replace(end=amount.end)
    items[frame.target] = target._replace(stretch=amount.quantity.words, place=place)
    return True


def _add_target(
    frame: Frame, name: str, amount: Amount, when: When | None, start: int, end: int
) -> Item | None:
    scope = frame.scope
    if len(name) > _LONGEST_NAME:
        scope.doubt("indicator-unclear", start, end, name[:_LONGEST_NAME])
    quantity = amount.quantity
    if quantity is None:
        scope.doubt("number-unclear", amount.start, amount.end)
        if when is not None:
            scope.add("milestone", title_of(scope, start, end), start, end, when)
        return None
    if not quantity.unit:
        scope.doubt("number-without-unit", amount.start, amount.end, name)
    if when is None:
        scope.doubt("deadline-unclear", start, end, "none")
    quantity = _with_base(quantity, frame.base)
    frame.target = len(scope.items)
    frame.yielded += 1
    return scope.add("target", name, start, end, when, quantity)


def _with_base(quantity: Quantity, base: str) -> Quantity:
    if quantity.value.change and quantity.value.against is None and base:
        return quantity._replace(baseline=base)
    return quantity
