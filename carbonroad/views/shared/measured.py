"""The last measured value of a target's indicator, where it can be held against the target."""

from carbonroad.link.system import Item
from carbonroad.model.items import Actual, Target


def last_measured(item: Item) -> Actual | None:
    """Return the latest measured value that counts from the target's own base; None without one."""
    if item.indicator is None:
        return None
    same = [actual for actual in item.indicator.actuals if _same_base(item, actual)]
    return max(same, key=lambda actual: actual.period.last, default=None)


def _same_base(item: Item, actual: Actual) -> bool:
    """Whether a measured change counts from the target's own base year; another base is no progress on it."""
    if actual.baseline is None:
        return True
    written, indicator = item.written, item.indicator
    base = written.baseline if isinstance(written, Target) else None
    if base is None and indicator is not None:
        base = indicator.baseline
    return base is None or base.words == actual.baseline.words
