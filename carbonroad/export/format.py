"""What an export format is."""

from collections.abc import Callable, Mapping

from carbonroad.base.record import NamedTuple
from carbonroad.compute.facts import Facts
from carbonroad.link.system import System


class Format(NamedTuple):
    """One format that a roadmap can be exported to.

    Attributes:
        name: As `export --to` names it.
        says: One sentence for `--help`.
        write: From the system, its facts and the program's version to file name → bytes; one file for
            most formats.
    """

    name: str
    says: str
    write: Callable[[System, Facts, str], Mapping[str, bytes]]
