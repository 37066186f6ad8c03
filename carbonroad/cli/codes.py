"""The exit codes."""

from typing import Final

CLEAN: Final = 0
FINDINGS: Final = 1
USAGE: Final = 2
INTERNAL: Final = 3
INTERRUPTED: Final = 130


class Ended(BaseException):
    """A signal has ended the run; what it had prepared is cleared away on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number
