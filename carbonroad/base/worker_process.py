"""Worker processes: started without being interrupted half-way, ended without a word, never left behind."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def can_fork() -> bool:
    """Whether a process may be forked here: not on Windows, nor on macOS, whose libraries cannot bear it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


@contextmanager
def no_interrupts() -> Iterator[None]:
    """Keep ctrl-C back while processes start: they would tell of it in their own way."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin_work() -> None:
    """Prepare a worker of `multiprocessing`, as its first step.

    Ctrl-C, which reaches every process of a terminal, and an end from outside end it at once. So does the
    end of the process that started it: one that is killed cannot end its workers, and they would go on with
    what nobody takes from them, and hold the locks that they were started with.
    """
    _end_with_parent()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    masked = hasattr(signal, "pthread_sigmask")
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # as it is for what runs in the background
        signal.signal(signal.SIGINT, signal.SIG_DFL if masked else signal.SIG_IGN)
    if masked:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()
    if parent is not None:
        with suppress(RuntimeError):  # no more threads: then it ends where it finds nobody to talk to
            Thread(target=_wait_for_the_end_of, args=(parent.sentinel,), daemon=True).start()


def _wait_for_the_end_of(parent: "Connection | int") -> None:
    from multiprocessing.connection import wait

    wait([parent])
    os._exit(1)
