"""What a call of `import` says about the file that is read."""

from typing import Literal

from carbonroad.base.record import NamedTuple

Order = Literal["", "day-first", "month-first"]
"""How 03/04/2027 is to be read; empty where nobody said."""


class Options(NamedTuple):
    """What the user said.

    Attributes:
        sheets: Only these sheets, by name or number; all that are shown where none is named.
        header_row: The number of the first header row; 0 where it is looked for.
        maps: What columns mean: header or letter, and the key, as written in `--map`.
        industry: The industry that everything belongs to; empty where the file says.
        title: The roadmap's title; empty where the file says.
        dates: How 03/04/2027 is read.
        year: That of the call: years before it that stand alone over values are measured ones; 0 for unknown.
        single: Whether the draft is one file, so that industries become lanes.
    """

    sheets: tuple[str, ...] = ()
    header_row: int = 0
    maps: tuple[tuple[str, str], ...] = ()
    industry: str = ""
    title: str = ""
    dates: Order = ""
    year: int = 0
    single: bool = False


PLAIN = Options()
