"""The cycle collector, kept out of work that drops nothing, and called where much was dropped."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cycle collector out: all that is built stays, so its passes are for nothing.

    What is frozen and thawed counts as old, and is not looked through as soon as the collector is back.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


class Dropped:
    """Clears away dropped roadmaps, a few at a time: what counts as old is hardly looked at otherwise.

    Args:
        most: How many items may have been dropped before.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._items = 0

    def add(self, items: int) -> None:
        """Take note that a roadmap with so many items is no longer needed."""
        self._items += items
        if self._items >= self._most:
            self._items = 0
            gc.collect()
