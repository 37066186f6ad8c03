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
