"""How a run ends that the machine or a signal ends: with a sentence and what was prepared cleared away."""

import errno
import os
import signal
import sys
from typing import NoReturn

from carbonroad.base.os_reasons import reason_of
from carbonroad.base.texts.said import Said, say
from carbonroad.cli.codes import INTERNAL, USAGE, Ended
from carbonroad.cli.console import complain, forget

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGBREAK")
_OF_STREAMS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG, errno.EPIPE, errno.EBADF)
"""What is said of standard output where no path is named."""
_LONGEST = 300
"""Characters of an exception's words that are shown."""
_WAY_OUT = say("see to that, and run the command again; --debug shows where")


def end_cleanly() -> None:
    """Let a signal that ends the run clear away first what the run has prepared on the disk.

    A signal that someone else handles or ignores (nohup) stays as it is.
    """
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: object) -> NoReturn:
    raise Ended(number)


def explain_machine(error: OSError | MemoryError) -> int:
    """Say what the machine lacks; return the exit code."""
    if isinstance(error, MemoryError):
        complain(
            say("The memory is used up."),
            say("work on fewer roadmaps or files at a time, or give the program more memory"),
        )
        return INTERNAL
    reason = reason_of(error)
    if error.filename is None and error.errno in _OF_STREAMS:
        _forget_output()
        complain(say("Standard output cannot be written: {reason}.", reason=reason), say("make room for it"))
    elif error.filename is None:
        complain(say("The system refused what the program asked for: {reason}.", reason=reason), _WAY_OUT)
    else:
        complain(
            say("{path} cannot be used: {reason}.", path=os.fsdecode(error.filename), reason=reason), _WAY_OUT
        )
    return USAGE


def named_fault(error: Exception) -> Said:
    """Return the sentence that names a fault of the program itself."""
    what = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST]
    return say("internal error: {what}", what=what)


def show_traceback(error: Exception) -> None:
    """Write where an error came from, as `--debug` asks for."""
    import traceback

    traceback.print_exception(error, file=sys.stderr)


def _forget_output() -> None:
    """Let nothing be left to write when the interpreter ends."""
    try:
        sys.stdout.flush()
    except OSError:
        forget(sys.stdout)
