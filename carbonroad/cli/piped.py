"""Standard input as a file."""

import sys

from carbonroad.base.said import say
from carbonroad.cli.console import Console

PIPED = "<stdin>"
"""What it is called in findings."""


def read_piped(console: Console) -> bytes:
    """Return standard input's bytes, as far as a file may be long."""
    from carbonroad.source.text import MAX_BYTES

    try:
        return b"" if sys.stdin is None else sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        console.refuse(
            say("Standard input cannot be read: {reason}.", reason=reason), say("name a file instead")
        )
