"""What the server is asked for."""

from collections.abc import Callable
from datetime import date

from carbonroad.base.record import NamedTuple

OWN = "/_carbonroad/"
"""What every address of the program's own begins with; no page can, for ids do not begin with `_`."""
PLAYGROUND = f"{OWN}playground/"


class Settings(NamedTuple):
    """What the server is asked for.

    Attributes:
        port: Where it listens, on 127.0.0.1 alone.
        lang: The language asked for; empty for that of the page being looked at.
        editor: Address that opens an editor, with `{path}`, `{line}` and `{column}`; empty for none.
        edit: Whether the playground may save files.
        token: What a request that changes something must bring, so that it comes from our own pages.
        today: Gives the present day.
        as_of: The data date asked for; None for each roadmap's own.
    """

    port: int
    lang: str = ""
    editor: str = ""
    edit: bool = False
    token: str = ""
    today: Callable[[], date] = lambda: date.min
    as_of: date | None = None

    @property
    def hosts(self) -> frozenset[str]:
        """What a request may take this server for."""
        names = ("127.0.0.1", "localhost", "[::1]")
        return frozenset(f"{name}:{self.port}" for name in names) | (
            frozenset(names) if self.port == 80 else frozenset()
        )

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://127.0.0.1:{self.port}/"
