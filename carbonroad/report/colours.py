"""The colours of a terminal, by what they say."""

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;36", "frame": "34", "bold": "1"}


class Paint:
    """Wraps text in colour codes, or leaves it as it is."""

    __slots__ = ("_on",)

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, role: str, text: str) -> str:
        """Return a text in the colour of `error`, `warning`, `info`, `frame` or `bold`."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self._on and text else text
