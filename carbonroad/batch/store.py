"""What keeps results from run to run, as seen from here."""

from typing import Protocol


class Store(Protocol):
    """Keeps values under keys; what it gives back is what was put, or nothing."""

    def get(self, key: str) -> bytes | None:
        """Return the value of a key, None where there is none that can be trusted.

        Args:
            key: 64 hexadecimal digits.
        """

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; whether it is still there in a later run is never certain."""


class MemoryStore:
    """Keeps values as long as the program runs: for what is done again and again by one process."""

    def __init__(self) -> None:
        self._values: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return the value of a key, None where there is none."""
        return self._values.get(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; the oldest go where there are many."""
        self._values.pop(key, None)
        self._values[key] = value
        while len(self._values) > _MOST:
            del self._values[next(iter(self._values))]


_MOST = 20_000
"""Values that are kept: two for each roadmap, and those of some earlier states."""
