"""The edits between two texts, by lines: only what differs is touched, so that an editor keeps its marks."""

from difflib import SequenceMatcher
from itertools import accumulate

from carbonroad.findings import Edit

_MOST = 4_000_000
"""Lines of the one times lines of the other up to which they are compared one by one."""


def edits_between(old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that make one text of another, in the order of the text."""
    if old == new:
        return ()
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    head = _same(before, after)
    tail = min(_same(before[::-1], after[::-1]), len(before) - head, len(after) - head)
    middle, others = before[head : len(before) - tail], after[head : len(after) - tail]
    starts = [0, *accumulate(map(len, before))]
    if len(middle) * len(others) > _MOST:
        return (Edit(starts[head], starts[head + len(middle)], "".join(others)),)
    matched = SequenceMatcher(None, middle, others, autojunk=False)
    return tuple(
        _narrowed(old, starts[head + first], starts[head + last], "".join(others[one:two]))
        for tag, first, last, one, two in matched.get_opcodes()
        if tag != "equal"
    )


def _same(before: list[str], after: list[str]) -> int:
    """How many of the first lines are alike."""
    return next(
        (number for number, (one, two) in enumerate(zip(before, after, strict=False)) if one != two),
        min(len(before), len(after)),
    )


def _narrowed(old: str, start: int, end: int, text: str) -> Edit:
    """An edit without what stays the same at its ends; a line end of two characters is not parted."""
    most = min(end - start, len(text))
    head = 0
    while head < most and old[start + head] == text[head]:
        head += 1
    if head and old[start + head - 1] == "\r":
        head -= 1
    tail = 0
    while tail < most - head and old[end - 1 - tail] == text[-1 - tail]:
        tail += 1
    if (
        tail
        and old[end - tail] == "\n"
        and "\r" in (old[end - tail - 1], text[len(text) - tail - 1 : len(text) - tail])
    ):
        tail -= 1
    return Edit(start + head, end - tail, text[head : len(text) - tail])
