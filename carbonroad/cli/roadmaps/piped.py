"""Standard input as a file."""

import sys

from carbonroad.base.os_reasons import reason_of
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console

PIPED = "<stdin>"
"""What it is called in findings."""


def read_piped(console: Console) -> bytes:
    """Return standard input's bytes, as far as a file may be long."""
    from carbonroad.source.text import MAX_BYTES

    if sys.stdin is None:
        console.refuse(say("Standard input is closed."), say("name a file instead"))
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        reason = reason_of(error)
        console.refuse(
            say("Standard input cannot be read: {reason}.", reason=reason), say("name a file instead")
        )
