"""The cycle collector, kept out of work that builds much and drops nothing."""

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
